/** A3: what the monthly indicator is made of, each with its target from the plan's goals. */
import type { MonthlyRating } from '../../model/documents/monthly-rating';
import type { MetricName } from '../../model/metrics';
import type { KpiMeasure } from '../../model/report-parts';
import type { Revenue } from '../../model/workspace/objects';
import type { Plan } from '../../plan/plan';
import { mean, median } from '../../stats/robust';
import { type Account, type AccountPost, DAY_MS } from './account';
import { followerLevels, levelNear, netBetween } from './followers';
import { type Outlook, outlookOfCount, outlookOfMedian, outlookOfNet, type RunningMonth } from './outlook';
import type { GrowthTexts } from './texts';

/** The texts of `missingMeasure` name it too. */
const FEWEST_POSTS = 4;
/** A follower count this near to the turn of a month counts for it. */
const SLACK_DAYS = 4;
const EXPOSURES = ['views', 'reach', 'impressions'] as const satisfies readonly MetricName[];

type Group = KpiMeasure['group'];
export interface Month {
  from: number;
  to: number;
  /** `2026-06` */
  name: string;
  posts: AccountPost[];
}
export interface Measure {
  name: keyof GrowthTexts['missingMeasure'];
  group: Group;
  value(month: Month): number | null;
  /** Target from the level before and the plan. */
  target(base: number, month: Month): number | null;
  /** How likely the running month reaches a target; absent for what the creator enters. */
  outlook?(month: RunningMonth, target: number): Outlook;
}

/** Ratings of what the rubric holds today. */
export const ratedItems = ({ ratings }: MonthlyRating, plan: Plan): number[] =>
  plan.indicator.rubric.flatMap((item) => ratings[item] ?? []);
/** 1–5 as 0–1. */
const asShare = (rating: number) => (rating - 1) / 4;

/** What the creator said of the account. */
export interface Said {
  rated: readonly MonthlyRating[];
  revenue: readonly Revenue[];
}

/**
 * Revenue of a calendar month, in the currency that most entries of the account are in: nothing is converted. A month between the
 * first and the last entry without any brought nothing, as the books are the creator's; before and after them nothing is known.
 */
function revenueIn(entries: readonly Revenue[]): (month: string) => number | null {
  const counts = new Map<string, number>();
  for (const { currency } of entries) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [currency] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? [];
  const own = entries.filter((entry) => entry.currency === currency);
  const months = own.map(({ day }) => day.slice(0, 7)).sort();
  const [first, last] = [months[0], months.at(-1)];
  return (month) =>
    first === undefined || last === undefined || month < first || month > last
      ? null
      : own.filter(({ day }) => day.startsWith(month)).reduce((sum, { amount }) => sum + amount, 0);
}

export function measuresOf(account: Account, plan: Plan, { rated, revenue }: Said, seed: number): Measure[] {
  const earned = revenueIn(revenue);
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
  const medianMeasure = (of: (post: AccountPost) => number | null): Pick<Measure, 'value' | 'outlook'> => ({
    value: ({ posts }) => medianOf(posts, of),
    outlook: (month, target) => outlookOfMedian(account.main, month, target, of, seed),
  });
  const raised = (measure: Plan['goals'][number]['measure']) => (base: number) => {
    const growth = monthly(measure);
    return growth === null ? null : base * (1 + growth);
  };
  return [
    {
      name: 'netFollowers',
      group: 'core',
      outlook: (month, target) => outlookOfNet(followerLevels(account), month, target, seed),
      value: ({ from, to }) => netBetween(account, from, to, SLACK_DAYS)?.net ?? null,
      target: (_, { from }) => {
        const level = levelNear(account, from, SLACK_DAYS)?.value ?? null;
        const growth = monthly('followers');
        return level === null || growth === null ? null : level * growth;
      },
    },
    {
      name: 'medianReach',
      group: 'core',
      ...medianMeasure(({ value }) => (value === null ? null : Math.expm1(value))),
      target: raised('interactions'),
    },
    {
      name: 'revenue',
      group: 'core',
      value: ({ name }) => earned(name),
      target: raised('lifetimeValue'),
    },
    {
      name: 'engagementRate',
      group: 'auxiliary',
      ...medianMeasure(perView(['likes', 'comments'])),
      target: raised('interactions'),
    },
    {
      name: 'saveRate',
      group: 'auxiliary',
      ...medianMeasure(perView(['saves'])),
      target: raised('interactions'),
    },
    {
      name: 'completionRate',
      group: 'auxiliary',
      ...medianMeasure(({ mature }) => mature?.metrics.completionRate ?? null),
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
      // Whole posts: 4 in the 30 days of a weekly rhythm.
      target: (_, { from, to }) => Math.round((plan.cadence.postsPerWeek * (to - from)) / (7 * DAY_MS)),
      outlook: (month, target) => outlookOfCount(account.posts, month, target, seed),
    },
    {
      name: 'ratings',
      group: 'qualitative',
      value: ({ posts }) => {
        const ratings = posts.flatMap(({ labels: { rating } }) =>
          [rating?.topic, rating?.script, rating?.making].filter((one) => one !== undefined),
        );
        return ratings.length < FEWEST_POSTS ? null : mean(ratings.map(asShare));
      },
      target: () => 1,
    },
    {
      name: 'monthRating',
      group: 'qualitative',
      value: ({ name }) => {
        const own = rated.find(({ month }) => month === name);
        const items = own ? ratedItems(own, plan) : [];
        return items.length === 0 ? null : mean(items.map(asShare));
      },
      target: () => 1,
    },
  ];
}
