/** Where a value stands among the account's own: percentiles of what is left after the trend. */
import { median, robustSd } from '../../stats/robust';

/** A straight trend is only taken out of a history of this length. */
const FEWEST_FOR_TREND = 30;
const WINSOR = 3;

export interface Scale {
  /** Ascending, trend taken out. */
  sorted: Float64Array;
  slope: number;
  centre: number;
}

/** `places`: where each value stands in the order of publishing. */
export function scaleOf(values: readonly number[], places: readonly number[]): Scale {
  const slope = values.length >= FEWEST_FOR_TREND ? slopeOf(values, places) : 0;
  const centre = places.reduce((a, b) => a + b, 0) / Math.max(1, places.length);
  const sorted = Float64Array.from(values, (value, i) => value - slope * ((places[i] ?? 0) - centre)).sort();
  return { sorted, slope, centre };
}

function slopeOf(values: readonly number[], places: readonly number[]): number {
  const middle = median(values);
  const limit = WINSOR * robustSd(values, middle);
  const centre = places.reduce((a, b) => a + b, 0) / places.length;
  let products = 0;
  let squares = 0;
  values.forEach((value, i) => {
    const x = (places[i] ?? 0) - centre;
    products += x * Math.max(-limit, Math.min(limit, value - middle));
    squares += x * x;
  });
  return squares > 0 ? products / squares : 0;
}

/** 0–100: share of the scale below the value, ties counted half. */
export function percentileOn({ sorted, slope, centre }: Scale, value: number, place: number): number {
  const own = value - slope * (place - centre);
  // Values a rounding error apart are ties.
  const slack = 1e-9 * Math.max(1, Math.abs(own));
  const below = firstAtLeast(sorted, own - slack);
  const upTo = firstAtLeast(sorted, own + slack);
  return ((below + upTo) / 2 / Math.max(1, sorted.length)) * 100;
}

/** Index of the first element >= value in an ascending array. */
export function firstAtLeast(sorted: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
