/** Which figure a group of posts is compared by, and each post's value of it at the horizon. */
import type { MetricName } from '../model/metrics';
import type { KnownPost, Snapshot } from '../model/post';
import { type CurvePoint, curveOf } from './growth';

/** In order of preference: the first that enough posts have. */
export const OUTCOME_NAMES = ['views', 'reach', 'impressions', 'interactions'] as const;
export type OutcomeName = (typeof OUTCOME_NAMES)[number];

/** What an interaction total is summed from where no page prints the total. */
const INTERACTION_PARTS = ['likes', 'comments', 'saves', 'shares', 'reposts'] as const satisfies readonly MetricName[];
/** A figure that fewer posts than this have would compare two selections, not two hours. */
const ENOUGH = 0.8;

/** A chosen outcome: the metrics that are added up (one, except for summed interactions). */
export interface Outcome {
  name: OutcomeName;
  metrics: readonly MetricName[];
}

/**
 * The first of views, reach, impressions, interactions that at least 80 % of the posts show. Interactions are the platform's
 * own total, else the sum of those parts that at least 80 % show: a part that is absent is unknown, so a post lacking one of
 * the parts has no sum. Null when nothing is shown by enough posts.
 */
export function chooseOutcome(posts: readonly KnownPost[]): Outcome | null {
  const shown = new Map<MetricName, number>();
  for (const post of posts) {
    const names = new Set<MetricName>();
    for (const { metrics } of post.snapshots) for (const name in metrics) names.add(name as MetricName);
    for (const name of names) shown.set(name, (shown.get(name) ?? 0) + 1);
  }
  const enough = (name: MetricName) => posts.length > 0 && (shown.get(name) ?? 0) >= ENOUGH * posts.length;
  for (const name of OUTCOME_NAMES) if (enough(name)) return { name, metrics: [name] };
  const parts = INTERACTION_PARTS.filter(enough);
  return parts.length > 0 ? { name: 'interactions', metrics: parts } : null;
}

/** The outcome in one snapshot; null where a part is absent. */
export function outcomeIn(snapshot: Snapshot, outcome: Outcome): number | null {
  let total = 0;
  for (const name of outcome.metrics) {
    const figure = snapshot.metrics[name];
    if (!figure) return null;
    total += figure.value;
  }
  return total;
}

export function outcomeCurve(post: KnownPost, publishedAt: number, outcome: Outcome): CurvePoint[] {
  return curveOf(publishedAt, post.snapshots, (snapshot) => outcomeIn(snapshot, outcome));
}
