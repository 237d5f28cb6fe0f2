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
import { hashText } from '../../stats/random';
import { isDigit, isLetter } from './lexicon';

/** A place of a text that resembles what breaks a rule: offsets into the text, and by how much the log odds of the part around it are above those from which it counts. */
export interface Alike {
  rule: string;
  start: number;
  end: number;
  over: number;
}

/** Units of a text: offsets and a number for what each says. */
export interface Units {
  starts: number[];
  ends: number[];
  says: number[];
}

/** Texts up to so many units are weighed as a whole, longer ones by sentence: shorter ones than `FEWEST` go with the next, longer ones than `PART` are cut. */
const WHOLE = 80;
const FEWEST = 8;
const PART = 60;
/** A part with fewer Han characters and Latin words (these count twice) says too little to resemble anything. */
const FEWEST_WORDS = 8;
/** What lies behind so many characters is not weighed: hardly any caption is as long, and every key pressed in a draft pays for it. */
const LONGEST = 10_000;
/** Longest place shown, in characters. */
const LONGEST_PLACE = 36;
/** The sum of a part's vectors is multiplied by this over the root of their number. */
export const SCALE = 3;
const ZERO = 'h'.charCodeAt(0);

const isLatin = (code: number) => isLetter(code) || code === 0x27 || (code >= 0xdf && code <= 0xff && code !== 0xf7);
const isBlank = (code: number) => code === 0x20 || (code >= 9 && code <= 13) || code === 0x3000;
const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

/** Cuts a folded text. All numbers say the same; a mark outside the basic plane is two units. */
export function unitsOf(text: string): Units {
  const units: Units = { starts: [], ends: [], says: [] };
  for (let i = 0; i < text.length; ) {
    const from = i;
    const code = text.charCodeAt(i++);
    if (isBlank(code)) continue;
    let says = Math.imul(FIRST ^ code, PRIME);
    if (isLatin(code))
      for (; i < text.length && isLatin(text.charCodeAt(i)); i++) says = Math.imul(says ^ text.charCodeAt(i), PRIME);
    else if (isDigit(code)) {
      while (i < text.length && isDigit(text.charCodeAt(i))) i++;
      says = NUMBER;
    }
    units.starts.push(from);
    units.ends.push(i);
    units.says.push(says);
  }
  return units;
}
const NUMBER = hashText('0') | 0;
/** Stands before the first unit of a part and after its last. */
const EDGE = hashText('\n') | 0;

/** Where a unit, or with `before` a pair of neighbours, stands in a table of `mask + 1` vectors. */
export function bucketOf(mask: number, says: number, before = 0): number {
  const mixed = Math.imul(says ^ Math.imul(before, 0x9e3779b1), 0x85ebca6b);
  return (mixed ^ (mixed >>> 15)) & mask;
}

/** Calls `each` with every bucket of the units `from` to `until` (not included): `2 n + 1` of them. */
export function eachBucket(
  { says }: Units,
  from: number,
  until: number,
  mask: number,
  each: (bucket: number, unit: number) => void,
): void {
  let before = EDGE;
  for (let i = from; i < until; i++) {
    const here = says[i] as number;
    each(bucketOf(mask, here), i);
    each(bucketOf(mask, here, before), i);
    before = here;
  }
  each(bucketOf(mask, EDGE, before), until - 1);
}

/** Parts of a text that are weighed apart: pairs of unit numbers, the end not included. */
export function partsOf(text: string, { starts, ends }: Units): [number, number][] {
  const count = starts.length;
  if (count === 0) return [];
  if (count <= WHOLE) return [[0, count]];
  const parts: [number, number][] = [];
  let from = 0;
  for (let i = 0; i < count; i++) {
    const long = i + 1 - from;
    const closes = i + 1 < count && endsSentence(text, starts[i] as number, ends[i] as number, starts[i + 1] as number);
    if (long < PART && !(closes && long >= FEWEST)) continue;
    parts.push([from, i + 1]);
    from = i + 1;
  }
  if (from < count) parts.push([from, count]);
  return parts;
}
const SENTENCE_ENDS = '。！？!?；;…';
const endsSentence = (text: string, start: number, end: number, next: number) =>
  SENTENCE_ENDS.includes(text.charAt(start)) || (next > end && text.slice(end, next).includes('\n'));

/** Han characters, and Latin words twice: numbers, signs and emoji say nothing by themselves, and one word written again says it once. */
function wordsIn(text: string, { starts, says }: Units, from: number, until: number): number {
  const seen = new Set<number>();
  let words = 0;
  for (let i = from; i < until && words < FEWEST_WORDS; i++) {
    const code = text.charCodeAt(starts[i] as number);
    const weight = isHan(code) ? 1 : isLatin(code) ? 2 : 0;
    if (weight === 0 || seen.has(says[i] as number)) continue;
    seen.add(says[i] as number);
    words += weight;
  }
  return words;
}

export class Likeness {
  readonly rules: readonly string[];
  private readonly table: Int8Array;
  private readonly mask: number;
  private readonly weights: Float32Array;
  private readonly bias: Float32Array;
  private readonly from: readonly number[];
  private readonly sum: Int32Array;
  private readonly odds: Float32Array;

  constructor(learnt: Learnt) {
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
    this.sum = new Int32Array(dims);
    this.odds = new Float32Array(rules.length);
  }

  /** What a folded text resembles, the most alike first; for each rule the part that does so most. */
  alike(text: string): Alike[] {
    const units = unitsOf(text.slice(0, LONGEST));
    const best: { rule: number; over: number; from: number; until: number }[] = [];
    for (const [from, until] of partsOf(text, units)) {
      if (wordsIn(text, units, from, until) < FEWEST_WORDS) continue;
      const odds = this.oddsOf(units, from, until);
      for (let r = 0; r < odds.length; r++) {
        const mine = (odds[r] as number) - (this.from[r] as number);
        if (mine >= 0 && mine > (best[r]?.over ?? Number.NEGATIVE_INFINITY)) best[r] = { rule: r, over: mine, from, until };
      }
    }
    return best
      .filter((one) => one !== undefined)
      .sort((a, b) => b.over - a.over)
      .map(({ rule, over, from, until }) => ({
        rule: this.rules[rule] as string,
        over,
        ...this.place(text, units, from, until, rule),
      }));
  }

  /** The highest log odds of each rule in a folded text: what thresholds are chosen by. */
  highest(text: string): Float32Array {
    const units = unitsOf(text);
    const most = new Float32Array(this.rules.length).fill(Number.NEGATIVE_INFINITY);
    for (const [from, until] of partsOf(text, units))
      this.oddsOf(units, from, until).forEach((odds, r) => {
        most[r] = Math.max(most[r] as number, odds);
      });
    return most;
  }

  /** Log odds of each rule for some units of a text; the list is written anew with every call. */
  private oddsOf({ says }: Units, from: number, until: number): Float32Array {
    const { sum, table, mask, weights, bias, odds } = this;
    const dims = sum.length;
    sum.fill(0);
    // The loop of `eachBucket`, without a call for each: every title of an account comes through here.
    let before = EDGE;
    for (let i = from; i <= until; i++) {
      const here = i < until ? (says[i] as number) : EDGE;
      const pair = bucketOf(mask, here, before) * dims;
      if (i < until) {
        const alone = bucketOf(mask, here) * dims;
        for (let d = 0; d < dims; d++) sum[d] = (sum[d] as number) + (table[pair + d] as number) + (table[alone + d] as number);
      } else for (let d = 0; d < dims; d++) sum[d] = (sum[d] as number) + (table[pair + d] as number);
      before = here;
    }
    const over = 1 / Math.sqrt(2 * (until - from) + 1);
    for (let r = 0, w = 0; r < bias.length; r++) {
      let weight = 0;
      for (let d = 0; d < dims; d++, w++) weight += (sum[d] as number) * (weights[w] as number);
      odds[r] = (bias[r] as number) + weight * over;
    }
    return odds;
  }

  /** The clause that speaks most for a rule; of a long one the stretch that does. */
  private place(text: string, units: Units, from: number, until: number, rule: number): { start: number; end: number } {
    const { table, mask, weights, sum } = this;
    const dims = sum.length;
    const says = new Float32Array(until - from);
    eachBucket(units, from, until, mask, (bucket, unit) => {
      let weight = 0;
      for (let d = 0; d < dims; d++) weight += (table[bucket * dims + d] as number) * (weights[rule * dims + d] as number);
      says[unit - from] = (says[unit - from] as number) + weight;
    });
    const { starts, ends } = units;
    let start = from;
    let end = from + 1;
    let most = Number.NEGATIVE_INFINITY;
    for (let first = from; first < until; first++) {
      if (first > from && !endsClause(text, starts[first - 1] as number, ends[first - 1] as number, starts[first] as number))
        continue;
      let weight = 0;
      for (let last = first; last < until; last++) {
        if ((ends[last] as number) - (starts[first] as number) > LONGEST_PLACE && last > first) break;
        weight += says[last - from] as number;
        const closes =
          last + 1 === until || endsClause(text, starts[last] as number, ends[last] as number, starts[last + 1] as number);
        if (weight <= most) {
          if (closes) break;
          continue;
        }
        most = weight;
        start = first;
        end = last + 1;
        if (closes) break;
      }
    }
    while (end - 1 > start && isSign(text.charCodeAt(starts[end - 1] as number))) end--;
    while (end - 1 > start && isSign(text.charCodeAt(starts[start] as number))) start++;
    return { start: starts[start] as number, end: ends[end - 1] as number };
  }
}

const CLAUSE_ENDS = `${SENTENCE_ENDS}，,、：:~～|｜#"“”`;
const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff;
const isSign = (code: number) => CLAUSE_ENDS.includes(String.fromCharCode(code)) || code === 0x2e;
/** A sign, a new line, or a blank between Chinese words. */
const endsClause = (text: string, start: number, end: number, next: number) =>
  (CLAUSE_ENDS.includes(text.charAt(start)) && !(isDigit(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(end)))) ||
  (next > end && (isHan(text.charCodeAt(end - 1)) || isHan(text.charCodeAt(next)) || text.slice(end, next).includes('\n')));
