/**
 * A disk that is full while readings are captured, files imported, backups restored and saved, in real browsers: the profile lies on a file system of its own, which is filled up
 * and emptied again. Needs the right to mount one (root on Linux), so only `npm run reliability` runs it; the store's own test of a full disk
 * (`test/unit/store/faults.test.ts`) runs everywhere.
 */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { overlay } from '../../assets/locales/en/overlay';
import { panel } from '../../assets/locales/en/panel';
import { ui } from '../../assets/locales/en/ui';
import { workbench } from '../../assets/locales/en/workbench';
import { openBackup } from '../../core/importers';
import type { Page } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { halfAYear, PILL, scriptsOf } from '../e2e/almanac';
import { BROWSERS, type BrowserName } from '../e2e/browsers';
import { batchOf, faults, historyOf, type Living, Profile, random } from '../e2e/kills';
import type { Stage } from '../stage/stage';

const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 2);
const SIZE = process.env.DISK_SIZE ?? '200m';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

function smallDisk(): string {
  const place = mkdtempSync(join(tmpdir(), 'post-almanac-disk-'));
  closing.push(() => rmSync(place, { recursive: true, force: true }));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', place]);
  closing.push(() => execFileSync('umount', ['-l', place]));
  return place;
}

/** Writes until nothing more fits. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 1 << 20; size >= 1; ) {
      try {
        writeSync(handle, Buffer.alloc(size));
      } catch {
        size = size >> 4;
      }
    }
  } finally {
    closeSync(handle);
  }
}

/** Whether the dashboard's own script was told that there is no room; false once its readings are stored. */
function isRefused({ lookout }: Living, stage: Stage): Promise<boolean> {
  return until('an answer to the script', async () => {
    const said = (await scriptsOf({ lookout, stage }, 'douyin/content-list')).at(-1);
    return (
      said &&
      (said.problem === 'full' ? { refused: true } : said.coverage.captured > 0 && said.waiting === 0 && { refused: false })
    );
  }).then(({ refused }) => refused);
}

/** A browser whose profile lies on such a disk. */
function profileOn(name: BrowserName, disk: string): Profile {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = disk;
  try {
    return new Profile(name);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

it.each(BROWSERS)(
  'a full disk in %s: what could not be stored is not acknowledged, and is there once when there is room again',
  async (name) => {
    const disk = smallDisk();
    const profile = profileOn(name, disk);
    const living = await profile.open('en-US');
    closing.push(() => living.browser.close());
    const dashboard = await living.dashboard();
    const { browser } = living;
    // The dashboard's own script, with a post that is not stored yet each time.
    const tab = await browser.newPage();
    const stageRound = (round: number) => {
      const mint = `Mint ${round}`;
      profile.stage.options = {
        ...profile.stage.options,
        accounts: [{ platform: 'douyin', name: mint, posts: halfAYear('douyin', mint, 1) }],
      };
    };
    const pill = async () => (await browser.shadowText(tab, PILL)) ?? '';
    const acknowledged = [];
    let refused = 0;
    let told = 0;
    for (let round = 0, next = 0; round < ROUNDS; round += 1) {
      fill(join(disk, 'filler'));
      const waiting = [];
      for (let sent = 0; sent < 3 + random(5); sent += 1, next += 1) {
        const batch = batchOf(next, 50);
        if (await dashboard.capture(batch)) acknowledged.push(batch);
        else waiting.push(batch);
      }
      refused += waiting.length;
      stageRound(round + 1);
      await tab.goto(profile.stage.address('douyin/content-list'));
      await until('the pill', async () => (await pill()) !== '');
      // A little room may be found anew: what was kept needs no words.
      if (await isRefused(living, profile.stage)) {
        await browser.clickInShadow(tab, PILL, '⋯');
        await until('the pill to say why', async () => (await pill()).includes(overlay.full));
        told += 1;
      }
      rmSync(join(disk, 'filler'));
      await until('the pill to be content again', async () => {
        const said = await pill();
        return /captured/.test(said) && !said.includes(overlay.full) && !/saving/.test(said);
      });
      for (const batch of waiting) {
        let answered = false;
        for (let attempt = 0; !answered && attempt < 50; attempt += 1) answered = await dashboard.capture(batch);
        expect(answered, `round ${round}: stored in the end`).toBe(true);
        acknowledged.push(batch);
      }
      expect(faults((await living.lines()).lines, acknowledged), `round ${round}`).toEqual({ twice: [], missing: [] });
    }
    process.stdout.write(
      `full disk, ${name}: ${ROUNDS} times, ${refused} batches refused, ${acknowledged.length} stored in the end, ${told} times said on the pill\n`,
    );
    expect(refused).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(0);
  },
);

/** Rows of a file and batches of a backup of one round: more than a database has free within itself. */
const ROWS = 6000;
const BATCHES = 30;
const SIZE_OF_BATCH = 50;
const { backup: words } = workbench;
const { backupAge } = panel;

const batchesOf = (round: number) => Array.from({ length: BATCHES }, (_, at) => batchOf(BATCHES * round + at, SIZE_OF_BATCH));

/** The backup that the page saves. */
async function saveBackup({ browser }: Living, page: Page): Promise<Buffer> {
  const { content } = await browser.saved(page, () =>
    page.getByRole('button', { name: backupAge.save, exact: true }).first().click(),
  );
  return content;
}

async function readingsInBackup(content: Buffer): Promise<number> {
  let readings = 0;
  for await (const records of openBackup(new Uint8Array(content)).read())
    for (const { kind, value } of records as { kind: string; value: { readings?: unknown[] } }[])
      if (kind === 'post') readings += value.readings?.length ?? 0;
  return readings;
}

it.each(BROWSERS)(
  'a full disk in %s: import and restore (in Chromium a backup, too) say so, keep what is stored, and are done when there is room again',
  async (name) => {
    // Backups to restore, each with more than the one before, made on another disk.
    const backups: Buffer[] = [];
    const source = new Profile(name);
    closing.push(() => source.remove());
    const elsewhere = await source.open('en-US');
    const speaking = await elsewhere.dashboard();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const batch of batchesOf(round)) expect(await speaking.capture(batch)).toBe(true);
      const page = await elsewhere.browser.open('workbench.html#backup');
      backups.push(await saveBackup(elsewhere, page));
      await page.close();
    }
    await elsewhere.close();

    const disk = smallDisk();
    const living = await profileOn(name, disk).open('en-US');
    closing.push(() => living.browser.close());
    const { browser } = living;
    const dashboard = await living.dashboard();
    const own = batchOf(BATCHES * ROUNDS);
    expect(await dashboard.capture(own)).toBe(true);
    const full = (page: Page) => page.getByText(ui.problems.quota.title).first();
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = (await living.lines()).lines;
      const file = { name: `history-${round}.csv`, mimeType: 'text/csv', buffer: Buffer.from(historyOf(round, ROWS)) };
      const add = async (page: Page) => {
        await page.locator('input[type=file]').setInputFiles(file);
        await page.locator('.card .button-primary').first().click();
      };
      const importPage = await browser.open('workbench.html#import');
      const backupPage = await browser.open('workbench.html#backup');
      const restorePage = await browser.open('workbench.html#backup');
      fill(join(disk, 'filler'));
      await add(importPage);
      await full(importPage).waitFor();
      await restorePage.locator('input[type=file]').setInputFiles({
        name: 'a.json.gz',
        mimeType: 'application/gzip',
        buffer: backups[round] ?? expect.fail(),
      });
      await restorePage.getByRole('button', { name: words.merge }).click();
      await full(restorePage).waitFor();
      await restorePage.getByText(words.notDone.restoring).waitFor();
      // Firefox makes the file in memory and does not tell a page whether a download arrived.
      if (name === 'Chromium') {
        await backupPage.getByRole('button', { name: backupAge.save, exact: true }).first().click();
        await full(backupPage).waitFor();
        await backupPage.getByText(words.notDone.saving).waitFor();
      }
      const { lines } = await living.lines();
      expect(lines.length, `round ${round}: at most a part of the file`).toBeLessThan(before.length + ROWS);
      expect(
        before.filter((line) => !lines.includes(line)),
        `round ${round}`,
      ).toEqual([]);
      rmSync(join(disk, 'filler'));

      await importPage.reload();
      await add(importPage);
      await importPage.locator('[data-state="done"]').waitFor();
      await restorePage.getByRole('button', { name: ui.common.retry }).click();
      await restorePage.getByText(words.done, { exact: true }).waitFor();
      const stored = (await living.lines()).lines;
      const restored = [own, ...Array.from({ length: round + 1 }, (_, at) => batchesOf(at)).flat()];
      expect(faults(stored, restored), `round ${round}`).toEqual({ twice: [], missing: [] });
      expect(stored, `round ${round}`).toHaveLength(own.readings.length + (round + 1) * (BATCHES * SIZE_OF_BATCH + ROWS));
      expect(await readingsInBackup(await saveBackup(living, backupPage)), `round ${round}`).toBeGreaterThanOrEqual(
        stored.length,
      );
      for (const page of [importPage, backupPage, restorePage]) await page.close();
    }
    process.stdout.write(`full disk, ${name}: import, restore${name === 'Chromium' ? ' and backup' : ''} ${ROUNDS} times each\n`);
  },
);
