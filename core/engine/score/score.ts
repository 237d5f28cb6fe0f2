/**
 * Score of posts and account (operating plan D1): 35/28/22/15 of four percentiles among the account's own posts at equal age, with
 * its interval, what other weights would change, and whether it has predicted anything here.
 */
import type { AccountNotes } from '../../model/documents/account-notes';
import type { AccountReading } from '../../model/reading';
import { type PostScore, SCORE_PARTS, type ScorePart, type ScoreReport } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { audienceMatch } from '../growth/audience';
import { type Look, lookOfAge, type PostFacts, SAME_AGE } from '../mix/facts';
import type { Locale } from '../texts';
import type { Unit } from '../units';
import { accountOf, COVERAGE, emptyAccount, weakestPart } from './account-score';
import { type Candidate, candidatesOf, entryOf, referenceOf, weightsOf } from './candidates';
import { honestyOf } from './honesty';
import { rankAll, setBands } from './ranking';
import { type Parts, Reference } from './reference';
import { type ScoreTexts, scoreTexts } from './texts';

/** Posts that a young post is compared with. */
const YOUNG_PEERS = 100;
/** Younger posts say nothing yet. */
const YOUNGEST_HOURS = 6;

export interface ScoreContext {
  plan: Plan;
  seed: number;
  locale: Locale;
  accountReadings: readonly AccountReading[];
  accountNotes?: readonly AccountNotes[];
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
  return finish(base, scores, scale, reference, byAge, mature, { plan, audienceMatch: matchOf(unit, context) }, words);
}

/** How like the audience wanted the audience of the unit's account is. */
function matchOf({ platform, account }: Unit, { accountReadings, accountNotes }: ScoreContext): number | null {
  const own = <T extends { platform: string; account: string | null }>(list: readonly T[] = []) =>
    list.filter((one) => one.platform === platform && (one.account ?? '') === account);
  const [notes] = own(accountNotes);
  return notes?.audience
    ? audienceMatch(
        own(accountReadings).sort((a, b) => (a.seenAt < b.seenAt ? -1 : 1)),
        notes.audience,
      )
    : null;
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

/** References at a young age, made when asked for. */
class YoungReferences {
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
    const entries = this.reference.slice(-YOUNG_PEERS).flatMap((candidate) => {
      const look = this.lookOf(candidate, age);
      return look ? entryOf(candidate, look) : [];
    });
    const made = entries.length >= this.plan.score.fewestPosts ? new Reference(entries, this.plan) : null;
    this.made.set(bucket, made);
    return made;
  }

  lookOf({ snapshots, publishedAt }: Candidate, age: number): Look | null {
    return lookOfAge(snapshots, publishedAt, age);
  }
}

function finish(
  base: Pick<ScoreReport, 'unit' | 'keys' | 'weights' | 'reference'>,
  scores: PostScore[],
  scale: Reference,
  reference: readonly Candidate[],
  byAge: YoungReferences,
  mature: readonly Candidate[],
  given: { plan: Plan; audienceMatch: number | null },
  words: ScoreTexts,
): ScoreReport {
  const missing = SCORE_PARTS.filter((part) => (part === 'frequency' ? mature.length < 2 : scale.known(part).length === 0)).map(
    (part) => words.missingPart[part],
  );
  const { posts: newestPosts, ...account } = accountOf(scores, reference, scale, given, words);
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
        : words.scored(account.score.value, newestPosts, weakest && words.parts[weakest]),
    missing,
  };
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
