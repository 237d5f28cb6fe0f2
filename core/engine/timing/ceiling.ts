/** How much the hour can matter at all: a post that is seen for days meets every hour of the audience's day. */
import { type CurvePoint, valueAtAge } from '../../history/growth';
import type { Platform } from '../../model/platforms';
import { median } from '../../stats/robust';

/**
 * Hours until half of a post's interactions have happened. X, Facebook, Instagram, LinkedIn, YouTube: Graffius, "Lifespan
 * (half-life) of social media posts", doi 10.13140/RG.2.2.32407.43689, 2026 edition as quoted elsewhere; averages of mixed sources,
 * so a prior only. TikTok: an effective value. No source was found for the other platforms.
 */
const HALF_LIFE_HOURS: Partial<Record<Platform, number>> = {
  x: 49 / 60,
  facebook: 81 / 60,
  instagram: 19.75,
  linkedin: 24.3,
  tiktok: 48,
  youtube: 8.8 * 24,
};
/** Audience activity over a day as 1 + a·cos: six times as many online at the peak as at the trough. */
const ACTIVITY_AMPLITUDE = 5 / 7;
const DAY_RATE = (2 * Math.PI) / 24;

export interface Ceiling {
  halfLifeHours: number;
  /** From the account's own growth curves; else the platform's average. */
  measured: boolean;
  /** The largest lift over the mean hour that the audience's day can give. */
  lift: number;
  /** How long before the audience's peak to post for it, in hours. */
  leadHours: number;
}

/**
 * Attention that halves every h hours smooths the audience's day: its amplitude shrinks by λ/√(λ² + ω²), λ = ln 2/h, ω = 2π/24,
 * and the best moment lies atan(ω/λ)/ω before the peak. Real audiences are less in step than one cosine and early success may be
 * amplified, so this is a scale, not a proof. Null where no half-life is known.
 */
export function ceilingOf(platform: Platform, measuredHalfLife: number | null): Ceiling | null {
  const halfLifeHours = measuredHalfLife ?? HALF_LIFE_HOURS[platform];
  if (halfLifeHours === undefined) return null;
  const rate = Math.LN2 / halfLifeHours;
  return {
    halfLifeHours,
    measured: measuredHalfLife !== null,
    lift: (ACTIVITY_AMPLITUDE * rate) / Math.hypot(rate, DAY_RATE),
    leadHours: Math.atan(DAY_RATE / rate) / DAY_RATE,
  };
}

/** Below this many curves of its own an account's half-life is not measured. */
const FEWEST_CURVES = 8;

/** Median age in hours at which posts had half of their value at the horizon; null below eight posts watched that early. */
export function measuredHalfLife(curves: readonly (readonly CurvePoint[])[], horizonHours: number): number | null {
  const ages = curves.flatMap((curve) => {
    const grown = valueAtAge(curve, horizonHours);
    if (grown?.kind !== 'at-horizon') return [];
    const half = Math.log1p(Math.expm1(grown.logCount) / 2);
    const after = curve.findIndex((point) => point.logCount >= half);
    const high = curve[after];
    const low = curve[after - 1];
    // Without a look before half was reached, the age is only known to be smaller.
    if (!high || !low || high.ageHours > horizonHours) return [];
    const share = (half - low.logCount) / Math.max(1e-9, high.logCount - low.logCount);
    return [Math.exp(Math.log(low.ageHours) + share * Math.log(high.ageHours / low.ageHours))];
  });
  return ages.length >= FEWEST_CURVES ? median(ages) : null;
}
