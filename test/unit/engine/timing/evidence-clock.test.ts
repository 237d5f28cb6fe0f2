/** A verdict stands until there is enough that is new, and a try stays a try. */
import { describe, expect, test } from 'vitest';
import { explorationOf, nextWindow, possibleAt } from '../../../../core/engine/timing/next';
import { timingOf } from '../../../../core/engine/timing/timing';
import { coverageOf, usageOf, type WindowHours, weekWindows } from '../../../../core/engine/timing/windows';
import { unitOf } from '../../../../core/engine/units';
import { localTime } from '../../../../core/history/clock';
import type { KnownPost } from '../../../../core/model/post';
import type { Report, TimingReport } from '../../../../core/model/report';
import { seeded } from '../../../../core/stats/random';
import { dayCurve, world } from '../../../simulation/worlds';

const DAY = 86_400_000;
const { posts, zone } = world('plain', 3, { posts: 150, weeks: 30, sigma: 0.5, peak: 0.6 }, dayCurve(0.6));
const now = Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt));

function look(list: readonly KnownPost[], at: number, before: TimingReport | null, local = zone): TimingReport {
  const previous = before && ({ timing: [before] } as unknown as Report);
  return timingOf(unitOf(list, { accountReadings: [], zone: local, now: at }), { locale: 'en', seed: 1, now: at, previous });
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
  test('stands when four labels have changed, and is reached anew when five have, however many posts carry one', () => {
    const relabelled = (count: number) =>
      without(4).map((post, i) =>
        i < count ? { ...post, labels: { ...post.labels, pillar: `not ${post.labels.pillar}` } } : post,
      );
    const at = now + DAY;
    expect(look(relabelled(4), at, first).evaluated).toEqual(first.evaluated);
    expect(look(relabelled(5), at, first).evaluated?.at).toBe(new Date(at).toISOString());
    expect(look(relabelled(150), at, first).evaluated?.at).toBe(new Date(at).toISOString());
  });
  test('on another clock owes nothing to the one before', () => {
    expect(first.state).toBe('supported');
    // Seven hours apart: the blocks of three hours begin elsewhere.
    for (const local of ['Europe/Berlin', 'America/New_York']) {
      expect(look(without(4), now + DAY, first, local)).toEqual(look(without(4), now + DAY, null, local));
    }
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
      const windows = Array.from(
        { length: 60 },
        () => nextWindow(surface, candidates, usage, 0.8, possibleAt({ from, to }, zone, zone, now), random)?.window,
      );
      return [...new Set(windows.map((window) => window?.startHour))].sort();
    };
    expect(tried(6, 15)).toEqual([12, 6, 9]);
    expect(tried(21, 3)).toEqual([0, 21]);
    expect(tried(0, 24)).toHaveLength(8);
    expect(tried(9, 11)).toEqual([undefined]);
  });
  test('is asked for at hours of the creator, whatever clock the platform prints', () => {
    // In winter Berlin is seven hours behind Shanghai, Kolkata two and a half, and New York thirteen.
    const winter = Date.UTC(2026, 0, 15);
    const hoursFrom = (home: string) => {
      const possible = possibleAt({ from: 6, to: 24 }, 'Asia/Shanghai', home, winter);
      return Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => possible(hour));
    };
    const from = (start: number, length: number) => Array.from({ length }, (_, i) => (start + i) % 24).sort((a, b) => a - b);
    expect(hoursFrom('Asia/Shanghai')).toEqual(from(6, 18));
    expect(hoursFrom('Europe/Berlin')).toEqual(from(13, 18));
    expect(hoursFrom('America/New_York')).toEqual(from(19, 18));
    // 08:30 to 02:30: only whole hours of the window's clock.
    expect(hoursFrom('Asia/Kolkata')).toEqual(from(9, 17));
  });
  test('of a creator in Berlin is never sent into their night', () => {
    const quiet = world('plain', 5, { posts: 60, weeks: 30, sigma: 0.8, peak: 0 }, () => 0).posts;
    const unit = unitOf(quiet, { accountReadings: [], zone: 'Asia/Shanghai', now });
    const tried = (home: string) =>
      Array.from({ length: 12 }, (_, seed) => timingOf(unit, { locale: 'en', seed, now, zone: home }).next.window?.startHour);
    const shift = (localTime(now, 'Asia/Shanghai').hour - localTime(now, 'Europe/Berlin').hour + 24) % 24;
    const atHome = tried('Europe/Berlin').flatMap((hour) => (hour === undefined ? [] : [(hour - shift + 24) % 24]));
    expect(atHome.length).toBeGreaterThan(0);
    for (const hour of atHome) expect(hour).toBeGreaterThanOrEqual(6);
    for (const hour of atHome) expect(hour).toBeLessThanOrEqual(21);
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

test('posts without a label are no topic of their own', () => {
  const [post] = unitOf(posts, { accountReadings: [], zone, now }).comparable.posts;
  if (!post) throw new Error('there are no posts');
  const all: WindowHours = { days: 'all', startHour: 0, endHour: 24 };
  const bare = { ...post, pillar: null, series: null };
  expect(coverageOf(all, [bare]).topics).toBe(0);
  expect(coverageOf(all, [bare, { ...bare, pillar: 'bread' }]).topics).toBe(1);
});
