/** Posting windows as a calendar file (RFC 5545): one weekly event per window, in the zone the hours are meant in. */
import type { TimingWindow } from '../../core/model/report';

type Hours = Pick<TimingWindow, 'days' | 'startHour' | 'endHour'>;
const DAYS = { weekday: 'MO,TU,WE,TH,FR', weekend: 'SA,SU', all: 'MO,TU,WE,TH,FR,SA,SU' };
/** First day that may bear the event, by day of the week from Sunday 0. */
const FITS = { weekday: [1, 2, 3, 4, 5], weekend: [0, 6], all: [0, 1, 2, 3, 4, 5, 6] };
const TITLE = { en: 'Time to post', 'zh-CN': '发布时间' };

const pad = (value: number) => String(value).padStart(2, '0');

/** The calendar date in `zone` at `now`, as days since the epoch. */
function today(now: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    now,
  );
  return Math.floor(Date.parse(`${parts}T00:00:00Z`) / 86_400_000);
}
const stamp = (day: number, hour: number) => {
  const date = new Date((day + Math.floor(hour / 24)) * 86_400_000);
  return `${date.getUTCFullYear()}${pad(date.getUTCMonth() + 1)}${pad(date.getUTCDate())}T${pad(hour % 24)}0000`;
};

export function calendarText(
  windows: readonly Hours[],
  { zone, now, locale }: { zone: string; now: number; locale: 'en' | 'zh-CN' },
): string {
  const first = today(now, zone);
  const made = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
  const events = windows.flatMap(({ days, startHour, endHour }) => {
    let day = first;
    // 1970-01-01 was a Thursday (4).
    while (!FITS[days].includes((((day + 4) % 7) + 7) % 7)) day++;
    const end = endHour > startHour ? endHour : endHour + 24;
    return [
      'BEGIN:VEVENT',
      `UID:${days}-${startHour}-${endHour}@post-almanac`,
      `DTSTAMP:${made}`,
      `DTSTART;TZID=${zone}:${stamp(day, startHour)}`,
      `DTEND;TZID=${zone}:${stamp(day, end)}`,
      `RRULE:FREQ=WEEKLY;BYDAY=${DAYS[days]}`,
      `SUMMARY:${TITLE[locale]}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Post Almanac//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

export const calendarFile = (...input: Parameters<typeof calendarText>) =>
  new Blob([calendarText(...input)], { type: 'text/calendar' });
