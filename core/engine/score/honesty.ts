/** Has the score predicted anything for this creator? Said either way. */
import type { Honesty } from '../../model/report-parts';
import { normalQuantile } from '../../stats/distributions';
import { spearman } from '../../stats/robust';
import { whyOf } from '../mix/adherence/window';
import { percentileOn, scaleOf } from './percentile';
import type { ScoreTexts } from './texts';

const FEWEST_POSTS = 12;
/** Standard error of Fisher's z of a rank correlation (Fieller, Hartley and Pearson 1957). */
const RANK_FACTOR = 1.03;

/** `pairs`: score at 24 hours, final outcome (log), order of publishing. The outcome is compared without its trend. */
export function honestyOf(
  pairs: readonly { post: number; early: number; final: number; place: number }[],
  words: ScoreTexts,
): Honesty {
  const n = pairs.length;
  const why = whyOf('score.honesty', { posts: pairs.map(({ post }) => post), have: n, need: FEWEST_POSTS });
  const scale = scaleOf(
    pairs.map(({ final }) => final),
    pairs.map(({ place }) => place),
  );
  const correlation =
    n < FEWEST_POSTS
      ? Number.NaN
      : spearman(
          pairs.map(({ early }) => early),
          pairs.map(({ final, place }) => percentileOn(scale, final, place)),
        );
  if (Number.isNaN(correlation)) {
    why.missing.push(words.missingYoung(n, FEWEST_POSTS));
    return { correlation: { value: null, why }, predictive: null, statement: words.honestyUnknown };
  }
  const z = Math.atanh(Math.max(-0.999, Math.min(0.999, correlation)));
  const half = (normalQuantile(0.975) * RANK_FACTOR) / Math.sqrt(n - 3);
  const interval = { value: correlation, low: Math.tanh(z - half), high: Math.tanh(z + half) };
  const predictive = interval.low > 0;
  return {
    correlation: { value: interval, why },
    predictive,
    statement: predictive ? words.honestyGood(n) : words.honestyBad(n),
  };
}
