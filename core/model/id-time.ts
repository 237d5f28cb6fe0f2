/**
 * The moment that the ids of some platforms carry (TikTok: `facts/dashboards-west.md` 2.5; X; LinkedIn: 5.2). Readings keep what the page
 * prints; a post whose pages print no more than its day is known by the moment of its id, where the two agree, be it with day and month the other way round.
 */
import type { Platform } from './platforms';
import type { Post } from './reading';

interface Scheme {
  /** Bits behind the time. */
  shift: bigint;
  /** Of one step of the time, in milliseconds. */
  unit: number;
  /** Milliseconds since 1970 at which it begins. */
  epoch: number;
  /** By how many days the page's day may differ: its zone is not known everywhere. */
  days: number;
}
const SCHEMES: Partial<Record<Platform, Scheme>> = {
  tiktok: { shift: 32n, unit: 1000, epoch: 0, days: 0 },
  x: { shift: 22n, unit: 1, epoch: 1_288_834_974_657, days: 1 },
  linkedin: { shift: 22n, unit: 1, epoch: 0, days: 1 },
};
const DAY = 86_400_000;

/** Milliseconds since the epoch; null where the id carries no time at which people post. */
export function idTime(platform: Platform, id: string | null): number | null {
  const scheme = SCHEMES[platform];
  if (!scheme || !id || !/^\d{15,20}$/.test(id)) return null;
  const time = Number(BigInt(id) >> scheme.shift) * scheme.unit + scheme.epoch;
  return time > Date.UTC(2006, 0, 1) && time < Date.UTC(2100, 0, 1) ? time : null;
}

/** The post with the second of its id instead of a bare day that holds it (a scheduled post is made before it is published). */
export function withTimeOfId(platform: Platform, post: Post): Post {
  const { publishedAt, publishedPrecision, status } = post;
  const time = publishedPrecision === 'day' && status !== 'draft' && status !== 'scheduled' ? idTime(platform, post.id) : null;
  if (time === null || publishedAt === null) return post;
  const slack = (SCHEMES[platform]?.days ?? 0) * DAY;
  const holds = (day: string) => {
    const start = Date.parse(day);
    return time >= start - slack && time < start + DAY + slack;
  };
  // `7/8/2026` was read in one of two ways: where only the other one holds the moment, the page meant that.
  if (!holds(publishedAt) && !holds(publishedAt.replace(/-(\d\d)-(\d\d)T/, '-$2-$1T'))) return post;
  const [, zone = 'Z', sign, hours = '0', minutes = '0'] = /(Z|([+-])(\d\d):(\d\d))$/.exec(publishedAt) ?? [];
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return { ...post, publishedAt: new Date(time + shift).toISOString().slice(0, 19) + zone, publishedPrecision: 'second' };
}
