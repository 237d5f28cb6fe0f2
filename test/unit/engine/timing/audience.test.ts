/** The audience-online curve: on whose clock it is read, how far ahead of its peak a post should go out, and when it is not believed. */
import { describe, expect, test } from 'vitest';
import { attentionCurve } from '../../../../core/engine/timing/audience';
import { ceilingOf } from '../../../../core/engine/timing/ceiling';
import { timingOf } from '../../../../core/engine/timing/timing';
import { unitOf } from '../../../../core/engine/units';
import type { AudienceCurve } from '../../../../core/model/reading';
import { world } from '../../../simulation/worlds';

const WEEK = Array.from({ length: 168 }, (_, hour) => hour);
const curveOf = (zone: string, at: (hour: number) => number | null): AudienceCurve => ({
  platform: 'douyin',
  page: 'douyin/audience',
  account: 'me',
  zone,
  hours: WEEK.map(at),
  seenAt: '2026-03-01T00:00:00Z',
});
const SUMMER = Date.UTC(2026, 6, 15);
/** The hour of the week whose attention is largest. */
const best = (attention: Float64Array | null) => (attention ? attention.indexOf(Math.max(...attention)) : null);
/** One hour of the week at which everybody is online. */
const peak = (hour: number) => (at: number) => (at === hour ? 100 : 1);

describe('the attention a post would meet', () => {
  test('is the same at every hour when the audience is, in every week of the year', () => {
    for (const zone of ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Shanghai']) {
      for (let day = 0; day < 365; day += 3) {
        const attention = attentionCurve(
          curveOf(zone, () => 7),
          zone,
          5,
          Date.UTC(2026, 0, 1 + day),
        );
        expect(Math.max(...(attention ?? [1]).map(Math.abs))).toBeLessThan(1e-9);
      }
    }
    // The week after the clocks go forward, in which one local hour did not happen.
    const march = attentionCurve(
      curveOf('America/New_York', () => 7),
      'America/New_York',
      1,
      Date.UTC(2026, 2, 11, 12),
    );
    expect(Math.min(...(march ?? [-1]))).toBeCloseTo(0, 9);
  });

  test('is largest just before the peak, and earlier by nothing when posts die at once', () => {
    expect(best(attentionCurve(curveOf('UTC', peak(68)), 'UTC', 0.2, SUMMER))).toBe(68);
    // Long-lived posts meet a peak at hour 68 whenever they went out before it: a broad peak pulls the best hour ahead of its middle.
    const broad = curveOf('UTC', (hour) => 2 + Math.cos((2 * Math.PI * ((hour % 24) - 20)) / 24));
    const lead = (halfLife: number) => 20 - ((best(attentionCurve(broad, 'UTC', halfLife, SUMMER)) ?? 0) % 24);
    expect(lead(0.2)).toBe(0);
    // atan(ω/λ)/ω with λ = ln 2/6: 4.4 h less the half hour a step is wide.
    expect(lead(6)).toBeGreaterThanOrEqual(3);
    expect(lead(6)).toBeLessThanOrEqual(5);
  });

  test('is told by the clock of the posts', () => {
    // Wednesday 20:00 in Shanghai is 14:00 in Berlin in summer, 13:00 in winter, and 17:30 in Kolkata.
    const shanghai = curveOf('Asia/Shanghai', peak(68));
    expect(best(attentionCurve(shanghai, 'Europe/Berlin', 0.2, SUMMER))).toBe(62);
    expect(best(attentionCurve(shanghai, 'Europe/Berlin', 0.2, Date.UTC(2026, 0, 15)))).toBe(61);
    expect([65, 66]).toContain(best(attentionCurve(shanghai, 'Asia/Kolkata', 0.2, SUMMER)));
    // Monday 02:00 in Shanghai is Sunday evening in Berlin: the week goes round.
    expect(best(attentionCurve(curveOf('Asia/Shanghai', peak(2)), 'Europe/Berlin', 0.2, SUMMER))).toBe(164);
  });

  test('is unknown when a fifth of the hours is, or nobody is ever online', () => {
    expect(
      attentionCurve(
        curveOf('UTC', (hour) => (hour % 4 === 0 ? null : 5)),
        'UTC',
        5,
        SUMMER,
      ),
    ).toBeNull();
    expect(
      attentionCurve(
        curveOf('UTC', (hour) => (hour % 8 === 0 ? null : 5)),
        'UTC',
        5,
        SUMMER,
      ),
    ).not.toBeNull();
    expect(
      attentionCurve(
        curveOf('UTC', () => 0),
        'UTC',
        5,
        SUMMER,
      ),
    ).toBeNull();
  });
});

test('a curve that foretells the posts is used, one that is six hours off loses its weight', () => {
  const zone = 'Asia/Shanghai';
  const online = (top: number) => curveOf(zone, (hour) => 1 + 0.9 * Math.cos((2 * Math.PI * ((hour % 24) - top)) / 24));
  const halfLife = ceilingOf('other', null)?.halfLifeHours ?? null;
  // What a post meets in this world is exactly what the curve of an evening audience foretells.
  const met = attentionCurve(online(20), zone, halfLife, SUMMER) ?? new Float64Array(168);
  const scale = 0.6 / Math.max(...met);
  const { posts } = world(
    'plain',
    3,
    { posts: 250, weeks: 42, sigma: 0.5, peak: 0.6 },
    (_, hour) => scale * (met[Math.floor(hour)] ?? 0),
  );
  const now = Math.max(...posts.map(({ lastSeenAt }) => lastSeenAt));
  const unit = unitOf(posts, { accountReadings: [], zone, now });
  expect(unit.platform).toBe('other');
  const told = (top: number) => {
    const curve = { ...online(top), platform: unit.platform, account: unit.account };
    return timingOf(unit, { locale: 'en', seed: 1, now, audienceCurves: [curve] }).why?.audienceCurve;
  };
  expect(told(20)?.helps).toBe(true);
  expect(told(20)?.share).toBeGreaterThan(0.9);
  expect(told(2)?.share).toBeLessThan(0.1);
});
