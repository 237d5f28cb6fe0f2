/** Posts of a unit as the score sees them: which are compared, and against which. */
import type { Snapshot } from '../../model/post';
import { SCORE_PARTS, type ScorePart } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import type { Look, PostFacts } from '../mix/facts';
import type { Unit } from '../units';
import type { Entry } from './reference';

export const DAY_MS = 86_400_000;
/** More posts in a reference set only cost time. */
const LARGEST_REFERENCE = 1000;

/** One post of the unit, oldest first. */
export interface Candidate {
  facts: PostFacts;
  snapshots: readonly Snapshot[];
  publishedAt: number;
  place: number;
  gapDays: number | null;
}

export function candidatesOf(unit: Unit, facts: readonly PostFacts[]): Candidate[] {
  const snapshots = new Map(unit.posts.map((post) => [post.key, post.snapshots]));
  const posted = facts.filter((own) => own.posted);
  return posted.map((own, place) => {
    const publishedAt = own.publishedAt ?? 0;
    const before = posted[place - 1]?.publishedAt ?? null;
    return {
      facts: own,
      snapshots: snapshots.get(own.key) ?? [],
      publishedAt,
      place,
      gapDays: before === null ? null : (publishedAt - before) / DAY_MS,
    };
  });
}

/** The last 12 months or the last 100 posts, whichever is more. */
export function referenceOf(mature: readonly Candidate[], plan: Plan): Candidate[] {
  const last = mature.at(-1)?.publishedAt ?? 0;
  const since = mature.findIndex(({ publishedAt }) => publishedAt > last - plan.score.reference.days * DAY_MS);
  const from = Math.min(since < 0 ? mature.length : since, Math.max(0, mature.length - plan.score.reference.posts));
  return mature.slice(Math.max(from, mature.length - LARGEST_REFERENCE));
}

export const entryOf = ({ place, gapDays }: Candidate, look: Look | null): Entry => ({
  look: look ?? { ageHours: 0, metrics: {} },
  place,
  gapDays,
});

export function weightsOf(plan: Plan): Record<ScorePart, number> {
  const { weights } = plan.score;
  const total = SCORE_PARTS.reduce((sum, part) => sum + weights[part], 0) || 1;
  return Object.fromEntries(SCORE_PARTS.map((part) => [part, weights[part] / total])) as Record<ScorePart, number>;
}
