/** Which effects are told to the creator. */
import { discoveries } from '../../../stats/proportions';
import { mixtureCdf } from './model';
import type { FactorInference, LevelEffect } from './result';

/** An effect smaller than this is not worth a change. */
const WORTH = Math.log(1.05);
/** Posts of one week, or of a few days of an account that posts all day, share what happened then. */
const FEWEST = { weeks: 3, days: 7 };
const spreadOut = ({ weeks, days }: LevelEffect) => weeks >= FEWEST.weeks || days >= FEWEST.days;
const GATE = 0.05;
/** Across the factors of a unit, and across the levels of a factor. */
const FALSE_DISCOVERIES = 0.1;
export const HINT = { probability: 0.8, bayesFactor: 1 };
export const SUPPORTED = { probability: 0.95, bayesFactor: 10 };

/** Which levels are told to the creator: gate per factor, false discoveries limited across factors and within each. */
export function decide(factors: readonly FactorInference[], labelled: boolean): void {
  const tested = factors.filter(({ permutationP: p }) => p !== null);
  const found = discoveries(
    tested.map(({ permutationP: p }) => p ?? 1),
    FALSE_DISCOVERIES,
  );
  tested.forEach((factor, i) => {
    const evidence = factor.bayesFactor ?? 0;
    if (!found[i] || (factor.permutationP ?? 1) > GATE || evidence < HINT.bayesFactor) return;
    const candidates = factor.levels
      .map((level, j) => ({ level, j }))
      .filter(({ level }) => level.falseSign !== null && spreadOut(level) && !level.fading)
      .sort((a, b) => (a.level.falseSign ?? 1) - (b.level.falseSign ?? 1));
    const told: number[] = [];
    let total = 0;
    candidates.forEach(({ level, j }, rank) => {
      total += level.falseSign ?? 1;
      if (total / (rank + 1) > FALSE_DISCOVERIES || level.effect === null) return;
      // A feature that mostly comes with one already told must show something of its own.
      const effect = factor.among && told.length > 0 ? factor.among(j, told) : level.effect;
      if (factor.among && Math.min(mixtureCdf(effect, 0), 1 - mixtureCdf(effect, 0, false)) > FALSE_DISCOVERIES) return;
      const more = 1 - mixtureCdf(effect, WORTH);
      const less = mixtureCdf(effect, -WORTH);
      const probability = Math.max(more, less);
      if (probability < HINT.probability) return;
      told.push(j);
      level.advice = more > less ? 'more' : 'less';
      level.strength =
        labelled && evidence >= SUPPORTED.bayesFactor && probability >= SUPPORTED.probability ? 'supported' : 'hint';
    });
  });
}
