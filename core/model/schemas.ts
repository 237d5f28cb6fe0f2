/**
 * Run-time schemas for what crosses a boundary (messages, files, the database). `zod/mini`, and never imported by a content
 * script: it weighs more than the readers themselves.
 */
import * as z from 'zod/mini';
import { KINDS, type Labels, TRUST_TAGS } from './labels';
import { ACCOUNT_METRICS, METRIC_NAMES, METRICS, type MetricName } from './metrics';
import { PLATFORMS } from './platforms';
import { type AccountReading, type AudienceCurve, FORMATS, POST_STATUSES, PRECISIONS, type Reading } from './reading';

// The extension's policy forbids code from strings; zod's compiler would probe for it.
z.config({ jitless: true });

const LONGEST_TITLE = 20_000;
const text = (max: number) => z.string().check(z.maxLength(max));
const isoTime = z.string().check(
  z.maxLength(40),
  z.refine((value) => !Number.isNaN(Date.parse(value)), 'not a time'),
);
const finite = z.number().check(z.refine(Number.isFinite, 'not finite'));

export const figureSchema = z
  .strictObject({ value: finite, low: finite, high: finite, raw: text(200), currency: z.optional(text(3)) })
  .check(z.refine((figure) => figure.low <= figure.value && figure.value <= figure.high, 'low <= value <= high does not hold'));

const mayBeNegative = (name: MetricName) => METRICS[name].unit === 'signed' || METRICS[name].unit === 'money';

export const metricsSchema = z
  .partialRecord(z.enum(METRIC_NAMES), figureSchema)
  .check(
    z.refine(
      (metrics) =>
        Object.entries(metrics).every(([name, figure]) => mayBeNegative(name as MetricName) || (figure?.value ?? 0) >= 0),
      'a negative count',
    ),
  );

export const postSchema = z.strictObject({
  id: z.nullable(text(200)),
  title: text(LONGEST_TITLE),
  url: z.nullable(text(2000)),
  publishedAt: z.nullable(isoTime),
  publishedPrecision: z.nullable(z.enum(PRECISIONS)),
  format: z.nullable(z.enum(FORMATS)),
  durationSeconds: z.nullable(finite.check(z.nonnegative())),
  status: z.nullable(z.enum(POST_STATUSES)),
  statusText: z.nullable(text(500)),
  tags: z.array(text(200)).check(z.maxLength(200)),
  pinned: z.optional(z.boolean()),
  crossPosted: z.optional(z.boolean()),
});

export const readingSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  page: text(100),
  account: z.nullable(text(200)),
  post: postSchema,
  metrics: metricsSchema,
  seenAt: isoTime,
});

export const accountReadingSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  page: text(100),
  account: z.nullable(text(200)),
  metrics: z.partialRecord(z.enum(ACCOUNT_METRICS), figureSchema),
  period: z.optional(z.strictObject({ from: isoTime, to: isoTime })),
  breakdowns: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(['trafficSource', 'audience', 'age', 'gender', 'region']),
          shares: z.record(text(100), finite),
        }),
      )
      .check(z.maxLength(20)),
  ),
  seenAt: isoTime,
});

export const audienceCurveSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  page: text(100),
  account: z.nullable(text(200)),
  zone: text(60),
  hours: z.array(z.nullable(finite.check(z.nonnegative()))).check(z.length(168)),
  seenAt: isoTime,
});

const rating = z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(5)));
export const labelsSchema = z.strictObject({
  pillar: z.optional(text(100)),
  series: z.optional(text(100)),
  kind: z.optional(z.enum(KINDS)),
  commercial: z.optional(z.boolean()),
  sponsor: z.optional(text(200)),
  sensitive: z.optional(z.boolean()),
  boosted: z.optional(z.boolean()),
  repost: z.optional(z.boolean()),
  trust: z.optional(z.array(z.enum(TRUST_TAGS))),
  rating: z.optional(z.strictObject({ topic: rating, script: rating, making: rating })),
  note: z.optional(text(10_000)),
  labels: z.optional(z.array(text(100)).check(z.maxLength(100))),
});

/** Parses one value from outside. The message names the place and what was expected there. */
export function parseWith<T>(schema: z.ZodMiniType<T>, value: unknown): { ok: true; value: T } | { ok: false; problem: string } {
  const result = z.safeParse(schema, value);
  if (result.success) return { ok: true, value: result.data };
  const issue = result.error.issues[0];
  return { ok: false, problem: issue ? `${issue.path.join('.') || 'value'}: ${issue.message || issue.code}` : 'invalid' };
}

export const parseReading = (value: unknown) => parseWith<Reading>(readingSchema as unknown as z.ZodMiniType<Reading>, value);
export const parseAccountReading = (value: unknown) =>
  parseWith<AccountReading>(accountReadingSchema as unknown as z.ZodMiniType<AccountReading>, value);
export const parseAudienceCurve = (value: unknown) =>
  parseWith<AudienceCurve>(audienceCurveSchema as unknown as z.ZodMiniType<AudienceCurve>, value);
export const parseLabels = (value: unknown) => parseWith<Labels>(labelsSchema as unknown as z.ZodMiniType<Labels>, value);
