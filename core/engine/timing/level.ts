/** The account's own level at each moment: what a post would have been expected to reach whatever its hour. */
import { quantileSorted } from '../../stats/robust';

/** Posts on each side. Fifty neighbours follow growth, drift and changes of level, and one busy day does not pass for the level. */
const NEIGHBOURS = 25;

/** Degrees of freedom that following the level takes from `n` posts. */
export function levelDegrees(n: number): number {
  return Math.max(1, n / (2 * NEIGHBOURS + 1));
}

/** Each value minus the median of its neighbours in time (itself included). `values` oldest first. O(n · NEIGHBOURS). */
export function aboveLevel(values: ArrayLike<number>): Float64Array {
  const list = Float64Array.from(values);
  const sorted: number[] = [];
  return list.map((value, i) => {
    // A sorted window slides along: one value comes in (at the start, half a window of them), one goes out.
    for (let j = i === 0 ? 0 : i + NEIGHBOURS; j <= i + NEIGHBOURS && j < list.length; j++) {
      const next = list[j] as number;
      sorted.splice(placeOf(sorted, next), 0, next);
    }
    const gone = i - NEIGHBOURS - 1;
    if (gone >= 0) sorted.splice(placeOf(sorted, list[gone] as number), 1);
    return value - quantileSorted(sorted, 0.5);
  });
}

/** Where `value` stands, or would stand, in a rising list: before its equals. */
function placeOf(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
