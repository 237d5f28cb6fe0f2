/**
 * Stretches of real accounts to judge advice on: 200 posts that the engine sees, and the next 100, which it does not. The files are in
 * the product's own columns, one account each, oldest post first.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { MetricName } from '../../core/model/metrics';
import { isPlatform, type Platform } from '../../core/model/platforms';
import type { KnownPost } from '../../core/model/post';
import { FORMATS, type Format } from '../../core/model/reading';
import { type Random, shuffle } from '../../core/stats/random';
import { median } from '../../core/stats/robust';

const SEEN = 200;
const JUDGED = 100;
const DAY_MS = 86_400_000;
const METRICS = ['views', 'likes', 'comments', 'saves', 'shares'] as const satisfies readonly MetricName[];
/** Posts on either side that make the level a judged post is measured against. */
const NEIGHBOURS = 15;
const PLACEBO_BLOCK = 30;

export interface Stretch {
  account: string;
  platform: Platform;
  zone: string;
  /** When the engine looks, milliseconds since the epoch: every post is old enough. */
  now: number;
  seen: KnownPost[];
  judged: KnownPost[];
}

type Row = Record<string, string>;

/** Of each account in `folder` at most `most` stretches, the newest first. */
export function* stretches(folder: string, most: number): Generator<Stretch> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  for (const file of files.sort()) {
    const text = readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, '');
    const rows = Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
    const platform = rows[0]?.platform ?? '';
    if (!isPlatform(platform)) continue;
    const offset = /([+-])(\d\d):\d\d$/.exec(rows[0]?.published_at ?? '');
    const zone = offset && Number(offset[2]) !== 0 ? `Etc/GMT${offset[1] === '+' ? '-' : '+'}${Number(offset[2])}` : 'UTC';
    for (let from = rows.length - SEEN - JUDGED, taken = 0; from >= 0 && taken < most; from -= JUDGED, taken++) {
      const now = Date.parse(rows[from + SEEN + JUDGED - 1]?.published_at ?? '') + 40 * DAY_MS;
      const posts = rows.slice(from, from + SEEN + JUDGED).map((row, i) => postOf(row, platform, i, now));
      yield { account: file, platform, zone, now, seen: posts.slice(0, SEEN), judged: posts.slice(SEEN) };
    }
  }
}

function postOf(row: Row, platform: Platform, index: number, seenAt: number): KnownPost {
  const metrics: KnownPost['snapshots'][number]['metrics'] = {};
  for (const name of METRICS) {
    const text = row[name];
    if (text === undefined || text === '') continue;
    const value = Number(text);
    metrics[name] = { value, low: value, high: value, raw: text };
  }
  const format = (FORMATS as readonly string[]).includes(row.format ?? '') ? (row.format as Format) : null;
  return {
    key: `${platform}|${row.account}|#${String(index).padStart(5, '0')}`,
    platform,
    account: row.account ?? '',
    post: {
      id: row.post_id ?? null,
      title: row.title ?? '',
      url: null,
      publishedAt: row.published_at ?? null,
      publishedPrecision: row.published_precision === 'day' ? 'day' : 'second',
      format,
      durationSeconds: row.duration_seconds ? Number(row.duration_seconds) : null,
      status: 'published',
      statusText: null,
      tags: [],
    },
    labels: {},
    snapshots: [{ seenAt, page: 'import/own-csv', metrics }],
    firstSeenAt: seenAt,
    lastSeenAt: seenAt,
  };
}

/** The same posts with their figures shuffled inside blocks of 30: nothing that a post is or when it went out has any effect. */
export function placebo(posts: readonly KnownPost[], random: Random): KnownPost[] {
  const snapshots = posts.map((post) => post.snapshots);
  for (let from = 0; from < posts.length; from += PLACEBO_BLOCK)
    shuffle(snapshots, random, from, Math.min(posts.length, from + PLACEBO_BLOCK));
  return posts.map((post, i) => ({ ...post, snapshots: snapshots[i] ?? [] }));
}

/** ln(1 + views), or interactions where there are none, less the median of the 15 posts on either side. */
export function residuals(posts: readonly KnownPost[]): number[] {
  const values = posts.map(({ snapshots: [last] }) => {
    const metrics = last?.metrics ?? {};
    return Math.log1p(metrics.views?.value ?? METRICS.slice(1).reduce((sum, name) => sum + (metrics[name]?.value ?? 0), 0));
  });
  return values.map((value, i) => value - median(values.slice(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1)));
}

/** FOLDER and `--windows N` from the command line. */
export function folderAndMost(args: readonly string[], usage: string): { folder: string; most: number } {
  const rest = [...args];
  const at = rest.indexOf('--windows');
  const most = at < 0 ? 10 : Number(rest.splice(at, 2)[1]);
  const [folder] = rest;
  if (!folder || !(most > 0)) throw new Error(`Usage: ${usage}`);
  return { folder, most };
}
