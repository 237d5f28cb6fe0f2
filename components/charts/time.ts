/** Ticks of a time axis: midnights, Mondays or firsts of months of the computer's zone, so many that their labels have room. */
const DAY = 86_400_000;

export type TimeStep = 'day' | 'month' | 'year';

export interface TimeTicks {
  /** Milliseconds since the epoch. */
  ticks: number[];
  /** How fine the labels must be. */
  step: TimeStep;
}

/** Between two moments in milliseconds since the epoch, at most `most` ticks. */
export function timeTicks(from: number, to: number, most = 5): TimeTicks {
  const days = Math.max(1, (to - from) / DAY);
  for (const size of [1, 2, 7, 14]) {
    if (days / size <= most) return { ticks: stepDays(from, to, size), step: 'day' };
  }
  for (const size of [1, 2, 3, 6]) {
    if (days / 30.44 / size <= most) return { ticks: stepMonths(from, to, size), step: 'month' };
  }
  let size = 12;
  while (days / 30.44 / size > most) size += 12;
  return { ticks: stepMonths(from, to, size), step: 'year' };
}

function stepDays(from: number, to: number, size: number): number[] {
  const date = new Date(from);
  date.setHours(0, 0, 0, 0);
  const ticks: number[] = [];
  // By the calendar: a day is not always 24 hours long.
  for (; date.getTime() <= to; date.setDate(date.getDate() + size)) if (date.getTime() >= from) ticks.push(date.getTime());
  return ticks;
}

function stepMonths(from: number, to: number, size: number): number[] {
  const date = new Date(from);
  date.setHours(0, 0, 0, 0);
  date.setDate(1);
  date.setMonth(Math.floor(date.getMonth() / size) * size);
  const ticks: number[] = [];
  for (; date.getTime() <= to; date.setMonth(date.getMonth() + size)) if (date.getTime() >= from) ticks.push(date.getTime());
  return ticks;
}
