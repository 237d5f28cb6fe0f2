/**
 * Where a value lies on a chart. As d3-scale would have it, whose interpolators, colours and formats (9 kB) no chart here needs; the
 * test holds both side by side.
 */

type Pair = readonly [from: number, to: number];

/** `domain` onto `range`, straight. */
export function linear([low, high]: Pair, [near, far]: Pair): (value: number) => number {
  return (value) => near + ((value - low) / (high - low)) * (far - near);
}

/** 1, 2, 5 or 10 times a power of ten, so that zero to `most` holds about `count` steps of it. Bounds between them: geometric means. */
function stepOf(most: number, count: number): number {
  const rough = most / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return power * (share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.SQRT2 ? 2 : 1);
}

/** Without the last digits' noise (3 × 0.2). */
const clean = (value: number) => Number(value.toPrecision(12));

/** The next round value from `most` (above 0) on, by steps of which zero to it holds about `count`. */
export function roundUp(most: number, count: number): number {
  const step = stepOf(most, count);
  const top = clean(Math.ceil(clean(most / step)) * step);
  return stepOf(top, count) === step ? top : roundUp(top, count);
}

/** About `count` round values from zero to `most` (above 0). */
export function ticks(most: number, count: number): number[] {
  const step = stepOf(most, count);
  return Array.from({ length: Math.floor(clean(most / step)) + 1 }, (_, times) => clean(times * step));
}

export interface Bands<T> {
  /** Where the band begins. */
  at: (name: T) => number;
  width: number;
  /** From one beginning to the next. */
  step: number;
}

/** Bands side by side over `range`; `gap`: the share of a step that stays free between two. */
export function bands<T>(names: readonly T[], [from, to]: Pair, gap: number): Bands<T> {
  const step = (to - from) / Math.max(1, names.length - gap);
  // A single band takes less than its step: it stands in the middle.
  const first = (from + to - step * (names.length - gap)) / 2;
  const places = new Map(names.map((name, index) => [name, first + step * index]));
  return { at: (name) => places.get(name) ?? first, width: step * (1 - gap), step };
}
