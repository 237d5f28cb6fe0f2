/**
 * The pattern language of `assets/rules/types.ts`: compiled once, then matched against the words found in a text. No regular
 * expression takes part, gaps are bounded, so the cost grows with the number of words found and nothing else.
 */
import type { Hit } from './found-words';
import type { Classes } from './lexicon';

type GapKind = 'start' | 'adjacent' | 'sentence' | 'clause' | 'either' | 'anywhere' | 'around';
interface Element {
  kind: GapKind;
  gap: number;
  classes: number[];
}
export interface Pattern {
  source: string;
  elements: Element[];
  /** The element that is looked for first: the one with the rarest words. */
  anchor: number;
}

/** The words and shapes of one text, and the text itself. */
export interface Words {
  text: string;
  /** Of a class, in the order of their starts. */
  of(cls: number): readonly Hit[] | undefined;
}

/** Class numbers of `a|b` or `=x,y`. Shapes (numbers, addresses) begin with `#`; every other name has to stand in the word lists. */
function classesOf(names: string, classes: Classes): number[] {
  return names.split('|').map((name) => {
    if (!classes.knows(name) && !name.startsWith('#') && !name.startsWith('=')) throw new Error(`unknown word class ${name}`);
    return classes.id(name);
  });
}

export function compilePattern(source: string, classes: Classes): Pattern {
  const tokens = source.split(/\s+/).filter(Boolean);
  const elements: Element[] = [];
  let kind: GapKind = 'start';
  let gap = 0;
  let chosen = -1;
  for (const token of tokens) {
    const operator = /^(?:([~-])(\d+)|<(\d+)>|@(\d+)|([+&]))$/.exec(token);
    if (!operator) {
      if (token.endsWith('!')) chosen = elements.length;
      elements.push({ kind, gap, classes: token === '*' ? [] : classesOf(token.replace(/!$/, ''), classes) });
      kind = 'adjacent';
      gap = 0;
      continue;
    }
    if (operator[1]) {
      kind = operator[1] === '~' ? 'sentence' : 'clause';
      gap = Number(operator[2]);
    } else if (operator[3]) {
      kind = 'either';
      gap = Number(operator[3]);
    } else if (operator[4]) {
      kind = 'around';
      gap = Number(operator[4]);
    } else kind = operator[5] === '+' ? 'adjacent' : 'anywhere';
  }
  if (elements.length === 0) throw new Error(`empty pattern ${source}`);
  return { source, elements, anchor: chosen >= 0 ? chosen : rarest(elements, classes) };
}

/** A word of one character occurs everywhere, a number in every second title. */
const COMMON_CHARACTER = 40;
const SHAPE = 2000;

function rarest(elements: readonly Element[], classes: Classes): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  elements.forEach((element, i) => {
    if (element.kind === 'anywhere' || element.kind === 'around') return;
    let weight = 0;
    for (const cls of element.classes) {
      const words = classes.words[cls] ?? [];
      weight += words.length === 0 ? SHAPE : words.reduce((sum, word) => sum + (word.length === 1 ? COMMON_CHARACTER : 1), 0);
    }
    if (weight < least) {
      least = weight;
      best = i;
    }
  });
  return best;
}

/** The span of a match whose anchor is `hit`, or null. */
export function matchAt({ elements, anchor }: Pattern, hit: Hit, words: Words): [number, number] | null {
  let start = hit.start;
  let end = hit.end;
  // Leftwards: an element's gap is the one written before its right neighbour.
  let last = hit;
  for (let e = anchor - 1; e >= 0; e--) {
    const element = elements[e];
    const gap = elements[e + 1];
    if (!element || !gap) return null;
    const found = nearestOf(element.classes, gap, last, words, -1);
    if (!found) return null;
    start = Math.min(start, found.start);
    end = Math.max(end, found.end);
    last = found;
  }
  last = hit;
  for (let e = anchor + 1; e < elements.length; e++) {
    const element = elements[e];
    if (!element) return null;
    if (element.kind === 'anywhere') {
      if (!elsewhere(element.classes, start, end, words)) return null;
      continue;
    }
    const found = nearestOf(element.classes, element, last, words, 1);
    if (!found) return null;
    if (element.kind === 'around') continue;
    start = Math.min(start, found.start);
    end = Math.max(end, found.end);
    last = found;
  }
  return [start, end];
}

function elsewhere(classes: readonly number[], start: number, end: number, words: Words): boolean {
  return classes.some((cls) => words.of(cls)?.some((hit) => hit.end <= start || hit.start >= end));
}

/** The nearest word of the classes at the right distance from `last`; `side` 1 after it, -1 before it. */
function nearestOf(classes: readonly number[], gap: Element, last: Hit, words: Words, side: 1 | -1): Hit | null {
  let best: Hit | null = null;
  for (const cls of classes) {
    const list = words.of(cls);
    const found = list ? nearest(gap, list, last, words.text, side) : null;
    if (found && (!best || distance(found, last) < distance(best, last))) best = found;
  }
  return best;
}

function nearest(gap: Element, list: readonly Hit[], last: Hit, text: string, side: 1 | -1): Hit | null {
  const reach = gap.kind === 'adjacent' ? 1 : gap.gap;
  const either = gap.kind === 'either' || gap.kind === 'around';
  let best: Hit | null = null;
  for (let i = lowerBound(list, last.start - reach - LONGEST_WORD); i < list.length; i++) {
    const hit = list[i];
    if (!hit || hit.start > last.end + reach) break;
    if (hit.start < last.end && hit.end > last.start) continue;
    const after = hit.start >= last.end;
    if (!either && after !== (side === 1)) continue;
    const from = after ? last.end : hit.end;
    const to = after ? hit.start : last.start;
    if (to - from > reach) continue;
    if (gap.kind === 'adjacent' && to > from && text[from] !== ' ') continue;
    if (gap.kind !== 'around' && breaks(text, from, to, gap.kind === 'clause')) continue;
    if (!best || distance(hit, last) < distance(best, last)) best = hit;
  }
  return best;
}

const LONGEST_WORD = 40;
const distance = (a: Hit, b: Hit) => (a.start >= b.end ? a.start - b.end : b.start - a.end);

/** First index whose hit starts at or after `at`. Hits of a class stand in the order of their starts. */
function lowerBound(list: readonly Hit[], at: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const SENTENCE = new Set('。！？!?\n；;'.split('').map((char) => char.charCodeAt(0)));
const CLAUSE = new Set('，,、：:…—|'.split('').map((char) => char.charCodeAt(0)));

/** Whether a sentence (or clause) ends between two offsets. */
export function breaks(text: string, from: number, to: number, clause: boolean): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (SENTENCE.has(code) || (clause && CLAUSE.has(code))) return true;
    if (code === 0x2e && (i + 1 >= text.length || text[i + 1] === ' ' || text[i + 1] === '\n')) return true;
  }
  return false;
}

/** `%c`: the same matter, as far as a reader remembers. Of a long script the rest says nothing about a word here. Characters. */
const AROUND = 240;

/** What a condition may ask about a match. */
export interface Asked {
  words: Words;
  start: number;
  end: number;
  fact: (name: string, start: number, end: number) => boolean;
}
export type Condition = (asked: Asked) => boolean;

/** Compiles a condition. `facts`: the bare names that may be asked. */
export function compileCondition(source: string, classes: Classes, facts: ReadonlySet<string>): Condition {
  const tests = source
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => {
      const any = part.split('/').map((test) => compileTest(test, classes, facts));
      const [only] = any;
      return any.length === 1 && only ? only : (asked: Asked) => any.some((test) => test(asked));
    });
  return (asked) => tests.every((test) => test(asked));
}

function compileTest(source: string, classes: Classes, facts: ReadonlySet<string>): Condition {
  if (source.startsWith('!')) {
    const test = compileTest(source.slice(1), classes, facts);
    return (asked) => !test(asked);
  }
  const place = /^([\^$@%=])([^:]+)(?::(\d+))?$/.exec(source);
  if (!place) {
    if (!facts.has(source)) throw new Error(`unknown fact ${source}`);
    return (asked) => asked.fact(source, asked.start, asked.end);
  }
  const [, where, names = '', reach] = place;
  const asked = classesOf(names, classes);
  const limit = where === '%' ? AROUND : reach === undefined ? 6 : Number(reach);
  return (match) => asked.some((cls) => holds(where ?? '%', cls, limit, match));
}

function holds(where: string, cls: number, limit: number, { words, start, end }: Asked): boolean {
  const list = words.of(cls);
  if (!list) return false;
  for (let i = lowerBound(list, start - limit - LONGEST_WORD); i < list.length; i++) {
    const hit = list[i];
    if (!hit || hit.start > end + limit) return false;
    if (where === '=') {
      if (hit.start >= start && hit.end <= end) return true;
    } else if (where === '@' || where === '%') {
      if (hit.end >= start - limit) return true;
    } else if (where === '^') {
      if (hit.end <= start && hit.end >= start - limit && !breaks(words.text, hit.end, start, true)) return true;
    } else if (hit.start >= end && !breaks(words.text, end, hit.start, true)) return true;
  }
  return false;
}
