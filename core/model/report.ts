/**
 * The report: what `almanac evaluate` prints and every screen shows. Plain data, so that it can be kept, compared and sent
 * between contexts. A field added is free; a field changed is a breaking change (`CHANGELOG.md`).
 */
import type { Platform } from './platforms';
import type { GrowthReport, Lift, MixReport, ScoreReport } from './report-parts';

export type { GrowthReport, Lift, MixReport, ScoreReport } from './report-parts';

/** One unit of analysis: posts of one platform, account and format, written `platform|account|format` (`…|all` when formats are pooled). */
export interface UnitSummary {
  unit: string;
  posts: number;
  /** Posts old enough to be compared at the horizon. */
  mature: number;
  weeks: number;
  /** Share of posts with a pillar or series label, 0–1. */
  labelCoverage: number;
  horizonHours: number;
}

export type TimingState = 'insufficient' | 'no_effect_seen' | 'inconclusive' | 'hint' | 'supported' | 'confirmed';

export interface TimingWindow {
  days: 'weekday' | 'weekend' | 'all';
  /** Local hour in the report's zone for this unit, 0–23. */
  startHour: number;
  /** Exclusive, 1–24; smaller than `startHour` when the window crosses midnight. */
  endHour: number;
  /** Against the creator's own usual times, everything else equal. */
  lift: Lift;
  /** The same with the topics that usually go out then: what a hint promises, at its named windows only. */
  withTopics?: Lift;
  probabilityAtLeast5Percent: number;
  posts: number;
  weeks: number;
  /** Named to the creator at this state (hint or stronger). */
  recommended: boolean;
}

export interface TimingNext {
  kind: 'post' | 'test' | 'stop';
  window?: { days: 'weekday' | 'weekend' | 'all'; startHour: number; endHour: number };
  posts?: number;
  text: string;
}

/** A randomised test of two windows as it stands: posts were given to window a or b by coin. */
export interface SlotTestReport {
  id: string;
  windows: Record<'a' | 'b', { days: 'weekday' | 'weekend' | 'all'; startHour: number; endHour: number }>;
  /** Complete pairs of mature posts. */
  pairs: number;
  /** Evidence for any difference; decided at 20, and may be looked at after every pair. */
  eValue: number;
  /** a against b: an interval that holds at all looks together (95 %). Null below six pairs. */
  lift: Lift | null;
  verdict: 'running' | 'aBetter' | 'bBetter' | 'same' | 'undecided';
  /** When it was decided (ISO 8601), once that is kept: what is told then stays, whatever becomes of its posts. */
  decidedAt?: string;
}

/** A window that won a randomised test, and what it won against. */
export interface TestedWindow {
  window: SlotTestReport['windows']['a'];
  against: SlotTestReport['windows']['a'];
  /** The winner against the other: an interval that holds at all looks together (95 %). */
  lift: Lift;
}

/** What stands behind a timing verdict. */
export interface TimingWhy {
  /** Posts and weeks with an exact time. */
  posts: number;
  weeks: number;
  /** A typical post lies this factor above or below what was expected, for reasons other than the hour. */
  spread: number;
  /** What was allowed for: `toDate`, `trend`, `gap`, `format`, `pillar`, `series`, `kindOfContent`, `commercial`, `holiday`, `followers`. */
  adjustedFor: string[];
  /** The most that the audience's day can matter, by how long posts live. Null where no half-life is known. */
  ceiling: { halfLifeHours: number; measured: boolean; lift: number; leadHours: number } | null;
  /** How far the audience-online curve describes what was found, 0–1, and whether posts did better when it is high. */
  audienceCurve: { share: number; helps: boolean } | null;
}

/** When a timing verdict was reached, and on how many posts. */
export interface EvidenceClock {
  /** ISO 8601. */
  at: string;
  posts: number;
  /** A mark of each weighed post's labels: how many differ from those of today says how many have changed. */
  labels: string;
}

export interface TimingReport {
  unit: string;
  state: TimingState;
  /** `views@7d` */
  outcome: string;
  bayesFactor: number | null;
  permutationP: number | null;
  zone: string;
  windows: TimingWindow[];
  /** The best guess, given in every state from 20 posts on; a default that costs nothing, never a finding. */
  lean: { windows: TimingWindow[]; lift: Lift } | null;
  /** What is lacking for an answer, as message keys with figures: shown as text by the screens. */
  missing: string[];
  next: TimingNext;
  why?: TimingWhy;
  /** When the verdict was reached; it stands until there is enough that is new. */
  evaluated?: EvidenceClock;
  /** Randomised tests of this unit, newest last. */
  tests?: SlotTestReport[];
  /** At `confirmed`: what was tested. Other than a window's own lift, it does not speak of the creator's usual times. */
  tested?: TestedWindow[];
}

export type Level = 'red' | 'yellow' | 'green';

export interface RuleSource {
  title: string;
  article: string;
  url?: string;
  /** A: the rule's own text was read. B: through a copy. C: commonly reported. */
  grade: 'A' | 'B' | 'C';
  /** ISO date of the reading. */
  asOf: string;
}

/** One place in a text that a rule speaks of. `start`/`end` are UTF-16 offsets into the original text, `text` what stands there. */
export interface Finding {
  rule: string;
  level: Level;
  start: number;
  end: number;
  text: string;
  /** Decided by the creator's answers alone: names the whole text, for its first word is no fault. */
  whole?: string;
  /** None of the rule's words was found: it resembles what breaks the rule. Names the passage that was weighed. Never more than yellow. */
  alike?: string;
  message: string;
  /** The factual way out: never another spelling of the same claim. */
  wayOut?: string;
  /** Why it is green although a rule's words occur. */
  exemption?: string;
  source: RuleSource;
  /** ISO date after which the rule may be out of date. */
  reviewBy?: string;
}

/** What no single post shows: duplicates, bursts, commercial share, opinion. */
export interface AccountPattern {
  rule: string;
  level: Level;
  message: string;
  wayOut: string;
  /** Whose habit, which title or which day it is about: what "not an issue" is remembered for. */
  text: string;
  /** Where it is written; absent where only the creator's own figures speak. */
  source?: RuleSource;
  /** In the place of a source. */
  basis?: string;
  reviewBy?: string;
}

export interface ComplianceReport {
  level: Level;
  posts: { post: string; level: Level; findings: Finding[] }[];
  patterns: AccountPattern[];
}

export type SuggestionKind = 'timing' | 'mix' | 'compliance' | 'score' | 'cadence' | 'capture' | 'growth';

export interface Evidence {
  posts: number;
  weeks: number;
  interval?: Lift;
  adjustedFor?: string[];
  caveats?: string[];
}

/** Where a suggestion is carried out or shown; `lists`: the pages on which posts are captured. */
export type SuggestionPlace = 'timing' | 'lists' | 'calendar' | 'mix' | 'labels' | 'labelRules' | 'check' | 'score' | 'growth';

export interface Suggestion {
  id: string;
  kind: SuggestionKind;
  place: SuggestionPlace;
  /** Key of the one post that it is about. */
  post?: string;
  /** 1 first. */
  priority: 1 | 2 | 3 | 4 | 5;
  title: string;
  why: string;
  action: string;
  evidence: Evidence;
  strength: 'rule' | 'hint' | 'supported' | 'confirmed';
  /** What the suggestion is about, so that a screen can follow the tab's account. */
  platform?: Platform;
  account?: string;
  unit?: string;
}

export interface CadenceReport {
  unit: string;
  perWeek: number | null;
  longestGapDays: number | null;
  weeksWithAPost: number;
  weeks: number;
  daysSinceLast: number | null;
}

export interface Report {
  schema: 1;
  engine: string;
  generatedAt: string;
  zone: string;
  units: UnitSummary[];
  timing: TimingReport[];
  cadence: CadenceReport[];
  mix: MixReport[];
  score: ScoreReport[];
  growth: GrowthReport[];
  compliance: ComplianceReport;
  suggestions: Suggestion[];
}
