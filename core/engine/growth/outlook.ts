/**
 * How likely the running month reaches its targets (A3, beside each measure): what is known of the month so far, completed many times
 * with weeks drawn from the last 56 days (blocks of 7 days, so that a rhythm stays a rhythm). Followers grow on in it as they do in
 * the goals (`goals/forecast.ts`); what posts reach and how many there are is taken to stay as it was.
 */
import { type Random, seeded } from '../../stats/random';
import { mean, median } from '../../stats/robust';
import { forecast } from '../goals/forecast';
import { type AccountPost, DAY_MS } from './account';

const BACK_DAYS = 56;
const BLOCK_DAYS = 7;
const PATHS = 400;
/** Posts with the figure among the last 56 days, or days with a known change, below which nothing is foretold. */
export const FEWEST_DRAWN = 8;
export const FEWEST_DAYS = 28;
/** Posts of the month below which its median is not shown. */
const FEWEST_IN_MONTH = 4;

/** UTC, milliseconds: the running month, and the last look, up to which it is known. */
export interface RunningMonth {
  from: number;
  to: number;
  seen: number;
}

const dayOf = (at: number) => Math.floor(at / DAY_MS);
/** Days that are still to come. */
const daysLeft = ({ to, seen }: RunningMonth) => Math.max(0, Math.round((to - seen) / DAY_MS));

/** Days before the last look, drawn in whole weeks until `days` are filled. */
function drawDays(days: number, random: Random): number[] {
  const drawn: number[] = [];
  while (drawn.length < days) {
    const from = Math.floor(random() * (BACK_DAYS - BLOCK_DAYS + 1));
    for (let k = 0; k < BLOCK_DAYS && drawn.length < days; k++) drawn.push(from + k);
  }
  return drawn;
}

const shareOfPaths = (reaches: () => boolean) => {
  let reached = 0;
  for (let path = 0; path < PATHS; path++) if (reaches()) reached++;
  return reached / PATHS;
};

/** Posts of the last 56 days up to the last look, and how many there were on each of these days. */
function latelyOf(posts: readonly AccountPost[], { seen }: RunningMonth) {
  const start = dayOf(seen) - BACK_DAYS;
  const lately = posts.filter(({ publishedAt }) => dayOf(publishedAt) > start && publishedAt <= seen);
  const perDay = Array.from({ length: BACK_DAYS }, () => 0);
  for (const { publishedAt } of lately) {
    const at = dayOf(publishedAt) - start - 1;
    perDay[at] = (perDay[at] ?? 0) + 1;
  }
  return { lately, perDay };
}

export interface Outlook {
  /** What the month shows so far; null where too little is known of it yet. */
  soFar: number | null;
  probability: number | null;
  have: number;
  need: number;
}

/** P(the median of the month's posts reaches the target). */
export function outlookOfMedian(
  posts: readonly AccountPost[],
  month: RunningMonth,
  target: number,
  of: (post: AccountPost) => number | null,
  seed: number,
): Outlook {
  const { lately, perDay } = latelyOf(posts, month);
  const pool = lately.flatMap((post) => of(post) ?? []);
  const inMonth = lately.filter(({ publishedAt }) => publishedAt >= month.from);
  const known = inMonth.flatMap((post) => of(post) ?? []);
  const soFar = known.length >= FEWEST_IN_MONTH ? median(known) : null;
  const base = { soFar, have: pool.length, need: FEWEST_DRAWN };
  if (pool.length < FEWEST_DRAWN) return { ...base, probability: null };
  const random = seeded(seed);
  const values = [...known];
  const probability = shareOfPaths(() => {
    // Posts of this month whose figure is not known yet are drawn too.
    let open = inMonth.length - known.length;
    for (const day of drawDays(daysLeft(month), random)) open += perDay[day] ?? 0;
    values.length = known.length;
    for (; open > 0; open--) values.push(pool[Math.floor(random() * pool.length)] ?? 0);
    return values.length > 0 && median(values) >= target;
  });
  return { ...base, probability };
}

/** P(the month's number of posts reaches the target). */
export function outlookOfCount(posts: readonly AccountPost[], month: RunningMonth, target: number, seed: number): Outlook {
  const { lately, perDay } = latelyOf(posts, month);
  const soFar = lately.filter(({ publishedAt }) => publishedAt >= month.from).length;
  const base = { soFar, have: lately.length, need: FEWEST_DRAWN };
  if (soFar >= target) return { ...base, probability: 1 };
  if (lately.length < FEWEST_DRAWN) return { ...base, probability: null };
  const random = seeded(seed);
  const probability = shareOfPaths(
    () => soFar + drawDays(daysLeft(month), random).reduce((sum, day) => sum + (perDay[day] ?? 0), 0) >= target,
  );
  return { ...base, probability };
}

/** P(net new followers of the month reach the target), from levels by day. */
export function outlookOfNet(
  levels: readonly { at: number; value: number }[],
  month: RunningMonth,
  target: number,
  seed: number,
): Outlook {
  const start = dayOf(month.seen) - BACK_DAYS;
  // The change between two looks, spread evenly over the days between them.
  const daily = new Map<number, number>();
  let net = 0;
  let begun = false;
  levels.forEach(({ at, value }, i) => {
    const next = levels[i + 1];
    if (!next) return;
    const days = dayOf(next.at) - dayOf(at);
    for (let day = dayOf(at) + 1; day <= dayOf(next.at); day++) {
      const change = (next.value - value) / days;
      if (day > start) daily.set(day - start - 1, change);
      if (day * DAY_MS >= month.from && day <= dayOf(month.seen)) net += change;
      if (day * DAY_MS <= month.from) begun = true;
    }
  });
  const soFar = begun ? net : null;
  const base = { soFar, have: daily.size, need: FEWEST_DAYS };
  if (daily.size < FEWEST_DAYS || soFar === null) return { ...base, probability: null };
  const left = daysLeft(month);
  if (left === 0) return { ...base, probability: soFar >= target ? 1 : 0 };
  // Days that nobody looked at inside the history stand at its mean.
  const usual = mean([...daily.values()]);
  const [first, last] = [Math.min(...daily.keys()), Math.max(...daily.keys())];
  const days = Array.from({ length: last - first + 1 }, (_, at) => ({ sum: daily.get(first + at) ?? usual, count: 1 }));
  const { reach } = forecast(days, { kind: 'level', level: soFar }, left, target, seed, PATHS);
  return { ...base, probability: reach };
}
