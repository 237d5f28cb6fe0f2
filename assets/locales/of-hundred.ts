/**
 * Shares of a whole (0–1) as whole numbers that add up to what the shares add up to: what rounding loses goes to the
 * largest remainders (Hamilton’s method).
 */
export function ofHundred(shares: readonly number[]): number[] {
  const exact = shares.map((share) => share * 100);
  const whole = exact.map(Math.floor);
  const lost = Math.round(exact.reduce((a, b) => a + b, 0)) - whole.reduce((a, b) => a + b, 0);
  const given = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, lost);
  for (const { i } of given) whole[i] = (whole[i] ?? 0) + 1;
  return whole;
}
