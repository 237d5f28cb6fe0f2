/** What the growth report is made from: the facts of all units of one account, and what its pages said of the account. */
import type { AccountReading } from '../../model/reading';
import type { Why } from '../../model/report-parts';
import { weeksOf, whyOf } from '../mix/adherence/window';
import { byTime, type PostFacts } from '../mix/facts';

export const DAY_MS = 86_400_000;

export interface AccountPost extends PostFacts {
  publishedAt: number;
  day: number;
  /** Index into `keys`. */
  index: number;
  unit: string;
}

/** How far back single posts are named. */
const REACH = { days: 400, posts: 200 };

export interface Account {
  /** Public, dated posts within reach, oldest first. */
  posts: AccountPost[];
  /** Those of the unit that holds most of them: posts of two units (long and short videos) are not weighed against each other. */
  main: AccountPost[];
  /** Everything known, drafts and undated ones included. */
  all: readonly PostFacts[];
  keys: string[];
  /** Oldest first. */
  readings: readonly AccountReading[];
  /** Milliseconds since the epoch of the last look at a post; null without posts. */
  seenAt: number | null;
}

export function accountOf(
  units: readonly { unit: string; facts: readonly PostFacts[] }[],
  readings: readonly AccountReading[],
): Account {
  const all = units.flatMap(({ unit, facts }) => facts.map((own) => ({ ...own, unit }))).sort(byTime);
  const dated = all.filter(
    (post): post is typeof post & { publishedAt: number; day: number } =>
      post.posted && post.publishedAt !== null && post.day !== null,
  );
  const last = dated.at(-1)?.publishedAt ?? 0;
  const since = dated.findIndex(({ publishedAt }) => publishedAt > last - REACH.days * DAY_MS);
  const kept = dated.slice(Math.min(since < 0 ? dated.length : since, Math.max(0, dated.length - REACH.posts)));
  const posts = kept.map((post, index) => ({ ...post, index }));
  const counts = new Map<string, number>();
  for (const { unit } of posts) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const [main] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return {
    posts,
    main: posts.filter(({ unit }) => unit === main),
    all,
    keys: kept.map(({ key }) => key),
    readings: [...readings].sort((a, b) => Date.parse(a.seenAt) - Date.parse(b.seenAt)),
    seenAt: all.reduce<number | null>((latest, { lastSeenAt }) => Math.max(latest ?? 0, lastSeenAt), null),
  };
}

/** The reason of a figure made of posts: how many there are, how many it takes, and what to say when they do not suffice. */
export function reason(
  formula: string,
  posts: readonly { index: number; day: number }[],
  need: number,
  missing: string,
  inputs: Why['inputs'] = {},
): Why {
  const have = posts.length;
  return whyOf(formula, {
    inputs,
    posts: posts.map(({ index }) => index),
    weeks: weeksOf(posts),
    have,
    need,
    missing: have < need ? [missing] : [],
  });
}

export const isoDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The last `days` days before the newest post or the last `posts` posts, whichever is more. */
export function newest<T extends { publishedAt: number }>(posts: readonly T[], days: number, count: number): T[] {
  const last = posts.at(-1)?.publishedAt ?? 0;
  const since = posts.findIndex(({ publishedAt }) => publishedAt > last - days * DAY_MS);
  return posts.slice(Math.min(since < 0 ? posts.length : since, Math.max(0, posts.length - count)));
}
