/** Shares of small counts and several findings at once. */
import { betaQuantile, normalQuantile } from './distributions';

export interface Interval {
  low: number;
  high: number;
}

/** Wilson score interval of k successes in n. The whole range 0–1 when n is 0. */
export function wilson(k: number, n: number, confidence = 0.95): Interval {
  if (n <= 0) return { low: 0, high: 1 };
  const z = normalQuantile(0.5 + confidence / 2);
  const share = k / n;
  const denominator = 1 + (z * z) / n;
  const centre = (share + (z * z) / (2 * n)) / denominator;
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return { low: k === 0 ? 0 : Math.max(0, centre - half), high: k === n ? 1 : Math.min(1, centre + half) };
}

/** Jeffreys interval of k in n: quantiles of Beta(k + ½, n − k + ½), the ends opened at k = 0 and k = n. */
export function jeffreys(k: number, n: number, confidence = 0.95): Interval {
  const tail = (1 - confidence) / 2;
  return {
    low: k === 0 ? 0 : betaQuantile(tail, k + 0.5, n - k + 0.5),
    high: k === n ? 1 : betaQuantile(1 - tail, k + 0.5, n - k + 0.5),
  };
}

/** Which p-values are discoveries at false discovery rate `rate` (Benjamini and Hochberg 1995). In the order given. */
export function discoveries(pValues: readonly number[], rate = 0.1): boolean[] {
  const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p);
  let last = -1;
  order.forEach(({ p }, rank) => {
    if (p <= (rate * (rank + 1)) / pValues.length) last = rank;
  });
  const found = pValues.map(() => false);
  for (const { i } of order.slice(0, last + 1)) found[i] = true;
  return found;
}

/** Shares `n` seats in proportion to `weights` by largest remainder; ties go to the earlier entry. */
export function largestRemainder(weights: readonly number[], n: number): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total > 0 ? (n * weight) / total : 0));
  const seats = exact.map(Math.floor);
  const left = n - seats.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of byRemainder.slice(0, total > 0 ? left : 0)) seats[i] = (seats[i] ?? 0) + 1;
  return seats;
}
