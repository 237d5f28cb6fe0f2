/** A verdict stands until there is enough that is new, and a try stays a try. */
import { describe, expect, test } from 'vitest';
import { explorationOf, nextWindow } from '../../../../core/engine/timing/next';
import { timingOf } from '../../../../core/engine/timing/timing';
import { usageOf, type WindowHours, weekWindows } from '../../../../core/engine/timing/windows';
import { unitOf } from '../../../../core/engine/units';
import type { KnownPost } from '../../../../core/model/post';
import type { Report, TimingReport } from '../../../../core/model/report';
import { seeded } from '../../../../core/stats/random';
import { dayCurve, world } from '../../../simulation/worlds';

const DAY = 86_400_000;
const { posts, zone } = world('plain', 3, { posts: 150, weeks: 30, sigma: 0.5, peak: 0.6 }, dayCurve(0.6));
const now = Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt));

function look(list: readonly KnownPost[], at: number, before: TimingReport | null): TimingReport {
  const previous = before && ({ timing: [before] } as unknown as Report);
  return timingOf(unitOf(list, { accountReadings: [], zone, now: at }), { locale: 'en', seed: 1, now: at, previous });
}
const byTime = posts.toSorted((a, b) => Date.parse(a.post.publishedAt ?? '') - Date.parse(b.post.publishedAt ?? ''));
/** All but the newest `count`. */
const without = (count: number) => byTime.slice(0, byTime.length - count);
const verdict = ({ state, bayesFactor, permutationP, windows }: TimingReport) => ({ state, bayesFactor, permutationP, windows });

describe('a verdict', () => {
  const first = look(without(4), now, null);

  test('is dated, with the posts it rests on', () => {
    expect(first.evaluated?.at).toBe(new Date(now).toISOString());
    expect(first.evaluated?.posts).toBeGreaterThan(100);
  });
  test('stands when four more posts are old enough', () => {
    const second = look(without(0), now + DAY, first);
    expect(verdict(second)).toEqual(verdict(first));
    expect(second.evaluated).toEqual(first.evaluated);
  });
  test('is reached anew with five more posts', () => {
    const before = look(without(5), now, null);
    const second = look(without(0), now + DAY, before);
    expect(second.evaluated?.posts).toBe((before.evaluated?.posts ?? 0) + 5);
    expect(verdict(second)).not.toEqual(verdict(before));
  });
  test('is reached anew after seven days', () => {
    const second = look(without(0), now + 7 * DAY, first);
    expect(second.evaluated?.at).toBe(new Date(now + 7 * DAY).toISOString());
  });
  test('is reached anew when posts were taken away, or the clock was set back', () => {
    expect(look(without(6), now + DAY, first).evaluated?.posts).toBe((first.evaluated?.posts ?? 0) - 2);
    expect(look(without(4), now - 60_000, first).evaluated?.at).toBe(new Date(now - 60_000).toISOString());
  });
});

describe('trying an hour', () => {
  const comparable = unitOf(posts, { accountReadings: [], zone, now }).comparable.posts;
  const usage = usageOf(comparable);
  const all: WindowHours = { days: 'all', startHour: 0, endHour: 24 };
  const rare: WindowHours = { days: 'weekday', startHour: 6, endHour: 9 };

  test('is asked for within the hours that are possible, across midnight too', () => {
    const unknown = { weights: Float64Array.of(1), means: Float64Array.of(0), sds: Float64Array.of(1) };
    const candidates = weekWindows(0).map((window) => ({
      window,
      adjusted: unknown,
      coverage: { posts: 5, weeks: 3, days: 5, topics: 1 },
      lasting: true,
      before: null,
    }));
    const random = seeded(4);
    const surface = { draw: () => () => random() };
    const tried = (from: number, to: number) => {
      const windows = Array.from({ length: 60 }, () => nextWindow(surface, candidates, usage, 0.8, { from, to }, random)?.window);
      return [...new Set(windows.map((window) => window?.startHour))].sort();
    };
    expect(tried(6, 15)).toEqual([12, 6, 9]);
    expect(tried(21, 3)).toEqual([0, 21]);
    expect(tried(0, 24)).toHaveLength(8);
    expect(tried(9, 11)).toEqual([undefined]);
  });
  test('is no try where the creator posts that often anyway', () => {
    expect(explorationOf(all, usage, null, 0.3)).toBeNull();
  });
  test('pauses after a post at that hour, and only then', () => {
    const at = (weekday: number, hour: number) => ({ ...(comparable[0] as (typeof comparable)[number]).local, weekday, hour });
    expect(explorationOf(rare, usage, at(1, 7.5), 0.3)).toEqual({ largestShare: 0.3, rest: true });
    expect(explorationOf(rare, usage, at(1, 20), 0.3)).toEqual({ largestShare: 0.3, rest: false });
    expect(explorationOf(rare, usage, at(6, 7.5), 0.3)).toEqual({ largestShare: 0.3, rest: false });
  });
});
