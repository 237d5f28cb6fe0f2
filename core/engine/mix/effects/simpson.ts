/** Simpson's paradox, looked for: raw averages and adjusted effects that tell different stories, and what makes the difference. */
import type { Circumstance, Level } from './design';
import type { Family } from './model';
import type { SimpsonCase } from './result';

/** Differences (log) from which raw and adjusted tell different stories; with opposite signs half of it will do. */
const APART = 0.3;
/** An adjusted effect that is hardly known contradicts nothing: the gap must be so many of its standard errors. */
const CLEAR = 1.5;

export interface Comparison {
  level: Level;
  /** Column of the level within its family. */
  column: number;
  family: Family;
  /** Hardly shrunk effects of the family. */
  plain: Float64Array;
  /** What the effect is a contrast of: `average` takes the account's own mix off, `without` does not. */
  against: 'average' | 'without';
  contrast: Float64Array;
  /** Name of each circumstance column of the family. */
  circumstance: readonly Circumstance[];
  y: Float64Array;
}

export function simpsonOf({ level, column, family, plain, against, contrast, circumstance, y }: Comparison): SimpsonCase | null {
  const posts = y.length;
  const inLevel = level.rows.length;
  const total = y.reduce((a, b) => a + b, 0);
  const own = level.rows.reduce((sum, row) => sum + (y[row] ?? 0), 0);
  const average = against === 'average';
  const raw = own / inLevel - (average ? total / posts : (total - own) / (posts - inLevel));
  const adjusted = plain.reduce((sum, value, l) => sum + value * (contrast[l] ?? 0), 0);
  const gap = raw - adjusted;
  const size = plain.length;
  const error = Math.sqrt(family.variance / Math.max(1e-9, family.s[column * size + column] ?? 0));
  if (Math.abs(gap) <= Math.max(CLEAR * error, raw * adjusted < 0 ? APART / 2 : APART)) return null;
  // What the circumstances give these posts more than the others; the one that explains most of the gap is named.
  const beta = average ? plain : Float64Array.from(plain, (value, l) => (l === column ? value : 0));
  const coefficients = family.circumstancesGiven(beta);
  const parts = new Map<Circumstance, number>();
  circumstance.forEach((name, c) => {
    const inside = family.means.levels[column * circumstance.length + c] ?? 0;
    const all = family.means.all[c] ?? 0;
    const outside = average ? all : (all * posts - inside * inLevel) / (posts - inLevel);
    parts.set(name, (parts.get(name) ?? 0) + (inside - outside) * (coefficients[c] ?? 0));
  });
  const [because] = [...parts].sort((a, b) => (b[1] - a[1]) * Math.sign(gap))[0] ?? ['trend' as const];
  return { raw, adjusted, because };
}
