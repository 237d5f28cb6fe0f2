import { describe, expect, it } from 'vitest';
import { idTime, withTimeOfId } from '../../../core/model/id-time';
import type { Post } from '../../../core/model/reading';

const TIKTOK = String((BigInt(Date.parse('2026-09-11T22:08:05Z') / 1000) << 32n) + 12_345n);
const post = (publishedAt: string | null, more: Partial<Post> = {}): Post => ({
  id: TIKTOK,
  title: 'Basil',
  url: null,
  publishedAt,
  publishedPrecision: publishedAt === null ? null : 'day',
  format: null,
  durationSeconds: null,
  status: 'published',
  statusText: null,
  tags: [],
  ...more,
});
const timeOf = (given: Post, platform: 'tiktok' | 'x' | 'douyin' = 'tiktok') => {
  const { publishedAt, publishedPrecision } = withTimeOfId(platform, given);
  return [publishedAt, publishedPrecision];
};

describe('the time of an id', () => {
  it('stands for a bare day that holds it, in the zone of the day', () => {
    expect(timeOf(post('2026-09-12T00:00:00+02:00'))).toEqual(['2026-09-12T00:08:05+02:00', 'second']);
    expect(timeOf(post('2026-09-11T00:00:00-05:00'))).toEqual(['2026-09-11T17:08:05-05:00', 'second']);
  });
  it.each([
    ['a day that does not hold it', post('2026-09-14T00:00:00+02:00')],
    ['a time of day that the page prints', post('2026-09-12T00:05:00+02:00', { publishedPrecision: 'minute' })],
    ['a post without a date', post(null)],
    ['a scheduled post, which is made before it is published', post('2026-09-12T00:00:00+02:00', { status: 'scheduled' })],
    ['an id that is none', post('2026-09-12T00:00:00+02:00', { id: 'abc' })],
  ])('leaves alone %s', (_, given) => expect(withTimeOfId('tiktok', given)).toBe(given));
  it('settles which of two numbers is the month', () => {
    const id = String(BigInt(Date.parse('2026-08-07T12:00:05Z') / 1000) << 32n);
    expect(timeOf(post('2026-07-08T00:00:00+02:00', { id }))).toEqual(['2026-08-07T14:00:05+02:00', 'second']);
    expect(timeOf(post('2026-07-09T00:00:00+02:00', { id }))).toEqual(['2026-07-09T00:00:00+02:00', 'day']);
    expect(timeOf(post('2026-07-23T00:00:00+02:00', { id }))).toEqual(['2026-07-23T00:00:00+02:00', 'day']);
  });
  it('is not read from the ids of platforms that carry none', () => {
    expect(idTime('douyin', TIKTOK)).toBeNull();
    expect(timeOf(post('2026-09-12T00:00:00+02:00'), 'douyin')).toEqual(['2026-09-12T00:00:00+02:00', 'day']);
  });
});
