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
  const random = seeded(seed);
  const ranks = ranked.map(() => new Uint16Array(DRAWS));
  const values = new Float64Array(n);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = SCORE_PARTS.map((part) => (weights[part] > 0 ? gammaDraw(CONCENTRATION * weights[part], random) : 0));
    ranked.forEach(({ parts }, i) => {
      let sum = 0;
      let total = 0;
      SCORE_PARTS.forEach((part, k) => {
        const value = parts[part];
        if (value === null) return;
        sum += (drawn[k] ?? 0) * value;
        total += drawn[k] ?? 0;
      });
      values[i] = total > 0 ? sum / total : 0;
    });
    const sorted = values.slice().sort();
    ranks.forEach((list, i) => {
      // 1 is best: one more than the posts that score higher.
      list[draw] = n - firstAtLeast(sorted, (values[i] ?? 0) + 1e-9) + 1;
    });
  }
  ranked.forEach((post, i) => {
    const sorted = ranks[i]?.sort() ?? new Uint16Array();
    post.rank = [sorted[Math.floor(0.1 * DRAWS)] ?? 1, sorted[Math.ceil(0.9 * DRAWS) - 1] ?? n];
  });
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
