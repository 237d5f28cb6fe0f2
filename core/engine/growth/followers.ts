/** Followers: their history, and which part of their growth came without paying (D6). */
import type { Followers, NaturalShare, Shown } from '../../model/report-parts';
import type { Plan } from '../../plan/plan';
import { seeded } from '../../stats/random';
import { median, quantile } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import { type Account, DAY_MS, isoDay, newest } from './account';
import type { GrowthTexts } from './texts';
import { sourcesOf } from './traffic';

const PERIOD_DAYS = 28;
const SHORTEST_DAYS = 7;
const LONGEST_DAYS = 42;

interface Level {
  at: number;
  value: number;
  low: number;
  high: number;
}

/** One level a day (UTC), the last look of the day. */
export function followerLevels({ readings }: Account): Level[] {
  const byDay = new Map<string, Level>();
  for (const { metrics, seenAt } of readings) {
    const figure = metrics.followers;
    if (figure)
      byDay.set(seenAt.slice(0, 10), { at: Date.parse(seenAt), value: figure.value, low: figure.low, high: figure.high });
  }
  return [...byDay.values()].sort((a, b) => a.at - b.at);
}

export function followersOf(account: Account, words: GrowthTexts): Followers {
  const levels = followerLevels(account);
  const last = levels.at(-1);
  const start = last && before(levels, last.at);
  const why = whyOf('growth.followers', { have: levels.length, need: 2 });
  const history = levels.map(({ at, value, low, high }) => ({ at: new Date(at).toISOString(), value, low, high }));
  if (!last || !start) {
    why.missing.push(words.missingFollowers(levels.length));
    // Two looks a day apart are not two looks a week apart.
    why.need = Math.max(why.need, levels.length + 1);
    return { history, net28: { value: null, why }, statement: words.followersUnknown };
  }
  const net = last.value - start.value;
  why.inputs = { first: start.value, last: last.value };
  const rounding = (last.high - last.low + start.high - start.low) / 2;
  if (rounding > 0 && Math.abs(net) < rounding) {
    why.missing.push(words.missingRounded);
    return { history, net28: { value: null, why }, statement: words.followersUnknown };
  }
  const value = { net, share: start.value > 0 ? net / start.value : 0, from: isoDay(start.at), to: isoDay(last.at) };
  return { history, net28: { value, why }, statement: words.followers(value.net, value.share, value.from, value.to) };
}

/** The look nearest to 28 days earlier, between one and six weeks. */
function before(levels: readonly Level[], at: number): Level | undefined {
  const far = (level: Level) => Math.abs(at - level.at - PERIOD_DAYS * DAY_MS);
  return levels
    .filter((level) => at - level.at >= SHORTEST_DAYS * DAY_MS && at - level.at <= LONGEST_DAYS * DAY_MS)
    .sort((a, b) => far(a) - far(b))[0];
}

const WINDOW = { days: 90, posts: 50 };
const FEWEST_POSTS = 10;
const ENOUGH = 0.8;

type NaturalPart = Shown<NaturalShare> & { statement: string };

/** As the platform states it; else from what promoted posts gained; else from what promotion days gained beyond their weekday's usual. */
export function naturalOf(account: Account, plan: Plan, seed: number, words: GrowthTexts): NaturalPart {
  const target = plan.smallestNaturalShare;
  const make = (
    method: NaturalShare['method'],
    share: number,
    low: number,
    high: number,
    why: NaturalPart['why'],
  ): NaturalPart => ({
    value: { method, share, low, high, target, below: high < target },
    why,
    statement: words.natural(share, low, high, target, method),
  });
  const sources = sourcesOf(account);
  if (sources && sources.paid !== null) {
    const share = Math.min(1, Math.max(0, 1 - sources.paid));
    return make(
      'sources',
      share,
      share,
      share,
      whyOf('growth.natural', { inputs: { paid: sources.paid, method: 'sources' }, have: 1, need: 1 }),
    );
  }
  const window = newest(account.posts, WINDOW.days, WINDOW.posts);
  const marked = account.posts.some(({ labels }) => labels.boosted !== undefined);
  const gains = window.flatMap((post) => {
    const gained = (post.mature ?? post.young)?.metrics.followersGained;
    return gained === undefined ? [] : { post, gained };
  });
  const why = whyOf('growth.natural', {
    posts: gains.map(({ post }) => post.index),
    have: gains.length,
    need: Math.max(FEWEST_POSTS, Math.ceil(ENOUGH * window.length)),
  });
  const all = gains.reduce((sum, { gained }) => sum + gained, 0);
  if (marked && gains.length >= why.need && all > 0) {
    const paid = gains.reduce((sum, { post, gained }) => sum + (post.labels.boosted ? gained : 0), 0);
    why.inputs = { method: 'posts', paid, all };
    return make('posts', 1 - paid / all, 1 - paid / all, 1 - paid / all, why);
  }
  const baseline = marked ? fromBaseline(account, seed) : null;
  if (baseline) {
    const days = whyOf('growth.natural', {
      inputs: { method: 'baseline', days: baseline.days },
      have: baseline.days,
      need: BASELINE.days,
    });
    return make('baseline', baseline.share, baseline.low, baseline.high, days);
  }
  why.missing.push(marked ? words.missingGained : words.missingBoosted);
  // A page that was seen and names no paid part has nothing more to say.
  if (!sources) why.missing.push(words.missingSources);
  return { value: null, why, statement: words.naturalUnknown };
}

const BASELINE = { days: 42, hoursApart: 36, after: 2, draws: 400, block: 7 };

interface Day {
  day: number;
  gained: number;
  promoted: boolean;
}

/** Follower gain by day beyond the same weekday's median on days without promotion. Null without six weeks of such days. */
function fromBaseline(account: Account, seed: number): { share: number; low: number; high: number; days: number } | null {
  const levels = followerLevels(account);
  const promoted = new Set<number>();
  for (const { labels, publishedAt } of account.posts) {
    if (labels.boosted) for (let d = 0; d <= BASELINE.after; d++) promoted.add(Math.floor(publishedAt / DAY_MS) + d);
  }
  const days: Day[] = levels.slice(1).flatMap((level, i) => {
    const earlier = levels[i];
    if (!earlier || level.at - earlier.at > BASELINE.hoursApart * 3_600_000) return [];
    const day = Math.floor(level.at / DAY_MS);
    return { day, gained: Math.max(0, level.value - earlier.value), promoted: promoted.has(day) };
  });
  const plain = days.filter((day) => !day.promoted);
  if (plain.length < BASELINE.days || plain.length === days.length) return null;
  const shareOf = (sample: readonly Day[]): number => {
    const usual = Array.from({ length: 7 }, (_, weekday) =>
      median(sample.filter((day) => !day.promoted && day.day % 7 === weekday).map(({ gained }) => gained)),
    );
    let excess = 0;
    let all = 0;
    for (const { day, gained, promoted: paid } of sample) {
      all += gained;
      const expected = usual[day % 7] ?? Number.NaN;
      if (paid && !Number.isNaN(expected)) excess += Math.max(0, gained - expected);
    }
    return all > 0 ? 1 - excess / all : Number.NaN;
  };
  const share = shareOf(days);
  if (Number.isNaN(share)) return null;
  const random = seeded(seed);
  const draws: number[] = [];
  for (let draw = 0; draw < BASELINE.draws; draw++) {
    const sample: Day[] = [];
    while (sample.length < days.length) {
      const from = Math.floor(random() * days.length);
      sample.push(...days.slice(from, from + BASELINE.block));
    }
    const drawn = shareOf(sample);
    if (!Number.isNaN(drawn)) draws.push(drawn);
  }
  return { share, low: quantile(draws, 0.1), high: quantile(draws, 0.9), days: plain.length };
}

/** The follower count nearest to `at`, within `slackDays`. */
export function levelNear(account: Account, at: number, slackDays: number): Level | undefined {
  return followerLevels(account)
    .filter((level) => Math.abs(level.at - at) <= slackDays * DAY_MS)
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
}

/** Followers gained in a period, between looks within `slackDays` of its ends. Null where either end was not looked at. */
export function netBetween(account: Account, from: number, to: number, slackDays: number): { net: number } | null {
  const start = levelNear(account, from, slackDays);
  const end = levelNear(account, to, slackDays);
  if (!start || !end || start === end) return null;
  const rounding = (end.high - end.low + start.high - start.low) / 2;
  const net = end.value - start.value;
  return rounding > 0 && Math.abs(net) < rounding ? null : { net };
}
