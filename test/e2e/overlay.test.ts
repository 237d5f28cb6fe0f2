/** The markers beside the rows of every staged dashboard: on the right rows, out of the way, out of the page's reach. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../core/model/platforms';
import type { ShadowPart } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { scrollOn, settled, turnOn } from '../stage/visitor';
import { halfAYear, hostsOf, messagesTo, PILL, untilStored } from './almanac';
import { BROWSERS, type BrowserName, type Opened, open } from './browsers';

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

const CHINESE: ReadonlySet<Platform> = new Set(['douyin', 'xiaohongshu', 'kuaishou', 'channels', 'bilibili']);

async function start(name: BrowserName, platform: Platform, count: number): Promise<Opened> {
  opened = await open(name, {
    accounts: [{ platform, name: 'juniper.kiln', posts: halfAYear(platform, 'juniper.kiln', count) }],
    language: CHINESE.has(platform) ? 'zh-CN' : 'en',
    locale: 'en-US',
    granted: [],
  });
  return opened;
}

/** Where each title of the stage stands, and whether it is seen, with the row's middle; looked for through open shadow roots and not by the product. */
const TITLES = `
  const titles = new Set(arguments[0]);
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue).join('').trim();
      if (!titles.has(own)) continue;
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const [x, y] = [left + Math.min(4, (right - left) / 2), (top + bottom) / 2];
      const hit = element.getRootNode().elementFromPoint(x, y);
      const seen = hit && (hit === element || element.contains(hit) || hit.contains(element));
      if (bottom > top) found.push({ title: own, top, bottom, seen: Boolean(seen) });
    }
  };
  walk(document);
  return found.sort((a, b) => a.top - b.top);`;

/** What of the page lies under each point: controls, pictures and words must stay free. */
const UNDER = `
  return arguments[0].map(([x, y]) => {
    let hit = document.elementsFromPoint(x, y).find((element) => element.localName !== arguments[1]);
    while (hit && hit.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    if (!hit) return 'nothing';
    const control = hit.closest('a, button, input, select, textarea, label, [role=button], [role=checkbox], img, video, svg');
    return control ? control.localName : 'free';
  });`;

interface Title {
  title: string;
  top: number;
  bottom: number;
  seen: boolean;
}
const markersOf = async ({ browser, tab }: Opened): Promise<ShadowPart[]> =>
  (await browser.shadowParts(tab.page, PILL, 'marker')).sort((a, b) => a.top - b.top);

/** Each marker names the title that stands beside it, and each post that is whole in sight has one. */
async function expectOnTheirRows(at: Opened, page: string): Promise<ShadowPart[]> {
  const titles = [...new Set(at.stage.expected(page).map(({ post }) => post.title))];
  let markers: ShadowPart[] = [];
  let wrong: unknown;
  await until(`a marker beside every row in sight of ${page}`, async () => {
    const rows = await at.tab.run<Title[]>(TITLES, titles);
    markers = await markersOf(at);
    const beside = ({ top, bottom, label }: ShadowPart) =>
      rows.some((row) => label.startsWith(row.title) && row.top < bottom + 60 && row.bottom > top - 60);
    const misplaced = markers.filter((marker) => !beside(marker)).map(({ label, top }) => ({ label, top }));
    const inSight = rows.filter(({ seen }) => seen);
    const whole = inSight.filter(({ top, bottom }) => top > 60 && bottom < 560);
    const without = whole.filter((row) => !markers.some((marker) => marker.label.startsWith(row.title)));
    wrong = { misplaced: misplaced.slice(0, 3), without: without.slice(0, 3), inSight: inSight.length, markers: markers.length };
    return inSight.length > 0 && misplaced.length === 0 && without.length === 0;
  }).catch((cause: unknown) => {
    throw new Error(JSON.stringify(wrong, null, 1), { cause });
  });
  const points = markers.flatMap(({ left, right, top, bottom }) => [
    [(left + right) / 2, top + 2],
    [(left + right) / 2, (top + bottom) / 2],
    [(left + right) / 2, bottom - 2],
  ]);
  expect(await at.tab.run<string[]>(UNDER, points, PILL)).toEqual(points.map(() => 'free'));
  return markers;
}

const PAGES: [Platform, string][] = [
  ['douyin', 'douyin/content-list'],
  ['douyin', 'douyin/content-manage'],
  ['xiaohongshu', 'xiaohongshu/note-manager'],
  ['xiaohongshu', 'xiaohongshu/data-analysis'],
  ['kuaishou', 'kuaishou/statistics-article'],
  ['kuaishou', 'kuaishou/manage-video'],
  ['channels', 'channels/post-list'],
  ['bilibili', 'bilibili/upload-manager'],
  ['youtube', 'youtube/content-list'],
  ['tiktok', 'tiktok/content'],
  ['facebook', 'meta/content'],
  ['linkedin', 'linkedin/top-posts'],
  ['x', 'x/content-list'],
];

describe.each(BROWSERS)('markers, in %s', (name) => {
  for (const [platform, page] of PAGES) {
    it(`${page}: beside the right rows, after scrolling and paging too; nothing moves, nothing fails`, async () => {
      const at = await start(name, platform, 60);
      const { tab, stage, browser, lookout } = at;
      const errors = browser.errors(tab.page);
      await tab.goto(stage.address(page));
      await settled(tab);
      // From here on nothing but the extension changes the page. Only Chromium counts shifts; where the rows stand both can say.
      const titles = stage.expected(page).map(({ post }) => post.title);
      const places = async () =>
        (await tab.run<Title[]>(TITLES, titles)).map(({ title, top, bottom }) => ({ title, top, bottom }));
      const before = await places();
      await tab.run(`
        globalThis.shifted = 0;
        new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shifted += value; }).observe({ type: 'layout-shift' });`);
      await browser.grant(lookout, ...hostsOf(platform));
      await expectOnTheirRows(at, page);
      expect(await tab.run('return shifted')).toBe(0);
      expect(await places()).toEqual(before);

      const go = stage.movesBy(page) === 'pager' ? turnOn : scrollOn;
      for (let step = 0; step < 2; step++) {
        if (!(await go(tab))) break;
        await expectOnTheirRows(at, page);
      }
      expect(await errors()).toEqual([]);
    });
  }
});

describe.each(BROWSERS)('markers of weighed posts, in %s', (name) => {
  it('say where a post stands once the report is there, follow a sort, and stay out of the page’s reach', async () => {
    const at = await start(name, 'douyin', 90);
    const { tab, stage, browser, lookout } = at;
    const page = 'douyin/content-list';
    await browser.grant(lookout, ...hostsOf('douyin'));
    await tab.goto(stage.address(page));
    while (await scrollOn(tab));
    await untilStored(at, page, 90);
    expect((await markersOf(at)).every(({ label }) => /not weighed yet/.test(label))).toBe(true);

    // The engine runs in a page of ours; the dashboard hears of it.
    const panel = await browser.open('sidepanel.html');
    await tab.page.bringToFront();
    await until('the marks', async () => (await markersOf(at)).some(({ label }) => /Among your own posts/.test(label)));
    await panel.close();
    const before = await expectOnTheirRows(at, page);

    await tab.run(
      'const list = document.querySelector(".stage-list") ?? document.querySelector("tbody"); list.append(...[...list.children].reverse());',
    );
    const after = await expectOnTheirRows(at, page);
    expect(after.map(({ label }) => label)).not.toEqual(before.map(({ label }) => label));

    // The pointer rests on a marker: its card opens; the page sees the host and nothing of what is inside.
    await tab.run(`
      globalThis.seen = [];
      for (const name of ['pointerover', 'pointerdown', 'click', 'keydown', 'focusin'])
        addEventListener(name, (event) => seen.push(event.composedPath()[0].localName), true);`);
    const [marker] = after;
    if (!marker) throw new Error('no marker');
    await tab.page.mouse.move((marker.left + marker.right) / 2, (marker.top + marker.bottom) / 2);
    await until('the card', async () => /Among your own posts/.test((await browser.shadowText(tab.page, PILL)) ?? ''));
    await tab.page.mouse.down();
    await tab.page.mouse.up();
    await tab.page.keyboard.press('ArrowDown');
    expect(new Set(await tab.run<string[]>('return seen'))).toEqual(new Set([PILL]));
    await tab.page.keyboard.press('Escape');
    await until('the card to go', async () => !/Among your own posts/.test((await browser.shadowText(tab.page, PILL)) ?? ''));
    expect(
      await tab.run(
        `const host = document.querySelector('${PILL}'); return [host.shadowRoot, host.childNodes.length, host.attributes.length]`,
      ),
    ).toEqual([null, 0, 0]);
  });

  it('tell on the card what was found, why and where it is written, and remember what is no issue', async () => {
    const page = 'douyin/content-list';
    const posts = halfAYear('douyin', 'juniper.kiln', 40);
    const newest = posts.toSorted((a, b) => b.publishedAt - a.publishedAt)[0];
    const title = '全网最好用的锅，安静地炖一锅汤，点左下角链接下单';
    opened = await open(name, {
      accounts: [
        { platform: 'douyin', name: 'juniper.kiln', posts: posts.map((post) => (post === newest ? { ...post, title } : post)) },
      ],
      language: 'zh-CN',
      locale: 'en-US',
    });
    const { tab, stage, browser } = opened;
    const at = opened;
    await tab.goto(stage.address(page));
    while (await scrollOn(tab));
    await untilStored(at, page, 40);
    const panel = await browser.open('sidepanel.html');
    await tab.page.bringToFront();
    await tab.goto(stage.address(page));
    const flagged = async () => (await markersOf(at)).find(({ label }) => label.startsWith(title) && /rule speaks/.test(label));
    await until('the light on its marker', async () => (await flagged()) !== undefined);
    await panel.close();

    const marker = await flagged();
    if (!marker) throw new Error('no marker');
    await tab.page.mouse.move((marker.left + marker.right) / 2, (marker.top + marker.bottom) / 2);
    const card = async () => (await browser.shadowText(tab.page, PILL)) ?? '';
    await until('the card', async () => /Not an issue/.test(await card()));
    const said = await card();
    expect(said).toContain('全网最好');
    expect(said).toMatch(/To do:/);
    expect(said).toMatch(/Source:.+广告.+as of \w+ \d+, 20\d\d/s);

    // What a script presses sets nothing aside, even one that found a way in.
    const messages = await messagesTo(at);
    expect(await browser.pressByScript(tab.page, PILL)).toContain('Not an issue');
    expect(await messages()).not.toContain('set-aside');
    await until('the card', async () => /Not an issue/.test(await card()));

    // Whoever has the marker's focus and presses on the card's own words stays in the card.
    await tab.page.mouse.down();
    await tab.page.mouse.up();
    const [place] = await browser.shadowParts(tab.page, PILL, 'row-card');
    if (!place) throw new Error('no card');
    await tab.page.mouse.move(place.left + 40, place.top + 18);
    await tab.page.mouse.down();
    await tab.page.mouse.up();
    expect(await card()).toContain('Not an issue');
    // By keyboard: on to its buttons.
    await tab.page.keyboard.press('Tab');
    await tab.page.keyboard.press('Enter');
    await until('the first to be kept', async () => ((await at.rows())?.suppressed?.length ?? 0) > 0);
    expect(await messages()).toContain('set-aside');
    // It counts for how often the rule was right, as when it is said in the panel.
    const kept = (await at.rows()) as { suppressed: { id: string }[]; documents: { kind: string; value: { right: boolean } }[] };
    const verdicts = kept.documents.filter(({ kind }) => kind === 'verdict');
    expect(verdicts).toHaveLength(kept.suppressed.length);
    expect(verdicts.every(({ value }) => value.right === false)).toBe(true);
    // By pointer: one click each; the light goes with the last of them, and stays away.
    await until('everything to be called no issue', async () => {
      if (!/Not an issue/.test(await card())) return true;
      await browser.clickInShadow(tab.page, PILL, 'Not an issue').catch(() => undefined);
      return false;
    });
    await until('the light to go', async () => (await flagged()) === undefined);
    await tab.goto(stage.address(page));
    await expectOnTheirRows(at, page);
    await until('the marks', async () =>
      (await markersOf(at)).some(({ label }) => label.startsWith(title) && !/not weighed/.test(label)),
    );
    expect(await flagged()).toBeUndefined();
  });

  it('go at once where a platform’s overlay is switched off, and come back', async () => {
    const at = await start(name, 'douyin', 20);
    const { tab, stage, browser, lookout } = at;
    await browser.grant(lookout, ...hostsOf('douyin'));
    await tab.goto(stage.address('douyin/content-list'));
    await expectOnTheirRows(at, 'douyin/content-list');
    const settings = await browser.open('workbench.html#settings');
    const box = settings.getByLabel('Douyin', { exact: true });
    await box.uncheck();
    await tab.page.bringToFront();
    await until('the overlay to go', async () => (await browser.shadowText(tab.page, PILL)) === null);
    await settings.bringToFront();
    await box.check();
    await tab.page.bringToFront();
    await expectOnTheirRows(at, 'douyin/content-list');
  });
});
