/** Score of the account: means of its newest posts, part by part. */
import { weekOf } from '../../history/clock';
import { type PostScore, SCORE_PARTS, type ScorePart, type ScoreReport, type Shown } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { whyOf } from '../mix/adherence/window';
import { type Candidate, DAY_MS, weightsOf } from './candidates';
import type { Reference } from './reference';
import type { ScoreTexts } from './texts';

/** Less of the weights known, and the sum says too little. */
export const COVERAGE = 0.6;
const FEWEST_WEEKS = 4;

/**
 * Means of the newest posts of the reference, as many as the plan's window holds. `audienceMatch`: how like the audience wanted the
 * account's audience is, 0–1; null where it is not known.
 */
export function accountOf(
  scores: readonly PostScore[],
  reference: readonly Candidate[],
  scale: Reference,
  { plan, audienceMatch }: { plan: Plan; audienceMatch: number | null },
  words: ScoreTexts,
): ScoreReport['account'] & { posts: number } {
  const last = reference.at(-1)?.publishedAt ?? 0;
  const byDays = reference.filter(({ publishedAt }) => publishedAt > last - plan.content.window.days * DAY_MS).length;
  const newest = scores.slice(0, reference.length).slice(-Math.max(byDays, plan.content.window.posts));
  const need = plan.score.fewestPosts;
  const shown = (name: ScorePart): Shown => {
    const of = ({ parts }: PostScore) => parts[name];
    const measures = name === 'frequency' ? ['pause'] : scale.known(name);
    const known = newest.filter((post) => of(post) !== null);
    const value = known.length < need ? null : known.reduce((sum, post) => sum + (of(post) ?? 0), 0) / known.length;
    return {
      value,
      why: whyOf(`score.${name}`, {
        inputs: { measures: measures.join(', ') },
        posts: known.map(({ post }) => post),
        have: known.length,
        need,
        missing: value !== null ? [] : [measures.length === 0 ? words.missingPart[name] : words.missingPosts(known.length, need)],
      }),
    };
  };
  const parts = {
    engagement: shown('engagement'),
    quality: shown('quality'),
    audience: shown('audience'),
    frequency: shown('frequency'),
  };
  const weeks = weeksKept(reference, plan);
  if (weeks) {
    parts.frequency = {
      value: 100 * (weeks.kept / weeks.of),
      why: whyOf('score.frequency', {
        inputs: { kept: weeks.kept, weeks: weeks.of },
        posts: parts.frequency.why.posts,
        have: weeks.of,
        need: FEWEST_WEEKS,
      }),
    };
  }
  if (audienceMatch !== null) {
    const { value, why } = parts.audience;
    // One measure among those of the part.
    const others = value === null ? 0 : scale.known('audience').length;
    parts.audience = {
      value: ((value ?? 0) * others + 100 * audienceMatch) / (others + 1),
      why: {
        ...why,
        inputs: { measures: [...scale.known('audience'), 'audienceMatch'].join(', '), audienceMatch },
        ...(value === null && { have: 1, need: 1, missing: [] }),
      },
    };
  }
  // Of the same parts that the bars show, so that the sum can be followed.
  const known = SCORE_PARTS.filter((name) => parts[name].value !== null);
  const weights = weightsOf(plan);
  const coverage = known.reduce((sum, name) => sum + weights[name], 0);
  const enough = coverage >= COVERAGE - 1e-9;
  const value = enough ? known.reduce((sum, name) => sum + weights[name] * (parts[name].value ?? 0), 0) / coverage : null;
  const score: Shown = {
    value,
    why: whyOf('score.total', {
      inputs: Object.fromEntries(known.map((name) => [name, Math.round(parts[name].value ?? 0)])),
      posts: newest.map(({ post }) => post),
      have: Math.round(100 * coverage),
      need: 100 * COVERAGE,
      missing: enough ? [] : SCORE_PARTS.flatMap((name) => parts[name].why.missing),
    }),
  };
  return { score, parts, posts: newest.length };
}

/** Full weeks of the cadence's look-back that hold the planned number of posts. Null below four. */
function weeksKept(reference: readonly Candidate[], plan: Plan): { kept: number; of: number } | null {
  const weeks = reference.map(({ facts }) => weekOf(facts.day ?? 0));
  const last = weeks.at(-1) ?? 0;
  const first = Math.max((weeks[0] ?? 0) + 1, last - plan.cadence.lookBackWeeks);
  const of = last - first;
  if (of < FEWEST_WEEKS) return null;
  const counts = new Map<number, number>();
  for (const week of weeks) if (week >= first && week < last) counts.set(week, (counts.get(week) ?? 0) + 1);
  return { kept: [...counts.values()].filter((count) => count >= plan.cadence.postsPerWeek).length, of };
}

/** A part clearly below the others: by this much on the scale of 100. */
const CLEARLY = 10;

export function weakestPart(parts: ScoreReport['account']['parts']): ScorePart | null {
  const known = SCORE_PARTS.flatMap((part) => {
    const { value } = parts[part];
    return value === null ? [] : { part, value };
  }).sort((a, b) => a.value - b.value);
  const [lowest, next] = known;
  return lowest && next && lowest.value < 50 - CLEARLY && next.value - lowest.value >= CLEARLY ? lowest.part : null;
}

export function emptyAccount(have: number, need: number, missing: string[]): ScoreReport['account'] {
  const none = (formula: string): Shown => ({ value: null, why: whyOf(formula, { have, need, missing }) });
  return {
    score: none('score.total'),
    parts: {
      engagement: none('score.engagement'),
      quality: none('score.quality'),
      audience: none('score.audience'),
      frequency: none('score.frequency'),
    },
  };
}
