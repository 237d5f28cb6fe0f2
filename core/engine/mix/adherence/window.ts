/** The posts a share is counted over, and how a figure is given its reason. */
import { weekOf } from '../../../history/clock';
import type { Share, Why } from '../../../model/report-parts';
import { wilson } from '../../../stats/proportions';
import type { PostFacts } from '../facts';

/** A post that counts: public, dated. */
export interface Posted extends PostFacts {
  publishedAt: number;
  day: number;
  /** Index into `keys` of the adherence part. */
  index: number;
}

/** How far back the adherence looks at all: the longest window anything is counted over. */
const REACH = { days: 365, posts: 200 };

export function isPosted(facts: PostFacts): facts is PostFacts & { publishedAt: number; day: number } {
  return facts.posted && facts.publishedAt !== null && facts.day !== null;
}

/** The account's posts within reach, oldest first; `end` is the local day it was last looked at. */
export function postedOf(facts: readonly PostFacts[]): { posts: Posted[]; end: number } {
  const all = facts.filter(isPosted);
  const last = all.at(-1);
  if (!last) return { posts: [], end: 0 };
  // What nobody looked at is unknown, not a pause: the window ends with the last look. Local days, so the offset is the last post's.
  const seen = all.reduce((latest, { lastSeenAt }) => Math.max(latest, lastSeenAt), 0);
  const end = Math.max(last.day, last.day + Math.floor((seen - last.publishedAt) / 86_400_000));
  const kept = recent(all, end, REACH);
  return { posts: kept.map((post, index) => ({ ...post, index })), end };
}

/** The last `days` days or the last `posts` posts, whichever is more. `all`: oldest first. */
export function recent<T extends { day: number }>(all: readonly T[], end: number, window: { days: number; posts: number }): T[] {
  const byDays = all.findIndex(({ day }) => day > end - window.days);
  const from = Math.min(byDays < 0 ? all.length : byDays, Math.max(0, all.length - window.posts));
  return all.slice(from);
}

export function whyOf(formula: string, parts: Partial<Why>): Why {
  return { formula, inputs: {}, posts: [], have: 0, need: 0, missing: [], ...parts };
}

/** Different weeks that the posts lie in. */
export const weeksOf = (posts: readonly { day: number }[]) => new Set(posts.map(({ day }) => weekOf(day))).size;

export const indices = (posts: readonly Posted[]) => posts.map(({ index }) => index);

/** k of n with the Wilson interval of the long-run habit. */
export function shareOf(count: number, total: number): Share {
  const { low, high } = wilson(count, total);
  return { count, total, share: total > 0 ? count / total : 0, low, high };
}

export function countBy<T>(list: readonly T[], of: (item: T) => string | null | undefined): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of list) {
    const name = of(item);
    if (name !== null && name !== undefined && name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** Largest first, ties by name. */
export const byCount = (a: [string, number], b: [string, number]) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1);

/** Posts with a label below which nothing is said about the rest, and the least share of posts that must carry it. */
export const LABELLED = { posts: 8, share: 0.6 };

/** How many of `total` posts must carry a label before shares are shown. */
export const labelsNeeded = (total: number) => Math.max(LABELLED.posts, Math.ceil(LABELLED.share * total));
