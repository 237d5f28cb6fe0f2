/** Planned posts as a calendar file (RFC 5545), and back. Times are written in UTC, so that every calendar shows the same moment. */
import { instantAt } from '../../history/clock';
import type { CalendarPost } from '../../model/workspace/objects';
import { isZone } from '../../model/zone';

const MINUTES = 30;
const escapeText = (text: string) => text.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n/g, '\\n');
const unescapeText = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));
const utc = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');

/** Lines longer than 75 octets are continued with a space; characters are never cut. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const char of line) {
    const size = new TextEncoder().encode(char).length;
    if (bytes + size > 74) {
      parts.push(part);
      part = '';
      bytes = 0;
    }
    part += char;
    bytes += size;
  }
  return [...parts, part].join('\r\n ');
}

export function writeCalendar(posts: readonly CalendarPost[], now: number): string {
  const events = posts.flatMap((post) => {
    const at = Date.parse(post.at);
    return [
      'BEGIN:VEVENT',
      `UID:${escapeText(post.uid ?? `${post.id}@post-almanac`)}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(at)}`,
      `DTEND:${utc(at + MINUTES * 60_000)}`,
      `SUMMARY:${escapeText(post.title)}`,
      ...(post.text ? [`DESCRIPTION:${escapeText(post.text)}`] : []),
      ...(post.pillar ? [`CATEGORIES:${escapeText(post.pillar)}`] : []),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Post Almanac//EN',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

export interface ReadEvent {
  uid: string;
  title: string;
  text: string;
  pillar: string | null;
  /** Milliseconds since the epoch. */
  at: number;
}
export interface ReadCalendar {
  events: ReadEvent[];
  /** Events that are not taken, and why: repeated ones, and those without a time that is understood. */
  skipped: { title: string; reason: 'repeats' | 'noTime' }[];
}

/**
 * Reads the events of a calendar file. A time without a zone (or in a zone nobody knows) and a whole day, taken as noon, are in
 * `zone`. Throws `RangeError` when it is no calendar file.
 */
export function readCalendar(text: string, zone: string): ReadCalendar {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/);
  if (!lines.some((line) => line.trim().toUpperCase() === 'BEGIN:VCALENDAR')) throw new RangeError('not a calendar file');
  const read: ReadCalendar = { events: [], skipped: [] };
  let event: Map<string, { value: string; zone: string | null }> | null = null;
  for (const line of lines) {
    const name = line.trim().toUpperCase();
    if (name === 'BEGIN:VEVENT') event = new Map();
    else if (name === 'END:VEVENT' && event) {
      take(event, read, zone);
      event = null;
    } else if (event) {
      const match = /^([A-Za-z-]+)((?:;[^:;=]+=(?:"[^"]*"|[^":;])*)*):(.*)$/.exec(line);
      if (match?.[1]) {
        const inZone = /;TZID=(?:"([^"]*)"|([^:;]*))/i.exec(match[2] ?? '');
        const key = match[1].toUpperCase();
        // Alarms inside the event carry the same names: the event's own come first.
        if (!event.has(key)) event.set(key, { value: match[3] ?? '', zone: inZone?.[1] ?? inZone?.[2] ?? null });
      }
    }
  }
  return read;
}

function take(event: ReadonlyMap<string, { value: string; zone: string | null }>, read: ReadCalendar, zone: string): void {
  const text = (key: string) => unescapeText(event.get(key)?.value ?? '').trim();
  const title = text('SUMMARY');
  if (event.has('RRULE')) {
    read.skipped.push({ title, reason: 'repeats' });
    return;
  }
  const start = event.get('DTSTART');
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/.exec(start?.value.trim() ?? '');
  if (!match) {
    read.skipped.push({ title, reason: 'noTime' });
    return;
  }
  const [, year, month, day, hour = '12', minute = '00', , utcMark] = match;
  const wall = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  if (Number.isNaN(wall)) {
    read.skipped.push({ title, reason: 'noTime' });
    return;
  }
  const at = instantAt(wall, utcMark ? 'UTC' : knownZone(start?.zone, zone));
  read.events.push({
    uid: text('UID') || `${at}|${title}`,
    title,
    text: text('DESCRIPTION'),
    pillar: text('CATEGORIES') || null,
    at,
  });
}

const knownZone = (zone: string | null | undefined, otherwise: string): string => (isZone(zone) ? zone : otherwise);
