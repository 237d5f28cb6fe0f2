import { describe, expect, it } from 'vitest';
import { nextWindow } from '../../../components/today/next-window';

const ZONE = 'Asia/Shanghai';
const at = (text: string) => Date.parse(`${text}+08:00`);
const weekday = { days: 'weekday', startHour: 18, endHour: 21 } as const;

describe('the next window', () => {
  it('is today’s while it lies ahead or is open', () => {
    expect(nextWindow([weekday], ZONE, at('2026-06-15T09:30:00'))).toMatchObject({
      inDays: 0,
      day: 0,
      startHour: 18,
      endHour: 21,
      open: false,
    });
    expect(nextWindow([weekday], ZONE, at('2026-06-15T19:30:00'))).toMatchObject({
      inDays: 0,
      startHour: 18,
      endHour: 21,
      open: true,
    });
  });
  it('is the next day’s afterwards, over the weekend where it must be', () => {
    expect(nextWindow([weekday], ZONE, at('2026-06-15T21:05:00'))).toMatchObject({ inDays: 1, day: 1 });
    expect(nextWindow([weekday], ZONE, at('2026-06-19T22:00:00'))).toMatchObject({
      inDays: 3,
      day: 0,
      at: at('2026-06-22T18:00:00'),
    });
  });
  it('joins windows that touch', () => {
    const both = [weekday, { days: 'weekday', startHour: 21, endHour: 24 }] as const;
    expect(nextWindow(both, ZONE, at('2026-06-15T10:00:00'))).toMatchObject({ startHour: 18, endHour: 24 });
  });
  it('goes by the clock of the window’s zone', () => {
    expect(nextWindow([weekday], ZONE, Date.parse('2026-06-15T10:30:00Z'))).toMatchObject({ open: true });
    expect(nextWindow([weekday], 'America/New_York', Date.parse('2026-06-15T22:30:00Z'))).toMatchObject({ open: true, day: 0 });
  });
  it('is a week away when this day’s is over and no other day has one', () => {
    const sunday = [{ days: 'weekend', startHour: 8, endHour: 9 }] as const;
    expect(nextWindow(sunday, ZONE, at('2026-06-21T09:30:00'))).toMatchObject({ inDays: 6, day: 5 });
    expect(nextWindow([], ZONE, 0)).toBeNull();
  });
});
