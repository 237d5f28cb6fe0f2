/** Local time of an instant in an IANA zone, daylight saving included. */

export interface LocalTime {
  /** Days since 1970-01-01 of the local calendar date. */
  day: number;
  /** 0 Monday … 6 Sunday. */
  weekday: number;
  /** 0 ≤ hour < 24, with minutes as a fraction. */
  hour: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Minutes east of UTC of `zone` at `instant`, in milliseconds. Throws RangeError for an unknown zone. */
function offsetAt(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}

/** The offset is asked once per UTC day; a day on which the clocks change is asked hour by hour. */
function cachedOffset(zone: string, instant: number): number {
  let known = offsets.get(zone);
  if (!known) {
    known = new Map();
    offsets.set(zone, known);
  }
  const day = Math.floor(instant / DAY_MS);
  let offset = known.get(day);
  if (offset === undefined) {
    const start = offsetAt(zone, day * DAY_MS);
    offset = start === offsetAt(zone, (day + 1) * DAY_MS) ? start : Number.NaN;
    known.set(day, offset);
  }
  return Number.isNaN(offset) ? offsetAt(zone, instant) : offset;
}

export function localTime(instant: number, zone: string): LocalTime {
  const local = instant + cachedOffset(zone, instant);
  const day = Math.floor(local / DAY_MS);
  // 1970-01-01 was a Thursday.
  return { day, weekday: (((day + 3) % 7) + 7) % 7, hour: (local - day * DAY_MS) / HOUR_MS };
}

/** Weeks since the epoch, Monday first, of a local day. */
export function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

/**
 * The instant at which the clocks of `zone` show `wall` (written as if it were UTC, in ms). Of an hour that comes twice the first; in
 * an hour that is skipped, the offset before it holds (as in RFC 5545).
 */
export function instantAt(wall: number, zone: string): number {
  const before = cachedOffset(zone, wall - DAY_MS);
  const shown = [before, cachedOffset(zone, wall + DAY_MS)].find((offset) => cachedOffset(zone, wall - offset) === offset);
  return wall - (shown ?? before);
}

/** `2026-06-30` of an instant in `zone`. */
export function dayIn(instant: number, zone: string): string {
  return new Date(localTime(instant, zone).day * DAY_MS).toISOString().slice(0, 10);
}

/** Midnight at which `day` (`2026-06-30`) begins in `zone`. */
export function startOfDay(day: string, zone: string): number {
  return instantAt(Date.parse(`${day}T00:00:00Z`), zone);
}
