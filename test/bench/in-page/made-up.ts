/** Made-up readings and posts for measuring: as many as wanted, the same every time. */
import { KINDS } from '../../../core/model/labels';
import type { Platform } from '../../../core/model/platforms';
import type { KnownPost, Snapshot } from '../../../core/model/post';
import type { Figure, Metrics, Post, Reading } from '../../../core/model/reading';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The newest moment in the data. */
export const NOW = Date.parse('2026-06-30T12:00:00Z');
const PLATFORMS: readonly Platform[] = ['douyin', 'xiaohongshu', 'youtube', 'tiktok'];
const WORDS = '番茄 焖饭 毛衣 养猫 茶厂 收纳 刷墙 面包 阳台 早餐 骑行 旧书 木工 露营 咖啡 修表'.split(' ');
const HOURS = [8, 12, 12, 18, 18, 19, 20, 20, 21, 22];

/** mulberry32 */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const exact = (value: number): Figure => ({ value, low: value, high: value, raw: String(value) });
const isoIn = (at: number) => new Date(at + 8 * HOUR).toISOString().replace(/\.\d+Z$/, '+08:00');

/** A title of a dozen words, with a number so that no two are the same. */
export function titleOf(at: number): string {
  const word = (step: number) => WORDS[(at * step + (at >> 4)) % WORDS.length];
  return `${word(1)}记第${at}回：${word(3)}和${word(7)}，周末在家试了${word(5)}，顺便整理${word(11)} #${word(1)} #日常`;
}

function postOf(at: number, publishedAt: number): Post {
  return {
    id: String(7_100_000_000_000_000_000n + BigInt(at) * 977n),
    title: titleOf(at),
    url: null,
    publishedAt: isoIn(publishedAt),
    publishedPrecision: 'minute',
    format: at % 5 === 0 ? 'image' : 'video',
    durationSeconds: at % 5 === 0 ? null : 20 + (at % 300),
    status: 'published',
    statusText: '已发布',
    tags: [],
  };
}

function metricsOf(views: number): Metrics {
  const share = (of: number) => exact(Math.round(views * of));
  return { views: exact(views), likes: share(0.05), comments: share(0.006), shares: share(0.008), saves: share(0.02) };
}

/** Cumulative share of a post's views after some hours. */
const grown = (hours: number) => 1 - 0.8 * Math.exp(-hours / 30) - 0.2 * Math.exp(-hours / 300);

/** Whole accounts as the engine is given them: `units` accounts of `posts / units` posts, each looked at `looks` times, over two years. */
export function knownPosts(posts: number, looks: number, units: number): KnownPost[] {
  const random = randomOf(posts + looks);
  const each = Math.ceil(posts / units);
  return Array.from({ length: posts }, (_, at): KnownPost => {
    const unit = Math.floor(at / each);
    const platform = PLATFORMS[unit % PLATFORMS.length] as Platform;
    const day = Math.floor(((at % each) * 730) / each);
    const hour = HOURS[Math.floor(random() * HOURS.length)] ?? 12;
    const publishedAt = Math.floor(NOW / DAY) * DAY - (day + 1) * DAY + (hour - 8) * HOUR + Math.floor(random() * 60) * 60_000;
    const full = Math.round(900 * Math.exp(random() * 2.6 + (hour >= 20 ? 0.2 : 0)));
    // Looked at for a fortnight, more often in the beginning.
    const snapshots = Array.from({ length: looks }, (__, look): Snapshot => {
      const age = 14 * 24 * ((look + 1) / looks) ** 2;
      return {
        seenAt: publishedAt + age * HOUR,
        page: `${platform}/content-list`,
        metrics: metricsOf(Math.round(full * grown(age))),
      };
    }).filter(({ seenAt }) => seenAt <= NOW);
    if (snapshots.length === 0)
      snapshots.push({ seenAt: NOW, page: `${platform}/content-list`, metrics: metricsOf(Math.round(full / 2)) });
    return {
      key: `${platform}:made-up-${at}`,
      platform,
      account: `Mint balcony ${unit}`,
      post: { ...postOf(at, publishedAt), format: unit % 2 ? 'image' : 'video' },
      labels: at % 3 ? { pillar: WORDS[at % 5] ?? '', kind: KINDS[at % KINDS.length] ?? 'knowledge' } : {},
      snapshots,
      firstSeenAt: snapshots[0]?.seenAt ?? NOW,
      lastSeenAt: snapshots.at(-1)?.seenAt ?? NOW,
    };
  });
}

/** What a dashboard hands over: look `look` at `posts` posts of one account. Figures grow from look to look. */
export function readings(posts: number, look: number): Reading[] {
  const seenAt = new Date(NOW - 200 * HOUR + look * HOUR).toISOString();
  return Array.from({ length: posts }, (_, at) => ({
    platform: 'douyin',
    page: 'douyin/content-list',
    account: 'Mint balcony',
    post: postOf(at, NOW - 300 * HOUR - at * 5 * HOUR),
    metrics: metricsOf(1000 + at * 3 + look * 7),
    seenAt,
  }));
}
