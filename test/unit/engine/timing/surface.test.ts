import { describe, expect, it } from 'vitest';
import { effectMean, effectSd } from '../../../../core/engine/timing/effect';
import { type Column, fitNuisance } from '../../../../core/engine/timing/nuisance';
import type { Placement } from '../../../../core/engine/timing/rows';
import { fitSurface } from '../../../../core/engine/timing/surface';
import { BASIS, CELLS, cellOf, FEATURES, priorVariances, type Shape } from '../../../../core/engine/timing/week-basis';
import { cholesky, dot, logDeterminant, solveCholesky } from '../../../../core/stats/linear';
import { normalDraw, seeded } from '../../../../core/stats/random';

const POSTS = 60;
const SIZE = 0.4;
/** As good as free: the intercept as one more normal effect. */
const FREE = 1e4;
const SHAPES: Shape[] = [
  { smoothShare: 0, lengthHours: 1.5, weekendCorrelation: 0 },
  { smoothShare: 0.5, lengthHours: 3, weekendCorrelation: 0.5 },
  { smoothShare: 1, lengthHours: 4, weekendCorrelation: 0.5 },
];

const random = seeded(5);
const times = Array.from({ length: POSTS }, () => ({
  weekday: Math.floor(random() * 7),
  hour: [8, 12, 18, 19, 20, 21][Math.floor(random() * 6)] ?? 12,
}));
const values = Float64Array.from(times, ({ hour }) => normalDraw(random) * 0.5 + (hour >= 20 ? 0.5 : 0));
const intercept: Column = { name: 'intercept', values: new Float64Array(POSTS).fill(1), priorSd: Number.POSITIVE_INFINITY };
const fit = fitNuisance(values, [intercept], 1);
const places = times.map(
  ({ weekday, hour }): Placement => ({ features: [cellOf(weekday, hour), CELLS + weekday], weights: [1, 1] }),
);
const contrast = new Float64Array(FEATURES);
contrast[cellOf(0, 20)] = 1;
contrast[cellOf(0, 8)] = -1;

/** The same model written out over the posts: every covariance in full. */
function dense(shape: Shape, withWeekdays: boolean) {
  const prior = priorVariances(shape, withWeekdays);
  const variance = fit.sd * fit.sd;
  const covariance = (a: Float64Array, b: Float64Array) =>
    SIZE * SIZE * variance * BASIS.reduce((sum, row, i) => sum + (prior[i] ?? 0) * dot(row, a) * dot(row, b), 0);
  const rows = places.map(({ features }) => {
    const row = new Float64Array(FEATURES);
    for (const feature of features) row[feature] = 1;
    return row;
  });
  const noise = new Float64Array(POSTS * POSTS).fill(FREE);
  for (let i = 0; i < POSTS; i++) noise[i * POSTS + i] = FREE + variance;
  const all = noise.map((value, at) => {
    const [a, b] = [rows[Math.floor(at / POSTS)], rows[at % POSTS]];
    return a && b ? value + covariance(a, b) : value;
  });
  const logDensity = (matrix: Float64Array) => {
    const factor = cholesky(matrix, POSTS);
    return -0.5 * (logDeterminant(factor, POSTS) + dot(fit.residuals, solveCholesky(factor, POSTS, fit.residuals)));
  };
  const factor = cholesky(all, POSTS);
  const cross = Float64Array.from(rows, (row) => covariance(contrast, row));
  return {
    logBayesFactor: logDensity(all) - logDensity(noise),
    mean: dot(cross, solveCholesky(factor, POSTS, fit.residuals)),
    variance: covariance(contrast, contrast) - dot(cross, solveCholesky(factor, POSTS, cross)),
  };
}

describe('the surface of the week', () => {
  for (const [i, shape] of SHAPES.entries()) {
    it(`gives what the model written out over the posts gives, shape ${i + 1}`, () => {
      for (const withWeekdays of [true, false]) {
        const prior = { shapes: [{ shape, weight: 1 }], sizes: [{ size: SIZE, weight: 1 }] };
        const surface = fitSurface(fit, places, prior, withWeekdays);
        const expected = dense(shape, withWeekdays);
        const effect = surface.effect(contrast);
        expect(surface.logBayesFactor).toBeCloseTo(expected.logBayesFactor, 2);
        expect(effectMean(effect)).toBeCloseTo(expected.mean, 3);
        expect(effectSd(effect) ** 2).toBeCloseTo(expected.variance, 3);
        // One table of expected effects gives the same as each contrast on its own.
        expect(dot(surface.expected, contrast)).toBeCloseTo(expected.mean, 3);
        expect(surface.evidenceOf(fit.residuals)).toBeCloseTo(surface.logBayesFactor, 9);
      }
    });
  }

  it('says nothing of an hour when nobody posts at two of them', () => {
    const one = places.map((): Placement => ({ features: [cellOf(0, 12)], weights: [1] }));
    const prior = { shapes: SHAPES.map((shape) => ({ shape, weight: 1 })), sizes: [{ size: SIZE, weight: 1 }] };
    const surface = fitSurface(fit, one, prior, true);
    expect(surface.logBayesFactor).toBeCloseTo(0, 6);
    expect(effectMean(surface.effect(contrast))).toBeCloseTo(0, 6);
  });
});
