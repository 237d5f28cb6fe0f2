/**
 * Parts of the report about content mix, score and growth. Plain data. What was posted against the plan (adherence: counting)
 * and what it did (effectiveness: inference) are two separate statements everywhere.
 */
import type { Kind, TrustTag } from './labels';
import type { MetricName } from './metrics';
import type { Platform } from './platforms';

/** A multiplicative effect minus one: `{ low: -0.04, median: 0.05, high: 0.14 }` reads "between -4 % and +14 %". 80 % interval. */
export interface Lift {
  low: number;
  median: number;
  high: number;
}

/** Where a figure comes from: shown one click away from it. */
export interface Why {
  /** Id of the formula, explained in `docs/content-mix.md` and, in the creator's language, in `formulas` of the locale texts. */
  formula: string;
  /** What went into it, by name. An unknown input is left out and named in `missing`. */
  inputs: Record<string, number | string>;
  /** The posts behind it: indices into `keys` of the part that holds the figure. */
  posts: number[];
  /** Different weeks that these posts lie in, where that matters. */
  weeks?: number;
  /** How many posts (or looks, months: the unit the formula says) there are, and how many it takes to show the figure. */
  have: number;
  need: number;
  /** What is lacking and how to get it: sentences in the report's language. */
  missing: string[];
}

/** A figure with its reason. `value` is null while `why.have < why.need` or something is missing: unknown is never zero. */
export interface Shown<T = number> {
  value: T | null;
  why: Why;
}

/** A share with its count; the interval (95 %, Wilson) speaks of the long-run habit, not of what was posted. */
export interface Share {
  count: number;
  total: number;
  share: number;
  low: number;
  high: number;
}

// ---- Content mix ------------------------------------------------------------------------------------------------------------

export interface KindShare {
  kind: Kind;
  posts: number;
  share: number;
  /** The plan's share, 0–1, and what it comes to in whole posts (largest remainder). */
  target: number;
  targetPosts: number;
  /** `posts − targetPosts`. */
  deviation: number;
}

/** Planned shares that follow what does well, a small step at a time. */
export interface KindsShift {
  to: Kind;
  from: Kind;
  /** The planned shares after it. */
  kinds: Record<Kind, number>;
  /** P(the kind does better than the account's average by 5 % or more). */
  probability: number;
  unit: string;
  statement: string;
}

/** C2: knowledge, experience, emotion, interaction. */
export interface KindsAdherence {
  kinds: Shown<KindShare[]>;
  /** Half the sum of absolute differences of the shares, 0–1. */
  distance: number | null;
  inPlan: boolean | null;
  /** True when even the long-run habit differs from the plan (exact test p < 0.1 and distance ≥ 0.15). */
  habitDiffers: boolean | null;
  /** Kinds of the next posts that bring the window to the plan, in this order. */
  next: Kind[];
  unlabelled: number;
  statement: string;
  /** What the figures would change about the plan; null while they say nothing or it was changed lately. */
  shift: KindsShift | null;
}

/** One line of the 1 + 4 + N checklist (C1). `met` is null while it cannot be told. */
export interface CheckItem {
  id: 'flagship' | 'supporting' | 'other' | 'everyPillar';
  met: boolean | null;
  text: string;
  /** Topics that the line is about; where supporting ones lack, those of the account that could be one. */
  topics: string[];
}
export interface PillarShare {
  pillar: string;
  role: 'flagship' | 'supporting' | 'other';
  posts: number;
  share: number;
}
export interface PillarsAdherence {
  pillars: Shown<PillarShare[]>;
  checklist: CheckItem[];
  unlabelled: number;
  statement: string;
}

/** C3. */
export interface Focus {
  topic: string;
  share: Share;
  /** Sum of squared shares, 1/that, and entropy over its maximum (null with one topic). */
  concentration: number;
  effectiveTopics: number;
  evenness: number | null;
  target: number;
  met: boolean;
  /** Whether the long-run habit is clearly above or below the target (95 %). */
  habit: 'above' | 'below' | 'open';
}
/** C5. */
export interface CommercialShare {
  share: Share;
  band: 'below' | 'inside' | 'above';
  low: number;
  high: number;
  /** Organic posts to make before the next paid one keeps the share within the band. */
  organicBeforeNext: number;
  /** Share of the views of these posts; null where views are unknown for some of them. */
  byViews: number | null;
}
/** C6: posts that the creator confirmed as sensitive. */
export interface SensitiveShare {
  share: Share;
  target: number;
  /** More than chance would give at the target share. */
  alarm: boolean;
}

export type Zone = 'stable' | 'experiment' | 'retire';
/** C7, C8. */
export interface TopicZone {
  topic: string;
  of: 'pillar' | 'series';
  zone: Zone;
  /** What the evidence says now; becomes the zone when it still says so at an evaluation at least 14 days later. */
  candidate: { zone: Zone; since: string } | null;
  /** P(better than the account's own average), null while there are too few posts. */
  probabilityBetter: Shown;
  posts: number;
  /** Of these, in the last 90 days. */
  lately: number;
  /** One of the topics that are usually made: no experiment, proven or not. */
  usual: boolean;
  /** A retired topic gets one re-test a quarter: ISO day from which it may be tried again. */
  retestFrom: string | null;
}
export interface PlannedPost {
  zone: 'stable' | 'experiment';
  topic: string | null;
  kind: Kind | null;
}
export interface Zones {
  topics: TopicZone[];
  /** The next ten posts: 70 % stable, 30 % experiment, never two experiments in a row. */
  next: PlannedPost[];
  /** Posts in the experiment zone during the last 30 days against the plan's 5–8. */
  experimentsThisMonth: number;
  statement: string;
}

/** A numbered or bracketed pattern that several titles share. */
export interface SeriesFound {
  /** `第{n}期 咖啡`; `{n}` stands for the number. */
  pattern: string;
  posts: number[];
  /** Posts of it that carry neither a series nor a topic label. */
  unlabelled: number;
}

/** C11: how like the month before. 1 is the same. */
export interface Consistency {
  topics: Shown;
  titleStyle: Shown;
  /** Posts in the last 28 days over posts in the 28 days before. */
  cadenceRatio: Shown;
  statement: string;
}

/** B3: weeks with an appointment kept. */
export interface Appointments {
  /** Share of the weeks looked at that hold the planned number of posts. */
  weeksKept: Shown;
  /** Coefficient of variation of the gaps between posts: 0 is a clock. */
  unevenness: Shown;
  statement: string;
}

/** C4. `core`: used throughout; `hot`: within one short time; `longTail`: the rest used at least twice. */
export type TermClass = 'core' | 'longTail' | 'hot';
export interface TermUse {
  term: string;
  tag: boolean;
  class: TermClass;
  posts: number[];
}
export interface TermPortfolio {
  terms: TermUse[];
  /** Share of the posts with at least one term of the class. */
  shares: Shown<Record<TermClass, number>>;
  statement: string;
}

/** C10: how many posts carry a trust tag. */
export interface TrustShare {
  tag: TrustTag;
  posts: number;
  share: number;
}

/** What was posted, against the plan: arithmetic over the whole account, all formats. */
export interface Adherence {
  keys: string[];
  /** First and last local day of the posts the shares are counted over, and how many. */
  window: { from: string; to: string; posts: number } | null;
  kinds: KindsAdherence;
  pillars: PillarsAdherence;
  focus: Shown<Focus> & { statement: string };
  commercial: Shown<CommercialShare> & { statement: string };
  sensitive: Shown<SensitiveShare> & { statement: string };
  zones: Zones;
  trust: Shown<TrustShare[]> & { statement: string };
  series: SeriesFound[];
  appointments: Appointments;
  consistency: Consistency;
}

export type FactorName = 'format' | 'pillar' | 'kind' | 'series' | 'duration' | 'trust' | 'commercial' | 'titleFeature' | 'term';
export type EffectStrength = 'none' | 'hint' | 'supported';

/** What the raw averages say against what remains after allowing for time, growth and format. */
export interface Simpson {
  raw: number;
  adjusted: number;
  /** Which part of the model explains the difference: in words. */
  reason: string;
}

export interface EffectReport {
  factor: FactorName;
  /** Stable id of the level: a label, a format, `10-60s`, `question`, a term. */
  level: string;
  /** In the report's language. */
  label: string;
  /** Words that always come together in one form of title: that form, `My week in …`. */
  frame?: string;
  posts: number;
  /** Posts it is compared with. */
  others: number;
  weeks: number;
  /** Shrunk, 80 % interval. Null below 8 posts on either side: then it was tried, no more. */
  lift: Lift | null;
  /** P(effect > 0). */
  probabilityBetter: number | null;
  /** Local false sign rate: chance that the sign shown is wrong. */
  falseSign: number | null;
  /** It shows in the older half of these posts only: no advice is given. */
  fading: boolean;
  advice: 'more' | 'less' | null;
  strength: EffectStrength;
  simpson: Simpson | null;
  why: Why;
}

export interface FactorReport {
  factor: FactorName;
  /** `average`: against the creator's own mix as posted; `without`: against the posts without it. */
  against: 'average' | 'without';
  state: 'insufficient' | 'no_effect_seen' | 'inconclusive' | 'hint' | 'supported';
  bayesFactor: number | null;
  permutationP: number | null;
  /** Most posts first. */
  effects: EffectReport[];
  statement: string;
}

/** How a measure of the opening goes with the outcome (C9): change of the outcome per ten points of the measure. */
export interface RetentionSlope {
  metric: MetricName;
  lift: Lift | null;
  strength: EffectStrength;
  statement: string;
  why: Why;
}

/** What the posts did: inference, observational, one unit. */
export interface Effectiveness {
  keys: string[];
  /** `views@7d`; null when no figure is known for enough posts. */
  outcome: string | null;
  posts: number;
  weeks: number;
  /** From one post to the next the outcome varies by about this factor for reasons the model does not know; null if unknown. */
  spread: number | null;
  /** Share of these posts with a topic or series label, 0–1. */
  labelCoverage: number;
  adjustedFor: string[];
  factors: FactorReport[];
  retention: RetentionSlope[];
  terms: TermPortfolio;
  caveat: string;
  missing: string[];
}

export interface MixReport {
  unit: string;
  posts: number;
  /** Posts of this unit per kind of C2, unlabelled ones apart. */
  kinds: { kind: string; posts: number }[];
  /** Of the whole account, all its units. */
  adherence: Adherence;
  /** Of this unit. */
  effectiveness: Effectiveness;
}

// ---- Score ------------------------------------------------------------------------------------------------------------------

export const SCORE_PARTS = ['engagement', 'quality', 'audience', 'frequency'] as const;
export type ScorePart = (typeof SCORE_PARTS)[number];
/** Shares of the account's own posts, best first: the top fifth, the next, the middle two, and so on. */
export const BANDS = ['bottom', 'lower', 'typical', 'upper', 'top'] as const;
export type Band = (typeof BANDS)[number];

export interface PostScore {
  /** Index into `keys`. */
  post: number;
  /** 0–100; null while less than 60 % of the weights are known. */
  score: number | null;
  /** 80 % interval: the rates behind it are themselves uncertain. */
  low: number | null;
  high: number | null;
  /** One band, or two neighbours when the interval crosses. Null without a score. */
  bands: Band[] | null;
  /** Weighted geometric mean of the parts: punishes one weak part more. */
  geometric: number | null;
  /** Best and worst rank (1 first) when the weights vary a little; null for posts not ranked. */
  rank: [number, number] | null;
  /** Share of the weights that is known, 0–1. */
  coverage: number;
  /** 0–100 each, null where its figures are absent. */
  parts: Record<ScorePart, number | null>;
  /** Percentile of each measure behind the parts, 0–100; absent measures are left out. */
  measures: Record<string, number>;
  ageHours: number;
  /** Younger than the horizon: compared with the others at the same young age. */
  provisional: boolean;
}

/** Has the score at 24 hours predicted anything here? */
export interface Honesty {
  /** Rank correlation of the score at 24 h with the final outcome, 95 % interval. */
  correlation: Shown<{ value: number; low: number; high: number }>;
  predictive: boolean | null;
  statement: string;
}

export interface ScoreReport {
  unit: string;
  keys: string[];
  /** `baseline`: too few posts for a reference. `partial`: parts are shown, the sum is not (less than 60 % of the weights known). */
  state: 'baseline' | 'partial' | 'scored';
  weights: Record<ScorePart, number>;
  /** Posts of the reference set: indices into `keys`. */
  reference: number[];
  /** Mean of the newest posts' parts and score (as many as the plan's window holds). */
  account: { score: Shown; parts: Record<ScorePart, Shown> };
  /** Oldest first. */
  posts: PostScore[];
  honesty: Honesty;
  statement: string;
  missing: string[];
}

// ---- Growth -----------------------------------------------------------------------------------------------------------------

export const STAGES = ['production', 'distribution', 'interaction', 'conversion'] as const;
export type StageName = (typeof STAGES)[number];
export type ProductionMetric = 'planned' | 'drafts' | 'ratingTopic' | 'ratingScript' | 'ratingMaking';

export interface StageMetric {
  metric: MetricName | ProductionMetric;
  /** Median of the recent posts at equal age (a count for planned and drafts). */
  recent: Shown;
  before: number | null;
  /** Recent against before, 80 % interval; interactions and conversions per view where views are known. Null without both. */
  change: Lift | null;
}
/** A2. */
export interface StageReport {
  stage: StageName;
  metrics: StageMetric[];
  missing: string[];
}
export interface Stages {
  stages: StageReport[];
  /** Named only where the data carry it. */
  weakest: StageName | null;
  statement: string;
}

export interface FollowerPoint {
  at: string;
  value: number;
  low: number;
  high: number;
}
export interface Followers {
  history: FollowerPoint[];
  /** Net change over the last 28 days between two looks, and relative to the level at its start. */
  net28: Shown<{ net: number; share: number; from: string; to: string }>;
  statement: string;
}

/** D6: share of growth that was not paid for. */
export interface NaturalShare {
  method: 'sources' | 'posts' | 'baseline';
  share: number;
  /** 80 %; equal to the share where the platform states it. */
  low: number;
  high: number;
  target: number;
  /** Clearly below the target: even the upper end is. */
  below: boolean;
}

/** D5. Shares of the interactions that are known, and how the deep part (co-creation included) moved month by month. */
export interface Depth {
  /** Likes. */
  basic: number;
  /** Comments and saves: those of the two that are known. */
  deep: number;
  /** Shares and reposts; null where no page shows them. */
  coCreation: number | null;
  months: { month: string; deepShare: number; posts: number }[];
}

/** D4: growth after the first day per 1 % more comments per view on the first day. */
export interface Elasticity {
  percentPerPercent: number;
  low: number;
  high: number;
  claimed: number;
}

/** D3. */
export interface TrafficSources {
  seenAt: string;
  recommended: number | null;
  followers: number | null;
  search: number | null;
  paid: number | null;
  other: number | null;
  words: Record<string, number>;
  /** What the plan assumes. */
  planned: { recommended: number; followers: number; paid: number };
}

/** D6. */
export interface Layers {
  /** Share of returning among new and returning viewers. */
  returning: Shown;
  words: Record<string, number>;
  statement: string;
}

/** How much hangs on single posts. */
export interface Concentration {
  topPost: number;
  topTitle: string;
  topShare: number;
  median: number;
  mean: number;
}

/** What one group of posts shares and another does not, beyond chance; else that nothing is. */
export interface Contrast {
  /** Posts of both groups together. */
  posts: number;
  /** Empty where there are too few to compare. */
  statement: string;
  action: string;
  /** Topics that the action asks to bring back and to make less of: what is planned next must not say otherwise. */
  back: string | null;
  rest: string | null;
}

/** A4. `gap`: nothing was captured for a while, so nothing is concluded. */
export interface Anomaly {
  kind: 'surge' | 'slump' | 'correction' | 'levelUp' | 'levelDown' | 'gap';
  /** Index into `keys`; null for the account as a whole. */
  post: number | null;
  /** Its title; null with `post`. */
  title: string | null;
  metric: string;
  at: string;
  /** Robust z of the equal-age residual, or the CUSUM; null for a gap. */
  size: number | null;
  statement: string;
  why: Why;
}

/** D2, D3, D4, D6: a benchmark of the plan beside the account's own figure. */
export interface DiagnosisCard {
  id:
    | 'qualityShare'
    | 'completionRate'
    | 'stepsToConvert'
    | 'accountLife'
    | 'naturalShare'
    | 'commentElasticity'
    | 'concentration';
  own: Shown<{ value: number; low: number | null; high: number | null }>;
  benchmark: number | null;
  state: 'good' | 'attention' | 'open' | 'unknown';
  statement: string;
}

/** A3: 30 : 40 : 30. */
export interface KpiMeasure {
  name: string;
  group: 'core' | 'auxiliary' | 'qualitative';
  value: number;
  base: number;
  target: number;
  /** 0–1.2: how much of the way from base to target was gone. */
  achieved: number;
  /** Where the middle eight of ten earlier months lie: inside it a change says nothing. Null below four months. */
  usual: { low: number; high: number } | null;
}
/** How the running month stands against its target. */
export interface KpiOutlook {
  name: string;
  soFar: number | null;
  target: number;
  /** P(the month reaches the target). */
  probability: Shown;
}
export interface Kpi {
  month: string;
  score: Shown;
  weights: { core: number; auxiliary: number; qualitative: number };
  measures: KpiMeasure[];
  /** Of the month that the last look lies in. */
  outlook: { month: string; measures: KpiOutlook[] };
  /** Items of the rubric that were rated for the month, of all. */
  rated: { items: number; of: number };
  missing: string[];
  statement: string;
}

/** D7. `from`: id of the finding it was filled in from. */
export interface SwotItem {
  quadrant: 'strength' | 'weakness' | 'opportunity' | 'threat';
  text: string;
  from: string;
}

export interface SeasonEvent {
  id: string;
  /** ISO days, both inclusive. */
  from: string;
  to: string;
  label: string;
  market: Market;
}
export const MARKETS = ['CN', 'US', 'UK', 'EU'] as const;
export type Market = (typeof MARKETS)[number];

/** D1: who watches, as the dashboard states it, beside the audience the creator wants. */
export interface Audience {
  breakdowns: {
    kind: 'age' | 'gender' | 'region';
    seenAt: string;
    shares: Record<string, number>;
    wanted: Record<string, number> | null;
  }[];
  /** 1 is the audience wanted; mean over what is both shown and wanted. */
  match: Shown;
  statement: string;
}

export interface GrowthReport {
  platform: Platform;
  account: string;
  keys: string[];
  stages: Stages;
  followers: Followers;
  natural: Shown<NaturalShare> & { statement: string };
  depth: Shown<Depth> & { statement: string };
  elasticity: Shown<Elasticity> & { statement: string };
  traffic: Shown<TrafficSources> & { statement: string };
  layers: Layers;
  audience: Audience;
  concentration: Shown<Concentration> & { statement: string };
  anomalies: Anomaly[];
  /** What posts had in common when followers were lost, the level moved, or fewer were reached; null where that was not so. */
  contrasts: { followers: Contrast | null; level: Contrast | null; reach: Contrast | null };
  diagnosis: DiagnosisCard[];
  kpi: Kpi;
  swot: SwotItem[];
  /** Dated events of the account's markets from 90 days back to 90 days ahead. */
  seasons: SeasonEvent[];
}
