import type { timing as en } from '../en/timing';

const percent = (share: number) => `${Math.round(share * 100)}%`;
const PARTS = { night: '凌晨（0–6 点）', morning: '上午（6–12 点）', afternoon: '下午（12–18 点）', evening: '晚上（18–24 点）' };

export const timing: typeof en = {
  missingFigures: '还没有足够多的作品有数据。请打开列出每条作品播放量或互动量的页面。',
  missingPosts: (have, of, waiting, dateOnly) =>
    [
      `需要 ${of} 条发布够久且有准确时间的作品，目前有 ${have} 条。`,
      waiting > 0 ? `还有 ${waiting} 条发布时间太短。` : '',
      dateOnly > 0 ? `有 ${dateOnly} 条只知道日期，不知道几点。` : '',
    ].join(''),
  missingWeeks: (have, of) => `这些作品分布在 ${have} 个不同的星期里，需要 ${of} 个。`,
  missingDayParts: (parts) =>
    `你的作品集中在少数时段。要作比较，还缺：${parts.map(({ part, more }) => `${PARTS[part]}再发 ${more} 条`).join('、')}。`,
  missingLabels: (share, of) =>
    `${percent(share)} 的作品标了主题或系列；达到 ${percent(of)} 才能分清是时间的作用还是主题的作用。`,
  suggestInsufficient: (missing) => ({
    title: '还看不出哪些时段适合你',
    why: missing.join(''),
    action: '照常发布；在不费事的时候，把几条作品放到其他时段试试。',
  }),
  suggestCadence: (perWeek, target, longestGapDays) => ({
    title: `每周 ${perWeek} 条，计划是 ${target} 条`,
    why: `最长间隔 ${Math.round(longestGapDays)} 天。`,
    action: `每周安排 ${target} 条固定更新。`,
  }),
};
