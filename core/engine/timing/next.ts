/** What to do next to learn more: which window to try, and how many posts it takes (step 7). */
import { type LocalTime, localTime } from '../../history/clock';
import type { Plan } from '../../plan/plan';
import type { Random } from '../../stats/random';
import type { Candidate } from './decide';
import { effectMean, effectSd } from './effect';
import type { Surface } from './surface';
import { contains, contrastOf, hoursOf, postsIn, type Usage, type WindowHours, WORTHWHILE } from './windows';

/** A window is planned for as if it were at least this good: else it would not be worth asking. */
const HOPED = Math.log(1.3);
/** One-sided 90 %. */
const CONFIDENCE = 1.28;
/** So many more posts can simply be made; beyond the second figure it is not worth it. */
const FEW = 12;
const MANY = 40;

/** Posts in the window until a lift of 30 % (or what is now believed, if more) could be told from 5 %. */
export function postsNeeded(mean: number, sd: number, residualSd: number): number {
  const target = (Math.max(mean, HOPED) - Math.log1p(WORTHWHILE)) / CONFIDENCE;
  if (sd <= target) return 0;
  return Math.ceil(residualSd * residualSd * (1 / (target * target) - 1 / (sd * sd)));
}

export interface NextWindow {
  window: WindowHours;
  posts: number;
  effort: 'few' | 'test' | 'tooMany';
}

/** How trying a window is kept from becoming a habit before it is known to be good. */
export interface Exploration {
  /** Of all posts, at most. */
  largestShare: number;
  /** The newest post was such a try already: the next one goes out at a usual time. */
  rest: boolean;
}

/** Null for hours that the creator uses as often as that anyway: posting there is no exploration. `newest`: local time of the newest post. */
export function explorationOf(
  window: WindowHours,
  usage: Usage,
  newest: LocalTime | null,
  largestShare: number,
): Exploration | null {
  const posts = usage.cells.reduce((sum, count) => sum + count, 0);
  if (postsIn(window, usage) >= largestShare * posts) return null;
  return { largestShare, rest: newest !== null && contains(window, newest) };
}

/** Whole hours of the day, `from` inclusive, `to` exclusive; across midnight when `to` is not larger. */
type HourRange = Plan['exploration']['possibleHours'];
const lies = (hour: number, { from, to }: HourRange) => (from < to ? hour >= from && hour < to : hour >= from || hour < to);
const LAST_MINUTE = 59 / 60;

/**
 * Whether the creator can post during the whole of an hour 0–23 of `zone`, the clock the windows are told by. `hours` are those of the
 * creator's day, by the clock of `home`: a platform may print another. `now` says how far the two are apart.
 */
export function possibleAt(hours: HourRange, zone: string, home: string, now: number): (hour: number) => boolean {
  const ahead = localTime(now, home).hour - localTime(now, zone).hour;
  return (hour) => [hour, hour + LAST_MINUTE].every((moment) => lies((moment + ahead + 48) % 24, hours));
}

/**
 * The window to try next, among hours that are possible for the creator: the best in one draw from what is believed (Thompson), so that
 * windows are tried as often as they may be the best. Null when every such window is known well enough.
 */
export function nextWindow(
  surface: Pick<Surface, 'draw'>,
  candidates: readonly Candidate[],
  usage: Usage,
  residualSd: number,
  possible: (hour: number) => boolean,
  random: Random,
): NextWindow | null {
  const drawn = surface.draw(random);
  let best: { next: NextWindow; value: number } | null = null;
  for (const { window, adjusted } of candidates) {
    if (!hoursOf(window).every(possible)) continue;
    const posts = postsNeeded(effectMean(adjusted), effectSd(adjusted), residualSd);
    if (posts === 0) continue;
    const value = drawn(contrastOf(window, usage));
    if (!best || value > best.value) {
      best = { next: { window, posts, effort: posts <= FEW ? 'few' : posts <= MANY ? 'test' : 'tooMany' }, value };
    }
  }
  return best?.next ?? null;
}
