/** A planned post meets its real one: same account, near in time, alike in title. */
import type { KnownPost } from '../../model/post';
import type { CalendarPost } from '../../model/workspace/objects';

const HOUR = 3_600_000;
/** A post may go out a day early or, when life comes between, three days late. */
const EARLY_HOURS = 24;
const LATE_HOURS = 72;
/** Without a title in common, only a post within this time of the plan is taken for it. */
const SAME_HOUR = 2;
/** Titles that share at least this much of their character pairs are the same one, edited. */
const ALIKE = 0.5;

const fold = (title: string) =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = text.slice(i, i + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** Dice's coefficient of character pairs, 0–1; 1 when one title begins with the other (a page cuts long ones short). */
export function titleLikeness(one: string, other: string): number {
  const [a, b] = [fold(one), fold(other)];
  if (a.length < 2 || b.length < 2) return a !== '' && a === b ? 1 : 0;
  if (Math.min(a.length, b.length) >= 6 && (a.startsWith(b) || b.startsWith(a))) return 1;
  const [left, right] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [pair, times] of left) shared += Math.min(times, right.get(pair) ?? 0);
  return (2 * shared) / (a.length + b.length - 2);
}

export interface Wanted {
  id: string;
  platform: KnownPost['platform'] | null;
  account: string | null;
  title: string;
  at: number;
  post?: string | null | undefined;
}

/**
 * Planned → real, by id and post key. What the creator said holds. Otherwise the pairs that fit are taken best first: titles
 * first, then nearness in time; each post is taken once. A post that fits two plans equally well fits neither.
 */
export function matchPosts(wanted: readonly Wanted[], posts: readonly KnownPost[]): Map<string, string> {
  const matched = new Map<string, string>();
  const taken = new Set<string>();
  for (const { id, post } of wanted) {
    if (!post) continue;
    matched.set(id, post);
    taken.add(post);
  }
  const fits: { id: string; key: string; likeness: number; hours: number }[] = [];
  for (const plan of wanted) {
    if (plan.post !== undefined) continue;
    for (const { key, platform, account, post } of posts) {
      if (post.publishedAt === null || taken.has(key)) continue;
      if ((plan.platform !== null && plan.platform !== platform) || (plan.account !== null && plan.account !== account)) continue;
      if (post.status !== null && post.status !== 'published') continue;
      const hours = (Date.parse(post.publishedAt) - plan.at) / HOUR;
      // Of a date without a time only the day is known.
      const slack = post.publishedPrecision === 'day' ? 24 : 0;
      if (hours < -EARLY_HOURS - slack || hours > LATE_HOURS) continue;
      const likeness = titleLikeness(plan.title, post.title);
      if (likeness >= ALIKE || (plan.title.trim() === '' && Math.abs(hours) <= SAME_HOUR))
        fits.push({ id: plan.id, key, likeness, hours: Math.abs(hours) });
    }
  }
  fits.sort((a, b) => b.likeness - a.likeness || a.hours - b.hours || (a.id + a.key < b.id + b.key ? -1 : 1));
  const equal = (a: (typeof fits)[number], b: (typeof fits)[number]) => a.likeness === b.likeness && a.hours === b.hours;
  for (const fit of fits) {
    if (matched.has(fit.id) || taken.has(fit.key)) continue;
    const rival = fits.some((other) => other !== fit && other.key === fit.key && !matched.has(other.id) && equal(other, fit));
    if (rival) continue;
    matched.set(fit.id, fit.key);
    taken.add(fit.key);
  }
  return matched;
}

export const wantedOf = (plan: CalendarPost): Wanted => ({ ...plan, at: Date.parse(plan.at) });
