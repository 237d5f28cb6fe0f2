import { describe, expect, test } from 'vitest';
import { type Candidate, type Evidence, supportedWindows, weakerState } from '../../../../core/engine/timing/decide';
import type { Effect } from '../../../../core/engine/timing/effect';
import { worthwhile } from '../../../../core/engine/timing/windows';

const effect = (mean: number, sd: number): Effect => ({
  weights: Float64Array.of(1),
  means: Float64Array.of(mean),
  sds: Float64Array.of(sd),
});
const strong: Evidence = {
  open: true,
  labelled: true,
  severalTopics: false,
  bayesFactor: 50,
  permutationP: 0.001,
  sessionP: 0.001,
};
const weak: Evidence = { ...strong, bayesFactor: 2, permutationP: 0.2, sessionP: 0.2 };
const candidate = (startHour: number, mean: number, sd: number, more: Partial<Candidate> = {}): Candidate => ({
  window: { days: 'weekday', startHour, endHour: startHour + 3 },
  adjusted: effect(mean, sd),
  coverage: { posts: 20, weeks: 8, days: 15, topics: 3 },
  lasting: true,
  before: null,
  ...more,
});
const others = [candidate(6, -0.1, 0.1), candidate(9, 0, 0.1), candidate(12, -0.05, 0.1)];

describe('supported', () => {
  const good = candidate(18, 0.4, 0.1);
  test('takes evidence for any effect, and a window that very likely lifts by five per cent', () => {
    expect(supportedWindows([good, ...others], strong)).toEqual([0]);
    expect(supportedWindows([good, ...others], weak)).toEqual([]);
    expect(supportedWindows([good, ...others], { ...strong, sessionP: 0.06 })).toEqual([]);
    expect(supportedWindows([candidate(18, 0.1, 0.1), ...others], strong)).toEqual([]);
  });
  test('takes labels, enough posts on enough days, and more than one topic where there are several', () => {
    expect(supportedWindows([good, ...others], { ...strong, labelled: false })).toEqual([]);
    const few = { ...good, coverage: { posts: 4, weeks: 4, days: 4, topics: 2 } };
    expect(supportedWindows([few, ...others], strong)).toEqual([]);
    const bunched = { ...good, coverage: { posts: 20, weeks: 2, days: 4, topics: 2 } };
    expect(supportedWindows([bunched, ...others], strong)).toEqual([]);
    const oneTopic = { ...good, coverage: { ...good.coverage, topics: 1 } };
    expect(supportedWindows([oneTopic, ...others], { ...strong, severalTopics: true })).toEqual([]);
  });
  test('is not said of a window that no longer works in the newer half', () => {
    expect(supportedWindows([{ ...good, lasting: false }, ...others], strong)).toEqual([]);
  });
  test('names all that cannot be told from the best, and not those clearly below', () => {
    const near = candidate(21, 0.35, 0.1);
    const below = candidate(15, 0.2, 0.02);
    expect(supportedWindows([good, near, below, ...others], strong)).toEqual([0, 1]);
  });
  test('takes each kind of evidence by itself: a Bayes factor of ten, a chance of five in a hundred, both at the very bound', () => {
    expect(supportedWindows([good, ...others], { ...strong, bayesFactor: 9.9 })).toEqual([]);
    expect(supportedWindows([good, ...others], { ...strong, bayesFactor: 10, sessionP: 0.05 })).toEqual([0]);
  });
  test('takes five posts, in three weeks or on seven days, and two topics, no more', () => {
    const seen = (posts: number, weeks: number, days: number, topics: number) =>
      supportedWindows([{ ...good, coverage: { posts, weeks, days, topics } }, ...others], { ...strong, severalTopics: true });
    expect(seen(5, 3, 4, 2)).toEqual([0]);
    expect(seen(5, 2, 7, 2)).toEqual([0]);
    expect(seen(5, 2, 6, 2)).toEqual([]);
    expect(seen(4, 3, 7, 2)).toEqual([]);
    expect(seen(5, 3, 7, 1)).toEqual([]);
  });
  test('is bounded over all windows that are named together: one in ten of them at most may be of the other sign', () => {
    // So wide that the sign is open (0.15 each), and so far above that a lift of five per cent is nearly certain all the same.
    const split = (startHour: number): Candidate => {
      const adjusted: Effect = {
        weights: Float64Array.of(0.93, 0.07),
        means: Float64Array.of(0.5, -1),
        sds: Float64Array.of(0.02, 0.02),
      };
      return { ...candidate(startHour, 0, 0), adjusted };
    };
    const alone = split(18);
    expect(worthwhile(alone.adjusted)).toBeGreaterThan(0.9);
    expect(supportedWindows([alone], strong)).toEqual([]);
    expect(supportedWindows([alone, ...others], strong)).toEqual([]);
    // One that is certain makes room for one, not for two.
    const sure = candidate(15, 0.4, 0.02);
    expect(supportedWindows([sure, alone], strong)).toEqual([0, 1]);
    expect(supportedWindows([sure, alone, split(21), split(12)], strong)).toEqual([0, 1]);
  });
  test('finds the best wherever it stands', () => {
    const near = candidate(21, 0.35, 0.1);
    const below = candidate(15, 0.2, 0.02);
    expect(supportedWindows([below, near, good, ...others], strong)).toEqual([1, 2]);
    // Not to be told from the best, but of less than six tenths of its effect.
    const vague = candidate(12, 0.23, 0.12);
    expect(worthwhile(vague.adjusted)).toBeGreaterThan(0.9);
    expect(supportedWindows([vague, good], strong)).toEqual([1]);
    // Of more than six tenths, and to be told from it.
    expect(supportedWindows([candidate(12, 0.3, 0.01), candidate(18, 0.4, 0.01)], strong)).toEqual([1]);
  });
  test('stays while the probability is three quarters, whatever it was before', () => {
    const still = candidate(18, 0.15, 0.1, { before: { supported: true, probability: 0.5 } });
    expect(worthwhile(still.adjusted)).toBeGreaterThan(0.75);
    expect(supportedWindows([still, ...others], weak)).toEqual([0]);
    const never = candidate(18, 0.15, 0.1, { before: { supported: false, probability: 0.95 } });
    expect(supportedWindows([never, ...others], weak)).toEqual([]);
    const gone = candidate(18, 0.15, 0.1, { lasting: false, before: { supported: true, probability: 0.95 } });
    expect(supportedWindows([gone, ...others], weak)).toEqual([]);
  });
  test('stays at one look against it and goes at the second', () => {
    const faded = effect(0.02, 0.1);
    const now = worthwhile(faded);
    expect(now).toBeLessThan(0.75);
    const atFirst = candidate(18, 0.02, 0.1, { before: { supported: true, probability: 0.95 } });
    expect(supportedWindows([atFirst, ...others], weak)).toEqual([0]);
    const atSecond = candidate(18, 0.02, 0.1, { before: { supported: true, probability: now } });
    expect(supportedWindows([atSecond, ...others], weak)).toEqual([]);
  });
});

describe('without a supported window', () => {
  test('a hint, evidence against any effect, or an open question', () => {
    expect(weakerState({ ...weak, open: false }, true, null)).toBe('insufficient');
    expect(weakerState(weak, true, effect(0.1, 0.1))).toBe('hint');
    expect(weakerState({ ...weak, bayesFactor: 0.2 }, false, effect(0.1, 0.3))).toBe('no_effect_seen');
    expect(weakerState(weak, false, effect(0.02, 0.05))).toBe('no_effect_seen');
    expect(weakerState(weak, false, effect(0.1, 0.3))).toBe('inconclusive');
    expect(weakerState(weak, false, null)).toBe('inconclusive');
    // The whole interval has to lie within 15 %, on both sides.
    expect(weakerState(weak, false, effect(-0.3, 0.05))).toBe('inconclusive');
    expect(weakerState(weak, false, effect(0.3, 0.05))).toBe('inconclusive');
    expect(weakerState({ ...weak, bayesFactor: 1 / 3 }, false, effect(0.1, 0.3))).toBe('inconclusive');
  });
});
