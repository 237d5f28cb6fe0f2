/** A randomised test of two posting windows: planned before the first post, assigned by coin, read at any time, kept afterwards. */
import type { SlotTestReport } from '../../model/report';
import { type Arm, differencesOf, forcedArm, readPairs } from '../../stats/paired-trial';
import type { Random } from '../../stats/random';
import type { WindowHours } from './windows';

export type { Arm } from '../../stats/paired-trial';

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

/** The tests of a unit: planned for it, or with posts that are its own now (a unit's name changes with its formats). */
export function testsOf(unit: string, keys: ReadonlySet<string>, tests: readonly SlotTest[]): SlotTest[] {
  return tests.filter((test) => test.unit === unit || test.assignments.some(({ post }) => post !== null && keys.has(post)));
}

/** The arm of the next post: a coin for the first of a pair, the other arm for the second. */
export const nextArm = (test: SlotTest, coin: Random): Arm => forcedArm(test.assignments) ?? (coin() < 0.5 ? 'a' : 'b');

/**
 * Reads a test: `outcomes` gives each mature post's log outcome after allowing for level and topic. Pairs with a missing half wait.
 */
export function readSlotTest(test: SlotTest, outcomes: ReadonlyMap<string, number>): SlotTestReport {
  const differences = differencesOf(test.assignments, ({ post }) => outcomes.get(post ?? ''));
  return {
    id: test.id,
    windows: test.windows,
    ...readPairs(differences, { largestPosts: test.largestPosts, ended: test.endedAt !== undefined }),
  };
}
