/** How large a difference a test of so many posts can show. */

/** 80 % power at 5 % two-sided: 1.96 + 0.84. */
const POWER = 2.8;

/**
 * The lift (0.3 for +30 %) that a test of `posts` posts, half at each time, shows in four of five cases; `spread`: the factor by which
 * posts vary for other reasons. From n per arm = 2·2.8²·σ²/ln(1 + lift)², σ = ln(spread).
 */
export function detectableLift(posts: number, spread: number): number {
  return Math.expm1((POWER * Math.log(spread) * 2) / Math.sqrt(posts));
}
