import { describe, expect, test } from 'vitest';
import { check } from '../../../core/dashboards/sanity';
import type { Metrics, Reading } from '../../../core/model/reading';

const now = Date.parse('2026-09-01T00:00:00Z');
const figure = (value: number, low = value, high = value) => ({ value, low, high, raw: String(value) });
const reading = (
  metrics: Metrics,
  publishedAt: string | null = '2026-08-01T00:00:00Z',
  status: Reading['post']['status'] = null,
): Reading => ({
  platform: 'douyin',
  page: 'douyin/content-list',
  account: null,
  post: {
    id: null,
    title: 't',
    url: null,
    publishedAt,
    publishedPrecision: null,
    format: null,
    durationSeconds: null,
    status,
    statusText: null,
    tags: [],
  },
  metrics,
  seenAt: '2026-09-01T00:00:00Z',
});
const run = (readings: Reading[], byOrder = false) =>
  check(
    readings.map((each) => ({ reading: each, byOrder })),
    now,
  );
const reasons = (list: { reason: string }[]) => list.map(({ reason }) => reason);

describe('a batch of readings', () => {
  test('one post with more likes than views is kept and flagged', () => {
    const { readings, refused, flagged } = run([reading({ views: figure(3), likes: figure(4) })]);
    expect(readings[0]?.metrics.likes?.value).toBe(4);
    expect(refused).toEqual([]);
    expect(reasons(flagged)).toEqual(['contradicts-views']);
  });
  test('is refused where only the order names the numbers', () => {
    const { readings, refused } = run(
      [reading({ views: figure(3), likes: figure(4) }), reading({ views: figure(9), likes: figure(1) })],
      true,
    );
    expect(readings.map(({ metrics }) => Object.keys(metrics).length)).toEqual([0, 2]);
    expect(reasons(refused)).toEqual(['order-in-doubt']);
  });
  test('is refused where most rows contradict themselves', () => {
    const { readings, refused } = run(
      Array.from({ length: 6 }, (_, at) => reading({ views: figure(at + 1), likes: figure(at + 9) })),
    );
    expect(readings.every(({ metrics }) => Object.keys(metrics).length === 0)).toBe(true);
    expect(new Set(reasons(refused))).toEqual(new Set(['contradicts-views']));
  });
  test('abbreviated figures contradict only if their intervals do', () => {
    expect(run([reading({ views: figure(12000, 11500, 12500), likes: figure(12100) })]).flagged).toEqual([]);
  });
  test('more comments than views is nothing strange', () => {
    expect(run([reading({ views: figure(6), comments: figure(10) })]).flagged).toEqual([]);
  });
  test('two columns with the same figures on every row are both refused', () => {
    const { readings, refused } = run(
      Array.from({ length: 6 }, (_, at) =>
        reading({
          views: figure(900 + at),
          likes: figure(20 + at),
          saves: figure(20 + at),
          shares: figure(0),
          comments: figure(0),
        }),
      ),
    );
    expect(Object.keys(readings[0]?.metrics ?? {})).toEqual(['views', 'shares', 'comments']);
    expect(refused).toEqual([{ reason: 'equal-columns', excerpt: 'likes = saves' }]);
  });
  test('small or few equal figures are coincidence', () => {
    const small = Array.from({ length: 8 }, (_, at) => reading({ likes: figure(at % 4), saves: figure(at % 4) }));
    const few = Array.from({ length: 4 }, (_, at) => reading({ likes: figure(20 + at), saves: figure(20 + at) }));
    expect(run(small).refused).toEqual([]);
    expect(run(few).refused).toEqual([]);
  });
  test('a date ahead is flagged unless the post is scheduled', () => {
    const ahead = '2026-09-05T00:00:00Z';
    expect(reasons(run([reading({}, ahead)]).flagged)).toEqual(['date-in-the-future']);
    expect(run([reading({}, ahead, 'scheduled')]).flagged).toEqual([]);
  });
  test('the readings handed in stay as they are', () => {
    const given = reading({ views: figure(3), likes: figure(4) });
    run([given], true);
    expect(Object.keys(given.metrics)).toEqual(['views', 'likes']);
  });
});
