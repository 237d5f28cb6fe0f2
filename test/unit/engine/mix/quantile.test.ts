import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mixture, mixtureCdf, mixtureQuantile } from '../../../../core/engine/mix/effects/model';

/** By halving alone. */
function halved(mixture: Mixture, p: number): number {
  let low = Math.min(...mixture.map(({ mean, sd }) => mean - 9 * sd));
  let high = Math.max(...mixture.map(({ mean, sd }) => mean + 9 * sd));
  for (let i = 0; i < 60 && high - low > 1e-9; i++) {
    const middle = (low + high) / 2;
    if (mixtureCdf(mixture, middle) < p) low = middle;
    else high = middle;
  }
  return high;
}

describe('the quantile of a mixture', () => {
  it('is found in few steps where halving finds it, also at a point at zero', () => {
    const part = fc.record({
      weight: fc.double({ min: 0.01, max: 1, noNaN: true }),
      mean: fc.double({ min: -2, max: 2, noNaN: true }),
      sd: fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1.5, noNaN: true })),
    });
    const mixture = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.array(part, { minLength: 1, maxLength: 5 }));
    fc.assert(
      fc.property(mixture, fc.constantFrom(0.1, 0.5, 0.9), ([point, parts], p) => {
        const all = [{ weight: point, mean: 0, sd: 0 }, ...parts];
        const total = all.reduce((sum, { weight }) => sum + weight, 0);
        const given = all.map((one) => ({ ...one, weight: one.weight / total }));
        expect(mixtureQuantile(given, p)).toBe(halved(given, p));
      }),
      { numRuns: 500 },
    );
  });
});
