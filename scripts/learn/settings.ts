/** What `npm run learn` is done with. The table depends on it: the stamp of what was learnt says so. */

import { SCALE } from '../../core/engine/compliance/likeness';
import { eachBucket, partsOf, saysEnough, unitsOf } from '../../core/engine/compliance/units';
import { hashText } from '../../core/stats/random';
import type { Sentence } from '../../test/unit/engine/compliance/sentences';

export const SETTINGS = {
  /** A rule needs so many sentences that break it to be learnt. */
  fewest: 25,
  /** How a text is written, single words that are listed, and labels that are not there have nothing that could be resembled. */
  notLearnt: '^(?:CN-HOMO$|TECH-|CN-AD-ABS$|US-DISC-MISSING$)',
  /** No rule speaks below these log odds. In China more is asked: news headlines share their words with what breaks a rule. */
  from: { china: 1.2, abroad: 0 },
  /** Files of ordinary texts that only look as if. No rule may flag one that it was not learnt from. */
  ordinary: '^n-',
  parts: 4,
  /** Lines that stand together, often of one writer about one rule, stay in one part. */
  block: 25,
  shapes: { china: { buckets: 8192, dims: 16 }, abroad: { buckets: 8192, dims: 8 } },
  rounds: 20,
  rate: 0.1,
  /** A sentence that breaks a rule counts as so many. */
  breaks: 2,
  /** Share of the vectors that a step leaves out: no single character may decide. */
  leftOut: 0.2,
  /** Few steps pack well; the hundredth part that is larger is cut off. */
  largest: 2,
} as const;

/** A number for all that was learnt from: the sentences with their marks and places, the settings, and how texts are cut. */
export function stampOf(list: readonly Sentence[]): string {
  let hash = hashText(JSON.stringify([SETTINGS, SCALE]));
  for (const { at, kind, rule, platform, ctx, alsoFine, text } of list) {
    const lower = text.toLowerCase();
    const units = unitsOf(lower);
    hash = hashText(JSON.stringify([at, kind, rule, platform, ctx, alsoFine, text]), hash);
    for (const [from, until] of partsOf(lower, units)) {
      hash = (hash * 2 + Number(saysEnough(lower, units, from, until))) % 0x80000000;
      eachBucket(units, from, until, 0xffff, (bucket) => {
        hash = (Math.imul(hash, 31) + bucket) >>> 0;
      });
    }
  }
  return hash.toString(36);
}
