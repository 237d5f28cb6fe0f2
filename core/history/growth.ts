/** The growth curve of one post: its cumulative figure at any age between two looks. */
import type { MetricName } from '../model/metrics';
import type { Snapshot } from '../model/post';
import { ageHours } from './horizon';

export interface CurvePoint {
  ageHours: number;
  /** ln(1 + count). */
  logCount: number;
}

/** A count that falls by more than this share is a correction by the platform, not a reading error of rounding. */
const CORRECTION = 0.02;
/** A look within ±15 % of the horizon is as good as one at the horizon. */
const NEAR = 0.15;
/** The true figure lies between the looks around the horizon; where they differ by more than this (log), it is not known well enough. */
const WIDEST_BRACKET = 0.35;

/**
 * Where `values` gives the figure of a snapshot (null where absent): points in order of age, forced non-decreasing. A clear
 * drop is a correction: earlier figures are lowered to it. Figures seen before publication (a scheduled post) are left out.
 */
export function curveOf(
  publishedAt: number,
  snapshots: readonly Snapshot[],
  figure: (snapshot: Snapshot) => number | null,
): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (const snapshot of snapshots) {
    const value = figure(snapshot);
    const age = ageHours(publishedAt, snapshot.seenAt);
    if (value === null || !(age > 0) || !(value >= 0)) continue;
    const last = points.at(-1);
    let count = value;
    if (last) {
      const before = Math.expm1(last.logCount);
      if (count < before * (1 - CORRECTION)) {
        const ceiling = Math.log1p(count);
        for (const point of points) point.logCount = Math.min(point.logCount, ceiling);
      } else if (count < before) {
        count = before;
      }
    }
    if (last && last.ageHours === age) last.logCount = Math.max(last.logCount, Math.log1p(count));
    else points.push({ ageHours: age, logCount: Math.log1p(count) });
  }
  return points;
}

/** Drops of more than 2 %: the platform took figures back. */
export function corrections(snapshots: readonly Snapshot[], metric: MetricName): { at: number; from: number; to: number }[] {
  const found: { at: number; from: number; to: number }[] = [];
  let before: number | null = null;
  for (const snapshot of snapshots) {
    const figure = snapshot.metrics[metric];
    if (!figure) continue;
    // A rounded figure (`1.2万`) is compared by the end of its interval: no correction is inferred from rounding.
    if (before !== null && figure.high < before * (1 - CORRECTION))
      found.push({ at: snapshot.seenAt, from: before, to: figure.value });
    before = figure.value;
  }
  return found;
}

export interface ValueAtAge {
  /** ln(1 + count). */
  logCount: number;
  /** `at-horizon`: seen or safely interpolated at the age asked for. `to-date`: only seen later. */
  kind: 'at-horizon' | 'to-date';
  /** Age in hours of the figure used. */
  ageHours: number;
}

/**
 * ln(1 + count) at `age` hours. Linear in (ln age, ln(1 + count)) between two looks that leave little doubt; else a look within
 * ±15 %; else the first look after that age, marked `to-date` (a backlog seen for the first time). Null when every look is younger.
 */
export function valueAtAge(curve: readonly CurvePoint[], age: number): ValueAtAge | null {
  let after = 0;
  while (after < curve.length && !((curve[after]?.ageHours ?? 0) >= age)) after++;
  const high = curve[after];
  const low = curve[after - 1];
  if (low && high && high.logCount - low.logCount <= WIDEST_BRACKET) {
    const share = Math.log(age / low.ageHours) / Math.log(high.ageHours / low.ageHours);
    return { logCount: low.logCount + share * (high.logCount - low.logCount), kind: 'at-horizon', ageHours: age };
  }
  const lowFar = low ? Math.abs(low.ageHours - age) : Infinity;
  const highFar = high ? Math.abs(high.ageHours - age) : Infinity;
  const near = highFar < lowFar ? high : low;
  if (near && Math.min(lowFar, highFar) <= NEAR * age)
    return { logCount: near.logCount, kind: 'at-horizon', ageHours: near.ageHours };
  if (high) return { logCount: high.logCount, kind: 'to-date', ageHours: high.ageHours };
  return null;
}
