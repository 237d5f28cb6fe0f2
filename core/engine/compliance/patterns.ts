/** What no single post shows: commercial and sensitive share, bursts (2e). Shares carry Wilson bounds. */
import { localTime } from '../../history/clock';
import type { Platform } from '../../model/platforms';
import type { Level } from '../../model/report';
import { binomialUpperTail } from '../../stats/distributions';
import { wilson } from '../../stats/proportions';

export interface ShareVerdict {
  level: Level;
  /** Posts counted, and those of them that have the property. */
  posts: number;
  counted: number;
  /** 90 % Wilson interval of the long-run share. */
  low: number;
  high: number;
}

/** The last so many posts are looked at, and at least so many are needed (facts 2e). */
export const SHARE_POSTS = 50;
export const FEWEST_SHARE_POSTS = 20;
/** A share this many times the target is red. */
const RED_TIMES = 3;
const CONFIDENCE = 0.9;

/**
 * Share of posts with a property, newest last. Yellow when the lower bound is above the limit; red above three times the limit
 * where `canBeRed`. Null with fewer than 20 posts: too early to say.
 */
export function shareVerdict(flags: readonly boolean[], limit: number, canBeRed: boolean): ShareVerdict | null {
  const last = flags.slice(-SHARE_POSTS);
  if (last.length < FEWEST_SHARE_POSTS) return null;
  const counted = last.filter(Boolean).length;
  const { low, high } = wilson(counted, last.length, CONFIDENCE);
  const level: Level = canBeRed && low > RED_TIMES * limit ? 'red' : low > limit ? 'yellow' : 'green';
  return { level, posts: last.length, counted, low, high };
}

export interface Burst {
  /** Days since 1970-01-01 of the local date. */
  day: number;
  posts: number;
  /** Usual posts per day with any post. */
  usual: number;
}

const LOOK_BACK_DAYS = 30;
const BASELINE_DAYS = 56;
const FEWEST_BASELINE_DAYS = 28;
const SMALLEST_BURST = 5;
const TIMES_USUAL = 4;
/** A day this unlikely under the account's own mean rate is a burst. */
const RARE = 1e-4;

/** Days of the last month on which far more was posted than the eight weeks before would lead one to expect. `times`: ms. */
export function bursts(times: readonly number[], zone: string, now: number): Burst[] {
  const perDay = new Map<number, number>();
  for (const at of times) {
    const { day } = localTime(at, zone);
    perDay.set(day, (perDay.get(day) ?? 0) + 1);
  }
  const today = localTime(now, zone).day;
  const first = Math.min(...perDay.keys());
  const found: Burst[] = [];
  for (const [day, posts] of perDay) {
    if (day > today || today - day > LOOK_BACK_DAYS || posts < SMALLEST_BURST) continue;
    const from = Math.max(first, day - BASELINE_DAYS);
    if (day - from < FEWEST_BASELINE_DAYS) continue;
    let total = 0;
    let active = 0;
    for (let d = from; d < day; d++) {
      const count = perDay.get(d) ?? 0;
      total += count;
      if (count > 0) active++;
    }
    const usual = active === 0 ? 0 : total / active;
    const rate = (total + 1) / (day - from);
    if (posts >= TIMES_USUAL * Math.max(1, usual) && poissonTail(posts, rate) < RARE) {
      found.push({ day, posts, usual: Math.max(1, Math.round(usual)) });
    }
  }
  return found.sort((a, b) => a.day - b.day);
}

/** P(X ≥ k) of a Poisson count, as the binomial limit with many trials. */
function poissonTail(k: number, rate: number): number {
  const trials = 10_000;
  return binomialUpperTail(k, trials, Math.min(1, rate / trials));
}

export const placeOf = (platform: Platform, account: string): string => `${platform}|${account}`;
