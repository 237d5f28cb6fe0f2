/** How often shuffled posts would look as strongly tied to the hour as the real ones. */

import { type Random, shuffle } from '../../stats/random';
import type { NuisanceFit } from './nuisance';

export const PERMUTATIONS = 999;
/** Once this many shuffles beat the data the answer is clearly "ordinary" and more shuffles change nothing (Besag and Clifford 1991). */
const ENOUGH_ABOVE = 30;

/**
 * Permutation p of `statistic`: residuals are shuffled inside consecutive blocks of max(8, n/10) posts, so that slow changes keep
 * their place. Shuffled residuals are adjusted once more by the statistic, so they are first put back to the size of the noise
 * (`shrinkage`: how much smaller fitting made them). At most 999 shuffles; p = (1 + #≥) / (shuffles + 1).
 */
export function permutationP(
  { residuals, shrinkage }: Pick<NuisanceFit, 'residuals' | 'shrinkage'>,
  statistic: (residuals: Float64Array) => number,
  random: Random,
): number {
  const observed = statistic(residuals);
  const block = Math.max(8, Math.ceil(residuals.length / 10));
  const shuffled = residuals.map((value) => value / shrinkage);
  let above = 0;
  for (let draw = 1; draw <= PERMUTATIONS; draw++) {
    for (let from = 0; from < shuffled.length; from += block)
      shuffle(shuffled, random, from, Math.min(shuffled.length, from + block));
    if (statistic(shuffled) >= observed - 1e-12) above++;
    if (above >= ENOUGH_ABOVE) return (1 + above) / (draw + 1);
  }
  return (1 + above) / (PERMUTATIONS + 1);
}
