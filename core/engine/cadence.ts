/** How regularly an account posts (operating plan B3). Arithmetic only, no inference. */
import { localTime, weekOf } from '../history/clock';
import type { CadenceReport } from '../model/report';
import type { Unit } from './units';

const DAY_MS = 86_400_000;

/**
 * Posts per week, weeks with a post, and the longest gap over the last `lookBackWeeks` weeks. The period ends when the account
 * was last looked at, not now: what nobody looked at is unknown, not a pause.
 */
export function cadenceOf(unit: Unit, lookBackWeeks: number): CadenceReport {
  const times: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const post of unit.posts) {
    end = Math.max(end, post.lastSeenAt);
    const { status, publishedAt } = post.post;
    if (publishedAt !== null && (status === null || status === 'published')) times.push(Date.parse(publishedAt));
  }
  times.sort((a, b) => a - b);
  const last = times.at(-1);
  const first = times[0];
  if (first === undefined || last === undefined) {
    return { unit: unit.unit, perWeek: null, longestGapDays: null, weeksWithAPost: 0, weeks: 0, daysSinceLast: null };
  }
  end = Math.max(end, last);
  const start = Math.max(first, end - lookBackWeeks * 7 * DAY_MS);
  const inside = times.filter((time) => time >= start);
  const weekAt = (time: number) => weekOf(localTime(time, unit.zone).day);
  const marks = [start, ...inside, end];
  let longestGap = 0;
  for (let i = 1; i < marks.length; i++) longestGap = Math.max(longestGap, (marks[i] ?? 0) - (marks[i - 1] ?? 0));
  const span = (end - start) / (7 * DAY_MS);
  return {
    unit: unit.unit,
    // Less than a week of history gives no weekly rate.
    perWeek: span >= 1 ? round(inside.length / span) : null,
    longestGapDays: round(longestGap / DAY_MS),
    weeksWithAPost: new Set(inside.map(weekAt)).size,
    weeks: weekAt(end) - weekAt(start) + 1,
    daysSinceLast: round((end - last) / DAY_MS),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;
