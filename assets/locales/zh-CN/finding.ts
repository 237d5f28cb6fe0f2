/** 别人页面上的一条提示：草稿旁，以及作品卡片上。 */
import type { finding as english } from '../en/finding';

export const finding: typeof english = {
  wayOut: '可以这样：',
  source: '依据：',
  asOf: (date) => `截至 ${date}`,
  copy: '原文来自转载',
  pastReview: (date) => `这条规则应在${date}前复核，可能已经过时。`,
  commonly: '按常见说法，未核对原文。',
  dismiss: '我看没问题',
  dismissHint: '对这条规则来说，这些词没问题：这里和别处都会记住。',
  notKept: '没有成功',
  more: (n) => `还有 ${n} 条，见侧边栏`,
};
