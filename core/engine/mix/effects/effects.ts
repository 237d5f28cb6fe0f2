/** Effects of what the posts are, for one unit: each factor with everything else adjusted for, shrunk, and decided on together. */

import { weekOf } from '../../../history/clock';
import type { Market } from '../../../model/report-parts';
import { seeded } from '../../../stats/random';
import { decide, HINT } from './decide';
import { type Circumstance, CrossProducts, circumstances, type DenseColumn, type Level } from './design';
import { ADJUSTERS, adjusterLevels, type Factor, type Subject, UNLABELLED } from './factors';
import { type Family, familyOf, familyPosterior, type Mixture, manyPosteriors, mixtureCdf, robustOutcomes } from './model';
import { permutationP } from './permute';
import type { EffectOptions, FactorInference, LevelEffect, UnitEffects } from './result';
import { simpsonOf } from './simpson';

/** Below this many posts with the property, or without it, no effect is shown. */
export const FEWEST_EACH_SIDE = 8;
/** Posts of a unit below which nothing is estimated. */
export const FEWEST_POSTS = 2 * FEWEST_EACH_SIDE;
/** With fewer posts labelled, what looks like one property's effect may be another's. */
export const LABELS_NEEDED = 0.8;
const ADJUSTER_PENALTY = 1.5;

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
  // Of many features only what is told needs its paradox told.
  for (const { against, levels } of raw)
    if (against === 'without') for (const level of levels) if (!level.advice) level.simpson = null;
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
  const days = levels.map(({ rows }) => new Set(Array.from(rows, options.dayOf)));
  const weeks = days.map((own) => new Set([...own].map(weekOf)).size);
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
      days: days[j]?.size ?? 0,
      monthsBelow: monthsBelow[j] ?? 0,
      effect: null,
      probabilityBetter: null,
      falseSign: null,
      fading: false,
      advice: null,
      strength: 'none',
      simpson: null,
    })),
  };
  none.levels = none.levels.filter(({ id }) => id !== UNLABELLED);
  if (!shown.some(Boolean)) return none;
  const { against } = none;
  const share = levels.map(({ rows }) => rows.length / posts);
  /** Against the own mix: this level instead of what is made now. Against the posts without it: the level alone. */
  const contrasts = levels.map((_, j) =>
    Float64Array.from({ length: size }, (_, l) => (l === j ? 1 : 0) - (against === 'average' ? (share[l] ?? 0) : 0)),
  );
  const inferred = infer(factor, family, shown, contrasts);
  const tested = range(0, size).filter((j) => shown[j]);
  const permuted =
    inferred.bayesFactor < HINT.bayesFactor && factor.kind === 'one'
      ? 1
      : permutationP(
          family,
          tested.map((j) => ({ column: family.bare(j), weight: 1 / Math.max(1e-9, family.s[j * size + j] ?? 0) })),
          factor.kind === 'one' ? 'sum' : 'max',
          seeded(options.seed + index),
        );
  const result = levels.map((level, j): LevelEffect => {
    const effect = shown[j] ? (inferred.effects[j] ?? null) : null;
    const above = effect === null ? null : 1 - mixtureCdf(effect, 0);
    const below = effect === null ? null : mixtureCdf(effect, 0, false);
    const contrast = contrasts[j] ?? new Float64Array(size);
    return {
      id: level.id,
      rows: level.rows,
      others: posts - level.rows.length,
      weeks: weeks[j] ?? 0,
      days: days[j]?.size ?? 0,
      monthsBelow: monthsBelow[j] ?? 0,
      effect,
      probabilityBetter: above,
      // A point at zero counts as a wrong sign for either.
      falseSign: above === null || below === null ? null : 1 - Math.max(above, below),
      fading: effect !== null && isFading(level.rows, family),
      advice: null,
      strength: 'none',
      simpson:
        effect === null
          ? null
          : simpsonOf({ level, column: j, family, plain: inferred.plain, against, contrast, circumstance, y }),
    };
  });
  return {
    ...none,
    among: inferred.among,
    bayesFactor: inferred.bayesFactor,
    permutationP: permuted,
    levels: result.filter(({ id }) => id !== UNLABELLED),
  };
}

interface Inferred {
  effects: Mixture[];
  bayesFactor: number;
  plain: Float64Array;
  among: FactorInference['among'];
}

function infer(factor: Factor, family: Family, shown: readonly boolean[], contrasts: readonly Float64Array[]): Inferred {
  if (factor.kind === 'one') {
    const { contrast, bayesFactor, plain } = familyPosterior(family);
    return { effects: contrasts.map(contrast), bayesFactor, plain, among: null };
  }
  const size = shown.length;
  // Features that cannot be shown take no part in learning how large effects are.
  const kept = range(0, size).filter((j) => shown[j]);
  const many = manyPosteriors(subFamily(family, kept));
  const plain = new Float64Array(size);
  const effects: Mixture[] = range(0, size).map(() => []);
  kept.forEach((j, k) => {
    plain[j] = many.plain[k] ?? 0;
    effects[j] = many.effects[k] ?? [];
  });
  const at = (j: number) => kept.indexOf(j);
  return { effects, bayesFactor: many.bayesFactor, plain, among: (j, given) => many.among(at(j), given.map(at)) };
}

/** Standard errors by which the older half of a level's posts must differ from the newer one. */
const FADING = 1.96;

/** Whether what these posts did lies in the older half of them: it worked, or failed, once. */
function isFading(rows: Int32Array, { residual, variance }: Family): boolean {
  const half = rows.length >> 1;
  const mean = (list: Int32Array) => list.reduce((sum, row) => sum + (residual[row] ?? 0), 0) / list.length;
  const older = mean(rows.subarray(0, half));
  const newer = mean(rows.subarray(half));
  const error = Math.sqrt(variance * (1 / half + 1 / (rows.length - half)));
  return Math.abs(older - newer) >= FADING * error && newer * Math.sign(older) < Math.abs(older) / 2;
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
