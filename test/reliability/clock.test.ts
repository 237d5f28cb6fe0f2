/**
 * A clock that is set while a list is captured: three hours back, a day on, right again. The whole browser sees it: content script,
 * background, pages and their workers. It is preloaded and has to be compiled, so only `npm run reliability` runs this (a C compiler,
 * Linux); when reminders are due is looked at without a browser (`test/unit/entrypoints/due.test.ts`).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { ROOT } from '../../scripts/setup.mjs';
import { comparable, halfAYear, readingsIn, untilHandedOver } from '../e2e/almanac';
import { BROWSERS, type Opened, open } from '../e2e/browsers';
import { scrollOn, scrollToEnd, takesAStep } from '../stage/visitor';

const LIST = 'douyin/content-list';
const ROUNDS = Number(process.env.CLOCK_ROUNDS ?? 3);
const HOUR = 3_600_000;

const folder = mkdtempSync(join(tmpdir(), 'post-almanac-clock-'));
const file = join(folder, 'shift');
/** Milliseconds that the browser's clock is ahead. */
let ahead = 0;
function setClock(hours: number): void {
  ahead = hours * HOUR;
  const seconds = Buffer.alloc(8);
  seconds.writeBigInt64LE(BigInt(hours * 3600));
  // In place: the browser has mapped it.
  writeFileSync(file, seconds, { flag: 'r+' });
}

beforeAll(() => {
  const library = join(folder, 'clock.so');
  execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, join(ROOT, 'test', 'reliability', 'clock.c')]);
  writeFileSync(file, Buffer.alloc(8));
  // For the browsers that are started from here.
  process.env.CLOCK_FILE = file;
  process.env.LD_PRELOAD = library;
});
afterAll(() => {
  delete process.env.LD_PRELOAD;
  rmSync(folder, { recursive: true, force: true });
});

const clockOf = ({ lookout }: Opened) => lookout.evaluate<number>('Date.now()');

it.each(BROWSERS)(
  'a clock that is set while a list is captured, in %s: nothing is lost or twice, backups are made once',
  async (name) => {
    const downloads = mkdtempSync(join(folder, 'downloads-'));
    const posts = halfAYear('douyin', 'Mint', 60);
    const at = await open(name, { accounts: [{ platform: 'douyin', name: 'Mint', posts }], locale: 'en-US', downloads });
    try {
      // Each look shows other figures of each post that has any.
      const stageLook = (look: number) => {
        const now = posts.map((post) => {
          const { views } = post.figures;
          return views === undefined ? post : { ...post, figures: { ...post.figures, views: views * (2 + look) + look + 1 } };
        });
        at.stage.options = { ...at.stage.options, accounts: [{ platform: 'douyin', name: 'Mint', posts: now }] };
      };
      /** One line for each stored reading, with the moment apart. */
      const stored = async () =>
        readingsIn(await at.rows(), LIST).map((reading) => ({
          line: comparable([reading], at.stage.expected(LIST))[0] ?? '',
          reading,
        }));
      const wanted = new Set<string>();
      let look = 0;
      let clock = 0;
      await at.tab.goto(at.stage.address('douyin/content-manage'));
      for (let round = 0; round < ROUNDS; round += 1)
        for (const hours of [-3, 24, 0]) {
          stageLook(look);
          // In the same document all along: the script that runs sees its clock set.
          await takesAStep(at.tab, () => at.tab.click('#douyin-creator-master-menu-nav-content_analysis'));
          await scrollOn(at.tab);
          const [before, start] = [clock, Date.now()];
          setClock(hours);
          clock = hours;
          await until('the other time', async () => Math.abs((await clockOf(at)) - Date.now() - ahead) < 60_000);
          await scrollToEnd(at.tab);
          const expected = at.stage.expected(LIST);
          const lines = comparable(expected);
          for (const line of lines) wanted.add(line);
          await untilHandedOver(at, LIST, 60);
          await until(`look ${look} in the store`, async () => {
            const have = new Set((await stored()).map(({ line }) => line));
            return lines.every((line) => have.has(line));
          });
          // The moments are those of the clock as it was set, before or after.
          const fresh = (await stored()).filter(({ reading }) => reading.metrics.views !== undefined);
          const moments = fresh.filter(({ line }) => lines.includes(line)).map(({ reading }) => Date.parse(reading.seenAt));
          for (const moment of moments)
            expect(
              [before, hours].some((set) => moment - set * HOUR > start - 300_000 && moment - set * HOUR < Date.now() + 5000),
            ).toBe(true);
          expect(
            moments.some((moment) => Math.abs(moment - hours * HOUR - Date.now()) < 300_000),
            'the script sees the clock',
          ).toBe(true);
          await takesAStep(at.tab, () => at.tab.click('#douyin-creator-master-menu-nav-work_manage'));
          look += 1;
        }
      const all = await stored();
      const figures = all.filter(({ reading }) => reading.metrics.views !== undefined);
      // Each look of each post with figures once; what says the same is kept again only when a day has passed.
      expect(new Set(figures.map(({ line }) => line)).size).toBe(figures.length);
      expect([...wanted].filter((line) => !all.some((one) => one.line === line))).toEqual([]);
      const shown = posts.filter((post) => post.figures.views !== undefined).length;
      expect(figures).toHaveLength(shown * look);

      // Backups by themselves, each day: one; none three hours earlier; one a day later; and one when the clock is right again, since
      // the last is dated more than a day from now.
      const { run } = tabOf(at.lookout);
      await run(`const db = await new Promise((done) => { const asked = indexedDB.open('post-almanac'); asked.onsuccess = () => done(asked.result); });
      const tx = db.transaction('settings', 'readwrite');
      tx.objectStore('settings').put({ key: 'backupEvery', value: 1 });
      await new Promise((done) => { tx.oncomplete = done; });
      db.close();`);
      const lastBackup = async () => {
        const rows = (await at.rows())?.meta as { key: string; value: string }[];
        return rows.find(({ key }) => key === 'lastBackup')?.value ?? null;
      };
      const seen: (string | null)[] = [];
      for (const [hours, isMade] of [
        [0, true],
        [-3, false],
        [26, true],
        [0, true],
        [0, false],
      ] as const) {
        setClock(hours);
        await until('the other time', async () => Math.abs((await clockOf(at)) - Date.now() - ahead) < 60_000);
        const before = await lastBackup();
        const page = await at.browser.open('workbench.html#today');
        await page.locator('main h1, main h2').first().waitFor();
        if (isMade) await until('a backup', async () => (await lastBackup()) !== before);
        else await until('the posts', () => page.evaluate<boolean>("document.querySelector('main').innerText.includes('60')"));
        const text = await page.evaluate<string>('document.body.innerText');
        expect(text).not.toMatch(/NaN|Invalid|undefined|-\d+ (?:second|minute|hour|day)s?/);
        seen.push(await lastBackup());
        await page.close();
      }
      expect(new Set(seen).size).toBe(3);
      expect(seen[1]).toBe(seen[0]);
      expect(seen[4]).toBe(seen[3]);
      expect(readdirSync(downloads).length).toBe(3);
      process.stdout.write(`clock set, ${name}: ${look} times, ${figures.length} readings\n`);
    } finally {
      setClock(0);
      await at.close();
    }
  },
);
