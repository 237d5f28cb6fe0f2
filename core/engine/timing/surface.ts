/**
 * The effect of the hour as a mixture of Gaussian posteriors: for each shape of the week and each size of effect, evidence and
 * posterior in closed form. O(n·p²) to set up, independent of n afterwards.
 */

import { normalCdf } from '../../stats/distributions';
import { symmetricEigen } from '../../stats/eigen';
import { normalDraw, type Random } from '../../stats/random';
import { type NuisanceFit, project } from './nuisance';
import { BASIS, CELLS, FEATURES, priorVariances, type Shape } from './week-basis';

/** Where each post stands in the week. `cell` is −1 for a post whose hour is unknown. */
export interface Placement {
  cell: number;
  weekday: number;
}

/**
 * What the week may look like, with weights: hours on their own, half smooth, smooth at the scale of a posting habit, smooth at the
 * scale of a day-part; weekends like weekdays, half like them, or a week of their own.
 */
const SHAPES: readonly { shape: Shape; weight: number }[] = [
  ...[1, 0.5].flatMap((weekendCorrelation) => [
    { shape: { smoothShare: 0, lengthHours: 1.5, weekendCorrelation }, weight: 1 },
    { shape: { smoothShare: 0.5, lengthHours: 3, weekendCorrelation }, weight: 1 },
    { shape: { smoothShare: 1, lengthHours: 1.5, weekendCorrelation }, weight: 1 },
    { shape: { smoothShare: 1, lengthHours: 4, weekendCorrelation }, weight: 1 },
  ]),
  { shape: { smoothShare: 1, lengthHours: 1.5, weekendCorrelation: 0 }, weight: 1 },
  { shape: { smoothShare: 1, lengthHours: 4, weekendCorrelation: 0 }, weight: 1 },
];

/**
 * Size of the effect (standard deviation over the hours) in units of the residual spread, and its weight. Hours explain one or two
 * per cent of the variance of most accounts and a third of a few.
 */
const SIZES: readonly { size: number; weight: number }[] = [
  { size: 0.1, weight: 2 },
  { size: 0.2, weight: 2 },
  { size: 0.4, weight: 0.8 },
  { size: 0.8, weight: 0.2 },
];
const TOTAL_WEIGHT = total(SIZES) * total(SHAPES);
/** Basis rows whose prior variance is this small a part of the largest are left out. */
const NEGLIGIBLE = 1e-3;

/** One shape, rotated so that data and prior are diagonal together. */
interface Rotated {
  /** Basis rows that the shape uses. */
  kept: number[];
  /** From those rows to rotated coordinates: square, row-major. */
  map: Float64Array;
  values: Float64Array;
}

interface Component {
  weight: number;
  rotated: number;
  /** Posterior variance of each coordinate: τ²/(1 + τ²λ/σ²). */
  gain: Float64Array;
  /** −½ Σ ln(1 + τ²λ/σ²). */
  penalty: number;
}

/** A normal mixture: what is known of one effect (a log lift). */
export interface Effect {
  weights: Float64Array;
  means: Float64Array;
  sds: Float64Array;
}

export interface Surface {
  /** ln of the Bayes factor of "the hour matters" against "it does not". */
  logBayesFactor: number;
  /** What is known of Σ contrast·effect; `contrast` has one entry per feature of the week (cells, then weekdays). */
  effect(contrast: Float64Array): Effect;
  /** One draw from everything that is known: the log effect of any contrast in that draw (Thompson sampling). */
  draw(random: Random): (contrast: Float64Array) => number;
  /** ln Bayes factor that other residuals of the same posts would give: for permutations. */
  evidenceOf(residuals: Float64Array): number;
}

export function fitSurface(fit: NuisanceFit, places: readonly Placement[], withWeekdays: boolean): Surface {
  const { columns, inverse, sd } = fit;
  const q = columns.length;
  const variance = sd * sd;
  // ZᵀX and ZᵀZ by adding up: a row of Z has a one for its cell and a one for its weekday.
  const zx = Array.from({ length: FEATURES }, () => new Float64Array(q));
  const gram = new Float64Array(FEATURES * FEATURES);
  places.forEach(({ cell, weekday }, i) => {
    const features = cell < 0 ? [CELLS + weekday] : [cell, CELLS + weekday];
    for (const a of features) {
      const row = zx[a] as Float64Array;
      for (let j = 0; j < q; j++) row[j] = (row[j] as number) + ((columns[j] as { values: Float64Array }).values[i] as number);
      for (const b of features) gram[a * FEATURES + b] = (gram[a * FEATURES + b] as number) + 1;
    }
  });
  // Zᵀ·M·Z with M = I − X(XᵀX + Λ)⁻¹Xᵀ: what is left of the hours once the nuisance columns had their say.
  const zxInverse = zx.map((row) => times(inverse, q, row));
  for (let a = 0; a < FEATURES; a++) {
    const left = zxInverse[a] as Float64Array;
    for (let b = 0; b < FEATURES; b++)
      gram[a * FEATURES + b] = (gram[a * FEATURES + b] as number) - inner(left, zx[b] as Float64Array);
  }
  const inBasis = rotateGram(gram);
  const rotations = SHAPES.map(({ shape }) => rotate(inBasis, priorVariances(shape, withWeekdays)));
  const components: Component[] = rotations.flatMap((rotation, rotated) =>
    SIZES.map(({ size, weight }) => {
      const tau2 = size * size * variance;
      const gain = rotation.values.map((value) => tau2 / (1 + (tau2 * value) / variance));
      let penalty = 0;
      for (const value of rotation.values) penalty -= 0.5 * Math.log1p((tau2 * value) / variance);
      return { weight: (weight * (SHAPES[rotated] as { weight: number }).weight) / TOTAL_WEIGHT, rotated, gain, penalty };
    }),
  );

  /** Zᵀ·M·v / σ². */
  const score = (v: Float64Array): Float64Array => {
    const result = new Float64Array(FEATURES);
    for (let i = 0; i < places.length; i++) {
      const { cell, weekday } = places[i] as Placement;
      const value = v[i] as number;
      if (cell >= 0) result[cell] = (result[cell] as number) + value;
      result[CELLS + weekday] = (result[CELLS + weekday] as number) + value;
    }
    const xv = project(columns, v);
    for (let a = 0; a < FEATURES; a++) result[a] = ((result[a] as number) - inner(zxInverse[a] as Float64Array, xv)) / variance;
    return result;
  };
  const turn = (vector: Float64Array): Float64Array[] => {
    const harmonics = inHarmonics(vector);
    return rotations.map((rotation) => apply(rotation, harmonics));
  };
  const logEvidences = (projected: readonly Float64Array[]): Float64Array => {
    const result = new Float64Array(components.length);
    for (let k = 0; k < components.length; k++) {
      const { rotated, gain, penalty } = components[k] as Component;
      const v = projected[rotated] as Float64Array;
      let quadratic = 0;
      for (let i = 0; i < gain.length; i++) quadratic += (gain[i] as number) * (v[i] as number) * (v[i] as number);
      result[k] = penalty + 0.5 * quadratic;
    }
    return result;
  };
  const weightsOf = components.map(({ weight }) => weight);
  const projected = turn(score(fit.residuals));
  const evidences = logEvidences(projected);
  const logBayesFactor = logMean(evidences, weightsOf);
  const weights = Float64Array.from(components, ({ weight }, k) => weight * Math.exp((evidences[k] as number) - logBayesFactor));
  return {
    logBayesFactor,
    effect: (contrast) => {
      const turned = turn(contrast);
      const means = new Float64Array(components.length);
      const sds = new Float64Array(components.length);
      components.forEach(({ rotated, gain }, k) => {
        const c = turned[rotated] as Float64Array;
        const v = projected[rotated] as Float64Array;
        let centre = 0;
        let spread = 0;
        for (let i = 0; i < gain.length; i++) {
          centre += (gain[i] as number) * (c[i] as number) * (v[i] as number);
          spread += (gain[i] as number) * (c[i] as number) ** 2;
        }
        means[k] = centre;
        sds[k] = Math.sqrt(Math.max(0, spread));
      });
      return { weights, means, sds };
    },
    draw: (random) => {
      let left = random();
      let k = 0;
      while (k < components.length - 1 && left > (weights[k] as number)) left -= weights[k++] as number;
      const { rotated, gain } = components[k] as Component;
      const v = projected[rotated] as Float64Array;
      const point = gain.map((variance, i) => variance * (v[i] as number) + Math.sqrt(variance) * normalDraw(random));
      return (contrast) => inner(point, apply(rotations[rotated] as Rotated, inHarmonics(contrast)));
    },
    evidenceOf: (residuals) => logMean(logEvidences(turn(score(residuals))), weightsOf),
  };
}

/** The week's Gram matrix in harmonics. */
function rotateGram(gram: Float64Array): Float64Array {
  const half = BASIS.map((row) => times(gram, FEATURES, row));
  const result = new Float64Array(FEATURES * FEATURES);
  for (let i = 0; i < FEATURES; i++) {
    for (let j = 0; j <= i; j++) {
      const value = inner(half[i] as Float64Array, BASIS[j] as Float64Array);
      result[i * FEATURES + j] = value;
      result[j * FEATURES + i] = value;
    }
  }
  return result;
}

function rotate(gram: Float64Array, variances: Float64Array): Rotated {
  const largest = Math.max(...variances);
  const kept = [...variances.keys()].filter((i) => (variances[i] as number) > NEGLIGIBLE * largest);
  const scale = kept.map((i) => Math.sqrt(variances[i] as number));
  const size = kept.length;
  const scaled = new Float64Array(size * size);
  kept.forEach((a, i) => {
    kept.forEach((b, j) => {
      scaled[i * size + j] = (scale[i] as number) * (gram[a * FEATURES + b] as number) * (scale[j] as number);
    });
  });
  const { values, vectors } = symmetricEigen(scaled, size);
  const map = vectors.map((value, at) => value * (scale[at % size] as number));
  return { kept, map, values: values.map((value) => Math.max(0, value)) };
}

/** A vector over the week's features in harmonics. */
function inHarmonics(vector: Float64Array): Float64Array {
  const result = new Float64Array(FEATURES);
  for (let i = 0; i < FEATURES; i++) result[i] = inner(BASIS[i] as Float64Array, vector);
  return result;
}

function total(list: readonly { weight: number }[]): number {
  return list.reduce((sum, { weight }) => sum + weight, 0);
}

/** ln Σ weight·exp(value). */
function logMean(values: Float64Array, weights: readonly number[]): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > largest) largest = value;
  let total = 0;
  for (let k = 0; k < values.length; k++) total += (weights[k] as number) * Math.exp((values[k] as number) - largest);
  return largest + Math.log(total);
}

function apply({ kept, map }: Rotated, harmonics: Float64Array): Float64Array {
  const size = kept.length;
  const chosen = new Float64Array(size);
  for (let j = 0; j < size; j++) chosen[j] = harmonics[kept[j] as number] as number;
  const result = new Float64Array(size);
  for (let i = 0, at = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += (map[at++] as number) * (chosen[j] as number);
    result[i] = sum;
  }
  return result;
}

function times(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let total = 0;
    for (let j = 0; j < size; j++) total += (matrix[i * size + j] as number) * (vector[j] as number);
    result[i] = total;
  }
  return result;
}

function inner(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}

// ---- Reading an effect ------------------------------------------------------------------------------------------------------

export function effectMean({ weights, means }: Effect): number {
  return inner(weights, means);
}

export function effectSd(effect: Effect): number {
  const centre = effectMean(effect);
  let total = 0;
  for (let k = 0; k < effect.weights.length; k++) {
    total += (effect.weights[k] as number) * ((effect.sds[k] as number) ** 2 + ((effect.means[k] as number) - centre) ** 2);
  }
  return Math.sqrt(total);
}

/** P(effect > bound). */
export function probabilityAbove({ weights, means, sds }: Effect, bound: number): number {
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    const sd = sds[k] as number;
    const above = (means[k] as number) - bound;
    total += (weights[k] as number) * (sd > 0 ? normalCdf(above / sd) : Number(above > 0));
  }
  return Math.min(1, total);
}

/** The value below which the effect lies with probability `share`. Newton steps kept inside a shrinking bracket. */
export function effectQuantile(effect: Effect, share: number): number {
  const centre = effectMean(effect);
  const sd = effectSd(effect);
  if (!(sd > 0)) return centre;
  let low = centre - 40 * sd;
  let high = centre + 40 * sd;
  let x = centre;
  for (let i = 0; i < 60 && high - low > 1e-7 * sd; i++) {
    const excess = 1 - probabilityAbove(effect, x) - share;
    if (excess > 0) high = x;
    else low = x;
    if (Math.abs(excess) < 1e-7) break;
    const next = x - excess / density(effect, x);
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x;
}

function density({ weights, means, sds }: Effect, x: number): number {
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    const sd = sds[k] as number;
    if (sd > 0)
      total += ((weights[k] as number) * Math.exp(-0.5 * ((x - (means[k] as number)) / sd) ** 2)) / (sd * Math.sqrt(2 * Math.PI));
  }
  return total;
}
