/**
 * The exports of the Chinese platforms (`facts/dashboards-china.md`, sections "Export"): one table, one post per row, times in China
 * time. They differ by their words only, so each is a description.
 */
import type { Platform } from '../model/platforms';
import { clean } from '../text/clean';
import { readMetric } from '../text/figures';
import { type Role, readPosts } from './posts';
import { findHeader, type Header, type SheetFile } from './sheet';
import type { ImportContext, ImportResult } from './types';

interface Description {
  platform: Platform;
  page: string;
  /** Whether a header is this platform's; the first that says so reads the file. */
  is: (header: Header) => boolean;
  /** Words of this export that the dictionary reads otherwise. */
  words?: Record<string, Role>;
  percent?: boolean;
}

const NOT_READ = ['转发聊天和朋友圈', '设为铃声', '设为状态', '设为朋友圈封面'];

const DESCRIPTIONS: Description[] = [
  {
    // 笔记列表明细表.xlsx: a banner above the header, 封面点击率 as a fraction.
    platform: 'xiaohongshu',
    page: 'import/xiaohongshu-notes',
    is: (header) => header.has('笔记标题') && header.count('首次发布时间', '体裁', '曝光', '观看量', '涨粉', '人均观看时长') >= 2,
    percent: false,
  },
  {
    // 动态数据明细.csv: days without a time; 喜欢 are likes and 推荐 recommendations.
    platform: 'channels',
    page: 'import/channels-posts',
    is: (header) => header.has('视频描述', '视频标题') && header.count('推荐', '喜欢', '视频id', ...NOT_READ) >= 2,
    words: Object.fromEntries(NOT_READ.map((label) => [label, 'other' as const])),
  },
  {
    // 近期稿件对比.csv: 封标点击率 in stars (`3.5星`).
    platform: 'bilibili',
    page: 'import/bilibili-comparison',
    is: (header) =>
      header.has('视频标题', '稿件标题') &&
      header.count('封标点击率', '投币量', '弹幕量', '播转粉率', '游客播放占比', '平均播放进度', '3秒跳出率', '取关量') >= 2,
  },
  {
    // 作品列表.xlsx, two variants.
    platform: 'douyin',
    page: 'import/douyin-works',
    is: (header) =>
      header.has('作品名称', '作品标题') &&
      header.count('5s完播率', '2s跳出率', '审核状态', '粉丝增量', '主页访问量', '体裁', '5秒完播率', '2秒跳出率') >= 2,
  },
  {
    // No real file is known; the words are those of the analysis page.
    platform: 'kuaishou',
    page: 'import/kuaishou-works',
    is: (header) => header.has('作品名称', '作品', '作品标题') && header.has('播放量') && header.has('涨粉量'),
  },
];

export function importChinese({ sheets: [sheet] }: SheetFile, context: ImportContext): ImportResult | null {
  const header = sheet && findHeader(sheet);
  const found = header && DESCRIPTIONS.find((one) => one.is(header));
  if (!sheet || !header || !found) return null;
  const roles = new Map<number, Role>();
  for (const [label, role] of Object.entries(found.words ?? {})) if (header.has(label)) roles.set(header.find(label), role);
  const stars = found.platform === 'bilibili' ? header.find('封标点击率') : -1;
  return readPosts(
    sheet,
    {
      platform: found.platform,
      page: found.page,
      header,
      roles: withRateOfStars(
        roles,
        stars,
        sheet.rows.slice(header.at + 1).map((row) => row.cells[stars] ?? ''),
      ),
      ...(found.percent !== undefined && { percent: found.percent }),
    },
    context,
  );
}

/** 封标点击率 is a number of stars in the exports seen; where it is printed as a share it is the click-through rate it is named. */
function withRateOfStars(roles: Map<number, Role>, at: number, cells: readonly string[]): Map<number, Role> {
  if (at < 0) return roles;
  const shares = cells.filter((cell) => /%$/.test(clean(cell)) && readMetric(cell, 'clickThroughRate', '').kind === 'value');
  return new Map(roles).set(at, shares.length > 0 ? 'clickThroughRate' : 'coverStars');
}
