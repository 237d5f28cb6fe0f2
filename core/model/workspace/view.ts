/** What the engine makes of the workspace's records: plain data for the screens, in no language. */
import type { Platform } from '../platforms';
import type { Finding, Level } from '../report';
import type { SeasonEvent } from '../report-parts';
import type {
  Arm,
  CalendarPost,
  Cost,
  Experiment,
  Goal,
  GoalMeasure,
  Incident,
  IncidentClass,
  ReviewKind,
  ReviewPage,
  ReviewRecord,
  TeamRole,
  WorkspaceRecords,
  WorkspaceScope,
} from './objects';

/** 80 % interval. */
export interface Range {
  low: number;
  median: number;
  high: number;
}

// ---- Calendar ---------------------------------------------------------------------------------------------------------------

export type CalendarWarning =
  | 'commercialTooMany'
  | 'kindTooMany'
  | 'twoExperiments'
  | 'sameHour'
  | 'missingAdChecks'
  | 'findings'
  | 'reviewRefused';
export interface CalendarEntry {
  post: CalendarPost;
  /** Local day in the creator's zone. */
  day: string;
  state: 'planned' | 'published' | 'missed';
  /** The real post it became. */
  real: { key: string; title: string; publishedAt: string; said: boolean } | null;
  /** What the rules say of title and text; null while there is nothing to check. */
  level: Level | null;
  findings: Finding[];
  warnings: CalendarWarning[];
  /** Ids of planned posts with which it is in conflict. */
  others: string[];
  /** It lies in a window that is recommended or leaned to for its account; null where none is known. */
  inWindow: boolean | null;
}
/** What the planned posts of one account would make of its mix. */
export interface CalendarBalance {
  platform: Platform;
  account: string;
  kinds: { kind: string; planned: number; target: number; share: number }[];
  /** Published and planned posts together, of the window of the commercial share. */
  commercial: { paid: number; total: number; low: number; high: number } | null;
}

// ---- Goals ------------------------------------------------------------------------------------------------------------------

/** Why something cannot be said: the screens have a sentence for each. */
export interface Missing {
  code:
    | 'noAccount'
    | 'noLooks'
    | 'looks'
    | 'lookGap'
    | 'maturePosts'
    | 'accountUnseen'
    | 'entries'
    | 'revenue'
    | 'cost'
    | 'counted'
    | 'tooFar'
    | 'noCurrency';
  have?: number;
  need?: number;
}
export interface GoalView {
  goal: Goal;
  current: number | null;
  /** ISO day the figure is of. */
  asOf: string | null;
  /** Oldest first. */
  trajectory: { day: string; value: number }[];
  forecast: (Range & { reach: number }) | null;
  /** `open`: counted, not forecast, and not reached yet. */
  state: 'met' | 'onTrack' | 'atRisk' | 'unlikely' | 'tooEarly' | 'open' | 'ended' | 'closed';
  /**
   * Change per week that is needed from `asOf` on, that of the last four weeks and of the last; for levels only. `forecast` says on
   * which side of the pace of four weeks the whole range lies: it also reckons with where the weeks are heading.
   */
  pace: { needed: number; recent: number | null; newest: number | null; forecast: 'above' | 'below' | null } | null;
  daysLeft: number;
  missing: Missing | null;
  /** Festivals and sales between the first figure and the date. */
  seasons: SeasonEvent[];
}
/** A staged goal of the plan (F1): growth of the present figure, or a level, within so many months. */
export interface GoalTemplate {
  /** What the plan calls it. */
  of: 'followers' | 'interactions' | 'completionRate' | 'lifetimeValue' | 'revenueChannels' | 'roi';
  months: number;
  measure: GoalMeasure;
  target: number;
  relative: boolean;
}
/** Where a measure stands now: the baseline of a new goal. */
export interface MeasureNow {
  scope: WorkspaceScope;
  measure: GoalMeasure;
  current: number | null;
  /** Local day up to which `current` counts. */
  asOf: string | null;
  currency?: string | undefined;
  missing: Missing | null;
}

// ---- Experiments ------------------------------------------------------------------------------------------------------------

/** A hint is the most that a swap on one post can give. */
export type ExperimentVerdict = 'planned' | 'running' | 'aBetter' | 'bBetter' | 'aHint' | 'bHint' | 'same' | 'undecided';
export interface ExperimentView {
  experiment: Experiment;
  design: NonNullable<Experiment['design']>;
  frozen: boolean;
  /** Assignments with the real post each became. */
  posts: { arm: Arm; at: string; title: string; real: { key: string; title: string } | null; counted: boolean }[];
  /** Arm of the next post where it is no longer a matter of chance; null: toss. */
  nextArm: Arm | null;
  pairs: number;
  eValue: number;
  /** a against b; holds at all looks together (95 %). Null below six pairs. */
  lift: Range | null;
  verdict: ExperimentVerdict;
  /** Posts per arm a fixed trial would take to see +20 %, +50 % and +100 %, from the account's own spread. */
  needed: { lift: number; posts: number }[] | null;
}

// ---- Money ------------------------------------------------------------------------------------------------------------------

export interface MoneyShare {
  name: string;
  amount: number;
  share: number;
  /** The plan's share and what it comes to; null where the plan says nothing. */
  target: number | null;
  deviation: number | null;
}
export interface MoneySummary {
  currency: string;
  /** `2026-06`. */
  month: string;
  revenue: number;
  cost: number;
  /** By scene, largest first. */
  scenes: MoneyShare[];
  boards: MoneyShare[];
  contentParts: MoneyShare[];
  returns: MoneyShare[];
  /** Half the sum of the differences from the plan's shares; null without cost. */
  distance: number | null;
  experiments: number | null;
  people: number | null;
  /** Share of the largest scene in this month, and sum of squared shares. */
  largestScene: number | null;
  concentration: number | null;
  /** Factor of the plan's season that touches the month; 1 otherwise. */
  season: { name: string; factor: number } | null;
  /** Views of the posts published in the month, as captured; null where unknown for most. */
  views: number | null;
  /** Revenue per thousand of those views. */
  rpm: number | null;
}
export interface MoneyYear {
  currency: string;
  months: { month: string; revenue: number; cost: number }[];
  /**
   * (revenue − cost) / cost over all weeks with entries; interval from weeks drawn with replacement. Null without revenue or cost;
   * no range below eight weeks.
   */
  roi: { value: number; range: Range | null; weeks: number } | null;
  regression: RoiRegression;
  stage: { stage: 'light' | 'heavy' | 'balanced'; growth: number } | null;
}
export type RoiRefusal =
  | { why: 'weeks'; have: number; need: number }
  | { why: 'boards' }
  | { why: 'revenue' }
  | { why: 'constant'; boards: Cost['board'][] }
  | { why: 'parallel'; boards: Cost['board'][] };
export type RoiRegression =
  | { allowed: false; refusals: RoiRefusal[] }
  | {
      allowed: true;
      weeks: number;
      boards: {
        board: Cost['board'];
        /** Change of the week's revenue (log) per log of its spending, 80 %. */
        elasticity: Range;
        /** Further revenue that goes with one more unit of money at a usual week's spending, 80 %. */
        marginal: Range;
      }[];
    };

// ---- Incidents --------------------------------------------------------------------------------------------------------------

export interface Clock {
  due: string;
  doneAt: string | null;
  state: 'done' | 'late' | 'open' | 'overdue';
}
export interface IncidentView {
  incident: Incident;
  state: 'open' | 'solved' | 'closed';
  clocks: { act: Clock; feedback: Clock; solve: Clock };
}

/** A finding or an anomaly that an incident can be opened from with one click. */
export interface IncidentCandidate {
  from: 'finding' | 'anomaly';
  post: string | null;
  rule: string | null;
  level: Level;
  title: string;
  evidence: string[];
}

// ---- Reviews ----------------------------------------------------------------------------------------------------------------

export interface ReviewDue {
  kind: ReviewKind;
  /** First and last day of the period that is to be looked back on. */
  from: string;
  to: string;
  id: string;
  done: ReviewRecord | null;
  /** The day after which it is called overdue. */
  due: string;
  overdue: boolean;
  page: ReviewPage;
}

// ---- People, outside --------------------------------------------------------------------------------------------------------

export interface Workload {
  name: string;
  role: TeamRole;
  open: number;
  done: number;
}
export interface ChannelView {
  channel: string;
  /** Sums of the last three months with entries; null where never counted. */
  received: number | null;
  answered: number | null;
  minutes: number | null;
  results: number | null;
  /** Per hour spent, and share answered. */
  resultsPerHour: number | null;
  answeredShare: number | null;
}

/** One line of what wants doing today; `id` names the thing. */
export type DueItem =
  | { what: 'post'; id: string; at: string; title: string }
  | { what: 'missedPost'; id: string; at: string; title: string }
  /** `others`: shorter ones that are late too. */
  | { what: 'review'; id: string; at: string; kind: ReviewKind; overdue: boolean; others: number }
  | { what: 'incident'; id: string; at: string; title: string; clock: 'act' | 'feedback' | 'solve'; overdue: boolean }
  | { what: 'goal'; id: string; at: string; title: string }
  | { what: 'drill'; id: string; at: string; class: IncidentClass }
  | { what: 'register'; id: string; at: string; title: string };

/** Figures of the plan that the screens show beside the creator's own. Shares 0–1. */
export interface PlanBands {
  scenes: { low: number; high: number };
  experiments: { low: number; high: number };
  people: { low: number; high: number };
}

export interface Workspace {
  plan: PlanBands;
  records: WorkspaceRecords;
  /** Records that could not be read, by kind. */
  unreadable: { kind: string; id: string; problem: string }[];
  calendar: CalendarEntry[];
  /** One per account: a mix is never counted over several. */
  balances: CalendarBalance[];
  goals: GoalView[];
  /** F1, as measures of ours. */
  templates: GoalTemplate[];
  measures: MeasureNow[];
  experiments: ExperimentView[];
  /** Experiment posts of this month against the plan's 5–8, and their share of the last posts against the plan's 30 %. */
  quota: { thisMonth: number; low: number; high: number; share: number | null; largestShare: number };
  months: MoneySummary[];
  years: MoneyYear[];
  incidents: IncidentView[];
  candidates: IncidentCandidate[];
  /** The class whose drill this quarter still wants; null when it was held. */
  nextDrill: IncidentClass | null;
  reviews: ReviewDue[];
  workload: Workload[];
  channels: ChannelView[];
  due: DueItem[];
}
