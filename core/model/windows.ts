import type { TimingWindow } from './report';

type Hours = Pick<TimingWindow, 'days' | 'startHour' | 'endHour'>;

/** Windows that touch, of the same days, as one. Wherever two windows are named together they are equally good: a set. */
export function joinWindows(windows: readonly Hours[]): Hours[] {
  const sorted = windows
    .map(({ days, startHour, endHour }) => ({ days, startHour, endHour }))
    .sort((a, b) => a.startHour - b.startHour);
  const joined: Hours[] = [];
  for (const window of sorted) {
    const before = joined.find((other) => other.days === window.days && other.endHour === window.startHour);
    if (before) before.endHour = window.endHour;
    else joined.push(window);
  }
  const order = { weekday: 0, weekend: 1, all: 2 };
  return joined.sort((a, b) => order[a.days] - order[b.days] || a.startHour - b.startHour);
}
