/**
 * The third layer of warning (E2): public opinion. Posts that draw far more comments or far fewer likes per view than the
 * creator's own posts, complaints that were entered, and the tone of comments as counts per day. No commenter and no comment
 * text is kept.
 */
import type { KnownPost } from '../../model/post';
import { median, robustSd } from '../../stats/robust';

export interface OpinionSign {
  kind: 'comments' | 'likes';
  post: string;
  title: string;
  /** Robust z value against the creator's own posts of that platform and format. */
  z: number;
  /** How many times the usual rate. */
  times: number;
}

const FEWEST_POSTS = 12;
/** `engine.md` 2.7. */
const ALERT_Z = 3.5;
const FEWEST_COMMENTS = 20;
const FEWEST_VIEWS = 200;
const RECENT_DAYS = 30;
const DAY = 86_400_000;

/** Anomalies among posts of the last 30 days; the baseline is every other post of the same platform, account and format. */
export const opinionSigns = (posts: readonly KnownPost[], now: number): OpinionSign[] => recentSigns(outliersOf(posts), now);

export const recentSigns = (signs: readonly (OpinionSign & { at: number })[], now: number): OpinionSign[] =>
  signs.filter(({ at }) => now - at <= RECENT_DAYS * DAY).map(({ at: _, ...sign }) => sign);

/** Anomalies among posts of any age, with the time of publishing in milliseconds. */
export function outliersOf(posts: readonly KnownPost[]): (OpinionSign & { at: number })[] {
  const units = new Map<string, KnownPost[]>();
  for (const post of posts) {
    const unit = `${post.platform}|${post.account}|${post.post.format ?? ''}`;
    const list = units.get(unit);
    if (list) list.push(post);
    else units.set(unit, [post]);
  }
  const signs: (OpinionSign & { at: number })[] = [];
  for (const list of units.values()) signs.push(...outliers(list, 'comments', 1), ...outliers(list, 'likes', -1));
  return signs;
}

function outliers(posts: readonly KnownPost[], kind: 'comments' | 'likes', direction: 1 | -1): (OpinionSign & { at: number })[] {
  const rated: { post: KnownPost; count: number; rate: number }[] = [];
  for (const post of posts) {
    const latest = post.snapshots[post.snapshots.length - 1]?.metrics;
    const views = latest?.views?.value ?? latest?.reach?.value;
    const count = latest?.[kind]?.value;
    if (views === undefined || count === undefined || views < FEWEST_VIEWS) continue;
    rated.push({ post, count, rate: Math.log((count + 1) / (views + 50)) });
  }
  if (rated.length < FEWEST_POSTS) return [];
  const rates = rated.map(({ rate }) => rate);
  const centre = median(rates);
  const spread = Math.max(0.1, robustSd(rates));
  const signs: (OpinionSign & { at: number })[] = [];
  for (const { post, count, rate } of rated) {
    const z = (rate - centre) / spread;
    if (direction * z <= ALERT_Z || (kind === 'comments' && count < FEWEST_COMMENTS)) continue;
    const at = Date.parse(post.post.publishedAt ?? '');
    signs.push({ kind, post: post.key, title: post.post.title, z, times: Math.round(Math.exp(rate - centre) * 10) / 10, at });
  }
  return signs;
}
