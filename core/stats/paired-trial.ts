/** Randomised pairs read at any time (`engine.md` 2.7): the one rule of slot tests and of experiments. */
import { mean, variance } from './robust';
import { pairedEValue, sequenceHalfWidth } from './sequential';

export type Arm = 'a' | 'b';

/** Pairs before the first look: a t statistic of fewer is erratic. */
const FEWEST_PAIRS = 6;
/** Evidence at which a trial is decided: without a difference it is ever reached in at most 1 of 20 trials. */
const DECISIVE = 20;
/** Differences inside this lift do not matter. */
const SAME = Math.log(1.2);

export interface PairedReading {
  pairs: number;
  eValue: number;
  /** a against b; holds at all looks together (95 %). Null below six pairs. */
  lift: { low: number; median: number; high: number } | null;
  verdict: 'running' | 'aBetter' | 'bBetter' | 'same' | 'undecided';
}

/** The other arm where a pair is half drawn; null where the coin decides. */
export function forcedArm(drawn: readonly { arm: Arm }[]): Arm | null {
  const last = drawn.at(-1);
  return drawn.length % 2 === 1 && last ? (last.arm === 'a' ? 'b' : 'a') : null;
}

/** Differences a − b of the complete pairs: draws 1 and 2, then 3 and 4. `value` is undefined for what is not made or not old enough. */
export function differencesOf<T extends { arm: Arm }>(drawn: readonly T[], value: (draw: T) => number | undefined): number[] {
  const differences: number[] = [];
  for (let i = 0; i + 1 < drawn.length; i += 2) {
    const pair = drawn.slice(i, i + 2);
    const of = (arm: Arm) => {
      const draw = pair.find((half) => half.arm === arm);
      return draw && value(draw);
    };
    const [a, b] = [of('a'), of('b')];
    if (a !== undefined && b !== undefined) differences.push(a - b);
  }
  return differences;
}

/** Reads the differences (logs). May be looked at after every pair. `ended`: by the creator; at `largestPosts` it ends by itself. */
export function readPairs(
  differences: readonly number[],
  { largestPosts, ended }: { largestPosts: number; ended: boolean },
): PairedReading {
  const pairs = differences.length;
  const reading: PairedReading = { pairs, eValue: 1, lift: null, verdict: 'running' };
  if (pairs >= FEWEST_PAIRS) {
    const centre = mean(differences);
    const sd = Math.sqrt(variance(differences));
    const half = sequenceHalfWidth(sd, pairs);
    reading.lift = { low: Math.expm1(centre - half), median: Math.expm1(centre), high: Math.expm1(centre + half) };
    reading.eValue = sd > 0 ? pairedEValue(centre / (sd / Math.sqrt(pairs)), pairs) : 1;
    if (reading.eValue >= DECISIVE) reading.verdict = centre > 0 ? 'aBetter' : 'bBetter';
    else if (centre - half > -SAME && centre + half < SAME) reading.verdict = 'same';
  }
  if (reading.verdict === 'running' && (pairs * 2 >= largestPosts || ended)) reading.verdict = 'undecided';
  return reading;
}
