/** Units of analysis: posts of one platform and account that may be weighed together. */
import { type Comparable, comparable } from '../history/comparable';
import { believed } from '../history/doubts';
import { horizonHours } from '../history/horizon';
import { type Platform, printedZone } from '../model/platforms';
import type { KnownPost } from '../model/post';
import type { AccountReading, Format } from '../model/reading';

export interface Unit {
  /** `platform|account|format`, `…|all` when formats are pooled. */
  unit: string;
  platform: Platform;
  account: string;
  horizonHours: number;
  /** The clock the hours are told by: the one the platform prints, else the creator's. */
  zone: string;
  /** Every status. */
  posts: KnownPost[];
  comparable: Comparable;
}

export interface UnitContext {
  accountReadings: readonly AccountReading[];
  /** The creator's zone. */
  zone: string;
  now: number;
}

/** Posts that can only ever be weighed together: the key depends on the post alone, so a new reading touches one group. */
export function groupOf(post: KnownPost): string {
  return `${post.platform}|${post.account}|${familyOf(post.platform, post.post.format)}`;
}

/**
 * Formats of one account share an audience and so its clock; they are pooled, with the format in the model, unless they are
 * compared at different ages. A live broadcast is watched while it happens and stays apart.
 */
function familyOf(platform: Platform, format: Format | null): 'live' | 'long' | 'rest' {
  if (format === 'live') return 'live';
  return horizonHours(platform, 'video') !== horizonHours(platform, 'short') && (format === 'video' || format === null)
    ? 'long'
    : 'rest';
}

export function groupPosts(posts: readonly KnownPost[]): Map<string, KnownPost[]> {
  const groups = new Map<string, KnownPost[]>();
  for (const post of posts) {
    const key = groupOf(post);
    const group = groups.get(key);
    if (group) group.push(post);
    else groups.set(key, [post]);
  }
  return groups;
}

/** One group as a unit, without the looks that are not believed. `given` must not be empty and must share their group. */
export function unitOf(given: readonly KnownPost[], context: UnitContext): Unit {
  const posts = given.map(believed);
  const [first] = posts;
  if (!first) throw new RangeError('a unit needs a post');
  const { platform, account } = first;
  const hours = horizonHours(platform, first.post.format);
  const zone = printedZone(platform, context.zone);
  return {
    unit: `${platform}|${account}|${formatName(posts)}`,
    platform,
    account,
    horizonHours: hours,
    zone,
    posts,
    comparable: comparable(posts, {
      horizonHours: hours,
      zone,
      now: context.now,
      accountPosts: accountPosts(context.accountReadings, platform, account),
    }),
  };
}

function formatName(posts: readonly KnownPost[]): string {
  const [first] = posts;
  if (first && familyOf(first.platform, first.post.format) === 'long') return 'video';
  const formats = new Set(posts.map((post) => post.post.format));
  const [only] = formats;
  return formats.size === 1 && only ? only : 'all';
}

/** The newest count of its own posts that the account's pages showed. */
function accountPosts(readings: readonly AccountReading[], platform: Platform, account: string): number | null {
  let newest: { seenAt: number; posts: number } | null = null;
  for (const reading of readings) {
    const figure = reading.metrics.posts;
    if (!figure || reading.platform !== platform || (reading.account ?? '') !== account) continue;
    const seenAt = Date.parse(reading.seenAt);
    if (!newest || seenAt > newest.seenAt) newest = { seenAt, posts: figure.value };
  }
  return newest?.posts ?? null;
}

/** Share of posts that carry a pillar or a series label. 0 for no posts. */
export function labelCoverage(posts: readonly { pillar: string | null; series: string | null }[]): number {
  return posts.length === 0 ? 0 : posts.filter((post) => post.pillar !== null || post.series !== null).length / posts.length;
}
