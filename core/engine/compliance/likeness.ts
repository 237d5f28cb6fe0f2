/**
 * The layer beside the rules' own words: how much a text resembles sentences that break a rule. Lists cannot hold every way to say a
 * thing; this one has learnt from the labelled sentences of the tests which characters and words, alone and side by side, go with
 * which rule. It is silent where an exemption of the rule holds, asks for far more where one of its conditions speaks against it, never
 * says more than yellow, and the message tells how the finding came about.
 *
 * The model is the linear one of Joulin, Grave, Bojanowski, Mikolov 2017 ("Bag of tricks for efficient text classification"): every
 * unit (a Han character, a Latin word, a number, a sign) and every pair of neighbours has a short vector in a hashed table; their
 * sum over the root of their number is weighed once for each rule, which gives log odds. `npm run learn` makes the numbers.
 */
import type { Learnt } from '../../../assets/rules/types';
import { LONGEST_WEIGHED } from '../../model/draft';
import { bucketOf, EDGE, eachBucket, endsClause, holdsWord, isSign, partsOf, saysEnough, type Units, unitsOf } from './units';

/** A place of a text that resembles what breaks a rule. Offsets into the text. */
export interface Alike {
  rule: string;
  start: number;
  end: number;
  /** The part around it that was weighed. */
  passage: readonly [start: number, end: number];
  /** By how much the log odds of that part are above those from which it counts. */
  over: number;
}

/** Longest place shown, in characters. */
const LONGEST_PLACE = 36;
/** The sum of a part's vectors is multiplied by this over the root of their number. */
export const SCALE = 3;
const ZERO = 'h'.charCodeAt(0);
/** Of a text at most so many likenesses are told apart. */
const MOST = 40;

export class Likeness {
  readonly rules: readonly string[];
  private readonly table: Int8Array;
  private readonly mask: number;
  private readonly weights: Float32Array;
  private readonly bias: Float32Array;
  private readonly from: readonly number[];
  private readonly every: Uint8Array;
  /** The table with three numbers in one: a part has so few vectors that their sums stay apart, and adding is most of the work. */
  private readonly triples: Int32Array;
  private readonly added: Int32Array;
  private readonly sum: Int32Array;
  private readonly odds: Float32Array;
  /** Per rule: how long a part's mean vector has to be at least to reach the rule at all. */
  private readonly reach: Float32Array;

  constructor(learnt: Omit<Learnt, 'sentences' | 'unseen'>) {
    const { buckets, dims, table, step, rules, weights, bias, from } = learnt;
    if (
      table.length !== buckets * dims ||
      weights.length !== rules.length * dims ||
      bias.length !== rules.length ||
      from.length !== rules.length
    )
      throw new Error('what was learnt does not fit together');
    this.rules = rules;
    this.mask = buckets - 1;
    this.table = Int8Array.from(table, (letter) => letter.charCodeAt(0) - ZERO);
    this.weights = Float32Array.from(weights, (weight) => weight * step * SCALE);
    this.bias = Float32Array.from(bias);
    this.from = from;
    this.every = new Uint8Array(rules.length).fill(1);
    this.sum = new Int32Array(dims);
    this.triples = triplesOf(this.table, dims);
    this.added = new Int32Array(Math.ceil(dims / TRIPLE));
    this.reach = Float32Array.from(rules, (_, r) => {
      const long = Math.hypot(...this.weights.subarray(r * dims, (r + 1) * dims));
      return ((from[r] as number) - (bias[r] as number)) / long;
    });
    this.odds = new Float32Array(rules.length);
  }

  /** Marks the rules that `alike` shall weigh. */
  among(isWanted: (rule: string) => boolean): Uint8Array {
    return Uint8Array.from(this.rules, (rule) => (isWanted(rule) ? 1 : 0));
  }

  /** What parts of a folded text resemble of the wanted rules (all), the most alike first. */
  alike(text: string, wanted?: Uint8Array): Alike[] {
    const units = unitsOf(text.slice(0, LONGEST_WEIGHED));
    const found: { rule: number; over: number; from: number; until: number }[] = [];
    for (const [from, until] of partsOf(text, units)) {
      if (!saysEnough(text, units, from, until)) continue;
      const odds = this.oddsOf(units, from, until, wanted ?? this.every, this.reach);
      for (let r = 0; r < odds.length; r++) {
        const mine = (odds[r] as number) - (this.from[r] as number);
        if (mine >= 0) found.push({ rule: r, over: mine, from, until });
      }
    }
    return found
      .sort((a, b) => b.over - a.over)
      .slice(0, MOST)
      .map(({ rule, over, from, until }) => ({
        rule: this.rules[rule] as string,
        over,
        passage: [units.starts[from] as number, units.ends[until - 1] as number] as const,
        ...this.place(text, units, from, until, rule),
      }));
  }

  /** The highest log odds of each rule in a folded text: what thresholds are chosen by. */
  highest(text: string): Float32Array {
    const units = unitsOf(text);
    const most = new Float32Array(this.rules.length).fill(Number.NEGATIVE_INFINITY);
    for (const [from, until] of partsOf(text, units))
      this.oddsOf(units, from, until, this.every, null).forEach((odds, r) => {
        most[r] = Math.max(most[r] as number, odds);
      });
    return most;
  }

  /**
   * Log odds of each wanted rule for some units of a text, −∞ where a rule is out of reach; the list is written anew with every call.
   */
  private oddsOf({ says }: Units, from: number, until: number, wanted: Uint8Array, reach: Float32Array | null): Float32Array {
    const { sum, triples, added, mask, weights, bias, odds } = this;
    const dims = sum.length;
    const size = added.length;
    added.fill(0);
    // The loop of `eachBucket`, without a call for each: every title of an account comes through here.
    let before = EDGE;
    for (let i = from; i < until; i++) {
      const here = says[i] as number;
      const alone = bucketOf(mask, here) * size;
      const pair = bucketOf(mask, here, before) * size;
      for (let t = 0; t < size; t++)
        added[t] = (added[t] as number) + (triples[alone + t] as number) + (triples[pair + t] as number);
      before = here;
    }
    const last = bucketOf(mask, EDGE, before) * size;
    for (let t = 0; t < size; t++) added[t] = (added[t] as number) + (triples[last + t] as number);
    let square = 0;
    for (let d = 0; d < dims; d++) {
      const t = (d / TRIPLE) | 0;
      const value = ((added[t] as number) << (32 - LANE)) >> (32 - LANE);
      added[t] = ((added[t] as number) - value) >> LANE;
      sum[d] = value;
      square += value * value;
    }
    const over = 1 / Math.sqrt(2 * (until - from) + 1);
    const long = Math.sqrt(square) * over;
    for (let r = 0; r < bias.length; r++) {
      odds[r] = Number.NEGATIVE_INFINITY;
      if (wanted[r] === 0 || (reach && long < (reach[r] as number))) continue;
      let weight = 0;
      for (let d = 0, w = r * dims; d < dims; d++, w++) weight += (sum[d] as number) * (weights[w] as number);
      odds[r] = (bias[r] as number) + weight * over;
    }
    return odds;
  }

  /** The clause that speaks most for a rule; of a long one the stretch that does. One without any word only where there is no other. */
  private place(text: string, units: Units, from: number, until: number, rule: number): { start: number; end: number } {
    const { starts, ends } = units;
    const upTo = this.weightsUpTo(units, from, until, rule);
    let best = { start: from, end: from + 1, weight: Number.NEGATIVE_INFINITY, worded: false };
    const offer = (start: number, end: number) => {
      const weight = (upTo[end - from] as number) - (upTo[start - from] as number);
      const worded = holdsWord(text, units, start, end);
      if (worded === best.worded ? weight > best.weight : worded) best = { start, end, weight, worded };
    };
    for (let first = from; first < until; ) {
      let last = first;
      while (last + 1 < until && !endsClause(text, starts[last] as number, ends[last] as number, starts[last + 1] as number))
        last++;
      const fits = (end: number, start: number) => (ends[end - 1] as number) - (starts[start] as number) <= LONGEST_PLACE;
      if (fits(last + 1, first)) offer(first, last + 1);
      else
        for (let start = first, end = first; start <= last; start++) {
          end = Math.max(end, start + 1);
          while (end <= last && fits(end + 1, start)) end++;
          offer(start, end);
          if (end > last) break;
        }
      first = last + 1;
    }
    let { start, end } = best;
    while (end - 1 > start && isSign(text.charCodeAt(starts[end - 1] as number))) end--;
    while (end - 1 > start && isSign(text.charCodeAt(starts[start] as number))) start++;
    return { start: starts[start] as number, end: ends[end - 1] as number };
  }

  /** How much the units before each of a part's speak for a rule, together. */
  private weightsUpTo(units: Units, from: number, until: number, rule: number): Float32Array {
    const { table, mask, weights, sum } = this;
    const dims = sum.length;
    const upTo = new Float32Array(until - from + 1);
    eachBucket(units, from, until, mask, (bucket, unit) => {
      let weight = 0;
      for (let d = 0; d < dims; d++) weight += (table[bucket * dims + d] as number) * (weights[rule * dims + d] as number);
      upTo[unit - from + 1] = (upTo[unit - from + 1] as number) + weight;
    });
    for (let i = 1; i < upTo.length; i++) upTo[i] = (upTo[i] as number) + (upTo[i - 1] as number);
    return upTo;
  }
}

const TRIPLE = 3;
/** Bits for the sum of as many vectors as a part has, each number at most 3 either way: 161 of them stay below 512. */
const LANE = 10;
function triplesOf(table: Int8Array, dims: number): Int32Array {
  const size = Math.ceil(dims / TRIPLE);
  const triples = new Int32Array((table.length / dims) * size);
  table.forEach((value, i) => {
    const at = Math.floor(i / dims) * size + Math.floor((i % dims) / TRIPLE);
    triples[at] = (triples[at] as number) + value * 2 ** (LANE * ((i % dims) % TRIPLE));
  });
  return triples;
}
