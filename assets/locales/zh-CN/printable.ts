import type { printable as en } from '../en/printable';

/** 用于打印的报告。 */
export const printable: typeof en = {
  title: 'Post Almanac 报告',
  made: (at, zone) => `生成于${at}。所有时间均为 ${zone} 时间。`,
  posts: '作品数',
  account: '账号',
  from: '最早一条',
  to: '最新一条',
  suggestions: '接下来可以做什么',
  noSuggestions: '目前还没有证据充分的建议。',
  why: '理由',
  evidence: (posts, weeks) => `依据：${weeks} 周内的 ${posts} 条作品。`,
  interval: (low, high) => `大概在 ${low} 到 ${high} 之间。`,
  adjusted: (what) => `已排除的影响：${what}。`,
  caveats: (what) => `仍可能不准的地方：${what}`,
  latest: '作品与最新数据',
  firstRows: (shown, of) => `仅列出最新的 ${shown} 条，共 ${of} 条；完整数据请导出表格或 CSV。`,
  published: '发布时间',
  postTitle: '标题',
  format: '体裁',
  untitled: '（无标题）',
  unnamed: '未命名账号',
  approximately: '约',
  unknown: '–',
  note: '数据以平台显示为准。空缺表示该数据未知，绝不表示为零。',
};
