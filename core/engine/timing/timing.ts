/** Posting time of one unit: from comparable outcomes to a verdict, a lean and a next step. The method: `docs/posting-time.md`. */
import type { ComparablePost } from '../../history/comparable';
import { horizonName } from '../../history/horizon';
import type { Report, TimingReport, TimingWindow } from '../../model/report';
import { seeded } from '../../stats/random';
import { mean } from '../../stats/robust';
import { type Locale, texts } from '../texts';
import { labelCoverage, type Unit } from '../units';
import { type Candidate, type Evidence, RULES, supportedWindows, weakerState } from './decide';
import { gateOf, LABELS_NEEDED } from './gate';
import { type Lean, leanOf } from './lean';
import { aboveLevel } from './level';
import { adjustedColumns, fitNuisance, type NuisanceFit, plainColumns } from './nuisance';
import { permutationP } from './permutation';
import { type Effect, effectMean, fitSurface, type Placement, probabilityAbove, type Surface } from './surface';
import { cellOf } from './week-basis';
import {
  atMost,
  contains,
  contrastOf,
  coverageOf,
  liftOf,
  reported,
  type Usage,
  usageOf,
  WINDOW_HOURS,
  type WindowHours,
  weekWindows,
  worthwhile,
} from './windows';
import { missingTexts } from './words';

export interface TimingContext {
  locale: Locale;
  seed: number;
  previous?: Report | null;
}

/** Older posts say little about an audience of today, and the cost stays bounded. */
const MOST_POSTS = 2000;
/** Posts in the newer half that show whether a window still works. */
const FEWEST_NEWER = 2;

/** Everything that is known about the hours of one unit, before it is put into words. */
export interface Weighed {
  /** Comparable posts with an exact time, oldest first. */
  timed: readonly ComparablePost[];
  usage: Usage;
  /** After allowing for topic, format and the rest; over all posts, those without an hour included. */
  adjusted: Surface;
  adjustedFit: NuisanceFit;
  /** What the next posts do when made as usual. */
  total: Surface;
  totalFit: NuisanceFit;
  lean: Lean | null;
  candidates: Candidate[];
  /** Per candidate: its effect under `total`. */
  totals: Effect[];
  evidence: Evidence;
  /** The window's posts in the newer half, topics included. */
  newer: (window: WindowHours) => { posts: number; above: number };
}

/** `posts`: comparable, oldest first, at least one with an exact time. */
export function weigh(posts: readonly ComparablePost[], gateOpen: boolean, seed: number, before: TimingReport | null): Weighed {
  const timed = posts.filter((post) => post.exactTime);
  const level = aboveLevel(posts.map((post) => post.value));
  const usage = usageOf(timed);
  const totalFit = fitNuisance(
    level.filter((_, i) => posts[i]?.exactTime),
    plainColumns(timed),
  );
  const total = fitSurface(totalFit, timed.map(placeOf), false);
  const adjustedFit = fitNuisance(level, adjustedColumns(posts));
  const adjusted = fitSurface(adjustedFit, posts.map(placeOf), true);
  const lean = leanOf(total, timed.length, usage);
  const windows = weekWindows(phaseOf(before, lean?.window ?? null));
  const lasting = newerHalf(posts, adjustedFit.residuals);
  const newer = newerHalf(timed, totalFit.residuals);
  const topics = new Set(timed.flatMap((post) => post.pillar ?? post.series ?? []));
  return {
    timed,
    usage,
    adjusted,
    adjustedFit,
    total,
    totalFit,
    lean,
    newer,
    candidates: windows.map((window) => ({
      window,
      adjusted: adjusted.effect(contrastOf(window, usage)),
      coverage: coverageOf(window, timed),
      lasting: lasts(lasting(window)),
      before: supportBefore(before, window),
    })),
    totals: windows.map((window) => total.effect(contrastOf(window, usage))),
    evidence: {
      open: gateOpen,
      labelled: labelCoverage(posts) >= LABELS_NEEDED,
      severalTopics: topics.size >= RULES.fewestTopics,
      bayesFactor: Math.exp(adjusted.logBayesFactor),
      permutationP: gateOpen ? permutationP(adjustedFit.residuals, adjusted.evidenceOf, seeded(seed)) : 1,
    },
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

export function isHint({ lean, evidence, newer }: Weighed): boolean {
  return (
    lean !== null &&
    evidence.open &&
    evidence.permutationP <= RULES.hintP &&
    probabilityAbove(lean.effect, 0) >= RULES.hintProbability &&
    lasts(newer(lean.window))
  );
}

export function timingOf(unit: Unit, context: TimingContext): TimingReport {
  const words = texts(context.locale);
  const { waiting, outcome } = unit.comparable;
  const posts = unit.comparable.posts.slice(-MOST_POSTS);
  const timed = posts.filter((post) => post.exactTime);
  const gate = gateOf(timed, waiting.length, posts.length - timed.length, outcome !== null, labelCoverage(posts));
  const missing = missingTexts(gate.missing, words);
  const before = context.previous?.timing.find((part) => part.unit === unit.unit) ?? null;
  const report: TimingReport = {
    unit: unit.unit,
    state: 'insufficient',
    outcome: `${outcome?.name ?? 'views'}@${horizonName(unit.horizonHours)}`,
    bayesFactor: null,
    permutationP: null,
    zone: unit.zone,
    windows: [],
    lean: null,
    missing,
    next: { kind: 'post', text: missing[0] ?? '' },
  };
  if (timed.length === 0) return report;
  const weighed = weigh(posts, gate.open, context.seed, before);
  const { candidates, totals, evidence, lean } = weighed;
  const supported = supportedWindows(candidates, evidence);
  const hinted = isHint(weighed) ? leanBlocks(weighed) : [];
  const named = new Set(supported.length > 0 ? supported : hinted);
  const best = [...candidates].sort((a, b) => effectMean(b.adjusted) - effectMean(a.adjusted))[0]?.adjusted ?? null;
  report.state = supported.length > 0 ? 'supported' : weakerState(evidence, hinted.length > 0, best);
  if (gate.open) {
    report.bayesFactor = significant(evidence.bayesFactor);
    report.permutationP = significant(evidence.permutationP);
  }
  report.windows = candidates.map(({ window, adjusted, coverage }, i): TimingWindow => {
    const shown = supported.length === 0 && named.has(i) ? (totals[i] ?? adjusted) : adjusted;
    const lift = liftOf(shown);
    return reported(window, named.has(i) ? atMost(lift, RULES.largestPromise) : lift, worthwhile(shown), coverage, named.has(i));
  });
  if (lean) {
    const lift = atMost(liftOf(lean.effect), RULES.largestLean);
    report.lean = {
      windows: [reported(lean.window, lift, worthwhile(lean.effect), coverageOf(lean.window, timed), false)],
      lift,
    };
  }
  return report;
}

function placeOf(post: ComparablePost): Placement {
  return { cell: post.exactTime ? cellOf(post.local.weekday, post.local.hour) : -1, weekday: post.local.weekday };
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
function newerHalf(
  posts: readonly ComparablePost[],
  residuals: Float64Array,
): (window: WindowHours) => { posts: number; above: number } {
  const rows = posts.map((post, i) => ({ post, value: residuals[i] ?? 0 })).filter(({ post }) => post.exactTime);
  const newer = rows.slice(Math.floor(rows.length / 2));
  const all = mean(newer.map(({ value }) => value));
  return (window) => {
    const inside = newer.filter(({ post }) => contains(window, post.local)).map(({ value }) => value);
    return { posts: inside.length, above: inside.length > 0 ? mean(inside) - all : 0 };
  };
}

function lasts({ posts, above }: { posts: number; above: number }): boolean {
  return posts >= FEWEST_NEWER && above > 0;
}

function significant(value: number): number {
  return Number(value.toPrecision(3));
}
