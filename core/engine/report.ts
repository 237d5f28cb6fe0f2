/**
 * Posts → report. Deterministic: the same posts, clock, zone, seed and locale give the same report, whatever the order of the
 * posts. Each unit is weighed on its own (`evaluateUnit`), so that one new reading costs one unit; `mergeReport` puts the parts
 * together.
 */

import { weekOf } from '../history/clock';
import type { AccountNotes } from '../model/documents/account-notes';
import type { MonthlyRating } from '../model/documents/monthly-rating';
import type { KnownPost } from '../model/post';
import type { AccountReading, AudienceCurve } from '../model/reading';
import type { CadenceReport, ComplianceReport, Report, TimingReport, UnitSummary } from '../model/report';
import type { Revenue } from '../model/workspace/objects';
import { DEFAULT_PLAN, type Plan } from '../plan/plan';
import { cadenceOf } from './cadence';
import { type ComplianceContext, complianceOf } from './compliance';
import { complianceSuggestions } from './compliance/suggest';
import type { UnitCompliance } from './compliance/unit-compliance';
import { contentReports, contentSuggestions, type UnitContent, unitContentOf } from './content';
import { rankSuggestions } from './mix/suggest';
import { suggestionsOf } from './suggestions';
import { type Locale, texts } from './texts';
import type { SlotTest } from './timing/slot-test';
import { timingOf } from './timing/timing';
import { groupPosts, labelCoverage, type Unit, unitOf } from './units';

/** Changes when the same data may give another report: cached parts of another engine are not reused. */
export const ENGINE_VERSION = '2';

export interface EvaluateInput {
  posts: readonly KnownPost[];
  accountReadings: readonly AccountReading[];
  audienceCurves: readonly AudienceCurve[];
  plan?: Plan;
  /** The last report: a supported window is only given up after two evaluations against it. */
  previous?: Report | null;
  /** The creator's IANA zone. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  seed: number;
  locale: Locale;
  slotTests?: readonly SlotTest[];
  /** What the creator said of their accounts, and how they rated their months. */
  accountNotes?: readonly AccountNotes[];
  monthlyRatings?: readonly MonthlyRating[];
  /** What accounts earned, as the creator entered it. */
  revenue?: readonly Revenue[];
}

/** What every part is given beside the unit. */
export type EvaluationContext = Omit<EvaluateInput, 'posts' | 'plan'> & { plan: Plan };

/** Everything the report says about one unit. */
export interface UnitEvaluation {
  summary: UnitSummary;
  timing: TimingReport;
  cadence: CadenceReport;
  content: UnitContent;
}

export function contextOf(input: EvaluateInput): EvaluationContext {
  const { posts: _posts, ...rest } = input;
  // What another engine said is no evidence for this one: its clock starts anew.
  const previous = rest.previous?.engine === ENGINE_VERSION ? rest.previous : null;
  return { ...rest, previous, plan: input.plan ?? DEFAULT_PLAN };
}

export function evaluateUnit(unit: Unit, context: EvaluationContext): UnitEvaluation {
  return {
    summary: summaryOf(unit),
    timing: timingOf(unit, context),
    cadence: cadenceOf(unit, context.plan.cadence.lookBackWeeks),
    content: unitContentOf(unit, context),
  };
}

/** Parts of the report that look across units. */
export interface SharedParts {
  compliance: ComplianceReport;
}

export function mergeReport(evaluations: readonly UnitEvaluation[], shared: SharedParts, context: EvaluationContext): Report {
  const sorted = [...evaluations].sort((a, b) => (a.summary.unit < b.summary.unit ? -1 : 1));
  const content = contentReports(
    sorted.map(({ content: own }) => own),
    shared.compliance,
    context,
  );
  const report: Report = {
    schema: 1,
    engine: ENGINE_VERSION,
    generatedAt: new Date(context.now).toISOString(),
    zone: context.zone,
    units: sorted.map(({ summary }) => summary),
    timing: sorted.map(({ timing }) => timing),
    cadence: sorted.map(({ cadence }) => cadence),
    ...content,
    compliance: shared.compliance,
    suggestions: [],
  };
  const suggestions = [
    ...complianceSuggestions(report, context.locale),
    ...suggestionsOf(report, context.plan, texts(context.locale)),
    ...contentSuggestions(report, context),
  ];
  return { ...report, suggestions: rankSuggestions(suggestions) };
}

export function evaluate(input: EvaluateInput): Report {
  const context = contextOf(input);
  const evaluations = [...groupPosts(input.posts).values()].map((posts) => evaluateUnit(unitOf(posts, context), context));
  return mergeReport(evaluations, sharedParts(input.posts, context), context);
}

/** `said`: what the creator said of findings, rules and complaints; how comments sounded. `units`: their parts where they are known, in the order of their first posts. */
export function sharedParts(
  posts: readonly KnownPost[],
  context: EvaluationContext,
  said: Pick<ComplianceContext, 'suppressed' | 'market' | 'certified' | 'complaints' | 'tone'> = {},
  units?: readonly UnitCompliance[],
): SharedParts {
  return { compliance: complianceOf(posts, { ...context, ...said }, units) };
}

function summaryOf(unit: Unit): UnitSummary {
  const { posts } = unit.comparable;
  return {
    unit: unit.unit,
    posts: unit.posts.length,
    mature: posts.length,
    weeks: new Set(posts.map((post) => weekOf(post.local.day))).size,
    labelCoverage: labelCoverage(posts),
    horizonHours: unit.horizonHours,
  };
}
