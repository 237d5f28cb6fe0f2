/**
 * Error rates of the posting-time evaluation, in worlds of known truth: a short run of `npm run simulate` with the same bounds. Seeds
 * are fixed, so the outcome is the same at every run.
 */
import { expect, test } from 'vitest';
import { nullRates, outlivedWindows, powerRates } from './measure';

/** Milliseconds: a busy machine takes its time. */
const LONG = 600_000;

/** The largest count that a rate at its bound exceeds in at most one of a hundred short runs. */
function mostAllowed(trials: number, rate: number): number {
  let probability = (1 - rate) ** trials;
  let total = probability;
  let count = 0;
  while (total < 0.99) {
    count++;
    probability *= ((trials - count + 1) / count) * (rate / (1 - rate));
    total += probability;
  }
  return count;
}

test(
  'accounts without an effect of the hour, looked at once a week for 28 weeks',
  () => {
    const rates = nullRates(16);
    expect(rates.looks).toBe(16 * 28);
    expect(rates.everSupported).toBeLessThanOrEqual(mostAllowed(16, 0.02));
    expect(rates.everHint).toBeLessThanOrEqual(mostAllowed(16, 0.25));
    expect(rates.singleHint).toBeLessThanOrEqual(mostAllowed(rates.looks, 0.06));
  },
  LONG,
);

test(
  'accounts with a strong effect of the hour',
  () => {
    const rates = powerRates(16, { posts: 250, weeks: 42, sigma: 0.8, peak: 0.6 });
    expect(16 - rates.supported).toBeLessThanOrEqual(mostAllowed(16, 0.2));
    expect(rates.wrongSign).toBeLessThanOrEqual(mostAllowed(16, 0.01));
    // 80 % intervals: 75 to 88 % over many accounts; the windows of one account are right and wrong together, so 16 vary by ±9.
    expect(rates.covered / rates.windows).toBeGreaterThan(0.66);
    expect(rates.covered / rates.windows).toBeLessThan(0.97);
  },
  LONG,
);

test(
  'hours that were good once and are no longer are seldom recommended',
  () => {
    const accounts = [1, 2, 3, 4, 5, 6, 7, 8];
    const outlived = accounts.filter((seed) => outlivedWindows(seed, { posts: 250, weeks: 42, sigma: 0.8, peak: 1 }).length > 0);
    // Were the newer half not looked at on its own, it would be seven of the eight.
    expect(outlived.length).toBeLessThanOrEqual(2);
  },
  LONG,
);
