/** The audience-online curve that a dashboard shows, as the attention a post would meet if published in each hour of the week. */
import { localTime } from '../../history/clock';
import type { AudienceCurve } from '../../model/reading';

const WEEK_HOURS = 168;
/** How long a post is followed after publication. */
const FOLLOWED_HOURS = 72;
/** Unknown hours beyond this share make the curve unusable. */
const MOST_UNKNOWN = 0.2;
/** Where no half-life is known: a day. */
const DEFAULT_HALF_LIFE_HOURS = 24;

/**
 * ln of the attention met by a post published in hour 0 … 167 of the week (Monday 00:00 first, in `zone`): Σ over the next 72 h of
 * audience activity × λ·e^(−λu). Null when too much of the curve is unknown or nobody is ever online. `now` says which offset holds
 * between the curve's zone and `zone`.
 */
export function attentionCurve(
  curve: AudienceCurve,
  zone: string,
  halfLifeHours: number | null,
  now: number,
): Float64Array | null {
  const known = curve.hours.filter((value) => value !== null);
  if (curve.hours.length !== WEEK_HOURS || known.length < (1 - MOST_UNKNOWN) * WEEK_HOURS) return null;
  const mean = known.reduce((a, b) => a + b, 0) / known.length;
  if (!(mean > 0)) return null;
  // By the clock, not by a week's instants: in the week the clocks go forward one local hour does not happen.
  const ahead = intoWeek(localTime(now, curve.zone)) - intoWeek(localTime(now, zone));
  const activity = Float64Array.from({ length: WEEK_HOURS }, (_, hour) => {
    const shown = Math.floor(hour + 0.5 + ahead + WEEK_HOURS) % WEEK_HOURS;
    return (curve.hours[shown] ?? mean) / mean;
  });
  const rate = Math.LN2 / (halfLifeHours ?? DEFAULT_HALF_LIFE_HOURS);
  return Float64Array.from({ length: WEEK_HOURS }, (_, hour) => {
    let attention = 0;
    let weights = 0;
    for (let u = 0; u < FOLLOWED_HOURS; u++) {
      const weight = Math.exp(-rate * u);
      attention += weight * (activity[(hour + u) % WEEK_HOURS] as number);
      weights += weight;
    }
    return Math.log(Math.max(0.01, attention / weights));
  });
}

/** Hours since Monday 00:00, with their fraction. */
const intoWeek = ({ weekday, hour }: { weekday: number; hour: number }) => weekday * 24 + hour;

export const hourOfWeek = (local: { weekday: number; hour: number }) => Math.floor(intoWeek(local));

/** The newest curve of the account. */
export function newestCurve(curves: readonly AudienceCurve[], platform: string, account: string): AudienceCurve | null {
  let newest: AudienceCurve | null = null;
  for (const curve of curves) {
    if (curve.platform !== platform || (curve.account ?? '') !== account) continue;
    if (!newest || Date.parse(curve.seenAt) > Date.parse(newest.seenAt)) newest = curve;
  }
  return newest;
}
