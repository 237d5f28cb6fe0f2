/**
 * What was seen of one post at one moment. Types only: content scripts import this file, and the schemas (`schemas.ts`)
 * with their validator stay out of them.
 */
import type { AccountMetricName, MetricName } from './metrics';
import type { Platform } from './platforms';

/**
 * A number as a page printed it. `1.2万` is `{ value: 12000, low: 11500, high: 12500, raw: '1.2万' }`: the true count lies in
 * [low, high). An exact figure has low = value = high. Unit: that of the metric. An unknown figure is an absent key, never a zero.
 */
export interface Figure {
  value: number;
  low: number;
  high: number;
  raw: string;
  /** ISO 4217, for money only. */
  currency?: string;
}
export type Metrics = Partial<Record<MetricName, Figure>>;

export const PRECISIONS = ['second', 'minute', 'day'] as const;
export type Precision = (typeof PRECISIONS)[number];
export const FORMATS = ['video', 'short', 'image', 'article', 'live', 'text'] as const;
export type Format = (typeof FORMATS)[number];
export const POST_STATUSES = ['published', 'private', 'inReview', 'rejected', 'scheduled', 'draft'] as const;
export type PostStatus = (typeof POST_STATUSES)[number];

/** A post as a page shows it. */
export interface Post {
  /** The platform's id where the page shows one. Always text: 19 digits do not fit a number. */
  id: string | null;
  /** Verbatim. */
  title: string;
  url: string | null;
  /** ISO 8601 with offset. A date without a time is midnight in its zone, with precision `day`. */
  publishedAt: string | null;
  publishedPrecision: Precision | null;
  format: Format | null;
  durationSeconds: number | null;
  status: PostStatus | null;
  /** The status in the page's own words. */
  statusText: string | null;
  tags: string[];
  pinned?: boolean;
  /** One post shown on two platforms at once; its figures are sums. */
  crossPosted?: boolean;
}

export interface Reading {
  platform: Platform;
  /** `douyin/content-list`, `import/youtube-table`, … */
  page: string;
  /** The account's name or handle as the page shows it; null where it shows none. */
  account: string | null;
  post: Post;
  metrics: Metrics;
  /** ISO 8601: when the figures were seen. */
  seenAt: string;
}

/** Why a row or a figure was not taken. The excerpt is what stood on the page, cut short. */
export interface Refusal {
  reason: string;
  excerpt: string;
}

/** Figures of a whole account at one moment (followers, period totals). */
export interface AccountReading {
  platform: Platform;
  page: string;
  account: string | null;
  metrics: Partial<Record<AccountMetricName, Figure>>;
  /** First and last day the totals cover, where the page says so. */
  period?: { from: string; to: string };
  /** Shares by name, e.g. traffic sources `{ kind: 'trafficSource', shares: { recommended: 0.45 } }`, as the page words them. */
  breakdowns?: { kind: 'trafficSource' | 'audience' | 'age' | 'gender' | 'region'; shares: Record<string, number> }[];
  seenAt: string;
}

/** When the audience is online: relative activity per hour of the week, Monday 00:00 first, in `zone`. Null where not shown. */
export interface AudienceCurve {
  platform: Platform;
  page: string;
  account: string | null;
  zone: string;
  /** 168 values >= 0. */
  hours: (number | null)[];
  seenAt: string;
}

export type PageStatus = 'read' | 'empty' | 'unsupported-layout' | 'not-a-dashboard';

/** Everything one look at one page gave: the answer of `almanac read` and what a content script hands over. */
export interface PageRead {
  page: string | null;
  status: PageStatus;
  /** How many posts the page says there are; null where it does not say. */
  expectedTotal: number | null;
  readings: Reading[];
  refused: Refusal[];
  /** What was kept although it is unlikely: shown to the user, and a reason to look twice. */
  flagged?: Refusal[];
  /** The figures cover a period the creator chose and not the posts' lives: shown, and not to be kept as totals. */
  period?: boolean;
  accountReadings?: AccountReading[];
  audienceCurves?: AudienceCurve[];
}
