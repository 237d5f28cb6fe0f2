/**
 * A reading as it lies on the disk: `[key, seenAt, page, post, metrics]`, the last two as JSON texts. Texts are copied into the
 * database much faster than objects, compare at once, and a walk over years of history parses only what it needs.
 * `unpack(pack(reading, key))` gives the reading back.
 *
 * key      identity key (`../model/identity.ts`) with the ordinal of twins
 * post     `[id, title, url, publishedAt, precision, format, durationSeconds, status, statusText, tags, pinned, crossPosted]`
 * metrics  `{ "views": 12, "likes": [12000, 11500, 12500, "1.2万"] }`: a bare number is exact and printed so; `[value, raw]` is
 *          exact; `[value, low, high, raw, currency?]` is everything else
 */
import { METRIC_NAMES, type MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import type { Figure, Metrics, Post, Reading } from '../model/reading';

export type PackedReading = [key: string, seenAt: string, page: string, post: string, metrics: string];

type PackedFigure = number | [number, string] | [number, number, number, string] | [number, number, number, string, string];

type PackedPost = [
  Post['id'],
  Post['title'],
  Post['url'],
  Post['publishedAt'],
  Post['publishedPrecision'],
  Post['format'],
  Post['durationSeconds'],
  Post['status'],
  Post['statusText'],
  Post['tags'],
  (boolean | null)?,
  (boolean | null)?,
];

function packFigure({ value, low, high, raw, currency }: Figure): PackedFigure {
  if (currency !== undefined) return [value, low, high, raw, currency];
  if (low !== value || high !== value) return [value, low, high, raw];
  return String(value) === raw ? value : [value, raw];
}

function unpackFigure(packed: PackedFigure): Figure {
  if (typeof packed === 'number') return { value: packed, low: packed, high: packed, raw: String(packed) };
  if (packed.length === 2) return { value: packed[0], low: packed[0], high: packed[0], raw: packed[1] };
  const [value, low, high, raw, currency] = packed;
  return currency === undefined ? { value, low, high, raw } : { value, low, high, raw, currency };
}

function packPost(post: Post): PackedPost {
  const packed: PackedPost = [
    post.id,
    post.title,
    post.url,
    post.publishedAt,
    post.publishedPrecision,
    post.format,
    post.durationSeconds,
    post.status,
    post.statusText,
    post.tags,
  ];
  if (post.pinned !== undefined || post.crossPosted !== undefined) packed.push(post.pinned ?? null, post.crossPosted ?? null);
  return packed;
}

export function pack(reading: Reading, key: string): PackedReading {
  const metrics: Record<string, PackedFigure> = {};
  for (const name of METRIC_NAMES) {
    const figure = reading.metrics[name];
    if (figure) metrics[name] = packFigure(figure);
  }
  return [key, reading.seenAt, reading.page, JSON.stringify(packPost(reading.post)), JSON.stringify(metrics)];
}

export function unpackPost([, , , text]: PackedReading): Post {
  const packed: PackedPost = JSON.parse(text);
  const [
    id,
    title,
    url,
    publishedAt,
    publishedPrecision,
    format,
    durationSeconds,
    status,
    statusText,
    tags,
    pinned,
    crossPosted,
  ] = packed;
  const post: Post = { id, title, url, publishedAt, publishedPrecision, format, durationSeconds, status, statusText, tags };
  if (typeof pinned === 'boolean') post.pinned = pinned;
  if (typeof crossPosted === 'boolean') post.crossPosted = crossPosted;
  return post;
}

export function unpack(packed: PackedReading, platform: Platform, account: string | null): Reading {
  const [, seenAt, page, , text] = packed;
  const metrics: Metrics = {};
  const figures: Record<string, PackedFigure> = JSON.parse(text);
  for (const name in figures) {
    const figure = figures[name];
    if (figure !== undefined) metrics[name as MetricName] = unpackFigure(figure);
  }
  return { platform, page, account, post: unpackPost(packed), metrics, seenAt };
}

/** FNV-1a, twice with different bases, 53 bits together: equal texts have equal prints, others practically never. */
export function fingerprint(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x050c5d1f;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 15), 0x01000193);
  }
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0);
}

/** What a reading says, apart from when and where it was seen. */
export const contentPrint = ([, , , post, metrics]: PackedReading): number => fingerprint(`${post}\n${metrics}`);
