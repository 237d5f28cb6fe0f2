/** The store seen from its windows: an upgrade that another window blocks, and the backup that is made by itself. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { panel } from '../../assets/locales/en/panel';
import { ui } from '../../assets/locales/en/ui';
import { workbench } from '../../assets/locales/en/workbench';
import { openBackup } from '../../core/importers';
import { DATABASE, VERSION } from '../../core/store/schema';
import type { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { halfAYear, QUIET_PLACE, seeAll } from './almanac';
import { BROWSERS, type Opened, open } from './browsers';
import { batchOf, faults, type Living, Profile, putVersion1 } from './kills';

const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 1);
const en = { ...ui, ...panel, ...workbench };

let profile: Profile | undefined;
let living: Living | undefined;
let opened: Opened | undefined;
afterEach(async () => {
  await living?.browser.close();
  await opened?.close();
  profile?.remove();
  living = undefined;
  opened = undefined;
  profile = undefined;
});

describe.each(BROWSERS)('an upgrade, in %s', (name) => {
  it('that another window blocks is said in two panels and told to the capturing page; all go on by themselves when it closes', async () => {
    profile = new Profile(name);
    living = await profile.open('en-US');
    const { browser, lookout } = living;
    const dashboard = await living.dashboard();
    for (let round = 0; round < ROUNDS; round += 1) {
      let before = 0;
      // Something of ours that starts with the browser may upgrade it before it is held.
      await until('a window that holds the first version', async () => {
        await tabOf(lookout).run('globalThis.held?.close()');
        before = await putVersion1(lookout, 40 + round, 5);
        const version = await tabOf(lookout).run<number>(`
          globalThis.held = await new Promise((done, fail) => {
            const asked = indexedDB.open('${DATABASE}');
            asked.onsuccess = () => done(asked.result);
            asked.onerror = () => fail(asked.error);
          });
          return globalThis.held.version;`);
        return version === 1;
      });
      const panels = [await browser.open('sidepanel.html'), await browser.open('sidepanel.html')];
      for (const panel of panels) await panel.getByText(en.problems.blocked.title).waitFor();
      expect(await dashboard.capture(batchOf(round)), `round ${round}`).toBe(false);
      await tabOf(lookout).run('globalThis.held.close()');
      for (const panel of panels) await panel.getByText(en.problems.blocked.title).waitFor({ state: 'detached' });
      expect(await dashboard.capture(batchOf(round)), `round ${round}`).toBe(true);
      const { version, lines } = await living.lines();
      expect(version).toBe(VERSION);
      expect(faults(lines, [batchOf(round)]), `round ${round}`).toEqual({ twice: [], missing: [] });
      expect(lines, `round ${round}`).toHaveLength(before + 25);
      for (const panel of panels) await panel.close();
    }
    process.stdout.write(`an upgrade that another window blocks, ${name}: ${ROUNDS} times\n`);
  });
});

describe.each(BROWSERS)('a store that was open before, in %s', (name) => {
  it('and opens anew behind the upgrade of another window has captures answered meanwhile, and keeps them afterwards', async () => {
    profile = new Profile(name);
    living = await profile.open('en-US');
    const dashboard = await living.dashboard();
    expect(await dashboard.capture(batchOf(0))).toBe(true);
    // A window of a version to come, in the middle of its upgrade.
    await tabOf(living.lookout).run(`
      await new Promise((begun, fail) => {
        const asked = indexedDB.open('${DATABASE}', ${VERSION + 1});
        asked.onerror = (event) => event.preventDefault();
        asked.onupgradeneeded = () => {
          const tx = asked.transaction;
          const goOn = () => {
            if (globalThis.released) tx.abort();
            else tx.objectStore('meta').count().onsuccess = goOn;
          };
          goOn();
          begun();
        };
      });`);
    expect(await dashboard.capture(batchOf(1))).toBe(false);
    await tabOf(living.lookout).run('globalThis.released = true');
    await until('the batch', () => dashboard.capture(batchOf(1)));
    const { version, lines } = await living.lines();
    expect(version).toBe(VERSION);
    expect(faults(lines, [batchOf(0), batchOf(1)])).toEqual({ twice: [], missing: [] });
    expect(lines).toHaveLength(50);
  });
});

describe('what is stored, in Firefox (Chromium never clears what an extension with `unlimitedStorage` has stored)', () => {
  it('is kept when a disk gets short', async () => {
    opened = await open('Firefox', { accounts: [] });
    const { lookout } = opened;
    await until('the promise of the browser', () => lookout.evaluate<boolean>('navigator.storage.persisted()'));
  });
});

describe.each(BROWSERS)('data that cannot be brought to this version, in %s', (browserName) => {
  it('stays as it is, and can be saved as a raw copy', async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'post-almanac-raw-'));
    try {
      opened = await open(browserName, { accounts: [], locale: 'en-US', downloads });
      const lookout = await opened.browser.open(QUIET_PLACE);
      const spoiled = { platform: 'douyin', scope: '@Mint', key: 'x', part: 0, readings: 'spoiled' };
      const readings = await putVersion1(lookout, 40, 5, [spoiled]);
      const panel = await opened.browser.open('sidepanel.html');
      await panel.getByText(en.problems.migration.title).first().waitFor();
      await panel.getByRole('button', { name: en.problems.rawCopy.save }).first().click();
      const name = await savedIn(downloads, '.jsonl.gz');
      await panel.getByText(en.problems.rawCopy.saved(name)).first().waitFor();
      const lines = gunzipSync(readFileSync(join(downloads, name)))
        .toString()
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      expect(lines[0]).toMatchObject({ format: 'post-almanac-raw', version: 1 });
      const copied = lines.filter(({ store, value }) => store === 'histories' && Array.isArray(value.readings));
      expect(copied.flatMap(({ value }) => value.readings)).toHaveLength(readings);
      expect(lines.at(-1)).toEqual({ end: true, values: lines.length - 2 });
    } finally {
      rmSync(downloads, { recursive: true, force: true });
    }
  });
});

/** The one file with such an ending in a folder, once the browser has written all of it. */
const savedIn = (folder: string, ending: string) =>
  until('the file', () => {
    const files = readdirSync(folder);
    return (
      !files.some((file) => /\.(part|crdownload)$/.test(file)) &&
      files.find((file) => file.endsWith(ending) && statSync(join(folder, file)).size > 0)
    );
  });

/** The browser's own dialog for a folder cannot be operated from a test: a folder of the page's private disk stands for the chosen one. */
const CHOOSES_A_FOLDER = `
  globalThis.showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('Almanac backups', { create: true });`;
const IN_FOLDER = `
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('Almanac backups', { create: true });
  const found = [];
  for await (const [name, handle] of folder.entries()) {
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    found.push([name, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))]);
  }
  return found;`;

/** The titles of the posts in a backup, sorted. */
async function titlesIn(backup: Uint8Array): Promise<string[]> {
  const titles = new Set<string>();
  for await (const page of openBackup(new Uint8Array(backup)).read())
    for (const { kind, value } of page as { kind: string; value: { readings?: { post: { title: string } }[] } }[])
      if (kind === 'post') for (const { post } of value.readings ?? []) titles.add(post.title);
  return [...titles].sort();
}

describe('a backup, in Chromium, the one that lets a page write into a folder', () => {
  it('goes into the folder chosen once, when asked for and by itself, and nothing to the downloads', async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'post-almanac-backups-'));
    try {
      const posts = halfAYear('douyin', 'Mint', 24);
      opened = await open('Chromium', { accounts: [{ platform: 'douyin', name: 'Mint', posts }], locale: 'en-US', downloads });
      const { browser } = opened;
      await (browser as ChromiumWithExtension).context.addInitScript(CHOOSES_A_FOLDER);
      await opened.tab.goto(opened.stage.address('douyin/content-list'));
      await seeAll(opened, 'douyin/content-list');
      const workbench = await browser.open('workbench.html#backup');
      await workbench.getByLabel(en.backup.days[7]).check();
      // Due at once, since there is none yet, and no folder is chosen.
      const name = await savedIn(downloads, '.json.gz');
      await workbench.getByRole('button', { name: en.backup.chooseFolder }).click();
      await workbench.getByText(en.backup.toFolder('Almanac backups')).waitFor();
      await workbench.getByRole('button', { name: en.backupAge.save, exact: true }).first().click();
      await workbench.getByText(en.backup.savedInFolder(name, 'Almanac backups')).waitFor();
      const files = () => tabOf(workbench).run<[string, string][]>(IN_FOLDER);
      const [[, first = ''] = []] = await files();
      expect(await titlesIn(Buffer.from(first, 'base64'))).toEqual(posts.map(({ title }) => title).sort());
      // Eight days later.
      await tabOf(workbench).run(`
        await (await navigator.storage.getDirectory()).removeEntry('Almanac backups', { recursive: true });
        const db = await new Promise((done) => {
          const asked = indexedDB.open('${DATABASE}');
          asked.onsuccess = () => done(asked.result);
        });
        const tx = db.transaction('meta', 'readwrite');
        tx.objectStore('meta').put({ key: 'lastBackup', value: new Date(Date.now() - 8 * 86400000).toISOString() });
        await new Promise((done) => { tx.oncomplete = done; });
        db.close();`);
      await browser.open('sidepanel.html');
      const again = await until('the backup by itself', async () => (await files()).find(([, bytes]) => bytes !== ''));
      expect(again[0]).toBe(name);
      expect(await titlesIn(Buffer.from(again[1], 'base64'))).toEqual(posts.map(({ title }) => title).sort());
      expect(readdirSync(downloads)).toEqual([name]);
    } finally {
      rmSync(downloads, { recursive: true, force: true });
    }
  });
});

describe.each(BROWSERS)('a backup, in %s', (browserName) => {
  it('that is due is made by itself, once for all windows, and holds what was captured', async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'post-almanac-backups-'));
    try {
      const posts = halfAYear('douyin', 'Mint', 24);
      opened = await open(browserName, { accounts: [{ platform: 'douyin', name: 'Mint', posts }], locale: 'en-US', downloads });
      await opened.tab.goto(opened.stage.address('douyin/content-list'));
      await seeAll(opened, 'douyin/content-list');
      const workbench = await opened.browser.open('workbench.html#backup');
      await workbench.getByText(en.backupAge.never).first().waitFor();
      expect(readdirSync(downloads)).toEqual([]);
      await workbench.getByLabel(en.backup.days[7]).check();
      const others = [await opened.browser.open('sidepanel.html'), await opened.browser.open('sidepanel.html')];
      const name = await savedIn(downloads, '.json.gz');
      await workbench.getByText(en.backupAge.last('')).first().waitFor();
      for (const panel of others) await panel.getByText(en.backupAge.due).waitFor({ state: 'detached' });
      expect(readdirSync(downloads)).toEqual([name]);
      expect(await titlesIn(readFileSync(join(downloads, name)))).toEqual(posts.map(({ title }) => title).sort());
    } finally {
      rmSync(downloads, { recursive: true, force: true });
    }
  });
});
