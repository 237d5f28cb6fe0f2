/** Interactions of posts that are added up: an absent part is unknown, never nothing. */
import type { Look } from '../mix/facts';

const PARTS = ['likes', 'comments', 'saves', 'shares', 'reposts'] as const;
/** A part that fewer posts show is left out for all of them. */
const ENOUGH = 0.8;

/**
 * How to sum one post's interactions, so that all of `looks` are summed alike: the page's own total where most show it, else the
 * parts that most show. The sum is null for a post that lacks one of these.
 */
export function interactionSum(looks: readonly Look[]): (metrics: Look['metrics']) => number | null {
  const shown = (name: keyof Look['metrics']) =>
    looks.length > 0 && looks.filter(({ metrics }) => metrics[name] !== undefined).length >= ENOUGH * looks.length;
  if (shown('interactions')) return (metrics) => metrics.interactions ?? null;
  const parts = PARTS.filter(shown);
  return (metrics) => {
    let sum = 0;
    for (const name of parts) {
      const value = metrics[name];
      if (value === undefined) return null;
      sum += value;
    }
    return parts.length > 0 ? sum : null;
  };
}
