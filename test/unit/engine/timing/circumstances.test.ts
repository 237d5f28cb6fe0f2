/** What else was going on when a post went out. */
import { describe, expect, test } from 'vitest';
import { circumstances } from '../../../../core/engine/timing/circumstances';
import { unitOf } from '../../../../core/engine/units';
import type { AccountReading } from '../../../../core/model/reading';
import { world } from '../../../simulation/worlds';

const DAY = 86_400_000;
const { posts, zone } = world('plain', 3, { posts: 120, weeks: 60, sigma: 0.5, peak: 0 });
const now = Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt));
const unit = unitOf(posts, { accountReadings: [], zone, now });
const list = unit.comparable.posts;
const first = list[0]?.publishedAt ?? 0;
const last = list.at(-1)?.publishedAt ?? 0;

function followers(at: number, count: number, more: Partial<AccountReading> = {}): AccountReading {
  return {
    platform: unit.platform,
    page: `${unit.platform}/account`,
    account: unit.account,
    metrics: { followers: { value: count, low: count, high: count, raw: String(count) } },
    seenAt: new Date(at).toISOString(),
    ...more,
  };
}
/** Twice as many followers for ten weeks in the middle; looked at every week. */
const middle = (first + last) / 2;
const waves = Array.from({ length: Math.ceil((last - first) / (7 * DAY)) + 2 }, (_, week) => {
  const at = first - 3 * DAY + week * 7 * DAY;
  return followers(at, Math.abs(at - middle) < 35 * DAY ? 2000 : 1000);
});
const named = (name: string, readings: AccountReading[], of = unit) =>
  circumstances(list, of, readings).find((column) => column.name === name);

describe('festivals', () => {
  test('single out their days in the market of the zone', () => {
    const column = named('holiday', []);
    // A year and more of posts in China meets Spring Festival, and most days are none.
    const inside = list.filter((_, i) => column?.values[i] === 1);
    expect(inside.length).toBeGreaterThan(2);
    expect(inside.length).toBeLessThan(list.length / 2);
  });
  test('are unknown where the zone names no country', () => {
    for (const fixed of ['UTC', 'Etc/GMT-8']) expect(named('holiday', [], { ...unit, zone: fixed })).toBeUndefined();
  });
});

describe('followers', () => {
  test('count where they left their own running level', () => {
    const column = named('followers', waves);
    expect(column?.values).toHaveLength(list.length);
    const around = list.map(({ publishedAt }, i) => ({ away: publishedAt - middle, value: column?.values[i] ?? 0 }));
    const near = around.filter(({ away }) => Math.abs(away) < 14 * DAY);
    expect(near.length).toBeGreaterThan(3);
    for (const { value } of near) expect(value).toBeCloseTo(Math.log(2), 2);
    for (const { value } of around.filter(({ away }) => Math.abs(away) > 60 * DAY)) expect(value).toBeCloseTo(0, 6);
  });
  test('say nothing when they hardly changed, were looked at twice, late, or belong to somebody else', () => {
    expect(
      named(
        'followers',
        waves.map((look) => ({ ...look, metrics: followers(0, 500).metrics })),
      ),
    ).toBeUndefined();
    expect(named('followers', waves.slice(0, 2))).toBeUndefined();
    expect(named('followers', waves.slice(-10))).toBeUndefined();
    expect(
      named(
        'followers',
        waves.map((look) => ({ ...look, account: 'somebody else' })),
      ),
    ).toBeUndefined();
  });
});
