import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../../../assets/locales/en/growth';
import { audienceOf, distanceOf } from '../../../../core/engine/growth/audience';
import type { AccountReading } from '../../../../core/model/reading';

const reading = (shares: Record<string, number>, seenAt: string): AccountReading => ({
  platform: 'tiktok',
  page: 'import/tiktok',
  account: 'a',
  metrics: {},
  breakdowns: [{ kind: 'gender', shares }],
  seenAt,
});

describe('the audience beside the one wanted', () => {
  it('is a distance: none to itself, one between strangers, the same both ways', () => {
    expect(distanceOf({ a: 0.3, b: 0.7 }, { a: 0.3, b: 0.7 })).toBe(0);
    expect(distanceOf({ a: 1 }, { b: 1 })).toBe(1);
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (p, q) => {
        const [a, b] = [
          { x: p, y: 1 - p },
          { x: q, y: 1 - q },
        ];
        expect(distanceOf(a, b)).toBeCloseTo(distanceOf(b, a), 12);
        expect(distanceOf(a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });
  it('takes the newest statement, in per cent or in parts', () => {
    const readings = [
      reading({ Female: 20, Male: 80 }, '2026-05-01T00:00:00Z'),
      reading({ Female: 60, Male: 40 }, '2026-06-01T00:00:00Z'),
    ];
    const { breakdowns, match } = audienceOf(readings, { gender: { Female: 0.6, Male: 0.4 } }, growth);
    expect(breakdowns[0]?.shares).toEqual({ Female: 0.6, Male: 0.4 });
    expect(match.value).toBeCloseTo(1, 9);
  });
  it('is unknown, and says what is missing, without a page or without a wish', () => {
    expect(audienceOf([], { gender: { Female: 1 } }, growth).match).toMatchObject({
      value: null,
      why: { missing: [growth.missingAudience] },
    });
    expect(audienceOf([reading({ Female: 1 }, '2026-06-01T00:00:00Z')], undefined, growth).match).toMatchObject({
      value: null,
      why: { missing: [growth.missingWanted] },
    });
  });
});
