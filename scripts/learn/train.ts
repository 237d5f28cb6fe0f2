/** Learning for `core/engine/compliance/likeness.ts`: logistic loss, stochastic steps scaled as in AdaGrad (Duchi, Hazan, Singer 2011). */
import type { Learnt } from '../../assets/rules/types';
import { SCALE } from '../../core/engine/compliance/likeness';
import { eachBucket, type Units, unitsOf } from '../../core/engine/compliance/units';
import { normalDraw, seeded, shuffle } from '../../core/stats/random';
import { SETTINGS } from './settings';

/** A sentence to learn from: 1 breaks the rule, 0 does not, −1 is not known. */
export interface Example {
  text: string;
  breaks: Int8Array;
}
export interface Shape {
  buckets: number;
  dims: number;
}

const { rounds, rate: RATE, breaks: BREAKS, leftOut, largest } = SETTINGS;

export function learn(
  examples: readonly Example[],
  rules: readonly string[],
  { buckets, dims }: Shape,
): Omit<Learnt, 'sentences' | 'from' | 'unseen'> {
  const random = seeded(1);
  const draw = (count: number) => Float64Array.from({ length: count }, () => normalDraw(random) * 0.1);
  const count = rules.length;
  const table = draw(buckets * dims);
  const weights = draw(count * dims);
  const bias = new Float64Array(count).fill(-4);
  const tableSteps = new Float64Array(buckets * dims).fill(1e-3);
  const weightSteps = new Float64Array(count * dims).fill(1e-2);
  const all = examples.map(({ text, breaks }) => ({ buckets: bucketsIn(unitsOf(text), buckets - 1), breaks }));
  const order = all.map((_, i) => i);
  const middle = new Float64Array(dims);
  const back = new Float64Array(dims);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    const rate = RATE * (1 - round / rounds);
    for (const i of order) {
      const example = all[i] as (typeof all)[number];
      const some = example.buckets.filter(() => random() >= leftOut);
      if (some.length === 0) continue;
      const over = SCALE / Math.sqrt(some.length + 1);
      middle.fill(0);
      back.fill(0);
      for (const bucket of some) for (let d = 0; d < dims; d++) middle[d] = at(middle, d) + at(table, bucket * dims + d) * over;
      for (let r = 0; r < count; r++) {
        const truth = example.breaks[r] as number;
        if (truth < 0) continue;
        let odds = at(bias, r);
        for (let d = 0; d < dims; d++) odds += at(middle, d) * at(weights, r * dims + d);
        const wrong = (1 / (1 + Math.exp(-odds)) - truth) * (truth > 0 ? BREAKS : 1);
        bias[r] = at(bias, r) - 0.02 * wrong;
        for (let d = 0; d < dims; d++) {
          const w = r * dims + d;
          back[d] = at(back, d) + at(weights, w) * wrong;
          const slope = at(middle, d) * wrong;
          weightSteps[w] = at(weightSteps, w) + slope * slope;
          weights[w] = at(weights, w) - (rate * slope) / Math.sqrt(at(weightSteps, w));
        }
      }
      for (const bucket of some)
        for (let d = 0; d < dims; d++) {
          const t = bucket * dims + d;
          const slope = at(back, d) * over;
          tableSteps[t] = at(tableSteps, t) + slope * slope;
          table[t] = at(table, t) - (rate * slope) / Math.sqrt(at(tableSteps, t));
        }
    }
  }
  const sizes = Float64Array.from(table, Math.abs).sort();
  const step = at(sizes, Math.floor(sizes.length * 0.99)) / largest;
  const letters = Array.from(table, (one) =>
    String.fromCharCode(104 + Math.max(-largest, Math.min(largest, Math.round(one / step)))),
  );
  return {
    buckets,
    dims,
    table: letters.join(''),
    step: rounded(step, 5),
    rules,
    weights: Array.from(weights, (one) => rounded(one, 2)),
    bias: Array.from(bias, (one) => rounded(one, 2)),
  };
}

const at = (list: Float64Array, i: number) => list[i] as number;
const rounded = (value: number, digits: number) => Number(value.toFixed(digits)) + 0;

function bucketsIn(units: Units, mask: number): number[] {
  const all: number[] = [];
  if (units.says.length > 0) eachBucket(units, 0, units.says.length, mask, (bucket) => all.push(bucket));
  return all;
}
