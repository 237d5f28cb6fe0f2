import type { TimingWindow } from '../../core/model/report';

type Hours = Pick<TimingWindow, 'days' | 'startHour' | 'endHour'>;

export interface NextWindow {
  /** Whole days from now: 0 is today, in the window's zone. */
  inDays: number;
  /** 0 is Monday. */
  day: number;
  startHour: number;
  endHour: number;
  /** It has begun. */
  open: boolean;
  /** When it begins, milliseconds since the epoch; now where it has begun. */
  at: number;
}

const HOUR = 3_600_000;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** When one of these windows is open next, in `zone`; windows that touch count as one. Null for no windows. */
export function nextWindow(windows: readonly Hours[], zone: string, now: number): NextWindow | null {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: 'numeric', hourCycle: 'h23' });
  const clockAt = (time: number) => {
    const parts = new Map(clock.formatToParts(time).map(({ type, value }) => [type, value]));
    return { day: DAYS.indexOf(parts.get('weekday') ?? ''), hour: Number(parts.get('hour')) };
  };
  const openAt = ({ day, hour }: { day: number; hour: number }) =>
    windows.some(({ days, startHour, endHour }) => {
      if (days !== 'all' && (days === 'weekend') !== day >= 5) return false;
      return startHour < endHour ? hour >= startHour && hour < endHour : hour >= startHour || hour < endHour;
    });
  const start = Math.floor(now / HOUR) * HOUR;
  const today = clockAt(start).day;
  for (let from = 0; from <= 8 * 24; from++) {
    const at = start + from * HOUR;
    const first = clockAt(at);
    if (!openAt(first)) continue;
    let end = first.hour + 1;
    while (end < 24 && openAt({ day: first.day, hour: end })) end++;
    let begin = first.hour;
    if (from === 0) while (begin > 0 && openAt({ day: first.day, hour: begin - 1 })) begin--;
    const days = (first.day - today + 7) % 7;
    return {
      inDays: days === 0 && from >= 24 ? 7 : days,
      day: first.day,
      startHour: begin,
      endHour: end,
      open: from === 0,
      at: Math.max(at, now),
    };
  }
  return null;
}
