/** The store seen from its windows: an upgrade that another window blocks, and the backup that is made by itself. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ui as en } from '../../assets/locales/en/ui';
import { openBackup } from '../../core/importers';
import { DATABASE, VERSION } from '../../core/store/schema';
import { tabOf } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { halfAYear, type Opened, open, seeAll } from './almanac';
import { batchOf, faults, type Living, Profile, putVersion1 } from './kills';

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

describe('an upgrade', () => {
  it('that another window blocks is said in two panels and told to the capturing page; all go on by themselves when it closes', async () => {
    profile = new Profile();
    living = await profile.open('en-US');
    const { browser, lookout } = living;
    const before = await putVersion1(lookout, 40, 5);
    await tabOf(lookout).run(`
      globalThis.held = await new Promise((done, fail) => {
        const asked = indexedDB.open('${DATABASE}');
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });`);
    const panels = [await browser.open('sidepanel.html'), await browser.open('sidepanel.html')];
    for (const panel of panels) await panel.getByText(en.problems.blocked.title).waitFor();
    const dashboard = await living.dashboard();
    expect(await dashboard.capture(batchOf(0))).toBe(false);
    await tabOf(lookout).run('globalThis.held.close()');
    for (const panel of panels) await panel.getByText(en.problems.blocked.title).waitFor({ state: 'detached' });
    expect(await dashboard.capture(batchOf(0))).toBe(true);
    const { version, lines } = await living.lines();
    expect(version).toBe(VERSION);
    expect(faults(lines, [batchOf(0)])).toEqual({ twice: [], missing: [] });
    expect(lines).toHaveLength(before + 25);
  });
});

describe('a backup', () => {
  it('that is due is made by itself, once for all windows, and holds what was captured', async () => {
    const downloads = mkdtempSync(join(tmpdir(), 'post-almanac-backups-'));
    try {
      const posts = halfAYear('douyin', 'Mint', 24);
      opened = await open({ accounts: [{ platform: 'douyin', name: 'Mint', posts }], locale: 'en-US', downloads });
      await opened.tab.goto(opened.stage.address('douyin/content-list'));
      await seeAll(opened, 'douyin/content-list');
      const workbench = await opened.browser.open('workbench.html#backup');
      await workbench.getByText(en.backup.never).first().waitFor();
      expect(readdirSync(downloads)).toEqual([]);
      await workbench.getByLabel(en.backup.days[7]).check();
      const others = [await opened.browser.open('sidepanel.html'), await opened.browser.open('sidepanel.html')];
      const name = await until('the backup', () => readdirSync(downloads).find((file) => file.endsWith('.json.gz')));
      await workbench.getByText(en.backup.last('')).first().waitFor();
      for (const panel of others) await panel.getByText(en.backup.due).waitFor({ state: 'detached' });
      expect(readdirSync(downloads)).toEqual([name]);
      const titles = new Set<string>();
      for await (const page of openBackup(new Uint8Array(readFileSync(join(downloads, name)))).read())
        for (const { kind, value } of page as { kind: string; value: { readings?: { post: { title: string } }[] } }[])
          if (kind === 'post') for (const { post } of value.readings ?? []) titles.add(post.title);
      expect([...titles].sort()).toEqual(posts.map(({ title }) => title).sort());
    } finally {
      rmSync(downloads, { recursive: true, force: true });
    }
  });
});
