/** Ranks and bands: where a score stands among the account's own, and how firmly. */
import { BANDS, type Band, type PostScore, SCORE_PARTS, type ScorePart } from '../../model/report-parts';
import { gammaDraw, seeded } from '../../stats/random';
import { firstAtLeast } from './percentile';

const RANKED = 100;
const DRAWS = 200;
/** How firmly the weights are held when they are varied. */
const CONCENTRATION = 100;

/** Ranks of the newest posts when the weights vary (Dirichlet around the chosen ones): 80 % of 200 draws (OECD/JRC handbook, 2008). */
export function rankAll(scores: readonly PostScore[], weights: Record<ScorePart, number>, seed: number): void {
  const ranked = scores.filter(({ score }) => score !== null).slice(-RANKED);
  const n = ranked.length;
  if (n < 2) return;
  const width = SCORE_PARTS.length;
  const parts = Float64Array.from(ranked.flatMap((post) => SCORE_PARTS.map((part) => post.parts[part] ?? Number.NaN)));
  const drawn = drawnWeights(weights, seed);
  const values = new Float64Array(n);
  /** Lowest first. Weights are drawn near the chosen ones, so the order of the last draw is nearly that of the next. */
  const order = Int32Array.from(ranked, (_, i) => i);
  /** Of each post how often it came to each rank, 1 to n. */
  const times = new Uint16Array(n * (n + 1));
  for (let from = 0; from < drawn.length; from += width) {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      let total = 0;
      for (let k = 0; k < width; k++) {
        const value = parts[i * width + k] as number;
        if (Number.isNaN(value)) continue;
        sum += (drawn[from + k] as number) * value;
        total += drawn[from + k] as number;
      }
      values[i] = total > 0 ? sum / total : 0;
    }
    putInOrder(order, values);
    for (let place = 0, higher = 0; place < n; place++) {
      const i = order[place] as number;
      const level = (values[i] as number) + 1e-9;
      while (higher < n && (values[order[higher] as number] as number) < level) higher++;
      // 1 is best: one more than the posts that score higher.
      const rank = n - higher + 1;
      times[i * (n + 1) + rank] = (times[i * (n + 1) + rank] as number) + 1;
    }
  }
  ranked.forEach((post, i) => {
    const own = times.subarray(i * (n + 1), (i + 1) * (n + 1));
    post.rank = [rankAt(own, Math.floor(0.1 * DRAWS)), rankAt(own, Math.ceil(0.9 * DRAWS) - 1)];
  });
}

/** Sorts `order` by the values it points to, by moving each to its place: little to do where it nearly is in order. */
function putInOrder(order: Int32Array, values: Float64Array): void {
  for (let k = 1; k < order.length; k++) {
    const own = order[k] as number;
    const value = values[own] as number;
    let at = k;
    for (; at > 0 && (values[order[at - 1] as number] as number) > value; at--) order[at] = order[at - 1] as number;
    order[at] = own;
  }
}

/** Weights of all draws one after the other, not brought to a sum: the same for all units. */
let lastDrawn: { name: string; drawn: Float64Array } | null = null;

function drawnWeights(weights: Record<ScorePart, number>, seed: number): Float64Array {
  const name = JSON.stringify([weights, seed]);
  if (lastDrawn?.name === name) return lastDrawn.drawn;
  const random = seeded(seed);
  const drawn = new Float64Array(DRAWS * SCORE_PARTS.length);
  for (let at = 0; at < drawn.length; at++) {
    const weight = weights[SCORE_PARTS[at % SCORE_PARTS.length] as ScorePart];
    drawn[at] = weight > 0 ? gammaDraw(CONCENTRATION * weight, random) : 0;
  }
  lastDrawn = { name, drawn };
  return drawn;
}

/** The rank of the draw that stands at `place` when all draws are put in order. `times`: how often each rank came. */
function rankAt(times: Uint16Array, place: number): number {
  let before = 0;
  for (let rank = 0; rank < times.length; rank++) {
    before += times[rank] as number;
    if (before > place) return rank;
  }
  return times.length - 1;
}

/** Shares of the reference posts up to which each band reaches. */
const BAND_ENDS: readonly [Band, number][] = [
  ['bottom', 0.2],
  ['lower', 0.3],
  ['typical', 0.7],
  ['upper', 0.8],
  ['top', 1],
];

export function setBands(scores: readonly PostScore[], references: number): void {
  const sorted = Float64Array.from(scores.slice(0, references).flatMap(({ score }) => score ?? [])).sort();
  if (sorted.length === 0) return;
  const bandOf = (value: number): number => {
    const share = (firstAtLeast(sorted, value - 1e-9) + firstAtLeast(sorted, value + 1e-9)) / 2 / sorted.length;
    return BAND_ENDS.findIndex(([, end]) => share < end || end === 1);
  };
  for (const post of scores) {
    if (post.score === null || post.low === null || post.high === null) continue;
    const own = bandOf(post.score);
    const [low, high] = [bandOf(post.low), bandOf(post.high)];
    // The interval may reach into both neighbours; the nearer one is named.
    const down = own - low > 0 && (high === own || post.score - post.low > post.high - post.score);
    const other = down ? own - 1 : high > own ? own + 1 : own;
    const names = own === other ? [own] : [Math.min(own, other), Math.max(own, other)];
    post.bands = names.map((index) => BANDS[index] ?? 'typical');
  }
}
