/** Effects of what the posts are, for one unit: each factor with everything else adjusted for, shrunk, and decided on together. */

import { weekOf } from '../../../history/clock';
import type { EffectStrength, FactorName, Market } from '../../../model/report-parts';
import { discoveries } from '../../../stats/proportions';
import { seeded } from '../../../stats/random';
import { type Circumstance, CrossProducts, circumstances, type DenseColumn, type Level } from './design';
import { ADJUSTERS, adjusterLevels, type Factor, type Subject, UNLABELLED } from './factors';
import {
  type Family,
  familyOf,
  familyPosterior,
  type Mixture,
  manyPosteriors,
  mixtureCdf,
  type Outcomes,
  robustOutcomes,
} from './model';
import { permutationP } from './permute';

/** Below this many posts with the property, or without it, no effect is shown. */
export const FEWEST_EACH_SIDE = 8;
/** Posts of a unit below which nothing is estimated. */
export const FEWEST_POSTS = 2 * FEWEST_EACH_SIDE;
export const FEWEST_WEEKS = 3;
/** An effect smaller than this is not worth a change. */
const WORTH = Math.log(1.05);
const GATE = 0.05;
/** Across the factors of a unit, and across the levels of a factor. */
const FALSE_DISCOVERIES = 0.1;
const HINT = { probability: 0.8, bayesFactor: 1 };
const SUPPORTED = { probability: 0.9, bayesFactor: 10 };
/** With fewer posts labelled, what looks like one property's effect may be another's. */
export const LABELS_NEEDED = 0.8;
const ADJUSTER_PENALTY = 1.5;

/** A raw difference and the adjusted one that tell different stories. */
export interface SimpsonCase {
  raw: number;
  adjusted: number;
  because: Circumstance;
}

export interface LevelEffect {
  id: string;
  rows: Int32Array;
  others: number;
  weeks: number;
  /** Months (28 days) in which these posts did worse on average than the circumstances explain. */
  monthsBelow: number;
  /** Posterior of the effect (log); null below the smallest sample. */
  effect: Mixture | null;
  probabilityBetter: number | null;
  falseSign: number | null;
  advice: 'more' | 'less' | null;
  strength: EffectStrength;
  simpson: SimpsonCase | null;
}

export interface FactorEffects {
  factor: FactorName;
  against: 'average' | 'without';
  bayesFactor: number | null;
  permutationP: number | null;
  levels: LevelEffect[];
}

/** With what deciding needs beyond the result. */
interface FactorInference extends FactorEffects {
  /** Effect of level `j` among posts alike in the levels `given`; for overlapping levels only. */
  among: ((j: number, given: readonly number[]) => Mixture) | null;
}

export interface UnitEffects {
  factors: FactorEffects[];
  outcomes: Outcomes;
  /** Circumstances that the model allows for. */
  adjustedFor: Circumstance[];
  labelCoverage: number;
}

interface Prepared {
  cross: CrossProducts;
  dense: readonly DenseColumn[];
  /** Column numbers of each adjuster, then of each factor. */
  adjusters: Record<(typeof ADJUSTERS)[number], number[]>;
  factors: number[][];
}

const range = (from: number, length: number) => Array.from({ length }, (_, i) => from + i);

function prepare(subjects: readonly Subject[], factors: readonly Factor[], markets: readonly Market[]): Prepared {
  const dense = circumstances(
    subjects.map(({ post }) => post),
    markets,
  );
  const own = adjusterLevels(subjects);
  const adjusterGroups = ADJUSTERS.map((name) => (own[name].length > 1 ? own[name] : []));
  const cross = new CrossProducts(dense, [...adjusterGroups, ...factors.map(({ levels }) => levels)], subjects.length);
  const columns = (group: number, levels: readonly Level[]) => range(cross.offset(group), levels.length);
  return {
    cross,
    dense,
    adjusters: Object.fromEntries(
      ADJUSTERS.map((name, group) => [name, columns(group, adjusterGroups[group] ?? [])]),
    ) as Prepared['adjusters'],
    factors: factors.map(({ levels }, i) => columns(ADJUSTERS.length + i, levels)),
  };
}

export interface EffectOptions {
  markets: readonly Market[];
  seed: number;
  /** Local day (days since the epoch) of each subject. */
  dayOf: (row: number) => number;
}

/** `subjects`: oldest first. Null below the smallest sample. */
export function effectsOf(subjects: readonly Subject[], factors: readonly Factor[], options: EffectOptions): UnitEffects | null {
  if (subjects.length < FEWEST_POSTS) return null;
  const prepared = prepare(subjects, factors, options.markets);
  const { cross, dense, adjusters } = prepared;
  const penaltyOf = (column: number) => dense[column]?.penalty ?? ADJUSTER_PENALTY;
  const kindColumns = factors.flatMap(({ name }, i) => (name === 'kind' ? (prepared.factors[i] ?? []) : []));
  const base = [...range(0, dense.length), ...ADJUSTERS.flatMap((name) => adjusters[name]), ...kindColumns];
  const outcomes = robustOutcomes(
    cross,
    base,
    base.map(penaltyOf),
    subjects.map(({ post }) => post.value),
  );
  const labelCoverage = subjects.filter(({ post, series }) => post.pillar !== null || series !== null).length / subjects.length;
  const raw = factors.map((factor, i) => {
    // The paid flag is both a circumstance and a question; it is not adjusted for itself.
    const circumstanceColumns = range(0, dense.length).filter(
      (column) => factor.name !== 'commercial' || dense[column]?.circumstance !== 'paid',
    );
    const around = [...circumstanceColumns, ...factor.adjust.flatMap((name) => adjusters[name])];
    const family = familyOf(cross, outcomes, prepared.factors[i] ?? [], around, around.map(penaltyOf));
    const adjusterOf = (column: number): Circumstance =>
      dense[column]?.circumstance ?? ADJUSTERS.find((name) => adjusters[name].includes(column)) ?? 'level';
    return factorEffects(factor, family, around.map(adjusterOf), outcomes.y, subjects.length, options, i);
  });
  decide(raw, labelCoverage >= LABELS_NEEDED);
  return {
    factors: raw.map(({ among: _, ...factor }) => factor),
    outcomes,
    adjustedFor: [...new Set(dense.map(({ circumstance }) => circumstance))].filter((name) => name !== 'level'),
    labelCoverage,
  };
}

function factorEffects(
  factor: Factor,
  family: Family,
  circumstance: readonly Circumstance[],
  y: Float64Array,
  posts: number,
  options: EffectOptions,
  index: number,
): FactorInference {
  const { levels } = factor;
  const size = levels.length;
  const shown = levels.map(
    ({ id, rows }) => id !== UNLABELLED && rows.length >= FEWEST_EACH_SIDE && posts - rows.length >= FEWEST_EACH_SIDE,
  );
  const weeks = levels.map(({ rows }) => new Set(Array.from(rows, (row) => weekOf(options.dayOf(row)))).size);
  const monthsBelow = levels.map(({ rows }) => monthsBelowZero(rows, family.residual, options));
  const none: FactorInference = {
    among: null,
    factor: factor.name,
    against: factor.kind === 'one' ? 'average' : 'without',
    bayesFactor: null,
    permutationP: null,
    levels: levels.map(({ id, rows }, j) => ({
      id,
      rows,
      others: posts - rows.length,
      weeks: weeks[j] ?? 0,
      monthsBelow: monthsBelow[j] ?? 0,
      effect: null,
      probabilityBetter: null,
      falseSign: null,
      advice: null,
      strength: 'none',
      simpson: null,
    })),
  };
  none.levels = none.levels.filter(({ id }) => id !== UNLABELLED);
  if (!shown.some(Boolean)) return none;
  const share = levels.map(({ rows }) => rows.length / posts);
  /** Against the own mix: this level instead of what is made now. Against the posts without it: the level alone. */
  const contrastOf = (j: number) =>
    Float64Array.from({ length: size }, (_, l) => (l === j ? 1 : 0) - (factor.kind === 'one' ? (share[l] ?? 0) : 0));
  let effects: Mixture[];
  let bayesFactor: number;
  let plain: Float64Array;
  let among: FactorInference['among'] = null;
  if (factor.kind === 'one') {
    const posterior = familyPosterior(family);
    ({ bayesFactor, plain } = posterior);
    effects = levels.map((_, j) => posterior.contrast(contrastOf(j)));
  } else {
    // Features that cannot be shown take no part in learning how large effects are.
    const kept = range(0, size).filter((j) => shown[j]);
    const many = manyPosteriors(subFamily(family, kept));
    among = (j, given) =>
      many.among(
        kept.indexOf(j),
        given.map((other) => kept.indexOf(other)),
      );
    bayesFactor = many.bayesFactor;
    plain = new Float64Array(size);
    effects = levels.map(() => []);
    kept.forEach((j, k) => {
      plain[j] = many.plain[k] ?? 0;
      effects[j] = many.effects[k] ?? [];
    });
  }
  const weights = levels.map((_, j) => (shown[j] ? 1 / Math.max(1e-9, family.s[j * size + j] ?? 0) : 0));
  const permuted =
    bayesFactor < HINT.bayesFactor && factor.kind === 'one'
      ? 1
      : permutationP(
          family.residual,
          family.bare(),
          weights,
          factor.kind === 'one' ? 'sum' : 'max',
          seeded(options.seed + index),
        );
  const mean = y.reduce((a, b) => a + b, 0) / posts;
  const result = levels.map((level, j): LevelEffect => {
    const effect = shown[j] ? (effects[j] ?? null) : null;
    const above = effect === null ? null : 1 - mixtureCdf(effect, 0);
    const below = effect === null ? null : mixtureCdf(effect, 0, false);
    return {
      id: level.id,
      rows: level.rows,
      others: posts - level.rows.length,
      weeks: weeks[j] ?? 0,
      monthsBelow: monthsBelow[j] ?? 0,
      effect,
      probabilityBetter: above,
      // A point at zero counts as a wrong sign for either.
      falseSign: above === null || below === null ? null : 1 - Math.max(above, below),
      advice: null,
      strength: 'none',
      simpson: effect === null ? null : simpsonOf(level, j, factor, family, plain, contrastOf(j), circumstance, y, mean),
    };
  });
  return { ...none, among, bayesFactor, permutationP: permuted, levels: result.filter(({ id }) => id !== UNLABELLED) };
}

function subFamily(family: Family, kept: readonly number[]): Pick<Family, 's' | 'h' | 'variance'> & Family {
  const size = family.h.length;
  const s = new Float64Array(kept.length * kept.length);
  kept.forEach((row, a) => {
    kept.forEach((column, b) => {
      s[a * kept.length + b] = family.s[row * size + column] ?? 0;
    });
  });
  return { ...family, s, h: Float64Array.from(kept, (j) => family.h[j] ?? 0) };
}

const MONTH_DAYS = 28;

function monthsBelowZero(rows: Int32Array, residual: Float64Array, { dayOf }: EffectOptions): number {
  const sums = new Map<number, number>();
  for (const row of rows) {
    const month = Math.floor(dayOf(row) / MONTH_DAYS);
    sums.set(month, (sums.get(month) ?? 0) + (residual[row] ?? 0));
  }
  return [...sums.values()].filter((total) => total < 0).length;
}

/** Differences (log) from which raw and adjusted tell different stories; with opposite signs half of it will do. */
const APART = 0.3;

function simpsonOf(
  level: Level,
  j: number,
  factor: Factor,
  family: Family,
  plain: Float64Array,
  contrast: Float64Array,
  circumstance: readonly Circumstance[],
  y: Float64Array,
  mean: number,
): SimpsonCase | null {
  const own = level.rows.reduce((total, row) => total + (y[row] ?? 0), 0) / level.rows.length;
  const posts = y.length;
  const against = factor.kind === 'one' ? mean : (mean * posts - own * level.rows.length) / (posts - level.rows.length);
  const raw = own - against;
  const size = plain.length;
  const adjusted =
    factor.kind === 'one' ? plain.reduce((total, value, l) => total + value * (contrast[l] ?? 0), 0) : (plain[j] ?? 0);
  const gap = raw - adjusted;
  const opposite = raw * adjusted < 0;
  if (Math.abs(gap) <= (opposite ? APART / 2 : APART)) return null;
  // What the circumstances give these posts more than the others, by circumstance; the one that explains the gap is named.
  const beta = factor.kind === 'one' ? plain : Float64Array.from({ length: size }, (_, l) => (l === j ? (plain[j] ?? 0) : 0));
  const coefficients = family.circumstancesGiven(beta);
  const width = circumstance.length;
  const parts = new Map<Circumstance, number>();
  for (let c = 0; c < width; c++) {
    const name = circumstance[c] ?? 'level';
    const inside = family.means.levels[j * width + c] ?? 0;
    const all = family.means.all[c] ?? 0;
    const outside = factor.kind === 'one' ? all : (all * posts - inside * level.rows.length) / (posts - level.rows.length);
    parts.set(name, (parts.get(name) ?? 0) + (inside - outside) * (coefficients[c] ?? 0));
  }
  const [because] = [...parts].sort((a, b) => b[1] * Math.sign(gap) - a[1] * Math.sign(gap))[0] ?? ['trend' as const];
  return { raw, adjusted, because };
}

/** Which levels are told to the creator: gate per factor, false discoveries limited across factors and within each. */
function decide(factors: readonly FactorInference[], labelled: boolean): void {
  const tested = factors.filter(({ permutationP: p }) => p !== null);
  const found = discoveries(
    tested.map(({ permutationP: p }) => p ?? 1),
    FALSE_DISCOVERIES,
  );
  tested.forEach((factor, i) => {
    const evidence = factor.bayesFactor ?? 0;
    if (!found[i] || (factor.permutationP ?? 1) > GATE || evidence < HINT.bayesFactor) return;
    const candidates = factor.levels
      .map((level, j) => ({ level, j }))
      .filter(({ level }) => level.falseSign !== null && level.weeks >= FEWEST_WEEKS)
      .sort((a, b) => (a.level.falseSign ?? 1) - (b.level.falseSign ?? 1));
    const told: number[] = [];
    let total = 0;
    candidates.forEach(({ level, j }, rank) => {
      total += level.falseSign ?? 1;
      if (total / (rank + 1) > FALSE_DISCOVERIES || level.effect === null) return;
      // A feature that mostly comes with one already told must show something of its own.
      const effect = factor.among && told.length > 0 ? factor.among(j, told) : level.effect;
      if (factor.among && Math.min(mixtureCdf(effect, 0), 1 - mixtureCdf(effect, 0, false)) > FALSE_DISCOVERIES) return;
      const more = 1 - mixtureCdf(effect, WORTH);
      const less = mixtureCdf(effect, -WORTH);
      const probability = Math.max(more, less);
      if (probability < HINT.probability) return;
      told.push(j);
      level.advice = more > less ? 'more' : 'less';
      level.strength =
        labelled && evidence >= SUPPORTED.bayesFactor && probability >= SUPPORTED.probability ? 'supported' : 'hint';
    });
  });
}
