import { describe, expect, test } from 'vitest';
import { type Arm, nextArm, readSlotTest, type SlotTest } from '../../../../core/engine/timing/slot-test';
import { normalDraw, seeded } from '../../../../core/stats/random';

const WINDOWS: SlotTest['windows'] = {
  a: { days: 'weekday', startHour: 18, endHour: 21 },
  b: { days: 'weekday', startHour: 9, endHour: 12 },
};

function planned(largestPosts = 60): SlotTest {
  return { id: 'one', unit: 'other|me|all', windows: WINDOWS, startedAt: '2026-01-05T00:00:00Z', largestPosts, assignments: [] };
}

/** A test run to its end: each post's outcome is `effect` higher in window a. */
function run(seed: number, pairs: number, effect: number): { test: SlotTest; outcomes: Map<string, number> } {
  const random = seeded(seed);
  const test = planned();
  const outcomes = new Map<string, number>();
  for (let i = 0; i < 2 * pairs; i++) {
    const arm = nextArm(test, random);
    test.assignments.push({ arm, post: `post-${i}` });
    outcomes.set(`post-${i}`, (arm === 'a' ? effect : 0) + 0.8 * normalDraw(random));
  }
  return { test, outcomes };
}

describe('a randomised test of two windows', () => {
  test('gives each pair both windows, the first by coin', () => {
    const { test: done } = run(3, 200, 0);
    const firsts: Arm[] = [];
    for (let i = 0; i < done.assignments.length; i += 2) {
      const [one, two] = done.assignments.slice(i, i + 2);
      expect(new Set([one?.arm, two?.arm])).toEqual(new Set(['a', 'b']));
      if (one) firsts.push(one.arm);
    }
    const share = firsts.filter((arm) => arm === 'a').length / firsts.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  test('says nothing before six pairs, and waits for posts that are not made', () => {
    const { test: done, outcomes } = run(5, 5, 3);
    expect(readSlotTest(done, outcomes)).toMatchObject({ pairs: 5, lift: null, verdict: 'running' });
    done.assignments.push({ arm: 'a', post: null }, { arm: 'b', post: null });
    expect(readSlotTest(done, outcomes)).toMatchObject({ pairs: 5, lift: null, verdict: 'running' });
  });

  test('finds a large effect, whichever window it favours', () => {
    const better = run(7, 30, 1.6);
    expect(readSlotTest(better.test, better.outcomes).verdict).toBe('aBetter');
    const worse = run(7, 30, -1.6);
    expect(readSlotTest(worse.test, worse.outcomes).verdict).toBe('bBetter');
  });

  test('ends undecided at the number of posts it was planned for', () => {
    const { test: done, outcomes } = run(11, 30, 0.1);
    const report = readSlotTest(done, outcomes);
    expect(report.pairs).toBe(30);
    expect(['undecided', 'same']).toContain(report.verdict);
  });

  test('decides wrongly in at most one of twenty tests without a difference, looked at after every pair', () => {
    let wrong = 0;
    const tests = 400;
    for (let seed = 0; seed < tests; seed++) {
      const { test: done, outcomes } = run(1000 + seed, 30, 0);
      for (let pairs = 6; pairs <= 30; pairs++) {
        const part = { ...done, assignments: done.assignments.slice(0, 2 * pairs) };
        if (['aBetter', 'bBetter'].includes(readSlotTest(part, outcomes).verdict)) {
          wrong++;
          break;
        }
      }
    }
    expect(wrong / tests).toBeLessThanOrEqual(0.05);
  });
});
