/** Readings for tests, short to write. */
import type { DocumentOf } from '../../../core/model/documents';
import type { MetricName } from '../../../core/model/metrics';
import type { Metrics, Post, Reading } from '../../../core/model/reading';

export const T0 = Date.parse('2026-06-01T08:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;
export const iso = (at: number) => new Date(at).toISOString();

export const figures = (values: Partial<Record<MetricName, number>>): Metrics =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { value, low: value, high: value, raw: String(value) }]),
  );

export function reading(
  post: Partial<Post> = {},
  metrics: Partial<Record<MetricName, number>> = {},
  more: Partial<Omit<Reading, 'post' | 'metrics'>> = {},
): Reading {
  return {
    platform: 'douyin',
    page: 'douyin/content-list',
    account: 'Mint balcony',
    post: {
      id: null,
      title: 'Mint on a balcony',
      url: null,
      publishedAt: '2026-05-25T14:43:00+08:00',
      publishedPrecision: 'minute',
      format: 'video',
      durationSeconds: 113,
      status: 'published',
      statusText: '已发布',
      tags: [],
      ...post,
    },
    metrics: figures(metrics),
    seenAt: iso(T0),
    ...more,
  };
}

export const slotTest = (id: string): DocumentOf<'slotTest'> => ({
  id,
  unit: 'douyin|Mint balcony|video',
  windows: { a: { days: 'weekday', startHour: 18, endHour: 21 }, b: { days: 'all', startHour: 9, endHour: 12 } },
  startedAt: iso(T0),
  largestPosts: 40,
  assignments: [{ arm: 'a', post: null }],
});
