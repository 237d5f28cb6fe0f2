/**
 * Killed at random moments, in real browsers: while readings are captured, while a file is imported, while the database is brought to
 * a new version. `npm run kills` makes hundreds of rounds; the tests here make a few of each, and go on until some fell inside the work.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CaptureBatch } from '../../core/messages';
import { VERSION } from '../../core/store/schema';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { scrollToEnd } from '../stage/visitor';
import { API, halfAYear, ofPosts, readingsIn, scriptsOf, untilEqual, untilHandedOver } from './almanac';
import { BROWSERS, type Opened, open } from './browsers';
import { batchOf, faults, historyOf, type Living, Profile, putVersion1, Rounds, random, stands, upgrade, wait } from './kills';

/** Stopped backgrounds. */
const STOPS = Number(process.env.STOP_ROUNDS ?? 3);
/** Lists read while the background is stopped. */
const LISTS = Number(process.env.LIST_ROUNDS ?? 2);
/** Killed browsers. */
const KILLS = Number(process.env.KILL_ROUNDS ?? 6);
const share = (part: number) => Math.max(2, Math.round(KILLS * part));
/** About as many milliseconds as an upgrade of the readings put here takes. */
const UPGRADING = 600;
const LIST = 'douyin/content-list';
const NO_FAULTS = { twice: [], missing: [] };

/** In the lookout: resolves as soon as the dashboard's script has sent a batch that is not acknowledged, or when the list is over. */
const A_BATCH_ON_ITS_WAY = `${API}
  const [tab] = await api.tabs.query({ url: arguments[0] });
  while (!globalThis.over) {
    const said = await api.tabs.sendMessage(tab.id, { type: 'tab-status' }).catch(() => null);
    if (said?.waiting > 0) return;
  }`;

// Rounds go on until some kills fell inside the work, and a browser takes seconds to start: who wants many rounds says how long.
if (!process.env.KILL_ROUNDS) vi.setConfig({ testTimeout: 600_000 });

let profile: Profile | undefined;
let living: Living | undefined;
let opened: Opened | undefined;
afterEach(async () => {
  try {
    await living?.close();
    await opened?.close();
  } finally {
    profile?.remove();
    opened = undefined;
    living = undefined;
    profile = undefined;
  }
});

describe.each(BROWSERS)('every acknowledged reading is there exactly once, in %s', (name) => {
  it('when the background is stopped while it stores', async () => {
    profile = new Profile(name);
    living = await profile.open();
    const dashboard = await living.dashboard();
    const acknowledged: CaptureBatch[] = [];
    // How long an awake background takes for a batch. Milliseconds.
    let usual = Number.POSITIVE_INFINITY;
    for (; acknowledged.length < 3; acknowledged.push(batchOf(acknowledged.length))) {
      const start = performance.now();
      expect(await dashboard.capture(batchOf(acknowledged.length))).toBe(true);
      usual = Math.min(usual, performance.now() - start);
    }
    const stops = new Rounds('capture, background stopped', STOPS);
    let unacknowledged = 0;
    for (const round of stops) {
      const batch = batchOf(acknowledged.length);
      // Awake, or the stop could fall inside its start, before there is a batch to be stored.
      await dashboard.wake();
      const stopping = wait(Math.random() * usual).then(() => living?.stopBackground());
      // Goes out before the timer can run out.
      let answered = await dashboard.capture(batch);
      await stopping;
      if (!answered) {
        stops.inside += 1;
        if (stands((await living.lines()).lines, batch)) unacknowledged += 1;
      }
      // As the content script does: the same batch again until it is acknowledged.
      for (let attempt = 0; !answered && attempt < 20; attempt += 1) answered = await dashboard.capture(batch);
      expect(answered, `batch of round ${round} is acknowledged in the end`).toBe(true);
      acknowledged.push(batch);
      const { lines } = await living.lines();
      expect(faults(lines, acknowledged), `after round ${round}`).toEqual(NO_FAULTS);
      expect(lines).toHaveLength(acknowledged.length * 25);
    }
    stops.tell(`, ${unacknowledged} of these when the batch was stored and not acknowledged yet`);
  });

  it('when the background is stopped while the dashboard’s own script hands over a list', async () => {
    const accountOf = (round: number) => {
      const mint = `Mint ${round}`;
      return { platform: 'douyin' as const, name: mint, posts: halfAYear('douyin', mint, 60) };
    };
    const at = await open(name, { accounts: [accountOf(0)] });
    opened = at;
    const stops = new Rounds('list read by the content script, background stopped', LISTS);
    for (const round of stops) {
      at.stage.options = { ...at.stage.options, accounts: [accountOf(round)] };
      await at.tab.goto(at.stage.address(LIST));
      const { run } = tabOf(at.lookout);
      await run('globalThis.over = false');
      const stopping = (async () => {
        // While the page starts and asks for what reads a table, and while batches go out.
        await wait(random(400));
        await at.browser.stopBackground();
        await wait(random(1500));
        await run(A_BATCH_ON_ITS_WAY, at.stage.address(LIST));
        await at.browser.stopBackground();
        // The script says so for a second at least, until the same batch was acknowledged.
        return (await scriptsOf(at, LIST))[0]?.problem;
      })();
      await scrollToEnd(at.tab, () => wait(random(200)));
      await untilHandedOver(at, LIST, 60);
      await run('globalThis.over = true');
      if (await stopping) stops.inside += 1;
      await untilHandedOver(at, LIST, 60);
      const own = ofPosts(at.stage.expected(LIST));
      await untilEqual(at, LIST, 60, own);
      expect(readingsIn(await at.rows(), LIST).filter(own), `after round ${round}`).toHaveLength(60);
    }
    stops.tell();
  });

  it('when the browser dies while it stores', async () => {
    profile = new Profile(name);
    const acknowledged: CaptureBatch[] = [];
    const kills = new Rounds('capture, browser killed', share(0.4));
    let unacknowledged = 0;
    /** The batch that the last kill left without an answer, and whether it had gone out before. */
    let left: { batch: CaptureBatch; before: boolean } | undefined;
    /** What the last kill left behind. */
    const look = async (here: Living, when: string) => {
      const { lines } = await here.lines();
      expect(faults(lines, acknowledged), when).toEqual(NO_FAULTS);
      const stored = left !== undefined && stands(lines, left.batch);
      expect(lines, when).toHaveLength((acknowledged.length + (stored ? 1 : 0)) * 25);
      if (stored) unacknowledged += 1;
      if (stored || left?.before) kills.inside += 1;
      left = undefined;
    };
    for (const round of kills) {
      living = await profile.open();
      await look(living, `before round ${round}`);
      const dashboard = await living.dashboard();
      await dashboard.wake();
      const kill = await living.aim();
      let killed = Number.POSITIVE_INFINITY;
      const dying = wait(20 + random(400)).then(() => {
        killed = performance.now();
        return kill();
      });
      while (left === undefined) {
        const batch = batchOf(acknowledged.length);
        const sent = performance.now();
        if (await dashboard.capture(batch)) acknowledged.push(batch);
        else left = { batch, before: sent < killed };
      }
      await dying;
    }
    living = await profile.open();
    await look(living, 'in the end');
    // What was not acknowledged is handed over again, and is there once too.
    const dashboard = await living.dashboard();
    const batch = batchOf(acknowledged.length);
    expect(await dashboard.capture(batch)).toBe(true);
    acknowledged.push(batch);
    const { lines } = await living.lines();
    expect(faults(lines, acknowledged)).toEqual(NO_FAULTS);
    expect(lines).toHaveLength(acknowledged.length * 25);
    kills.tell(`, ${unacknowledged} of these when the batch was stored and not acknowledged yet`);
  });

  it('when the page or the browser dies while a file is imported, and after the file is imported again', async () => {
    profile = new Profile(name);
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-kill-file-'));
    const POSTS = 4000;
    const kills = new Rounds('import, page or browser killed', share(0.25));
    try {
      for (const round of kills) {
        const file = join(folder, `history-${round}.csv`);
        writeFileSync(file, historyOf(round, POSTS));
        living = await profile.open();
        const before = (await living.lines()).lines.length;
        const importing = async (alive: Living) => {
          const page = await alive.browser.open('workbench.html#import');
          await page.locator('input[type=file]').setInputFiles(file);
          // With a hundred thousand posts in the store it takes longer than a locator has patience for, to compare the file with them
          // as well as to add it.
          const add = page.locator('.card .button-primary').first();
          await add.waitFor({ timeout: 300_000 });
          await add.click();
          return page;
        };
        const kill = await living.aim();
        const page = await importing(living);
        const part = Math.random() * 0.9;
        await until(
          `${Math.round(part * 100)} % of it`,
          () =>
            page.evaluate<boolean>(
              `document.querySelector('.progress[max]')?.value > ${part} || document.querySelector('[data-state="done"]') !== null`,
            ),
          300_000,
          5,
        );
        if (round % 2 === 0) await page.close();
        else {
          await kill();
          living = await profile.open();
        }
        const partly = (await living.lines()).lines;
        expect(faults(partly, []), `after the kill of round ${round}`).toEqual(NO_FAULTS);
        expect(partly.length).toBeLessThanOrEqual(before + POSTS);
        if (partly.length > before && partly.length < before + POSTS) kills.inside += 1;
        const again = await importing(living);
        await again.locator('[data-state="done"]').waitFor({ timeout: 300_000 });
        const { lines } = await living.lines();
        expect(faults(lines, []), `after round ${round}`).toEqual(NO_FAULTS);
        expect(lines).toHaveLength(before + POSTS);
        await living.close();
      }
      kills.tell();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('when the browser dies while the database is brought to a new version', async () => {
    profile = new Profile(name);
    let expected = 0;
    const kills = new Rounds('migration, browser killed', share(0.35));
    /** What the last kill left behind is whole, in one version or the other, and is brought to the new one. */
    const settled = async (here: Living, when: string) => {
      const found = await here.lines();
      expect([1, VERSION], `${when}: one version or the other`).toContain(found.version);
      expect(faults(found.lines, []), when).toEqual(NO_FAULTS);
      expect(found.lines, when).toHaveLength(expected);
      const panel = await here.browser.open('sidepanel.html');
      await until('the new version', async () => (await here.lines()).version === VERSION);
      const { lines } = await here.lines();
      expect(faults(lines, []), `${when}, upgraded`).toEqual(NO_FAULTS);
      expect(lines, `${when}, upgraded`).toHaveLength(expected);
      await panel.close();
    };
    for (const round of kills) {
      living = await profile.open();
      const here = living;
      if (round > 0) await settled(here, `before round ${round}`);
      expected = await putVersion1(here.lookout, 600, 60);
      const kill = await here.aim();
      void here.browser.open('sidepanel.html').catch(() => {});
      await until('the upgrade', async () => (await upgrade(here.lookout)) !== 'none', 30_000, 5);
      await wait(random(UPGRADING));
      if ((await upgrade(here.lookout)) === 'open') kills.inside += 1;
      await kill();
    }
    living = await profile.open();
    await settled(living, 'in the end');
    kills.tell();
  });
});
