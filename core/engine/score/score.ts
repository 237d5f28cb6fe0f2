/**
 * Score of posts and account (operating plan D1): 35/28/22/15 of four percentiles among the account's own posts at equal age, with
 * its interval, what other weights would change, and whether it has predicted anything here.
 */
import { weekOf } from '../../history/clock';
import { ageHours } from '../../history/horizon';
import type { Snapshot } from '../../model/post';
import {
  BANDS,
  type Band,
  type PostScore,
  SCORE_PARTS,
  type ScorePart,
  type ScoreReport,
  type Shown,
} from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { gammaDraw, seeded } from '../../stats/random';
import { whyOf } from '../mix/adherence/window';
import type { Look, PostFacts } from '../mix/facts';
import { lookAt } from '../mix/facts';
import type { Locale } from '../texts';
import type { Unit } from '../units';
import { honestyOf } from './honesty';
import { firstAtLeast } from './percentile';
import { type Entry, type Parts, Reference } from './reference';
import { type ScoreTexts, scoreTexts } from './texts';

const DAY_MS = 86_400_000;
/** Less of the weights known, and the sum says too little. */
const COVERAGE = 0.6;
/** More posts in a reference set only cost time. */
const LARGEST_REFERENCE = 1000;
const RANKED = 100;
const DRAWS = 200;
/** How firmly the weights are held when they are varied. */
const CONCENTRATION = 100;
/** Looks of two posts are of one age within this factor. */
const SAME_AGE = Math.log(1.25);
/** Younger posts say nothing yet. */
const YOUNGEST_HOURS = 6;
const FEWEST_WEEKS = 4;

export interface ScoreContext {
  plan: Plan;
  seed: number;
  locale: Locale;
}

/** One post of the unit, oldest first. */
interface Candidate {
  facts: PostFacts;
  snapshots: readonly Snapshot[];
  publishedAt: number;
  place: number;
  gapDays: number | null;
}

export function scoreOf(unit: Unit, facts: readonly PostFacts[], context: ScoreContext): ScoreReport {
  const words = scoreTexts(context.locale);
  const { plan } = context;
  const candidates = candidatesOf(unit, facts);
  const comparable = new Set(unit.comparable.posts.map(({ key }) => key));
  const mature = candidates.filter(({ facts: own }) => comparable.has(own.key) && own.mature !== null);
  const reference = referenceOf(mature, plan);
  const waiting = new Set(unit.comparable.waiting.map(({ key }) => key));
  const young = candidates.filter(({ facts: own }) => waiting.has(own.key) && (own.young?.ageHours ?? 0) >= YOUNGEST_HOURS);
  const listed = [...reference, ...young];
  const base = {
    unit: unit.unit,
    keys: listed.map(({ facts: own }) => own.key),
    weights: weightsOf(plan),
    reference: reference.map((_, i) => i),
  };
  if (reference.length < plan.score.fewestPosts) {
    const missing = unit.comparable.outcome
      ? [words.missingPosts(reference.length, plan.score.fewestPosts)]
      : [words.missingOutcome];
    return {
      ...base,
      state: 'baseline',
      account: emptyAccount(reference.length, plan.score.fewestPosts, missing),
      posts: [],
      honesty: honestyOf([], words),
      statement: words.baseline(reference.length, plan.score.fewestPosts),
      missing,
    };
  }
  const scale = new Reference(
    reference.map((candidate) => entryOf(candidate, candidate.facts.mature)),
    plan,
  );
  const scores = reference.map((candidate, post) =>
    scorePost(post, candidate.facts.mature, scale.partsOf(entryOf(candidate, candidate.facts.mature)), base.weights, false),
  );
  rankAll(scores, base.weights, context.seed);
  const byAge = new YoungReferences(reference, plan);
  young.forEach((candidate, i) => {
    const look = candidate.facts.young;
    const own = look && byAge.at(look.ageHours);
    if (own) scores.push(scorePost(reference.length + i, look, own.partsOf(entryOf(candidate, look)), base.weights, true));
  });
  setBands(scores, reference.length);
  return finish(base, scores, scale, reference, byAge, mature, context, words);
}

function candidatesOf(unit: Unit, facts: readonly PostFacts[]): Candidate[] {
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
function referenceOf(mature: readonly Candidate[], plan: Plan): Candidate[] {
  const last = mature.at(-1)?.publishedAt ?? 0;
  const since = mature.findIndex(({ publishedAt }) => publishedAt > last - plan.score.reference.days * DAY_MS);
  const from = Math.min(since < 0 ? mature.length : since, Math.max(0, mature.length - plan.score.reference.posts));
  return mature.slice(Math.max(from, mature.length - LARGEST_REFERENCE));
}

const entryOf = ({ place, gapDays }: Candidate, look: Look | null): Entry => ({
  look: look ?? { ageHours: 0, metrics: {} },
  place,
  gapDays,
});

function weightsOf(plan: Plan): Record<ScorePart, number> {
  const { weights } = plan.score;
  const total = SCORE_PARTS.reduce((sum, part) => sum + weights[part], 0) || 1;
  return Object.fromEntries(SCORE_PARTS.map((part) => [part, weights[part] / total])) as Record<ScorePart, number>;
}

function scorePost(
  post: number,
  look: Look | null,
  { parts, halfWidths, measures }: Parts,
  weights: Record<ScorePart, number>,
  provisional: boolean,
): PostScore {
  const known = SCORE_PARTS.filter((part) => parts[part] !== null);
  const coverage = known.reduce((sum, part) => sum + weights[part], 0);
  const enough = coverage >= COVERAGE - 1e-9;
  const score = enough ? known.reduce((sum, part) => sum + weights[part] * (parts[part] ?? 0), 0) / coverage : null;
  const half =
    Math.sqrt(known.reduce((sum, part) => sum + (weights[part] * halfWidths[part]) ** 2, 0)) / Math.max(coverage, 1e-9);
  const geometric = enough
    ? Math.exp(known.reduce((sum, part) => sum + weights[part] * Math.log(Math.max(1, parts[part] ?? 0)), 0) / coverage)
    : null;
  return {
    post,
    score,
    low: score === null ? null : Math.max(0, score - half),
    high: score === null ? null : Math.min(100, score + half),
    bands: null,
    geometric,
    rank: null,
    coverage,
    parts,
    measures,
    ageHours: look?.ageHours ?? 0,
    provisional,
  };
}

/** Ranks of the newest posts when the weights vary (Dirichlet around the chosen ones): 80 % of 200 draws (OECD/JRC handbook, 2008). */
function rankAll(scores: readonly PostScore[], weights: Record<ScorePart, number>, seed: number): void {
  const ranked = scores.filter(({ score }) => score !== null).slice(-RANKED);
  const n = ranked.length;
  if (n < 2) return;
  const random = seeded(seed);
  const ranks = ranked.map(() => new Uint16Array(DRAWS));
  const values = new Float64Array(n);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = SCORE_PARTS.map((part) => (weights[part] > 0 ? gammaDraw(CONCENTRATION * weights[part], random) : 0));
    ranked.forEach(({ parts }, i) => {
      let sum = 0;
      let total = 0;
      SCORE_PARTS.forEach((part, k) => {
        const value = parts[part];
        if (value === null) return;
        sum += (drawn[k] ?? 0) * value;
        total += drawn[k] ?? 0;
      });
      values[i] = total > 0 ? sum / total : 0;
    });
    const sorted = values.slice().sort();
    ranks.forEach((list, i) => {
      // 1 is best: one more than the posts that score higher.
      list[draw] = n - firstAtLeast(sorted, (values[i] ?? 0) + 1e-9) + 1;
    });
  }
  ranked.forEach((post, i) => {
    const sorted = ranks[i]?.sort() ?? new Uint16Array();
    post.rank = [sorted[Math.floor(0.1 * DRAWS)] ?? 1, sorted[Math.ceil(0.9 * DRAWS) - 1] ?? n];
  });
}

/** Shares of the reference posts up to which each band reaches. */
const BAND_ENDS: readonly [Band, number][] = [
  ['bottom', 0.2],
  ['lower', 0.3],
  ['typical', 0.7],
  ['upper', 0.8],
  ['top', 1],
];

function setBands(scores: readonly PostScore[], references: number): void {
  const sorted = Float64Array.from(scores.slice(0, references).flatMap(({ score }) => score ?? [])).sort();
  if (sorted.length === 0) return;
  const bandOf = (value: number): number => {
    const share = (firstAtLeast(sorted, value - 1e-9) + firstAtLeast(sorted, value + 1e-9)) / 2 / sorted.length;
    return BAND_ENDS.findIndex(([, end]) => share < end || end === 1);
  };
  for (const post of scores) {
    if (post.score === null || post.low === null || post.high === null) continue;
    const own = bandOf(post.score);
    const [low, high] = [bandOf(post.low), bandOf(post.high)];
    // The interval may reach into both neighbours; the nearer one is named.
    const down = own - low > 0 && (high === own || post.score - post.low > post.high - post.score);
    const other = down ? own - 1 : high > own ? own + 1 : own;
    const names = own === other ? [own] : [Math.min(own, other), Math.max(own, other)];
    post.bands = names.map((index) => BANDS[index] ?? 'typical');
  }
}

/** References at a young age, made when asked for. */
export class YoungReferences {
  private readonly made = new Map<number, Reference | null>();

  constructor(
    private readonly reference: readonly Candidate[],
    private readonly plan: Plan,
  ) {}

  /** Null where too few posts were seen at that age. Ages a few per cent apart share one. */
  at(hours: number): Reference | null {
    const bucket = Math.round(Math.log(hours) / (SAME_AGE / 2));
    const known = this.made.get(bucket);
    if (known !== undefined) return known;
    const age = Math.exp(bucket * (SAME_AGE / 2));
    const entries = this.reference.slice(-RANKED).flatMap((candidate) => {
      const look = this.lookOf(candidate, age);
      return look ? entryOf(candidate, look) : [];
    });
    const made = entries.length >= this.plan.score.fewestPosts ? new Reference(entries, this.plan) : null;
    this.made.set(bucket, made);
    return made;
  }

  lookOf({ snapshots, publishedAt }: Candidate, age: number): Look | null {
    const near = snapshots.filter(
      ({ seenAt }) => Math.abs(Math.log(Math.max(1e-3, ageHours(publishedAt, seenAt)) / age)) <= SAME_AGE,
    );
    return near.length === 0 ? null : lookAt(near, publishedAt, age);
  }
}

function finish(
  base: Pick<ScoreReport, 'unit' | 'keys' | 'weights' | 'reference'>,
  scores: PostScore[],
  scale: Reference,
  reference: readonly Candidate[],
  byAge: YoungReferences,
  mature: readonly Candidate[],
  context: ScoreContext,
  words: ScoreTexts,
): ScoreReport {
  const { plan } = context;
  const missing = SCORE_PARTS.filter((part) => (part === 'frequency' ? mature.length < 2 : scale.known(part).length === 0)).map(
    (part) => words.missingPart[part],
  );
  const account = accountOf(scores, reference, scale, plan, missing);
  const state = scores.some(({ score }) => score !== null) ? 'scored' : 'partial';
  const known = SCORE_PARTS.filter((part) => account.parts[part].value !== null);
  const coverage = known.reduce((sum, part) => sum + base.weights[part], 0);
  const weakest = weakestPart(account.parts);
  return {
    ...base,
    state,
    account,
    posts: scores,
    honesty: honestyOf(pairsOf(reference, scores, byAge, base.weights), words),
    statement:
      account.score.value === null
        ? words.partial(
            coverage,
            known.map((part) => words.parts[part]),
          )
        : words.scored(account.score.value, account.score.why.have, weakest && words.parts[weakest]),
    missing,
  };
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

/** Means of the newest posts of the reference, as many as the plan's window holds. */
function accountOf(
  scores: readonly PostScore[],
  reference: readonly Candidate[],
  scale: Reference,
  plan: Plan,
  missing: readonly string[],
): ScoreReport['account'] {
  const last = reference.at(-1)?.publishedAt ?? 0;
  const byDays = reference.filter(({ publishedAt }) => publishedAt > last - plan.content.window.days * DAY_MS).length;
  const newest = scores.slice(0, reference.length).slice(-Math.max(byDays, plan.content.window.posts));
  const need = plan.score.fewestPosts;
  const shown = (formula: string, of: (post: PostScore) => number | null, inputs: Record<string, number | string>): Shown => {
    const known = newest.filter((post) => of(post) !== null);
    const value = known.length < need ? null : known.reduce((sum, post) => sum + (of(post) ?? 0), 0) / known.length;
    return {
      value,
      why: whyOf(formula, {
        inputs,
        posts: known.map(({ post }) => post),
        have: known.length,
        need,
        missing: value === null ? [...missing] : [],
      }),
    };
  };
  const part = (name: ScorePart) =>
    shown(`score.${name}`, ({ parts }) => parts[name], {
      measures: name === 'frequency' ? 'pause' : scale.known(name).join(', '),
    });
  const parts = {
    engagement: part('engagement'),
    quality: part('quality'),
    audience: part('audience'),
    frequency: part('frequency'),
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
  return { score: shown('score.total', ({ score }) => score, {}), parts };
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

const FIRST_DAY_HOURS = 24;

/** Score at 24 hours beside the final outcome, for posts that were seen on their first day. */
function pairsOf(
  reference: readonly Candidate[],
  scores: readonly PostScore[],
  byAge: YoungReferences,
  weights: Record<ScorePart, number>,
): { post: number; early: number; final: number; place: number }[] {
  return reference.flatMap((candidate, post) => {
    const own = candidate.facts.value === null || !scores[post] ? null : byAge.lookOf(candidate, FIRST_DAY_HOURS);
    const scale = own && byAge.at(FIRST_DAY_HOURS);
    if (!own || !scale) return [];
    const { score } = scorePost(post, own, scale.partsOf(entryOf(candidate, own)), weights, true);
    return score === null ? [] : { post, early: score, final: candidate.facts.value ?? 0, place: candidate.place };
  });
}

function emptyAccount(have: number, need: number, missing: string[]): ScoreReport['account'] {
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
