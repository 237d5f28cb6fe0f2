/** C9: how the measures of the opening go with the outcome, after everything the model allows for. */
import type { MetricName } from '../../../model/metrics';
import { normalCdf } from '../../../stats/distributions';
import { discoveries } from '../../../stats/proportions';
import { mean } from '../../../stats/robust';
import type { Subject } from './factors';
import type { UnitEffects } from './result';

export const OPENING_METRICS = [
  'exitRate2s',
  'exitRate3s',
  'completionRate5s',
  'stayedToWatchRate',
  'swipeAwayRate',
] as const satisfies readonly MetricName[];
export type OpeningMetric = (typeof OPENING_METRICS)[number];
export const FEWEST_WITH_METRIC = 20;
/** Prior sd of the change of the log outcome per ten points. */
const SPREAD = 0.3;
const TEN_POINTS = 0.1;
const FALSE_DISCOVERIES = 0.1;

export interface OpeningSlope {
  metric: OpeningMetric;
  /** Rows of the subjects that show it. */
  rows: number[];
  /** Posterior of the change per ten points, log; null below the smallest sample or when the measure never varies. */
  slope: { mean: number; sd: number } | null;
  told: boolean;
}

/** Measures that no post shows are left out. A slope is no cause: posts that do well may be left later for the same reason. */
export function openingSlopes(subjects: readonly Subject[], effects: UnitEffects | null): OpeningSlope[] {
  const slopes = OPENING_METRICS.flatMap((metric): (OpeningSlope & { p: number })[] => {
    const shown = subjects.flatMap(({ facts }, row) => {
      const value = facts.mature?.metrics[metric];
      return value === undefined ? [] : { row, value };
    });
    if (shown.length === 0) return [];
    const none = { metric, rows: shown.map(({ row }) => row), slope: null, told: false, p: 1 };
    if (shown.length < FEWEST_WITH_METRIC || !effects) return [none];
    const centre = mean(shown.map(({ value }) => value));
    const level = mean(shown.map(({ row }) => effects.outcomes.residual[row] ?? 0));
    let squares = 0;
    let products = 0;
    for (const { row, value } of shown) {
      const x = (value - centre) / TEN_POINTS;
      squares += x * x;
      products += x * ((effects.outcomes.residual[row] ?? 0) - level);
    }
    if (!(squares > 1e-9)) return [none];
    const precision = squares / effects.outcomes.variance + 1 / SPREAD ** 2;
    const slope = { mean: products / effects.outcomes.variance / precision, sd: 1 / Math.sqrt(precision) };
    const z = products / Math.sqrt(squares * effects.outcomes.variance);
    return [{ ...none, slope, p: 2 * normalCdf(-Math.abs(z)) }];
  });
  const found = discoveries(
    slopes.map(({ p }) => p),
    FALSE_DISCOVERIES,
  );
  return slopes.map(({ p: _, ...slope }, i) => ({ ...slope, told: slope.slope !== null && (found[i] ?? false) }));
}
