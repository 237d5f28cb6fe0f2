/** A swap of title or cover on one post, and the platform's own test. */
import { describe, expect, it } from 'vitest';
import { experimentView } from '../../../../core/engine/experiments/experiments';
import { nextPeriodArm, readSwap } from '../../../../core/engine/experiments/swap';
import { documentRow } from '../../../../core/model/documents';
import type { Experiment, SwapPeriod } from '../../../../core/model/workspace/objects';
import { normalDraw, type Random, seeded } from '../../../../core/stats/random';

const DAY = '2026-06-20';
/** Stretches in the order A B B A; the clicks of each also wander by `spread` (log-odds), and the post wears out. */
function stretches(count: number, lift: number, random: Random, spread = 0.15): SwapPeriod[] {
  const periods: SwapPeriod[] = [];
  while (periods.length < count) {
    const arm = nextPeriodArm(periods) ?? (random() < 0.5 ? 'a' : 'b');
    const logit = -2.9 - 0.05 * periods.length + (arm === 'a' ? Math.log1p(lift) : 0) + spread * normalDraw(random);
    const p = 1 / (1 + Math.exp(-logit));
    const shown = 600;
    let clicked = 0;
    for (let i = 0; i < shown; i++) if (random() < p) clicked++;
    periods.push({ arm, day: DAY, shown, clicked });
  }
  return periods;
}
const told = (runs: number, lift: number) => {
  const counts = { aHint: 0, bHint: 0, undecided: 0 };
  for (let run = 0; run < runs; run++) {
    const { verdict } = readSwap(stretches(8, lift, seeded(100 + run)), { largest: 8, ended: false });
    counts[verdict as keyof typeof counts]++;
  }
  return counts;
};
const experiment = (more: Partial<Experiment>): Experiment => ({
  id: 'e',
  question: 'Which cover?',
  platform: 'youtube',
  account: 'a',
  arms: { a: 'face', b: 'no face' },
  outcome: 'reach',
  largestPosts: 4,
  createdAt: '2026-06-01T00:00:00Z',
  assignments: [],
  learnt: '',
  tags: [],
  ...more,
});

describe('a swap on one post', () => {
  it('goes A B B A, the first by coin, so that both arms are equally old', () => {
    const arms: ('a' | 'b')[] = ['b'];
    while (arms.length < 8) arms.push(nextPeriodArm(arms.map((arm) => ({ arm }))) ?? 'a');
    expect(arms.join('')).toBe('baabbaab');
    expect(nextPeriodArm([])).toBeNull();
  });
  it('hints at a difference that is none in at most one of twenty, and at a large one mostly', () => {
    const none = told(300, 0);
    // 5 % nominal; two standard errors of 300 runs are 2.5 points.
    expect((none.aHint + none.bHint) / 300).toBeLessThanOrEqual(0.075);
    const large = told(60, 1);
    expect(large.aHint / 60).toBeGreaterThan(0.7);
    expect(large.bHint).toBe(0);
  });
  it('is read once, at its end, and never from fewer than two stretches a side', () => {
    const periods = stretches(8, 2, seeded(1));
    expect(readSwap([], { largest: 8, ended: false }).verdict).toBe('planned');
    expect(readSwap(periods.slice(0, 7), { largest: 8, ended: false })).toEqual({ lift: null, verdict: 'running' });
    expect(readSwap(periods.slice(0, 3), { largest: 8, ended: true })).toEqual({ lift: null, verdict: 'undecided' });
    expect(readSwap(periods, { largest: 8, ended: false }).verdict).toBe('aHint');
  });
  it('is an experiment that is frozen by its first stretch and kept like any other', () => {
    const swap = experiment({ design: 'swap', periods: stretches(4, 0, seeded(2)) });
    expect(experimentView(swap, [], [])).toMatchObject({ design: 'swap', frozen: true, nextArm: swap.periods?.[0]?.arm });
    expect(documentRow('experiment', swap).value).toEqual(swap);
    const wrong = experiment({ design: 'swap', periods: [{ arm: 'a', day: DAY, shown: 5, clicked: 6 }] });
    expect(() => documentRow('experiment', wrong)).toThrow('more clicks than times shown');
  });
});

describe('the platform’s own test', () => {
  it('counts as it was told: the winner, and the figures where there are any', () => {
    const view = (result: Experiment['result']) => experimentView(experiment({ design: 'platform', result }), [], []);
    expect(view(undefined).verdict).toBe('planned');
    expect(view({ winner: 'b', a: null, b: null, day: DAY })).toMatchObject({ verdict: 'bBetter', lift: null, frozen: true });
    expect(view({ winner: 'a', a: 0.55, b: 0.44, day: DAY }).lift?.median).toBeCloseTo(0.25, 9);
    expect(view({ winner: 'none', a: 0.5, b: 0.5, day: DAY }).verdict).toBe('undecided');
  });
});
