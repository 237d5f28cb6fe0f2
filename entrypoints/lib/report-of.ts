import type { Scope } from '../../components/data';
import type { Report } from '../../core/model/report';
import { partsOfUnit } from '../../core/model/unit-name';
import type { Reported } from './protocol';

/** The part of a report that speaks of one account. */
export function reportOf({ report, beside }: Reported, scope: Scope): Report {
  const { platform, account } = scope;
  const own = <T extends { unit: string }>(list: T[]) =>
    list.filter(({ unit }) => {
      const parts = partsOfUnit(unit);
      return parts.platform === platform && parts.account === account;
    });
  const about = (suggestion: { platform?: string; account?: string }) =>
    (suggestion.platform ?? platform) === platform && (suggestion.account ?? account) === account;
  return {
    ...report,
    units: own(report.units),
    timing: own(report.timing),
    cadence: own(report.cadence),
    mix: own(report.mix),
    score: own(report.score),
    growth: report.growth.filter((one) => one.platform === platform && one.account === account),
    suggestions: report.suggestions.filter(about),
    compliance: {
      ...report.compliance,
      posts: report.compliance.posts.filter(({ post }) => {
        const known = beside.flagged[post];
        return known?.platform === platform && known.account === account;
      }),
    },
  };
}
