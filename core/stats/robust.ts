/** Order statistics and robust spread. Inputs are not changed. An empty input gives NaN: the caller decides what unknown means. */

export function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0;
  return total;
}

export function mean(values: ArrayLike<number>): number {
  return values.length === 0 ? Number.NaN : sum(values) / values.length;
}

/** Sample variance (n − 1). NaN below two values. */
export function variance(values: ArrayLike<number>): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += ((values[i] ?? 0) - centre) ** 2;
  return squares / (values.length - 1);
}

/** Linear interpolation between order statistics (type 7 of Hyndman and Fan). `share` in 0–1. */
export function quantile(values: ArrayLike<number>, share: number): number {
  const copy = space(values.length);
  for (let i = 0; i < copy.length; i++) copy[i] = values[i] as number;
  return quantileSorted(copy.sort(), share);
}

let room = new Float64Array(1024);
/** So many places to sort in, until the next call: quantiles of a few values are asked for a hundred thousand times in a report. */
function space(length: number): Float64Array {
  if (room.length < length) room = new Float64Array(2 * length);
  return room.subarray(0, length);
}

export function quantileSorted(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = Math.min(1, Math.max(0, share)) * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below);
}

export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}

/** Normal-consistent factor of the median absolute deviation. */
export const MAD_TO_SD = 1.4826;

/** Median absolute deviation scaled to estimate a normal standard deviation. */
export function robustSd(values: ArrayLike<number>, centre = median(values)): number {
  const distances = space(values.length);
  for (let i = 0; i < distances.length; i++) distances[i] = Math.abs((values[i] ?? Number.NaN) - centre);
  return MAD_TO_SD * quantileSorted(distances.sort(), 0.5);
}

/** Median of all pairwise slopes (Theil and Sen). O(n²): for short series such as eight weeks of days. */
export function theilSen(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++) {
    for (let j = i + 1; j < x.length; j++) {
      const run = (x[j] ?? 0) - (x[i] ?? 0);
      if (run !== 0) slopes.push(((y[j] ?? 0) - (y[i] ?? 0)) / run);
    }
  }
  return median(slopes);
}

/** Ranks 1…n, ties share their mean rank. */
export function midranks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end++;
    for (let k = start; k < end; k++) ranks[order[k] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return ranks;
}

export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const mx = mean(x);
  const my = mean(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = (x[i] ?? 0) - mx;
    const dy = (y[i] ?? 0) - my;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** Spearman's rank correlation, ties by mean rank. */
export function spearman(x: ArrayLike<number>, y: ArrayLike<number>): number {
  return pearson(midranks(x), midranks(y));
}
