/**
 * Posts made in one go share what happens around them: a news event, an outage, a mood. Treated as independent, five posts of one
 * evening would count as five proofs for the evening. Their common part is measured and taken out (random effect per session).
 */

import { CELLS } from './week-basis';

/** A session ends after a pause of two hours, and after three hours in any case. */
const PAUSE_MS = 2 * 3_600_000;
const LONGEST_MS = 3 * 3_600_000;
/** Correlations beyond this would leave nothing. */
const LARGEST = 0.8;

/** Session number of each post, oldest first. `exact` false: the hour is unknown, a session of its own. */
export function sessionsOf(posts: readonly { publishedAt: number; exactTime: boolean }[]): Int32Array {
  const result = new Int32Array(posts.length);
  let session = -1;
  let start = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  posts.forEach(({ publishedAt, exactTime }, i) => {
    if (!exactTime || publishedAt - last > PAUSE_MS || publishedAt - start > LONGEST_MS) {
      session++;
      start = exactTime ? publishedAt : Number.NEGATIVE_INFINITY;
    }
    if (exactTime) last = publishedAt;
    result[i] = session;
  });
  return result;
}

/**
 * Correlation of residuals within a session beyond what posts of the same hour in different sessions have in common (that part is
 * the effect of the hour, which is looked for). 0 to 0.8. `cells`: hour cell of each post, −1 where unknown.
 */
export function sessionCorrelation(residuals: Float64Array, sessions: Int32Array, cells: Int32Array): number {
  const within = pairs(residuals, sessions);
  if (within.count === 0) return 0;
  const sameHour = pairs(residuals, cells);
  const both = pairs(
    residuals,
    sessions.map((session, i) => ((cells[i] as number) < 0 ? -1 : session * CELLS + (cells[i] as number))),
  );
  const apart = sameHour.count - both.count;
  const hour = apart > 0 ? Math.max(0, (sameHour.products - both.products) / apart) : 0;
  let squares = 0;
  for (const value of residuals) squares += value * value;
  if (!(squares > 0)) return 0;
  return Math.min(LARGEST, Math.max(0, (within.products / within.count - hour) / (squares / residuals.length)));
}

/** Sum of products over ordered pairs of one group, and their number. Group −1 is none. */
function pairs(values: Float64Array, groups: Int32Array): { products: number; count: number } {
  const groupsSeen = new Map<number, { sum: number; squares: number; n: number }>();
  for (let i = 0; i < values.length; i++) {
    const group = groups[i] as number;
    if (group < 0) continue;
    const value = values[i] as number;
    const entry = groupsSeen.get(group);
    if (entry) {
      entry.sum += value;
      entry.squares += value * value;
      entry.n++;
    } else groupsSeen.set(group, { sum: value, squares: value * value, n: 1 });
  }
  let products = 0;
  let count = 0;
  for (const { sum, squares, n } of groupsSeen.values()) {
    products += sum * sum - squares;
    count += n * (n - 1);
  }
  return { products, count };
}

export interface SessionShares {
  /** Posts per session. */
  sizes: Int32Array;
  /** How much of its session's mean is taken off each post. */
  shares: Float64Array;
}

/** For a random effect with this correlation (generalised least squares). */
export function sessionShares(sessions: Int32Array, correlation: number): SessionShares {
  const count = sessions.length > 0 ? (sessions.at(-1) as number) + 1 : 0;
  const sizes = new Int32Array(count);
  for (const session of sessions) sizes[session] = (sizes[session] as number) + 1;
  const shares = Float64Array.from(sizes, (size) => 1 - Math.sqrt((1 - correlation) / (1 - correlation + size * correlation)));
  return { sizes, shares };
}

/** `values` minus their session's share of its mean: independent again under the random effect. */
export function whiten(values: Float64Array, sessions: Int32Array, { sizes, shares }: SessionShares): Float64Array {
  const sums = new Float64Array(sizes.length);
  for (let i = 0; i < values.length; i++)
    sums[sessions[i] as number] = (sums[sessions[i] as number] as number) + (values[i] as number);
  return values.map((value, i) => {
    const session = sessions[i] as number;
    return value - ((shares[session] as number) * (sums[session] as number)) / (sizes[session] as number);
  });
}
