/** D1: who watches, as the dashboard states it, and how like the audience the creator wants. */
import type { AccountNotes } from '../../model/documents/account-notes';
import type { AccountReading } from '../../model/reading';
import type { Audience } from '../../model/report-parts';
import { whyOf } from '../mix/adherence/window';
import type { GrowthTexts } from './texts';

const KINDS = ['age', 'gender', 'region'] as const;
type Wanted = AccountNotes['audience'];

/** Shares that sum to 1; null without a positive one. */
function shares(own: Readonly<Record<string, number>>): Record<string, number> | null {
  const known = Object.entries(own).filter(([, share]) => share > 0);
  const total = known.reduce((sum, [, share]) => sum + share, 0);
  return total > 0 ? Object.fromEntries(known.map(([name, share]) => [name, share / total])) : null;
}

/** Jensen–Shannon distance (base 2): 0 for the same shares, 1 for shares that have nothing in common. Each sums to 1. */
export function distanceOf(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): number {
  let divergence = 0;
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [p, q] = [a[name] ?? 0, b[name] ?? 0];
    const middle = (p + q) / 2;
    if (p > 0) divergence += (p * Math.log2(p / middle)) / 2;
    if (q > 0) divergence += (q * Math.log2(q / middle)) / 2;
  }
  return Math.sqrt(Math.max(0, Math.min(1, divergence)));
}

/** The newest statement of each kind. `readings`: those of one account, oldest first. */
function breakdownsOf(readings: readonly AccountReading[], wanted: Wanted): Audience['breakdowns'] {
  return KINDS.flatMap((kind) => {
    for (const { breakdowns, seenAt } of [...readings].reverse()) {
      const own = shares(breakdowns?.find((one) => one.kind === kind)?.shares ?? {});
      if (own) return [{ kind, seenAt, shares: own, wanted: shares(wanted?.[kind] ?? {}) }];
    }
    return [];
  });
}

/** 1 − distance, mean over the kinds that are both shown and wanted; null without any. */
function matchOf(breakdowns: Audience['breakdowns']): number | null {
  const both = breakdowns.flatMap(({ shares: own, wanted }) => (wanted ? 1 - distanceOf(own, wanted) : []));
  return both.length === 0 ? null : both.reduce((a, b) => a + b, 0) / both.length;
}

/** For the score of a unit, which knows no words. */
export const audienceMatch = (readings: readonly AccountReading[], wanted: Wanted): number | null =>
  matchOf(breakdownsOf(readings, wanted));

export function audienceOf(readings: readonly AccountReading[], wanted: Wanted, words: GrowthTexts): Audience {
  const breakdowns = breakdownsOf(readings, wanted);
  const value = matchOf(breakdowns);
  const missing = breakdowns.length === 0 ? [words.missingAudience] : value === null ? [words.missingWanted] : [];
  return {
    breakdowns,
    match: {
      value,
      why: whyOf('growth.audience', {
        inputs: Object.fromEntries(
          breakdowns.flatMap(({ kind, shares: own, wanted: aim }) => (aim ? [[kind, 1 - distanceOf(own, aim)]] : [])),
        ),
        have: value === null ? 0 : 1,
        need: 1,
        missing,
      }),
    },
    statement: value === null ? words.audienceUnknown : words.audience(value),
  };
}
