/** Rates of rare actions, held towards the account's own: two likes in ten views are not twenty per cent. */

/** Gamma prior of a rate: mean `shape / exposure`, weight of `exposure` views. */
export interface RatePrior {
  shape: number;
  exposure: number;
}

/** 0–1: which part of the variance of the rates is more than counting alone gives. */
type FittedPrior = RatePrior & { reliability: number };

/** A prior that leaves every rate where the account's mean is needs no more than this many times the usual exposure. */
const STRONGEST = 100;

/**
 * Prior of a count per view by the method of moments: variance of the rates beyond what counting alone gives. Null without views.
 * `counts` and `exposures` side by side; exposures > 0.
 */
export function ratePrior(counts: readonly number[], exposures: readonly number[]): FittedPrior | null {
  let count = 0;
  let exposure = 0;
  let inverse = 0;
  const n = counts.length;
  for (let i = 0; i < n; i++) {
    count += counts[i] ?? 0;
    exposure += exposures[i] ?? 0;
    inverse += 1 / (exposures[i] ?? 1);
  }
  if (n < 2 || !(exposure > 0)) return null;
  const mean = (count + 0.5) / exposure;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += ((counts[i] ?? 0) / (exposures[i] ?? 1) - mean) ** 2;
  const between = squares / (n - 1) - (mean * inverse) / n;
  const strongest = (STRONGEST * exposure) / n;
  const weight = between > 0 ? Math.min(strongest, mean / between) : strongest;
  const reliability = squares > 0 ? Math.max(0, between / (squares / (n - 1))) : 0;
  return { shape: mean * weight, exposure: weight, reliability };
}

/** Posterior of a weighted sum of rates: mean, and sd of its logarithm (log-normal with the same mean and variance). */
export function weightedRate(
  actions: readonly { count: number; weight: number; prior: RatePrior }[],
  exposure: number,
): { log: number; sd: number } {
  let mean = 0;
  let variance = 0;
  for (const { count, weight, prior } of actions) {
    const total = exposure + prior.exposure;
    mean += (weight * (count + prior.shape)) / total;
    variance += (weight * weight * (count + prior.shape)) / (total * total);
  }
  const spread = Math.log1p(variance / (mean * mean));
  return { log: Math.log(mean) - spread / 2, sd: Math.sqrt(spread) };
}
