/** Error rates of the posting-time evaluation in worlds of known truth. */

import { timingOf } from '../../core/engine/timing/timing';
import { contains } from '../../core/engine/timing/windows';
import { unitOf } from '../../core/engine/units';
import { localTime } from '../../core/history/clock';
import type { KnownPost } from '../../core/model/post';
import type { Report, TimingReport, TimingWindow } from '../../core/model/report';
import { bumpCurve, dayCurve, GENERATORS, type World, type WorldOptions, world } from './worlds';

const WEEK = 7 * 24 * 3_600_000;
export const LOOKS = 28;
const NULL_WORLD: WorldOptions = { posts: 250, weeks: 42, sigma: 0.8, peak: 0 };

/** What a look at `now` says, given the look before. */
function look(account: World, now: number, previous: TimingReport | null): TimingReport {
  const known = account.posts.filter(({ post }) => Date.parse(post.publishedAt ?? '') <= now);
  const posts = known.map((post): KnownPost => ({ ...post, snapshots: post.snapshots.filter(({ seenAt }) => seenAt <= now) }));
  const unit = unitOf(posts, { accountReadings: [], zone: account.zone, now });
  return timingOf(unit, {
    locale: 'en',
    seed: 1,
    now,
    previous: previous ? ({ timing: [previous] } as unknown as Report) : null,
  });
}

export interface NullRates {
  accounts: number;
  looks: number;
  everSupported: number;
  everHint: number;
  /** Single looks with a hint or more. */
  singleHint: number;
  singleSupported: number;
  byWorld: Record<string, { accounts: number; everSupported: number; everHint: number; singleHint: number }>;
}

/** `accounts` null accounts, the generators in turn, each looked at once a week for 28 weeks. */
export function nullRates(accounts: number, firstSeed = 1): NullRates {
  const names = Object.keys(GENERATORS);
  const rates: NullRates = { accounts, looks: 0, everSupported: 0, everHint: 0, singleHint: 0, singleSupported: 0, byWorld: {} };
  for (let i = 0; i < accounts; i++) {
    const name = names[i % names.length] as string;
    const account = world(name, firstSeed + i, NULL_WORLD);
    const last = Math.max(...account.posts.map(({ lastSeenAt }) => lastSeenAt));
    rates.byWorld[name] ??= { accounts: 0, everSupported: 0, everHint: 0, singleHint: 0 };
    const own = rates.byWorld[name];
    own.accounts++;
    let previous: TimingReport | null = null;
    let supported = false;
    let hint = false;
    for (let week = LOOKS - 1; week >= 0; week--) {
      previous = look(account, last - week * WEEK, previous);
      rates.looks++;
      if (previous.state === 'supported') {
        supported = true;
        rates.singleSupported++;
      }
      if (previous.state === 'supported' || previous.state === 'hint') {
        hint = true;
        rates.singleHint++;
        own.singleHint++;
      }
    }
    if (supported) {
      rates.everSupported++;
      own.everSupported++;
    }
    if (hint) {
      rates.everHint++;
      own.everHint++;
    }
  }
  return rates;
}

export interface PowerRates {
  accounts: number;
  supported: number;
  /** Of the accounts: some named window is truly worse than the usual times. */
  wrongSign: number;
  windows: number;
  /** Of all windows with at least five posts: the 80 % interval holds the truth. */
  covered: number;
  namedWindows: number;
  namedCovered: number;
  /** Mean true and promised log lift of named windows. */
  trueLift: number;
  promisedLift: number;
}

export function powerRates(
  accounts: number,
  options: WorldOptions,
  curve: (peak: number) => World['effect'] = dayCurve,
  firstSeed = 1,
): PowerRates {
  const rates: PowerRates = {
    accounts,
    supported: 0,
    wrongSign: 0,
    windows: 0,
    covered: 0,
    namedWindows: 0,
    namedCovered: 0,
    trueLift: 0,
    promisedLift: 0,
  };
  for (let i = 0; i < accounts; i++) {
    const account = world('plain', firstSeed + i, options, curve(options.peak));
    const now = Math.max(...account.posts.map(({ lastSeenAt }) => lastSeenAt));
    const report = look(account, now, null);
    if (report.state === 'supported') rates.supported++;
    const usual = meanEffect(account, () => true);
    let wrong = false;
    for (const window of report.windows) {
      if (window.posts < 5) continue;
      const truth = trueEffect(account, window) - usual;
      // As the creator reads it: a hint speaks of posts with their usual topics.
      const lift = window.withTopics ?? window.lift;
      const inside = Math.log1p(lift.low) <= truth && truth <= Math.log1p(lift.high);
      rates.windows++;
      if (inside) rates.covered++;
      if (window.recommended) {
        rates.namedWindows++;
        if (inside) rates.namedCovered++;
        rates.trueLift += truth;
        rates.promisedLift += Math.log1p(lift.median);
        if (truth < 0) wrong = true;
      }
    }
    if (wrong) rates.wrongSign++;
  }
  rates.trueLift /= Math.max(1, rates.namedWindows);
  rates.promisedLift /= Math.max(1, rates.namedWindows);
  return rates;
}

/**
 * An account whose good hours turn somewhat bad half-way: the names of windows that are recommended although newer posts there do worse than
 * the account's others, in truth.
 */
export function outlivedWindows(seed: number, options: WorldOptions): string[] {
  const account = world('plain', seed, options);
  const half = Math.floor(account.posts.length / 2);
  const turned: World = {
    ...account,
    posts: account.posts.map((known, i) => {
      const { weekday, hour } = localTime(Date.parse(known.post.publishedAt ?? ''), account.zone);
      const factor = i < half ? 1 : Math.exp(-1.4 * account.effect(weekday >= 5, hour));
      const snapshots = known.snapshots.map((snapshot) => {
        const value = Math.round((snapshot.metrics.views?.value ?? 0) * factor);
        return { ...snapshot, metrics: { views: { value, low: value, high: value, raw: String(value) } } };
      });
      return { ...known, snapshots };
    }),
  };
  const now = Math.max(...turned.posts.map(({ lastSeenAt }) => lastSeenAt));
  const newer: World = { ...turned, posts: turned.posts.slice(half) };
  const usual = meanEffect(newer, () => true);
  return look(turned, now, null)
    .windows.filter((window) => window.recommended && trueEffect(newer, window) - usual > 0)
    .map(({ days, startHour, endHour }) => `${days} ${startHour}–${endHour}`);
}

/** Mean true effect over the creator's own posts. */
function meanEffect({ posts, zone, effect }: World, include: (local: { weekday: number; hour: number }) => boolean): number {
  const effects = posts.flatMap(({ post }) => {
    const local = localTime(Date.parse(post.publishedAt ?? ''), zone);
    return include(local) ? [effect(local.weekday >= 5, local.hour)] : [];
  });
  return effects.reduce((a, b) => a + b, 0) / effects.length;
}

/** What posts in this window gain in truth. */
function trueEffect(account: World, window: TimingWindow): number {
  return meanEffect(account, (local) => contains(window, local));
}

export { bumpCurve, dayCurve };
