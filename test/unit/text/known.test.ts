/** The steps, ends and refusals that `npm run mutation -- core/text` showed nothing else to notice. */
import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../core/text/durations';
import { scaleOf, scalesSomewhere } from '../../../core/text/magnitudes';
import { isTotal } from '../../../core/text/sums';

describe('a duration', () => {
  test.each([
    ['16秒', 16, 1],
    ['6.85秒', 6.85, 0.01],
    ['6.5秒', 6.5, 0.1],
    ['01:53', 113, 1],
    ['0:01.5', 1.5, 0.1],
    ['01:53.25', 113.25, 0.01],
    ['1:59:59', 7199, 1],
    ['2h 55m', 10_500, 60],
    ['1h 59m', 7140, 60],
    ['60m', 3600, 60],
    ['1小时0.5分', 3630, 6],
    ['1天 2小时', 93_600, 3600],
    ['3d', 259_200, 86_400],
    ['1h , 5m', 3900, 60],
  ])('%s is %d s, known to %d s', (raw, seconds, step) => {
    const read = parseDuration(raw);
    expect(read?.seconds).toBeCloseTo(seconds, 10);
    expect(read?.step).toBeCloseTo(step, 10);
  });
  test.each(['1:60:00', '1:5:00', '0:59:60', '1d 24h', '1h 60m', '5m 5m', '5m 1h', '1h5', '1.5h 3m', '12345:00'])(
    '%s is none',
    (raw) => expect(parseDuration(raw)).toBeNull(),
  );
});

describe('a magnitude', () => {
  test.each([
    ['十', 'zh-CN', null],
    ['百', 'zh-CN', null],
    ['千', 'zh-CN', 1e3],
    ['万', 'zh-CN', 1e4],
    ['百万', 'zh-CN', 1e6],
    ['千万', 'zh-CN', 1e7],
    ['万万', 'zh-CN', 1e8],
    ['万千', 'zh-CN', null],
    ['만', 'ko', 1e4],
    ['億', 'ja', 1e8],
    ['k', 'en', 1e3],
    ['w', 'zh-CN', 1e4],
    ['m', 'en', null],
    ['b.', 'en', null],
    ['M', 'en', 1e6],
    ['B', 'en', 1e9],
    ['lakh', 'en', 1e5],
    ['crores', 'en', 1e7],
    ['Tsd.', 'de', 1e3],
    ['тыс', 'ru', 1e3],
    ['mil', 'es', 1e3],
    ['mil', 'es_MX', 1e3],
    ['mil', 'en', null],
    ['mil', undefined, null],
    ['n', 'vi', 1e3],
    ['n', 'en', null],
    ['md', 'fr', 1e9],
    ['K', 'no such tag!', 1e3],
    ['K', undefined, 1e3],
    ['likes', 'en', null],
  ])('%s in %s', (word, lang, scale) => expect(scaleOf(word, lang)).toBe(scale));
  test('of some language is told from no magnitude', () => {
    expect(['Mil', 'tr', 'Tsd.', 'млн'].map(scalesSomewhere)).toEqual([true, true, true, true]);
    expect(['likes', '万', ''].map(scalesSomewhere)).toEqual([false, false, false]);
  });
});

describe('the row that sums up all others', () => {
  test('bears one of its names, and nothing beside it', () => {
    expect(['合计', '合计：', ' Grand Total: ', 'TOTAL', 'İtogo', 'Tổng cộng'].map(isTotal)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
    expect(['Total views', 'Totally', '', '合计合计', 'Total::'].map(isTotal)).toEqual([false, false, false, false, false]);
    expect(['Total'.padEnd(20), 'Total'.padEnd(21)].map(isTotal)).toEqual([true, false]);
  });
});
