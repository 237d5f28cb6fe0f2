/** D5 (depth), concentration, and D4 (what more comments bring). */

import type { OutcomeName } from '../../history/outcome';
import type { KnownPost } from '../../model/post';
import type { Concentration, Depth, Elasticity, Shown } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { cholesky, inverseFrom, NotPositiveDefinite, solveCholesky } from '../../stats/linear';
import { mean, median } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import { lookOfAge, type PostFacts } from '../mix/facts';
import { ratePrior, weightedRate } from '../score/rates';
import { type Account, type AccountPost, newest, reason } from './account';
import type { GrowthTexts } from './texts';

const WINDOW = { days: 90, posts: 50 };
const FEWEST_POSTS = 10;
const ENOUGH = 0.8;
const FEWEST_A_MONTH = 4;

interface Counts {
  post: AccountPost;
  basic: number;
  deep: number;
  coCreation: number;
}

/** Posts that show everything that enough of the posts show; what some lack is left out for all, so that posts compare. */
export function depthOf(account: Account, words: GrowthTexts): Shown<Depth> & { statement: string } {
  const window = newest(account.posts, WINDOW.days, WINDOW.posts).filter(({ mature }) => mature !== null);
  const shown = (name: 'likes' | 'comments' | 'saves' | 'shares' | 'reposts') =>
    window.filter(({ mature }) => mature?.metrics[name] !== undefined).length >= Math.max(FEWEST_POSTS, ENOUGH * window.length);
  const deepNames = (['comments', 'saves'] as const).filter(shown);
  const coNames = (['shares', 'reposts'] as const).filter(shown);
  const usable = shown('likes') && deepNames.length > 0;
  const names = ['likes', ...deepNames, ...coNames] as const;
  const complete = usable ? window.filter(({ mature }) => names.every((name) => mature?.metrics[name] !== undefined)) : [];
  const counts = complete.map((post): Counts => {
    const of = (name: (typeof names)[number]) => post.mature?.metrics[name] ?? 0;
    return {
      post,
      basic: of('likes'),
      deep: deepNames.reduce((sum, name) => sum + of(name), 0),
      coCreation: coNames.reduce((sum, name) => sum + of(name), 0),
    };
  });
  const why = reason(
    'growth.depth',
    complete,
    FEWEST_POSTS,
    usable ? words.missingPosts(complete.length, FEWEST_POSTS) : words.missingDepth,
  );
  const sum = (list: readonly Counts[], part: 'basic' | 'deep' | 'coCreation') =>
    list.reduce((total, one) => total + one[part], 0);
  const total = sum(counts, 'basic') + sum(counts, 'deep') + sum(counts, 'coCreation');
  if (complete.length < FEWEST_POSTS || total === 0) {
    if (why.missing.length === 0) why.missing.push(words.missingDepth);
    return { value: null, why, statement: words.depthUnknown };
  }
  why.inputs = Object.fromEntries(
    names.map((name) => [name, complete.reduce((all, { mature }) => all + (mature?.metrics[name] ?? 0), 0)]),
  );
  const months = new Map<string, Counts[]>();
  for (const one of counts) {
    const month = new Date(one.post.day * 86_400_000).toISOString().slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), one]);
  }
  const value: Depth = {
    basic: sum(counts, 'basic') / total,
    deep: sum(counts, 'deep') / total,
    coCreation: coNames.length > 0 ? sum(counts, 'coCreation') / total : null,
    months: [...months].flatMap(([month, list]) => {
      const all = sum(list, 'basic') + sum(list, 'deep') + sum(list, 'coCreation');
      return all > 0 && list.length >= FEWEST_A_MONTH
        ? { month, deepShare: 1 - sum(list, 'basic') / all, posts: list.length }
        : [];
    }),
  };
  return { value, why, statement: words.depth(value.basic, value.deep, deepNames, value.coCreation) };
}

const CONCENTRATION_WINDOW = { days: 180, posts: 50 };

/** Outcomes at equal age of one account's posts; posts of several units (say, long and short videos) count together. */
export function concentrationOf(
  account: Account,
  outcome: OutcomeName | null,
  words: GrowthTexts,
): Shown<Concentration> & { statement: string } {
  const window = newest(account.posts, CONCENTRATION_WINDOW.days, CONCENTRATION_WINDOW.posts).filter(
    ({ value }) => value !== null,
  );
  const why = reason('growth.concentration', window, FEWEST_POSTS, words.missingPosts(window.length, FEWEST_POSTS));
  const figures = window.map(({ value }) => Math.expm1(value ?? 0));
  const total = figures.reduce((a, b) => a + b, 0);
  if (window.length < FEWEST_POSTS || !(total > 0)) return { value: null, why, statement: words.concentrationUnknown };
  const top = figures.reduce((best, figure, i) => (figure > (figures[best] ?? 0) ? i : best), 0);
  const value: Concentration = {
    topPost: window[top]?.index ?? 0,
    topTitle: window[top]?.title.trim() || words.untitled,
    topShare: (figures[top] ?? 0) / total,
    median: median(figures),
    mean: mean(figures),
  };
  const figure = outcome === null ? null : (words.metrics[outcome] ?? null);
  return { value, why, statement: words.concentration(value.topShare, value.median, value.mean, figure, window.length) };
}

/** One post seen on its first day and at the horizon. Plain data, kept with the unit. */
export interface FirstDay {
  key: string;
  views: number;
  comments: number;
  /** ln(1 + outcome) at the horizon. */
  final: number;
}

const FIRST_DAY_HOURS = 24;
const FEWEST_FIRST_DAYS = 20;
/** With fewer comments on a usual first day, or where less than half of what the rates differ by is more than counting, no slope is told. */
const FEWEST_COMMENTS = 10;
const LEAST_RELIABLE = 0.5;
/** Parts of the posts that are left out in turn for the error. */
const PARTS = 20;
const HALF_WIDTH_80 = 1.2816;

/** Posts of a unit with a look near 24 hours that shows views and comments. Only where the outcome is views. */
export function firstDaysOf(posts: readonly KnownPost[], facts: readonly PostFacts[]): FirstDay[] {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  return facts.flatMap((own): FirstDay[] => {
    const { publishedAt, value, mature } = own;
    if (publishedAt === null || value === null || mature?.metrics.views === undefined) return [];
    const look = lookOfAge(byKey.get(own.key)?.snapshots ?? [], publishedAt, FIRST_DAY_HOURS);
    const { views, comments } = look?.metrics ?? {};
    return views !== undefined && views > 0 && comments !== undefined ? [{ key: own.key, views, comments, final: value }] : [];
  });
}

/**
 * Growth from the first day to the horizon against the comment rate of the first day, first-day views and trend held fixed. Not the
 * final rate against final views: those share their denominator and would be related by arithmetic alone. Rates of few comments are
 * mostly chance: held towards the account's own they would hardly differ, and the slope on them would be many times too steep.
 */
export function elasticityOf(
  account: Pick<Account, 'keys'>,
  firstDays: readonly FirstDay[],
  plan: Plan,
  words: GrowthTexts,
): Shown<Elasticity> & { statement: string } {
  const indexOf = new Map(account.keys.map((key, index) => [key, index]));
  const have = firstDays.length;
  const comments = have === 0 ? 0 : median(firstDays.map((day) => day.comments));
  const enough = have >= FEWEST_FIRST_DAYS;
  const fit = enough && comments >= FEWEST_COMMENTS ? slopeOf(firstDays) : null;
  const why = whyOf('growth.elasticity', {
    inputs: enough ? { firstDayComments: comments } : {},
    posts: firstDays.flatMap(({ key }) => indexOf.get(key) ?? []),
    have,
    need: FEWEST_FIRST_DAYS,
    missing: fit ? [] : [missingOf(have, comments, words)],
  });
  if (!fit) return { value: null, why, statement: words.elasticityUnknown };
  const value: Elasticity = {
    percentPerPercent: fit.slope,
    low: fit.slope - HALF_WIDTH_80 * fit.error,
    high: fit.slope + HALF_WIDTH_80 * fit.error,
    claimed: plan.commentElasticity,
  };
  why.inputs.slope = `${twoDigits(value.percentPerPercent)} (${twoDigits(value.low)} … ${twoDigits(value.high)})`;
  return { value, why, statement: words.elasticity(value.percentPerPercent, value.low, value.high, value.claimed) };
}

/** 0.11 is not 0.1. */
const twoDigits = (value: number) => String(Number(value.toPrecision(2))).replace('-', '−');

function missingOf(have: number, comments: number, words: GrowthTexts): string {
  if (have < FEWEST_FIRST_DAYS) return words.missingFirstDay(have, FEWEST_FIRST_DAYS);
  return comments < FEWEST_COMMENTS ? words.missingComments(comments, FEWEST_COMMENTS) : words.missingDifference;
}

/**
 * Slope with its standard error: the larger of the regression's own and that of a grouped jackknife, which also sees that how far the
 * rates truly differ is itself estimated. Null where the rates differ by little more than chance.
 */
function slopeOf(days: readonly FirstDay[]): { slope: number; error: number } | null {
  const all = regression(days);
  if (!all) return null;
  const parts = Math.min(PARTS, days.length);
  const without = Array.from({ length: parts }, (_, part) => regression(days.filter((_day, i) => i % parts !== part))?.slope);
  const slopes = without.filter((slope) => slope !== undefined);
  if (slopes.length < parts) return null;
  const centre = mean(slopes);
  const jackknife = Math.sqrt(((parts - 1) / parts) * slopes.reduce((sum, slope) => sum + (slope - centre) ** 2, 0));
  return { slope: all.slope, error: Math.max(all.error, jackknife) };
}

function regression(days: readonly FirstDay[]): { slope: number; error: number } | null {
  const prior = ratePrior(
    days.map(({ comments }) => comments),
    days.map(({ views }) => views),
  );
  if (!prior || prior.reliability < LEAST_RELIABLE) return null;
  const n = days.length;
  const rows = days.map(({ views, comments }, i) => [
    1,
    weightedRate([{ count: comments, weight: 1, prior }], views).log,
    Math.log1p(views),
    i / n,
  ]);
  // Centred columns: the constant carries the level.
  for (let c = 1; c < 4; c++) {
    const centre = mean(rows.map((row) => row[c] ?? 0));
    for (const row of rows) row[c] = (row[c] ?? 0) - centre;
  }
  const y = days.map(({ final, views }) => final - Math.log1p(views));
  const size = 4;
  const squares = new Float64Array(size * size);
  const products = new Float64Array(size);
  rows.forEach((row, i) => {
    for (let a = 0; a < size; a++) {
      products[a] = (products[a] ?? 0) + (row[a] ?? 0) * (y[i] ?? 0);
      for (let b = 0; b < size; b++) squares[a * size + b] = (squares[a * size + b] ?? 0) + (row[a] ?? 0) * (row[b] ?? 0);
    }
  });
  try {
    const factor = cholesky(squares, size);
    const beta = solveCholesky(factor, size, products);
    let left = 0;
    rows.forEach((row, i) => {
      left += ((y[i] ?? 0) - row.reduce((sum, x, c) => sum + x * (beta[c] ?? 0), 0)) ** 2;
    });
    const error = Math.sqrt((left / (n - size)) * (inverseFrom(factor, size)[size + 1] ?? Number.NaN));
    const slope = beta[1] ?? Number.NaN;
    return Number.isFinite(slope) && Number.isFinite(error) ? { slope, error } : null;
  } catch (problem) {
    // Every post had the same rate: nothing can be learnt of it.
    if (problem instanceof NotPositiveDefinite) return null;
    throw problem;
  }
}
