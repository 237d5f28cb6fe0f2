/**
 * Every dashboard with 500 posts in real browsers: through scrolling or paging each post is stored once, every figure as it was shown.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../core/model/platforms';
import { FirefoxWithExtension } from '../../scripts/browsers/firefox';
import { until } from '../../scripts/browsers/poll';
import { serve } from '../stage/server';
import { Stage } from '../stage/stage';
import { scrollOn, scrollToEnd, shownSoFar, type Tab, turnOn } from '../stage/visitor';
import {
  ALL_ROWS,
  comparable,
  difference,
  FIREFOX_BUILD,
  halfAYear,
  hostsOf,
  NO_DIFFERENCE,
  newestIn,
  type Opened,
  open,
  postsIn,
  QUIET_PLACE,
  type Rows,
  readingsIn,
  untilEqual,
} from './almanac';

const POSTS = 500;
const NAME = 'juniper.kiln';

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

type At = Pick<Opened, 'stage' | 'rows'> & { tab: Tab };

/** Looks through a whole list, staying at every stop that takes its rows away again until they are kept. */
async function seeAllOf(at: At, page: string): Promise<void> {
  const expected = at.stage.expected(page);
  if (at.stage.keepsRows(page)) await scrollToEnd(at.tab);
  const next = at.stage.movesBy(page) === 'pager' ? turnOn : scrollOn;
  do {
    const wanted = comparable(expected.slice(0, await shownSoFar(at.tab)), expected);
    await until(`the first ${wanted.length} posts of ${page}`, async () => {
      const kept = new Set(comparable(newestIn(await at.rows(), page), expected));
      return wanted.every((line) => kept.has(line));
    }).catch(async (cause: unknown) => {
      const kept = newestIn(await at.rows(), page);
      throw new Error(JSON.stringify(difference(kept, expected.slice(0, wanted.length)), null, 1), { cause });
    });
  } while (await next(at.tab));
  await untilEqual(at, page);
}

const PAGES = {
  douyin: ['douyin/content-list'],
  xiaohongshu: ['xiaohongshu/note-manager'],
  kuaishou: ['kuaishou/statistics-article', 'kuaishou/manage-video'],
  channels: ['channels/post-list'],
  youtube: ['youtube/content-list'],
  tiktok: ['tiktok/content'],
  bilibili: ['bilibili/upload-manager'],
  facebook: ['meta/content'],
  linkedin: ['linkedin/top-posts'],
  x: ['x/content-list'],
} as const;

/** Every page of a platform holds what it showed, each post once, handed over once. */
async function expectOnce(at: At, pages: readonly string[]): Promise<void> {
  const rows = await at.rows();
  for (const page of pages) {
    const expected = at.stage.expected(page);
    for (const network of new Set(expected.map((reading) => reading.platform))) {
      const of = (readings: ReturnType<typeof newestIn>) => readings.filter((reading) => reading.platform === network);
      expect(
        difference(
          of(newestIn(rows, page)),
          expected.filter((reading) => reading.platform === network),
        ),
      ).toEqual(NO_DIFFERENCE);
    }
    expect(readingsIn(rows, page)).toHaveLength(expected.length);
  }
}

const CHINESE: ReadonlySet<Platform> = new Set(['douyin', 'xiaohongshu', 'kuaishou', 'channels', 'bilibili']);
const languageOf = (platform: Platform) => (CHINESE.has(platform) ? 'zh-CN' : 'en');
const accountOn = (platform: Platform) => ({
  platform,
  name: NAME,
  posts: halfAYear(platform, NAME, POSTS, { language: languageOf(platform) }),
});

describe('in Chromium', () => {
  for (const platform of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
    it(`${platform}: ${POSTS} posts are captured exactly once`, async () => {
      const at = await open({ accounts: [accountOn(platform)], language: languageOf(platform) });
      close = at.close;
      for (const page of PAGES[platform]) {
        await at.tab.goto(at.stage.address(page));
        await seeAllOf(at, page);
      }
      await expectOnce(at, PAGES[platform]);
      expect(await at.posts()).toHaveLength(POSTS);
    });
  }
});

const IN_FIREFOX = { douyin: 'douyin/content-list', youtube: 'youtube/content-list', channels: 'channels/post-list' } as const;

describe('in Firefox', () => {
  for (const platform of Object.keys(IN_FIREFOX) as (keyof typeof IN_FIREFOX)[]) {
    it(`${platform}: ${POSTS} posts are captured exactly once`, () => inFirefox(platform, IN_FIREFOX[platform]));
  }
});

async function inFirefox(platform: Platform, page: string): Promise<void> {
  const stage = new Stage({ accounts: [accountOn(platform)], language: languageOf(platform) });
  const server = await serve(stage);
  close = () => server.close();
  const browser = await FirefoxWithExtension.launch({ extension: FIREFOX_BUILD, proxy: server.proxyPort });
  close = async () => {
    await browser.close();
    await server.close();
  };

  const dashboard = await browser.newTab(stage.address(platform));
  // In a window of its own: a tab in front of the dashboard would hide it, and a hidden dashboard is not read.
  const lookout = await browser.newTab(browser.url(QUIET_PLACE), 'window');
  await browser.run(
    `const button = document.createElement('button');
     button.id = 'grant';
     button.onclick = () => browser.permissions.request({ origins: arguments[0] }).then((granted) => { button.title = String(granted); });
     button.textContent = 'grant';
     document.body.prepend(button);`,
    hostsOf(platform),
  );
  await browser.click('#grant');
  await until('the grant', () => browser.run('return document.querySelector("#grant").title === "true"'));
  await browser.switchTo(dashboard);

  const rows = async () => {
    await browser.switchTo(lookout);
    try {
      return await browser.run<Rows | null>(ALL_ROWS);
    } finally {
      await browser.switchTo(dashboard);
    }
  };
  const at = { tab: browser, stage, rows };
  await browser.goto(stage.address(page));
  await seeAllOf(at, page);
  await expectOnce(at, [page]);
  expect(await postsIn(await rows())).toHaveLength(POSTS);
}
