/** The time some platforms' ids carry, and how it is used: never against what the page says. */
import type { Post } from '../model/reading';
import { clean } from '../text/clean';
import { isoIn, readDate } from '../text/dates';
import type { Look } from './types';

const DAY = 86_400_000;
const HALF_A_YEAR = 183 * DAY;
/** The page's zone is not known to the hour, and a post may be created a moment before it is published. */
const SLACK = 15 * 60_000;

/** Milliseconds since the epoch, or null when the id is no such number or the time is not one at which people post. */
export function idTime(id: string | null, shift: bigint, unitMs: number, epochMs = 0): number | null {
  if (!id || !/^\d{15,20}$/.test(id)) return null;
  const time = Number(BigInt(id) >> shift) * unitMs + epochMs;
  return time > Date.UTC(2006, 0, 1) && time < Date.UTC(2100, 0, 1) ? time : null;
}

/** A date printed without its year is the one nearest to the id's time: a post is published within months of being made. */
export function withYearOf(post: Post, text: string | undefined, time: number | null, look: Look): Post {
  if (!text || time === null || post.status === 'scheduled' || /\d{4}/.test(clean(text))) return post;
  const date = readDate(text, { ...look, now: Math.min(look.now, time + HALF_A_YEAR) });
  return date ? { ...post, publishedAt: date.at, publishedPrecision: date.precision } : post;
}

/**
 * Takes the id's time where the page shows no date, or only a day that holds it. A time of day the page prints stays; so does a day
 * that does not agree (a scheduled post is made before it is published). A post that is not out yet has no time of publishing.
 * `days`: by how many days the page's day may differ, where its zone is unknown.
 */
export function withIdTime(post: Post, time: number | null, look: Look, days = 0): Post {
  if (time === null || time > look.now + SLACK || post.status === 'draft' || post.status === 'scheduled') return post;
  if (post.publishedAt !== null) {
    if (post.publishedPrecision !== 'day') return post;
    const start = Date.parse(post.publishedAt);
    if (time < start - days * DAY || time >= start + (days + 1) * DAY) return post;
  }
  return { ...post, publishedAt: isoIn(time, look.zone), publishedPrecision: 'second' };
}
