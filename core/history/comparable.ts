/** Posts → outcomes that may be compared: same figure, same age, nothing in it that is not the post's own doing. */
import type { KnownPost } from '../model/post';
import type { Format } from '../model/reading';
import { type LocalTime, localTime } from './clock';
import { type CurvePoint, type ValueAtAge, valueAtAge } from './growth';
import { ageHours } from './horizon';
import { chooseOutcome, type Outcome, outcomeCurve } from './outcome';

/** One post with its outcome at the horizon. */
export interface ComparablePost {
  key: string;
  /** Milliseconds since the epoch. */
  publishedAt: number;
  local: LocalTime;
  /** False when only the day is known: then the hour says nothing. */
  exactTime: boolean;
  format: Format | null;
  pillar: string | null;
  series: string | null;
  /** Kind of the operating plan (C2). */
  kindOfContent: string | null;
  commercial: boolean;
  /** ln(1 + outcome) at the horizon, or to date for a backlog. */
  value: number;
  kind: ValueAtAge['kind'];
  /** Age in hours of the figure used. */
  valueAgeHours: number;
}

/** Why a post takes no part. */
export type Exclusion = 'notPublished' | 'boosted' | 'repost' | 'crossPosted' | 'firstPosts' | 'noDate' | 'noFigure';

export interface Comparable {
  outcome: Outcome | null;
  /** Oldest first. */
  posts: ComparablePost[];
  /** Growth curves of the comparable posts that were looked at more than once. */
  curves: CurvePoint[][];
  /** Younger than the horizon (or not looked at since). */
  waiting: { key: string; publishedAt: number; curve: CurvePoint[] }[];
  excluded: Partial<Record<Exclusion, number>>;
}

export interface ComparableOptions {
  horizonHours: number;
  /** The zone whose clock the posts are compared by. */
  zone: string;
  now: number;
  /** The account's own count of its posts, where a page showed it. */
  accountPosts: number | null;
}

/** The first posts of an account meet no audience yet. */
const FIRST_POSTS = 5;

/**
 * Comparable outcomes of posts of one unit. Left out: posts that are not public, boosted, reposts, sums over two platforms,
 * without a date, and the account's very first five, where the account's own count shows that the history reaches back to them.
 * Input order does not matter; a key met twice counts once.
 */
export function comparable(all: readonly KnownPost[], options: ComparableOptions): Comparable {
  const excluded: Comparable['excluded'] = {};
  const drop = (why: Exclusion) => {
    excluded[why] = (excluded[why] ?? 0) + 1;
  };
  const kept = new Map<string, { post: KnownPost; publishedAt: number }>();
  for (const post of all) {
    if (kept.has(post.key)) continue;
    const why = exclusionOf(post);
    const publishedAt = post.post.publishedAt === null ? Number.NaN : Date.parse(post.post.publishedAt);
    if (why) drop(why);
    else if (Number.isNaN(publishedAt) || publishedAt > options.now) drop('noDate');
    else kept.set(post.key, { post, publishedAt });
  }
  let list = [...kept.values()].sort((a, b) => a.publishedAt - b.publishedAt || (a.post.key < b.post.key ? -1 : 1));
  if (options.accountPosts !== null && all.length >= options.accountPosts) {
    excluded.firstPosts = Math.min(FIRST_POSTS, list.length);
    list = list.slice(FIRST_POSTS);
  }
  const outcome = chooseOutcome(list.map(({ post }) => post));
  const posts: ComparablePost[] = [];
  const curves: CurvePoint[][] = [];
  const waiting: Comparable['waiting'] = [];
  for (const { post, publishedAt } of list) {
    const curve = outcome ? outcomeCurve(post, publishedAt, outcome) : [];
    const value = valueAtAge(curve, options.horizonHours);
    if (value) {
      if (curve.length > 1) curves.push(curve);
      posts.push({
        key: post.key,
        publishedAt,
        local: localTime(publishedAt, options.zone),
        exactTime: post.post.publishedPrecision === 'second' || post.post.publishedPrecision === 'minute',
        format: post.post.format,
        pillar: post.labels.pillar ?? null,
        series: post.labels.series ?? null,
        kindOfContent: post.labels.kind ?? null,
        commercial: post.labels.commercial ?? false,
        value: value.logCount,
        kind: value.kind,
        valueAgeHours: value.ageHours,
      });
    } else if (curve.length > 0 || ageHours(publishedAt, options.now) < options.horizonHours) {
      waiting.push({ key: post.key, publishedAt, curve });
    } else {
      drop('noFigure');
    }
  }
  // Posts of one moment are told apart by their outcome, not by their names: renaming an account changes nothing.
  posts.sort((a, b) => a.publishedAt - b.publishedAt || a.value - b.value || (a.key < b.key ? -1 : 1));
  return { outcome, posts, curves, waiting, excluded };
}

function exclusionOf(post: KnownPost): Exclusion | null {
  if (post.post.status !== null && post.post.status !== 'published') return 'notPublished';
  if (post.labels.boosted) return 'boosted';
  if (post.labels.repost) return 'repost';
  if (post.post.crossPosted) return 'crossPosted';
  return null;
}
