/** Values known from elsewhere, and the ends of each function: what `npm run mutation -- core/stats` showed that nothing else noticed. */
import jstat from 'jstat';
import { describe, expect, test } from 'vitest';
import { betaQuantile, logGamma, normalCdf, normalQuantile } from '../../../core/stats/distributions';
import { dot } from '../../../core/stats/linear';
import { differencesOf, forcedArm, readPairs } from '../../../core/stats/paired-trial';
import { discoveries, jeffreys, largestRemainder, wilson } from '../../../core/stats/proportions';
import { gammaDraw, hashText, normalDraw, seeded, shuffle } from '../../../core/stats/random';
import { mean, median, midranks, quantile, robustSd, spearman, theilSen, variance } from '../../../core/stats/robust';
import { pairedEValue, sequenceHalfWidth } from '../../../core/stats/sequential';

const { jStat } = jstat as unknown as { jStat: typeof jstat };

describe('distributions at their ends', () => {
  test('the normal tail keeps its digits where 1 − Φ has none left', () => {
    // Abramowitz and Stegun, table 26.2: −log10 of the upper tail at 5, 10 and 20.
    for (const [z, digits] of [
      [5, 6.54265],
      [10, 23.11805],
      [20, 88.5601],
    ] as const) {
      expect(-Math.log10(normalCdf(-z))).toBeCloseTo(digits, 4);
      expect(normalQuantile(normalCdf(-z))).toBeCloseTo(-z, 6);
    }
    expect([normalCdf(-39), normalCdf(39), normalCdf(Number.NaN)]).toEqual([0, 1, Number.NaN]);
    expect([0, -0.1, 1, 1.1].map(normalQuantile)).toEqual([-1, -1, 1, 1].map((sign) => sign * Number.POSITIVE_INFINITY));
  });
  test('quantiles of a beta below 0 and above 1, and the gamma function below one half', () => {
    expect([0, -1, 1, 2].map((p) => betaQuantile(p, 2, 3))).toEqual([0, 0, 1, 1]);
    expect(logGamma(0.25)).toBeCloseTo(Math.log(3.625609908221908), 12);
  });
});

describe('order statistics', () => {
  test('of nothing are not a number', () => {
    expect([mean([]), median([]), quantile([], 0.3), variance([]), variance([4])]).toEqual(Array(5).fill(Number.NaN));
    expect(variance([1, 3])).toBe(2);
  });
  test('of more values than were ever sorted before, and of fewer again', () => {
    const many = Array.from({ length: 5000 }, (_, at) => (at * 7919) % 5000);
    expect([quantile(many, 0), median(many), quantile(many, 1)]).toEqual([0, 2499.5, 4999]);
    expect([median([3, 1, 2]), quantile([10, 0], 0.25)]).toEqual([2, 2.5]);
    expect(robustSd([1, 2, 3, 4, 100])).toBeCloseTo(1.4826, 10);
  });
  test('ties share their mean rank, and equal x give no slope', () => {
    expect([...midranks([10, 20, 10, 30, 20, 20])]).toEqual([1.5, 4, 1.5, 6, 4, 4]);
    // Pearson of the ranks 1.5, 1.5, 3, 4 and 1, 2, 3.5, 3.5, by hand: 4 / √(4.5 · 4.5).
    expect(spearman([1, 1, 2, 3], [5, 6, 7, 7])).toBeCloseTo(4 / 4.5, 12);
    expect(theilSen([1, 1, 2, 2], [0, 100, 3, 103])).toBe(3);
    expect(theilSen([1, 1], [0, 5])).toBeNaN();
  });
  test('a product of unequal lengths goes as far as the first', () => {
    expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  });
});

describe('shares at their ends', () => {
  test('nothing seen says nothing', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(0, 12).low).toBe(0);
    expect(wilson(12, 12).high).toBe(1);
    expect([jeffreys(0, 9).low, jeffreys(9, 9).high]).toEqual([0, 1]);
    expect(jeffreys(0, 9).high).toBeCloseTo(jStat.beta.inv(0.975, 0.5, 9.5), 8);
    expect(jeffreys(9, 9).low).toBeCloseTo(jStat.beta.inv(0.025, 9.5, 0.5), 8);
  });
  test('seats go to the largest remainders, ties to the earlier entry', () => {
    // 7 seats: 3.5, 2.1 and 1.4 leave 0.5, 0.1 and 0.4.
    expect(largestRemainder([50, 30, 20], 7)).toEqual([4, 2, 1]);
    expect(largestRemainder([20, 30, 50], 7)).toEqual([1, 2, 4]);
    // 1.6, 1.2, 1.2: the one seat that is left goes to the 0.6, though it is the last.
    expect(largestRemainder([3, 3, 4], 4)).toEqual([1, 1, 2]);
    expect(largestRemainder([1, 1, 1], 5)).toEqual([2, 2, 1]);
    expect(largestRemainder([0, 0], 5)).toEqual([0, 0]);
  });
  test('discoveries go up to the last p that its rank allows, also over one that its own does not', () => {
    // 0.04 > 0.1 · 1/4, but 0.05 <= 0.1 · 2/4; 0.075 = 0.1 · 3/4 is allowed, 0.2 is not.
    expect(discoveries([0.2, 0.05, 0.04, 0.075], 0.1)).toEqual([false, true, true, true]);
    expect(discoveries([0.9], 0.1)).toEqual([false]);
    expect(discoveries([], 0.1)).toEqual([]);
  });
});

describe('randomness', () => {
  test('FNV-1a has the values of its authors’ test suite', () => {
    expect([hashText(''), hashText('a'), hashText('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
    expect(hashText('bar', hashText('foo'))).toBe(hashText('foobar'));
  });
  test('draws have their distribution', () => {
    const random = seeded(3);
    const draws = (make: () => number) => Array.from({ length: 8000 }, make).sort((a, b) => a - b);
    /** Largest distance between the drawn and the true distribution; 1.95 / √n is exceeded once in a thousand times. */
    const distance = (sorted: number[], cdf: (x: number) => number) =>
      Math.max(...sorted.map((x, at) => Math.max(Math.abs(cdf(x) - at / 8000), Math.abs(cdf(x) - (at + 1) / 8000))));
    const limit = 1.95 / Math.sqrt(8000);
    expect(distance(draws(random), (x) => x)).toBeLessThan(limit);
    expect(
      distance(
        draws(() => normalDraw(random)),
        (x) => jStat.normal.cdf(x, 0, 1),
      ),
    ).toBeLessThan(limit);
    for (const shape of [0.3, 1, 2.5, 40])
      expect(
        distance(
          draws(() => gammaDraw(shape, random)),
          (x) => jStat.gamma.cdf(x, shape, 1),
        ),
        `shape ${shape}`,
      ).toBeLessThan(limit);
  });
  test('a shuffle gives every order equally often, and leaves alone what lies outside', () => {
    const random = seeded(5);
    const counts = new Map<string, number>();
    for (let time = 0; time < 6000; time++) {
      const list = ['first', 'a', 'b', 'c', 'last'];
      shuffle(list, random, 1, 4);
      counts.set(list.join(), (counts.get(list.join()) ?? 0) + 1);
    }
    expect([...counts.keys()].every((order) => /^first,.*,last$/.test(order))).toBe(true);
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('pairs', () => {
  test('the evidence is the ratio of the two densities of t', () => {
    // Under the prior on the mean, t is √(1 + pairs · g) times a Student t.
    for (const pairs of [2, 6, 30])
      for (const t of [0, 0.7, -2.5, 6]) {
        const wide = Math.sqrt(1 + pairs * 0.25);
        const density = (x: number) => jStat.studentt.pdf(x, pairs - 1);
        expect(pairedEValue(t, pairs)).toBeCloseTo(density(t / wide) / wide / density(t), 8);
      }
    expect([pairedEValue(9, 1), pairedEValue(9, 0), pairedEValue(Number.NaN, 20)]).toEqual([1, 1, 1]);
  });
  test('the confidence sequence has the width of its formula, and holds at all looks together', () => {
    // σ · √(2 · 13.25 / 1225 · ln(√13.25 / 0.05)) with n = 100, ρ = 0.35.
    expect(sequenceHalfWidth(2, 100)).toBeCloseTo(0.6091, 3);
    expect(sequenceHalfWidth(2, 100, 0.5)).toBeCloseTo(2 * Math.sqrt((26.5 / 1225) * Math.log(Math.sqrt(13.25) / 0.5)), 10);
    const random = seeded(9);
    let left = 0;
    for (let run = 0; run < 400; run++) {
      let total = 0;
      for (let n = 1; n <= 200; n++) {
        total += normalDraw(random);
        if (Math.abs(total / n) > sequenceHalfWidth(1, n)) {
          left++;
          break;
        }
      }
    }
    expect(left / 400).toBeLessThanOrEqual(0.05);
  });
  test('the second of a pair takes the arm that the first left', () => {
    const drawn = (...arms: ('a' | 'b')[]) => arms.map((arm) => ({ arm }));
    expect([drawn(), drawn('a'), drawn('b'), drawn('a', 'b'), drawn('a', 'b', 'b')].map(forcedArm)).toEqual([
      null,
      'b',
      'a',
      null,
      'a',
    ]);
  });
  test('differences are a − b of whole pairs that have both values', () => {
    const draws = [
      { arm: 'a', value: 5 },
      { arm: 'b', value: 3 },
      { arm: 'b', value: 1 },
      { arm: 'a', value: 0 },
      { arm: 'a', value: undefined },
      { arm: 'b', value: 7 },
      { arm: 'b', value: 7 },
      { arm: 'a', value: undefined },
      { arm: 'a', value: 4 },
    ] as const;
    expect(differencesOf(draws, ({ value }) => value)).toEqual([2, -1]);
  });
  test('are read from the sixth on, and decided by evidence, by sameness, or by their number', () => {
    const read = (differences: number[], largestPosts = 100, ended = false) => readPairs(differences, { largestPosts, ended });
    const around = (centre: number, pairs: number, spread = 0.05) =>
      Array.from({ length: pairs }, (_, at) => centre + (at % 2 ? spread : -spread));
    expect(read(around(1, 5))).toEqual({ pairs: 5, eValue: 1, lift: null, verdict: 'running' });
    const better = read(around(Math.log(2), 12));
    expect(better.verdict).toBe('aBetter');
    expect(better.eValue).toBeCloseTo(pairedEValue(Math.log(2) / Math.sqrt(0.03 / 11 / 12), 12), 6);
    expect(better.lift?.median).toBeCloseTo(1, 10);
    const half = sequenceHalfWidth(Math.sqrt(0.03 / 11), 12);
    expect(better.lift?.low).toBeCloseTo(2 * Math.exp(-half) - 1, 10);
    expect(better.lift?.high).toBeCloseTo(2 * Math.exp(half) - 1, 10);
    expect(read(around(-Math.log(2), 12)).verdict).toBe('bBetter');
    // All the same: no spread, no evidence, and surely no difference that matters.
    expect(read(around(0, 8, 0))).toMatchObject({ eValue: 1, verdict: 'same' });
    expect(read(around(0, 40, 0.1)).verdict).toBe('same');
    // On one side outside of what does not matter.
    expect(read(around(0.1, 8, 0.3), 100).verdict).toBe('running');
    expect(read(around(-0.1, 8, 0.3), 100).verdict).toBe('running');
    expect(
      [read(around(0.1, 8, 0.3), 16), read(around(0.1, 8, 0.3), 17), read([], 100, true)].map(({ verdict }) => verdict),
    ).toEqual(['undecided', 'running', 'undecided']);
    // What was decided stays so however many there may be.
    expect(read(around(Math.log(2), 12), 24, true).verdict).toBe('aBetter');
  });
});
