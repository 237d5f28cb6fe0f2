/** How often chance alone gives as much as was seen: residuals shuffled among neighbouring posts, so that drift stays drift. */
import { dot } from '../../../stats/linear';
import { type Random, shuffle } from '../../../stats/random';

const ROUNDS = 199;
/** So many shuffles that reach it settle that it is nothing special (sequential p-value, Besag and Clifford 1991). */
const ENOUGH_REACHED = 12;
const SMALLEST_BLOCK = 8;
const BLOCKS = 10;

/** A column of the family without what the circumstances explain of it, and 1/S_jj. */
export interface Tested {
  column: Float64Array;
  weight: number;
}

/**
 * P-value of a family: the share of shuffles whose statistic reaches the observed one. The statistic is the largest
 * (column'residual)²·weight (`max`: few of many features matter) or their sum (`sum`: levels of one property).
 */
export function permutationP(
  { residual, variance }: { residual: Float64Array; variance: number },
  tested: readonly Tested[],
  pool: 'max' | 'sum',
  random: Random,
): number {
  const statistic = (values: Float64Array): number => {
    let result = 0;
    for (const { column, weight } of tested) {
      const product = dot(column, values);
      const part = product * product * weight;
      result = pool === 'max' ? Math.max(result, part) : result + part;
    }
    return result;
  };
  // Rounding must not make a shuffle that changes nothing smaller than what was seen.
  const observed = statistic(residual) * (1 - 1e-9);
  const n = residual.length;
  const block = Math.max(SMALLEST_BLOCK, Math.floor(n / BLOCKS));
  // A fit leaves less than the noise it was made from, but none of that loss in the directions that are tested: what is shuffled
  // must be as large as the noise, or chance looks too small.
  const loss = Math.max(1, Math.sqrt((variance * n) / Math.max(1e-12, dot(residual, residual))));
  const shuffled = residual.map((value) => loss * value);
  let reached = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let from = 0; from < n; from += block) {
      // A short last block joins the one before it.
      const to = from + 2 * block > n ? n : from + block;
      shuffle(shuffled, random, from, to);
      if (to === n) break;
    }
    if (statistic(shuffled) < observed) continue;
    reached++;
    if (reached === ENOUGH_REACHED) return reached / (round + 1);
  }
  return (reached + 1) / (ROUNDS + 1);
}
