/**
 * The effect of the hour as a mixture of Gaussian posteriors: for each shape of the week and each size of effect, evidence and
 * posterior in closed form. O(n·p²) to set up, independent of n afterwards.
 */

import { normalDraw, type Random } from '../../stats/random';
import type { Effect } from './effect';
import { type NuisanceFit, projector } from './nuisance';
import type { Prior } from './prior';
import { inHarmonics, inner, type Rotated, rotate, times, turn } from './rotation';
import { type Placement, rowsOf } from './rows';
import { CELLS, FEATURES, priorVariances } from './week-basis';

interface Component {
  weight: number;
  rotated: number;
  /** Posterior variance of each coordinate: τ²/(1 + τ²λ/σ²). */
  gain: Float64Array;
  /** −½ Σ ln(1 + τ²λ/σ²). */
  penalty: number;
}

/** What the audience-online curve foretells, in standard deviations over the posts. */
export interface Foretold {
  /** Per post; 0 where the hour is unknown. */
  posts: Float64Array;
  /** Per hour cell of the week. */
  cells: Float64Array;
}

/** Log effect of one standard deviation of the curve, before seeing data: a third each. */
const CURVE_SDS = [0.25, 0.5, 1];

export interface Surface {
  /** Posterior probability that the audience curve, rather than hours learnt one by one, describes the effect, and its sign. Null without a curve. */
  curve: { share: number; coefficient: number } | null;
  /** ln of the Bayes factor of "the hour matters" against "it does not". */
  logBayesFactor: number;
  /** Expected effect of each feature of the week (cells, then weekdays). */
  expected: Float64Array;
  /** What is known of Σ contrast·effect; `contrast` has one entry per feature of the week. */
  effect(contrast: Float64Array): Effect;
  /** One draw from everything that is known: the log effect of any contrast in that draw (Thompson sampling). */
  draw(random: Random): (contrast: Float64Array) => number;
  /** ln Bayes factor that other residuals of the same posts would give: for permutations. */
  evidenceOf(residuals: Float64Array): number;
}

/**
 * `fit`: what is left after the nuisance columns; `places`: where each post stands in the week. `withWeekdays` adds an effect of each
 * weekday. With a `foretold` curve, half of the prior weight goes to the curve.
 */
export function fitSurface(
  fit: NuisanceFit,
  places: readonly Placement[],
  prior: Prior,
  withWeekdays: boolean,
  foretold: Foretold | null = null,
): Surface {
  const { columns, inverse, sd } = fit;
  const q = columns.length;
  const variance = sd * sd;
  const project = projector(columns);
  const rows = rowsOf(places);
  /** Features of the week that posts have: of the others nothing is known, and they cost nothing. */
  const { used } = rows;
  // ZᵀX and ZᵀZ by adding up the few entries of each row.
  const zx = Array.from({ length: FEATURES }, () => new Float64Array(q));
  for (let j = 0; j < q; j++) {
    const products = rows.times((columns[j] as { values: Float64Array }).values);
    for (const a of used) (zx[a] as Float64Array)[j] = products[a] as number;
  }
  const gram = rows.squares();
  // Zᵀ·M·Z with M = I − X(XᵀX + Λ)⁻¹Xᵀ: what is left of the hours once the nuisance columns had their say.
  const zxInverse = zx.map((row, a) => (used.includes(a) ? times(inverse, q, row) : row));
  for (const a of used) {
    const left = zxInverse[a] as Float64Array;
    for (const b of used) gram[a * FEATURES + b] = (gram[a * FEATURES + b] as number) - inner(left, zx[b] as Float64Array);
  }
  const inBasis = inHarmonics(gram, used);
  const rotations = prior.shapes.map(({ shape }) => rotate(inBasis, priorVariances(shape, withWeekdays)));
  const unit = (foretold ? 0.5 : 1) / (total(prior.sizes) * total(prior.shapes));
  const components: Component[] = prior.shapes.flatMap(({ weight: ofShape }, rotated) =>
    prior.sizes.map(({ size, weight }) =>
      component(unit * ofShape * weight, rotated, (rotations[rotated] as Rotated).values, size * size * variance, variance),
    ),
  );
  const curveInverse = foretold ? times(inverse, q, project(foretold.posts)) : null;
  if (foretold && curveInverse) {
    const left = inner(foretold.posts, foretold.posts) - inner(curveInverse, project(foretold.posts));
    for (const sd of CURVE_SDS) {
      components.push(component(0.5 / CURVE_SDS.length, rotations.length, Float64Array.of(Math.max(0, left)), sd * sd, variance));
    }
  }

  /** Zᵀ·M·v / σ², and behind it the same for the curve's column. */
  const score = (v: Float64Array): Float64Array => {
    const result = rows.times(v);
    const xv = project(v);
    for (const a of used) result[a] = ((result[a] as number) - inner(zxInverse[a] as Float64Array, xv)) / variance;
    if (foretold && curveInverse) result[FEATURES] = (inner(foretold.posts, v) - inner(curveInverse, xv)) / variance;
    return result;
  };
  const turnScore = (v: Float64Array): Float64Array[] => {
    const scores = score(v);
    return [...rotations.map((rotation) => turn(rotation, scores, rotation.telling, used)), scores.subarray(FEATURES)];
  };
  const turnContrast = (contrast: Float64Array): Float64Array[] => {
    let onCurve = 0;
    if (foretold)
      for (let cell = 0; cell < CELLS; cell++) onCurve += (contrast[cell] as number) * (foretold.cells[cell] as number);
    const touched = notZero(contrast);
    return [...rotations.map((rotation) => turn(rotation, contrast, undefined, touched)), Float64Array.of(onCurve)];
  };
  /** Per component. */
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
  const projected = turnScore(fit.residuals);
  const evidences = logEvidences(projected);
  const logBayesFactor = logMean(evidences, weightsOf);
  const weights = Float64Array.from(components, ({ weight }, k) => weight * Math.exp((evidences[k] as number) - logBayesFactor));
  let curve: Surface['curve'] = null;
  if (foretold) {
    curve = { share: 0, coefficient: 0 };
    for (const [k, { rotated, gain }] of components.entries()) {
      if (rotated < rotations.length) continue;
      curve.share += weights[k] as number;
      curve.coefficient += (weights[k] as number) * (gain[0] as number) * ((projected[rotated] as Float64Array)[0] as number);
    }
    curve.coefficient /= Math.max(1e-12, curve.share);
  }
  return {
    curve,
    logBayesFactor,
    expected: expectedEffects(rotations, components, weights, projected, foretold),
    effect: (contrast) => {
      const coordinates = turnContrast(contrast);
      const means = new Float64Array(components.length);
      const sds = new Float64Array(components.length);
      components.forEach(({ rotated, gain }, k) => {
        const c = coordinates[rotated] as Float64Array;
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
      return (contrast) => inner(point, turnContrast(contrast)[rotated] as Float64Array);
    },
    evidenceOf: (residuals) => logMean(logEvidences(turnScore(residuals)), weightsOf),
  };
}

function notZero(list: Float64Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < list.length; i++) if (list[i] !== 0) places.push(i);
  return places;
}

/** Posterior mean of every feature: back from rotated coordinates, once for all contrasts. */
function expectedEffects(
  rotations: readonly Rotated[],
  components: readonly Component[],
  weights: Float64Array,
  projected: readonly Float64Array[],
  foretold: Foretold | null,
): Float64Array {
  const means = projected.map((v) => new Float64Array(v.length));
  for (const [k, { rotated, gain }] of components.entries()) {
    const sum = means[rotated] as Float64Array;
    const v = projected[rotated] as Float64Array;
    const weight = weights[k] as number;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (gain[i] as number) * (v[i] as number);
  }
  const result = new Float64Array(FEATURES);
  for (let r = 0; r < rotations.length; r++) {
    const { map } = rotations[r] as Rotated;
    const mean = means[r] as Float64Array;
    for (let i = 0; i < map.length; i++) {
      const value = mean[i] as number;
      // Of what the data say nothing of, nothing is expected.
      if (value === 0) continue;
      const row = map[i] as Float64Array;
      for (let a = 0; a < FEATURES; a++) result[a] = (result[a] as number) + value * (row[a] as number);
    }
  }
  const onCurve = means.at(-1)?.[0] ?? 0;
  if (foretold)
    for (let cell = 0; cell < CELLS; cell++) result[cell] = (result[cell] as number) + onCurve * (foretold.cells[cell] as number);
  return result;
}

function component(weight: number, rotated: number, values: Float64Array, tau2: number, variance: number): Component {
  let penalty = 0;
  for (const value of values) penalty -= 0.5 * Math.log1p((tau2 * value) / variance);
  return { weight, rotated, gain: values.map((value) => tau2 / (1 + (tau2 * value) / variance)), penalty };
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
