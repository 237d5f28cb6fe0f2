import { scaleBand, scaleLinear } from 'd3-scale';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands, linear, roundUp, ticks } from '../../../components/charts/scale';

/** As charts have them, from one on: averages with their decimals, and views of all time. */
const mosts = fc.oneof(
  fc.integer({ min: 1000, max: 2_000_000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: 1, max: 2_000_000_000 }),
);
const counts = fc.integer({ min: 2, max: 6 });

describe('scales of charts lie where those of d3-scale do', () => {
  it('round values at the top, and the ticks below', () => {
    fc.assert(
      fc.property(mosts, counts, counts, (most, count, lines) => {
        const peer = scaleLinear().domain([0, most]).nice(count);
        const top = roundUp(most, count);
        expect(top).toBeCloseTo(peer.domain()[1] ?? 0, 8);
        const [own, theirs] = [ticks(top, lines), peer.ticks(lines)];
        expect(own).toHaveLength(theirs.length);
        for (const [at, tick] of own.entries()) expect(tick / top).toBeCloseTo((theirs[at] ?? Number.NaN) / top, 10);
      }),
    );
  });
  it('ticks carry no noise of the last digits', () => expect(ticks(1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]));
  it('values between', () => {
    const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(number, fc.double({ min: 0.1, max: 1e6, noNaN: true }), number, (low, span, value) => {
        const peer = scaleLinear()
          .domain([low, low + span])
          .range([300, 10]);
        const own = linear([low, low + span], [300, 10])(value);
        expect(Math.abs(own - peer(value))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(own)));
      }),
    );
  });
  it('bands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.constantFrom(0, 0.12, 0.25), (count, gap) => {
        const names = Array.from({ length: count }, (_, index) => index);
        const peer = scaleBand<number>().domain(names).range([34, 320]).paddingInner(gap);
        const own = bands(names, [34, 320], gap);
        expect(own.width).toBeCloseTo(peer.bandwidth(), 9);
        expect(own.step).toBeCloseTo(peer.step(), 9);
        for (const name of names) expect(own.at(name)).toBeCloseTo(peer(name) ?? Number.NaN, 9);
      }),
    );
  });
});
