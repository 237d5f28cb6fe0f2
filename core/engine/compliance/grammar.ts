/**
 * The pattern language of `assets/rules/types.ts`: compiled once, then matched against the words found in a text. No regular
 * expression takes part, gaps are bounded, so the cost grows with the number of words found and nothing else.
 */
import type { Hit, Lexicon } from './lexicon';

type GapKind = 'start' | 'adjacent' | 'sentence' | 'clause' | 'either' | 'anywhere' | 'around';
interface Element {
  kind: GapKind;
  gap: number;
  classes: number[];
}
export interface Pattern {
  source: string;
  elements: Element[];
}

/** The words of one text, by class, and the text itself. */
export interface Words {
  text: string;
  hits: Hit[];
  byClass: (Hit[] | undefined)[];
}

export function wordsIn(text: string, hits: Hit[]): Words {
  const byClass: (Hit[] | undefined)[] = [];
  for (const hit of hits) {
    const list = byClass[hit.cls];
    if (list) list.push(hit);
    else byClass[hit.cls] = [hit];
  }
  return { text, hits, byClass };
}

/** Class numbers of `a|b` or `=x,y`. Shapes (numbers, addresses) begin with `#`; every other name has to stand in the word lists. */
function classesOf(names: string, lexicon: Lexicon): number[] {
  if (names.startsWith('=')) return [lexicon.inlineClass(names)];
  return names.split('|').map((name) => {
    if (!lexicon.knows(name) && !name.startsWith('#')) throw new Error(`unknown word class ${name}`);
    return lexicon.classId(name);
  });
}

export function compilePattern(source: string, lexicon: Lexicon): Pattern {
  const tokens = source.split(/\s+/).filter(Boolean);
  const elements: Element[] = [];
  let kind: GapKind = 'start';
  let gap = 0;
  for (const token of tokens) {
    const operator = /^(?:([~-])(\d+)|<(\d+)>|@(\d+)|([+&]))$/.exec(token);
    if (!operator) {
      elements.push({ kind, gap, classes: token === '*' ? [] : classesOf(token, lexicon) });
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
  return { source, elements };
}

/** The span of a match that begins with `hit`, or null. */
export function matchAt(pattern: Pattern, hit: Hit, words: Words): [number, number] | null {
  let start = hit.start;
  let end = hit.end;
  let last = hit;
  for (let e = 1; e < pattern.elements.length; e++) {
    const element = pattern.elements[e];
    if (!element) return null;
    const next = nextHit(element, last, start, end, words);
    if (!next) return null;
    if (element.kind === 'anywhere' || element.kind === 'around') continue;
    start = Math.min(start, next.start);
    end = Math.max(end, next.end);
    last = next;
  }
  return [start, end];
}

function nextHit(element: Element, last: Hit, start: number, end: number, words: Words): Hit | null {
  let best: Hit | null = null;
  for (const cls of element.classes) {
    const list = words.byClass[cls];
    if (!list) continue;
    if (element.kind === 'anywhere') {
      if (list.some((hit) => hit.end <= start || hit.start >= end)) return list[0] ?? null;
      continue;
    }
    const found = nearest(element, list, last, words.text);
    if (found && (!best || distance(found, last) < distance(best, last))) best = found;
  }
  return best;
}

function nearest(element: Element, list: Hit[], last: Hit, text: string): Hit | null {
  const reach = element.kind === 'adjacent' ? 1 : element.gap;
  let best: Hit | null = null;
  for (let i = lowerBound(list, last.start - reach - LONGEST_WORD); i < list.length; i++) {
    const hit = list[i];
    if (!hit || hit.start > last.end + reach) break;
    if (hit.start < last.end && hit.end > last.start) continue;
    const after = hit.start >= last.end;
    if (!after && element.kind !== 'either' && element.kind !== 'around') continue;
    const from = after ? last.end : hit.end;
    const to = after ? hit.start : last.start;
    if (to - from > reach) continue;
    if (element.kind === 'adjacent' && to > from && text[from] !== ' ') continue;
    if (element.kind !== 'around' && breaks(text, from, to, element.kind === 'clause')) continue;
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

/** What a condition may ask about a match. */
export interface Asked {
  words: Words;
  start: number;
  end: number;
  fact: (name: string, start: number, end: number) => boolean;
}
export type Condition = (asked: Asked) => boolean;

/** Compiles a condition. `facts`: the bare names that may be asked. */
export function compileCondition(source: string, lexicon: Lexicon, facts: ReadonlySet<string>): Condition {
  const tests = source
    .split(/\s+/)
    .filter(Boolean)
    .map((part) => {
      const any = part.split('/').map((test) => compileTest(test, lexicon, facts));
      const [only] = any;
      return any.length === 1 && only ? only : (asked: Asked) => any.some((test) => test(asked));
    });
  return (asked) => tests.every((test) => test(asked));
}

function compileTest(source: string, lexicon: Lexicon, facts: ReadonlySet<string>): Condition {
  if (source.startsWith('!')) {
    const test = compileTest(source.slice(1), lexicon, facts);
    return (asked) => !test(asked);
  }
  const place = /^([\^$@%=])([^:]+)(?::(\d+))?$/.exec(source);
  if (!place) {
    if (!facts.has(source)) throw new Error(`unknown fact ${source}`);
    return (asked) => asked.fact(source, asked.start, asked.end);
  }
  const [, where, names = '', reach] = place;
  const classes = classesOf(names, lexicon);
  const limit = reach === undefined ? 6 : Number(reach);
  return (asked) => classes.some((cls) => holds(where ?? '%', cls, limit, asked));
}

function holds(where: string, cls: number, limit: number, { words, start, end }: Asked): boolean {
  const list = words.byClass[cls];
  if (!list) return false;
  if (where === '%') return true;
  for (let i = lowerBound(list, start - limit - LONGEST_WORD); i < list.length; i++) {
    const hit = list[i];
    if (!hit || hit.start > end + limit) return false;
    if (where === '=') {
      if (hit.start >= start && hit.end <= end) return true;
    } else if (where === '@') {
      if (hit.end >= start - limit) return true;
    } else if (where === '^') {
      if (hit.end <= start && hit.end >= start - limit && !breaks(words.text, hit.end, start, true)) return true;
    } else if (hit.start >= end && !breaks(words.text, end, hit.start, true)) return true;
  }
  return false;
}
