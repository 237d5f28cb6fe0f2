/**
 * Records put aside while a file is checked, in little memory: the readings of a hundred thousand posts are hundreds of megabytes as
 * objects and a few tens compressed. They are given out again one after the other, as often as wanted and without waiting for
 * anything, so that a transaction may walk them.
 */
import type { deflateSync, inflateSync } from 'fflate';

const AT_ONCE = 250;

export class Shelf<T> implements Iterable<T> {
  private readonly boxes: Uint8Array[] = [];
  private open: T[] = [];
  /** How many records lie here. */
  size = 0;
  private boxed = 0;

  private constructor(private readonly tools: { deflateSync: typeof deflateSync; inflateSync: typeof inflateSync }) {}

  /** Compression is loaded only where files come in. */
  static async empty<T>(): Promise<Shelf<T>> {
    // By name: only these two are carried.
    const { deflateSync, inflateSync } = await import('fflate');
    return new Shelf<T>({ deflateSync, inflateSync });
  }

  /** `record`: plain JSON. */
  push(record: T): void {
    this.size += 1;
    this.open.push(record);
    if (this.open.length < AT_ONCE) return;
    const plain = new TextEncoder().encode(JSON.stringify(this.open));
    this.boxed += plain.length;
    this.boxes.push(this.tools.deflateSync(plain, { level: 1 }));
    this.open = [];
  }

  /** Of all records, written out as JSON. */
  get bytes(): number {
    return this.boxed + new TextEncoder().encode(JSON.stringify(this.open)).length;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const box of this.boxes) yield* JSON.parse(new TextDecoder().decode(this.tools.inflateSync(box))) as T[];
    yield* this.open;
  }
}
