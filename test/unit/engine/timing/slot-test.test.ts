import { describe, expect, test } from 'vitest';
import { type Arm, decidedNow, nextArm, readSlotTest, type SlotTest } from '../../../../core/engine/timing/slot-test';
import { timingOf } from '../../../../core/engine/timing/timing';
import { unitOf } from '../../../../core/engine/units';
import { normalDraw, seeded } from '../../../../core/stats/random';
import { dayCurve, world } from '../../../simulation/worlds';

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

  test('stays decided once it was, whatever becomes of its posts', () => {
    const { test: done, outcomes } = run(7, 30, 1.6);
    const first = readSlotTest(done, outcomes);
    const [kept] = decidedNow([done], [first], '2026-03-01T00:00:00Z');
    expect(kept?.decided).toEqual({
      at: '2026-03-01T00:00:00Z',
      verdict: 'aBetter',
      pairs: 30,
      eValue: first.eValue,
      lift: first.lift,
    });
    if (!kept) throw new Error('not decided');
    // Outcomes of today are others: the level moved, labels changed, or the posts are no longer weighed.
    for (const later of [new Map([...outcomes].map(([key]) => [key, 0])), new Map<string, number>()]) {
      expect(readSlotTest(kept, later)).toEqual({ ...first, decidedAt: '2026-03-01T00:00:00Z' });
      expect(decidedNow([kept], [readSlotTest(kept, later)], '2026-04-01T00:00:00Z')).toEqual([]);
    }
  });

  test('keeps no decision while it runs, or when it ended without one', () => {
    const { test: running, outcomes } = run(5, 5, 3);
    expect(decidedNow([running], [readSlotTest(running, outcomes)], '2026-03-01T00:00:00Z')).toEqual([]);
    const over = { ...running, endedAt: '2026-03-01T00:00:00Z' };
    expect(readSlotTest(over, outcomes).verdict).toBe('undecided');
    expect(decidedNow([over], [readSlotTest(over, outcomes)], '2026-03-01T00:00:00Z')).toEqual([]);
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

describe('in the report', () => {
  const { posts, zone } = world('plain', 8, { posts: 150, weeks: 30, sigma: 0.8, peak: 0 }, () => 0);
  const now = Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt));
  const unit = unitOf(posts, { accountReadings: [], zone, now });
  const decided = {
    at: '2026-03-01T00:00:00Z',
    verdict: 'bBetter' as const,
    pairs: 12,
    eValue: 31,
    lift: { low: -0.5, median: -0.2, high: -0.2 },
  };
  const report = (test: SlotTest) => timingOf(unit, { locale: 'en', seed: 1, now, slotTests: [test] });
  const plain = timingOf(unit, { locale: 'en', seed: 1, now });

  test('a decided test names its window; what it found is told apart from what the hours are worth against the usual ones', () => {
    const block = plain.windows[3];
    if (!block) throw new Error('there are no windows');
    const { days, startHour, endHour } = block;
    const b = { days, startHour, endHour };
    const confirmed = report({ ...planned(), unit: unit.unit, windows: { ...WINDOWS, b }, decided });
    expect(confirmed.state).toBe('confirmed');
    const lift = { low: expect.closeTo(0.25), median: expect.closeTo(0.25), high: expect.closeTo(1) };
    expect(confirmed.tested).toEqual([{ window: b, against: WINDOWS.a, lift }]);
    expect(confirmed.windows).toEqual(
      plain.windows.map(({ withTopics: _, ...window }, i) => ({ ...window, recommended: i === 3 })),
    );
  });

  test('a tested window of other hours is weighed like the rest', () => {
    const b = { days: 'all' as const, startHour: 19, endHour: 23 };
    const confirmed = report({ ...planned(), unit: unit.unit, windows: { ...WINDOWS, b }, decided });
    const added = confirmed.windows.at(-1);
    expect(added).toMatchObject({ ...b, recommended: true });
    expect(added?.probabilityAtLeast5Percent).toBeLessThan(1);
    expect(added?.lift.low).toBeLessThan(added?.lift.median ?? Number.NaN);
    expect(added?.lift.high).toBeLessThan(1);
  });

  test('a hint keeps the topics out of the windows it compares', () => {
    const account = world('plain', 2, { posts: 120, weeks: 30, sigma: 0.8, peak: 0.3 }, dayCurve(0.3));
    const at = Math.max(...account.posts.map(({ lastSeenAt }) => lastSeenAt));
    const weighed = unitOf(account.posts, { accountReadings: [], zone: account.zone, now: at });
    const hint = timingOf(weighed, { locale: 'en', seed: 1, now: at });
    expect(hint.state).toBe('hint');
    for (const { recommended, lift, withTopics } of hint.windows) {
      expect(withTopics !== undefined).toBe(recommended);
      if (recommended) expect(withTopics).not.toEqual(lift);
    }
  });
});
