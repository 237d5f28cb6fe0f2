/**
 * What the creator keeps in the plan workspace: one plain record per thing, stored by kind and id, part of every backup. Instants
 * are ISO 8601 with offset; days (`2026-06-30`) and months (`2026-06`) are those of the creator's own calendar. Money stays in the
 * currency it was entered in. Schemas that check them stand in `schemas.ts`.
 */
import type { Kind } from '../labels';
import type { Platform } from '../platforms';
import type { Format } from '../reading';

/** Whose: one account, or everything when both are null. */
export interface WorkspaceScope {
  platform: Platform | null;
  account: string | null;
}

// ---- Calendar ---------------------------------------------------------------------------------------------------------------

export const REVIEW_STEPS = ['system', 'self', 'second'] as const;
/** One step of the three-step review (E4). `who` is a name or role the creator wrote, never an account. */
export interface ReviewMark {
  step: (typeof REVIEW_STEPS)[number];
  who: string;
  at: string;
  passed: boolean;
  why: string;
}
/** E5, 三品一效: looked at on planned posts that are marked commercial. */
export const AD_CHECKS = ['quality', 'taste', 'brand', 'effect'] as const;
export type AdCheck = (typeof AD_CHECKS)[number];

export interface CalendarPost extends WorkspaceScope {
  id: string;
  title: string;
  /** When it is meant to go out. */
  at: string;
  /** The draft's words, checked by the rules; empty when only the title is known. */
  text: string;
  pillar?: string | undefined;
  kind?: Kind | undefined;
  format?: Format | undefined;
  zone?: 'stable' | 'experiment' | undefined;
  commercial: boolean;
  /** Which arm of which experiment it belongs to. */
  experiment?: { id: string; arm: 'a' | 'b' } | undefined;
  reviews: ReviewMark[];
  adChecks: AdCheck[];
  owner?: string | undefined;
  /** The real post, said by the creator; null when the creator said that none of the recognised ones is it. */
  post?: string | null | undefined;
  /** The name it had in a calendar file it came from. */
  uid?: string | undefined;
}

// ---- Goals ------------------------------------------------------------------------------------------------------------------

/**
 * `followers` is a level. `views` and `interactions` are totals of the posts of 28 days at equal age, `posts` their number.
 * `completionRate` is the mean of the posts of 28 days. `revenue` is the sum of 28 days, `revenueScenes` the scenes that brought
 * some in 90 days, `roi` return on cost of 90 days. `entered` is any figure the creator writes down.
 */
export const GOAL_MEASURES = [
  'followers',
  'views',
  'interactions',
  'posts',
  'completionRate',
  'revenue',
  'revenueScenes',
  'roi',
  'entered',
] as const;
export type GoalMeasure = (typeof GOAL_MEASURES)[number];

export interface Goal extends WorkspaceScope {
  id: string;
  measure: GoalMeasure;
  /** What an `entered` figure is; a name for the goal otherwise. */
  name: string;
  /** Where it stood when the goal was set; null when that was unknown. Never recomputed. */
  baseline: number | null;
  /** The level to reach. */
  target: number;
  startedAt: string;
  /** Day by which. */
  due: string;
  currency?: string | undefined;
  /** What the creator wrote down for an `entered` measure. */
  entries: { day: string; value: number }[];
  owner?: string | undefined;
  /** Set when the creator laid it aside. */
  closedAt?: string | undefined;
}

// ---- Experiments ------------------------------------------------------------------------------------------------------------

export const EXPERIMENT_OUTCOMES = ['reach', 'interactionRate', 'saveRate', 'completionRate'] as const;
export type ExperimentOutcome = (typeof EXPERIMENT_OUTCOMES)[number];
export type Arm = 'a' | 'b';

/** `swap`: title or cover of one post changed back and forth; `platform`: the platform's own test, its result entered. */
export const EXPERIMENT_DESIGNS = ['pairs', 'swap', 'platform'] as const;
/** What one post showed while it had one of two titles or covers. */
export interface SwapPeriod {
  arm: Arm;
  /** Its last day. */
  day: string;
  shown: number;
  clicked: number;
}

/** Randomised pairs of similar posts, unless `design` says otherwise. Everything above `assignments` is frozen by the first of them. */
export interface Experiment {
  id: string;
  /** Written first: what should be known afterwards. */
  question: string;
  platform: Platform;
  account: string;
  arms: Record<Arm, string>;
  outcome: ExperimentOutcome;
  /** Ends undecided at so many posts (stretches of a swap). */
  largestPosts: number;
  design?: (typeof EXPERIMENT_DESIGNS)[number] | undefined;
  /** Both posts of a pair have this topic, when given. */
  pillar?: string | undefined;
  createdAt: string;
  /** In pairs, each with both arms by coin. `post`: the real one, said by the creator; recognised otherwise. */
  assignments: { arm: Arm; at: string; title: string; post?: string | null | undefined }[];
  /** Of a swap: oldest first. */
  periods?: SwapPeriod[] | undefined;
  /** Of the platform's own test: who won, and each arm's share of the measure (0–1) where it says so. */
  result?: { winner: Arm | 'none'; a: number | null; b: number | null; day: string } | undefined;
  endedAt?: string | undefined;
  /** What was learnt, in the creator's words: the case library is searched by it. */
  learnt: string;
  tags: string[];
  owner?: string | undefined;
}

// ---- Money ------------------------------------------------------------------------------------------------------------------

export const BOARDS = ['content', 'business', 'team', 'tools'] as const;
export const CONTENT_PARTS = ['script', 'production', 'editing'] as const;
export const RETURNS = ['direct', 'indirect', 'longTerm'] as const;
interface MoneyBase {
  id: string;
  day: string;
  /** Above zero, in `currency` (ISO 4217). */
  amount: number;
  currency: string;
  note: string;
}
/** A revenue scene is named by the creator: advertising, shop, courses, … */
export interface Revenue extends MoneyBase {
  flow: 'revenue';
  scene: string;
  returns: (typeof RETURNS)[number];
  /** The account that brought it; absent where it belongs to none alone. */
  platform?: Platform | undefined;
  account?: string | undefined;
}
export interface Cost extends MoneyBase {
  flow: 'cost';
  board: (typeof BOARDS)[number];
  contentPart?: (typeof CONTENT_PARTS)[number] | undefined;
  /** Spent on trying something new. */
  experiment: boolean;
  /** Spent on people, whatever the board. */
  people: boolean;
}
export type MoneyEntry = Revenue | Cost;
export const SCENE_RANKS = ['main', 'secondary', 'potential'] as const;
/** How much a scene is counted on. `id` is its name. */
export interface RevenueScene {
  id: string;
  rank: (typeof SCENE_RANKS)[number];
}

// ---- Incidents --------------------------------------------------------------------------------------------------------------

export const INCIDENT_CLASSES = ['contentViolation', 'userConflict', 'technicalFailure', 'commercialDispute'] as const;
export type IncidentClass = (typeof INCIDENT_CLASSES)[number];
export const INCIDENT_LEVELS = ['red', 'yellow', 'green'] as const;
/** An emergency plan as the creator edited it; the class is its id. One line each. */
export interface Playbook {
  id: IncidentClass;
  steps: string[];
  who: string;
  say: string[];
  never: string[];
}
/** An anomaly older than this many days opens no incident any more. */
export const ANOMALY_DAYS = 30;
export interface Incident {
  id: string;
  class: IncidentClass;
  level: (typeof INCIDENT_LEVELS)[number];
  title: string;
  openedAt: string;
  /** What it was opened from. A drill is an invented case. */
  source: { from: 'hand' | 'finding' | 'anomaly' | 'drill'; post?: string | undefined; rule?: string | undefined };
  /** What was known when it was opened, a line each; kept although the post may change. */
  evidence: string[];
  /** Steps of the playbook as they stood at opening. */
  steps: { text: string; doneAt: string | null }[];
  feedbackAt: string | null;
  solvedAt: string | null;
  /** Written at the end; `rule`: words that from now on mark a post as sensitive. */
  closing: { at: string; cause: string; learnt: string; rule: string | null } | null;
  owner?: string | undefined;
}

// ---- Reviews ----------------------------------------------------------------------------------------------------------------

export const REVIEW_KINDS = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];
/** A review the creator has done. `id` is kind and period: `weekly:2026-06-01` (its first day). */
export interface ReviewRecord {
  id: string;
  kind: ReviewKind;
  /** First day of the period. */
  from: string;
  doneAt: string;
  /** The creator's own words. */
  changed: string;
  learnt: string;
  next: string;
  /** The page as it stood when it was done, so that it never changes afterwards. */
  page: ReviewPage;
  owner?: string | undefined;
}
/** A generated page: headings with lines under them, in the language it was made in. */
export interface ReviewPage {
  title: string;
  period: string;
  sections: { heading: string; lines: string[] }[];
}

// ---- People, registers, outside view ----------------------------------------------------------------------------------------

export const TEAM_ROLES = ['lead', 'content', 'data', 'business', 'followers'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];
/** One record, id `team`. Off until the creator switches it on. Names are roles or first names, never accounts. */
export interface Team {
  id: 'team';
  on: boolean;
  members: { name: string; role: TeamRole; handOff: string }[];
}
export const REGISTER_KINDS = ['training', 'audit', 'insurance'] as const;
/** E9. */
export interface RegisterEntry {
  id: string;
  kind: (typeof REGISTER_KINDS)[number];
  title: string;
  /** Day it was done or concluded. */
  day: string;
  /** Day it is due again. */
  renew: string | null;
  note: string;
}
export const NOTE_KINDS = [
  'competitor',
  'positioning',
  'userResearch',
  'complaint',
  'technology',
  'users',
  'policy',
  'competition',
] as const;
/** Outside view and trends (F8): what, where, how often; nobody's personal data. */
export interface OutsideNote {
  id: string;
  kind: (typeof NOTE_KINDS)[number];
  day: string;
  text: string;
  where: string;
  /** How often it was met; null when it was not counted. */
  times: number | null;
}
export const CHANNELS = ['comments', 'messages', 'community', 'live'] as const;
/** The creator's own counts of one month in one channel. Null: not counted. */
export interface ChannelCount {
  /** `2026-06:comments`. */
  id: string;
  month: string;
  channel: (typeof CHANNELS)[number];
  received: number | null;
  answered: number | null;
  /** Minutes spent. */
  minutes: number | null;
  /** Followers, orders or cooperations that came of it. */
  results: number | null;
}

/** Every kind of record, by the name it is stored under. */
export interface WorkspaceObjects {
  calendar: CalendarPost;
  goal: Goal;
  experiment: Experiment;
  money: MoneyEntry;
  scene: RevenueScene;
  playbook: Playbook;
  incident: Incident;
  review: ReviewRecord;
  team: Team;
  register: RegisterEntry;
  note: OutsideNote;
  channel: ChannelCount;
}
export const WORKSPACE_KINDS = [
  'calendar',
  'goal',
  'experiment',
  'money',
  'scene',
  'playbook',
  'incident',
  'review',
  'team',
  'register',
  'note',
  'channel',
] as const satisfies readonly (keyof WorkspaceObjects)[];
export type WorkspaceKind = keyof WorkspaceObjects;
/** Everything kept, each kind in the order of its ids. */
export type WorkspaceRecords = { [K in WorkspaceKind]: WorkspaceObjects[K][] };
