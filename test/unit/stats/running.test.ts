import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, robustSd } from '../../../core/stats/robust';
import { RunningOrder } from '../../../core/stats/running';

describe('order statistics of the newest values', () => {
  it('are those of sorting them anew, to the last digit', () => {
    // Few different values among them, so that ties are common.
    const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ min: -50, max: 50, noNaN: true }));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (values, most) => {
        const running = new RunningOrder(most);
        values.forEach((value, i) => {
          running.push(value);
          const window = values.slice(Math.max(0, i + 1 - most), i + 1);
          const centre = median(window);
          expect(running.size).toBe(window.length);
          expect(running.median()).toBe(centre);
          expect(running.robustSd(centre)).toBe(robustSd(window, centre));
          expect(running.robustSd(1.25)).toBe(robustSd(window, 1.25));
        });
      }),
    );
  });
});
