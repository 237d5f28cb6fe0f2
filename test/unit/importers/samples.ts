/** One export of each platform, as it writes it, and a backup: what `npm run fuzz` changes at random. Rows are invented. */
import { writeBackup } from '../../../core/share/backup';
import { DAY, iso, reading, T0 } from '../store/sample';
import { csv, utf8, utf16, xlsx } from './make';

export interface SampleFile {
  name: string;
  /** As which it has to be read. */
  format: string;
  bytes: Uint8Array;
}

const douyin = [
  ['作品名称', '发布时间', '体裁', '审核状态', '播放量', '完播率', '封面点击率', '平均播放时长', '点赞量', '评论量', '粉丝增量'],
  ['薄荷,一年', '2026-05-25 14:43:00', '视频', '通过', 39_871, 0.2231, 0.0987, 24, 1560, 117, 75],
  ['迷迭香', '2026-05-26 08:00:00', '图文', '通过', '1.2万', '-', '-', '-', 32, 0, 0],
];
const xiaohongshu = [
  ['最多导出排序后前1000条笔记'],
  [
    '笔记标题',
    '首次发布时间',
    '体裁',
    '曝光',
    '观看量',
    '封面点击率',
    '点赞',
    '评论',
    '收藏',
    '涨粉',
    '分享',
    '人均观看时长',
    '弹幕',
  ],
  ['窗边的小番茄', '2026年06月25日12时01分35秒', '图文', 292, 32, 0.106, 4, 0, 1, 0, 2, 36, 0],
];
const kuaishou = csv([
  ['作品', '发布时间', '播放量', '点赞量', '评论量', '收藏量', '涨粉量'],
  ['浇水', '2026-05-28 09:03:19', '2,940', 3, 41, 0, 0],
]);
const channels = csv([
  [
    '视频描述',
    '视频ID',
    '发布时间',
    '完播率',
    '平均播放时长',
    '播放量',
    '推荐',
    '喜欢',
    '评论量',
    '分享量',
    '关注量',
    '设为铃声',
  ],
  ['春天，第一茬\n薄荷', 'export/UzFfAgtgekIEAQAAAAAA', '2026/07/24', '20%', '12秒', 598, 3, 10, 1, 6, 2, 0],
]);
const bilibili = csv([
  [
    '视频标题',
    '发布时间',
    '播放量',
    '游客播放占比',
    '封标点击率',
    '3秒跳出率',
    '涨粉量',
    '取关量',
    '点赞量',
    '投币量',
    '平均播放进度',
  ],
  ['种薄荷的一年', '2026年06月03日 16:41:25', 12_345, '55.9%', '3.5星', '21.5%', 12, 3, 456, 45, '48.2%'],
]);
const youtube = csv([
  [
    'Content',
    'Video title',
    'Video publish time',
    'Duration',
    'Views',
    'Watch time (hours)',
    'Impressions click-through rate (%)',
  ],
  ['Total', '', '', '', 8290, 251.3464, 6.98],
  ['dQw4w9WgXcQ', 'Mint on a balcony, "year one"', 'Mar 25, 2023', 613, 8000, 250.25, 7.01],
]);
const tiktok = csv([
  ['Time', 'Video title', 'Video link', 'Post time', 'Total likes', 'Total comments', 'Total shares', 'Total views'],
  ['November 19', 'Balcony', 'https://www.tiktok.com/@someone/video/7527623000473079054', 'July 16', 533, 32, 16, 191_265],
]);
const meta = csv([
  ['Post ID', 'Account ID', 'Description', 'Publish time', 'Permalink', 'Post type', 'Date', 'Views'],
  ['17880001', '9', 'Mint', '07/25/2026 14:43', 'https://www.instagram.com/p/x/', 'IG image', 'Lifetime', 12],
]);
const x = csv([
  ['Post id', 'Date', 'Post text', 'Post Link', 'Impressions', 'Likes', 'Engagements'],
  ['1953000000000000000', 'Wed, Aug 6, 2025', 'Mint', 'https://x.com/a/status/1953000000000000000', 120, 4, 9],
]);
const linkedin = csv([
  [
    'Post title',
    'Post link',
    'Post type',
    'Created date',
    'Impressions',
    'Clicks',
    'Likes',
    'Comments',
    'Reposts',
    'Content Type',
  ],
  [
    'Mint',
    'https://www.linkedin.com/feed/update/urn:li:activity:7380000000000000000',
    'Organic',
    '10/04/2025',
    90,
    3,
    2,
    1,
    0,
    '',
  ],
]);

export async function sampleFiles(): Promise<SampleFile[]> {
  const backup: Uint8Array[] = [];
  const records = [1, 2, 3].map((day) => {
    const look = (after: number) =>
      reading({ title: `Mint ${day}` }, { views: 12 * day + after }, { seenAt: iso(T0 + (day + after) * DAY) });
    return { kind: 'post', value: { readings: [look(0), look(1)] } };
  });
  for await (const piece of writeBackup([records], { app: '0.1.0' })) backup.push(piece);
  return [
    { name: '作品列表.xlsx', format: 'import/douyin-works', bytes: xlsx({ 作品: douyin }) },
    { name: '笔记列表明细表.xlsx', format: 'import/xiaohongshu-notes', bytes: xlsx({ Sheet1: xiaohongshu }) },
    { name: '作品.csv', format: 'import/kuaishou-works', bytes: utf8(kuaishou) },
    { name: '动态数据明细.csv', format: 'import/channels-posts', bytes: utf8(channels) },
    { name: '近期稿件对比.csv', format: 'import/bilibili-comparison', bytes: utf8(bilibili) },
    { name: 'Table data.csv', format: 'import/youtube-table', bytes: utf8(youtube) },
    { name: 'Table data, UTF-16.csv', format: 'import/youtube-table', bytes: utf16(youtube) },
    { name: 'Content.csv', format: 'import/tiktok-content', bytes: utf8(tiktok) },
    { name: 'Jul-01-2026_Jul-31-2026.csv', format: 'import/meta-content', bytes: utf8(meta) },
    { name: 'account_analytics_content.csv', format: 'import/x-content', bytes: utf8(x) },
    { name: 'page_content.csv', format: 'import/linkedin-company', bytes: utf8(linkedin) },
    { name: 'backup.gz', format: 'import/backup', bytes: new Uint8Array(Buffer.concat(backup)) },
  ];
}
