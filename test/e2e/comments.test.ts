/**
 * The tone of comments, from the creator's own page of them to what the panel says: counts by day are kept, and nothing else of
 * anybody. The tab is one the creator switched on, as in `own-page.test.ts`.
 */
import { afterEach, expect, it } from 'vitest';
import { type BrowserWithExtension, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { ALL_ROWS, API, hostsOf, QUIET_PLACE, type Rows } from './almanac';
import { BROWSERS, launch } from './browsers';
import { expectAccessible, expectWalkable } from './walk';

let browser: BrowserWithExtension | undefined;
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const POSTS = 'https://creator.xiaohongshu.com/statistics/stories/1';
const COMMENTS = 'https://creator.xiaohongshu.com/interaction/comments?user=lena';
const html = (title: string, body: string) =>
  `<!doctype html><html lang="zh-CN"><title>${title}</title><body>${body}</body></html>`;
const posts = html(
  '我的故事',
  `<table><thead><tr><th>标题</th><th>发布时间</th><th>观看</th></tr></thead><tbody>${[1, 2, 3]
    .map((day) => `<tr><td>第${day}篇</td><td>2026-09-0${day} 08:00</td><td>${day}20</td></tr>`)
    .join('')}</tbody></table>`,
);

const DAYS = 9;
const dayBefore = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
/** Nine quiet days of ten comments each; on the last one thirty, half of them angry. */
const comments = Array.from({ length: DAYS }, (_, at) => {
  const last = at === DAYS - 1;
  return Array.from({ length: last ? 30 : 10 }, (_, which) => ({
    name: `读者${at}${which}`,
    words: last && which % 2 === 0 ? '恰烂钱，取关了' : '很喜欢这一篇',
    time: `${dayBefore(DAYS - at)} 12:30`,
  }));
}).flat();
const pageOfComments = html(
  '评论管理',
  `<div>${comments
    .map(
      ({ name, words, time }) =>
        `<div><a href="/user/${encodeURIComponent(name)}">${name}</a><p>${words}</p><div><span>${time}</span><button>回复</button></div></div>`,
    )
    .join('')}</div>`,
);

it.each(BROWSERS)(
  'in %s a page of comments is counted by day, and what it says is told; no comment and no name is kept',
  async (name) => {
    browser = await launch(name, {
      locale: 'en-US',
      site: {
        answer: (address: string) => {
          const body = address === POSTS ? posts : address === COMMENTS ? pageOfComments : null;
          return body === null ? null : { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
        },
      },
    });
    const own = browser;
    const lookout = await own.open(QUIET_PLACE);
    await own.grant(lookout, ...hostsOf('xiaohongshu'));
    const look = async (address: string) => {
      const tab = await own.newPage();
      await tab.goto(address);
      const id = await tabOf(lookout).run<number>(
        `${API} return (await api.tabs.query({})).find(({ url }) => url === ${JSON.stringify(address)}).id;`,
      );
      return own.open(`workbench.html#pages/${id}`);
    };

    const table = await look(POSTS);
    await table.getByRole('button', { name: 'Save 3 posts' }).click();
    await table.getByText('3 posts kept, 3 of them new.').waitFor();
    // The dates of posts are no comments.
    expect(await table.getByRole('heading', { name: 'Comments on this page' }).count()).toBe(0);

    const workbench = await look(COMMENTS);
    await workbench.getByText('110 comments in view over 9 days; 15 of them sound negative.').waitFor();
    await expectWalkable(workbench);
    await expectAccessible(own, workbench);
    await workbench.getByRole('button', { name: 'Keep the counts by day' }).click();
    await workbench.getByText('Kept. From the eighth day on').waitFor();

    const rows = await tabOf(lookout).run<Rows | null>(ALL_ROWS);
    const everything = JSON.stringify(rows);
    expect(everything).toContain('commentTone');
    for (const secret of ['恰烂钱', '很喜欢', '读者', encodeURIComponent('读者'), 'user=lena'])
      expect(everything).not.toContain(secret);

    const panel = await own.open('sidepanel.html#compliance');
    await panel.getByText('of the comments in view sound negative').waitFor();

    await workbench.getByRole('button', { name: 'Forget the counts of comments' }).click();
    await until('the counts are gone', async () => !JSON.stringify(await tabOf(lookout).run(ALL_ROWS)).includes('commentTone'));
  },
);
