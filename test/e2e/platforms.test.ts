/** Every dashboard with 500 posts in real Chromium: through scrolling or paging each is stored once, every figure as it was shown. */
import { afterEach, expect, it } from 'vitest';
import { until } from '../../scripts/browsers/poll';
import { scrollOn, scrollToEnd, shownSoFar, turnOn } from '../stage/visitor';
import { comparable, difference, halfAYear, NO_DIFFERENCE, newestIn, type Opened, open, readingsIn, untilEqual } from './almanac';

const POSTS = 500;
const NAME = 'juniper.kiln';

let opened: Opened | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

/** Looks through a whole list, staying at every stop that takes its rows away again until they are kept. */
async function seeAllOf(at: Opened, page: string): Promise<void> {
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
  kuaishou: ['kuaishou/statistics-article', 'kuaishou/manage-video'],
  channels: ['channels/post-list'],
  youtube: ['youtube/content-list'],
  tiktok: ['tiktok/content'],
  bilibili: ['bilibili/upload-manager'],
  facebook: ['meta/content'],
  linkedin: ['linkedin/top-posts'],
  x: ['x/content-list'],
} as const;

for (const platform of Object.keys(PAGES) as (keyof typeof PAGES)[]) {
  it(`${platform}: ${POSTS} posts are captured exactly once`, async () => {
    const chinese = ['kuaishou', 'channels', 'bilibili'].includes(platform);
    const language = chinese ? 'zh-CN' : 'en';
    const posts = halfAYear(platform, NAME, POSTS, { language });
    opened = await open({ accounts: [{ platform, name: NAME, posts }], language });
    for (const page of PAGES[platform]) {
      await opened.tab.goto(opened.stage.address(page));
      await seeAllOf(opened, page);
      const rows = await opened.rows();
      const expected = opened.stage.expected(page);
      expect(difference(newestIn(rows, page), expected)).toEqual(NO_DIFFERENCE);
      expect(readingsIn(rows, page)).toHaveLength(expected.length);
    }
    expect(await opened.posts()).toHaveLength(POSTS);
  });
}
