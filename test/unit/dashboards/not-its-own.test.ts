/** Figures that stand near a post, or in its markup, and are not its own: not shown, of a neighbour, of the text, of another column. */
import { expect, test } from 'vitest';
import { readPage } from '../../../core/dashboards';
import { openPage } from '../../dashboards/harness';

function metricsOn(address: string, body: string, lang: string): Record<string, Record<string, number>> {
  const document = openPage(`<!doctype html><html lang="${lang}"><body>${body}</body></html>`, address);
  const { readings } = readPage(document, address, { now: Date.parse('2026-09-01T12:00:00+08:00'), zone: 'Asia/Shanghai' });
  return Object.fromEntries(
    readings.map(({ post, metrics }) => [
      post.title || post.id || '',
      Object.fromEntries(Object.entries(metrics).map(([name, figure]) => [name, figure.value])),
    ]),
  );
}
const tags = (tag: string, texts: readonly (string | number)[]) => texts.map((text) => `<${tag}>${text}</${tag}>`).join('');

const TIKTOK = 'https://www.tiktok.com/tiktokstudio/content';
const tiktok = (header: string[], numbers: number[]) =>
  metricsOn(
    TIKTOK,
    `<div data-tt="components_PostTable_Container">${tags('span', header)}</div>
     <div data-tt="components_PostTable_Container"><div data-tt="components_PostTable_Absolute">
       <div data-tt="components_PostInfoCell_Container"><a data-tt="components_PostInfoCell_a" href="/@h/video/7300000000000000001">Post</a></div>
       <div data-tt="components_PublishStageLabel_TUXText">Aug 3, 12:08 AM</div><button data-tt="components_PrivacyCell">Everyone</button>
       ${numbers.map((number) => `<div><span data-tt="components_ItemRow_TUXText">${number}</span></div>`).join('')}
       <div data-tt="components_ActionCell_Container"></div>
     </div></div>`,
    'en',
  );

test.each<[string, string[], number[], Record<string, number>]>([
  [
    'between two',
    ['Posts', 'Privacy', 'Views', 'Qualified plays', 'Likes', 'Actions'],
    [1000, 700, 50],
    { views: 1000, likes: 50 },
  ],
  [
    'between, with all',
    ['Posts', 'Privacy', 'Views', 'Boosts', 'Likes', 'Comments', 'Actions'],
    [1000, 700, 50, 4],
    { views: 1000, likes: 50, comments: 4 },
  ],
  [
    'before the first',
    ['Posts', 'Privacy', 'Reach score', 'Views', 'Likes', 'Actions'],
    [9000, 1000, 50],
    { views: 1000, likes: 50 },
  ],
  ['after the last', ['Posts', 'Privacy', 'Views', 'Likes', 'Boosts', 'Actions'], [1000, 50, 7], { views: 1000, likes: 50 }],
  ['anywhere', ['Foo', 'Views', 'Likes', 'Boosts', 'Baz'], [1000, 50, 7], {}],
])('TikTok: an unknown column %s is left alone', (_, header, numbers, metrics) => {
  expect(tiktok(header, numbers)).toEqual({ Post: metrics });
});

test('TikTok by links: a number of the caption does not fill a blank cell', () => {
  const row = `<div><div><a href="/@h/video/7300000000000000001">Post</a><p>2024</p></div><div>Aug 7, 10:00 AM</div><span>100</span><span>5</span><span></span></div>`;
  expect(metricsOn(TIKTOK, row, 'en').Post ?? {}).toEqual({});
});

const X = 'https://x.com/i/account_analytics/content?type=posts';
const xRow = (text: string, numbers: (string | number)[]) =>
  `<div><div><span>Me</span><span>·</span><span>Aug 1, 2026</span>${text}</div><div>${tags('div', numbers)}</div></div>`;
const xFlat = (text: string, numbers: (string | number)[]) =>
  `<div><div>Me</div><div>Aug 1, 2026</div>${text}${tags('div', numbers)}</div>`;

test.each([
  ['in a cell of its own', xRow],
  ['beside the numbers', xFlat],
])('X list: a number of the text %s does not fill a blank cell', (_, row) => {
  const header = `<div>${tags('div', ['Impressions', 'Likes', 'Replies', 'Reposts'])}</div>`;
  const rows = [row('<p>Hello</p>', [100, 5, 1, 2]), row('<p>Best year ever:</p><p>2024</p>', [50, 3, 1, ''])];
  const read = metricsOn(X, `<main>${header}${rows.join('')}</main>`, 'en');
  expect(read.Hello).toEqual({ impressions: 100, likes: 5, replies: 1, reposts: 2 });
  expect(Object.entries(read).filter(([title]) => title !== 'Hello')).toEqual([[expect.stringContaining('Best year'), {}]]);
});

const DOUYIN = 'https://creator.douyin.com/creator-micro/data-center/content';
const cellRow = (title: string, views: string, attributes = '', cell = '') =>
  `<tr ${attributes}><td><div class="workTitle-x"><span>${title}</span><div class="date-y">2026-05-25 14:43</div></div></td>
   <td ${cell}><span class="v">${views}</span></td><td>2</td></tr>`;
const table = (...rows: string[]) =>
  `<table><thead><tr>${tags('th', ['作品名称 | 发布时间', '播放量', '点赞量'])}</tr></thead><tbody>${rows.join('')}</tbody></table>`;

test.each([
  ['a class of its row', '.loading .v { display: none }', 'class="loading"', ''],
  ['a state of its row', '[aria-busy="true"] .v { display: none }', 'aria-busy="true"', ''],
  ['a class of its cell', '.loading .v { display: none }', '', 'class="loading"'],
])('a figure that %s hides is not read, whatever the other rows show', (_, style, row, cell) => {
  const page = `<style>${style}</style>${table(cellRow('A', '13'), cellRow('B', '13', row, cell), cellRow('C', '14'))}`;
  expect(metricsOn(DOUYIN, page, 'zh-CN')).toEqual({ A: { views: 13, likes: 2 }, B: { likes: 2 }, C: { views: 14, likes: 2 } });
});

test.each([
  ['<div style="transform: scale(0)">', '</div>'],
  ['<div style="clip-path: inset(100%)">', '</div>'],
  ['<div style="content-visibility: hidden">', '</div>'],
  ['<div inert>', '</div>'],
  ['<details><summary>Old</summary>', '</details>'],
])('a copy in %s does not stand for the table', (open, close) => {
  const page = open + table(cellRow('A', '99')) + close + table(cellRow('A', '13'));
  expect(metricsOn(DOUYIN, page, 'zh-CN')).toEqual({ A: { views: 13, likes: 2 } });
});

test('of two tables that are seen, neither is taken where they disagree', () => {
  const page = `<section>${table(cellRow('A', '99'), cellRow('B', '5'))}</section><section>${table(cellRow('A', '13'))}</section>`;
  expect(metricsOn(DOUYIN, page, 'zh-CN')).toEqual({ A: { likes: 2 }, B: { views: 5, likes: 2 } });
});

const DETAIL = 'https://creator.douyin.com/creator-micro/work-management/work-detail/7300000000000000001';
const block = (label: string, value: string, word = '', change = '') =>
  `<div><div>${label}</div><div>${value}</div>${word ? `<div><span>${word}</span><span>${change}</span></div>` : ''}</div>`;

test('a change does not stand for the figure that is not there yet', () => {
  const page = `<h2>标题</h2><p>2026-05-25 14:43</p>${block('播放量', '1733')}${block('完播率', '', '较前日', '12%')}
    ${block('点赞量', '19', '较昨日', '3')}${block('评论量', '', '较昨日', '3')}${block('分享量', '4')}`;
  expect(metricsOn(DETAIL, page, 'zh-CN')).toEqual({ 标题: { views: 1733, likes: 19, shares: 4 } });
});

const MANAGE = 'https://creator.douyin.com/creator-micro/content/manage';
const douyinCard = (title: string, date: string, pairs: [string, string | number][]) =>
  `<div><span>0:41</span><p>${title}</p><div>编辑作品</div><div>设置权限</div><div>${date}</div><div>已发布</div>
   ${pairs.map((pair) => `<div>${tags('span', pair)}</div>`).join('')}</div>`;

test.each<[string, [string, number][], Record<string, number>]>([
  [
    'some',
    [
      ['播放', 169],
      ['点赞', 4],
      ['评论', 0],
    ],
    { views: 169, likes: 4, comments: 0 },
  ],
  ['none', [], {}],
])('Douyin cards: a post with %s of its figures takes none of the next, whose date is not read', (_, own, metrics) => {
  const next: [string, string | number][] = [
    ['播放', 900],
    ['点赞', 40],
    ['评论', 5],
    ['完播率', '1.9%'],
    ['吸粉量', 2],
  ];
  const cards = [douyinCard('A', '2026年08月08日 12:09', own), douyinCard('B', '前天的某时', next)];
  const read = metricsOn(MANAGE, `<div><span>作品 (2)</span></div><div>${cards.join('')}</div>`, 'zh-CN');
  expect(read.A).toEqual(metrics);
});

const CHANNELS = 'https://channels.weixin.qq.com/platform/post/list';
const channelsCard = (title: string, date: string, numbers: number[], badge = '') =>
  `<div><div>${title}</div><div>${date}</div>${badge}<div>${tags('span', numbers)}</div><div>${tags('a', ['置顶', '分享', '弹幕管理', '删除'])}</div></div>`;
const channels = (...cards: string[]) =>
  metricsOn(
    CHANNELS,
    `<wujie-app><template shadowrootmode="open"><div><div>视频 (3)</div><div>${cards.join('')}</div></div></template></wujie-app>`,
    'zh-CN',
  );

test.each(['昨天 13:04', '3小时前', '某时'])('Channels: a post without figures takes none of the next, of %s', (date) => {
  const plain = '<div><div>A</div><div>2026年08月08日 13:04</div></div>';
  expect(channels(plain, channelsCard('B', date, [900, 3, 1, 6, 10])).A ?? {}).toEqual({});
});

test('Channels: a number among the badges is none of the figures', () => {
  const read = channels(
    channelsCard('A', '2026年08月08日 13:04', [598, 3, 1, 10], '<div>2000</div>'),
    channelsCard('C', '2026年08月06日 13:04', [5, 1, 1, 1, 1]),
  );
  expect(read.A).toEqual({});
});
