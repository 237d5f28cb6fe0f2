/** Publish times of a unit's posts within the week. */
import type { WeekDot } from '../data';

export interface WeekTimes {
  /** Posts per day (0 is Monday) and hour of the unit's zone. */
  counts: number[][];
  /** Each post; empty when they are too many to draw. */
  dots: WeekDot[];
  /** Posts whose page shows a date only. */
  withoutHour: number;
}

/** More posts than this are drawn as shades only: dots would be a smear. */
const MOST_DOTS = 1200;

/** Posts per hour of the week: `counts[day][hour]`, Monday first. */
export function weekCounts(dots: readonly WeekDot[]): number[][] {
  const counts = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { day, minute } of dots) {
    const row = counts[day];
    const hour = Math.floor(minute / 60);
    if (row && row[hour] !== undefined) row[hour] = (row[hour] ?? 0) + 1;
  }
  return counts;
}

export function weekTimes(dots: WeekDot[], withoutHour: number): WeekTimes {
  return { counts: weekCounts(dots), dots: dots.length <= MOST_DOTS ? dots : [], withoutHour };
}
