import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOfUnit } from '../../../../core/model/unit-name';
import { calendarText } from '../../../../entrypoints/lib/calendar';
import { dismissalId, dismissalsOf } from '../../../../entrypoints/lib/dismissals';
import { SITES, siteAt } from '../../../../entrypoints/lib/sites';

describe('the calendar file', () => {
  // A Monday, 23:30 in Berlin, when it is Tuesday already in Shanghai.
  const now = Date.parse('2026-06-15T21:30:00Z');
  const text = (days: 'weekday' | 'weekend' | 'all', startHour: number, endHour: number, zone = 'Asia/Shanghai') =>
    calendarText([{ days, startHour, endHour }], { zone, now, locale: 'en' });
  it('starts on the first fitting day of the zone the hours are meant in', () => {
    expect(text('weekday', 18, 21)).toContain('DTSTART;TZID=Asia/Shanghai:20260616T180000');
    expect(text('weekday', 18, 21, 'Europe/Berlin')).toContain('DTSTART;TZID=Europe/Berlin:20260615T180000');
    expect(text('weekend', 9, 12)).toContain('DTSTART;TZID=Asia/Shanghai:20260620T090000');
  });
  it('ends the day after where a window crosses or meets midnight', () => {
    expect(text('all', 21, 24)).toContain('DTEND;TZID=Asia/Shanghai:20260617T000000');
    expect(text('all', 22, 1)).toContain('DTEND;TZID=Asia/Shanghai:20260617T010000');
  });
  it('repeats on the days of the window, with lines as the format wants them', () => {
    const file = text('weekend', 9, 12);
    expect(file).toContain('RRULE:FREQ=WEEKLY;BYDAY=SA,SU');
    expect(file.split('\r\n').every((line) => !line.includes('\n'))).toBe(true);
    expect(file.startsWith('BEGIN:VCALENDAR\r\n') && file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });
});

describe('units', () => {
  it('keep bars inside an account name', () => {
    expect(partsOfUnit('douyin|a|b|short')).toEqual({ platform: 'douyin', account: 'a|b', format: 'short' });
    expect(partsOfUnit('douyin||all')).toEqual({ platform: 'douyin', account: '', format: 'all' });
  });
});

describe('"not an issue"', () => {
  it('comes back as rule and wording, whatever the wording', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        expect(dismissalsOf(['suggestion:1', dismissalId({ rule: 'CN-AD-ABS', text })])).toEqual([
          { rule: 'CN-AD-ABS', phrase: text },
        ]);
      }),
    );
  });
});

describe('platforms', () => {
  it('start on a page of their own hosts', () => {
    for (const site of SITES) {
      expect(site.origins.length, site.platform).toBeGreaterThan(0);
      expect(siteAt(site.start ?? '')?.platform).toBe(site.platform);
    }
  });
  it('are not guessed from lookalike addresses', () => {
    expect(siteAt('https://creator.douyin.com.evil.example/')).toBeUndefined();
    expect(siteAt('http://creator.douyin.com/')).toBeUndefined();
    expect(siteAt('not an address')).toBeUndefined();
  });
});
