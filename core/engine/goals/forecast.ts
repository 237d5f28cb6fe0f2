/** Where a figure may go: paths drawn from the account's own last eight weeks (`engine.md` 2.7). */
import { gammaDraw, type Random, seeded } from '../../stats/random';
import { mean, quantileSorted, theilSen, variance } from '../../stats/robust';

/** What one day brought: a change, or the sum over the things counted on that day and how many they were. */
export interface Day {
  sum: number;
  count: number;
}

/**
 * How days make up the figure. `level`: it starts at `level` and every day changes it. `total`: the sum of the last 28 days.
 * `mean`: the mean over what was counted in the last 28 days, a share never above `most`.
 */
export type FigureShape = { kind: 'level'; level: number } | { kind: 'total' } | { kind: 'mean'; most: number };

export interface Forecast {
  /** 80 % interval and middle of the figure at the end of the horizon. */
  low: number;
  median: number;
  high: number;
  /** Share of the paths at or above the target. */
  reach: number;
}

/** A week keeps its shape: weekdays and weekends stay together. */
const BLOCK = 7;
export const HISTORY_DAYS = 56;
export const WINDOW_DAYS = 28;
/** Below four weeks there are not enough blocks to draw from. */
export const FEWEST_DAYS = 28;
const PATHS = 2000;
/**
 * How long a trend goes on, in days (time constant): from bends already under way to growth that stays. Nobody knows, so every
 * path draws its own, evenly in the logarithm. With one damping for all (0.98 a day) the range missed accounts whose growth ended.
 */
const TREND_LASTS = { least: 2, most: 500 };
/** Days a path looks back, drawn evenly: one in three sees the newest half only, which is all that knows of a bend just made. */
const LOOKS_BACK = [HISTORY_DAYS, HISTORY_DAYS, HISTORY_DAYS / 2];
/** Daily figures are rarely seen to move steadily by more than this share of their size a day: the prior spread of the slope. */
const USUAL_SLOPE = 0.01;
/** Draws from which the uncertainty of the slope is taken. */
const TRIALS = 100;

/**
 * Draws futures of `horizon` days from `history` (oldest first, at most the last 56 days are used). Each path draws its
 * own past as well: how high and how steep the eight weeks were is itself uncertain, and at long horizons that is most of it.
 * Deterministic for one `seed`. The history must hold `FEWEST_DAYS`, and three weeks in which something was counted.
 */
export function forecast(
  history: readonly Day[],
  shape: FigureShape,
  horizon: number,
  target: number,
  seed: number,
  count = PATHS,
): Forecast {
  const random = seeded(seed);
  const paths = LOOKS_BACK.map((days) => pathsOf(history.slice(-days), shape, horizon, random));
  const draw = () => paths[Math.floor(random() * paths.length)]?.() ?? 0;
  const ends = Float64Array.from({ length: count }, draw).sort();
  let reached = 0;
  for (const end of ends) if (end >= target) reached++;
  return {
    low: quantileSorted(ends, 0.1),
    median: quantileSorted(ends, 0.5),
    high: quantileSorted(ends, 0.9),
    reach: reached / count,
  };
}

/** Weeks drawn with replacement; each day stands for a day of the same weekday, so that a week's shape is not taken for chance. */
function drawDays(length: number, available: number, random: Random, visit: (index: number, at: number) => void): void {
  const weeks = Math.floor(available / BLOCK);
  const oldest = available - weeks * BLOCK;
  for (let at = 0; at < length; ) {
    const start = oldest + BLOCK * Math.floor(random() * weeks);
    for (let k = 0; k < BLOCK && at < length; k++, at++) visit(start + k, at);
  }
}

/** Σ of the damped trend after `day` days, so that a slope of 1 a day adds this much to the day's value. */
const damped = (day: number, keeps: number) => (keeps * (1 - keeps ** day)) / (1 - keeps);

/** Weighted least squares of residuals: how far off a line through such days would be, at the newest day and in its slope. */
function lineThrough(n: number, sums: Float64Array, counts: Float64Array): { today: number; slope: number } {
  let w = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let xy = 0;
  for (let i = 0; i < n; i++) {
    const count = counts[i] ?? 0;
    const back = i - (n - 1);
    w += count;
    x += count * back;
    xx += count * back * back;
    y += sums[i] ?? 0;
    xy += back * (sums[i] ?? 0);
  }
  const spread = w * xx - x * x;
  if (spread <= 0) return { today: w > 0 ? y / w : 0, slope: 0 };
  const slope = (w * xy - x * y) / spread;
  return { today: (y - slope * x) / w, slope };
}

/** Mean and middle of each week, counted back from the newest day: no weekday shape is left in them. */
function weekMeans(days: readonly Day[]): { at: number; value: number }[] {
  const found: { at: number; value: number }[] = [];
  for (let end = days.length; end >= BLOCK; end -= BLOCK) {
    let sum = 0;
    let count = 0;
    for (let i = end - BLOCK; i < end; i++) {
      sum += days[i]?.sum ?? 0;
      count += days[i]?.count ?? 0;
    }
    if (count > 0) found.push({ at: end - days.length - (BLOCK - 1) / 2, value: sum / count });
  }
  return found.reverse();
}

function pathsOf(days: readonly Day[], shape: FigureShape, horizon: number, random: Random): () => number {
  const n = days.length;
  const counts = Float64Array.from(days, ({ count }) => count);
  const weeks = weekMeans(days);
  const centre = mean(weeks.map(({ value }) => value));
  const middle = mean(weeks.map(({ at }) => at));
  const steep = theilSen(
    weeks.map(({ at }) => at),
    weeks.map(({ value }) => value),
  );
  const residuals = Float64Array.from(days, ({ sum, count }, i) => sum - count * (centre + steep * (i - (n - 1) - middle)));
  const offset = residuals.reduce((total, one) => total + one, 0) / counts.reduce((total, one) => total + one, 0);
  for (let i = 0; i < n; i++) residuals[i] = (residuals[i] ?? 0) - offset * (counts[i] ?? 0);
  // A line through eight weeks leaves six to know their spread by: drawn weeks are too calm by √(8/6), and how calm is uncertain.
  const freedom = Math.max(2, weeks.length - 2);
  const spreadDraw = () => Math.sqrt(weeks.length / (2 * gammaDraw(freedom / 2, random)));

  // What the shape of a week alone does to a line is in every drawn past: no doubt.
  const shapeOnly = lineThrough(n, residuals, counts);
  const sums = new Float64Array(n);
  const weights = new Float64Array(n);
  const pastThatMightHaveBeen = () => {
    drawDays(n, n, random, (from, at) => {
      sums[at] = residuals[from] ?? 0;
      weights[at] = counts[from] ?? 0;
    });
    const { today, slope } = lineThrough(n, sums, weights);
    return { today: today - shapeOnly.today, slope: slope - shapeOnly.slope };
  };
  const doubt = variance(Array.from({ length: TRIALS }, () => pastThatMightHaveBeen().slope));
  const usual = (USUAL_SLOPE * Math.max(Math.abs(centre), Math.sqrt(variance(weeks.map(({ value }) => value))))) ** 2;
  // Shrunk to no trend as far as chance alone would draw one as steep.
  const trust = usual / (usual + doubt);

  const inWindow = shape.kind === 'level' ? horizon : WINDOW_DAYS;
  const known = { sum: 0, count: 0 };
  for (let back = 0; back < inWindow - horizon; back++) {
    known.sum += days[n - 1 - back]?.sum ?? 0;
    known.count += counts[n - 1 - back] ?? 0;
  }
  const first = Math.max(0, horizon - inWindow);
  return () => {
    const spread = spreadDraw();
    const keeps = Math.exp(-1 / (TREND_LASTS.least * (TREND_LASTS.most / TREND_LASTS.least) ** random()));
    const off = pastThatMightHaveBeen();
    off.slope *= spread;
    off.today *= spread;
    const slope = trust * steep + Math.sqrt(trust) * off.slope;
    // Of the doubt about today's level, the part that comes from the slope is shrunk with it.
    const today = centre - trust * steep * middle + off.today + (1 - Math.sqrt(trust)) * off.slope * middle;
    let { sum, count } = known;
    drawDays(horizon, n, random, (from, at) => {
      if (at < first) return;
      const weight = counts[from] ?? 0;
      count += weight;
      sum += weight * (today + slope * damped(at + 1, keeps)) + spread * (residuals[from] ?? 0);
    });
    if (shape.kind === 'level') return shape.level + sum;
    if (shape.kind === 'total') return Math.max(0, sum);
    const end = count > 0 ? sum / count : today + slope * damped(horizon, keeps);
    return Math.min(shape.most, Math.max(0, end));
  };
}
