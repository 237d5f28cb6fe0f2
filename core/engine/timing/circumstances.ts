/** What was going on around a post and could pass for an effect of its hour: festivals, and how many followed the account then. */
import type { ComparablePost } from '../../history/comparable';
import type { AccountReading } from '../../model/reading';
import { quantileSorted } from '../../stats/robust';
import { majorSeasons, marketsOf } from '../season/calendar';
import type { Unit } from '../units';
import { aboveLevel } from './level';
import type { Column } from './nuisance';

/** A festival moves the log outcome by this much, before seeing data. */
const HOLIDAY_SD = 0.5;
/** Reach in proportion to followers would be a coefficient of one. */
const FOLLOWERS_SD = 1;
const FEWEST_LOOKS = 3;
/** Posts made between the first and the last look at the followers. */
const ENOUGH = 0.8;
/** A flag that singles out fewer posts than this says nothing. */
const FEWEST_POSTS = 2;

/** `posts`: oldest first. Nothing is assumed of what was not seen. */
export function circumstances(
  posts: readonly ComparablePost[],
  unit: Pick<Unit, 'platform' | 'account' | 'zone'>,
  accountReadings: readonly AccountReading[],
): Column[] {
  return [holidays(posts, unit), followers(posts, unit, accountReadings)].filter((column) => column !== null);
}

/** Days of a major festival of the market. A zone of a fixed offset names no country, so it has no festivals. */
function holidays(posts: readonly ComparablePost[], { platform, zone }: Pick<Unit, 'platform' | 'zone'>): Column | null {
  if (/^(UTC|GMT|Etc\/.*)$/.test(zone)) return null;
  const seasons = majorSeasons(
    posts.map(({ local }) => local.day),
    marketsOf(platform, zone),
  );
  const values = Float64Array.from(seasons, (season) => Number(season !== null));
  const inside = values.reduce((sum, value) => sum + value, 0);
  if (inside < FEWEST_POSTS || posts.length - inside < FEWEST_POSTS) return null;
  return { name: 'holiday', values, priorSd: HOLIDAY_SD };
}

/**
 * ln followers when each post went out, between two looks by straight line in ln. The account's level already follows slow growth,
 * so only what is left above the followers' own level counts. Posts outside of the looks get none of it.
 */
function followers(
  posts: readonly ComparablePost[],
  { platform, account }: Pick<Unit, 'platform' | 'account'>,
  readings: readonly AccountReading[],
): Column | null {
  const looks = readings
    .flatMap(({ platform: on, account: of, metrics, seenAt }) =>
      on === platform && (of ?? '') === account && metrics.followers
        ? [{ at: Date.parse(seenAt), log: Math.log1p(metrics.followers.value) }]
        : [],
    )
    .sort((a, b) => a.at - b.at || a.log - b.log);
  if (looks.length < FEWEST_LOOKS) return null;
  const known = posts.flatMap(({ publishedAt }, row) => {
    const log = between(looks, publishedAt);
    return log === null ? [] : [{ row, log }];
  });
  if (known.length < ENOUGH * posts.length) return null;
  const above = aboveLevel(known.map(({ log }) => log));
  const values = new Float64Array(posts.length);
  known.forEach(({ row }, i) => {
    values[row] = above[i] as number;
  });
  const sizes = above.map(Math.abs).sort();
  return quantileSorted(sizes, 0.9) > 1e-3 ? { name: 'followers', values, priorSd: FOLLOWERS_SD } : null;
}

function between(looks: readonly { at: number; log: number }[], at: number): number | null {
  let low = 0;
  let high = looks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((looks[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [looks[low - 1], looks[low]];
  if (!after) return null;
  if (!before) return after.at === at ? after.log : null;
  return before.log + ((after.log - before.log) * (at - before.at)) / Math.max(1, after.at - before.at);
}
