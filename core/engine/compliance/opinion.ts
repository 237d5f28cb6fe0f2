/**
 * The third layer of warning (E2): public opinion. Posts that draw far more comments or far fewer likes per view than the
 * creator's own posts, complaints that were entered, and the tone of comments as counts per day. No commenter and no comment
 * text is kept.
 */
import { CHINA_CONTENT } from '../../../assets/rules/words/china-content';
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
  const rated = posts.flatMap((post) => {
    const latest = post.snapshots[post.snapshots.length - 1]?.metrics;
    const views = latest?.views?.value ?? latest?.reach?.value;
    const count = latest?.[kind]?.value;
    if (views === undefined || count === undefined || views < FEWEST_VIEWS) return [];
    return [{ post, count, rate: Math.log((count + 1) / (views + 50)) }];
  });
  if (rated.length < FEWEST_POSTS) return [];
  const rates = rated.map(({ rate }) => rate);
  const centre = median(rates);
  const spread = Math.max(0.1, robustSd(rates));
  return rated.flatMap(({ post, count, rate }) => {
    const z = (rate - centre) / spread;
    if (direction * z <= ALERT_Z || (kind === 'comments' && count < FEWEST_COMMENTS)) return [];
    const at = Date.parse(post.post.publishedAt ?? '');
    return [{ kind, post: post.key, title: post.post.title, z, times: Math.round(Math.exp(rate - centre) * 10) / 10, at }];
  });
}

/** Comments of one day, counted. */
export interface ToneCount {
  /** Local calendar date, `2026-05-25`. */
  day: string;
  comments: number;
  negative: number;
}

const DISAPPROVAL = `${CHINA_CONTENT.insult} 取关 失望 太失望 恰烂钱 恰饭太 骗人 骗子 割韭菜 智商税 难看 无聊 恶心 反感 虚假 假的 抄袭 退钱 退款 举报 差评 翻车 避雷 拉黑 垃圾 尴尬 太假 误导 不负责任 道歉 滚 unfollow unfollowing unsubscribed disappointed disappointing cringe misleading boring garbage trash awful terrible worst refund ripoff rip_off scam fake lies clickbait shame disgusting`;
const negative = new RegExp(
  DISAPPROVAL.split(/\s+/)
    .filter((word) => word.length > 1 && !/[{}]/.test(word))
    .map((word) => word.replaceAll('_', ' ').replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word))
    .join('|'),
  'i',
);

/** Counts comments that sound negative. A rough local estimate: the words of disapproval, nothing learnt, nothing kept. */
export function countTone(comments: Iterable<string>): { comments: number; negative: number } {
  let all = 0;
  let bad = 0;
  for (const comment of comments) {
    all++;
    if (negative.test(comment)) bad++;
  }
  return { comments: all, negative: bad };
}
