/** Flagged posts → what to do next, one suggestion per account. What stands in a text is counted, not estimated. */
import { compliance as en } from '../../../assets/locales/en/compliance';
import { compliance as zhCN } from '../../../assets/locales/zh-CN/compliance';
import { accountOfKey } from '../../model/identity';
import type { Platform } from '../../model/platforms';
import type { Report, Suggestion } from '../../model/report';
import { belongsTo } from '../../model/unit-name';
import type { Locale } from '../texts';

export function complianceSuggestions(report: Report, locale: Locale): Suggestion[] {
  const words = locale === 'zh-CN' ? zhCN : en;
  const red = new Map<string, { platform: Platform; account: string; posts: string[] }>();
  for (const { post, level } of report.compliance.posts) {
    if (level !== 'red') continue;
    const { platform, account } = accountOfKey(post);
    const place = `${platform}|${account}`;
    const known = red.get(place);
    if (known) known.posts.push(post);
    else red.set(place, { platform, account, posts: [post] });
  }
  return [...red].map(([place, { platform, account, posts }]) => {
    const units = report.units.filter(({ unit }) => belongsTo(unit, platform, account));
    return {
      id: `compliance:${place}`,
      kind: 'compliance',
      place: 'check',
      ...(posts.length === 1 && { post: posts[0] }),
      priority: 1,
      ...words.suggestRed(posts.length),
      evidence: { posts: posts.length, weeks: Math.max(0, ...units.map(({ weeks }) => weeks)) },
      strength: 'rule',
      platform,
      account,
    };
  });
}
