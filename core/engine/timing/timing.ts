/** Posting time of one unit: from comparable outcomes to a verdict, a lean and a next step. The method: `docs/posting-time.md`. */
import { type LocalTime, localTime } from '../../history/clock';
import { horizonName } from '../../history/horizon';
import type { AccountReading, AudienceCurve } from '../../model/reading';
import type { Lift, Report, SlotTestReport, TestedWindow, TimingReport, TimingWindow } from '../../model/report';
import { DEFAULT_PLAN, type Plan } from '../../plan/plan';
import { seeded } from '../../stats/random';
import { type Locale, texts } from '../texts';
import { labelCoverage, type Unit } from '../units';
import { attentionCurve, newestCurve } from './audience';
import { ceilingOf, measuredHalfLife } from './ceiling';
import { circumstances } from './circumstances';
import { RULES, supportedWindows, weakerState } from './decide';
import { type Effect, effectMean } from './effect';
import { labelMarks, sameQuestion, standing } from './evidence-clock';
import { gateOf } from './gate';
import { explorationOf, nextWindow, possibleAt } from './next';
import { adjustedFor } from './nuisance';
import { readSlotTest, type SlotTest, testsOf } from './slot-test';
import { isHint, leanBlocks, type Weighed, weigh } from './weigh';
import { atMost, contrastOf, coverageOf, hoursOf, liftOf, reported, worthwhile } from './windows';
import { missingTexts, nextText } from './words';

export interface TimingContext {
  locale: Locale;
  seed: number;
  now: number;
  previous?: Report | null;
  accountReadings?: readonly AccountReading[];
  audienceCurves?: readonly AudienceCurve[];
  slotTests?: readonly SlotTest[];
  plan?: Plan;
  /** The creator's zone; that of the unit where it is not told. */
  zone?: string;
}

/** Older posts say little about an audience of today, and the cost stays bounded. */
const MOST_POSTS = 2000;

export function timingOf(unit: Unit, context: TimingContext): TimingReport {
  const words = texts(context.locale);
  const { waiting, outcome } = unit.comparable;
  const posts = unit.comparable.posts.slice(-MOST_POSTS);
  const timed = posts.filter((post) => post.exactTime);
  const gate = gateOf(timed, waiting.length, posts.length - timed.length, outcome !== null, labelCoverage(posts));
  const missing = missingTexts(gate.missing, words);
  const report: TimingReport = {
    unit: unit.unit,
    state: 'insufficient',
    outcome: `${outcome?.name ?? 'views'}@${horizonName(unit.horizonHours)}`,
    bayesFactor: null,
    permutationP: null,
    zone: unit.zone,
    windows: [],
    lean: null,
    missing,
    next: { kind: 'post', text: missing[0] ?? '' },
  };
  if (timed.length === 0) return report;

  const halfLife = measuredHalfLife(unit.comparable.curves, unit.horizonHours);
  const ceiling = ceilingOf(unit.platform, halfLife);
  const curve = newestCurve(context.audienceCurves ?? [], unit.platform, unit.account);
  const previous = context.previous?.timing.find((part) => part.unit === unit.unit) ?? null;
  const weighed = weigh(posts, {
    gateOpen: gate.open,
    seed: context.seed,
    before: (withCurve) => sameQuestion(previous, { zone: unit.zone, outcome: report.outcome, curve: withCurve }),
    attention: curve && attentionCurve(curve, unit.zone, ceiling?.halfLifeHours ?? null, context.now),
    circumstances: circumstances(posts, unit, context.accountReadings ?? []),
  });
  const { candidates, totals, evidence, lean, adjusted, adjustedFit } = weighed;
  const supported = supportedWindows(candidates, evidence);
  const hinted = isHint(weighed) ? leanBlocks(weighed) : [];
  const named = new Set(supported.length > 0 ? supported : hinted);
  const best = [...candidates].sort((a, b) => effectMean(b.adjusted) - effectMean(a.adjusted))[0]?.adjusted ?? null;
  report.state = supported.length > 0 ? 'supported' : weakerState(evidence, hinted.length > 0, best);
  if (gate.open) {
    report.bayesFactor = significant(evidence.bayesFactor);
    report.permutationP = significant(evidence.permutationP);
  }
  report.windows = candidates.map(({ window, adjusted: effect, coverage }, i): TimingWindow => {
    const promise = (of: Effect) => (named.has(i) ? atMost(liftOf(of), RULES.largestPromise) : liftOf(of));
    const shown = reported(window, promise(effect), worthwhile(effect), coverage, named.has(i));
    // A hint names the lean: it promises what the lean does. A supported window promises what is left after topic and growth.
    const total = supported.length === 0 && named.has(i) ? totals[i] : undefined;
    return total ? { ...shown, withTopics: promise(total) } : shown;
  });
  if (lean) {
    const lift = atMost(liftOf(lean.effect), RULES.largestLean);
    report.lean = {
      windows: [reported(lean.window, lift, worthwhile(lean.effect), coverageOf(lean.window, timed), false)],
      lift,
    };
  }
  report.why = {
    posts: timed.length,
    weeks: gate.weeks,
    spread: significant(Math.exp(adjustedFit.sd)),
    adjustedFor: adjustedFor(adjustedFit.columns),
    ceiling: ceiling && { ...ceiling, lift: significant(ceiling.lift), leadHours: significant(ceiling.leadHours) },
    audienceCurve: adjusted?.curve ? { share: significant(adjusted.curve.share), helps: adjusted.curve.coefficient > 0 } : null,
  };
  if (gate.open) reachOrKeep(report, weighed, context.now);
  confirm(report, weighed, testsOf(unit.unit, new Set(unit.posts.map(({ key }) => key)), context.slotTests ?? []));
  if (adjusted) {
    const { largestShare, possibleHours } = (context.plan ?? DEFAULT_PLAN).exploration;
    const possible = possibleAt(possibleHours, unit.zone, context.zone ?? unit.zone, context.now);
    const random = seeded(context.seed + timed.length);
    const chosen = nextWindow(adjusted, candidates, weighed.usage, adjustedFit.sd, possible, random);
    const exploration = chosen && explorationOf(chosen.window, weighed.usage, newestTime(unit), largestShare);
    report.next = nextText(report, chosen, exploration, words);
  }
  return report;
}

/** Local time of the newest post whose hour is known, old enough to be weighed or not. */
function newestTime({ posts, zone }: Unit): LocalTime | null {
  const times = posts.flatMap(({ post: { publishedAt, publishedPrecision, status } }) =>
    publishedAt && publishedPrecision !== 'day' && (status === null || status === 'published') ? [Date.parse(publishedAt)] : [],
  );
  return times.length > 0
    ? localTime(
        times.reduce((a, b) => Math.max(a, b)),
        zone,
      )
    : null;
}

/** Dates the verdict, or puts the one in its place that still stands: state, evidence and windows of one evaluation. */
function reachOrKeep(report: TimingReport, { before, posts, timed }: Weighed, now: number): void {
  const labels = labelMarks(posts);
  const clock = standing(before, { now, posts: timed.length, labels });
  report.evaluated = clock ?? { at: new Date(now).toISOString(), posts: timed.length, labels };
  if (!clock || !before) return;
  const { state, bayesFactor, permutationP, windows } = before;
  Object.assign(report, { state, bayesFactor, permutationP, windows });
}

/** Reads the unit's randomised tests; a decided one names its window, whatever the observed posts say. */
function confirm(report: TimingReport, weighed: Weighed, tests: readonly SlotTest[]): void {
  const { timed, adjustedFit, posts, adjusted, total, usage } = weighed;
  if (tests.length === 0) return;
  const outcomes = new Map(posts.map((post, i) => [post.key, adjustedFit.residuals[i] ?? 0]));
  report.tests = tests.map((test) => readSlotTest(test, outcomes));
  const winners = report.tests.flatMap(winnerOf);
  if (winners.length === 0) return;
  report.state = 'confirmed';
  report.tested = winners;
  // A window's lift stays what it is for all of them, against the usual times: what the test found is told by itself.
  report.windows = report.windows.map(({ withTopics: _, ...window }) => ({ ...window, recommended: false }));
  for (const { window } of winners) {
    const shown = report.windows.find(
      (other) => other.days === window.days && hoursOf(other)[0] === hoursOf(window)[0] && other.endHour === window.endHour,
    );
    if (shown) {
      shown.recommended = true;
      continue;
    }
    const effect = (adjusted ?? total).effect(contrastOf(window, usage));
    report.windows.push(reported(window, liftOf(effect), worthwhile(effect), coverageOf(window, timed), true));
  }
}

function winnerOf({ windows: { a, b }, lift, verdict }: SlotTestReport): TestedWindow[] {
  if (!lift) return [];
  const promised = (of: Lift) => atMost(of, RULES.largestPromise);
  if (verdict === 'aBetter') return [{ window: a, against: b, lift: promised(lift) }];
  if (verdict !== 'bBetter') return [];
  const inverse = (value: number) => 1 / (1 + value) - 1;
  const other = { low: inverse(lift.high), median: inverse(lift.median), high: inverse(lift.low) };
  return [{ window: b, against: a, lift: promised(other) }];
}

function significant(value: number): number {
  return Number(value.toPrecision(3));
}
