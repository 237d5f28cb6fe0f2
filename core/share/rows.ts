/** Posts as rows of typed cells: what the CSV, XLSX and Parquet writers share. Columns and their order: `contracts`, "CSV". */
import { joinLabels } from '../model/cells';
import { latestMetrics } from '../model/latest';
import { METRIC_NAMES, type MetricName } from '../model/metrics';
import type { KnownPost } from '../model/post';
import type { Metrics } from '../model/reading';

/** `code`: one of a fixed set of words. `text`: what people or platforms wrote. `time`: ISO 8601 with offset. */
export type CellKind = 'code' | 'text' | 'time' | 'number' | 'boolean';
export type Cell = string | number | boolean | null;

export interface Column {
  name: string;
  kind: CellKind;
  /** For figures: of which metric. */
  metric?: MetricName;
}

/** Pages of posts: `store.eachPost()`, or arrays. */
export type Pages = AsyncIterable<readonly KnownPost[]> | Iterable<readonly KnownPost[]>;

const POST_COLUMNS: readonly Column[] = [
  { name: 'platform', kind: 'code' },
  { name: 'account', kind: 'text' },
  { name: 'post_id', kind: 'text' },
  { name: 'title', kind: 'text' },
  { name: 'url', kind: 'text' },
  { name: 'format', kind: 'code' },
  { name: 'published_at', kind: 'time' },
  { name: 'published_precision', kind: 'code' },
  { name: 'duration_seconds', kind: 'number' },
  { name: 'status', kind: 'code' },
  { name: 'pillar', kind: 'text' },
  { name: 'series', kind: 'text' },
  { name: 'commercial', kind: 'boolean' },
  { name: 'labels', kind: 'text' },
  { name: 'first_seen_at', kind: 'time' },
  { name: 'captured_at', kind: 'time' },
];

/** Which columns a file has besides those of the contract. */
export interface Shape {
  /** `<metric>_low` and `<metric>_high` after each metric, and the currency of `revenue`. */
  intervals?: boolean | undefined;
  /** One row per look instead of one per post: the page it was seen on. */
  history?: boolean | undefined;
}

export function columns({ intervals = false, history = false }: Shape): Column[] {
  const figures = METRIC_NAMES.flatMap((name): Column[] => {
    const part = (end: string): Column => ({ name: `${name}${end}`, kind: 'number', metric: name });
    return intervals ? [part(''), part('_low'), part('_high')] : [part('')];
  });
  return [
    ...POST_COLUMNS,
    ...figures,
    ...(intervals ? [{ name: 'revenue_currency', kind: 'code' } as const] : []),
    ...(history ? [{ name: 'page', kind: 'code' } as const] : []),
  ];
}

function rowOf(
  known: KnownPost,
  metrics: Metrics,
  seenAt: number,
  page: string,
  { intervals = false, history = false }: Shape,
): Cell[] {
  const { post, labels } = known;
  const figures = METRIC_NAMES.flatMap((name): Cell[] => {
    const figure = metrics[name];
    if (!intervals) return [figure?.value ?? null];
    return figure ? [figure.value, figure.low, figure.high] : [null, null, null];
  });
  return [
    known.platform,
    known.account || null,
    post.id,
    post.title,
    post.url,
    post.format,
    post.publishedAt,
    post.publishedPrecision,
    post.durationSeconds,
    post.status,
    labels.pillar ?? null,
    labels.series ?? null,
    labels.commercial ?? null,
    labels.labels?.length ? joinLabels(labels.labels) : null,
    new Date(known.firstSeenAt).toISOString(),
    new Date(seenAt).toISOString(),
    ...figures,
    ...(intervals ? [metrics.revenue?.currency ?? null] : []),
    ...(history ? [page] : []),
  ];
}

/** The rows of one post: its latest values, or every look at it. */
export function rowsOf(known: KnownPost, shape: Shape): Cell[][] {
  if (shape.history) return known.snapshots.map(({ metrics, seenAt, page }) => rowOf(known, metrics, seenAt, page, shape));
  return [rowOf(known, latestMetrics(known), known.lastSeenAt, '', shape)];
}

/** A number as plain decimal digits: `1e-7` is not what every program takes for a number. Reads back as the same number. */
export function plainNumber(value: number): string {
  const text = String(value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', first = '', rest = '', exponent = ''] = match;
  const digits = first + rest;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return digits.length > point ? `${sign}${digits.slice(0, point)}.${digits.slice(point)}` : sign + digits.padEnd(point, '0');
}
