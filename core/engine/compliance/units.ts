/**
 * How a folded text is cut for `likeness.ts`: into units (a Han character, a word of letters, a number, a sign), and long ones into
 * parts that are weighed apart. What was learnt depends on every line here: a test says when `npm run learn` has to be run.
 */
import { hashText } from '../../stats/random';
import { isDigit } from './lexicon';

/** Units of a text: offsets and a number for what each says. */
export interface Units {
  starts: number[];
  ends: number[];
  says: number[];
}

/** Texts up to so many units are weighed as a whole, longer ones by sentence: shorter ones than `FEWEST` go with the next (the last with the one before), longer ones than `PART` are cut. */
const WHOLE = 80;
const FEWEST = 8;
const PART = 60;
/** A part with fewer letters that stand alone and words (these count twice) says too little to resemble anything. */
export const FEWEST_WORDS = 8;

/** Kinds of characters. A letter of a script with blanks between words goes on with the next one; others are words by themselves. */
const KIND = { sign: 1, blank: 2, digit: 3, joined: 4, alone: 5 } as const;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
const kinds = new Uint8Array(65536);

/** Found once for each character. */
function kindOf(code: number): number {
  const known = kinds[code];
  if (known) return known;
  const char = String.fromCharCode(code);
  let kind: number = KIND.sign;
  if (code === 0x20 || (code >= 9 && code <= 13) || code === 0x3000) kind = KIND.blank;
  else if (isDigit(code)) kind = KIND.digit;
  else if (UNSPACED.test(char)) kind = KIND.alone;
  else if (code === 0x27 || /[\p{L}\p{M}]/u.test(char)) kind = KIND.joined;
  kinds[code] = kind;
  return kind;
}

const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;
const NUMBER = hashText('0') | 0;
/** Stands before the first unit of a part and after its last. */
export const EDGE = hashText('\n') | 0;

/** All numbers say the same; a mark outside the basic plane is two units. */
export function unitsOf(text: string): Units {
  const units: Units = { starts: [], ends: [], says: [] };
  for (let i = 0; i < text.length; ) {
    const from = i;
    const code = text.charCodeAt(i++);
    const kind = kindOf(code);
    if (kind === KIND.blank) continue;
    let says = Math.imul(FIRST ^ code, PRIME);
    if (kind === KIND.joined)
      for (; i < text.length && kindOf(text.charCodeAt(i)) === KIND.joined; i++)
        says = Math.imul(says ^ text.charCodeAt(i), PRIME);
    else if (kind === KIND.digit) {
      while (i < text.length && kindOf(text.charCodeAt(i)) === KIND.digit) i++;
      says = NUMBER;
    }
    units.starts.push(from);
    units.ends.push(i);
    units.says.push(says);
  }
  return units;
}

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
  const last = parts.at(-1);
  if (last && from < count && count - from < FEWEST) last[1] = count;
  else if (from < count) parts.push([from, count]);
  return parts;
}
const SENTENCE_ENDS = '。！？!?；;…';
const endsSentence = (text: string, start: number, end: number, next: number) =>
  SENTENCE_ENDS.includes(text.charAt(start)) || (next > end && text.slice(end, next).includes('\n'));

/** Whether a part has words enough: numbers, signs and emoji say nothing by themselves, and one word written again says it once. */
export function saysEnough(text: string, { starts, says }: Units, from: number, until: number): boolean {
  const seen = new Set<number>();
  let words = 0;
  for (let i = from; i < until && words < FEWEST_WORDS; i++) {
    const kind = kindOf(text.charCodeAt(starts[i] as number));
    const weight = kind === KIND.alone ? 1 : kind === KIND.joined ? 2 : 0;
    if (weight === 0 || seen.has(says[i] as number)) continue;
    seen.add(says[i] as number);
    words += weight;
  }
  return words >= FEWEST_WORDS;
}

/** Whether any of the units `from` to `until` (not included) is a word or a character of one. */
export function holdsWord(text: string, { starts }: Units, from: number, until: number): boolean {
  for (let i = from; i < until; i++) {
    const kind = kindOf(text.charCodeAt(starts[i] as number));
    if (kind === KIND.alone || kind === KIND.joined) return true;
  }
  return false;
}

const CLAUSE_ENDS = `${SENTENCE_ENDS}，,、：:~～|｜#"“”`;
const isHan = (code: number) => code >= 0x3400 && code <= 0x9fff;
/** What a clause ends with. */
export const isSign = (code: number) => CLAUSE_ENDS.includes(String.fromCharCode(code)) || code === 0x2e;
/** A sign, a new line, or a blank between Chinese words. `start`, `end`: of a unit; `next`: where the next one starts. */
export const endsClause = (text: string, start: number, end: number, next: number) =>
  (CLAUSE_ENDS.includes(text.charAt(start)) && !(isDigit(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(end)))) ||
  (next > end && (isHan(text.charCodeAt(end - 1)) || isHan(text.charCodeAt(next)) || text.slice(end, next).includes('\n')));
