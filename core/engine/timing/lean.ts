/**
 * The lean: the hours to choose when there is no other reason to choose. It foretells how the creator's next posts do when made as
 * usual, so topics that always go out at an hour count with it; the verdict takes them out. A default, never a finding.
 */
import { type Effect, effectMean, type Surface } from './surface';
import { HOURS } from './week-basis';
import { contrastOf, postsIn, type Usage, type WindowHours, windowAt } from './windows';

export const FEWEST_FOR_LEAN = 20;
/** A window nobody used says nothing about the next posts. */
const FEWEST_INSIDE = 5;
/** Weekdays or weekends alone must promise this much more than the same hours on all days. */
const SPLIT_MARGIN = 0.15;

export interface Lean {
  window: WindowHours;
  effect: Effect;
}

/** Three adjacent hours with the best shrunken mean among those used at least five times (or most often, where none is). */
export function leanOf(surface: Surface, posts: number, usage: Usage): Lean | null {
  if (posts < FEWEST_FOR_LEAN) return null;
  const candidates = (['all', 'weekday', 'weekend'] as const).flatMap((days) =>
    Array.from({ length: HOURS }, (_, start) => {
      const window = windowAt(days, start);
      return { window, posts: postsIn(window, usage) };
    }),
  );
  const most = Math.max(...candidates.map((candidate) => candidate.posts));
  let best: { lean: Lean; score: number } | null = null;
  for (const { window, posts: inside } of candidates) {
    if (inside < Math.min(FEWEST_INSIDE, most)) continue;
    const effect = surface.effect(contrastOf(window, usage));
    const mean = effectMean(effect);
    const score = window.days === 'all' ? mean : mean - SPLIT_MARGIN * Math.abs(mean);
    if (!best || score > best.score + 1e-9) best = { lean: { window, effect }, score };
  }
  return best?.lean ?? null;
}
