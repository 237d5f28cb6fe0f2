/** The product's own CSV (`contracts.md`): what a spreadsheet opens, and the easiest thing to import. */
import Papa from 'papaparse';
import { guard, joinLabels } from '../model/cells';
import { latestMetrics } from '../model/latest';
import { METRIC_NAMES } from '../model/metrics';
import type { KnownPost } from '../model/post';
import type { Metrics } from '../model/reading';

export interface CsvOptions {
  /** One row per look instead of one per post with its latest values. */
  history?: boolean;
  /** Adds `<metric>_low` and `<metric>_high` after each metric. */
  intervals?: boolean;
}

/** Columns before the metrics, in order. */
export const POST_COLUMNS = [
  'platform',
  'account',
  'post_id',
  'title',
  'url',
  'format',
  'published_at',
  'published_precision',
  'duration_seconds',
  'status',
  'pillar',
  'series',
  'commercial',
  'labels',
  'first_seen_at',
  'captured_at',
] as const;
export type PostColumn = (typeof POST_COLUMNS)[number];

const BOM = '\uFEFF';

const header = ({ intervals }: CsvOptions): string[] => [
  ...POST_COLUMNS,
  ...METRIC_NAMES.flatMap((name) => (intervals ? [name, `${name}_low`, `${name}_high`] : [name])),
];

function row(known: KnownPost, metrics: Metrics, seenAt: number, { intervals }: CsvOptions): string[] {
  const { post, labels } = known;
  const fields: Record<PostColumn, string> = {
    platform: known.platform,
    account: guard(known.account),
    post_id: guard(post.id ?? ''),
    title: guard(post.title),
    url: guard(post.url ?? ''),
    format: post.format ?? '',
    published_at: post.publishedAt ?? '',
    published_precision: post.publishedPrecision ?? '',
    duration_seconds: post.durationSeconds === null ? '' : String(post.durationSeconds),
    status: post.status ?? '',
    pillar: guard(labels.pillar ?? ''),
    series: guard(labels.series ?? ''),
    commercial: labels.commercial === undefined ? '' : String(labels.commercial),
    labels: guard(joinLabels(labels.labels ?? [])),
    first_seen_at: new Date(known.firstSeenAt).toISOString(),
    captured_at: new Date(seenAt).toISOString(),
  };
  const figures = METRIC_NAMES.flatMap((name) => {
    const figure = metrics[name];
    if (!figure) return intervals ? ['', '', ''] : [''];
    return intervals ? [String(figure.value), String(figure.low), String(figure.high)] : [String(figure.value)];
  });
  return [...POST_COLUMNS.map((name) => fields[name]), ...figures];
}

const format = (rows: string[][]): string => (rows.length ? `${Papa.unparse(rows, { newline: '\r\n' })}\r\n` : '');

/** Writes the file piece by piece, so that its size does not matter. UTF-8 with BOM, CRLF, RFC 4180 quoting. */
export async function* writeCsv(
  posts: AsyncIterable<readonly KnownPost[]> | Iterable<readonly KnownPost[]>,
  options: CsvOptions = {},
): AsyncGenerator<string> {
  yield BOM + format([header(options)]);
  for await (const some of posts) {
    yield format(
      some.flatMap((known) =>
        options.history
          ? known.snapshots.map((snapshot) => row(known, snapshot.metrics, snapshot.seenAt, options))
          : [row(known, latestMetrics(known), known.lastSeenAt, options)],
      ),
    );
  }
}
