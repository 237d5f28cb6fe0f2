/**
 * The columns of the content model and their cross products. Dense columns carry the circumstances (trend, hour, pause before the
 * post, season); sparse ones the posts that have a property. All later algebra works on the cross products, so a unit costs one pass
 * over its posts whatever is asked of it.
 */
import type { ComparablePost } from '../../../history/comparable';
import type { Market } from '../../../model/report-parts';
import { majorSeasons } from '../../season/calendar';

/** What a column stands for when it has to be named to the creator. */
export type Circumstance =
  | 'level'
  | 'trend'
  | 'hour'
  | 'weekday'
  | 'pause'
  | 'season'
  | 'paid'
  | 'backlog'
  | 'format'
  | 'pillar'
  | 'series'
  | 'kind';

export interface DenseColumn {
  circumstance: Circumstance;
  values: Float64Array;
  /** Prior precision of the coefficient, 1/sd². */
  penalty: number;
}

/** A property that some posts have: rows in ascending order. */
export interface Level {
  id: string;
  rows: Int32Array;
}

/** One knot of the trend for so many posts, and no more than so many: what is left to the trend cannot be taken for content. */
const POSTS_PER_KNOT = 25;
const MOST_KNOTS = 8;
/** Prior sd of the change of slope at a knot, in log units per stretch between two knots. */
const KNOT_SD = 0.5;
/** Circumstances that fewer posts share are left to chance. */
const FEWEST = 3;
/** Prior sd of an hour-of-day coefficient, of a season, of paid against organic: wide, for they are nuisance here. */
const TIME_SD = 0.5;
const SEASON_SD = 0.5;
const PAID_SD = 0.7;
/** Weakly held: a slope over the whole history, and level. */
const WIDE = 1e-4;

/** `posts`: comparable ones, oldest first. */
export function circumstances(posts: readonly ComparablePost[], markets: readonly Market[]): DenseColumn[] {
  const n = posts.length;
  const columns: DenseColumn[] = [];
  const add = (circumstance: Circumstance, penalty: number, value: (post: ComparablePost, i: number) => number) => {
    columns.push({ circumstance, penalty, values: Float64Array.from(posts, value) });
  };
  const place = (i: number) => (n > 1 ? i / (n - 1) : 0);
  add('level', WIDE, () => 1);
  add('trend', WIDE, (_, i) => place(i) - 0.5);
  const knots = Math.min(MOST_KNOTS, Math.max(1, Math.round(n / POSTS_PER_KNOT)));
  for (let k = 1; k <= knots; k++) {
    const at = k / (knots + 1);
    // Scaled so that the coefficient is a change per stretch between two knots.
    add('trend', 1 / KNOT_SD ** 2, (_, i) => Math.max(0, place(i) - at) * (knots + 1));
  }
  const timed = posts.filter((post) => post.exactTime).length;
  if (timed >= FEWEST) {
    for (const k of [1, 2]) {
      for (const wave of [Math.cos, Math.sin]) {
        add('hour', (k / TIME_SD) ** 2, (post) => (post.exactTime ? wave((2 * Math.PI * k * post.local.hour) / 24) : 0));
      }
    }
    if (n - timed >= FEWEST) add('hour', 1 / TIME_SD ** 2, (post) => (post.exactTime ? 0 : 1));
  }
  add('weekday', 1 / TIME_SD ** 2, (post) => (post.local.weekday >= 5 ? 1 : 0));
  if (n > 2) {
    const gaps = posts.map((post, i) => {
      const before = posts[i - 1];
      return before ? Math.log1p((post.publishedAt - before.publishedAt) / 3_600_000) : Number.NaN;
    });
    const known = gaps.filter((gap) => !Number.isNaN(gap));
    const centre = known.reduce((a, b) => a + b, 0) / known.length;
    add('pause', 4, (_, i) => (Number.isNaN(gaps[i] ?? Number.NaN) ? 0 : (gaps[i] ?? 0) - centre));
  }
  const both = (count: number) => count >= FEWEST && n - count >= FEWEST;
  if (both(posts.filter((post) => post.commercial).length)) add('paid', 1 / PAID_SD ** 2, (post) => (post.commercial ? 1 : 0));
  if (both(posts.filter((post) => post.kind === 'to-date').length))
    add('backlog', 1, (post) => (post.kind === 'to-date' ? 1 : 0));
  const seasons = majorSeasons(
    posts.map((post) => post.local.day),
    markets,
  );
  for (const id of new Set(seasons)) {
    if (id === null || !both(seasons.filter((season) => season === id).length)) continue;
    add('season', 1 / SEASON_SD ** 2, (_, i) => (seasons[i] === id ? 1 : 0));
  }
  return columns;
}

/** Levels of a property that each post has at most one of. Posts without it (null) belong to none. In order of first use. */
export function levelsOf<T>(posts: readonly T[], level: (post: T, i: number) => string | null): Level[] {
  return multiLevelsOf(posts, (post, i) => {
    const id = level(post, i);
    return id === null ? [] : [id];
  });
}

/** Levels of properties that a post may have several of. Each counts once per post. */
export function multiLevelsOf<T>(posts: readonly T[], levels: (post: T, i: number) => Iterable<string>): Level[] {
  const rows = new Map<string, number[]>();
  posts.forEach((post, i) => {
    for (const id of levels(post, i)) {
      const list = rows.get(id);
      if (!list) rows.set(id, [i]);
      else if (list.at(-1) !== i) list.push(i);
    }
  });
  return [...rows].map(([id, list]) => ({ id, rows: Int32Array.from(list) }));
}

/** Which columns there are and their cross products with each other and with the outcome. */
export class CrossProducts {
  readonly size: number;
  /** Row-major `size × size`. */
  readonly xx: Float64Array;
  private readonly offsets: number[] = [];

  constructor(
    readonly dense: readonly DenseColumn[],
    readonly groups: readonly (readonly Level[])[],
    readonly posts: number,
  ) {
    let size = dense.length;
    for (const levels of groups) {
      this.offsets.push(size);
      size += levels.length;
    }
    this.size = size;
    this.xx = new Float64Array(size * size);
    this.fillSquares();
  }

  /** Index of the first column of a group of levels. */
  offset(group: number): number {
    return this.offsets[group] ?? this.size;
  }

  /** The sparse columns of each post, ascending. */
  private columnsByPost(): Int32Array[] {
    const lists: number[][] = Array.from({ length: this.posts }, () => []);
    this.groups.forEach((levels, group) => {
      levels.forEach((level, at) => {
        for (const row of level.rows) lists[row]?.push(this.offset(group) + at);
      });
    });
    return lists.map((list) => Int32Array.from(list));
  }

  private fillSquares(): void {
    const { dense, size, xx, posts } = this;
    const q = dense.length;
    const row = new Float64Array(q);
    const byPost = this.columnsByPost();
    for (let i = 0; i < posts; i++) {
      for (let a = 0; a < q; a++) {
        const value = dense[a]?.values[i] ?? 0;
        row[a] = value;
        if (value === 0) continue;
        for (let b = 0; b <= a; b++) xx[a * size + b] = (xx[a * size + b] ?? 0) + value * (row[b] ?? 0);
      }
      const own = byPost[i] ?? new Int32Array();
      for (let s = 0; s < own.length; s++) {
        const column = own[s] ?? 0;
        for (let b = 0; b < q; b++) xx[column * size + b] = (xx[column * size + b] ?? 0) + (row[b] ?? 0);
        for (let t = 0; t <= s; t++) {
          const at = column * size + (own[t] ?? 0);
          xx[at] = (xx[at] ?? 0) + 1;
        }
      }
    }
    for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) xx[b * size + a] = xx[a * size + b] ?? 0;
  }

  /** Cross products of all columns with `y`. */
  times(y: ArrayLike<number>): Float64Array {
    const into = new Float64Array(this.size);
    this.dense.forEach(({ values }, a) => {
      let total = 0;
      for (let i = 0; i < values.length; i++) total += (values[i] ?? 0) * (y[i] ?? 0);
      into[a] = total;
    });
    this.groups.forEach((levels, group) => {
      levels.forEach(({ rows }, at) => {
        let total = 0;
        for (const row of rows) total += y[row] ?? 0;
        into[this.offset(group) + at] = total;
      });
    });
    return into;
  }

  /** Σ coefficient × column over the columns given. */
  fitted(columns: ArrayLike<number>, coefficients: ArrayLike<number>): Float64Array {
    const fit = new Float64Array(this.posts);
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c] ?? 0;
      const coefficient = coefficients[c] ?? 0;
      if (coefficient === 0) continue;
      const dense = this.dense[column];
      if (dense) {
        for (let i = 0; i < fit.length; i++) fit[i] = (fit[i] ?? 0) + coefficient * (dense.values[i] ?? 0);
      } else {
        for (const row of this.level(column)?.rows ?? []) fit[row] = (fit[row] ?? 0) + coefficient;
      }
    }
    return fit;
  }

  private level(column: number): Level | undefined {
    for (let group = this.groups.length - 1; group >= 0; group--) {
      if (column >= this.offset(group)) return this.groups[group]?.[column - this.offset(group)];
    }
    return undefined;
  }
}
