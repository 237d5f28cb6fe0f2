import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDashboardMessage, parsePageMessage } from '../../core/messages.schema';

const batch = (readings: unknown[]) => ({
  id: 'batch-0001',
  session: 'session-01',
  page: 'douyin/content-list',
  readings,
  accountReadings: [],
  audienceCurves: [],
  coverage: { expectedTotal: 26, captured: 10 },
});
const post = {
  id: null,
  title: '=HYPERLINK("x")<script>',
  url: null,
  publishedAt: '2026-05-25T14:43:00+08:00',
  publishedPrecision: 'minute',
  format: 'video',
  durationSeconds: 12,
  status: 'published',
  statusText: '通过',
  tags: ['#手作'],
};
const reading = {
  platform: 'douyin',
  page: 'douyin/content-list',
  account: null,
  post,
  metrics: { views: { value: 12000, low: 11500, high: 12500, raw: '1.2万' } },
  seenAt: '2026-06-30T04:00:00.000Z',
};
const capture = (one: unknown) => parseDashboardMessage({ type: 'capture', batch: batch([one]) });

describe('what the background takes from a dashboard', () => {
  test('a whole reading', () => {
    expect(capture(reading)).toEqual({ ok: true, value: { type: 'capture', batch: batch([reading]) } });
  });
  test.each([
    ['an unknown platform', { ...reading, platform: 'myspace' }],
    ['an unknown metric', { ...reading, metrics: { fame: reading.metrics.views } }],
    ['a negative count', { ...reading, metrics: { views: { value: -1, low: -1, high: -1, raw: '-1' } } }],
    ['not a number', { ...reading, metrics: { views: { value: Number.NaN, low: 0, high: 0, raw: 'NaN' } } }],
    ['an interval without its value', { ...reading, metrics: { views: { value: 5, low: 6, high: 7, raw: '5' } } }],
    ['a field nobody knows', { ...reading, extra: 1 }],
    ['a time that is none', { ...reading, seenAt: 'yesterday' }],
    ['a title beyond all measure', { ...reading, post: { ...post, title: 'x'.repeat(30_000) } }],
  ])('not %s', (_, one) => {
    expect(capture(one).ok).toBe(false);
  });
  test('not more than a batch holds', () => {
    expect(parseDashboardMessage({ type: 'capture', batch: batch(Array.from({ length: 51 }, () => reading)) }).ok).toBe(false);
  });
  test('what is no issue, by rule and words only', () => {
    const aside = (...about: unknown[]) => parseDashboardMessage({ type: 'set-aside', about }).ok;
    expect(aside({ rule: 'CN-AD-ABS', words: '全网最好' })).toBe(true);
    expect(aside({ rule: 'CN-AD-ABS:x', words: '' })).toBe(false);
    expect(aside({ rule: 'CN-AD-ABS' })).toBe(false);
    expect(aside({ rule: 'CN-AD-ABS', words: 'x'.repeat(20_001) })).toBe(false);
    expect(aside(...Array.from({ length: 51 }, () => ({ rule: 'CN-AD-ABS', words: 'x' })))).toBe(false);
  });
  test("not what only our own pages may ask, nor inherited names of an object's prototype", () => {
    for (const type of ['reconcile', 'constructor', '__proto__', 'toString'])
      expect(parseDashboardMessage({ type }).ok).toBe(false);
    expect(parsePageMessage({ type: 'capture', batch: batch([]) }).ok).toBe(false);
  });
  test('a prototype smuggled in pollutes nothing', () => {
    capture(JSON.parse(`{"__proto__": {"polluted": true}, "platform": "douyin"}`));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
  test('nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => parseDashboardMessage(value).ok === false && parsePageMessage(value).ok === false),
    );
  });
});
