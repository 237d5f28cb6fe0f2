/**
 * "Read this page" in real browsers, from the page in its tab to the posts in the store. The tab is one the creator switched on: the
 * browser gives `activeTab` to a person's click on the toolbar only, and asks the same of the extension afterwards.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { type BrowserWithExtension, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { ALL_ROWS, API, hostsOf, newestIn, QUIET_PLACE, type Rows } from './almanac';
import { BROWSERS, launch } from './browsers';
import { expectAccessible, expectWalkable } from './walk';

let browser: BrowserWithExtension | undefined;
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

/** A page of a known host that nobody has declared. */
const ADDRESS = 'https://creator.xiaohongshu.com/statistics/stories/123456';
const ROWS = [
  ['On mint', '2026-09-01 08:00', '1,200', '533'],
  ['<b>On thyme</b>', '2026-08-01 08:00', '90', '1.2万'],
  ['On basil', '2026-07-01 08:00', '--', '7'],
];
const cell = (text: string) => `<td>${text.replaceAll('<', '&lt;')}</td>`;
const BODY = `<!doctype html><html lang="zh-CN"><title>我的故事</title><body>
  <script>Array.prototype.map = () => ['forged']; window.postAlmanacPage = () => ({ proposals: [] });</script>
  <table><thead><tr><th>故事</th><th>发布时间</th><th>出现</th><th>观看</th></tr></thead>
  <tbody>${ROWS.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</tbody></table></body></html>`;

describe.each(BROWSERS)('in %s', (name) => {
  it('reads a page nobody declared as its creator says, keeps its posts once and remembers how', async () => {
    browser = await launch(name, {
      site: {
        answer: (address: string) =>
          address === ADDRESS ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: BODY } : null,
      },
    });
    const lookout = await browser.open(QUIET_PLACE);
    await browser.grant(lookout, ...hostsOf('xiaohongshu'));
    const tab = await browser.newPage();
    await tab.goto(ADDRESS);
    const tabId = await tabOf(lookout).run<number>(
      `${API} return (await api.tabs.query({})).find(({ url }) => url === ${JSON.stringify(ADDRESS)}).id;`,
    );

    const workbench = await browser.open(`workbench.html#pages/${tabId}`);
    await workbench.getByRole('heading', { name: '我的故事' }).waitFor();
    // Only the creator knows what a story and an appearance are.
    await workbench.getByLabel('Meaning of “故事”').selectOption('title');
    await workbench.getByLabel('Meaning of “出现”').selectOption('impressions');
    await workbench.getByLabel('Account').fill('Lena');
    await workbench.getByRole('rowheader', { name: '<b>On thyme</b>' }).waitFor();
    await expectWalkable(workbench);
    await expectAccessible(browser, workbench);
    await workbench.getByRole('button', { name: 'Save 3 posts' }).click();
    await workbench.getByText('3 posts kept, 3 of them new.').waitFor();
    await workbench.getByText('creator.xiaohongshu.com', { exact: true }).waitFor();

    const rows = () => tabOf(lookout).run<Rows | null>(ALL_ROWS);
    const stored = async () => newestIn(await rows(), 'other/creator.xiaohongshu.com');
    const figures = (await stored()).map(({ account, post, metrics }) => [
      account,
      post.title,
      metrics.impressions?.value,
      metrics.views?.value,
      post.publishedAt,
    ]);
    expect(figures.toSorted()).toEqual([
      ['Lena', '<b>On thyme</b>', 90, 12_000, '2026-08-01T08:00:00+08:00'],
      ['Lena', 'On basil', undefined, 7, '2026-07-01T08:00:00+08:00'],
      ['Lena', 'On mint', 1200, 533, '2026-09-01T08:00:00+08:00'],
    ]);

    // The second time nothing needs to be said, and nothing is kept twice.
    await workbench.goto('about:blank');
    const again = await browser.open(`workbench.html#pages/${tabId}`);
    await again.getByRole('button', { name: 'Save 3 posts' }).click();
    await again.getByText('3 posts kept, 0 of them new.').waitFor();
    expect((await stored()).map(({ times }) => times)).toEqual([1, 1, 1]);

    await again.getByRole('button', { name: 'Forget how creator.xiaohongshu.com is read' }).click();
    await until('the definition is gone', async () => ((await rows())?.documents ?? []).length === 0);
    expect(await stored()).toHaveLength(3);
  });

  it('says so when the tab may not be read', async () => {
    browser = await launch(name, {
      site: { answer: () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><p>Hello' }) },
    });
    const tab = await browser.newPage();
    await tab.goto('https://stats.example.com/');
    const workbench = await browser.open('workbench.html#pages/1');
    await workbench.getByText('The page could not be read.').waitFor();
  });
});
