/**
 * One pass over a text that finds every word of every class. The words stand in `assets/rules/words`; a word may belong to several
 * classes. Cost: one table look-up per character, one more per character inside a word; linear in the text.
 */
import { FoundWords, NO_CLASS } from './found-words';
import { expandWord, wordsOf } from './word-list';

/** A node of the trie. */
export interface Node {
  next: Map<number, Node> | null;
  classes: number[] | null;
}

export const PAIR_BITS = 18;
/** Place of two characters in a table of `2 ** PAIR_BITS`. */
export const pairKey = (a: number, b: number) => (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - PAIR_BITS);

/** A Latin letter of a folded text. */
export const isLetter = (code: number) => code >= 0x61 && code <= 0x7a;
export const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
/**
 * A class whose name begins so holds fixed expressions in which a trigger means something else: they swallow the shorter words
 * inside them, of the class with the rest of the name, or of those listed first (`>a,b`).
 */
const COVERING = '_';

/** Numbers of the word classes of a pack. */
export class Classes {
  private readonly ids = new Map<string, number>();
  /** Words of each class, as they stand in the lists or in a pattern (`=x,y`). */
  readonly words: string[][] = [];
  /** Per covering class: the classes whose words it swallows. */
  readonly covers: (ReadonlySet<number> | undefined)[] = [];

  constructor(lists: Readonly<Record<string, string>>) {
    for (const [name, list] of Object.entries(lists)) {
      const cls = this.id(name);
      const all = wordsOf(list);
      this.words[cls] = all.filter((word) => !word.startsWith('>'));
      if (!name.startsWith(COVERING)) continue;
      const [head = ''] = all;
      const swallowed = head.startsWith('>') ? head.slice(1).split(',') : [name.slice(1)];
      this.covers[cls] = new Set(swallowed.map((other) => this.id(other)));
    }
  }

  /** Number of a class, made when first named. A name that begins with `=` holds its words itself. */
  id(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.ids.size;
      this.ids.set(name, id);
      this.words[id] = name.startsWith('=') ? name.slice(1).split(',').flatMap(expandWord) : [];
    }
    return id;
  }

  knows(name: string): boolean {
    return this.ids.has(name);
  }

  get count(): number {
    return this.ids.size;
  }
}

export class Lexicon {
  /** Leads from a first character to its node. */
  readonly first: (Node | undefined)[] = [];
  /** Per first character: 1 a word of this character alone exists, 2 longer ones do. */
  private readonly begins = new Uint8Array(65536);
  /** Pairs of first characters that begin a word: most positions of a text end here. */
  private readonly pairs = new Uint8Array(1 << PAIR_BITS);
  /** Both are made with the first scan. */
  private table: Table | null = null;
  private found: FoundWords | null = null;

  /** A trie of the words of all classes. */
  constructor(private readonly classes: Classes) {
    classes.words.forEach((words, cls) => {
      for (const word of words) this.add(word, cls);
    });
  }

  private add(word: string, cls: number): void {
    const head = word.charCodeAt(0);
    this.begins[head] = (this.begins[head] ?? 0) | (word.length === 1 ? 1 : 2);
    if (word.length > 1) this.pairs[pairKey(head, word.charCodeAt(1))] = 1;
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

  /** The node of a first character. */
  head(code: number): Node | undefined {
    return this.begins[code] === 0 ? undefined : this.first[code];
  }

  /** False where no word begins with these two characters. */
  mayBegin(first: number, second: number): boolean {
    return this.pairs[pairKey(first, second)] !== 0;
  }

  /** Whether exactly this is a word of some class. */
  has(word: string): boolean {
    let node = this.first[word.charCodeAt(0)];
    for (let i = 1; node && i < word.length; i++) node = node.next?.get(word.charCodeAt(i));
    return node?.classes != null;
  }

  /** What is found is good until the next scan. */
  scan(text: string): FoundWords {
    this.table ??= new Table(this.first);
    const { table, begins, pairs } = this;
    const { classesAt, heads } = table;
    this.found ??= new FoundWords(this.classes.count, this.classes.covers, table.classes);
    const { found } = this;
    found.begin(text);
    let before = 0;
    let code = text.charCodeAt(0);
    for (let i = 0; i < text.length; i++) {
      const previous = before;
      const here = code;
      before = here;
      code = text.charCodeAt(i + 1);
      const kind = begins[here] ?? 0;
      if (kind === 0 || (kind === 2 && pairs[pairKey(here, code)] === 0)) continue;
      // Latin words and numbers begin at a word boundary.
      if (isLetter(here) ? isLetter(previous) : isDigit(here) && isDigit(previous)) continue;
      let node = heads[here] ?? 0;
      let end = i + 1;
      while (node !== 0) {
        const word = classesAt[node] ?? 0;
        if (word !== 0 && !continues(text, end)) found.add(word, i, end);
        if (end >= text.length) break;
        node = table.next(node, text.charCodeAt(end));
        end++;
      }
    }
    found.settle();
    return found;
  }
}

/** The trie as flat numbers: one look-up a step, with no objects on the way. Node 0 is none. */
class Table {
  /** Node of each first character. */
  readonly heads = new Int32Array(65536);
  /** Per node: where its classes stand in `classes`; 0 for none. */
  readonly classesAt: Int32Array;
  /** Lists of classes, each ended by `NO_CLASS`. */
  readonly classes: Uint16Array;
  /** Open addressing: three numbers an edge, `node, character, next`. */
  private readonly edges: Int32Array;
  private readonly mask: number;

  constructor(first: readonly (Node | undefined)[]) {
    const nodes: Node[] = [];
    const numberOf = (node: Node): number => nodes.push(node);
    const found: number[] = [];
    first.forEach((node, head) => {
      if (node) this.heads[head] = numberOf(node);
    });
    // A hundred thousand nodes, met once by code that has not run before: no pairs made for each.
    let from = 0;
    const follow = (next: Node, code: number) => found.push(from, code, numberOf(next));
    for (let n = 0; n < nodes.length; n++) {
      from = n + 1;
      nodes[n]?.next?.forEach(follow);
    }
    let size = 1024;
    while (size < found.length) size *= 2;
    const mask = size - 1;
    const edges = new Int32Array(size * 3);
    this.mask = mask;
    this.edges = edges;
    for (let e = 0; e < found.length; e += 3) {
      let at = slotOf(found[e] as number, found[e + 1] as number) & mask;
      while (edges[at * 3] !== 0) at = (at + 1) & mask;
      for (let k = 0; k < 3; k++) edges[at * 3 + k] = found[e + k] as number;
    }
    this.classesAt = new Int32Array(nodes.length + 1);
    const lists: number[] = [NO_CLASS];
    for (let n = 0; n < nodes.length; n++) {
      const own = nodes[n]?.classes;
      if (!own) continue;
      this.classesAt[n + 1] = lists.length;
      for (let k = 0; k < own.length; k++) lists.push(own[k] as number);
      lists.push(NO_CLASS);
    }
    this.classes = Uint16Array.from(lists);
  }

  next(node: number, code: number): number {
    const { edges, mask } = this;
    for (let at = slotOf(node, code) & mask; ; at = (at + 1) & mask) {
      const other = edges[at * 3];
      if (other === 0) return 0;
      if (other === node && edges[at * 3 + 1] === code) return edges[at * 3 + 2] ?? 0;
    }
  }
}
const slotOf = (node: number, code: number) => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
};

/** Whether a Latin word or a number goes on at `end`. */
function continues(text: string, end: number): boolean {
  if (end >= text.length) return false;
  const last = text.charCodeAt(end - 1);
  const next = text.charCodeAt(end);
  return isLetter(last) ? isLetter(next) : isDigit(last) && isDigit(next);
}
