/** Whether there is enough to weigh posting hours at all (step 1), and exactly what is missing. */
import { weekOf } from '../../history/clock';
import type { ComparablePost } from '../../history/comparable';

/** Local hours in which a post counts for a day-part. */
export const DAY_PARTS = [
  { name: 'night', from: 0, to: 6 },
  { name: 'morning', from: 6, to: 12 },
  { name: 'afternoon', from: 12, to: 18 },
  { name: 'evening', from: 18, to: 24 },
] as const;
export type DayPart = (typeof DAY_PARTS)[number]['name'];

export const FEWEST_POSTS = 20;
export const FEWEST_WEEKS = 6;
/** An account that posts many times a day has seen every hour on seven different days long before six weeks are over. */
export const BUSY = { days: 7, posts: 100 };
export const FEWEST_DAY_PARTS = 3;
export const FEWEST_PER_DAY_PART = 5;
/** Below this share of labelled posts no verdict goes beyond a hint. */
export const LABELS_NEEDED = 0.8;

export type Missing =
  | { need: 'figures' }
  | { need: 'posts'; have: number; of: number; waiting: number; dateOnly: number }
  | { need: 'weeks'; have: number; of: number }
  | { need: 'dayParts'; parts: { part: DayPart; more: number }[] }
  | { need: 'labels'; share: number; of: number };

export interface Gate {
  /** Enough for a verdict. */
  open: boolean;
  missing: Missing[];
  weeks: number;
  days: number;
}

/** `posts`: comparable ones with an exact time. `waiting`: posts still too young, `dateOnly`: comparable ones without an hour. */
export function gateOf(
  posts: readonly ComparablePost[],
  waiting: number,
  dateOnly: number,
  hasOutcome: boolean,
  labelShare: number,
): Gate {
  const days = new Set(posts.map((post) => post.local.day));
  const weeks = new Set([...days].map(weekOf)).size;
  const missing: Missing[] = [];
  if (!hasOutcome) missing.push({ need: 'figures' });
  if (posts.length < FEWEST_POSTS) missing.push({ need: 'posts', have: posts.length, of: FEWEST_POSTS, waiting, dateOnly });
  const busy = days.size >= BUSY.days && posts.length >= BUSY.posts;
  if (weeks < FEWEST_WEEKS && !busy) missing.push({ need: 'weeks', have: weeks, of: FEWEST_WEEKS });
  const counts = DAY_PARTS.map(({ name, from, to }) => ({
    part: name,
    count: posts.filter(({ local }) => local.hour >= from && local.hour < to).length,
  }));
  const filled = counts.filter(({ count }) => count >= FEWEST_PER_DAY_PART).length;
  if (filled < FEWEST_DAY_PARTS) {
    // The parts nearest to being filled are the cheapest to ask for; nobody is asked to post at night while another part will do.
    const nearest = counts
      .filter(({ count }) => count < FEWEST_PER_DAY_PART)
      .sort((a, b) => Number(a.part === 'night') - Number(b.part === 'night') || b.count - a.count)
      .slice(0, FEWEST_DAY_PARTS - filled);
    missing.push({ need: 'dayParts', parts: nearest.map(({ part, count }) => ({ part, more: FEWEST_PER_DAY_PART - count })) });
  }
  const open = missing.length === 0;
  if (labelShare < LABELS_NEEDED) missing.push({ need: 'labels', share: labelShare, of: LABELS_NEEDED });
  return { open, missing, weeks, days: days.size };
}
