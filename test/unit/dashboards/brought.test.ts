/** Parts that a page asks for before they are there. Each test has modules of its own: nothing was brought yet. */
import { Window } from 'happy-dom';
import { beforeEach, expect, it, vi } from 'vitest';

type Brought = typeof import('../../../core/dashboards/brought');
type Reading = typeof import('../../../core/dashboards/read');

let brought: Brought;
let readDocument: Reading['readDocument'];
beforeEach(async () => {
  vi.resetModules();
  brought = await import('../../../core/dashboards/brought');
  ({ readDocument } = await import('../../../core/dashboards/read'));
});

const CONTEXT = { now: Date.UTC(2026, 8, 1), zone: 'Asia/Shanghai' };
const DOUYIN = 'https://creator.douyin.com/creator-micro/';
const TABLE = `<table><thead><tr><th>作品</th><th>发布时间</th><th>播放量</th><th>点赞量</th></tr></thead>
  <tbody><tr><td>雨后的小路</td><td>2026-08-08 13:04</td><td>120</td><td>7</td></tr></tbody></table>`;

async function readAt(path: string, html: string) {
  const { douyin } = await import('../../../core/dashboards/douyin');
  const { document } = new Window();
  document.body.innerHTML = html;
  return readDocument([douyin], document as unknown as Document, DOUYIN + path, CONTEXT);
}
const lacking = (read: Promise<unknown>) =>
  read.then(
    () => null,
    (error: unknown) => (error instanceof brought.Lacking ? error.part : error),
  );

it('a table is not read by halves: the look ends, and reads all once its walker is there', async () => {
  expect(await lacking(readAt('data-center/content', TABLE))).toBe('table');
  await import('../../../core/dashboards/parts/table');
  const { readings } = await readAt('data-center/content', TABLE);
  expect(readings.map(({ post, metrics }) => [post.title, metrics.views?.value, metrics.likes?.value])).toEqual([
    ['雨后的小路', 120, 7],
  ]);
});

it('a list that still loads asks for no walker of text: nothing in it looks like a date', async () => {
  expect(await readAt('content/manage', '<nav>内容管理</nav><div>加载中</div>')).toMatchObject({ readings: [] });
  expect(await lacking(readAt('content/manage', '<div>雨后的小路</div><div>2026年08月08日 13:04</div>'))).toBe('text');
});

it('a list that its first layout reads asks for nothing', async () => {
  const card = `<div class="video-card-a"><div class="video-card-content-a"><div class="info-title-text-a">雨后的小路</div>
    <div class="info-time-a">2026年08月08日 13:04</div>
    <div class="metric-item-container-a"><span class="metric-label-a">播放</span><span class="metric-value-a">120</span></div></div></div>`;
  expect((await readAt('content/manage', card)).readings).toHaveLength(1);
});
