import fc from 'fast-check';
import jstat from 'jstat';
import * as simple from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import {
  betaCdf,
  betaQuantile,
  binomialUpperTail,
  logGamma,
  normalCdf,
  normalQuantile,
  studentCdf,
} from '../../../core/stats/distributions';
import { cholesky, inverseFrom, logDeterminant, solveCholesky } from '../../../core/stats/linear';
import { discoveries, jeffreys, largestRemainder, wilson } from '../../../core/stats/proportions';
import { gammaDraw, normalDraw, seeded } from '../../../core/stats/random';
import { mean, median, pearson, quantile, spearman, theilSen, variance } from '../../../core/stats/robust';
import { pairedEValue, postsPerArm, sequenceHalfWidth } from '../../../core/stats/sequential';

const { jStat } = jstat as unknown as { jStat: typeof jstat };
const shape = fc.double({ min: 0.2, max: 200, noNaN: true });
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 3, maxLength: 60 });
function close(a: number, b: number, digits = 8): void {
  expect(a).toBeCloseTo(b, digits);
}

describe('distributions agree with jStat', () => {
  test('normal', () => {
    fc.assert(fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (z) => close(normalCdf(z), jStat.normal.cdf(z, 0, 1), 6)));
    fc.assert(fc.property(share, (p) => close(normalCdf(normalQuantile(p)), p, 6)));
  });
  test('beta, its quantile and the gamma function', () => {
    fc.assert(fc.property(share, shape, shape, (x, a, b) => close(betaCdf(x, a, b), jStat.beta.cdf(x, a, b), 7)));
    fc.assert(
      fc.property(
        share,
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        fc.double({ min: 0.5, max: 60, noNaN: true }),
        (p, a, b) => close(betaCdf(betaQuantile(p, a, b), a, b), p, 5),
      ),
    );
    fc.assert(fc.property(shape, (x) => close(logGamma(x), jStat.gammaln(x), 7)));
  });
  test('Student and the binomial tail', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 8, noNaN: true }), fc.integer({ min: 1, max: 80 }), (t, n) =>
        close(studentCdf(t, n), jStat.studentt.cdf(t, n), 6),
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(100), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, k, p) =>
        close(binomialUpperTail(Math.min(k, n), n, p), 1 - jStat.binomial.cdf(Math.min(k, n) - 1, n, p), 6),
      ),
    );
  });
});

describe('sample figures agree with simple-statistics', () => {
  test('mean, variance, median, quantile', () => {
    fc.assert(
      fc.property(sample, (values) => {
        close(mean(values), simple.mean(values), 6);
        close(median(values), simple.median(values), 8);
        close(variance(values), simple.sampleVariance(values), 4);
        // Two zeros of different sign are one number.
        expect(quantile(values, 0) + 0).toBe(Math.min(...values) + 0);
        expect(quantile(values, 1) + 0).toBe(Math.max(...values) + 0);
      }),
    );
  });
  test('correlations', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), {
      minLength: 4,
      maxLength: 40,
    });
    fc.assert(
      fc.property(pairs, (both) => {
        const x = both.map(([a]) => a);
        const y = both.map(([, b]) => b);
        fc.pre(new Set(x).size > 1 && new Set(y).size > 1);
        close(pearson(x, y), simple.sampleCorrelation(x, y), 8);
        if (new Set(x).size === x.length && new Set(y).size === y.length)
          close(spearman(x, y), simple.sampleRankCorrelation(x, y), 8);
      }),
    );
  });
  test('the slope of Theil and Sen ignores a wild value', () => {
    const x = Array.from({ length: 21 }, (_, at) => at);
    const y = x.map((value) => 3 + 2 * value);
    y[20] = 1e6;
    close(theilSen(x, y), 2);
  });
});

describe('linear algebra', () => {
  const matrices = fc.integer({ min: 2, max: 7 }).chain((size) =>
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size }).map((values) => {
      // A·Aᵀ + I is symmetric and positive definite.
      const matrix = new Float64Array(size * size);
      for (let i = 0; i < size; i++)
        for (let j = 0; j < size; j++) {
          let total = i === j ? 1 : 0;
          for (let k = 0; k < size; k++) total += (values[i * size + k] ?? 0) * (values[j * size + k] ?? 0);
          matrix[i * size + j] = total;
        }
      return { size, matrix };
    }),
  );
  test('solves, inverts and gives the determinant', () => {
    fc.assert(
      fc.property(matrices, ({ size, matrix }) => {
        const factor = cholesky(matrix, size);
        const b = Array.from({ length: size }, (_, at) => at - 1.5);
        const x = solveCholesky(factor, size, b);
        const inverse = inverseFrom(factor, size);
        for (let i = 0; i < size; i++) {
          let back = 0;
          for (let j = 0; j < size; j++) back += (matrix[i * size + j] ?? 0) * (x[j] ?? 0);
          close(back, b[i] ?? 0, 6);
          for (let j = 0; j < size; j++) {
            let unit = 0;
            for (let k = 0; k < size; k++) unit += (matrix[i * size + k] ?? 0) * (inverse[k * size + j] ?? 0);
            close(unit, i === j ? 1 : 0, 6);
          }
        }
        const rows = Array.from({ length: size }, (_, i) => Array.from(matrix.slice(i * size, (i + 1) * size)));
        close(logDeterminant(factor, size), Math.log(jStat.det(rows)), 5);
      }),
    );
  });
});

describe('shares', () => {
  test("Wilson's interval is the set of shares that the count does not contradict", () => {
    // 5 of 50: 4.3 % to 21.4 %, as the engine's definitions quote it.
    expect([wilson(5, 50).low, wilson(5, 50).high].map((value) => Number(value.toFixed(3)))).toEqual([0.043, 0.214]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (n, some) => {
        const k = Math.min(some, n);
        const { low, high } = wilson(k, n);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        for (const end of [low, high]) {
          if (end > 0 && end < 1) close(Math.abs(k / n - end) / Math.sqrt((end * (1 - end)) / n), 1.959964, 4);
        }
      }),
    );
  });
  test('Jeffreys, largest remainder, false discovery rate', () => {
    const { low, high } = jeffreys(3, 20);
    close(jStat.beta.cdf(low, 3.5, 17.5), 0.025, 5);
    close(jStat.beta.cdf(high, 3.5, 17.5), 0.975, 5);
    expect(largestRemainder([35, 30, 20, 15], 20)).toEqual([7, 6, 4, 3]);
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1 }), fc.nat(60), (weights, n) => {
        const seats = largestRemainder(weights, n);
        expect(seats.reduce((a, b) => a + b, 0)).toBe(weights.some((weight) => weight > 0) ? n : 0);
      }),
    );
    // 0.01 <= 0.1 · 1/4 and 0.04 <= 0.1 · 2/4, 0.5 > 0.1 · 3/4.
    expect(discoveries([0.5, 0.01, 0.04, 0.9], 0.1)).toEqual([false, true, true, false]);
  });
});

describe('draws', () => {
  test('the same seed gives the same draws, with the right mean and spread', () => {
    const draw = (make: (random: () => number) => number) => {
      const random = seeded(7);
      return Array.from({ length: 20_000 }, () => make(random));
    };
    expect(draw(normalDraw)).toEqual(draw(normalDraw));
    close(simple.mean(draw(normalDraw)), 0, 1);
    close(simple.standardDeviation(draw(normalDraw)), 1, 1);
    close(simple.mean(draw((random) => gammaDraw(2.5, random))) / 2.5, 1, 1);
  });
});

describe('evidence that may be looked at after every pair', () => {
  test('no difference reaches e = 20 in at most one run of twenty, a doubling does soon', () => {
    const ever = (effect: number, runs: number) => {
      const random = seeded(11);
      let reached = 0;
      for (let run = 0; run < runs; run++) {
        let total = 0;
        let squares = 0;
        for (let k = 1; k <= 60; k++) {
          const difference = effect + 0.8 * Math.SQRT2 * normalDraw(random);
          total += difference;
          squares += difference * difference;
          if (k < 6) continue;
          const sd = Math.sqrt((squares - (total * total) / k) / (k - 1));
          if (pairedEValue((total / k / sd) * Math.sqrt(k), k) >= 20) {
            reached++;
            break;
          }
        }
      }
      return reached / runs;
    };
    expect(ever(0, 1000)).toBeLessThanOrEqual(0.05);
    expect(ever(Math.log(2.01), 300)).toBeGreaterThan(0.85);
  });
  test('the table of posts per arm', () => {
    expect([0.2, 0.5, 1].map((lift) => postsPerArm(0.8, lift))).toEqual([303, 62, 21].map((n) => expect.closeTo(n, -0.5)));
    expect(sequenceHalfWidth(1, 100)).toBeLessThan(sequenceHalfWidth(1, 20));
  });
});
