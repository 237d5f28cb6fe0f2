/**
 * The sample account: invented posts with a history, to be explored and removed. It lies in a database of its own, so that nothing
 * of it ever mixes with what was captured. The same on every computer, counted back from today.
 */
import type { Kind } from '../../core/model/labels';
import type { Figure, Metrics, Reading } from '../../core/model/reading';
import type { Store } from '../../core/store/types';
import type { Locale } from './protocol';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKS = 30;
const POSTS = 150;
/** The invented creator looks at the dashboard this often, and sees the posts of the last weeks. */
const LOOKS_EVERY = 1.5 * DAY;
const LOOKED_BACK = 26 * DAY;

/** A small repeatable generator (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Planned {
  title: string;
  publishedAt: number;
  /** Views it will have in the end. */
  views: number;
  rates: { likes: number; comments: number; saves: number; shares: number };
  completion: number;
}

const exact = (value: number): Figure => ({ value, low: value, high: value, raw: String(value) });

function figuresAt(post: Planned, now: number): Metrics {
  const views = Math.round(post.views * (1 - Math.exp(-(((now - post.publishedAt) / (1.6 * DAY)) ** 0.7))));
  const count = (rate: number) => exact(Math.round(views * rate));
  const { likes, comments, saves, shares } = post.rates;
  return {
    views: exact(views),
    likes: count(likes),
    comments: count(comments),
    saves: count(saves),
    shares: count(shares),
    completionRate: { ...exact(post.completion), raw: `${Math.round(post.completion * 100)}%` },
  };
}

/** Writes the sample into an empty store. `now`: milliseconds since the epoch. */
export async function fillSample(store: Store, locale: Locale, now: number): Promise<void> {
  const { sample } = await (locale === 'zh-CN'
    ? import('../../assets/locales/zh-CN/sample')
    : import('../../assets/locales/en/sample'));
  const random = randomOf(20);
  const normal = () => Math.sqrt(-2 * Math.log(random() || 1e-9)) * Math.cos(2 * Math.PI * random());
  const start = now - WEEKS * 7 * DAY;
  const planned = Array.from({ length: POSTS }, (_, at): Planned => {
    const [title, kind] = sample.titles[Math.floor(random() * sample.titles.length)] ?? ['', 'knowledge'];
    const day = new Date(start + ((at + random() * 0.6) / POSTS) * WEEKS * 7 * DAY);
    const evening = random() < 0.5;
    const hour = evening ? 18 + Math.floor(random() * 4) : 8 + Math.floor(random() * 9);
    const minute = Math.floor(random() * 60);
    // Hours are meant as the platform prints them: China's time there, the creator's elsewhere.
    if (sample.platform === 'douyin') day.setUTCHours(hour - 8, minute, 0, 0);
    else day.setHours(hour, minute, 0, 0);
    const publishedAt = Math.min(day.getTime(), now - 20 * HOUR);
    const effect = 0.004 * at + (evening ? 0.5 : 0) + (kind === 'knowledge' ? 0.25 : kind === 'interaction' ? -0.2 : 0);
    return {
      title: at === POSTS - 9 ? sample.flagged : title.replace('{n}', String(at + 1)),
      publishedAt,
      // The newest post but a few does far better than usual, so that there is something to notice.
      views: Math.round(900 * Math.exp(effect + 0.4 * normal())) * (at === POSTS - 3 ? 9 : 1),
      rates: {
        likes: 0.03 + 0.03 * random(),
        comments: 0.002 + 0.006 * random(),
        saves: kind === 'knowledge' ? 0.03 : 0.01,
        shares: 0.004 + 0.004 * random(),
      },
      completion: Math.round((0.28 + 0.2 * random()) * 100) / 100,
    };
  });
  const readingOf = (post: Planned, at: number, seenAt: number): Reading => ({
    platform: sample.platform,
    page: `${sample.platform}/${sample.platform === 'douyin' ? 'content-manage' : 'content-list'}`,
    account: sample.account,
    post: {
      id: `sample-${at}`,
      title: post.title,
      url: null,
      publishedAt: new Date(post.publishedAt).toISOString(),
      publishedPrecision: 'minute',
      format: 'short',
      durationSeconds: 30 + ((at * 17) % 60),
      status: 'published',
      statusText: null,
      tags: [],
    },
    metrics: figuresAt(post, seenAt),
    seenAt: new Date(seenAt).toISOString(),
  });
  const looks: number[] = [];
  for (let at = now - HOUR; at > start; at -= LOOKS_EVERY) looks.unshift(at);
  for (const [number, seenAt] of looks.entries()) {
    const seen = planned.flatMap((post, at) =>
      post.publishedAt < seenAt && post.publishedAt > seenAt - LOOKED_BACK ? [readingOf(post, at, seenAt)] : [],
    );
    const captured = planned.filter(({ publishedAt }) => publishedAt < seenAt).length;
    const [first] = seen;
    if (!first) continue;
    await store.keep({
      id: `sample-${number}`,
      page: first.page,
      readings: seen,
      coverage: { expectedTotal: captured + 6, captured },
    });
  }
  await labelSample(store, sample);
}

async function labelSample(store: Store, sample: { titles: [string, Kind, number][]; pillars: string[] }): Promise<void> {
  const posts = await store.posts({ latestOnly: true });
  for (const [title, kind, place] of sample.titles) {
    const [start = ''] = title.split('{n}');
    const keys = posts.filter(({ post }) => post.title.startsWith(start)).map(({ key }) => key);
    const pillar = sample.pillars[place];
    // A fifth stays without a kind: there is something to try labelling on.
    const most = keys.slice(0, Math.ceil(keys.length * 0.8));
    if (most.length > 0) await store.setLabels(most, { kind, ...(pillar ? { pillar } : {}) });
  }
}
