/**
 * One pass over a text that finds every word of every class. The words stand in `assets/rules/words`; a word may belong to several
 * classes. Cost: one table look-up per character, a map look-up per character inside a word; linear in the text.
 */
import { WORDS } from '../../../assets/rules/words';

export interface Hit {
  cls: number;
  start: number;
  end: number;
}

const classIds = new Map<string, number>();
const classNames: string[] = [];

/** Number of a class, made when first named. */
export function classId(name: string): number {
  let id = classIds.get(name);
  if (id === undefined) {
    id = classNames.length;
    classIds.set(name, id);
    classNames.push(name);
  }
  return id;
}
export const classCount = (): number => classNames.length;
export const className = (id: number): string => classNames[id] ?? '';

/** Trie: node 0 is unused, `first` leads from a character to its node, `edges` from node and character to the next. */
const first = new Int32Array(65536);
const edges = new Map<number, number>();
/** Per node: the classes of the word that ends here. */
const classesAt: (number[] | undefined)[] = [undefined];

function addWord(word: string, cls: number): void {
  let node = first[word.charCodeAt(0)] ?? 0;
  if (node === 0) {
    node = classesAt.push(undefined) - 1;
    first[word.charCodeAt(0)] = node;
  }
  for (let i = 1; i < word.length; i++) {
    const key = node * 65536 + word.charCodeAt(i);
    let next = edges.get(key);
    if (next === undefined) {
      next = classesAt.push(undefined) - 1;
      edges.set(key, next);
    }
    node = next;
  }
  const known = classesAt[node];
  if (!known) classesAt[node] = [cls];
  else if (!known.includes(cls)) known.push(cls);
}

/** `cur{e,es,ed}` → `cure cures cured`; `_` is a space; several brackets multiply. */
export function expandWord(word: string): string[] {
  const open = word.indexOf('{');
  if (open < 0) return [word.replaceAll('_', ' ')];
  const close = word.indexOf('}', open);
  return word
    .slice(open + 1, close)
    .split(',')
    .flatMap((part) => expandWord(word.slice(0, open) + part + word.slice(close + 1)));
}

function wordsOf(name: string): string[] {
  return (WORDS[name] ?? '').split(/\s+/).filter(Boolean).flatMap(expandWord);
}

for (const name of Object.keys(WORDS)) {
  const cls = classId(name);
  for (const word of wordsOf(name)) addWord(word, cls);
}

/** Adds the inline words of a pattern (`=x,y`) as a class of their own. */
export function inlineClass(words: string): number {
  const known = classIds.get(words);
  if (known !== undefined) return known;
  const cls = classId(words);
  for (const word of words.slice(1).split(',').flatMap(expandWord)) addWord(word, cls);
  return cls;
}

export const phraseCount = (): number => classesAt.reduce((sum, classes) => sum + (classes ? 1 : 0), 0);
/** Every phrase with its classes; for the lint and the benchmark. */
export function phrases(): string[] {
  return Object.keys(WORDS).flatMap((name) => wordsOf(name));
}

const isLetter = (code: number) => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/** Classes whose words swallow the words inside them: fixed expressions in which a trigger means something else. */
const COVERING = '_';

/** Covered words are dropped from the hits and remembered with the class that covered them. */
export interface Scan {
  hits: Hit[];
  covered: { hit: Hit; by: number }[];
}

export function scan(text: string): Scan {
  const hits: Hit[] = [];
  let covers: Hit[] | null = null;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    let node = first[code] ?? 0;
    const previous = before;
    before = code;
    if (node === 0) continue;
    // Latin words and numbers begin at a word boundary.
    if (isLetter(code) ? isLetter(previous) : isDigit(code) && isDigit(previous)) continue;
    let end = i + 1;
    for (;;) {
      const classes = classesAt[node];
      if (classes && !continues(text, end)) {
        for (const cls of classes) {
          const hit = { cls, start: i, end };
          hits.push(hit);
          if (className(cls).startsWith(COVERING)) {
            covers ??= [];
            covers.push(hit);
          }
        }
      }
      if (end >= text.length) break;
      const next = edges.get(node * 65536 + text.charCodeAt(end));
      if (next === undefined) break;
      node = next;
      end++;
    }
  }
  return covers ? uncover(hits, covers) : { hits, covered: [] };
}

/** Whether a Latin word or a number goes on at `end`. */
function continues(text: string, end: number): boolean {
  if (end >= text.length) return false;
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(end);
  return isLetter(last) ? isLetter(next) : isDigit(last) && isDigit(next);
}

function uncover(hits: Hit[], covers: Hit[]): Scan {
  const kept: Hit[] = [];
  const covered: Scan['covered'] = [];
  let from = 0;
  for (const hit of hits) {
    while (from < covers.length && (covers[from]?.end ?? 0) <= hit.start) from++;
    let by = -1;
    if (!className(hit.cls).startsWith(COVERING)) {
      for (let c = from; c < covers.length; c++) {
        const cover = covers[c];
        if (!cover || cover.start > hit.start) break;
        if (cover.end >= hit.end) {
          by = cover.cls;
          break;
        }
      }
    }
    if (by < 0) kept.push(hit);
    else covered.push({ hit, by });
  }
  return { hits: kept, covered };
}
