/** What is known of one effect of the hour, and how to read it. */
import { normalCdf } from '../../stats/distributions';
import { dot } from '../../stats/linear';

/** A normal mixture: what is known of one effect (a log lift). */
export interface Effect {
  weights: Float64Array;
  means: Float64Array;
  sds: Float64Array;
}

export function effectMean({ weights, means }: Effect): number {
  return dot(weights, means);
}

export function effectSd(effect: Effect): number {
  const centre = effectMean(effect);
  let total = 0;
  for (let k = 0; k < effect.weights.length; k++) {
    total += (effect.weights[k] as number) * ((effect.sds[k] as number) ** 2 + ((effect.means[k] as number) - centre) ** 2);
  }
  return Math.sqrt(total);
}

/** P(effect > bound). */
export function probabilityAbove({ weights, means, sds }: Effect, bound: number): number {
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    const sd = sds[k] as number;
    const above = (means[k] as number) - bound;
    total += (weights[k] as number) * (sd > 0 ? normalCdf(above / sd) : Number(above > 0));
  }
  return Math.min(1, total);
}

/** The value below which the effect lies with probability `share`. Newton steps kept inside a shrinking bracket. */
export function effectQuantile(effect: Effect, share: number): number {
  const centre = effectMean(effect);
  const sd = effectSd(effect);
  if (!(sd > 0)) return centre;
  let low = centre - 40 * sd;
  let high = centre + 40 * sd;
  let x = centre;
  for (let i = 0; i < 60 && high - low > 1e-7 * sd; i++) {
    const excess = 1 - probabilityAbove(effect, x) - share;
    if (excess > 0) high = x;
    else low = x;
    if (Math.abs(excess) < 1e-7) break;
    const next = x - excess / density(effect, x);
    x = next > low && next < high ? next : (low + high) / 2;
  }
  return x;
}

function density({ weights, means, sds }: Effect, x: number): number {
  let total = 0;
  for (let k = 0; k < weights.length; k++) {
    const sd = sds[k] as number;
    if (sd > 0)
      total += ((weights[k] as number) * Math.exp(-0.5 * ((x - (means[k] as number)) / sd) ** 2)) / (sd * Math.sqrt(2 * Math.PI));
  }
  return total;
}
