import { describe, expect, it } from 'vitest';
import { complianceOf, opinionSigns } from '../../../../core/engine/compliance';
import { aPost, DAY, NOW } from './posts';

/** Twenty ordinary posts: like and comment rates vary by a third around the same values. */
const usual = Array.from({ length: 20 }, (_, i) => {
  const factor = 1 + 0.3 * Math.sin(i * 1.7);
  return aPost({
    title: `p${i}`,
    daysAgo: i + 1,
    figures: { views: 10_000, likes: Math.round(500 * factor), comments: Math.round(40 * factor) },
  });
});
const signs = (figures: { views: number; likes: number; comments: number }, daysAgo = 1) =>
  opinionSigns([...usual, aPost({ title: 'odd', daysAgo, figures })], NOW).map(({ kind, title }) => [kind, title]);

describe('signs of opinion', () => {
  it('are none among ordinary posts', () => {
    expect(opinionSigns(usual, NOW)).toEqual([]);
  });
  it('are many more comments a view than usual', () => {
    expect(signs({ views: 10_000, likes: 500, comments: 900 })).toEqual([['comments', 'odd']]);
  });
  it('are far fewer likes a view than usual', () => {
    expect(signs({ views: 10_000, likes: 20, comments: 40 })).toEqual([['likes', 'odd']]);
  });
  it('say how many times the usual rate', () => {
    const [sign] = opinionSigns([...usual, aPost({ daysAgo: 1, figures: { views: 10_000, likes: 500, comments: 800 } })], NOW);
    expect(sign?.times).toBeGreaterThan(15);
    expect(sign?.times).toBeLessThan(25);
  });
  it('need a recent post, enough views and enough other posts', () => {
    expect(signs({ views: 10_000, likes: 500, comments: 900 }, 31)).toEqual([]);
    expect(signs({ views: 100, likes: 5, comments: 90 })).toEqual([]);
    expect(opinionSigns([...usual.slice(0, 8), aPost({ figures: { views: 10_000, likes: 500, comments: 900 } })], NOW)).toEqual(
      [],
    );
  });
  it('never take an absent figure for zero', () => {
    const silent = aPost({ daysAgo: 1 });
    const onlyViews = aPost({ daysAgo: 1, figures: { views: 10_000 } });
    expect(opinionSigns([...usual, silent, onlyViews], NOW)).toEqual([]);
  });
});

describe('complaints', () => {
  const level = (...daysAgo: number[]) =>
    complianceOf([], { now: NOW, zone: 'UTC', locale: 'en', complaints: daysAgo.map((days) => NOW - days * DAY) }).patterns.map(
      (pattern) => pattern.level,
    );
  it('of the last week are yellow, three of them red', () => {
    expect(level()).toEqual([]);
    expect(level(8)).toEqual([]);
    expect(level(1)).toEqual(['yellow']);
    expect(level(1, 2, 6)).toEqual(['red']);
  });
});

describe('the tone of comments', () => {
  const days = (last: { comments: number; negative: number }, before = 10) => [
    ...Array.from({ length: before }, (_, i) => ({ day: `2026-06-${String(i + 10)}`, comments: 40, negative: 4 })),
    { day: '2026-06-29', ...last },
  ];
  const patterns = (tone: ReturnType<typeof days>) =>
    complianceOf([], { now: NOW, zone: 'UTC', locale: 'en', tone }).patterns.map(({ rule }) => rule);
  it('is told when a day is at least twice as negative as usual, beyond chance', () => {
    expect(patterns(days({ comments: 60, negative: 30 }))).toEqual(['OPINION-TONE']);
    expect(patterns(days({ comments: 60, negative: 8 }))).toEqual([]);
    expect(patterns(days({ comments: 10, negative: 9 }))).toEqual([]);
    expect(patterns(days({ comments: 60, negative: 30 }, 5))).toEqual([]);
  });
});
