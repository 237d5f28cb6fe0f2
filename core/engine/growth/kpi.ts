/**
 * A3: the monthly indicator, 30 core : 40 auxiliary : 30 qualitative. Each measure counts how much of the way from its usual level (median
 * of the months before) to its target was gone, 0–1.2. A measure without figures drops out and its weight is shared by the others.
 * Beside each stands how likely the running month reaches its target.
 */

import type { Kpi, KpiMeasure, KpiOutlook } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { median, quantile } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import type { Account } from './account';
import { type Month, measuresOf, ratedItems, type Said } from './kpi-measures';
import type { GrowthTexts } from './texts';

/** A base is the median of three months; what is usual is told from up to twelve. */
const MONTHS_BEFORE = 3;
const MONTHS_USUAL = 12;
const FEWEST_USUAL = 4;
const FEWEST_BEFORE = 2;
const COVERAGE = 0.6;
const MOST_ACHIEVED = 1.2;

/** Start of the calendar month `back` months before the one of `at`, UTC. */
const monthStart = (at: number, back: number) => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1);
};

export function kpiOf(
  account: Account,
  plan: Plan,
  said: Said,
  { now, seed }: { now: number; seed: number },
  words: GrowthTexts,
): Kpi {
  // The last full month before the last look: what nobody looked at is no month without posts.
  const end = Math.min(now, account.seenAt ?? now);
  const monthAt = (back: number): Month => {
    const [from, to] = [monthStart(end, back), monthStart(end, back - 1)];
    return {
      from,
      to,
      name: new Date(from).toISOString().slice(0, 7),
      posts: account.main.filter(({ publishedAt }) => publishedAt >= from && publishedAt < to),
    };
  };
  const month = monthAt(1);
  const earlier = Array.from({ length: MONTHS_USUAL }, (_, i) => monthAt(i + 2));
  const running = monthAt(0);
  const outlook: KpiOutlook[] = [];
  const measures: KpiMeasure[] = [];
  const missing: string[] = [];
  let fewestMonths = MONTHS_BEFORE;
  const measured = measuresOf(account, plan, said, seed);
  for (const { name, group, value, target, outlook: ahead } of measured) {
    const own = value(month);
    const all = earlier.map(value);
    const levels = all.slice(0, MONTHS_BEFORE).flatMap((one) => one ?? []);
    const base = group === 'qualitative' ? 0 : levels.length >= FEWEST_BEFORE ? median(levels) : null;
    const aim = base === null ? null : target(base, month);
    // The running month starts from the newest three full months.
    const latest = [own, ...all].slice(0, MONTHS_BEFORE).flatMap((one) => one ?? []);
    const next = latest.length >= FEWEST_BEFORE ? target(median(latest), running) : null;
    if (ahead && next !== null) {
      const { soFar, probability, have, need } = ahead({ from: running.from, to: running.to, seen: end }, next);
      const missing = probability === null ? [words.missingOutlook(have, need, name === 'netFollowers')] : [];
      outlook.push({
        name,
        soFar,
        target: next,
        probability: { value: probability, why: whyOf('growth.outlook', { inputs: { target: next }, have, need, missing }) },
      });
    }
    const known = all.flatMap((one) => one ?? []);
    const usual = known.length < FEWEST_USUAL ? null : { low: quantile(known, 0.1), high: quantile(known, 0.9) };
    if (own === null) missing.push(words.missingMeasure[name]);
    else if (base === null || aim === null) fewestMonths = Math.min(fewestMonths, levels.length);
    else {
      const way = aim > base ? (own - base) / (aim - base) : own / aim;
      measures.push({ name, group, value: own, base, target: aim, achieved: Math.min(MOST_ACHIEVED, Math.max(0, way)), usual });
    }
  }
  missing.push(words.missingMeasure.replyRate);
  if (fewestMonths < FEWEST_BEFORE) missing.push(words.missingMonths(fewestMonths, FEWEST_BEFORE));
  const { weights } = plan.indicator;
  const groups = (['core', 'auxiliary', 'qualitative'] as const).flatMap((group) => {
    const own = measures.filter((measure) => measure.group === group);
    return own.length === 0
      ? []
      : { weight: weights[group], mean: own.reduce((sum, { achieved }) => sum + achieved, 0) / own.length };
  });
  const known = groups.reduce((sum, { weight }) => sum + weight, 0);
  const all = weights.core + weights.auxiliary + weights.qualitative;
  const enough = known / all >= COVERAGE - 1e-9;
  const value = enough ? groups.reduce((sum, { weight, mean }) => sum + weight * mean, 0) / known : null;
  const rated = said.rated.find(({ month: name }) => name === month.name);
  return {
    month: month.name,
    score: {
      value,
      why: whyOf('growth.kpi', {
        inputs: Object.fromEntries(measures.map((measure) => [measure.name, measure.achieved])),
        posts: month.posts.map(({ index }) => index),
        have: Math.round((100 * known) / all),
        need: 100 * COVERAGE,
        missing: enough ? [] : missing,
      }),
    },
    weights,
    measures,
    outlook: { month: running.name, measures: outlook },
    rated: { items: rated ? ratedItems(rated, plan).length : 0, of: plan.indicator.rubric.length },
    missing,
    statement: value === null ? words.kpiUnknown : words.kpi(month.name, value),
  };
}
