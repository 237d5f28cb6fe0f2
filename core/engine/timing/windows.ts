/** Posting windows and what is known of each: coverage, and the lift against the creator's own usual times. */
import { weekOf } from '../../history/clock';
import type { ComparablePost } from '../../history/comparable';
import type { Lift, TimingWindow } from '../../model/report';
import { type Effect, effectMean, effectQuantile, probabilityAbove } from './effect';
import { CELLS, cellOf, FEATURES, HOURS } from './week-basis';

export interface WindowHours {
  days: 'weekday' | 'weekend' | 'all';
  /** 0–23. */
  startHour: number;
  /** Exclusive, 1–24; not larger than `startHour` when the window crosses midnight. */
  endHour: number;
}

/** Length of every window in hours. */
export const WINDOW_HOURS = 3;
/** A lift below this is not worth a habit. */
export const WORTHWHILE = 0.05;
/** Limits of the 80 % interval. */
const LOW = 0.1;
const HIGH = 0.9;

export function windowAt(days: WindowHours['days'], start: number): WindowHours {
  const end = (start + WINDOW_HOURS) % HOURS;
  return { days, startHour: start % HOURS, endHour: end === 0 ? HOURS : end };
}

/** The week in 16 windows, three hours each, beginning at `phase` (0–2) hours past midnight. */
export function weekWindows(phase: number): WindowHours[] {
  return (['weekday', 'weekend'] as const).flatMap((days) =>
    Array.from({ length: HOURS / WINDOW_HOURS }, (_, i) => windowAt(days, phase + i * WINDOW_HOURS)),
  );
}

export function hoursOf({ startHour, endHour }: WindowHours): number[] {
  const length = (((endHour - startHour) % HOURS) + HOURS) % HOURS || HOURS;
  return Array.from({ length }, (_, i) => (startHour + i) % HOURS);
}

/** Whether a post made at this local time lies in the window. Its day is that of its own date. */
export function contains(window: WindowHours, local: { weekday: number; hour: number }): boolean {
  const weekend = local.weekday >= 5;
  if (window.days !== 'all' && (window.days === 'weekend') !== weekend) return false;
  const hour = Math.floor(local.hour);
  return window.startHour < window.endHour
    ? hour >= window.startHour && hour < window.endHour
    : hour >= window.startHour || hour < window.endHour;
}

export interface Usage {
  /** Posts per hour cell. */
  cells: Float64Array;
  /** Mean of the week's features over the creator's own posts: "what you do now". */
  usual: Float64Array;
}

export function usageOf(posts: readonly ComparablePost[]): Usage {
  const cells = new Float64Array(CELLS);
  const usual = new Float64Array(FEATURES);
  for (const { local } of posts) {
    const cell = cellOf(local.weekday, local.hour);
    cells[cell] = (cells[cell] as number) + 1;
    usual[cell] = (usual[cell] as number) + 1 / posts.length;
    const day = CELLS + local.weekday;
    usual[day] = (usual[day] as number) + 1 / posts.length;
  }
  return { cells, usual };
}

/**
 * Mean features of the window minus those of the creator's own posts. Inside the window, hours count as the creator uses them,
 * plus one post each, so that an unused window is simply its hours.
 */
export function contrastOf(window: WindowHours, usage: Usage): Float64Array {
  const contrast = usage.usual.map((value) => -value);
  const hours = hoursOf(window);
  const dayTypes = window.days === 'all' ? [0, 1] : [window.days === 'weekend' ? 1 : 0];
  const parts = dayTypes.flatMap((type) => hours.map((hour) => ({ type, cell: type * HOURS + hour })));
  // Five weekdays, two weekend days: an unused "all" window is spread over the week.
  const weightOf = ({ type, cell }: { type: number; cell: number }) => (usage.cells[cell] as number) + (type === 0 ? 1 : 0.4);
  const total = parts.reduce((sum, part) => sum + weightOf(part), 0);
  for (const part of parts) {
    const share = weightOf(part) / total;
    contrast[part.cell] = (contrast[part.cell] as number) + share;
    const days = part.type === 0 ? [0, 1, 2, 3, 4] : [5, 6];
    for (const day of days) contrast[CELLS + day] = (contrast[CELLS + day] as number) + share / days.length;
  }
  return contrast;
}

/** Posts inside the window, by cell counts. */
export function postsIn(window: WindowHours, { cells }: Usage): number {
  let total = 0;
  for (const hour of hoursOf(window)) {
    if (window.days !== 'weekend') total += cells[hour] as number;
    if (window.days !== 'weekday') total += cells[HOURS + hour] as number;
  }
  return total;
}

export interface Coverage {
  posts: number;
  weeks: number;
  days: number;
  /** Different pillars or series among them. */
  topics: number;
}

export function coverageOf(window: WindowHours, posts: readonly ComparablePost[]): Coverage {
  const inside = posts.filter((post) => contains(window, post.local));
  return {
    posts: inside.length,
    weeks: new Set(inside.map((post) => weekOf(post.local.day))).size,
    days: new Set(inside.map((post) => post.local.day)).size,
    topics: new Set(inside.flatMap((post) => post.pillar ?? post.series ?? [])).size,
  };
}

/**
 * A log effect as a lift with its 80 % interval, rounded to a tenth of a per cent: more digits would be noise. The middle is what is to
 * be expected of the median post: the mean of the log effect, which a mixture leaning to one side does not share with its median.
 */
export function liftOf(effect: Effect): Lift {
  const lift = (log: number) => Math.round(Math.expm1(log) * 1000) / 1000;
  return { low: lift(effectQuantile(effect, LOW)), median: lift(effectMean(effect)), high: lift(effectQuantile(effect, HIGH)) };
}

/** The same lift promising no more than `largest`: the upper end keeps saying what is possible. */
export function atMost(lift: Lift, largest: number): Lift {
  return { low: Math.min(lift.low, largest), median: Math.min(lift.median, largest), high: lift.high };
}

/** P(lift of at least 5 %). */
export function worthwhile(effect: Effect): number {
  return probabilityAbove(effect, Math.log1p(WORTHWHILE));
}

export function reported(
  window: WindowHours,
  lift: Lift,
  probability: number,
  coverage: Coverage,
  recommended: boolean,
): TimingWindow {
  return {
    ...window,
    lift,
    probabilityAtLeast5Percent: Math.round(probability * 1000) / 1000,
    posts: coverage.posts,
    weeks: coverage.weeks,
    recommended,
  };
}
