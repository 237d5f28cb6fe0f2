/** The posts a staged account has published: deterministic by seed, with everything in them that real accounts have. */
import type { MetricName } from '../../core/model/metrics';
import type { Platform } from '../../core/model/platforms';
import type { Format, PostStatus } from '../../core/model/reading';
import { type Chance, chance } from './random';
import { type StageLanguage, sequelOf, tagsOf, titleOf } from './titles';

export interface StagedPost {
  /** In the platform's form; whether a page shows it is the page's affair. */
  id: string;
  /** Verbatim, tags included where the platform keeps them in the text. */
  title: string;
  /** Milliseconds since the epoch, a whole minute. */
  publishedAt: number;
  format: Extract<Format, 'video' | 'image'>;
  /** Null for image posts. */
  durationSeconds: number | null;
  status: PostStatus;
  /** Figures in the metric's unit, at the precision dashboards print (ratios in hundredths of a percent). Absent: the page prints a dash. */
  figures: Partial<Record<MetricName, number>>;
}

/** A true effect put into the data, so that a screen has something to find. */
export interface PlantedWindow {
  days: 'weekday' | 'weekend' | 'all';
  startHour: number;
  /** Exclusive. */
  endHour: number;
  /** Views are multiplied by this. */
  factor: number;
}

export interface PostsWanted {
  platform: Platform;
  account: string;
  count: number;
  seed?: number;
  /** First and last moment of publishing, ISO 8601. */
  from: string;
  to: string;
  language?: StageLanguage;
  planted?: PlantedWindow;
  /** Hours to add to UTC for the times of day the creator posts at. China by default. */
  offsetHours?: number;
  /** Adds pairs of one minute in which one title is the beginning of the other. */
  lookalikes?: boolean;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Platforms whose lists print the tags inside the title. */
const TAGS_IN_TITLE: ReadonlySet<Platform> = new Set(['douyin', 'tiktok', 'kuaishou', 'channels', 'instagram', 'x', 'linkedin']);
/** How often the creator posts at each hour of the day. */
const HOURS = [8, 12, 12, 13, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 22, 23];

const letters = (dice: Chance, alphabet: string, length: number) =>
  Array.from({ length }, () => dice.pick([...alphabet])).join('');

/** Ids that hold the moment of publishing, in the place where the platform keeps it. `publishedAt`: milliseconds since the epoch. */
function idOf(platform: Platform, publishedAt: number, dice: Chance): string {
  const timed = (moment: number, bits: number) => String((BigInt(moment) << BigInt(bits)) + BigInt(dice.whole(0, 2 ** bits - 1)));
  const base58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  switch (platform) {
    case 'xiaohongshu':
      return letters(dice, '0123456789abcdef', 24);
    case 'bilibili':
      return `BV1${letters(dice, base58, 9)}`;
    case 'youtube':
      return letters(dice, `${base58}-_`, 11);
    case 'kuaishou':
      return `3x${letters(dice, 'abcdefghijkmnpqrstuvwxyz23456789', 13)}`;
    case 'tiktok':
      return timed(publishedAt / 1000, 32);
    case 'x':
      return timed(publishedAt - 1_288_834_974_657, 22);
    case 'linkedin':
      return timed(publishedAt, 22);
    default:
      return `7${letters(dice, '0123456789', 18)}`;
  }
}

function inWindow(publishedAt: number, window: PlantedWindow, offsetHours: number): boolean {
  const local = new Date(publishedAt + offsetHours * HOUR);
  const weekend = [0, 6].includes(local.getUTCDay());
  const hour = local.getUTCHours();
  return (window.days === 'all' || (window.days === 'weekend') === weekend) && hour >= window.startHour && hour < window.endHour;
}

const ratio = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;

/** Everything any dashboard might print of one post; a page shows the part it has columns for. */
function figuresOf(views: number, format: StagedPost['format'], duration: number | null, dice: Chance): StagedPost['figures'] {
  const some = (share: number) => Math.round(views * share * (0.4 + 1.2 * dice.next()));
  const impressions = Math.round(views * (3 + 9 * dice.next())) + dice.whole(0, 40);
  const likes = some(0.05);
  const comments = some(0.006);
  const saves = some(0.02);
  const shares = some(0.008);
  const followersGained = some(0.004);
  const counts = {
    views,
    impressions,
    reach: Math.round(impressions * 0.8),
    likes,
    comments,
    replies: comments,
    saves,
    shares,
    reposts: some(0.003),
    coins: some(0.004),
    recommends: some(0.01),
    bulletComments: format === 'video' ? some(0.003) : 0,
    interactions: likes + comments + saves + shares,
    followersGained,
    profileVisits: some(0.02),
    linkClicks: some(0.002),
  };
  // Rates of nothing are unknown, and so are playing times of pictures.
  if (views === 0) return counts;
  const watched = 0.15 + 0.5 * dice.next();
  return {
    ...counts,
    ...(dice.holds(0.7) ? { clickThroughRate: ratio(views / impressions) } : {}),
    ...(format === 'video' && duration !== null
      ? {
          completionRate: ratio(watched * dice.next()),
          completionRate5s: ratio(0.2 + 0.5 * dice.next()),
          exitRate2s: ratio(0.15 + 0.5 * dice.next()),
          averageWatchSeconds: Math.max(1, Math.round(duration * watched)),
          averageViewedShare: ratio(watched),
        }
      : {}),
  };
}

/** Newest first, as dashboards list them. */
export function stagedPosts(wanted: PostsWanted): StagedPost[] {
  const { platform, account, count, language = 'zh-CN', offsetHours = 8, planted } = wanted;
  const dice = chance(`${wanted.seed ?? 1}|${platform}|${account}`);
  const from = Date.parse(wanted.from);
  const to = Date.parse(wanted.to);
  if (!(from < to)) throw new Error(`from ${wanted.from} is not before to ${wanted.to}`);

  const posts: StagedPost[] = [];
  const taken = new Set<string>();
  let minute = 0;
  let title = '';
  for (let index = 0; index < count; index++) {
    // Every eleventh post goes out in the same minute as the one before: batches are common.
    const batched = index % 11 === 10;
    if (!batched) {
      const day = from + ((index + dice.next()) / count) * (to - from);
      const midnight = Math.floor((day + offsetHours * HOUR) / (24 * HOUR)) * 24 * HOUR - offsetHours * HOUR;
      minute = midnight + dice.pick(HOURS) * HOUR + dice.whole(0, 59) * MINUTE;
      minute = Math.min(Math.max(minute, from), to);
      minute -= minute % MINUTE;
    }
    const lookalike = batched && wanted.lookalikes === true;
    const kind = dice.holds(0.08) ? 'awkward' : dice.holds(0.08) ? 'selling' : 'plain';
    const tags = TAGS_IN_TITLE.has(platform) ? tagsOf(language, dice) : [];
    const fresh = [titleOf(language, kind, dice), ...tags.map((tag) => `#${tag}`)].join(' ');
    title = lookalike ? `${title} 下` : fresh;
    for (let part = 2; taken.has(`${minute}|${title}`); part++) title = sequelOf(language, fresh, part);
    taken.add(`${minute}|${title}`);

    const format = dice.holds(0.75) ? 'video' : 'image';
    const durationSeconds = format === 'video' ? dice.whole(7, 400) : null;
    const status: PostStatus =
      index % 29 === 13 ? 'private' : index % 41 === 25 ? 'inReview' : index % 53 === 37 ? 'rejected' : 'published';
    const lift = planted && inWindow(minute, planted, offsetHours) ? planted.factor : 1;
    const views = index % 37 === 5 ? 0 : Math.round(Math.exp(6.8 + 0.7 * dice.normal()) * lift * (index % 31 === 7 ? 30 : 1));
    const seen = status === 'published' ? views : status === 'private' ? dice.whole(0, 9) : 0;
    posts.push({
      id: idOf(platform, minute, dice),
      title,
      publishedAt: minute,
      format,
      durationSeconds,
      status,
      figures: status === 'inReview' || status === 'rejected' ? {} : figuresOf(seen, format, durationSeconds, dice),
    });
  }
  return posts
    .map((post, index) => ({ post, index }))
    .sort((a, b) => b.post.publishedAt - a.post.publishedAt || b.index - a.index)
    .map(({ post }) => post);
}
