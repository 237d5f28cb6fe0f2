/**
 * A3: the monthly indicator, 30 core : 40 auxiliary : 30 qualitative. Each measure counts how much of the way from its usual level (median
 * of the months before) to its target was gone, 0–1.2. A measure without figures drops out and its weight is shared by the others.
 */

import type { MetricName } from '../../model/metrics';
import type { Kpi, KpiMeasure } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { median } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import { type Account, type AccountPost, DAY_MS } from './account';
import { netBetween } from './followers';
import type { GrowthTexts } from './texts';

const MONTHS_BEFORE = 3;
const FEWEST_BEFORE = 2;
const FEWEST_POSTS = 4;
const COVERAGE = 0.6;
const MOST_ACHIEVED = 1.2;
/** A follower count this near to the turn of a month counts for it. */
const SLACK_DAYS = 4;
const EXPOSURES = ['views', 'reach', 'impressions'] as const satisfies readonly MetricName[];

type Group = KpiMeasure['group'];
interface Month {
  from: number;
  to: number;
  posts: AccountPost[];
}
interface Measure {
  name: keyof GrowthTexts['missingMeasure'];
  group: Group;
  value(month: Month): number | null;
  /** Target from the level before and the plan. */
  target(base: number, month: Month): number | null;
}

/** Start of the calendar month `back` months before the one of `at`, UTC. */
const monthStart = (at: number, back: number) => {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - back, 1);
};

export function kpiOf(account: Account, plan: Plan, now: number, words: GrowthTexts): Kpi {
  // The last full month before the last look: what nobody looked at is no month without posts.
  const end = Math.min(now, account.seenAt ?? now);
  const monthAt = (back: number): Month => {
    const [from, to] = [monthStart(end, back), monthStart(end, back - 1)];
    return { from, to, posts: account.main.filter(({ publishedAt }) => publishedAt >= from && publishedAt < to) };
  };
  const month = monthAt(1);
  const before = Array.from({ length: MONTHS_BEFORE }, (_, i) => monthAt(i + 2));
  const measures: KpiMeasure[] = [];
  const missing: string[] = [];
  let fewestMonths = MONTHS_BEFORE;
  for (const { name, group, value, target } of measuresOf(account, plan)) {
    const own = value(month);
    const levels = before.flatMap((one) => value(one) ?? []);
    const base = name === 'ratings' ? 0 : levels.length >= FEWEST_BEFORE ? median(levels) : null;
    const aim = base === null ? null : target(base, month);
    if (own === null) missing.push(words.missingMeasure[name]);
    else if (base === null || aim === null) fewestMonths = Math.min(fewestMonths, levels.length);
    else {
      const way = aim > base ? (own - base) / (aim - base) : own / aim;
      measures.push({ name, group, value: own, base, target: aim, achieved: Math.min(MOST_ACHIEVED, Math.max(0, way)) });
    }
  }
  missing.push(words.missingMeasure.revenue, words.missingMeasure.replyRate);
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
  const name = new Date(month.from).toISOString().slice(0, 7);
  return {
    month: name,
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
    missing,
    statement: value === null ? words.kpiUnknown : words.kpi(name, value),
  };
}

function measuresOf(account: Account, plan: Plan): Measure[] {
  const goal = (measure: Plan['goals'][number]['measure']) => plan.goals.find((one) => one.measure === measure && one.relative);
  /** What a relative goal over several months asks of one. */
  const monthly = (measure: Plan['goals'][number]['measure']): number | null => {
    const own = goal(measure);
    return own ? (1 + own.target) ** (1 / own.months) - 1 : null;
  };
  const medianOf = (posts: readonly AccountPost[], of: (post: AccountPost) => number | null): number | null => {
    const values = posts.flatMap((post) => of(post) ?? []);
    return values.length < FEWEST_POSTS ? null : median(values);
  };
  const perView = (names: readonly MetricName[]) => (post: AccountPost) => {
    const metrics = post.mature?.metrics;
    const views = metrics && EXPOSURES.map((name) => metrics[name]).find((one) => one !== undefined);
    if (!metrics || views === undefined || views <= 0) return null;
    let total = 0;
    for (const name of names) {
      const count = metrics[name];
      if (count === undefined) return null;
      total += count;
    }
    return total / views;
  };
  const raised = (measure: Plan['goals'][number]['measure']) => (base: number) => {
    const growth = monthly(measure);
    return growth === null ? null : base * (1 + growth);
  };
  return [
    {
      name: 'netFollowers',
      group: 'core',
      value: ({ from, to }) => netBetween(account, from, to, SLACK_DAYS)?.net ?? null,
      target: (_, { from, to }) => {
        const level = netBetween(account, from, to, SLACK_DAYS)?.level ?? null;
        const growth = monthly('followers');
        return level === null || growth === null ? null : level * growth;
      },
    },
    {
      name: 'medianReach',
      group: 'core',
      value: ({ posts }) => medianOf(posts, ({ value }) => (value === null ? null : Math.expm1(value))),
      target: raised('interactions'),
    },
    {
      name: 'engagementRate',
      group: 'auxiliary',
      value: ({ posts }) => medianOf(posts, perView(['likes', 'comments'])),
      target: raised('interactions'),
    },
    {
      name: 'saveRate',
      group: 'auxiliary',
      value: ({ posts }) => medianOf(posts, perView(['saves'])),
      target: raised('interactions'),
    },
    {
      name: 'completionRate',
      group: 'auxiliary',
      value: ({ posts }) => medianOf(posts, ({ mature }) => mature?.metrics.completionRate ?? null),
      target: () => plan.diagnosis.targetCompletionRate,
    },
    {
      name: 'cadence',
      group: 'auxiliary',
      // Posts of the whole account; a month without any post counts only inside the known history.
      value: ({ from, to }) => {
        const count = account.posts.filter(({ publishedAt }) => publishedAt >= from && publishedAt < to).length;
        const first = account.posts[0]?.publishedAt ?? Infinity;
        return first < from ? count : null;
      },
      target: (_, { from, to }) => (plan.cadence.postsPerWeek * (to - from)) / (7 * DAY_MS),
    },
    {
      name: 'ratings',
      group: 'qualitative',
      value: ({ posts }) => {
        const ratings = posts.flatMap(({ labels: { rating } }) =>
          [rating?.topic, rating?.script, rating?.making].filter((one) => one !== undefined),
        );
        return ratings.length < FEWEST_POSTS ? null : ratings.reduce((sum, one) => sum + (one - 1) / 4, 0) / ratings.length;
      },
      target: () => 1,
    },
  ];
}
