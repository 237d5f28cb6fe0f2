/**
 * The words of one text as flat numbers. A long draft holds a word at every character, and rules ask for the words of few classes:
 * a hit is an object only once its class is asked for.
 */
export interface Hit {
  cls: number;
  start: number;
  end: number;
}

/** Ends a list of classes. */
export const NO_CLASS = 0xffff;
const ROOM = 1024;

/** Filled anew for each text by the lexicon it belongs to. A word is known by the place of its classes in `classesOf`. */
export class FoundWords {
  text = '';
  private count = 0;
  private words = new Int32Array(ROOM);
  private starts = new Int32Array(ROOM);
  private ends = new Int32Array(ROOM);
  /** Where the same word was found before, plus one. */
  private before = new Int32Array(ROOM);
  /** Per word: where it was found last, plus one. */
  private readonly last: Int32Array;
  private readonly different: number[] = [];
  /** Per class: place of its last entry in `entries`, plus one. An entry is one of the different words and the entry before. */
  private readonly entryOf: Int32Array;
  private readonly entries: number[] = [];
  /** Classes with an entry. */
  private readonly present: number[] = [];
  /** Hits of the classes that were asked for; null for none. */
  private readonly hits: (Hit[] | null | undefined)[];
  private readonly asked: number[] = [];
  /** Per place: the classes that a longer expression about it takes from the word. */
  private readonly swallowed = new Map<number, number[]>();
  /** 1 for words of a class that swallows others. */
  private readonly covering: Uint8Array;
  private readonly coverings: number[] = [];

  constructor(
    /** How many classes there are. */
    count: number,
    /** Per class: those whose words it swallows. */
    private readonly covers: readonly (ReadonlySet<number> | undefined)[],
    private readonly classesOf: Uint16Array,
  ) {
    this.last = new Int32Array(classesOf.length);
    this.entryOf = new Int32Array(count);
    this.hits = new Array(count).fill(undefined);
    this.covering = new Uint8Array(classesOf.length);
    for (let at = 1, word = at; at < classesOf.length; at++) {
      const cls = classesOf[at] ?? NO_CLASS;
      if (cls === NO_CLASS) word = at + 1;
      else if (covers[cls]) this.covering[word] = 1;
    }
  }

  /** Forgets the text before. */
  begin(text: string): void {
    for (const word of this.different) this.last[word] = 0;
    for (const cls of this.asked) this.hits[cls] = undefined;
    for (const cls of this.present) this.entryOf[cls] = 0;
    this.text = text;
    this.count = 0;
    this.different.length = 0;
    this.entries.length = 0;
    this.present.length = 0;
    this.asked.length = 0;
    this.coverings.length = 0;
    this.swallowed.clear();
  }

  /** Words come in the order of their starts, then of their ends. */
  add(word: number, start: number, end: number): void {
    const at = this.count++;
    if (at === this.words.length) this.grow();
    this.words[at] = word;
    this.starts[at] = start;
    this.ends[at] = end;
    const before = this.last[word] ?? 0;
    this.before[at] = before;
    this.last[word] = at + 1;
    if (before === 0) this.different.push(word);
    if (this.covering[word] === 1) this.coverings.push(at);
  }

  private grow(): void {
    const twice = (list: Int32Array) => {
      const longer = new Int32Array(list.length * 2);
      longer.set(list);
      return longer;
    };
    this.words = twice(this.words);
    this.starts = twice(this.starts);
    this.ends = twice(this.ends);
    this.before = twice(this.before);
  }

  /** After the last word: what lies inside an expression that swallows it is taken out. */
  settle(): void {
    const { starts, ends } = this;
    for (const cover of this.coverings) {
      const start = starts[cover] ?? 0;
      const end = ends[cover] ?? 0;
      let at = cover;
      while (at > 0 && starts[at - 1] === start) at--;
      for (; at < this.count && (starts[at] ?? 0) < end; at++) {
        const to = ends[at] ?? 0;
        if (to <= end && to - (starts[at] ?? 0) < end - start) this.swallow(cover, at);
      }
    }
  }

  private swallow(cover: number, at: number): void {
    const { classesOf, covers, words } = this;
    for (let c = words[cover] ?? 0; classesOf[c] !== NO_CLASS; c++) {
      const taken = covers[classesOf[c] ?? NO_CLASS];
      if (!taken) continue;
      for (let own = words[at] ?? 0; classesOf[own] !== NO_CLASS; own++) {
        const cls = classesOf[own] ?? NO_CLASS;
        if (!taken.has(cls)) continue;
        const list = this.swallowed.get(at);
        if (list) list.push(cls);
        else this.swallowed.set(at, [cls]);
      }
    }
  }

  private isLeft(at: number, cls: number): boolean {
    return this.swallowed.size === 0 || this.swallowed.get(at)?.includes(cls) !== true;
  }

  /** Things found in another way. Their classes have no words. */
  addShapes(shapes: readonly Hit[]): void {
    for (const shape of shapes) {
      const list = this.hits[shape.cls];
      if (list) list.push(shape);
      else {
        this.hits[shape.cls] = [shape];
        this.asked.push(shape.cls);
      }
    }
  }

  /** All of a class, in the order of their starts. */
  of(cls: number): readonly Hit[] | undefined {
    let known = this.hits[cls];
    if (known === undefined) {
      known = this.make(cls);
      this.hits[cls] = known;
      this.asked.push(cls);
    }
    return known ?? undefined;
  }

  /** Classes with words in the text; a longer expression may have taken all of a class. */
  classes(): readonly number[] {
    if (this.entries.length === 0) this.sort();
    return this.present;
  }

  /** False where nothing of a class was found. */
  mayHave(cls: number): boolean {
    if (this.entries.length === 0) this.sort();
    return this.entryOf[cls] !== 0 || (this.hits[cls] ?? null) !== null;
  }

  private make(cls: number): Hit[] | null {
    if (this.entries.length === 0) this.sort();
    const { entries } = this;
    const places: number[] = [];
    for (let entry = this.entryOf[cls] ?? 0; entry !== 0; entry = entries[entry] ?? 0)
      for (let at = this.last[entries[entry - 1] ?? 0] ?? 0; at !== 0; at = this.before[at - 1] ?? 0)
        if (this.isLeft(at - 1, cls)) places.push(at - 1);
    if (places.length === 0) return null;
    return Array.from(Int32Array.from(places).sort(), (at) => this.hit(cls, at));
  }

  /** The different words by class. */
  private sort(): void {
    const { classesOf, entries, entryOf } = this;
    for (const word of this.different) {
      for (let c = word; classesOf[c] !== NO_CLASS; c++) {
        const cls = classesOf[c] ?? NO_CLASS;
        if (entryOf[cls] === 0) this.present.push(cls);
        entries.push(word, entryOf[cls] ?? 0);
        entryOf[cls] = entries.length - 1;
      }
    }
  }

  private hit(cls: number, at: number): Hit {
    return { cls, start: this.starts[at] ?? 0, end: this.ends[at] ?? 0 };
  }

  /** What belongs to the classes that have something in `chosen`, in the order of their starts. */
  ofClasses(chosen: readonly unknown[]): Hit[] {
    const { classesOf, words } = this;
    const hits: Hit[] = [];
    for (let at = 0; at < this.count; at++) {
      for (let c = words[at] ?? 0; ; c++) {
        const cls = classesOf[c] ?? NO_CLASS;
        if (cls === NO_CLASS) break;
        if (chosen[cls] !== undefined && this.isLeft(at, cls)) hits.push(this.hit(cls, at));
      }
    }
    return hits;
  }

  some(test: (start: number, end: number) => boolean): boolean {
    for (let at = 0; at < this.count; at++) if (test(this.starts[at] ?? 0, this.ends[at] ?? 0)) return true;
    return false;
  }
}
