import { expect, it } from 'vitest';
import { ledBy } from '../../../../core/model/workspace/lead';

it('tells the range of what did better, and swaps nothing else', () => {
  const lift = { low: -0.5, median: -0.2, high: 0 };
  const turned = ledBy({ verdict: 'bBetter', lift });
  expect(turned.bLeads).toBe(true);
  expect(turned.lift?.low).toBeCloseTo(0);
  expect(turned.lift?.median).toBeCloseTo(0.25);
  expect(turned.lift?.high).toBeCloseTo(1);
  expect(ledBy({ verdict: 'aBetter', lift })).toEqual({ bLeads: false, lift });
  expect(ledBy({ verdict: 'undecided', lift: null })).toEqual({ bLeads: false, lift: null });
  // Nothing at all of A has no counterpart.
  expect(ledBy({ verdict: 'bHint', lift: { low: -1, median: -0.9, high: -0.8 } }).bLeads).toBe(false);
});
