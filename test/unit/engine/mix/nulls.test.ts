/**
 * Accounts on which nothing that a post is makes any difference: how often is the creator told that something does? The bound is 10 %;
 * the test allows it three binomial standard errors. The full run is `npm run simulate:mix`.
 */
import { describe, expect, it } from 'vitest';
import { ASKED, nullRates } from './null-rates';
import { SHAPES } from './world';

const PER_SHAPE = 20;
const RATE = 0.1;
const BOUND = RATE + 3 * Math.sqrt((RATE * (1 - RATE)) / (SHAPES.length * PER_SHAPE));

describe('false discoveries on accounts without effects', () => {
  it.each([60, 150])('%i posts', (posts) => {
    const rates = SHAPES.map((shape) => nullRates(shape, posts, PER_SHAPE));
    for (const factor of ASKED)
      expect(rates.reduce((sum, rate) => sum + rate[factor], 0) / rates.length).toBeLessThanOrEqual(BOUND);
  });
});
