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
  /** At the later look. */
  level: number;
  from: string;
  to: string;
}

export interface PeriodFigures {
  posts: number;
  /** Accounts with a post in the period. */
  accounts: AccountFigures[];
  /** Net change of followers between looks near both ends, and the days of these looks, one line per account. */
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
  const edges = [startOfDay(period.from, zone), startOfDay(period.to, zone) + DAY] as const;
  const slack = SLACK[period.kind] * DAY;
  const byAccount = new Map<string, AccountReading[]>();
  for (const reading of accountReadings) {
    if (!reading.metrics.followers) continue;
    const key = `${reading.platform}|${reading.account ?? ''}`;
    byAccount.set(key, [...(byAccount.get(key) ?? []), reading]);
  }
  return [...byAccount]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, looks]) => {
      const near = (edge: number) =>
        looks
          .map((look) => ({ look, far: Math.abs(Date.parse(look.seenAt) - edge) }))
          .filter(({ far }) => far <= slack)
          .sort((a, b) => a.far - b.far)[0]?.look;
      const [first, last] = [near(edges[0]), near(edges[1])];
      if (!first || !last || first === last) return [];
      const level = last.metrics.followers?.value ?? 0;
      return [
        {
          platform: last.platform,
          account: last.account ?? '',
          net: level - (first.metrics.followers?.value ?? 0),
          level,
          from: dayIn(Date.parse(first.seenAt), zone),
          to: dayIn(Date.parse(last.seenAt), zone),
        },
      ];
    });
}
