/**
 * The content model: ln(1 + outcome) = circumstances + what the posts are + noise, all coefficients normal around zero.
 *
 * One family of properties at a time is asked about; the other columns are integrated out. For a family with columns F, circumstance
 * columns W with prior precisions P and noise variance σ², everything follows from S = F'F − F'W(W'W + σ²P)⁻¹W'F and
 * h = F'y − F'W(W'W + σ²P)⁻¹W'y: the family's posterior precision is S/σ² + I/τ², its mean (S/σ² + I/τ²)⁻¹h/σ².
 */
import { normalCdf } from '../../../stats/distributions';
import { cholesky, inverseFrom, logDeterminant, quadratic, solveCholesky } from '../../../stats/linear';
import { robustSd } from '../../../stats/robust';
import type { CrossProducts } from './design';

/** A residual beyond so many robust standard deviations is a hit or a flop of its own kind; it counts as if it lay there. */
const WINSOR = 2;

export interface Outcomes {
  /** Outcomes with hits and flops drawn in. */
  y: Float64Array;
  /** Noise variance, log units squared. */
  variance: number;
  /** What the base model leaves unexplained, drawn in. */
  residual: Float64Array;
  /** Cross products of every column with `y`. */
  products: Float64Array;
}

interface Solved {
  coefficients: Float64Array;
  /** Cholesky factor of W'W + σ²P. */
  factor: Float64Array;
  /** Row-major W'W. */
  squares: Float64Array;
}

/** Cross products of the columns `rows` with the columns `columns`. */
function sub(cross: CrossProducts, rows: readonly number[], columns: readonly number[]): Float64Array {
  const { xx, size } = cross;
  const out = new Float64Array(rows.length * columns.length);
  rows.forEach((row, a) => {
    columns.forEach((column, b) => {
      out[a * columns.length + b] = xx[row * size + column] ?? 0;
    });
  });
  return out;
}

/** `products`: cross products of every column with the outcome. */
function ridge(
  cross: CrossProducts,
  columns: readonly number[],
  penalties: readonly number[],
  products: ArrayLike<number>,
  variance: number,
): Solved {
  const size = columns.length;
  const squares = sub(cross, columns, columns);
  const system = squares.slice();
  for (let a = 0; a < size; a++) system[a * size + a] = (system[a * size + a] ?? 0) + variance * (penalties[a] ?? 0) + 1e-9;
  const factor = cholesky(system, size);
  const right = columns.map((column) => products[column] ?? 0);
  return { coefficients: solveCholesky(factor, size, right), factor, squares };
}

/** Degrees of freedom that a ridge fit spends: the trace of its hat matrix. */
function spentBy({ factor, squares }: Solved, size: number): number {
  const inverse = inverseFrom(factor, size);
  let spent = 0;
  for (let i = 0; i < size * size; i++) spent += (inverse[i] ?? 0) * (squares[i] ?? 0);
  return spent;
}

/** Fits the base model twice, drawing in outliers in between; the noise variance is what remains. */
export function robustOutcomes(
  cross: CrossProducts,
  columns: readonly number[],
  penalties: readonly number[],
  values: ArrayLike<number>,
): Outcomes {
  let y = Float64Array.from(values);
  let variance = Math.max(robustSd(y) ** 2, 1e-6);
  let residual = new Float64Array(y.length);
  for (let round = 0; round < 3; round++) {
    const solved = ridge(cross, columns, penalties, cross.times(y), variance);
    const fit = cross.fitted(columns, solved.coefficients);
    residual = Float64Array.from(values, (value, i) => value - (fit[i] ?? 0));
    const limit = WINSOR * robustSd(residual, 0);
    // Half of the posts alike to the last view: nothing is an outlier of a spread of zero.
    if (limit > 0) residual = residual.map((value) => Math.max(-limit, Math.min(limit, value)));
    y = residual.map((value, i) => (fit[i] ?? 0) + value);
    let squares = 0;
    for (const value of residual) squares += value * value;
    variance = Math.max(squares / Math.max(1, y.length - spentBy(solved, columns.length)), 1e-6);
  }
  return { y, variance, residual, products: cross.times(y) };
}

/** A family of columns with everything else integrated out. */
export interface Family {
  /** Row-major, levels × levels. */
  s: Float64Array;
  h: Float64Array;
  variance: number;
  /** y without what the circumstances explain. */
  residual: Float64Array;
  /** Mean of each circumstance column over all posts, and over the posts of each level (levels × circumstances). */
  means: { all: Float64Array; levels: Float64Array };
  /** A column of the family without what the circumstances explain of it. */
  bare(column: number): Float64Array;
  /** Coefficients of the circumstances given coefficients of the family. */
  circumstancesGiven(beta: ArrayLike<number>): Float64Array;
}

export function familyOf(
  cross: CrossProducts,
  outcomes: Outcomes,
  family: readonly number[],
  circumstances: readonly number[],
  penalties: readonly number[],
): Family {
  const { variance, y, products } = outcomes;
  const { coefficients, factor } = ridge(cross, circumstances, penalties, products, variance);
  const [size, width] = [family.length, circumstances.length];
  const fw = sub(cross, family, circumstances);
  const s = sub(cross, family, family);
  const h = new Float64Array(size);
  const solved = Array.from({ length: size }, (_, a) => solveCholesky(factor, width, fw.subarray(a * width, (a + 1) * width)));
  for (let a = 0; a < size; a++) {
    h[a] = products[family[a] ?? 0] ?? 0;
    for (let c = 0; c < width; c++) h[a] = (h[a] ?? 0) - (fw[a * width + c] ?? 0) * (coefficients[c] ?? 0);
    for (let b = 0; b < size; b++) {
      let explained = 0;
      for (let c = 0; c < width; c++) explained += (fw[a * width + c] ?? 0) * (solved[b]?.[c] ?? 0);
      s[a * size + b] = (s[a * size + b] ?? 0) - explained;
    }
  }
  const fit = cross.fitted(circumstances, coefficients);
  return {
    s,
    h,
    variance,
    residual: y.map((value, i) => value - (fit[i] ?? 0)),
    means: {
      // The first circumstance is the constant: its cross products are column sums.
      all: Float64Array.from(
        circumstances,
        (column) => (cross.xx[(circumstances[0] ?? 0) * cross.size + column] ?? 0) / cross.posts,
      ),
      levels: fw.map((value, i) => {
        const column = family[Math.floor(i / width)] ?? 0;
        return value / Math.max(1, cross.xx[column * cross.size + column] ?? 1);
      }),
    },
    bare: (a) => {
      const column = cross.fitted([family[a] ?? 0], [1]);
      const explained = cross.fitted(circumstances, solved[a] ?? []);
      for (let i = 0; i < column.length; i++) column[i] = (column[i] ?? 0) - (explained[i] ?? 0);
      return column;
    },
    circumstancesGiven: (beta) => {
      const moved = coefficients.slice();
      for (let a = 0; a < size; a++) {
        for (let c = 0; c < width; c++) moved[c] = (moved[c] ?? 0) - (solved[a]?.[c] ?? 0) * (beta[a] ?? 0);
      }
      return moved;
    },
  };
}

/** A finite mixture of normals; a component with sd 0 is a point. Weights sum to 1. */
export type Mixture = { weight: number; mean: number; sd: number }[];

/** P(X ≤ x), a point at x included when `inclusive`. */
export function mixtureCdf(mixture: Mixture, x: number, inclusive = true): number {
  let total = 0;
  for (const { weight, mean, sd } of mixture) {
    if (sd > 0) total += weight * normalCdf((x - mean) / sd);
    else if (inclusive ? mean <= x : mean < x) total += weight;
  }
  return total;
}

export function mixtureQuantile(mixture: Mixture, p: number): number {
  let low = Infinity;
  let high = -Infinity;
  for (const { mean, sd } of mixture) {
    low = Math.min(low, mean - 9 * sd);
    high = Math.max(high, mean + 9 * sd);
  }
  const known = nearQuantile(mixture, p, low, high);
  for (let i = 0; i < 60 && high - low > 1e-9; i++) {
    const middle = (low + high) / 2;
    const below = middle <= known.below || (middle < known.upTo && mixtureCdf(mixture, middle) < p);
    if (below) low = middle;
    else high = middle;
  }
  return high;
}

/** Most steps of a search by straight lines; where the distribution jumps it does not come near, and halving does. */
const MOST_LINES = 14;
const NEAR_ENOUGH = 1e-9;

/** Where the quantile lies, in few steps (regula falsi, "Illinois" variant): `mixtureCdf` is below `p` at `below` and not at `upTo`. */
function nearQuantile(mixture: Mixture, p: number, low: number, high: number): { below: number; upTo: number } {
  let below = Number.NEGATIVE_INFINITY;
  let upTo = Number.POSITIVE_INFINITY;
  let a = low;
  let b = high;
  let fa = -p;
  let fb = 1 - p;
  let side = 0;
  for (let i = 0; i < MOST_LINES && b - a > NEAR_ENOUGH; i++) {
    // The first steps halve: far out the distribution is no line.
    const x = i < 3 ? (a + b) / 2 : (a * fb - b * fa) / (fb - fa);
    if (!(x > a && x < b)) break;
    const fx = mixtureCdf(mixture, x) - p;
    if (fx < 0) {
      a = x;
      fa = fx;
      below = x;
      if (side === -1) fb /= 2;
      side = -1;
    } else {
      b = x;
      fb = fx;
      upTo = x;
      if (side === 1) fa /= 2;
      side = 1;
    }
  }
  return { below, upTo };
}

/** Prior sds of a family's effects (log units), weighed equally, beside "no effect at all" with as much weight as all of them. */
const SPREADS = [0.1, 0.2, 0.35, 0.6, 1];
const NO_EFFECT = 0.05;

export interface FamilyPosterior {
  /** Evidence for any effect against none at all. */
  bayesFactor: number;
  /** Posterior of a contrast c'β. */
  contrast(c: ArrayLike<number>): Mixture;
  /** Least-squares-like effects: hardly shrunk, for showing what shrinking and adjusting did. */
  plain: Float64Array;
}

/** The posterior of a family of few levels, averaged over how far apart its levels may lie (marginal likelihood as weights). */
export function familyPosterior({ s, h, variance }: Family): FamilyPosterior {
  const size = h.length;
  const at = (spread: number) => {
    const precision = s.map((value) => value / variance);
    for (let a = 0; a < size; a++) precision[a * size + a] = (precision[a * size + a] ?? 0) + 1 / spread ** 2;
    const factor = cholesky(precision, size);
    const scaled = h.map((value) => value / variance);
    const mean = solveCholesky(factor, size, scaled);
    let fit = 0;
    for (let a = 0; a < size; a++) fit += (scaled[a] ?? 0) * (mean[a] ?? 0);
    return { factor, mean, evidence: 0.5 * fit - 0.5 * (logDeterminant(factor, size) + 2 * size * Math.log(spread)) };
  };
  const models = SPREADS.map(at);
  const top = Math.max(0, ...models.map(({ evidence }) => evidence));
  const weights = models.map(({ evidence }) => Math.exp(evidence - top) / SPREADS.length);
  const some = weights.reduce((a, b) => a + b, 0);
  const none = Math.exp(-top);
  const total = (1 - NO_EFFECT) * some + NO_EFFECT * none;
  const covariances = models.map(({ factor }) => inverseFrom(factor, size));
  return {
    bayesFactor: some / none,
    contrast: (c) => [
      { weight: (NO_EFFECT * none) / total, mean: 0, sd: 0 },
      ...models.map(({ mean }, k) => {
        let centre = 0;
        for (let a = 0; a < size; a++) centre += (c[a] ?? 0) * (mean[a] ?? 0);
        return {
          weight: ((1 - NO_EFFECT) * (weights[k] ?? 0)) / total,
          mean: centre,
          sd: Math.sqrt(Math.max(0, quadratic(c, covariances[k] ?? new Float64Array(), size))),
        };
      }),
    ],
    plain: at(3).mean,
  };
}

export interface ManyPosteriors {
  bayesFactor: number;
  effects: Mixture[];
  plain: Float64Array;
  /** Posterior of a feature's effect among posts alike in the features `given`. */
  among(feature: number, given: readonly number[]): Mixture;
}

/** Weight of "no effect" for a feature before looking: one of a few that were asked about, one of many of which few will matter. */
const FEW_NO_EFFECT = 0.5;
const MANY_NO_EFFECT = 0.9;
/** From so many features on it is learnt from them how often and how large effects are. */
const MANY = 6;
/** Steps of expectation and maximisation: more change nothing that is shown. */
const ROUNDS = 60;
/** Pseudo-observations that hold the mixture at "no effect" while it is learnt (the penalty of adaptive shrinkage). */
const NULL_PENALTY = 4;

/**
 * Posteriors of many overlapping features, each against the posts without it: adaptive shrinkage (Stephens 2017, "False discovery
 * rates: a new deal"), a mixture of a point at zero and normals whose weights are learnt from all features together, held towards
 * the point. With few features it hardly leaves it.
 */
export function manyPosteriors({ s, h, variance }: Family): ManyPosteriors {
  const size = h.length;
  const plain = new Float64Array(size);
  const errors = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const own = Math.max(1e-9, s[j * size + j] ?? 0);
    plain[j] = (h[j] ?? 0) / own;
    errors[j] = variance / own;
  }
  const spreads = [0, ...SPREADS];
  const none = size < MANY ? FEW_NO_EFFECT : MANY_NO_EFFECT;
  const start = spreads.map((_, k) => (k === 0 ? none : (1 - none) / SPREADS.length));
  /** Likelihood of each spread relative to none. */
  const likelihoods = (estimate: number, error: number) =>
    spreads.map((spread) => {
      const wide = error + spread * spread;
      return Math.sqrt(error / wide) * Math.exp(Math.min(600, 0.5 * estimate * estimate * (1 / error - 1 / wide)));
    });
  const ratios = Array.from(plain, (estimate, j) => likelihoods(estimate, errors[j] ?? 1));
  let weights = start;
  for (let round = 0; size >= MANY && round < ROUNDS; round++) {
    const next = spreads.map((_, k) => (k === 0 ? NULL_PENALTY - 1 : 0));
    for (const ratio of ratios) {
      const total = ratio.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0);
      ratio.forEach((value, k) => {
        next[k] = (next[k] ?? 0) + (value * (weights[k] ?? 0)) / total;
      });
    }
    const sum = next.reduce((a, b) => a + b, 0);
    weights = next.map((value) => value / sum);
  }
  let evidence = 0;
  for (const ratio of ratios) evidence += Math.log(ratio.reduce((sum, value, k) => sum + value * (start[k] ?? 0), 0));
  const posterior = (estimate: number, error: number): Mixture => {
    const likely = likelihoods(estimate, error).map((value, k) => value * (weights[k] ?? 0));
    const total = likely.reduce((a, b) => a + b, 0);
    return spreads.map((spread, k) => {
      const shrink = spread ** 2 / (spread ** 2 + error);
      return { weight: (likely[k] ?? 0) / total, mean: shrink * estimate, sd: Math.sqrt(shrink * error) };
    });
  };
  return {
    bayesFactor: Math.exp(Math.min(600, evidence)),
    effects: Array.from(plain, (estimate, j) => posterior(estimate, errors[j] ?? 1)),
    plain,
    among: (feature, given) => {
      const width = given.length;
      const block = new Float64Array(width * width);
      given.forEach((row, a) => {
        given.forEach((column, b) => {
          block[a * width + b] = (s[row * size + column] ?? 0) + (a === b ? 1e-9 : 0);
        });
      });
      const cross = given.map((row) => s[feature * size + row] ?? 0);
      const solved = solveCholesky(cholesky(block, width), width, cross);
      let own = s[feature * size + feature] ?? 0;
      let product = h[feature] ?? 0;
      given.forEach((row, a) => {
        own -= (solved[a] ?? 0) * (cross[a] ?? 0);
        product -= (solved[a] ?? 0) * (h[row] ?? 0);
      });
      // A feature that always comes with the others says nothing beyond them.
      const left = Math.max(own, 1e-6);
      return posterior(product / left, variance / left);
    },
  };
}
