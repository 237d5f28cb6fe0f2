/**
 * Every dashboard with hundreds of posts in real browsers: through scrolling or paging each post is stored once, every figure as it was
 * shown.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { Platform } from '../../core/model/platforms';
import { until } from '../../scripts/browsers/poll';
import { scrollOn, scrollToEnd, shownSoFar, type Tab, turnOn } from '../stage/visitor';
import { comparable, difference, halfAYear, NO_DIFFERENCE, newestIn, readingsIn, untilEqual } from './almanac';
import { BROWSERS, type Opened, open } from './browsers';

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

describe.each(BROWSERS)('in %s', (name) => {
  for (const platform of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
    it(`${platform}: ${POSTS} posts are captured exactly once`, async () => {
      const at = await open(name, { accounts: [accountOn(platform)], language: languageOf(platform) });
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
