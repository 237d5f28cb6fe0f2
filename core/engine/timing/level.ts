/** The account's own level at each moment: what a post would have been expected to reach whatever its hour. */
import { median } from '../../stats/robust';

/** Posts on each side. Fifty neighbours follow growth, drift and changes of level, and one busy day does not pass for the level. */
const NEIGHBOURS = 25;

/** Degrees of freedom that following the level takes from `n` posts. */
export function levelDegrees(n: number): number {
  return Math.max(1, n / (2 * NEIGHBOURS + 1));
}

/** Each value minus the median of its neighbours in time (itself included). `values` oldest first. O(n). */
export function aboveLevel(values: ArrayLike<number>): Float64Array {
  const result = new Float64Array(values.length);
  const list = Float64Array.from(values);
  for (let i = 0; i < list.length; i++) {
    result[i] = (list[i] as number) - median(list.subarray(Math.max(0, i - NEIGHBOURS), i + NEIGHBOURS + 1));
  }
  return result;
}
