import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate, isoIn, readDate } from '../../../core/text/dates';

const now = Date.parse('2026-09-12T10:00:00Z');
const read = (raw: string, zone = 'UTC', lang?: string) => {
  const date = readDate(raw, { now, zone, lang });
  return date && `${date.at} ${date.precision}`;
};

describe('dates as dashboards print them', () => {
  test.each<[string, string, string?, string?]>([
    ['2026年05月25日 14:43', '2026-05-25T14:43:00+08:00 minute', 'Asia/Shanghai'],
    ['2026-05-25 14:43', '2026-05-25T14:43:00+08:00 minute', 'Asia/Shanghai'],
    ['2026-05-25\u00a014:43', '2026-05-25T14:43:00+08:00 minute', 'Asia/Shanghai'],
    ['发布于2026-05-28 14:05', '2026-05-28T14:05:00+08:00 minute', 'Asia/Shanghai'],
    ['发布于 2026-05-28 09:03:19', '2026-05-28T09:03:19+08:00 second', 'Asia/Shanghai'],
    ['发布于 2025年12月04日 19:45', '2025-12-04T19:45:00+08:00 minute', 'Asia/Shanghai'],
    ['发布时间：2026-05-28 09:03', '2026-05-28T09:03:00+08:00 minute', 'Asia/Shanghai'],
    ['2026年06月25日12时01分35秒', '2026-06-25T12:01:35+08:00 second', 'Asia/Shanghai'],
    ['2026/06/25', '2026-06-25T00:00:00+08:00 day', 'Asia/Shanghai'],
    ['2026年9月7日', '2026-09-07T00:00:00+08:00 day', 'Asia/Shanghai'],
    ['２０２６年９月７日', '2026-09-07T00:00:00+08:00 day', 'Asia/Shanghai'],
    ['2026年7月11日 下午3:05', '2026-07-11T15:05:00+08:00 minute', 'Asia/Taipei'],
    ['Feb 5, 2026', '2026-02-05T00:00:00-05:00 day', 'America/New_York', 'en'],
    ['Sep 11, 12:08 AM', '2026-09-11T00:08:00-04:00 minute', 'America/New_York', 'en'],
    ['Sep 11, 12:08\u202fPM', '2026-09-11T12:08:00-04:00 minute', 'America/New_York', 'en'],
    ['Sep 11, 2025, 12:08 AM', '2025-09-11T00:08:00+00:00 minute'],
    ['Sept 3, 2026', '2026-09-03T00:00:00+00:00 day'],
    ['Thursday, September 11, 2025 at 9:30 AM', '2025-09-11T09:30:00+00:00 minute'],
    ['3:15 PM · Sep 11, 2026', '2026-09-11T15:15:00+00:00 minute'],
    ['Sat, Aug 1, 2026', '2026-08-01T00:00:00+00:00 day'],
    ['2026. 7. 11.', '2026-07-11T00:00:00+09:00 day', 'Asia/Seoul', 'ko'],
    ['7월 11일', '2026-07-11T00:00:00+09:00 day', 'Asia/Seoul', 'ko'],
    ['2026년 7월 11일 오후 3:05', '2026-07-11T15:05:00+09:00 minute', 'Asia/Seoul'],
    ['2026. 7. 11. 오전 9:05', '2026-07-11T09:05:00+09:00 minute', 'Asia/Seoul'],
    ['8月26日 午後8:15', '2026-08-26T20:15:00+09:00 minute', 'Asia/Tokyo', 'ja'],
    ['2025年4月19日 午前0:25', '2025-04-19T00:25:00+09:00 minute', 'Asia/Tokyo'],
    ['2026年9月11日(金) 20:11', '2026-09-11T20:11:00+09:00 minute', 'Asia/Tokyo'],
    ['2026/9/6に投稿', '2026-09-06T00:00:00+09:00 day', 'Asia/Tokyo'],
    ['26.06.2026', '2026-06-26T00:00:00+02:00 day', 'Europe/Berlin', 'de'],
    ['5. Februar 2026 um 14:30 Uhr', '2026-02-05T14:30:00+01:00 minute', 'Europe/Berlin', 'de'],
    ['11 thg 9, 8:00 CH', '2026-09-11T20:00:00+07:00 minute', 'Asia/Ho_Chi_Minh', 'vi'],
    ['8:00 SA 11 thg 9', '2026-09-11T08:00:00+07:00 minute', 'Asia/Ho_Chi_Minh', 'vi'],
    ['11 tháng 9, 2025', '2025-09-11T00:00:00+07:00 day', 'Asia/Ho_Chi_Minh', 'vi'],
    ['5 de febrero de 2026', '2026-02-05T00:00:00+01:00 day', 'Europe/Madrid', 'es'],
    ['5 de fev. de 2026 às 14:30', '2026-02-05T14:30:00-03:00 minute', 'America/Sao_Paulo', 'pt-BR'],
    ['5 févr. 2026 à 14 h 30', '2026-02-05T14:30:00+01:00 minute', 'Europe/Paris', 'fr'],
    ['11 сентября 2025 г., 12:08', '2025-09-11T12:08:00+03:00 minute', 'Europe/Kyiv', 'ru'],
    ['2026-05-25T14:43:00+08:00', '2026-05-25T14:43:00+08:00 second'],
    ['2026-05-25T14:43:00.000Z', '2026-05-25T14:43:00+00:00 second'],
    ['2016-12-23 18:50 +0000', '2016-12-23T18:50:00+00:00 minute', 'Asia/Tokyo'],
    ['Posted on 7/20/2026', '2026-07-20T00:00:00+00:00 day'],
    ['10/08/2026 23:48', '2026-10-08T23:48:00+00:00 minute', 'UTC', 'en-US'],
    ['10/08/2026 23:48', '2026-08-10T23:48:00+00:00 minute', 'UTC', 'en-GB'],
    ['10/08/2026', '2026-08-10T00:00:00+00:00 day', 'UTC', 'pt-BR'],
    ['July 16', '2026-07-16T00:00:00+00:00 day'],
  ])('%j is %s', (raw, expected, zone, lang) => expect(read(raw, zone, lang)).toBe(expected));

  test.each([
    '10/08/2026',
    '2026-02-30',
    '2026年13月05日',
    '1890年05月05日',
    '2026-05-25 25:00',
    '2026-05-25 14:60',
    '昨天 12:30',
    '3小时前',
    '2h',
    '2 days ago',
    'Sep 2026',
    '2026/8/10 – 2026/9/6',
    '0:41 2026年08月08日',
    'My trip of Sep 11, 2026',
    '',
    '—',
    '12',
    'Feb 29',
  ])('%j is no date', (raw) => expect(read(raw)).toBeNull());

  test('a month is one of the language of the page', () => {
    expect(read('5. lip 2026.', 'UTC', 'hr')).toBe('2026-06-05T00:00:00+00:00 day');
    expect(read('5 lip 2026', 'UTC', 'pl')).toBe('2026-07-05T00:00:00+00:00 day');
    expect(read('5. lis 2025.', 'UTC', 'hr')).toBe('2025-10-05T00:00:00+00:00 day');
    expect(read('5 lis 2025', 'UTC', 'pl')).toBe('2025-11-05T00:00:00+00:00 day');
    expect(read('5 lip 2026')).toBeNull();
    expect(read('5 lip 2026', 'UTC', 'en')).toBeNull();
    expect(read('5 mars 2026', 'UTC', 'sv')).toBe('2026-03-05T00:00:00+00:00 day');
  });

  test('when a post was edited is not when it was published', () => {
    expect(read('更新于 2026-05-26 12:00')).toBeNull();
    expect(read('更新时间：2026-05-26 12:00')).toBeNull();
  });

  test('the order of a slashed date comes from the caller before the language', () => {
    expect(readDate('10/08/2026 23:48', { now, zone: 'UTC', lang: 'ja', order: 'mdy' })?.at).toBe('2026-10-08T23:48:00+00:00');
    expect(readDate('22/09/2026', { now, zone: 'UTC', order: 'mdy' })).toBeNull();
  });

  test('a date without a year is the latest past one, or the next one of a scheduled post', () => {
    expect(read('Dec 30')).toBe('2025-12-30T00:00:00+00:00 day');
    expect(read('Sep 13, 1:00 AM')).toBe('2025-09-13T01:00:00+00:00 minute');
    expect(readDate('Sep 20, 10:00 AM', { now, zone: 'UTC', ahead: true })?.at).toBe('2026-09-20T10:00:00+00:00');
    expect(readDate('Jan 3', { now, zone: 'UTC', ahead: true })?.at).toBe('2027-01-03T00:00:00+00:00');
  });

  test('a time the clocks skipped, and one they passed twice', () => {
    expect(read('2026-03-29 02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00 minute');
    expect(read('2026-10-25 02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00 minute');
    expect(read('2026-09-06', 'America/Santiago')).toBe('2026-09-06T01:00:00-03:00 day');
  });

  test('a zone nobody knows gives no time', () => expect(read('2026-05-25 14:43', 'Nowhere/Town')).toBeNull());
});

describe('a date somewhere in a line', () => {
  test.each([
    ['标题 发布于 2025年12月04日 19:45 置顶', '2025年12月04日 19:45'],
    ['My trip · Sat, Aug 1, 2026 · View', 'Sat, Aug 1, 2026'],
    ['garden 5 May 2026', '5 May 2026'],
    ['a\u200b  b \u00ad 2026-05-25 14:43', '2026-05-25 14:43'],
  ])('%j holds %j', (text, expected) => {
    const found = findDate(text, { now, zone: 'UTC' });
    expect(found && text.slice(found.start, found.end)).toBe(expected);
  });
  test('none', () => expect(findDate('598 3 1 6 10', { now, zone: 'UTC' })).toBeNull());
});

describe('for any time', () => {
  const zones = [
    'Asia/Shanghai',
    'America/New_York',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'UTC',
  ];
  const instants = fc.integer({
    min: Date.parse('2005-01-01T00:00:00Z') / 60_000,
    max: Date.parse('2026-09-01T00:00:00Z') / 60_000,
  });

  test('an ISO time is read back as the same instant', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (minutes, zone) => {
        const iso = isoIn(minutes * 60_000, zone);
        expect(Date.parse(iso)).toBe(minutes * 60_000);
        expect(Date.parse(readDate(iso, { now, zone: 'UTC' })?.at ?? '')).toBe(minutes * 60_000);
      }),
    );
  });

  test('a local time is read back to the minute, unless the clocks passed it twice', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (minutes, zone) => {
        const local = isoIn(minutes * 60_000, zone)
          .slice(0, 16)
          .replace('T', ' ');
        const back = readDate(local, { now, zone });
        expect(back?.precision).toBe('minute');
        expect(back?.at.slice(0, 16).replace('T', ' ')).toBe(local);
      }),
    );
  });

  test('what browsers print in ten languages is read back', () => {
    const langs = ['en-US', 'en-GB', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'es', 'pt-BR', 'fr', 'vi', 'it', 'ru', 'uk'];
    fc.assert(
      fc.property(instants, fc.constantFrom(...langs), fc.constantFrom('medium', 'long', 'full'), (minutes, lang, style) => {
        if (style === 'full' && lang === 'vi') return;
        const zone = 'Asia/Tokyo';
        const printed = new Intl.DateTimeFormat(lang, { dateStyle: style as 'medium', timeZone: zone }).format(minutes * 60_000);
        const back = readDate(printed, { now, zone, lang });
        expect(`${printed}: ${back?.at.slice(0, 10)}`).toBe(`${printed}: ${isoIn(minutes * 60_000, zone).slice(0, 10)}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('no text throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9年月日:/. -]{0,24}$/)), (raw) => {
        const date = readDate(raw, { now, zone: 'Asia/Shanghai' });
        if (date) expect(Number.isNaN(Date.parse(date.at))).toBe(false);
        const found = findDate(raw, { now, zone: 'Asia/Shanghai' });
        if (found) expect(found.start < found.end && found.end <= raw.length).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
