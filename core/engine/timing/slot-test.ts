/** A randomised test of two posting windows: planned before the first post, assigned by coin, read at any time, kept afterwards. */
import type { SlotTestReport } from '../../model/report';
import type { Random } from '../../stats/random';
import { mean, variance } from '../../stats/robust';
import { pairedEValue, sequenceHalfWidth } from '../../stats/sequential';
import type { WindowHours } from './windows';

export type Arm = 'a' | 'b';

/** Immutable once the first post is assigned, except for what is appended to `assignments`, and `endedAt`. */
export interface SlotTest {
  id: string;
  unit: string;
  /** `a` is the window that is hoped to be better, `b` the one it is compared with. */
  windows: Record<Arm, WindowHours>;
  /** ISO 8601. */
  startedAt: string;
  endedAt?: string | undefined;
  /** The test ends undecided at this many posts. */
  largestPosts: number;
  /** In pairs, each with both arms: posts 1 and 2 are compared, then 3 and 4. `post` is null until it is made; `at`: when the coin fell. */
  assignments: { arm: Arm; post: string | null; at?: string | undefined }[];
}

/** Pairs before the first look: a t statistic of fewer is erratic. */
const FEWEST_PAIRS = 6;
/** Evidence at which a test is decided: without a difference it is ever reached in at most 1 of 20 tests. */
const DECISIVE = 20;
/** Differences inside this lift do not matter. */
const SAME = Math.log(1.2);

/** The tests of a unit: planned for it, or with posts that are its own now (a unit's name changes with its formats). */
export function testsOf(unit: string, keys: ReadonlySet<string>, tests: readonly SlotTest[]): SlotTest[] {
  return tests.filter((test) => test.unit === unit || test.assignments.some(({ post }) => post !== null && keys.has(post)));
}

/** The arm of the next post: a coin for the first of a pair, the other arm for the second. */
export function nextArm(test: SlotTest, coin: Random): Arm {
  const last = test.assignments.at(-1);
  if (test.assignments.length % 2 === 1 && last) return last.arm === 'a' ? 'b' : 'a';
  return coin() < 0.5 ? 'a' : 'b';
}

/**
 * Reads a test: `outcomes` gives each mature post's log outcome after allowing for level and topic. Pairs with a missing half wait.
 * The e-value may be looked at after every pair.
 */
export function readSlotTest(test: SlotTest, outcomes: ReadonlyMap<string, number>): SlotTestReport {
  const differences: number[] = [];
  for (let i = 0; i + 1 < test.assignments.length; i += 2) {
    const pair = test.assignments.slice(i, i + 2);
    const value = (arm: Arm) => outcomes.get(pair.find((half) => half.arm === arm)?.post ?? '');
    const a = value('a');
    const b = value('b');
    if (a !== undefined && b !== undefined) differences.push(a - b);
  }
  const pairs = differences.length;
  const report: SlotTestReport = { id: test.id, windows: test.windows, pairs, eValue: 1, lift: null, verdict: 'running' };
  if (pairs >= FEWEST_PAIRS) {
    const centre = mean(differences);
    const sd = Math.sqrt(variance(differences));
    const half = sequenceHalfWidth(sd, pairs);
    report.lift = { low: Math.expm1(centre - half), median: Math.expm1(centre), high: Math.expm1(centre + half) };
    report.eValue = sd > 0 ? pairedEValue(centre / (sd / Math.sqrt(pairs)), pairs) : 1;
    if (report.eValue >= DECISIVE) report.verdict = centre > 0 ? 'aBetter' : 'bBetter';
    else if (centre - half > -SAME && centre + half < SAME) report.verdict = 'same';
  }
  if (report.verdict === 'running' && (pairs * 2 >= test.largestPosts || test.endedAt !== undefined))
    report.verdict = 'undecided';
  return report;
}
