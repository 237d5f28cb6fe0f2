/** Tests that may be looked at after every pair: always-valid evidence for randomised paired posts. */

/**
 * Evidence against "no difference" in `pairs` differences with t statistic t = mean / (sd / √pairs): the Bayes factor of a
 * normal prior with variance g·σ² on the mean under right-Haar σ. Its running value is an e-process: the chance that it ever
 * reaches 20 without a difference is at most 1 in 20. 1 (no evidence) below two pairs.
 */
export function pairedEValue(t: number, pairs: number, g = 0.25): number {
  const freedom = pairs - 1;
  if (freedom < 1 || Number.isNaN(t)) return 1;
  const wide = 1 + pairs * g;
  const ratio = (1 + (t * t) / freedom) / (1 + (t * t) / (freedom * wide));
  return Math.exp(-0.5 * Math.log(wide) + ((freedom + 1) / 2) * Math.log(ratio));
}

/**
 * Half-width of an asymptotic confidence sequence around the mean of `pairs` differences: holds at all looks together with
 * chance 1 − alpha (Waudby-Smith and others 2021). `rho` sets where it is tightest.
 */
export function sequenceHalfWidth(sd: number, pairs: number, alpha = 0.05, rho = 0.35): number {
  const k = pairs * rho * rho + 1;
  return sd * Math.sqrt(((2 * k) / (pairs * pairs * rho * rho)) * Math.log(Math.sqrt(k) / alpha));
}

/** Posts per arm of a fixed trial with 80 % power at 5 % two-sided: 2·(1.96 + 0.84)²·σ² / ln(1 + lift)². */
export function postsPerArm(sd: number, lift: number): number {
  return Math.ceil((2 * (1.96 + 0.84) ** 2 * sd * sd) / Math.log1p(lift) ** 2);
}
