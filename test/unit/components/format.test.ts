import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysIn } from '../../../assets/locales/days';
import { ui as en } from '../../../assets/locales/en/ui';
import { ui as zhCN } from '../../../assets/locales/zh-CN/ui';
import { createFormats } from '../../../components/format';
import { joinWindows } from '../../../core/model/windows';

const f = createFormats(en);
const zh = createFormats(zhCN);
const exact = (value: number) => ({ value, low: value, high: value, raw: String(value) });

describe('figures', () => {
  it('writes an unknown figure as a dash and a zero as a zero', () => {
    expect(f.figure('views', undefined)).toBe('—');
    expect(f.figure('views', exact(0))).toBe('0');
  });
  it('marks a rounded count as such, and an exact one not', () => {
    expect(zh.figure('views', { value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' })).toBe('≈1.2万');
    expect(f.figure('views', exact(12_345))).toBe('12,345');
  });
  it('writes ratios, seconds and money in their own way', () => {
    expect(f.figure('completionRate', { value: 0.0769, low: 0.07685, high: 0.07695, raw: '7.69%' })).toBe('7.7%');
    expect(f.figure('averageWatchSeconds', exact(83))).toBe('1:23');
    expect(f.figure('revenue', { ...exact(12.5), currency: 'CNY' })).toBe('CN¥12.50');
    expect(f.figure('revenue', { ...exact(12.5), currency: 'nonsense' })).toBe('12.5');
  });
});

describe('lifts', () => {
  it('never have decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.99, max: 5, noNaN: true }), (lift) => {
        expect(f.lift(lift)).toMatch(/^[+−]?\d+(,\d{3})*%$/);
      }),
    );
  });
  it('carry their sign', () => {
    expect(f.liftRange({ low: -0.04, median: 0.05, high: 0.14 })).toBe('−4% to +14%');
    expect(f.lift(0.001)).toBe('0%');
  });
});

describe('publish times', () => {
  it('are written on the clock of the page, no more precise than known', () => {
    expect(f.published('2026-05-25T00:30:00+08:00', 'minute')).toBe('May 25, 2026 00:30');
    expect(f.published('2026-05-25T00:00:00+08:00', 'day')).toBe('May 25, 2026');
    expect(f.published(null, null)).toBeNull();
  });
});

describe('what stands beside a word', () => {
  it('is bracketed as the language does', () => {
    expect(f.aside('Ads', '1/4')).toBe('Ads (1/4)');
    expect(zh.aside('广告', '1/4')).toBe('广告（1/4）');
  });
  it('is a month on an axis, and the year where it begins', () => {
    const at = (month: number) => new Date(2026, month, 1).getTime();
    expect([f.axisDate(at(0), 'month'), f.axisDate(at(2), 'month')]).toEqual(['2026', 'Mar']);
    expect([zh.axisDate(at(0), 'month'), zh.axisDate(at(2), 'month')]).toEqual(['2026年', '3月']);
  });
  it('has a minus where it is negative', () => expect(f.number(-0.1)).toBe('−0.1'));
});

describe('days in sentences', () => {
  it('are written in words', () => {
    expect([daysIn('en').day('2026-06-28'), daysIn('en').month('2026-06')]).toEqual(['Jun 28, 2026', 'Jun 2026']);
    expect([daysIn('zh-CN').day('2026-06-28'), daysIn('zh-CN').month('2026-06')]).toEqual(['2026年6月28日', '2026年6月']);
  });
});

describe('windows', () => {
  const window = (days: 'weekday' | 'weekend' | 'all', startHour: number, endHour: number) => ({ days, startHour, endHour });
  it('are named in words of each language', () => {
    expect(f.window(window('weekday', 18, 21))).toBe('weekdays 18:00\u2060–\u206021:00');
    expect(zh.window(window('weekend', 9, 12))).toBe('周末 9\u2060–\u206012 点');
  });
  it('that touch are one', () => {
    expect(f.windows([window('weekday', 21, 24), window('weekday', 18, 21), window('weekend', 21, 24)])).toBe(
      'weekdays 18:00\u2060–\u206024:00 or weekends 21:00\u2060–\u206024:00',
    );
  });
  it('cover the same hours joined as apart', () => {
    const hoursOf = (list: readonly { days: string; startHour: number; endHour: number }[]) =>
      list
        .flatMap(({ days, startHour, endHour }) =>
          Array.from({ length: endHour - startHour }, (_, at) => `${days}${startHour + at}`),
        )
        .sort();
    const block = fc.record({
      days: fc.constantFrom('weekday' as const, 'weekend' as const),
      block: fc.integer({ min: 0, max: 7 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(block, { selector: ({ days, block }) => `${days}${block}` }), (blocks) => {
        const windows = blocks.map(({ days, block }) => window(days, block * 3, block * 3 + 3));
        expect(hoursOf(joinWindows(windows))).toEqual(hoursOf(windows));
      }),
    );
  });
});

describe('zones', () => {
  it('are called what no other zone is', () => {
    expect(['Asia/Shanghai', 'America/Phoenix', 'America/Denver', 'Australia/Brisbane', 'UTC'].map(f.zone)).toEqual([
      'China Time',
      'Mountain Standard Time',
      'Mountain Time',
      'Australian Eastern Standard Time',
      'Coordinated Universal Time',
    ]);
    expect(zh.zone('Asia/Shanghai')).toBe('北京时间');
  });
});

describe('other words', () => {
  it('ages, sizes and horizons', () => {
    const now = Date.parse('2026-06-15T10:00:00Z');
    expect(f.ago(now - 2 * 3_600_000, now)).toBe('2 hours ago');
    expect(f.ago(now - 5000, now)).toBe('this minute');
    expect(f.bytes(7_300_000)).toBe('7.3 MB');
    expect(f.horizon(168)).toBe('7 days');
    expect(f.horizon(48)).toBe('48 hours');
    expect(f.weekday(0, 'long')).toBe('Monday');
    expect(f.weekday(6, 'short')).toBe('Sun');
  });
});
