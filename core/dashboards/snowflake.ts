/** How the time that some platforms' ids carry is used while reading a page: never against what the page says. */
import { idTime } from '../model/id-time';
import type { Post } from '../model/reading';
import { clean } from '../text/clean';
import { isoIn, readDate } from '../text/dates';
import type { Look } from './types';

const HALF_A_YEAR = 183 * 86_400_000;
/** A post may be created a moment before it is published, and clocks differ. */
const SLACK = 15 * 60_000;

/** A date printed without its year is the one nearest to the id's time: a post is published within months of being made. */
export function withYearOf(post: Post, text: string | undefined, look: Look): Post {
  if (!text || post.status === 'scheduled' || /\d{4}/.test(clean(text))) return post;
  const time = idTime(look.platform, post.id);
  if (time === null) return post;
  const date = readDate(text, { ...look, now: Math.min(look.now, time + HALF_A_YEAR) });
  return date ? { ...post, publishedAt: date.at, publishedPrecision: date.precision } : post;
}

/** The id's time where the page shows no date at all. A post that is not out yet has no time of publishing. */
export function withIdTime(post: Post, look: Look): Post {
  if (post.publishedAt !== null || post.status === 'draft' || post.status === 'scheduled') return post;
  const time = idTime(look.platform, post.id);
  if (time === null || time > look.now + SLACK) return post;
  return { ...post, publishedAt: isoIn(time, look.zone), publishedPrecision: 'second' };
}
