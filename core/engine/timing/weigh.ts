/** Everything that is known about the hours of one unit, before it is put into words: two models of the same posts, and the gate. */
import type { ComparablePost } from '../../history/comparable';
import type { TimingReport } from '../../model/report';
import { seeded } from '../../stats/random';
import { mean, variance } from '../../stats/robust';
import { labelCoverage } from '../units';
import { hourOfWeek } from './audience';
import { type Candidate, type Evidence, RULES } from './decide';
import { type Effect, effectMean, probabilityAbove } from './effect';
import { LABELS_NEEDED } from './gate';
import { type Lean, leanOf } from './lean';
import { aboveLevel, levelDegrees } from './level';
import { adjustedColumns, type Column, fitNuisance, type NuisanceFit, plainColumns } from './nuisance';
import { permutationP } from './permutation';
import { type Prior, USUAL, WIDE } from './prior';
import type { Placement } from './rows';
import { type SessionShares, sessionCorrelation, sessionShares, sessionsOf, whiten } from './sessions';
import { type Foretold, fitSurface, type Surface } from './surface';
import { CELLS, cellOf, HOURS } from './week-basis';
import { contains, contrastOf, coverageOf, type Usage, usageOf, WINDOW_HOURS, type WindowHours, weekWindows } from './windows';

export interface Weighed {
  /** All comparable posts, and those with an exact time; oldest first. */
  posts: readonly ComparablePost[];
  timed: readonly ComparablePost[];
  usage: Usage;
  /** After allowing for topic, format and the rest; over all posts, those without an hour included. Null when the gate is closed. */
  adjusted: Surface | null;
  adjustedFit: NuisanceFit;
  /** What the next posts do when made as usual. */
  total: Surface;
  lean: Lean | null;
  /** None when the gate is closed. */
  candidates: Candidate[];
  /** Per candidate: its effect under `total`. */
  totals: Effect[];
  evidence: Evidence;
  /** What was said last time of the same question. */
  before: TimingReport | null;
  /** A window's posts in the newer half of the history, topics included. */
  newer: (window: WindowHours) => NewerHalf;
}

interface NewerHalf {
  posts: number;
  /** Mean outcome inside the window minus the mean of all. */
  above: number;
}

export interface WeighOptions {
  gateOpen: boolean;
  seed: number;
  /** What was said of this unit last time, where the question was the same: with or without an audience curve. */
  before: (curve: boolean) => TimingReport | null;
  /** ln attention per hour of the week, from the audience-online curve. */
  attention: Float64Array | null;
  /** What else was going on when the posts went out. */
  circumstances: readonly Column[];
}

/** Posts in the newer half that show whether a window still works. */
const FEWEST_NEWER = 2;
const NEGLIGIBLE_CORRELATION = 0.02;

/** `posts`: comparable, oldest first, at least one with an exact time. */
export function weigh(
  posts: readonly ComparablePost[],
  { gateOpen, seed, before: beforeWith, attention, circumstances }: WeighOptions,
): Weighed {
  const timed = posts.filter((post) => post.exactTime);
  const level = aboveLevel(posts.map((post) => post.value));
  const usage = usageOf(timed);
  const levelOfTimed = level.filter((_, i) => posts[i]?.exactTime);
  const totalFit = fitNuisance(levelOfTimed, plainColumns(timed), levelDegrees(timed.length));
  const total = surfaceOf(timed, totalFit, USUAL, false, attention);
  const adjustedFit = fitNuisance(level, [...adjustedColumns(posts), ...circumstances], levelDegrees(posts.length));
  const single = gateOpen ? surfaceOf(posts, adjustedFit, WIDE, true, attention) : null;
  const bySession = single && sessionModel(posts, level, adjustedFit, attention);
  const adjusted = bySession?.surface ?? single;
  const p = single ? permutationP(adjustedFit, single.evidenceOf, seeded(seed)) : 1;
  const before = beforeWith(adjusted?.curve != null);
  const lean = leanOf(total, timed.length, usage);
  const windows = adjusted ? weekWindows(phaseOf(before, lean?.window ?? null)) : [];
  const topics = new Set(timed.flatMap((post) => post.pillar ?? post.series ?? []));
  const newerAdjusted = newerHalf(posts, adjustedFit.residuals);
  return {
    posts,
    timed,
    usage,
    before,
    adjusted,
    adjustedFit,
    total,
    lean,
    candidates: windows.map((window) => {
      const effect = (adjusted ?? total).effect(contrastOf(window, usage));
      return {
        window,
        adjusted: effect,
        coverage: coverageOf(window, timed),
        lasting: lasts(newerAdjusted(window), effect),
        before: supportBefore(before, window),
      };
    }),
    totals: windows.map((window) => total.effect(contrastOf(window, usage))),
    evidence: {
      open: gateOpen,
      labelled: labelCoverage(posts) >= LABELS_NEEDED,
      severalTopics: topics.size >= RULES.fewestTopics,
      bayesFactor: adjusted ? Math.exp(adjusted.logBayesFactor) : 1,
      permutationP: p,
      sessionP:
        bySession && p <= RULES.permutationP ? permutationP(bySession.fit, bySession.surface.evidenceOf, seeded(seed)) : p,
    },
    newer: newerHalf(timed, totalFit.residuals),
  };
}

/** Indices of the blocks that the lean covers and that the adjusted model does not contradict. */
export function leanBlocks({ lean, candidates, totals }: Weighed): number[] {
  if (!lean) return [];
  return candidates.flatMap(({ window, adjusted }, i) => {
    const inLean = (lean.window.days === 'all' || lean.window.days === window.days) && window.startHour === lean.window.startHour;
    const own = totals[i];
    return inLean && own && effectMean(own) > 0 && probabilityAbove(adjusted, 0) > RULES.contradicted ? [i] : [];
  });
}

/** The hour matters (after allowing for topic), and the lean is probably better, then and now. */
export function isHint({ lean, evidence, newer }: Weighed): boolean {
  return (
    lean !== null &&
    evidence.open &&
    evidence.permutationP <= RULES.hintP &&
    evidence.sessionP <= RULES.hintSessionP &&
    probabilityAbove(lean.effect, 0) >= RULES.hintProbability &&
    lasts(newer(lean.window), lean.effect)
  );
}

/** The effect of the hour with every post on its own. */
function surfaceOf(
  posts: readonly ComparablePost[],
  fit: NuisanceFit,
  prior: Prior,
  withWeekdays: boolean,
  attention: Float64Array | null,
): Surface {
  return fitSurface(fit, posts.map(placeOf), prior, withWeekdays, foretell(posts, attention));
}

/** The same after the common part of each session was taken out. Null where posts of a session have nothing in common. */
function sessionModel(
  posts: readonly ComparablePost[],
  level: Float64Array,
  plain: NuisanceFit,
  attention: Float64Array | null,
): { fit: NuisanceFit; surface: Surface } | null {
  const sessions = sessionsOf(posts);
  const cells = Int32Array.from(posts, (post) => (post.exactTime ? cellOf(post.local.weekday, post.local.hour) : -1));
  const correlation = sessionCorrelation(plain.residuals, sessions, cells);
  if (correlation < NEGLIGIBLE_CORRELATION) return null;
  const shares = sessionShares(sessions, correlation);
  const white = (list: Float64Array) => whiten(list, sessions, shares);
  const fit = fitNuisance(
    white(level),
    plain.columns.map((column) => ({ ...column, values: white(column.values) })),
    levelDegrees(posts.length),
  );
  const foretold = foretell(posts, attention);
  const places = whitePlaces(posts, sessions, shares);
  return { fit, surface: fitSurface(fit, places, WIDE, true, foretold && { ...foretold, posts: white(foretold.posts) }) };
}

function placeOf({ exactTime, local }: ComparablePost): Placement {
  const day = CELLS + local.weekday;
  return exactTime ? { features: [cellOf(local.weekday, local.hour), day], weights: [1, 1] } : { features: [day], weights: [1] };
}

/** Rows of Z less their session's share of its mean row. */
function whitePlaces(posts: readonly ComparablePost[], sessions: Int32Array, { sizes, shares }: SessionShares): Placement[] {
  const sums = Array.from(sizes, () => new Map<number, number>());
  const own = posts.map((post, i) => {
    const { features } = placeOf(post);
    const sum = sums[sessions[i] as number] as Map<number, number>;
    for (const feature of features) sum.set(feature, (sum.get(feature) ?? 0) + 1);
    return features;
  });
  return own.map((features, i) => {
    const session = sessions[i] as number;
    const sum = sums[session] as Map<number, number>;
    const part = (shares[session] as number) / (sizes[session] as number);
    return {
      features: [...sum.keys()],
      weights: [...sum].map(([feature, count]) => Number(features.includes(feature)) - part * count),
    };
  });
}

/** The audience curve at the posts and in the hour cells, in standard deviations over the posts. Null where it does not vary. */
function foretell(posts: readonly ComparablePost[], attention: Float64Array | null): Foretold | null {
  if (!attention) return null;
  const at = posts.map((post) => (post.exactTime ? (attention[hourOfWeek(post.local)] as number) : null));
  const known = at.filter((value) => value !== null);
  const centre = mean(known);
  const sd = Math.sqrt(variance(known));
  if (!(sd > 1e-6)) return null;
  const cells = new Float64Array(CELLS);
  for (let cell = 0; cell < CELLS; cell++) {
    const days = cell < HOURS ? [0, 1, 2, 3, 4] : [5, 6];
    cells[cell] = (mean(days.map((day) => attention[day * HOURS + (cell % HOURS)] as number)) - centre) / sd;
  }
  return { posts: Float64Array.from(at, (value) => (value === null ? 0 : (value - centre) / sd)), cells };
}

/** Three-hour blocks begin where the lean begins, so that a peak is not cut in two; a supported window keeps its blocks. */
function phaseOf(before: TimingReport | null, lean: WindowHours | null): number {
  const start = before?.state === 'supported' ? before.windows[0]?.startHour : lean?.startHour;
  return (start ?? 0) % WINDOW_HOURS;
}

function supportBefore(before: TimingReport | null, window: WindowHours): Candidate['before'] {
  const same = before?.windows.find((other) => other.days === window.days && other.startHour === window.startHour);
  return same && before
    ? { supported: before.state === 'supported' && same.recommended, probability: same.probabilityAtLeast5Percent }
    : null;
}

/** How far a window's posts were above the others in the newer half of the history: what worked once may have stopped. */
function newerHalf(posts: readonly ComparablePost[], residuals: Float64Array): (window: WindowHours) => NewerHalf {
  const rows = posts.map((post, i) => ({ post, value: residuals[i] ?? 0 })).filter(({ post }) => post.exactTime);
  const newer = rows.slice(Math.floor(rows.length / 2));
  const all = mean(newer.map(({ value }) => value));
  return (window) => {
    const inside = newer.filter(({ post }) => contains(window, post.local)).map(({ value }) => value);
    return { posts: inside.length, above: inside.length > 0 ? mean(inside) - all : 0 };
  };
}

/** The newer half is nearer to what the whole history promises than to nothing. */
function lasts({ posts, above }: NewerHalf, promised: Effect): boolean {
  return posts >= FEWEST_NEWER && above > Math.max(0, effectMean(promised) / 2);
}
