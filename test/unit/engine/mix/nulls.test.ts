/**
 * Accounts on which nothing that a post is makes any difference: how often is the creator told that something does? Under such a null
 * every recommendation is false, so the false-discovery rate is the share of accounts with any. The bound is 10 %; the test allows it
 * three binomial standard errors.
 */
import { describe, expect, it } from 'vitest';
import { inferenceOf } from '../../../../core/engine/mix/effects/unit-effects';
import { factsOf } from '../../../../core/engine/mix/facts';
import { unitOf } from '../../../../core/engine/units';
import { NOW, world } from './world';

const SHAPES = ['plain', 'drift', 'shift', 'bursty', 'hits', 'confounded'] as const;
const PER_SHAPE = 20;
const RATE = 0.1;
const BOUND = RATE + 3 * Math.sqrt((RATE * (1 - RATE)) / (SHAPES.length * PER_SHAPE));

describe('false discoveries on accounts without effects', () => {
  it.each([60, 150])('%i posts', (posts) => {
    const told = new Map<string, number>();
    for (const [at, shape] of SHAPES.entries()) {
      for (let k = 0; k < PER_SHAPE; k++) {
        const unit = unitOf(world({ posts, seed: 31_000 + 1000 * at + k + posts, shape }), {
          accountReadings: [],
          zone: 'UTC',
          now: NOW,
        });
        const { effects } = inferenceOf(unit, factsOf(unit), { zone: 'UTC', seed: 1 });
        for (const { factor, levels } of effects?.factors ?? [])
          if (levels.some(({ advice }) => advice !== null)) told.set(factor, (told.get(factor) ?? 0) + 1);
      }
    }
    const rate = (factor: string) => (told.get(factor) ?? 0) / (SHAPES.length * PER_SHAPE);
    expect(rate('pillar')).toBeLessThanOrEqual(BOUND);
    expect(rate('term')).toBeLessThanOrEqual(BOUND);
    expect(rate('titleFeature')).toBeLessThanOrEqual(BOUND);
  });
});
