/** What must not change the advice, and what must move with it. */
import { describe, expect, test } from 'vitest';
import { timingOf } from '../../../../core/engine/timing/timing';
import { unitOf } from '../../../../core/engine/units';
import type { KnownPost } from '../../../../core/model/post';
import type { TimingReport } from '../../../../core/model/report';
import { seeded, shuffle } from '../../../../core/stats/random';
import { dayCurve, world } from '../../../simulation/worlds';

const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const { posts, zone } = world('plain', 3, { posts: 150, weeks: 30, sigma: 0.5, peak: 0.6 }, dayCurve(0.6));
const now = Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt));

function weigh(list: readonly KnownPost[], { at = now, in: local = zone } = {}): TimingReport {
  return timingOf(unitOf(list, { accountReadings: [], zone: local, now: at }), { locale: 'en', seed: 1, now: at });
}
const scaled = (post: KnownPost, factor: number): KnownPost => ({
  ...post,
  snapshots: post.snapshots.map((snapshot) => ({
    ...snapshot,
    metrics: Object.fromEntries(
      Object.entries(snapshot.metrics).map(([name, figure]) => {
        const value = figure.value * factor;
        return [name, { value, low: value, high: value, raw: String(value) }];
      }),
    ),
  })),
});
const moved = (post: KnownPost, by: number): KnownPost => ({
  ...post,
  post: { ...post.post, publishedAt: new Date(Date.parse(post.post.publishedAt ?? '') + by).toISOString() },
  snapshots: post.snapshots.map((snapshot) => ({ ...snapshot, seenAt: snapshot.seenAt + by })),
  firstSeenAt: post.firstSeenAt + by,
  lastSeenAt: post.lastSeenAt + by,
});
/** What is advised: state, named windows and the lean, without the last digits. */
function advice({ state, windows, lean }: TimingReport) {
  const hours = ({ days, startHour, endHour }: TimingReport['windows'][number]) => `${days} ${startHour}–${endHour}`;
  return {
    state,
    named: windows.filter(({ recommended }) => recommended).map(hours),
    lean: lean?.windows.map(hours),
    worth: lean && Math.round(lean.lift.median * 100),
  };
}
const before = weigh(posts);

describe('the advice', () => {
  test('names something here, or the rest would show nothing', () => {
    expect(before.state).toBe('supported');
    expect(advice(before).named.length).toBeGreaterThan(0);
  });

  test('is the same for the same posts, in any order, given twice', () => {
    expect(weigh(posts)).toEqual(before);
    const shuffled = [...posts];
    shuffle(shuffled, seeded(9));
    expect(weigh(shuffled)).toEqual(before);
    expect(weigh([...posts, ...posts.slice(0, 40)])).toEqual(before);
  });

  test('does not depend on how large the figures are', () => {
    // Counts are compared as ln(1 + count): a thousand views more or fewer make the one vanish.
    const large = posts.map((post) => scaled(post, 1000));
    expect(advice(weigh(large.map((post) => scaled(post, 37))))).toEqual(advice(weigh(large)));
  });

  test('does not depend on the name of the account', () => {
    const renamed = posts.map((post) => ({ ...post, account: 'somebody else', key: `z-${post.key}` }));
    expect({ ...weigh(renamed), unit: '' }).toEqual({ ...before, unit: '' });
  });

  test('stays when the whole history moves by whole weeks', () => {
    const later = posts.map((post) => moved(post, 5 * WEEK));
    expect(advice(weigh(later, { at: now + 5 * WEEK }))).toEqual(advice(before));
  });

  test('moves with the hours of the posts, and with the zone', () => {
    const shift = 3;
    const later = weigh(
      posts.map((post) => moved(post, shift * HOUR)),
      { at: now + shift * HOUR },
    );
    const elsewhere = weigh(posts, { in: 'Etc/GMT-11' });
    const start = before.lean?.windows[0]?.startHour ?? Number.NaN;
    // Posts near midnight change their day with the shift, so weekends are not exactly the same posts: the hours must follow.
    for (const report of [later, elsewhere]) {
      expect(report.state).toBe(before.state);
      const found = report.lean?.windows[0]?.startHour ?? Number.NaN;
      const away = Math.abs(((found - start - shift + 36) % 24) - 12);
      expect(away).toBeLessThanOrEqual(1);
    }
    expect(advice(elsewhere)).toEqual(advice(later));
  });

  test('goes by the clock on the wall where clocks change', () => {
    // The same posts at the same local times, where clocks never change and where they change twice.
    const york = world('daylightSaving', 3, { posts: 150, weeks: 30, sigma: 0.5, peak: 0.6 }, dayCurve(0.6));
    const report = weigh(york.posts, { in: york.zone, at: Math.max(...york.posts.map(({ lastSeenAt }) => lastSeenAt)) });
    expect(york.zone).toBe('America/New_York');
    expect(advice(report)).toEqual(advice(before));
  });
});

describe('posts without an hour', () => {
  const dateOnly = posts.map((post) => ({ ...post, post: { ...post.post, publishedPrecision: 'day' as const } }));
  test('give no advice on hours', () => {
    expect(weigh(dateOnly)).toMatchObject({ state: 'insufficient', lean: null, windows: [] });
  });
  test('are told as such', () => {
    expect(weigh([...posts.slice(0, 10), ...dateOnly.slice(10)]).missing.join(' ')).toContain('show only a date');
  });
});
