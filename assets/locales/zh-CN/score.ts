import type { score as en } from '../en/score';

const percent = (share: number) => `${Math.round(share * 100)}%`;

export const score: typeof en = {
  parts: { engagement: '互动', quality: '质量', audience: '受众匹配', frequency: '更新节奏' },

  missingPosts: (have, need) => `发布够久可以比较的作品有 ${have} 条，需要 ${need} 条。`,
  missingOutcome: '还没有足够多的作品有数据。请打开列出每条作品播放量或互动量的页面。',
  missingPart: {
    engagement: '互动：还不知道作品的点赞、评论、收藏和分享。请打开列出它们的页面。',
    quality: '质量：还不知道完播率、点击率或收藏。请打开单条作品的数据页。',
    audience: '受众匹配：还不知道每条作品带来的新粉丝或新观众。请打开单条作品的数据页。',
    frequency: '更新节奏：至少需要两条有日期的作品。',
  },
  missingYoung: (have, need) => `发布当天和之后都看过的作品有 ${have} 条，需要 ${need} 条。请在发布后第二天看一下作品数据。`,

  baseline: (have, need) => `正在建立你的基准：需要 ${need} 条发布够久的作品，目前 ${have} 条。`,
  partial: (coverage, parts) => `还没有总分：只知道其中 ${percent(coverage)}（${parts.join('、')}）。`,
  scored: (value, n, weakest) => `最近 ${n} 条平均 ${Math.round(value)} 分。${weakest ? `最低的是${weakest}。` : ''}`,
  honestyUnknown: '这个分数对你有没有预测力，现在还看不出。',
  honestyGood: (n) => `在 ${n} 条作品上，发布一天后的分数与最后的结果一致。`,
  honestyBad: (n) => `在 ${n} 条作品上，这个分数到目前为止没能预测你的结果，只当作描述来看。`,

  suggestCapture: (missing) => ({
    title: '还缺一些打分用的数据',
    why: missing.join(''),
    action: '为最近的作品打开一次那个页面，你看的时候数据就会存下来。',
  }),
  suggestWeakest: (part, value, others) => ({
    title: `最近的作品在${part}上最弱`,
    why: `这一项是 ${Math.round(value)}，其他几项平均 ${Math.round(others)}，50 是你自己的中间水平。`,
    action: `打开你${part}最好的三条作品，各取一点用到下一条里。`,
  }),
};
