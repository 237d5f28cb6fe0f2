/**
 * The lean: the hours to choose when there is no other reason to choose. It foretells how the creator's next posts do when made as
 * usual, so topics that always go out at an hour count with it; the verdict takes them out. A default, never a finding.
 */
import { dot } from '../../stats/linear';
import type { Effect } from './effect';
import type { Surface } from './surface';
import { HOURS } from './week-basis';
import { contrastOf, postsIn, type Usage, type WindowHours, windowAt } from './windows';

export const FEWEST_FOR_LEAN = 20;
/** A window that was hardly used says little about the next posts, and the few there are often came of one day's events. */
const FEWEST_INSIDE = 5;
const SMALLEST_SHARE = 0.08;

export interface Lean {
  window: WindowHours;
  effect: Effect;
}

/**
 * Three adjacent hours, on all days or on weekdays or weekends alone, with the best shrunken mean among those that hold at least five
 * posts and a twelfth of all (or that were used most, where none is). Null below 20 posts.
 */
export function leanOf(surface: Surface, posts: number, usage: Usage): Lean | null {
  if (posts < FEWEST_FOR_LEAN) return null;
  const candidates = (['all', 'weekday', 'weekend'] as const).flatMap((days) =>
    Array.from({ length: HOURS }, (_, start) => {
      const window = windowAt(days, start);
      return { window, posts: postsIn(window, usage) };
    }),
  );
  const most = Math.max(...candidates.map((candidate) => candidate.posts));
  const enough = Math.min(most, Math.max(FEWEST_INSIDE, SMALLEST_SHARE * posts));
  let best: { window: WindowHours; mean: number } | null = null;
  for (const { window, posts: inside } of candidates) {
    if (inside < enough) continue;
    const mean = dot(surface.expected, contrastOf(window, usage));
    if (!best || mean > best.mean + 1e-9) best = { window, mean };
  }
  return best && { window: best.window, effect: surface.effect(contrastOf(best.window, usage)) };
}
