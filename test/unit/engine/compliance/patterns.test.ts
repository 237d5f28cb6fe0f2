import { describe, expect, it } from 'vitest';
import { complianceOf } from '../../../../core/engine/compliance';
import { bursts, shareVerdict } from '../../../../core/engine/compliance/patterns';
import { wilson } from '../../../../core/stats/proportions';
import { dismissalId, dismissalsOf } from '../../../../entrypoints/lib/dismissals';
import { aPost, DAY, NOW } from './posts';

const flags = (yes: number, of: number) => Array.from({ length: of }, (_, i) => i < yes);

describe('the share of commercial posts', () => {
  it('is no matter below twenty posts', () => {
    expect(shareVerdict(flags(19, 19), 0.12, true)).toBeNull();
  });
  it('is judged by the lower Wilson bound', () => {
    const verdict = shareVerdict(flags(10, 50), 0.12, true);
    expect(verdict?.low).toBeCloseTo(wilson(10, 50, 0.9).low, 10);
    expect(verdict?.level).toBe('yellow');
    expect(shareVerdict(flags(8, 50), 0.12, true)?.level).toBe('green');
    expect(shareVerdict(flags(30, 50), 0.12, true)?.level).toBe('red');
    expect(shareVerdict(flags(30, 50), 0.12, false)?.level).toBe('yellow');
  });
  it('is never too low', () => {
    expect(shareVerdict(flags(0, 50), 0.12, true)?.level).toBe('green');
  });
  it('looks at the last fifty posts only', () => {
    expect(shareVerdict([...flags(50, 50), ...flags(0, 50)], 0.12, true)?.counted).toBe(0);
  });
  it('takes the creator’s labels, and the ad label in a title', () => {
    const rules = (posts: ReturnType<typeof aPost>[]) =>
      complianceOf(posts, { now: NOW, zone: 'UTC', locale: 'en' }).patterns.map(({ rule, level }) => `${rule} ${level}`);
    const some = (n: number, given: Parameters<typeof aPost>[0]) =>
      Array.from({ length: n }, (_, i) => aPost({ title: `第${i}天散步 ${i * i}`, daysAgo: i, ...given }));
    expect(rules([...some(20, {}), ...some(30, { labels: { commercial: true } })])).toContain('TECH-RATIO-COMM red');
    expect(rules([...some(20, {}), ...some(20, { title: '【广告】早餐机', crossPosted: true })])).toContain(
      'TECH-RATIO-COMM red',
    );
    expect(rules(some(50, {}))).toEqual([]);
  });
});

describe('what is said of the account', () => {
  const some = (n: number, given: Parameters<typeof aPost>[0]) =>
    Array.from({ length: n }, (_, i) => aPost({ title: `第${i}天散步 ${i * i}`, daysAgo: i, ...given }));
  const posts = [
    ...some(30, { labels: { commercial: true, sensitive: true } }),
    ...some(6, { title: '今天也去老地方喝了一碗羊汤' }),
    ...Array.from({ length: 40 }, (_, i) => aPost({ title: `${i * 7919} 号日记`, daysAgo: 31 + i })),
    ...Array.from({ length: 12 }, (_, i) => aPost({ title: `${i * 104729} 号速写`, daysAgo: 0 })),
  ];
  const context = { now: NOW, zone: 'UTC', complaints: [NOW - DAY] };
  it.each(['en', 'zh-CN'] as const)('carries a way out, and a source or what it is compared with (%s)', (locale) => {
    const { patterns } = complianceOf(posts, { ...context, locale });
    const rules = new Set(patterns.map(({ rule }) => rule));
    for (const rule of ['TECH-DUP', 'TECH-BURST', 'TECH-RATIO-COMM', 'TECH-RATIO-SENS', 'OPINION-COMPLAINTS'])
      expect([...rules]).toContain(rule);
    for (const { rule, wayOut, source, basis, text } of patterns) {
      expect(wayOut, rule).toMatch(locale === 'en' ? /[a-z]{3}/ : /[\u4e00-\u9fff]{2}/);
      expect(Boolean(source) !== Boolean(basis), rule).toBe(true);
      expect(text, rule).not.toBe('');
    }
  });
  it('stays away when it was called no issue, and only that', () => {
    const { patterns } = complianceOf(posts, { ...context, locale: 'en' });
    for (const one of patterns) {
      const suppressed = dismissalsOf([dismissalId(one)]);
      const left = complianceOf(posts, { ...context, locale: 'en', suppressed }).patterns;
      expect(left).toEqual(patterns.filter((other) => other !== one));
    }
  });
});

describe('a burst of posts', () => {
  const steady = Array.from({ length: 60 }, (_, i) => NOW - i * DAY);
  it('is far more in a day than the weeks before', () => {
    const many = Array.from({ length: 8 }, (_, i) => NOW - 2 * DAY + i * 60_000);
    expect(bursts([...steady, ...many], 'UTC', NOW).map(({ posts, usual }) => ({ posts, usual }))).toEqual([
      { posts: 9, usual: 1 },
    ]);
  });
  it('is not a steady rhythm, nor a new account', () => {
    expect(bursts(steady, 'UTC', NOW)).toEqual([]);
    expect(
      bursts(
        Array.from({ length: 9 }, (_, i) => NOW - i * 60_000),
        'UTC',
        NOW,
      ),
    ).toEqual([]);
    const daily = steady.flatMap((at) => Array.from({ length: 6 }, (_, i) => at + i));
    expect(bursts(daily, 'UTC', NOW)).toEqual([]);
  });
});
