/**
 * What happens to a browser in real life while dashboards are read: each fault several times, and after each every post is there exactly
 * once. `npm run reliability` makes more rounds; `docs/reliability.md` has the table. Kills stand in `kills.test.ts`.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { overlay } from '../../assets/locales/en/overlay';
import { panel } from '../../assets/locales/en/panel';
import { workbench } from '../../assets/locales/en/workbench';
import type { CaptureBatch } from '../../core/messages';
import { type BrowserWithExtension, type Page, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { Stage, type StagedAccount } from '../stage/stage';
import { scrollOn, scrollToEnd } from '../stage/visitor';
import {
  ALL_ROWS,
  comparable,
  halfAYear,
  hostsOf,
  newestIn,
  ofPosts,
  PILL,
  QUIET_PLACE,
  type Rows,
  readingsIn,
  untilEqual,
  untilHandedOver,
  untilStored,
} from './almanac';
import { BROWSERS, type BrowserName, BUILDS, launch, type Opened, open } from './browsers';
import { batchOf, faults, figure, type Living, Profile, Rounds, random, wait } from './kills';

const ROUNDS = Number(process.env.RELIABILITY_ROUNDS ?? 2);
/** Of what costs a start of the browser, or several, each time. */
const ONCE = Number(process.env.RELIABILITY_ROUNDS ?? 1);
const LIST = 'douyin/content-list';
const NO_FAULTS = { twice: [], missing: [] };
/** The elements that anything of ours has put into a page. */
const HOSTS_OF_OURS = `return [...document.querySelectorAll('*')].map((one) => one.localName).filter((name) => name.startsWith('post-almanac'))`;
const { backup: words } = workbench;
const { backupAge } = panel;

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function start(name: BrowserName, posts: number): Promise<Opened> {
  const opened = await open(name, { accounts: [accountOf(0, posts)] });
  closing.push(opened.close);
  return opened;
}

/** Each round shows something that is not stored yet: another account, and every second time other figures of the one before. */
function accountOf(round: number, count = 60): StagedAccount {
  const mint = `Mint ${round >> 1}`;
  const posts = halfAYear('douyin', mint, count);
  if (round % 2 === 0) return { platform: 'douyin', name: mint, posts };
  const more = posts.map((post) => {
    const { views } = post.figures;
    return views === undefined ? post : { ...post, figures: { ...post.figures, views: 2 * views + 1 } };
  });
  return { platform: 'douyin', name: mint, posts: more };
}

/** Puts the account of a round on the stage, and gives how many readings must stand of it in the end: the same figures stand once. */
function stageRound({ stage }: Opened, round: number): number {
  stage.options = { ...stage.options, accounts: [accountOf(round)] };
  const shown = comparable(stage.expected(LIST));
  if (round % 2 === 0) return shown.length;
  const before = new Set(comparable(new Stage({ accounts: [accountOf(round - 1)] }).expected(LIST)));
  const news = shown.filter((line) => !before.has(line)).length;
  expect(news).toBeGreaterThan(40);
  return shown.length + news;
}
/** Stored readings of the posts on the stage: the page does not say whose they are. */
const readingsOf = async (at: Opened) => readingsIn(await at.rows(), LIST).filter(ofPosts(at.stage.expected(LIST)));

/** Stored readings of a page that say of a post what another one says. Figures that changed meanwhile are no copies. */
function copies(rows: Rows | null, page = LIST): number {
  const said = readingsIn(rows, page).map(({ seenAt: _, ...what }) => JSON.stringify(what));
  return said.length - new Set(said).size;
}

describe.each(BROWSERS)('every post is there exactly once, in %s', (name) => {
  it('when five tabs show the same list at once', async () => {
    const at = await start(name, 60);
    for (let round = 0; round < ROUNDS; round += 1) {
      const wanted = stageRound(at, round);
      const tabs = await Promise.all(Array.from({ length: 5 }, async () => tabOf(await at.browser.newPage())));
      await Promise.all(
        tabs.map(async (tab) => {
          await tab.goto(at.stage.address(LIST));
          await scrollToEnd(tab);
        }),
      );
      await untilHandedOver(at, LIST, 60, tabs.length);
      await untilEqual(at, LIST, 60, ofPosts(at.stage.expected(LIST)));
      expect(copies(await at.rows()), `round ${round}`).toBe(0);
      expect(await readingsOf(at), `round ${round}`).toHaveLength(wanted);
      for (const { page } of tabs) await page.close();
    }
  });

  it('when the permission is withdrawn while the list is read, and given again', async () => {
    const at = await start(name, 60);
    const withdrawals = new Rounds('permission withdrawn', ROUNDS);
    for (const round of withdrawals) {
      const wanted = stageRound(at, round);
      const known = round % 2 === 0 ? 0 : 60;
      await at.tab.goto(at.stage.address(LIST));
      const withdrawing = (async () => {
        await until('the first of the list', async () => (await readingsOf(at)).length > known);
        await wait(random(600));
        await at.browser.withdraw(at.lookout, ...hostsOf('douyin'));
      })();
      await scrollToEnd(at.tab, () => wait(random(150)));
      await withdrawing;
      await until('the pill to go', async () => (await at.browser.shadowText(at.tab.page, PILL)) === null);
      const stored = (await readingsOf(at)).length;
      // The whole list stands on the page: what is not stored was not read yet, or was on its way.
      if (stored < wanted) withdrawals.inside += 1;
      expect(copies(await at.rows()), `round ${round}`).toBe(0);
      await at.browser.grant(at.lookout, ...hostsOf('douyin'));
      await untilHandedOver(at, LIST, 60);
      await untilEqual(at, LIST, 60, ofPosts(at.stage.expected(LIST)));
      expect(copies(await at.rows()), `round ${round}`).toBe(0);
      expect(await readingsOf(at), `round ${round}`).toHaveLength(wanted);
    }
    withdrawals.tell();
  });

  it('when the creator travels: the same posts in another time zone', async () => {
    const opened = await open(name, {
      accounts: [{ platform: 'youtube', name: 'Mint', posts: halfAYear('youtube', 'Mint', 20) }],
    });
    closing.push(opened.close);
    const page = 'youtube/content-list';
    for (const zone of ['America/New_York', 'Asia/Tokyo', 'Europe/Berlin']) {
      await opened.browser.setTimezone(opened.tab.page, zone);
      await opened.tab.goto(opened.stage.address(page));
      await untilStored(opened, page, 20);
      await until('this look', async () => (await opened.browser.shadowText(opened.tab.page, PILL))?.includes('20'));
    }
    const rows = await opened.rows();
    expect(newestIn(rows, page)).toHaveLength(20);
    expect(copies(rows, page)).toBe(0);
  });

  it('when two browsers restore the same backup, go on by themselves, and each takes in what the other has saved', async () => {
    /** Restores `file` the gentle way, hands over batches, and gives what must and what does stand, and a backup of it. */
    const session = async (profile: Profile | undefined, file: Buffer | null, batches: readonly CaptureBatch[]) => {
      const living = await (profile ?? expect.fail()).open('en-US');
      try {
        const page = await living.browser.open('workbench.html#backup');
        // The second time everything is known already.
        for (let time = 0; file && time < 2; time += 1) {
          await page.locator('input[type=file]').setInputFiles({ name: 'a.json.gz', mimeType: 'application/gzip', buffer: file });
          await page.getByRole('button', { name: words.merge }).click();
          await page.getByText(words.done, { exact: true }).waitFor();
          await page.reload();
        }
        const dashboard = await living.dashboard();
        for (const batch of batches) expect(await dashboard.capture(batch)).toBe(true);
        const { lines } = await living.lines();
        const { content } = await living.browser.saved(page, () =>
          page.getByRole('button', { name: backupAge.save, exact: true }).first().click(),
        );
        return { lines: lines.toSorted(), content };
      } finally {
        await living.close();
      }
    };
    for (let round = 0; round < ONCE; round += 1) {
      const profiles = [0, 1, 2].map(() => new Profile(name));
      for (const profile of profiles) closing.push(() => profile.remove());
      const [common, first, second, both] = [[0, 1], [2, 3], [4], [5]].map((numbers) =>
        numbers.map((one) => batchOf(6 * round + one)),
      );
      if (!common || !first || !second || !both) expect.fail();
      const [before, one, other] = profiles;
      const { content } = await session(before, null, common);
      const ofOne = await session(one, content, [...first, ...both]);
      expect(faults(ofOne.lines, [...common, ...first, ...both])).toEqual(NO_FAULTS);
      const all = [...common, ...first, ...both, ...second];
      // The other browser saw one of the looks too.
      await session(other, content, [...both, ...second]);
      const ofOther = await session(other, ofOne.content, []);
      const merged = await session(one, ofOther.content, []);
      for (const { lines } of [ofOther, merged]) {
        expect(faults(lines, all), `round ${round}`).toEqual(NO_FAULTS);
        expect(lines, `round ${round}`).toHaveLength(all.length * 25);
      }
      expect(merged.lines, `round ${round}`).toEqual(ofOther.lines);
      for (const profile of profiles) profile.remove();
    }
    process.stdout.write(`two browsers restore one backup and each other's, ${name}: ${ONCE} times\n`);
  });

  it('when looks come with moments of before, and right again', async () => {
    const profile = new Profile(name);
    closing.push(() => profile.remove());
    const living: Living = await profile.open();
    closing.push(() => living.close());
    const dashboard = await living.dashboard();
    const first = batchOf(1000);
    expect(await dashboard.capture(first)).toBe(true);
    /** Looks whose readings must all stand: the figures are new, or a day has passed since they were last seen to be the same. */
    const standing = [first];
    for (let round = 0; round < ROUNDS; round += 1) {
      const looks = [
        { hours: -30, more: 0, stands: true },
        { hours: -2, more: 0, stands: true },
        { hours: 2, more: 0, stands: false },
        { hours: 3, more: 1 + round, stands: true },
      ];
      for (const { hours, more, stands } of looks) {
        const look = {
          ...first,
          id: `${first.id}-${round}-${hours + 100}`,
          readings: first.readings.map((one) => ({
            ...one,
            metrics: { ...one.metrics, likes: figure((one.metrics.likes?.value ?? 0) + more) },
            seenAt: new Date(Date.parse(one.seenAt) + (hours + round * 100) * 3_600_000).toISOString(),
          })),
        };
        // Handed over twice, as when an acknowledgement was lost.
        for (let time = 0; time < 2; time += 1) expect(await dashboard.capture(look)).toBe(true);
        if (stands) standing.push(look);
      }
    }
    const { lines } = await living.lines();
    expect(faults(lines, standing)).toEqual(NO_FAULTS);
    expect(lines).toHaveLength(standing.length * first.readings.length);
  });
});

/**
 * Before the background of a build: its scripts go into open tabs only when `GO_ON` is heard, as if the new version were slow to start.
 */
const HELD = `{
  const { scripting } = globalThis.browser ?? chrome;
  const put = scripting.executeScript;
  const heard = new Promise((done) => { new BroadcastChannel('go on').onmessage = done; });
  scripting.executeScript = async (...what) => { await heard; return put.apply(scripting, what); };
}
`;
const GO_ON = `new BroadcastChannel('go on').postMessage('')`;

/** How often the pill says that the extension was updated; throws without a pill. */
const timesLost = (said: string | null) => (said ?? expect.fail('no pill')).split(overlay.contextLost).length - 1;

describe.each(BROWSERS)('an update of the extension, in %s', (name) => {
  it('with dashboards open: the old script says so once and goes quiet, the new one takes over, one pill each, no card left, nothing lost or twice', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-update-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
    cpSync(BUILDS[name], folder, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const background = readFileSync(join(folder, 'background.js'), 'utf8');
    const release = (version: string, held = false) => {
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version }));
      writeFileSync(join(folder, 'background.js'), held ? HELD + background : background);
    };
    release('0.0.1');
    // More with every scroll, to the last round.
    const posts = halfAYear('douyin', 'Mint', 40 + 20 * ROUNDS);
    const stage = new Stage({ accounts: [{ platform: 'douyin', name: 'Mint', posts }] });
    const browser = await launch(name, { extension: folder, site: stage, locale: 'en-US' });
    closing.push(() => browser.close());
    let lookout: Page = await browser.open(QUIET_PLACE);
    await browser.grant(lookout, ...hostsOf('douyin'));
    const at = { stage, rows: () => tabOf(lookout).run<Rows | null>(ALL_ROWS) };
    const tabs = await Promise.all([0, 1].map(async () => tabOf(await browser.newPage())));
    for (const tab of tabs) await tab.goto(stage.address(LIST));
    await untilStored(at, LIST, 10);
    const drawn = async ({ page }: (typeof tabs)[number], part: string) => (await browser.shadowParts(page, PILL, part)).length;
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = newestIn(await at.rows(), LIST).length;
      // Every second version is slow to start.
      const held = round % 2 === 0;
      const said = new Map<(typeof tabs)[number], string>();
      for (const tab of tabs) {
        await tab.page.bringToFront();
        said.set(tab, (await browser.shadowText(tab.page, PILL)) ?? expect.fail('no pill'));
        await openACard(browser, tab.page);
      }
      // Opening the second may have closed the first.
      expect((await Promise.all(tabs.map((tab) => drawn(tab, 'row-card')))).some((cards) => cards > 0)).toBe(true);
      release(`0.1.${round}`, held);
      await browser.update(lookout);
      lookout = await until('the new version', async () => {
        const page = await browser.newPage();
        await page.goto(browser.url(QUIET_PLACE)).catch(() => {});
        const version = await page.evaluate('globalThis.chrome?.runtime?.getManifest?.().version').catch(() => null);
        if (version === `0.1.${round}`) return page;
        await page.close();
        return null;
      });
      expect(newestIn(await at.rows(), LIST).length, `round ${round}`).toBeGreaterThanOrEqual(before);
      for (const tab of held ? tabs : []) {
        const now = () => browser.shadowText(tab.page, PILL);
        if (name === 'Chromium') {
          await until('the old script to say so', async () => timesLost(await now()) > 0);
          // Once, however much the page changes, with nothing beside the rows any more.
          await scrollOn(tab);
          await wait(500);
          expect(timesLost(await now()), `round ${round}`).toBe(1);
          expect(await now()).not.toMatch(/captured/);
          expect([await drawn(tab, 'marker'), await drawn(tab, 'row-card')], `round ${round}`).toEqual([0, 0]);
        } else {
          // Its scripts ended with it: the pill they had drawn stands there, and can say nothing.
          expect(await now(), `round ${round}`).toMatch(/captured/);
          expect(timesLost(await now()), `round ${round}`).toBe(0);
        }
        expect(await tab.run(HOSTS_OF_OURS), `round ${round}`).toEqual([PILL]);
      }
      // Where a marker was, the next one will be: its card would open by itself.
      for (const { page } of tabs) await page.mouse.move(2, 2);
      if (held) await lookout.evaluate(GO_ON);
      for (const tab of tabs) {
        expect(await scrollOn(tab), `round ${round}: more to show`).toBe(true);
        let most = 0;
        await until('the new pill', async () => {
          const text = (await browser.shadowText(tab.page, PILL)) ?? '';
          if (text !== '') most = Math.max(most, timesLost(text));
          return /\d/.test(text) && !text.startsWith(said.get(tab) ?? '') && !text.includes(overlay.contextLost);
        });
        // In Chromium the old script may say so until the new one takes over, in Firefox nobody can.
        expect(most, `round ${round}`).toBeLessThanOrEqual(name === 'Chromium' ? 1 : 0);
      }
      await untilStored(at, LIST, before + 10);
      for (const tab of tabs) {
        await until('the markers', async () => (await drawn(tab, 'marker')) > 0);
        // One marker beside each row.
        const markers = (await browser.shadowParts(tab.page, PILL, 'marker')).map(({ top }) => Math.round(top));
        expect(new Set(markers).size, `round ${round}`).toBe(markers.length);
        const left = {
          hosts: await tab.run(HOSTS_OF_OURS),
          pills: await drawn(tab, 'pill'),
          cards: await drawn(tab, 'row-card'),
        };
        expect(left, `round ${round}`).toEqual({ hosts: [PILL], pills: 1, cards: 0 });
      }
    }
    await scrollToEnd(tabs[0] ?? expect.fail());
    await untilEqual(at, LIST);
    expect(copies(await at.rows())).toBe(0);
    process.stdout.write(
      `updated with two dashboards and a card open, ${name}: ${ROUNDS} times, ${Math.ceil(ROUNDS / 2)} of them to a slow version\n`,
    );
  });
});

/** The pointer rests on the first marker until its card is open. */
async function openACard(browser: BrowserWithExtension, page: Page): Promise<void> {
  await until('the card of a row', async () => {
    const [marker] = (await browser.shadowParts(page, PILL, 'marker')).sort((a, b) => a.top - b.top);
    if (marker) await page.mouse.move((marker.left + marker.right) / 2, (marker.top + marker.bottom) / 2);
    return (await browser.shadowParts(page, PILL, 'row-card')).length > 0;
  });
}

describe.each(BROWSERS)('an extension that goes away under an open dashboard, in %s', (name) => {
  it('is told of once, in one pill, where its script lives on; nothing more is read until it is there again, and then all of it once', async () => {
    const at = await start(name, 60);
    const { browser, tab } = at;
    for (let round = 0; round < ONCE; round += 1) {
      const wanted = stageRound(at, round);
      const lookout = round === 0 ? at.lookout : await browser.open(QUIET_PLACE);
      const rows = () => tabOf(lookout).run<Rows | null>(ALL_ROWS);
      const known = readingsIn(await rows(), LIST).length;
      await tab.goto(at.stage.address(LIST));
      await until('the first of the list', async () => readingsIn(await rows(), LIST).length > known);
      await until('the pill', async () => /captured/.test((await browser.shadowText(tab.page, PILL)) ?? ''));
      await browser.turn(false);
      const left = await browser.shadowText(tab.page, PILL);
      // Said at the next look, and not again however much the page changes.
      for (let time = 0; time < 2; time += 1) {
        await scrollOn(tab);
        if (name === 'Chromium') {
          await until('the pill to say so', async () => {
            const text = await browser.shadowText(tab.page, PILL);
            return timesLost(text) === 1 && !/captured/.test(text ?? '');
          });
        } else {
          // Firefox ends the script with the extension: its pill stands there as it was.
          expect(await browser.shadowText(tab.page, PILL)).toBe(left);
        }
        expect(await tab.run(HOSTS_OF_OURS), `round ${round}`).toEqual([PILL]);
      }
      await browser.turn(true);
      const again = await until('the extension', () => browser.open(QUIET_PLACE).catch(() => null));
      const there = { stage: at.stage, rows: () => tabOf(again).run<Rows | null>(ALL_ROWS) };
      await tab.reload();
      await scrollToEnd(tab);
      await untilEqual(there, LIST, 60, ofPosts(at.stage.expected(LIST)));
      const stored = readingsIn(await there.rows(), LIST);
      expect(stored.filter(ofPosts(at.stage.expected(LIST))), `round ${round}`).toHaveLength(wanted);
      expect(copies(await there.rows()), `round ${round}`).toBe(0);
      expect(await tab.run(HOSTS_OF_OURS), `round ${round}`).toEqual([PILL]);
      await again.close();
    }
    process.stdout.write(`switched off under a dashboard and on again, ${name}: ${ONCE} times\n`);
  });
});
