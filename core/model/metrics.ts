/**
 * The metric vocabulary: every name a reading may carry, its unit, and the stage of the operating plan it belongs to
 * (`operating-plan.md` A2). Platform words are mapped to these names once, in `core/text/labels.ts`.
 */

/** `count`: whole number >= 0. `ratio`: 0–1. `seconds`: >= 0. `money`: in `currency`. `stars`: 0–5. `signed`: may be negative. */
export type Unit = 'count' | 'ratio' | 'seconds' | 'money' | 'stars' | 'signed';
/** The four stages of A2. Production is measured by what the creator enters, not by any dashboard. */
export type Stage = 'distribution' | 'interaction' | 'conversion' | 'quality';

interface MetricFacts {
  unit: Unit;
  stage: Stage;
  /** A total that only grows while the post is up; a drop is a correction by the platform and is flagged. */
  cumulative: boolean;
}
const count = (stage: Stage): MetricFacts => ({ unit: 'count', stage, cumulative: true });
const ratio = (stage: Stage): MetricFacts => ({ unit: 'ratio', stage, cumulative: false });

export const METRICS = {
  views: count('distribution'),
  impressions: count('distribution'),
  reach: count('distribution'),
  viewers: count('distribution'),
  engagedViews: count('distribution'),
  likes: count('interaction'),
  dislikes: count('interaction'),
  comments: count('interaction'),
  replies: count('interaction'),
  saves: count('interaction'),
  shares: count('interaction'),
  reposts: count('interaction'),
  recommends: count('interaction'),
  bulletComments: count('interaction'),
  coins: count('interaction'),
  interactions: count('interaction'),
  followersGained: count('conversion'),
  followersLost: count('conversion'),
  profileVisits: count('conversion'),
  linkClicks: count('conversion'),
  newViewers: count('distribution'),
  returningViewers: count('distribution'),
  clickThroughRate: ratio('distribution'),
  completionRate: ratio('quality'),
  completionRate5s: ratio('quality'),
  exitRate2s: ratio('quality'),
  exitRate3s: ratio('quality'),
  averageViewedShare: ratio('quality'),
  stayedToWatchRate: ratio('quality'),
  engagementRate: ratio('interaction'),
  swipeAwayRate: ratio('quality'),
  averageWatchSeconds: { unit: 'seconds', stage: 'quality', cumulative: false },
  watchSeconds: { unit: 'seconds', stage: 'distribution', cumulative: true },
  revenue: { unit: 'money', stage: 'conversion', cumulative: true },
  coverStars: { unit: 'stars', stage: 'quality', cumulative: false },
  followersNet: { unit: 'signed', stage: 'conversion', cumulative: false },
} as const satisfies Record<string, MetricFacts>;

export type MetricName = keyof typeof METRICS;
export const METRIC_NAMES = Object.keys(METRICS) as MetricName[];

export function isMetricName(name: string): name is MetricName {
  return Object.hasOwn(METRICS, name);
}

/** Figures of a whole account. `followers` is a level, the others are totals over the period the page shows. */
export const ACCOUNT_METRICS = [
  'followers',
  'following',
  'posts',
  'views',
  'reach',
  'likes',
  'profileVisits',
  'followersGained',
  'followersLost',
  'followersNet',
  'watchSeconds',
  'revenue',
  'interactions',
  'impressions',
  'newViewers',
  'returningViewers',
] as const;
export type AccountMetricName = (typeof ACCOUNT_METRICS)[number];
