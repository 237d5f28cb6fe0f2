/**
 * The operating plan's figures: defaults of a planning template, not findings. Every figure is here, named, and may be changed by
 * the creator; no other file repeats one. Ids (A1 … F8) are the plan's parts. Shares are 0–1. No public standard was found for
 * the splits; where the account's own posts can say more, the screens show that beside the default.
 */
import type { Kind } from '../model/labels';

export type BudgetBoard = 'content' | 'business' | 'team' | 'tools';
export type EmergencyClass = 'contentViolation' | 'userConflict' | 'technicalFailure' | 'commercialDispute';

export interface Band {
  low: number;
  high: number;
}

export interface Plan {
  /** A3: weights of core, auxiliary and qualitative measures in the composite indicator. */
  indicator: {
    weights: { core: number; auxiliary: number; qualitative: number };
    /** Worth of one action in the engagement rate (D1's first part). */
    actionWeights: { likes: number; saves: number; comments: number; shares: number; followersGained: number };
    /** Ids of what the creator rates each month, 1–5: the qualitative part. */
    rubric: readonly string[];
  };
  /** A4: early detection. */
  alerts: { adjustWithinMinutes: number };
  /** A5: days between reviews. */
  reviews: { watchDays: number; weeklyDays: number; monthlyDays: number; quarterlyDays: number; yearlyDays: number };
  /** B1: the exposure gain that the template claims for posting at the followers' peak. Shown only beside the account's own figure. */
  claimedPeakGain: number;
  /**
   * B2: how much of the posting may be spent on trying hours, and which hours are possible at all: `from` inclusive, `to` exclusive,
   * 0–24; across midnight when `to` is not larger.
   */
  exploration: { largestShare: number; possibleHours: { from: number; to: number } };
  cadence: {
    /** B3: at least one appointment a week. */
    postsPerWeek: number;
    /** How far back the rhythm is looked at, in weeks. */
    lookBackWeeks: number;
  };
  /** B4: extra promotion budget before a season, by month and day. */
  seasons: { name: string; from: string; to: string; budgetFactor: number }[];
  content: {
    /** C1: one flagship, four supporting pillars, N hot topics. */
    pillars: {
      flagships: number;
      supporting: number;
      flagshipShare: number;
      smallestPillarShare: number;
      largestHotShare: number;
    };
    /** C2. */
    kinds: Record<Kind, number>;
    /** How far, and how often, the planned shares may follow what does well: shares, days, and the least share a kind keeps. */
    kindsShift: { step: number; days: number; floor: number };
    /** ISO; when they were last moved. */
    kindsMovedAt?: string;
    /** C3: share of posts in the core theme. */
    verticality: number;
    /** C5. */
    commercial: Band;
    /** C6. */
    largestSensitiveShare: number;
    /** C7: stable against experiment. */
    zones: { stable: number; experiment: number };
    /** C8: topics or series whose zone the creator decides. */
    pinnedZones?: Record<string, 'stable' | 'experiment' | 'retire'>;
    /** C8: experiment versions a month. */
    experimentsPerMonth: Band;
    /** C9: seconds in which the opening decides. */
    hookSeconds: number;
    /** The posts a share is counted over: the last `days` or the last `posts`, whichever is more. */
    window: { days: number; posts: number };
  };
  score: {
    /** D1. */
    weights: { engagement: number; quality: number; audience: number; frequency: number };
    /** D1: posts of the reference set below which there is no score. */
    fewestPosts: number;
    /** D1: the reference set is the last so many posts or days. */
    reference: { posts: number; days: number };
  };
  /** D2: benchmarks of the diagnosis. */
  diagnosis: {
    qualityShare: number;
    completionRate: number;
    targetCompletionRate: number;
    stepsToConvert: number;
    lifeMonths: Band;
  };
  /** D3. */
  trafficSources: { recommended: number; followers: number; paid: number };
  /** D4: change of weight that the template claims per 1 % change of the comment rate, in per cent. */
  commentElasticity: number;
  /** D6. */
  smallestNaturalShare: number;
  compliance: {
    /** E6: hours to the first feedback and to the solution. */
    feedbackHours: number;
    solveHours: number;
    /** E7. */
    emergencyClasses: readonly EmergencyClass[];
    startLevels: number;
    drillsPerQuarter: number;
  };
  /** F1: relative growth, or a level, to reach within so many months. */
  goals: {
    months: number;
    measure: 'followers' | 'interactions' | 'completionRate' | 'lifetimeValue' | 'revenueChannels' | 'roi';
    target: number;
    relative: boolean;
  }[];
  /** F2. */
  revenueScenes: Band;
  money: {
    /** F3. */
    budget: Record<BudgetBoard, number>;
    contentBudget: { script: number; production: number; editing: number };
    experiments: Band;
    people: Band;
    /** F4: spending pattern per stage. */
    stages: readonly ('light' | 'heavy' | 'balanced')[];
  };
  /** F6: share of users in a small-scope trial. */
  trialShare: number;
  /** F7: people per role. */
  team: { lead: number; content: number; data: number; business: number; followers: number };
}

export const DEFAULT_PLAN: Plan = {
  indicator: {
    weights: { core: 0.3, auxiliary: 0.4, qualitative: 0.3 },
    actionWeights: { likes: 1, saves: 2, comments: 3, shares: 4, followersGained: 8 },
    rubric: ['useful', 'original', 'crafted', 'onBrand'],
  },
  alerts: { adjustWithinMinutes: 30 },
  reviews: { watchDays: 1, weeklyDays: 7, monthlyDays: 30, quarterlyDays: 91, yearlyDays: 365 },
  claimedPeakGain: 0.47,
  exploration: { largestShare: 0.3, possibleHours: { from: 6, to: 24 } },
  cadence: { postsPerWeek: 1, lookBackWeeks: 12 },
  seasons: [{ name: '11.11', from: '10-20', to: '11-11', budgetFactor: 1.5 }],
  content: {
    pillars: { flagships: 1, supporting: 4, flagshipShare: 0.25, smallestPillarShare: 0.05, largestHotShare: 0.3 },
    kinds: { knowledge: 0.35, experience: 0.3, emotion: 0.2, interaction: 0.15 },
    kindsShift: { step: 0.05, days: 28, floor: 0.1 },
    verticality: 0.7,
    commercial: { low: 0.08, high: 0.12 },
    largestSensitiveShare: 0.05,
    zones: { stable: 0.7, experiment: 0.3 },
    experimentsPerMonth: { low: 5, high: 8 },
    hookSeconds: 8,
    window: { days: 28, posts: 20 },
  },
  score: {
    weights: { engagement: 0.35, quality: 0.28, audience: 0.22, frequency: 0.15 },
    fewestPosts: 12,
    reference: { posts: 100, days: 365 },
  },
  diagnosis: {
    qualityShare: 0.15,
    completionRate: 0.61,
    targetCompletionRate: 0.75,
    stepsToConvert: 7,
    lifeMonths: { low: 18, high: 42 },
  },
  trafficSources: { recommended: 0.45, followers: 0.3, paid: 0.25 },
  commentElasticity: 2.3,
  smallestNaturalShare: 0.6,
  compliance: {
    feedbackHours: 48,
    solveHours: 7 * 24,
    emergencyClasses: ['contentViolation', 'userConflict', 'technicalFailure', 'commercialDispute'],
    startLevels: 3,
    drillsPerQuarter: 1,
  },
  goals: [
    { months: 3, measure: 'followers', target: 0.4, relative: true },
    { months: 3, measure: 'interactions', target: 0.3, relative: true },
    { months: 6, measure: 'completionRate', target: 0.75, relative: false },
    { months: 6, measure: 'lifetimeValue', target: 0.5, relative: true },
    { months: 12, measure: 'revenueChannels', target: 3, relative: false },
    { months: 12, measure: 'roi', target: 0.1, relative: false },
  ],
  revenueScenes: { low: 3, high: 5 },
  money: {
    budget: { content: 0.4, business: 0.25, team: 0.2, tools: 0.15 },
    contentBudget: { script: 0.1, production: 0.6, editing: 0.3 },
    experiments: { low: 0.05, high: 0.1 },
    people: { low: 0.4, high: 0.5 },
    stages: ['light', 'heavy', 'balanced'],
  },
  trialShare: 0.01,
  team: { lead: 1, content: 3, data: 2, business: 2, followers: 2 },
};
