/**
 * Killed at random moments, in real browsers: while readings are captured, while a file is imported, while the database is brought to
 * a new version. `npm run kills` makes 200 rounds; the tests here make a few of each.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { VERSION } from '../../core/store/schema';
import { until } from '../../scripts/browsers/poll';
import { BROWSERS_OF_LONG_STORIES } from './browsers';
import { batchOf, faults, type Living, Profile, putVersion1, random, upgrade, wait } from './kills';

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 8);
const share = (part: number) => Math.max(2, Math.round(ROUNDS * part));
/** About as many milliseconds as an import of the files made here takes from its first step on. */
const IMPORTING = 400;
/** About as many milliseconds as an upgrade of the readings put here takes. */
const UPGRADING = 600;
const NO_FAULTS = { twice: [], missing: [] };

/** Says how many kills fell inside the work; enough of them, and some must have. */
function tell(work: string, kills: number, inside: number): void {
  process.stdout.write(`${work}: ${kills} kills, ${inside} of them inside the work\n`);
  if (ROUNDS >= 100) expect(inside, `${work}: some kills fell inside the work`).toBeGreaterThan(0);
}

let profile: Profile | undefined;
let living: Living | undefined;
afterEach(async () => {
  try {
    await living?.close();
  } finally {
    profile?.remove();
    living = undefined;
    profile = undefined;
  }
});

describe.each(BROWSERS_OF_LONG_STORIES)('every acknowledged reading is there exactly once, in %s', (name) => {
  it('when the background is stopped while it stores', async () => {
    profile = new Profile(name);
    living = await profile.open();
    const dashboard = await living.dashboard();
    const acknowledged = [];
    let interrupted = 0;
    for (let round = 0; round < share(0.4); round += 1) {
      const batch = batchOf(round);
      const stopping = wait(random(40)).then(() => living?.stopBackground());
      let answered = await dashboard.capture(batch);
      await stopping;
      if (!answered) interrupted += 1;
      // As the content script does: the same batch again until it is acknowledged.
      for (let attempt = 0; !answered && attempt < 20; attempt += 1) answered = await dashboard.capture(batch);
      expect(answered, `batch ${round} is acknowledged in the end`).toBe(true);
      acknowledged.push(batch);
      const { lines } = await living.lines();
      expect(faults(lines, acknowledged), `after round ${round}`).toEqual(NO_FAULTS);
      expect(lines).toHaveLength(acknowledged.length * 25);
    }
    tell('capture, worker stopped', share(0.4), interrupted);
  });

  it('when the browser dies while it stores', async () => {
    profile = new Profile(name);
    const acknowledged = [];
    let interrupted = 0;
    let next = 0;
    for (let round = 0; round < share(0.25); round += 1) {
      living = await profile.open();
      expect(faults((await living.lines()).lines, acknowledged), `before round ${round}`).toEqual(NO_FAULTS);
      const dashboard = await living.dashboard();
      const end = Date.now() + 50 + random(400);
      let dying: Promise<void> | undefined;
      for (let sent = 0; sent < 200; sent += 1) {
        if (!dying && Date.now() > end) dying = living.kill();
        const batch = batchOf(next);
        if (!(await dashboard.capture(batch))) {
          interrupted += 1;
          break;
        }
        acknowledged.push(batch);
        next += 1;
      }
      await (dying ?? living.kill());
    }
    living = await profile.open();
    const dashboard = await living.dashboard();
    // What was not acknowledged is handed over again, and is there once too.
    expect(await dashboard.capture(batchOf(next))).toBe(true);
    const { lines } = await living.lines();
    expect(faults(lines, [...acknowledged, batchOf(next)])).toEqual(NO_FAULTS);
    tell('capture, browser killed', share(0.25), interrupted);
  });

  it('when the page or the browser dies while a file is imported, and after the file is imported again', async () => {
    profile = new Profile(name);
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-kill-file-'));
    const POSTS = 4000;
    let interrupted = 0;
    try {
      for (let round = 0; round < share(0.15); round += 1) {
        const file = join(folder, `history-${round}.csv`);
        const rows = Array.from(
          { length: POSTS },
          (_, at) =>
            `douyin,Mint,7${String(round).padStart(6, '0')}${String(at).padStart(12, '0')},Post ${at},2026-01-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00+08:00,${at}`,
        );
        writeFileSync(file, `platform,account,post_id,title,published_at,views\r\n${rows.join('\r\n')}\r\n`);
        living = await profile.open();
        const before = (await living.lines()).lines.length;
        const importing = async (alive: Living) => {
          const page = await alive.browser.open('workbench.html#import');
          await page.locator('input[type=file]').setInputFiles(file);
          await page.locator('.card .button-primary').first().click();
          return page;
        };
        const kill = await living.aim();
        const page = await importing(living);
        await until(
          'its first step',
          () => page.evaluate<boolean>('document.querySelector(".progress[max]")?.value > 0'),
          60_000,
          5,
        );
        await wait(random(IMPORTING));
        if (round % 2 === 0) await page.close();
        else {
          await kill();
          living = await profile.open();
        }
        const partly = (await living.lines()).lines;
        expect(faults(partly, []), `after the kill of round ${round}`).toEqual(NO_FAULTS);
        expect(partly.length).toBeLessThanOrEqual(before + POSTS);
        if (partly.length > before && partly.length < before + POSTS) interrupted += 1;
        const again = await importing(living);
        await again.locator('[data-state="done"]').waitFor();
        const { lines } = await living.lines();
        expect(faults(lines, []), `after round ${round}`).toEqual(NO_FAULTS);
        expect(lines).toHaveLength(before + POSTS);
        await living.close();
      }
      tell('import, page or browser killed', share(0.15), interrupted);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('when the browser dies while the database is brought to a new version', async () => {
    profile = new Profile(name);
    let expected = 0;
    let interrupted = 0;
    for (let round = 0; round <= share(0.2); round += 1) {
      living = await profile.open();
      const here = living;
      if (round > 0) {
        const found = await here.lines();
        expect([1, VERSION], `round ${round}: one version or the other`).toContain(found.version);
        expect(faults(found.lines, []), `round ${round}`).toEqual(NO_FAULTS);
        expect(found.lines, `round ${round}`).toHaveLength(expected);
        const panel = await here.browser.open('sidepanel.html');
        await until('the new version', async () => (await here.lines()).version === VERSION);
        const { lines } = await here.lines();
        expect(faults(lines, []), `round ${round}, upgraded`).toEqual(NO_FAULTS);
        expect(lines, `round ${round}, upgraded`).toHaveLength(expected);
        await panel.close();
      }
      if (round === share(0.2)) break;
      expected = await putVersion1(here.lookout, 600, 60);
      const kill = await here.aim();
      void here.browser.open('sidepanel.html').catch(() => {});
      await until('the upgrade', async () => (await upgrade(here.lookout)) !== 'none', 30_000, 5);
      await wait(random(UPGRADING));
      if ((await upgrade(here.lookout)) === 'open') interrupted += 1;
      await kill();
    }
    tell('migration, browser killed', share(0.2), interrupted);
  });
});
