/** A2: production, distribution, interaction, conversion; each with its metrics, what is missing, and the weakest where it shows. */
import { METRICS, type MetricName } from '../../model/metrics';
import type { Lift } from '../../model/report';
import {
  type ProductionMetric,
  STAGES,
  type StageMetric,
  type StageName,
  type StageReport,
  type Stages,
} from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { median, robustSd } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import { type Account, type AccountPost, newest, reason } from './account';
import type { GrowthTexts } from './texts';

const FEWEST_POSTS = 8;
const EXPOSURES = ['views', 'reach', 'impressions'] as const satisfies readonly MetricName[];
const HALF_WIDTH_80 = 1.2816;
/** A stage is called weaker only when its change is this many standard errors below none. */
const CLEAR = 2;
/** Standard error of a median over that of a mean, normal values. */
const MEDIAN_FACTOR = Math.sqrt(Math.PI / 2);
/** A ratio of zero has a logarithm too. */
const SMALLEST_RATIO = 1e-4;

/** Metrics told per stage: those that single posts show. How far a post is watched is the first answer of its viewers. */
const STAGE_METRICS: Record<Exclude<StageName, 'production'>, readonly MetricName[]> = {
  distribution: ['views', 'impressions', 'reach', 'viewers', 'clickThroughRate'],
  interaction: [
    'likes',
    'comments',
    'saves',
    'shares',
    'reposts',
    'interactions',
    'completionRate',
    'completionRate5s',
    'exitRate2s',
    'exitRate3s',
    'averageViewedShare',
    'stayedToWatchRate',
    'averageWatchSeconds',
  ],
  conversion: ['followersGained', 'profileVisits', 'linkClicks'],
};
/** Less is better. */
const INVERTED: ReadonlySet<MetricName> = new Set(['exitRate2s', 'exitRate3s']);

interface Change {
  mean: number;
  error: number;
}

/** The newest posts old enough to compare, and as many before them. */
export function recentAndBefore(account: Account, plan: Plan): { recent: AccountPost[]; before: AccountPost[] } {
  const { days, posts } = plan.content.window;
  const mature = account.main.filter(({ mature: look }) => look !== null);
  const recent = newest(mature, days, posts);
  return { recent, before: mature.slice(0, mature.length - recent.length).slice(-recent.length) };
}

export function stagesOf(account: Account, plan: Plan, words: GrowthTexts): Stages {
  const { recent, before } = recentAndBefore(account, plan);
  const changes = new Map<StageName, Change[]>();
  const reports = STAGES.map((stage): StageReport => {
    if (stage === 'production') return production(account, recent, before, words);
    const metrics = STAGE_METRICS[stage].flatMap((metric): StageMetric[] => {
      const shown = recent.filter(({ mature: look }) => look?.metrics[metric] !== undefined);
      if (shown.length === 0) return [];
      const change = changeOf(metric, stage, recent, before);
      if (change)
        changes.set(stage, [...(changes.get(stage) ?? []), INVERTED.has(metric) ? { ...change, mean: -change.mean } : change]);
      return [stageMetric(metric, shown, before, change, words)];
    });
    return { stage, metrics, missing: metrics.length === 0 ? [words.missingStage[stage]] : [] };
  });
  return { stages: reports, ...weakestOf(changes, words) };
}

const figureOf = (post: AccountPost, metric: MetricName) => post.mature?.metrics[metric];

function stageMetric(
  metric: MetricName,
  shown: readonly AccountPost[],
  before: readonly AccountPost[],
  change: Change | null,
  words: GrowthTexts,
): StageMetric {
  const why = reason('growth.stage', shown, FEWEST_POSTS, words.missingPosts(shown.length, FEWEST_POSTS), { metric });
  const values = shown.map((post) => figureOf(post, metric) ?? 0);
  const earlier = before.flatMap((post) => figureOf(post, metric) ?? []);
  return {
    metric,
    recent: { value: shown.length < FEWEST_POSTS ? null : median(values), why },
    before: earlier.length < FEWEST_POSTS ? null : median(earlier),
    change: change && liftOf(change),
  };
}

const liftOf = ({ mean, error }: Change): Lift => ({
  low: Math.expm1(mean - HALF_WIDTH_80 * error),
  median: Math.expm1(mean),
  high: Math.expm1(mean + HALF_WIDTH_80 * error),
});

/** Change of the median (log). Interactions and conversions per view, so that one stage is not blamed for another. */
function changeOf(
  metric: MetricName,
  stage: StageName,
  recent: readonly AccountPost[],
  before: readonly AccountPost[],
): Change | null {
  const perView = stage !== 'distribution' && METRICS[metric].unit === 'count';
  const logs = (posts: readonly AccountPost[]) =>
    posts.flatMap((post) => {
      const value = figureOf(post, metric);
      if (value === undefined) return [];
      if (METRICS[metric].unit !== 'count') return Math.log(Math.max(SMALLEST_RATIO, value));
      if (!perView) return Math.log1p(value);
      const views = EXPOSURES.map((name) => figureOf(post, name)).find((one) => one !== undefined);
      return views === undefined || views <= 0 ? [] : Math.log((value + 0.5) / (views + 1));
    });
  const [now, then] = [logs(recent), logs(before)];
  if (now.length < FEWEST_POSTS || then.length < FEWEST_POSTS) return null;
  const variance = (list: readonly number[]) => robustSd(list) ** 2 / list.length;
  const error = MEDIAN_FACTOR * Math.sqrt(variance(now) + variance(then));
  return error > 0 ? { mean: median(now) - median(then), error } : null;
}

/** The stage whose metrics fell most, if that is clear. Its metrics move together, so their errors are not averaged away. */
function weakestOf(
  changes: ReadonlyMap<StageName, readonly Change[]>,
  words: GrowthTexts,
): Pick<Stages, 'weakest' | 'statement'> {
  const stages = [...changes].map(([stage, list]) => ({
    stage,
    mean: list.reduce((sum, { mean }) => sum + mean, 0) / list.length,
    error: list.reduce((sum, { error }) => sum + error, 0) / list.length,
  }));
  if (stages.length < 2) return { weakest: null, statement: words.stagesUnknown };
  const clear = stages.filter(({ mean, error }) => mean < -CLEAR * error).sort((a, b) => a.mean - b.mean)[0];
  const strong = stages.filter(({ mean, error }) => mean > CLEAR * error).sort((a, b) => b.mean - a.mean)[0];
  return clear
    ? { weakest: clear.stage, statement: words.weakest(clear.stage, Math.expm1(clear.mean)) }
    : { weakest: null, statement: strong ? words.stronger(strong.stage, Math.expm1(strong.mean)) : words.stagesEven };
}

const RATINGS = [
  ['ratingTopic', 'topic'],
  ['ratingScript', 'script'],
  ['ratingMaking', 'making'],
] as const;

/** What the creator entered: no dashboard measures production. */
function production(
  account: Account,
  recent: readonly AccountPost[],
  before: readonly AccountPost[],
  words: GrowthTexts,
): StageReport {
  const metrics: StageMetric[] = [];
  const counted = (metric: ProductionMetric, count: number) =>
    metrics.push({
      metric,
      recent: { value: count, why: whyOf('growth.stage', { inputs: { metric }, have: count, need: 0 }) },
      before: null,
      change: null,
    });
  const states = account.all.map(({ status }) => status);
  // Only a page that lists drafts or scheduled posts can show that there are none; without one they are unknown.
  const planned = states.filter((status) => status === 'scheduled').length;
  const drafts = states.filter((status) => status === 'draft' || status === 'inReview').length;
  if (planned > 0) counted('planned', planned);
  if (drafts > 0) counted('drafts', drafts);
  let rated = false;
  for (const [metric, aspect] of RATINGS) {
    const shown = recent.filter(({ labels }) => labels.rating?.[aspect] !== undefined);
    if (shown.length === 0) continue;
    rated = true;
    const rating = ({ labels }: AccountPost) => labels.rating?.[aspect] ?? 0;
    const earlier = before.filter(({ labels }) => labels.rating?.[aspect] !== undefined);
    metrics.push({
      metric,
      recent: {
        value: shown.length < FEWEST_POSTS ? null : median(shown.map(rating)),
        why: reason('growth.stage', shown, FEWEST_POSTS, words.missingPosts(shown.length, FEWEST_POSTS), { metric }),
      },
      before: earlier.length < FEWEST_POSTS ? null : median(earlier.map(rating)),
      change: null,
    });
  }
  return { stage: 'production', metrics, missing: rated ? [] : [words.missingStage.production] };
}
