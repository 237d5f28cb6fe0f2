/**
 * Runs the engine over what is stored, one unit at a time: a unit whose posts did not change keeps its last evaluation. Beside the
 * report, what the screens need with it is worked out once, so that showing it never reads the posts again.
 */

import { type WeekTimes, weekTimes } from '../../components/timing/week';
import type { Dismissal } from '../../core/engine/compliance';
import { type UnitCompliance, unitComplianceOf } from '../../core/engine/compliance/unit-compliance';
import {
  contextOf,
  type EvaluationContext,
  evaluateUnit,
  mergeReport,
  sharedParts,
  type UnitEvaluation,
} from '../../core/engine/report';
import type { SlotTest } from '../../core/engine/timing/slot-test';
import { groupPosts, type Unit, unitOf } from '../../core/engine/units';
import { localTime } from '../../core/history/clock';
import type { AccountNotes } from '../../core/model/documents/account-notes';
import type { MonthlyRating } from '../../core/model/documents/monthly-rating';
import type { PlanFigures } from '../../core/model/documents/plan-figures';
import type { KnownPost } from '../../core/model/post';
import type { AccountReading, AudienceCurve } from '../../core/model/reading';
import type { Report } from '../../core/model/report';
import type { RuleSettings } from '../../core/model/rule-settings';
import { type PageTone, toneByDay } from '../../core/model/tone';
import type { Incident, Revenue } from '../../core/model/workspace/objects';
import { planWith } from '../../core/plan/figures';
import { hashText } from '../../core/stats/random';
import { mutedOf } from './dismissals';
import { HOLDS } from './held';

/** What the screens show beside the report. */
export interface Beside {
  /** Version of the extension that made it. */
  build: string;
  /** Publish times by unit. */
  times: Record<string, WeekTimes>;
  /** Published posts of each of the last weeks by unit, oldest first; the last one ends when the report was made. */
  weeks: Record<string, number[]>;
}

export interface EvaluateAll {
  posts: readonly KnownPost[];
  accountReadings: readonly AccountReading[];
  audienceCurves: readonly AudienceCurve[];
  /** Randomised tests, running and over. */
  slotTests?: readonly SlotTest[];
  previous: Report | null;
  /** What the creator called "not an issue". */
  dismissed: readonly Dismissal[];
  /** The plan's figures that the creator changed; null without any. */
  figures: PlanFigures | null;
  accountNotes: readonly AccountNotes[];
  monthlyRatings: readonly MonthlyRating[];
  incidents?: readonly Incident[];
  /** How pages of comments sounded. */
  tone?: readonly PageTone[];
  rules?: RuleSettings;
  /** What accounts earned, as entered. */
  revenue: readonly Revenue[];
  locale: 'en' | 'zh-CN';
  zone: string;
  build: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Fixed: the same data gives the same report on every computer. */
const SEED = 1;

interface Kept {
  posts: readonly KnownPost[];
  /** Of the posts, and of all that they are weighed with. */
  content: string;
  fingerprint: string;
  evaluation: UnitEvaluation;
  compliance: UnitCompliance;
  times: WeekTimes;
  weeks: number[];
}
/** Evaluations of this worker's life, by group of posts. */
const kept = new Map<string, Kept>();

/** Account readings and audience curves of the group's own account: those of another change nothing here. */
function ofAccount([first]: readonly KnownPost[], { accountReadings, audienceCurves }: EvaluateAll): number {
  const own = ({ platform, account }: { platform: string; account: string | null }) =>
    platform === first?.platform && (account ?? '') === first.account;
  return accountReadings.filter(own).length + audienceCurves.filter(own).length;
}

/** Changes with every reading, title, label or post of the group. */
function contentOf(posts: readonly KnownPost[]): string {
  let snapshots = 0;
  let seen = 0;
  let words = 0;
  for (const { post, labels, snapshots: own, lastSeenAt } of posts) {
    snapshots += own.length;
    seen += lastSeenAt % 1_000_003;
    words = hashText(JSON.stringify(labels), hashText(post.title, words));
  }
  return [posts.length, snapshots, seen, words].join('|');
}

/** Posts that did not change are the same objects, and need not be looked at. */
const sameList = (a: readonly KnownPost[], b: readonly KnownPost[]) =>
  a.length === b.length && a.every((post, at) => post === b[at]);

function timesOf(unit: Unit): WeekTimes {
  const shown = unit.posts.filter(({ post }) => post.publishedAt && (post.status === null || post.status === 'published'));
  const exact = shown.filter(({ post }) => post.publishedPrecision !== 'day');
  const dots = exact.map(({ post }) => {
    const { weekday, hour } = localTime(Date.parse(post.publishedAt ?? ''), unit.zone);
    return { day: weekday, minute: Math.floor(hour * 60) };
  });
  return weekTimes(dots, shown.length - exact.length);
}

const WEEKS = 12;
const WEEK = 7 * 86_400_000;
function weeksOf(unit: Unit, now: number): number[] {
  const counts = Array.from({ length: WEEKS }, () => 0);
  for (const { post } of unit.posts) {
    if (!post.publishedAt || (post.status !== null && post.status !== 'published')) continue;
    const ago = Math.floor((now - Date.parse(post.publishedAt)) / WEEK);
    if (ago >= 0 && ago < WEEKS) counts[WEEKS - 1 - ago] = (counts[WEEKS - 1 - ago] ?? 0) + 1;
  }
  return counts;
}

function evaluateGroup(key: string, posts: KnownPost[], wanted: EvaluateAll, context: EvaluationContext, said: string): Kept {
  const before = kept.get(key);
  const content = before && sameList(before.posts, posts) ? before.content : contentOf(posts);
  const { locale, zone, now } = wanted;
  const fingerprint = [content, ofAccount(posts, wanted), said, locale, zone, Math.floor(now / HOLDS)].join('|');
  if (before?.fingerprint === fingerprint) {
    before.posts = posts;
    return before;
  }
  const unit = unitOf(posts, context);
  const fresh = {
    posts,
    content,
    fingerprint,
    evaluation: evaluateUnit(unit, context),
    compliance: unitComplianceOf(
      posts,
      { locale: wanted.locale, market: wanted.rules?.market ?? undefined, certified: wanted.rules?.certified },
      before?.compliance,
    ),
    times: timesOf(unit),
    weeks: weeksOf(unit, wanted.now),
  };
  kept.set(key, fresh);
  return fresh;
}

/** A conflict with users that the creator entered is a complaint; drills are none. Milliseconds since the epoch. */
const complaintsOf = (incidents: readonly Incident[]) =>
  incidents
    .filter((one) => one.class === 'userConflict' && one.source.from !== 'drill')
    .map(({ openedAt }) => Date.parse(openedAt));

export function evaluateAll(wanted: EvaluateAll): { report: Report; beside: Beside } {
  const context = contextOf({ ...wanted, plan: planWith(wanted.figures), seed: SEED });
  const groups = groupPosts(wanted.posts);
  for (const key of kept.keys()) if (!groups.has(key)) kept.delete(key);
  // What the creator said that a unit's part rests on.
  const notes = wanted.accountNotes.map(({ id, audience }) => [id, audience]);
  const { market, certified } = wanted.rules ?? {};
  const said = String(hashText(JSON.stringify([wanted.slotTests ?? [], wanted.figures, notes, market, certified])));
  const results = [...groups].map(([key, posts]) => evaluateGroup(key, posts, wanted, context, said));
  const report = mergeReport(
    results.map(({ evaluation }) => evaluation),
    sharedParts(
      wanted.posts,
      context,
      {
        suppressed: [...wanted.dismissed, ...mutedOf(wanted.rules)],
        market: market ?? undefined,
        certified,
        complaints: complaintsOf(wanted.incidents ?? []),
        tone: toneByDay(wanted.tone ?? []),
      },
      results.map(({ compliance }) => compliance),
    ),
    context,
  );
  return {
    report,
    beside: {
      build: wanted.build,
      times: Object.fromEntries(results.map(({ evaluation, times }) => [evaluation.summary.unit, times])),
      weeks: Object.fromEntries(results.map(({ evaluation, weeks }) => [evaluation.summary.unit, weeks])),
    },
  };
}
