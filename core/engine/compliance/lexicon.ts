/**
 * One pass over a text that finds every word of every class. The words stand in `assets/rules/words`; a word may belong to several
 * classes. Cost: one table look-up per character, a map look-up per character inside a word; linear in the text.
 */

export interface Hit {
  cls: number;
  start: number;
  end: number;
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

export function wordsOf(list: string): string[] {
  return list.split(/\s+/).filter(Boolean).flatMap(expandWord);
}

/** A node of the trie. */
export interface Node {
  next: Map<number, Node> | null;
  classes: number[] | null;
}

const isLetter = (code: number) => code >= 0x61 && code <= 0x7a;
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/** Classes whose words swallow the words inside them: fixed expressions in which a trigger means something else. */
const COVERING = '_';

export class Lexicon {
  /** Leads from a first character to its node. */
  readonly first: (Node | undefined)[] = [];
  private readonly ids = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly covers: boolean[] = [];
  private readonly begins = new Uint8Array(65536);

  constructor(words: Readonly<Record<string, string>>) {
    for (const [name, list] of Object.entries(words)) {
      const cls = this.classId(name);
      for (const word of wordsOf(list)) this.add(word, cls);
    }
  }

  /** Number of a class, made when first named. */
  classId(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.names.push(name) - 1;
      this.ids.set(name, id);
      this.covers.push(name.startsWith(COVERING));
    }
    return id;
  }

  knows(name: string): boolean {
    return this.ids.has(name);
  }

  /** Adds the inline words of a pattern (`=x,y`) as a class of their own. */
  inlineClass(words: string): number {
    if (this.ids.has(words)) return this.classId(words);
    const cls = this.classId(words);
    for (const word of words.slice(1).split(',').flatMap(expandWord)) this.add(word, cls);
    return cls;
  }

  private add(word: string, cls: number): void {
    const head = word.charCodeAt(0);
    this.begins[head] = 1;
    let node = this.first[head];
    if (!node) {
      node = { next: null, classes: null };
      this.first[head] = node;
    }
    for (let i = 1; i < word.length; i++) {
      node.next ??= new Map();
      let next: Node | undefined = node.next.get(word.charCodeAt(i));
      if (!next) {
        next = { next: null, classes: null };
        node.next.set(word.charCodeAt(i), next);
      }
      node = next;
    }
    if (!node.classes) node.classes = [cls];
    else if (!node.classes.includes(cls)) node.classes.push(cls);
  }

  scan(text: string): Hit[] {
    const hits: Hit[] = [];
    let covers: Hit[] | null = null;
    let before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const previous = before;
      before = code;
      if (this.begins[code] === 0) continue;
      // Latin words and numbers begin at a word boundary.
      if (isLetter(code) ? isLetter(previous) : isDigit(code) && isDigit(previous)) continue;
      let node = this.first[code];
      let end = i + 1;
      while (node) {
        if (node.classes && !continues(text, end)) {
          for (const cls of node.classes) {
            const hit = { cls, start: i, end };
            hits.push(hit);
            if (this.covers[cls]) {
              covers ??= [];
              covers.push(hit);
            }
          }
        }
        if (!node.next || end >= text.length) break;
        node = node.next.get(text.charCodeAt(end));
        end++;
      }
    }
    return covers ? this.uncover(hits, covers) : hits;
  }

  private uncover(hits: Hit[], covers: readonly Hit[]): Hit[] {
    let from = 0;
    return hits.filter((hit) => {
      while (from < covers.length && (covers[from]?.end ?? 0) <= hit.start) from++;
      if (this.covers[hit.cls]) return true;
      for (let c = from; c < covers.length; c++) {
        const cover = covers[c];
        if (!cover || cover.start > hit.start) break;
        if (cover.end >= hit.end) return false;
      }
      return true;
    });
  }
}

/** Whether a Latin word or a number goes on at `end`. */
function continues(text: string, end: number): boolean {
  if (end >= text.length) return false;
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(end);
  return isLetter(last) ? isLetter(next) : isDigit(last) && isDigit(next);
}
