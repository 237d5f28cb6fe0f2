/** Flagged posts → what to do next, one suggestion per account. What stands in a text is counted, not estimated. */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import type { Report, Suggestion } from '../../model/report';
import type { Locale } from '../texts';

export function complianceSuggestions(report: Report, locale: Locale): Suggestion[] {
  const words = locale === 'zh-CN' ? zhCN : en;
  const red = new Map<string, number>();
  for (const { post, level } of report.compliance.posts) {
    const account = post.split('|', 2).join('|');
    if (level === 'red') red.set(account, (red.get(account) ?? 0) + 1);
  }
  return [...red].map(([of, posts]) => {
    const units = report.units.filter(({ unit }) => unit.startsWith(`${of}|`));
    const [platform, account] = of.split('|') as [NonNullable<Suggestion['platform']>, string];
    return {
      id: `compliance:${of}`,
      kind: 'compliance',
      priority: 1,
      ...words.suggestRed(posts),
      evidence: { posts, weeks: Math.max(0, ...units.map(({ weeks }) => weeks)) },
      strength: 'rule',
      platform,
      account,
    };
  });
}
