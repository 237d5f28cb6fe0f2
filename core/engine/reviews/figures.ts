/** What happened in a period and in the one before: counted from posts, looks and the creator's records. Unknown is null. */
import { dayIn, startOfDay } from '../../history/clock';
import type { OutcomeName } from '../../history/outcome';
import type { KnownPost } from '../../model/post';
import type { AccountReading } from '../../model/reading';
import { median } from '../../stats/robust';
import { interactionSum } from '../goals/interactions';
import type { AccountFacts } from '../goals/series';
import type { PostFacts } from '../mix/facts';
import type { Period } from './periods';

const DAY = 86_400_000;
/** Days from the edge of a period within which a look stands for it; both days are told. */
const SLACK: Record<Period['kind'], number> = { daily: 0.5, weekly: 1, monthly: 4, quarterly: 7, yearly: 14 };
/** Where none is that near, looks at most so many days apart, one on either side of the edge, tell the count there. */
const LONGEST_GAP: Record<Period['kind'], number> = { daily: 1, weekly: 7, monthly: 10, quarterly: 10, yearly: 10 };
/** Figures are added up when at least this share of the posts shows them. */
const ENOUGH = 0.8;
/** Fewer posts have no typical figure. */
const FEWEST_TYPICAL = 5;
/** A post that makes this share of the views of several is named. */
const MOST_OF_IT = 0.5;

/** One account's posts of the period. Accounts are never mixed: a view here is not a view there. */
export interface AccountFigures {
  platform: string;
  account: string;
  posts: number;
  /** Sums over the posts of the period, to date; null when fewer than 80 % show them. */
  views: number | null;
  /** The post that made at least half of `views`, of three or more; null where none did. */
  biggest: { title: string; share: number } | null;
  interactions: number | null;
  /** Median of the comparable outcome of those old enough, of the unit with most of them, and how many. Null below five. */
  typical: number | null;
  /** What `typical` counts. */
  outcome: OutcomeName | null;
  mature: number;
  /** Day of the oldest post known of the account. */
  knownFrom: string | null;
}

export interface FollowerChange {
  account: string;
  platform: string;
  net: number;
  /** At the later end. */
  level: number;
  /** Days of the looks near the ends; the first or last day of the period where the count there lies between two looks. */
  from: string;
  to: string;
  /** For each end without a look near it, the days of the two looks that its count was worked out from. */
  between: (readonly [string, string])[];
}

export interface PeriodFigures {
  posts: number;
  /** Accounts with a post in the period. */
  accounts: AccountFigures[];
  /** Net change of followers from one end to the other, one line per account; none where an end is not known. */
  followers: FollowerChange[];
  /** Mean of the creator's own ratings (1–5) of these posts, and how many were rated. */
  rating: number | null;
  rated: number;
}

export interface ReviewSources {
  accounts: readonly AccountFacts[];
  posts: readonly KnownPost[];
  accountReadings: readonly AccountReading[];
  zone: string;
}

const newest = ({ mature, young }: PostFacts) => (mature ?? young)?.metrics;
const looksOf = (posts: readonly PostFacts[]) => posts.flatMap(({ mature, young }) => mature ?? young ?? []);
const viewsOf = (post: PostFacts) => {
  const metrics = newest(post);
  return metrics?.views ?? metrics?.reach ?? metrics?.impressions ?? null;
};
function sumOf(posts: readonly PostFacts[], of: (post: PostFacts) => number | null): number | null {
  const known = posts.flatMap((post) => of(post) ?? []);
  return known.length > 0 && known.length >= ENOUGH * posts.length ? known.reduce((a, b) => a + b, 0) : null;
}

export function periodFigures(period: Pick<Period, 'kind' | 'from' | 'to'>, sources: ReviewSources): PeriodFigures {
  const { accounts, zone } = sources;
  const inside = ({ posts }: AccountFacts) =>
    posts.filter(({ posted, publishedAt }) => {
      const day = posted && publishedAt !== null ? dayIn(publishedAt, zone) : '';
      return day >= period.from && day <= period.to;
    });
  const units = accounts.map((unit) => ({ name: `${unit.platform}|${unit.account}`, unit, posts: inside(unit) }));
  const names = [...new Set(units.filter(({ posts }) => posts.length > 0).map(({ name }) => name))].sort();
  const all = units.flatMap(({ posts }) => posts);
  const ratings = all.flatMap(({ labels: { rating } }) => {
    const own = [rating?.topic, rating?.script, rating?.making].filter((one) => one !== undefined);
    return own.length > 0 ? [own.reduce((a, b) => a + b, 0) / own.length] : [];
  });
  return {
    posts: all.length,
    accounts: names.map((name) =>
      accountFigures(
        units.filter((unit) => unit.name === name),
        zone,
      ),
    ),
    followers: followersOf(period, sources),
    rating: ratings.length > 0 ? ratings.reduce((a, b) => a + b, 0) / ratings.length : null,
    rated: ratings.length,
  };
}

function accountFigures(units: readonly { unit: AccountFacts; posts: PostFacts[] }[], zone: string): AccountFigures {
  const posts = units.flatMap((one) => one.posts);
  const most = units
    .map(({ unit, posts: own }) => ({ outcome: unit.outcome, values: own.flatMap(({ value }) => value ?? []) }))
    .sort((a, b) => b.values.length - a.values.length)[0];
  // The account's whole history says which parts are known, so that two periods are summed alike.
  const interactions = interactionSum(looksOf(units.flatMap(({ unit }) => unit.posts)));
  const days = units.flatMap(({ unit }) => unit.posts.flatMap(({ posted, publishedAt }) => (posted ? (publishedAt ?? []) : [])));
  const [first] = units;
  const views = sumOf(posts, viewsOf);
  const top = posts.reduce<PostFacts | null>(
    (most, post) => ((viewsOf(post) ?? 0) > (most ? (viewsOf(most) ?? 0) : 0) ? post : most),
    null,
  );
  const share = top && views ? (viewsOf(top) ?? 0) / views : 0;
  return {
    platform: first?.unit.platform ?? '',
    account: first?.unit.account ?? '',
    posts: posts.length,
    views,
    biggest: top && posts.length >= 3 && share >= MOST_OF_IT ? { title: top.title, share } : null,
    interactions: sumOf(posts, (post) => {
      const metrics = newest(post);
      return metrics ? interactions(metrics) : null;
    }),
    typical: most && most.values.length >= FEWEST_TYPICAL ? Math.expm1(median(most.values)) : null,
    outcome: most?.outcome ?? null,
    mature: most?.values.length ?? 0,
    knownFrom: days.length > 0 ? dayIn(Math.min(...days), zone) : null,
  };
}

function followersOf(
  period: Pick<Period, 'kind' | 'from' | 'to'>,
  { accountReadings, zone }: ReviewSources,
): PeriodFigures['followers'] {
  const [start, end] = [startOfDay(period.from, zone), startOfDay(period.to, zone) + DAY];
  const byAccount = new Map<string, AccountReading[]>();
  for (const reading of accountReadings) {
    if (!reading.metrics.followers) continue;
    const key = `${reading.platform}|${reading.account ?? ''}`;
    byAccount.set(key, [...(byAccount.get(key) ?? []), reading]);
  }
  const dayOf = (look: AccountReading) => dayIn(Date.parse(look.seenAt), zone);
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, looks]) => {
      const [first, last] = [countAt(start, looks, period.kind), countAt(end, looks, period.kind)];
      if (!first || !last || first.look === last.look) return [];
      return [
        {
          platform: last.look.platform,
          account: last.look.account ?? '',
          net: last.count - first.count,
          level: last.count,
          from: first.next ? period.from : dayOf(first.look),
          to: last.next ? period.to : dayOf(last.look),
          between: [first, last].flatMap(({ look, next }) => (next ? [[dayOf(look), dayOf(next)] as const] : [])),
        },
      ];
    });
}

const countOf = (look: AccountReading) => look.metrics.followers?.value ?? 0;

/** The count at a moment: that of the nearest look within the slack, else between `look` and `next`, the change spread evenly. */
function countAt(
  moment: number,
  looks: readonly AccountReading[],
  kind: Period['kind'],
): { count: number; look: AccountReading; next: AccountReading | null } | null {
  const timed = looks.map((look) => ({ look, at: Date.parse(look.seenAt) })).sort((a, b) => a.at - b.at);
  const before = timed.findLast(({ at }) => at <= moment);
  const after = timed.find(({ at }) => at > moment);
  const [nearest] = [before, after]
    .flatMap((one) => one ?? [])
    .filter(({ at }) => Math.abs(at - moment) <= SLACK[kind] * DAY)
    .sort((a, b) => Math.abs(a.at - moment) - Math.abs(b.at - moment));
  if (nearest) return { count: countOf(nearest.look), look: nearest.look, next: null };
  if (!before || !after || after.at - before.at > LONGEST_GAP[kind] * DAY) return null;
  const way = (moment - before.at) / (after.at - before.at);
  const count = Math.round(countOf(before.look) + way * (countOf(after.look) - countOf(before.look)));
  return { count, look: before.look, next: after.look };
}
