/**
 * Everything but the hour that moves a post's outcome, fitted robustly and taken out (steps 2 and 3 of the method): topic, format,
 * commercial posts, the pause before the post, a leftover trend.
 */
import type { ComparablePost } from '../../history/comparable';
import { cholesky, inverseFrom } from '../../stats/linear';
import { mean, median, robustSd, variance } from '../../stats/robust';

/** A column of the design with the standard deviation of its coefficient before seeing data (Infinity: left free). */
export interface Column {
  name: string;
  values: Float64Array;
  priorSd: number;
}

export interface NuisanceFit {
  columns: readonly Column[];
  /** (XᵀX + Λ)⁻¹, columns × columns. */
  inverse: Float64Array;
  /** Robust pseudo-residuals, oldest post first: clipped, and rescaled so that clipping does not shrink effects. */
  residuals: Float64Array;
  /** Their standard deviation, at least `SMALLEST_SD`. */
  sd: number;
  /** Residuals vary by this much less than the noise, because level and columns were fitted to the same posts (≤ 1). */
  shrinkage: number;
}

/** A label moves the log outcome by this much, before seeing data: a format or a series often doubles a post. */
const LABEL_SD = 0.8;
/** Residuals beyond this many robust standard deviations are hits and flops: they count as this far out, not further. */
const CLIP = 2;
const ROUNDS = 4;
/** Outcomes that hardly vary must not make everything look certain. */
const SMALLEST_SD = 0.05;
/** Labels beyond the most frequent ones are left to the noise. */
const MOST_LEVELS = 24;
const FEWEST_PER_LEVEL = 2;

export type LabelName = 'format' | 'pillar' | 'series' | 'kindOfContent';
const LABELS: readonly LabelName[] = ['format', 'pillar', 'series', 'kindOfContent'];

/** An intercept and, where both kinds of value are present, one that keeps a backlog seen late apart from values at the horizon. */
export function plainColumns(posts: readonly ComparablePost[]): Column[] {
  const columns: Column[] = [
    { name: 'intercept', values: new Float64Array(posts.length).fill(1), priorSd: Number.POSITIVE_INFINITY },
  ];
  const late = Float64Array.from(posts, (post) => Number(post.kind === 'to-date'));
  if (late.includes(1) && late.includes(0)) columns.push({ name: 'toDate', values: late, priorSd: 2 });
  return columns;
}

/** `plainColumns` and everything known about the posts that could pass for an effect of the hour. */
export function adjustedColumns(posts: readonly ComparablePost[]): Column[] {
  const columns = plainColumns(posts);
  const n = posts.length;
  if (n >= 8) {
    columns.push({
      name: 'trend',
      values: Float64Array.from(posts, (_, i) => i / (n - 1) - 0.5),
      priorSd: Number.POSITIVE_INFINITY,
    });
    columns.push({ name: 'gap', values: standardised(logGaps(posts)), priorSd: 0.5 });
  }
  for (const label of LABELS)
    columns.push(
      ...levelColumns(
        label,
        posts.map((post) => post[label]),
      ),
    );
  const commercial = Float64Array.from(posts, (post) => Number(post.commercial));
  if (commercial.includes(1)) columns.push({ name: 'commercial', values: commercial, priorSd: LABEL_SD });
  return columns;
}

/** Names of what is allowed for. */
export function adjustedFor(columns: readonly Column[]): string[] {
  return [...new Set(columns.map((column) => column.name.split(':')[0] ?? ''))].filter((name) => name !== 'intercept');
}

function levelColumns(label: LabelName, levels: readonly (string | null)[]): Column[] {
  const counts = new Map<string, number>();
  for (const level of levels) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1);
  const chosen = [...counts]
    .filter(([, count]) => count >= FEWEST_PER_LEVEL && count < levels.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_LEVELS);
  return chosen.map(([level]) => ({
    name: `${label}:${level}`,
    values: Float64Array.from(levels, (value) => Number(value === level)),
    priorSd: LABEL_SD,
  }));
}

/** ln hours since the post before; the first post gets the median. */
function logGaps(posts: readonly ComparablePost[]): Float64Array {
  const gaps = posts.map((post, i) => {
    const before = posts[i - 1];
    return before ? Math.log(Math.max(0.1, (post.publishedAt - before.publishedAt) / 3_600_000)) : Number.NaN;
  });
  const middle = median(gaps.slice(1));
  return Float64Array.from(gaps, (gap) => (Number.isNaN(gap) ? middle : gap));
}

function standardised(values: Float64Array): Float64Array {
  const centre = mean(values);
  const sd = Math.sqrt(variance(values));
  return values.map((value) => (sd > 0 ? (value - centre) / sd : 0));
}

/**
 * Ridge regression with clipped residuals: clip at ±2 robust standard deviations around the fit, refit, four rounds (a Huber
 * estimate). `values`: outcome above the account's level, one per post; finding the level took `degreesUsed` degrees of freedom. Columns that the data cannot tell apart share by their
 * priors; two free columns must not be collinear.
 */
export function fitNuisance(values: Float64Array, columns: readonly Column[], degreesUsed: number): NuisanceFit {
  const n = values.length;
  const q = columns.length;
  const spread = Math.max(SMALLEST_SD, robustSd(values) || Math.sqrt(variance(values)) || 0);
  const products = new Float64Array(q * q);
  const gram = new Float64Array(q * q);
  for (let i = 0; i < q; i++) {
    for (let j = 0; j <= i; j++) {
      const product = inner((columns[i] as Column).values, (columns[j] as Column).values);
      products[i * q + j] = product;
      products[j * q + i] = product;
      gram[i * q + j] = product;
      gram[j * q + i] = product;
    }
    const sd = (columns[i] as Column).priorSd;
    gram[i * q + i] = (gram[i * q + i] as number) + (Number.isFinite(sd) ? (spread * spread) / (sd * sd) : 1e-9 * n);
  }
  const inverse = inverseFrom(cholesky(gram, q), q);
  const fitted = new Float64Array(n);
  const residuals = new Float64Array(n);
  const project = projector(columns);
  let pseudo = Float64Array.from(values);
  let kept = 1;
  for (let round = 0; round < ROUNDS; round++) {
    fill(fitted, columns, coefficients(inverse, project(pseudo)));
    for (let i = 0; i < n; i++) residuals[i] = (values[i] as number) - (fitted[i] as number);
    const limit = CLIP * (robustSd(residuals) || Math.sqrt(variance(residuals)) || 1);
    let inside = 0;
    for (let i = 0; i < n; i++) {
      const residual = residuals[i] as number;
      if (Math.abs(residual) <= limit) inside++;
      residuals[i] = Math.max(-limit, Math.min(limit, residual));
    }
    kept = inside / n;
    pseudo = residuals.map((residual, i) => (fitted[i] as number) + residual);
  }
  // Clipping weakens every difference by the share that was clipped; dividing by the rest undoes that (Huber's estimating equation).
  for (let i = 0; i < n; i++) residuals[i] = (residuals[i] as number) / Math.max(0.5, kept);
  let used = degreesUsed;
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) used += (inverse[i * q + j] as number) * (products[i * q + j] as number);
  }
  const left = Math.max(1, n - used);
  const sd = Math.max(SMALLEST_SD, Math.sqrt(inner(residuals, residuals) / left));
  return { columns, inverse, residuals, sd, shrinkage: Math.sqrt(left / n) };
}

/** Xᵀ·v, for many v: of a column that few posts have a part in (a label) only those are added up. */
export function projector(columns: readonly Column[]): (v: Float64Array) => Float64Array {
  const rows = columns.map(({ values }) => {
    const own = [...values.keys()].filter((i) => values[i] !== 0);
    return own.length < values.length / 2 ? Int32Array.from(own) : null;
  });
  return (v) => {
    const result = new Float64Array(columns.length);
    for (let j = 0; j < result.length; j++) {
      const { values } = columns[j] as Column;
      const own = rows[j];
      if (!own) result[j] = inner(values, v);
      else {
        let total = 0;
        for (let k = 0; k < own.length; k++) {
          const i = own[k] as number;
          total += (values[i] as number) * (v[i] as number);
        }
        result[j] = total;
      }
    }
    return result;
  };
}

function coefficients(inverse: Float64Array, right: Float64Array): Float64Array {
  const q = right.length;
  const result = new Float64Array(q);
  for (let i = 0; i < q; i++)
    for (let j = 0; j < q; j++) result[i] = (result[i] as number) + (inverse[i * q + j] as number) * (right[j] as number);
  return result;
}

function fill(target: Float64Array, columns: readonly Column[], weights: Float64Array): void {
  target.fill(0);
  columns.forEach((column, j) => {
    const weight = weights[j] as number;
    for (let i = 0; i < target.length; i++) target[i] = (target[i] as number) + weight * (column.values[i] as number);
  });
}

function inner(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number);
  return total;
}
