/** Distribution functions. Accuracy is checked against jStat in `test/unit/stats`. */

/** Log of the gamma function for x > 0 (Lanczos, g = 7, nine terms; about 15 digits). */
export function logGamma(x: number): number {
  const terms = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const y = x - 1;
  let series = terms[0] ?? 0;
  for (let i = 1; i < terms.length; i++) series += (terms[i] ?? 0) / (y + i);
  const t = y + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (y + 0.5) * Math.log(t) - t + Math.log(series);
}

/** P(Z <= z) of the standard normal; absolute error about 1e-15 (series near zero, continued fraction in the tails). */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  const x = Math.abs(z);
  let upper: number;
  if (x > 38) upper = 0;
  else if (x < 3) {
    // Φ(x) − ½ = φ(x) · (x + x³/3 + x⁵/15 + …)
    let term = x;
    let series = x;
    for (let k = 1; k < 200 && Math.abs(term) > 1e-17 * series; k++) {
      term *= (x * x) / (2 * k + 1);
      series += term;
    }
    upper = 0.5 - (Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI)) * series;
  } else {
    // Mills ratio as a continued fraction: 1/(x + 1/(x + 2/(x + 3/(x + …))))
    let fraction = x;
    for (let k = 60; k > 0; k--) fraction = x + k / fraction;
    upper = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) / fraction;
  }
  return z > 0 ? 1 - upper : upper;
}

/** Inverse of `normalCdf` by bisection-safeguarded Newton steps. ±Infinity at 1 and 0. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  return invert(normalCdf, p, -39, 0);
}

/** Regularised incomplete beta function I_x(a, b) = P(X <= x) for X ~ Beta(a, b) (continued fraction, Lentz). */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  const tiny = 1e-300;
  let c = 1;
  let d = 1 - ((a + b) * x) / (a + 1);
  d = 1 / (Math.abs(d) < tiny ? tiny : d);
  let fraction = d;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      d = 1 + term * d;
      d = 1 / (Math.abs(d) < tiny ? tiny : d);
      c = 1 + term / c;
      if (Math.abs(c) < tiny) c = tiny;
      step = c * d;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return front * fraction;
}

/** Quantile of Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return invert((x) => betaCdf(x, a, b), p, 0, 1);
}

/** P(T <= t) of Student's t with `freedom` degrees. */
export function studentCdf(t: number, freedom: number): number {
  const tail = 0.5 * betaCdf(freedom / (freedom + t * t), freedom / 2, 0.5);
  return t > 0 ? 1 - tail : tail;
}

/** P(X >= k) for X ~ Binomial(n, p). */
export function binomialUpperTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  return betaCdf(p, k, n - k + 1);
}

function invert(cdf: (x: number) => number, p: number, from: number, to: number): number {
  let low = from;
  let high = to;
  for (let i = 0; i < 200 && high - low > 1e-15 * Math.max(1, Math.abs(low)); i++) {
    const middle = (low + high) / 2;
    if (cdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
