/** Return on spending (F5, `engine.md` 5.8): a ratio with its interval, and a regression only where the spending allows one. */
import { BOARDS, type Cost, type MoneyEntry } from '../../model/workspace/objects';
import type { MoneyYear, RoiRefusal, RoiRegression } from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { symmetricEigen } from '../../stats/eigen';
import { cholesky, inverseFrom, solveCholesky } from '../../stats/linear';
import { seeded } from '../../stats/random';
import { mean, quantileSorted, variance } from '../../stats/robust';

type Board = Cost['board'];
const DAY = 86_400_000;
const FEWEST_WEEKS = 8;
const DRAWS = 2000;
/** Weeks per board that the regression takes, the least variation of a board, and the most its boards may go together. */
const WEEKS_PER_BOARD = 10;
const LEAST_VARIATION = 0.3;
const MOST_PARALLEL = 30;
/** Very weak ridge on standardised spending: keeps the solution finite, moves nothing that the data say. */
const RIDGE = 0.01;
/** 80 % interval of a normal. */
const Z80 = 1.2816;

export interface Week {
  revenue: number;
  cost: number;
  boards: Record<Board, number>;
  /** The week touches a season of the plan (B4). */
  season: boolean;
}

/** Monday-first weeks from the first entry to the last. A week without entries brought and cost nothing: the books are the creator's. */
export function weeksOf(entries: readonly MoneyEntry[], plan: Plan): Week[] {
  const weekAt = (day: string) => Math.floor((Date.parse(`${day}T00:00:00Z`) / DAY + 3) / 7);
  const places = entries.map(({ day }) => weekAt(day));
  const first = Math.min(...places);
  const last = Math.max(...places);
  if (entries.length === 0) return [];
  const weeks: Week[] = Array.from({ length: last - first + 1 }, (_, i) => ({
    revenue: 0,
    cost: 0,
    boards: { content: 0, business: 0, team: 0, tools: 0 },
    season: inSeason((first + i) * 7 - 3, plan),
  }));
  for (const entry of entries) {
    const week = weeks[weekAt(entry.day) - first];
    if (!week) continue;
    week[entry.flow] += entry.amount;
    if (entry.flow === 'cost') week.boards[entry.board] += entry.amount;
  }
  return weeks;
}

function inSeason(monday: number, plan: Plan): boolean {
  const name = (day: number) => new Date(day * DAY).toISOString().slice(5, 10);
  return plan.seasons.some(({ from, to }) => name(monday + 6) >= from && name(monday) <= to);
}

/** (revenue − cost) / cost, with weeks drawn with replacement for the 80 % interval. Null without cost. */
export function roiOf(weeks: readonly Week[], seed: number): MoneyYear['roi'] {
  const ratio = (list: readonly Week[]) => {
    const cost = list.reduce((sum, week) => sum + week.cost, 0);
    return cost > 0 ? (list.reduce((sum, { revenue }) => sum + revenue, 0) - cost) / cost : null;
  };
  const value = ratio(weeks);
  if (value === null) return null;
  if (weeks.length < FEWEST_WEEKS) return { value, range: null, weeks: weeks.length };
  const random = seeded(seed);
  const draws: number[] = [];
  for (let i = 0; i < DRAWS; i++) {
    const drawn = ratio(weeks.map(() => weeks[Math.floor(random() * weeks.length)] as Week));
    if (drawn !== null) draws.push(drawn);
  }
  const sorted = Float64Array.from(draws).sort();
  return {
    value,
    range: { low: quantileSorted(sorted, 0.1), median: quantileSorted(sorted, 0.5), high: quantileSorted(sorted, 0.9) },
    weeks: weeks.length,
  };
}

/**
 * ln(1 + revenue) of each week on a trend, the plan's seasons and ln(1 + spending) per board, HC3 intervals. Refuses, with the reason, below ten weeks
 * per board, when a board's spending hardly varies, and when boards move together. What it shows goes together; it proves no cause.
 */
export function roiRegression(weeks: readonly Week[]): RoiRegression {
  const boards = BOARDS.filter((board) => weeks.some((week) => week.boards[board] > 0));
  const refusals: RoiRefusal[] = [];
  if (boards.length === 0) return { allowed: false, refusals: [{ why: 'boards' }] };
  if (weeks.every(({ revenue }) => revenue === 0)) return { allowed: false, refusals: [{ why: 'revenue' }] };
  if (weeks.length < WEEKS_PER_BOARD * boards.length)
    refusals.push({ why: 'weeks', have: weeks.length, need: WEEKS_PER_BOARD * boards.length });
  const constant = boards.filter((board) => {
    const spent = weeks.map((week) => week.boards[board]);
    return !(Math.sqrt(variance(spent)) / mean(spent) >= LEAST_VARIATION);
  });
  if (constant.length > 0) refusals.push({ why: 'constant', boards: constant });
  const season = weeks.map((week) => Number(week.season));
  const columns = [
    weeks.map((_, i) => i),
    ...boards.map((board) => weeks.map((week) => Math.log1p(week.boards[board]))),
    ...(variance(season) > 0 ? [season] : []),
  ].map(standardised);
  // A column that does not vary at all was named above and would hide what the others do.
  const varying = columns.filter(({ sd }) => sd > 0);
  if (varying.length > 1 && conditionOf(varying.map(({ values }) => values)) >= MOST_PARALLEL)
    refusals.push({ why: 'parallel', boards: [...boards] });
  if (refusals.length > 0) return { allowed: false, refusals };

  const fit = hc3(
    columns.map(({ values }) => values),
    weeks.map(({ revenue }) => Math.log1p(revenue)),
  );
  return {
    allowed: true,
    weeks: weeks.length,
    boards: boards.map((board, i) => {
      const sd = columns[i + 1]?.sd ?? 1;
      const slope = (fit.slopes[i + 1] ?? 0) / sd;
      const half = (Z80 * (fit.errors[i + 1] ?? 0)) / sd;
      // Of a usual week in which this board was spent on.
      const usual = mean(weeks.map((week) => week.boards[board]).filter((spent) => spent > 0));
      const factor = (1 + mean(weeks.map(({ revenue }) => revenue))) / (1 + usual);
      const range = (scale: number) => ({ low: scale * (slope - half), median: scale * slope, high: scale * (slope + half) });
      return { board, elasticity: range(1), marginal: range(factor) };
    }),
  };
}

function standardised(values: readonly number[]): { values: Float64Array; sd: number } {
  const centre = mean(values);
  const sd = Math.sqrt(variance(values));
  return { values: Float64Array.from(values, (value) => (sd > 0 ? (value - centre) / sd : 0)), sd };
}

/** Condition number of the correlation matrix, largest over smallest eigenvalue: 30 is two columns correlated by 0.935. */
function conditionOf(columns: readonly Float64Array[]): number {
  const p = columns.length;
  const n = columns[0]?.length ?? 0;
  const matrix = Float64Array.from({ length: p * p }, (_, at) => {
    const [a, b] = [columns[Math.floor(at / p)], columns[at % p]];
    let sum = 0;
    for (let i = 0; i < n; i++) sum += (a?.[i] ?? 0) * (b?.[i] ?? 0);
    return sum / Math.max(1, n - 1);
  });
  const { values } = symmetricEigen(matrix, p);
  const smallest = Math.min(...values);
  return smallest <= 1e-9 ? Infinity : Math.max(...values) / smallest;
}

/** Least squares with a little ridge on standardised columns; errors by HC3 (MacKinnon and White 1985). */
function hc3(columns: readonly Float64Array[], y: readonly number[]): { slopes: Float64Array; errors: Float64Array } {
  const p = columns.length;
  const n = y.length;
  const centre = mean(y);
  const gram = new Float64Array(p * p);
  const xy = new Float64Array(p);
  for (let a = 0; a < p; a++) {
    for (let i = 0; i < n; i++) xy[a] = (xy[a] ?? 0) + (columns[a]?.[i] ?? 0) * ((y[i] ?? 0) - centre);
    for (let b = 0; b < p; b++) {
      let sum = a === b ? RIDGE : 0;
      for (let i = 0; i < n; i++) sum += (columns[a]?.[i] ?? 0) * (columns[b]?.[i] ?? 0);
      gram[a * p + b] = sum;
    }
  }
  const factor = cholesky(gram, p);
  const slopes = solveCholesky(factor, p, xy);
  const inverse = inverseFrom(factor, p);
  const meat = new Float64Array(p * p);
  for (let i = 0; i < n; i++) {
    const row = columns.map((column) => column[i] ?? 0);
    const fitted = row.reduce((sum, x, k) => sum + x * (slopes[k] ?? 0), centre);
    const projected = row.map((_, a) => row.reduce((sum, x, b) => sum + x * (inverse[a * p + b] ?? 0), 0));
    const leverage = 1 / n + row.reduce((sum, x, a) => sum + x * (projected[a] ?? 0), 0);
    const residual = ((y[i] ?? 0) - fitted) / Math.max(0.01, 1 - leverage);
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++)
        meat[a * p + b] = (meat[a * p + b] ?? 0) + (projected[a] ?? 0) * (projected[b] ?? 0) * residual ** 2;
  }
  return { slopes, errors: Float64Array.from({ length: p }, (_, a) => Math.sqrt(meat[a * p + a] ?? 0)) };
}
