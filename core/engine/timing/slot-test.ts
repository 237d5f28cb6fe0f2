/** A randomised test of two posting windows: planned before the first post, assigned by coin, read at any time, kept afterwards. */
import type { Lift, SlotTestReport } from '../../model/report';
import { type Arm, differencesOf, forcedArm, readPairs } from '../../stats/paired-trial';
import type { Random } from '../../stats/random';
import type { WindowHours } from './windows';

export type { Arm } from '../../stats/paired-trial';

/** Immutable from the start, except for what is added to `assignments`, `decided` and `endedAt`: the document's kind sees to it. */
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
  /** What was found when it was first decided: later figures of the same posts do not undo it. */
  decided?: Decision | undefined;
  /** In pairs, each with both arms: posts 1 and 2 are compared, then 3 and 4. `post` is null until it is made; `at`: when the coin fell. */
  assignments: { arm: Arm; post: string | null; at?: string | undefined }[];
}

export interface Decision {
  /** ISO 8601. */
  at: string;
  verdict: 'aBetter' | 'bBetter' | 'same';
  pairs: number;
  eValue: number;
  /** a against b, as in the report. */
  lift: Lift;
}

/** The tests of a unit: planned for it, or with posts that are its own now (a unit's name changes with its formats). */
export function testsOf(unit: string, keys: ReadonlySet<string>, tests: readonly SlotTest[]): SlotTest[] {
  return tests.filter((test) => test.unit === unit || test.assignments.some(({ post }) => post !== null && keys.has(post)));
}

/** The arm of the next post: a coin for the first of a pair, the other arm for the second. */
export const nextArm = (test: SlotTest, coin: Random): Arm => forcedArm(test.assignments) ?? (coin() < 0.5 ? 'a' : 'b');

/**
 * Reads a test: `outcomes` gives each mature post's log outcome after allowing for level and topic. Pairs with a missing half wait. A
 * decided test is what it was when it was decided.
 */
export function readSlotTest(test: SlotTest, outcomes: ReadonlyMap<string, number>): SlotTestReport {
  if (test.decided) {
    const { at, ...decision } = test.decided;
    return { id: test.id, windows: test.windows, ...decision, decidedAt: at };
  }
  const differences = differencesOf(test.assignments, ({ post }) => outcomes.get(post ?? ''));
  return {
    id: test.id,
    windows: test.windows,
    ...readPairs(differences, { largestPosts: test.largestPosts, ended: test.endedAt !== undefined }),
  };
}

/** The tests that are decided in `read` for the first time, with their decision: to be kept. `at`: ISO 8601. */
export function decidedNow<T extends SlotTest>(tests: readonly T[], read: readonly SlotTestReport[], at: string): T[] {
  return tests.flatMap((test) => {
    const report = read.find(({ id }) => id === test.id);
    if (test.decided || !report?.lift || report.verdict === 'running' || report.verdict === 'undecided') return [];
    const { verdict, pairs, eValue, lift } = report;
    return [{ ...test, decided: { at, verdict, pairs, eValue: Math.min(eValue, Number.MAX_VALUE), lift } }];
  });
}
