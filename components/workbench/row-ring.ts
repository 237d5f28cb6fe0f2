import type { PostRow } from '../data';
import { makeRow, type RowElement, type RowMaking } from './row-element';

/** Rows filled in one frame; the others wait for the next. All at once would be felt on a slow computer. */
const PER_FRAME = 2;
/** Scrolling is over when nothing came into view for so long, ms. */
const STILL = 150;

/** Which rows should be there. */
export interface Wanted {
  /** Places among the found posts: of the first row that is made, and of the first in view. */
  from: number;
  top: number;
  /** So many rows are made. */
  count: number;
  /** Undefined while it is being fetched. */
  rowAt: (index: number) => PostRow | undefined;
  selected: ReadonlySet<string>;
}

interface Slot {
  made: RowElement;
  index: number;
  row: PostRow;
}
const modulo = (value: number, by: number) => ((value % by) + by) % by;

/**
 * The rows that are made, as a ring. While one scrolls, the element of the row that leaves at one end is filled with the row that
 * comes in at the other, and stays where it is in the document: moving an element costs a browser as much as making one. The order in
 * the document, which the Tab key and screen readers follow, is put right when scrolling is over, and at once while somebody stands
 * in a row.
 */
export class RowRing {
  readonly #body: HTMLElement;
  readonly #making: RowMaking;
  readonly #onBusy: (busy: boolean) => void;
  /** In the order of the document; null where none was made yet. The row at `index` belongs at `(index - #turned) mod count`. */
  #slots: (Slot | null)[] = [];
  #turned = 0;
  #wanted: Wanted = { from: 0, top: 0, count: 0, rowAt: () => undefined, selected: new Set() };
  /** So many rows may still be filled in this frame. */
  #room = PER_FRAME;
  #still = true;
  #untilStill: ReturnType<typeof setTimeout> | undefined;
  #frame: number | undefined;
  #afterFrame: ReturnType<typeof setTimeout> | undefined;

  /** `onBusy` is told whether rows are still to come or to be put in order. */
  constructor(body: HTMLElement, making: RowMaking, onBusy: (busy: boolean) => void) {
    this.#body = body;
    this.#making = making;
    this.#onBusy = onBusy;
  }

  show(wanted: Wanted): void {
    if (wanted.from !== this.#wanted.from) this.#scrolled();
    this.#wanted = wanted;
    if (wanted.count !== this.#slots.length) this.#resize();
    // A view of which nothing is there begins in the order of the document.
    if (!this.#slots.some((slot) => slot && this.#isWanted(slot))) this.#turned = wanted.from;
    if (this.#body.contains(document.activeElement)) this.#turn(this.#slots.length);
    this.#slots.forEach((slot, at) => {
      if (!slot) return;
      const row = wanted.rowAt(slot.index);
      const { key } = slot.row.known;
      // The same post in the same place may say something new.
      if (row && row !== slot.row && row.known.key === key) this.#fill(at, slot.index, row);
      else slot.made.select(wanted.selected.has(key));
    });
    this.#work();
  }

  end(): void {
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    clearTimeout(this.#afterFrame);
    clearTimeout(this.#untilStill);
    this.#body.replaceChildren();
  }

  #isWanted({ index }: Slot): boolean {
    const { from, count } = this.#wanted;
    return index >= from && index < from + count;
  }
  /** So many at the beginning of the document belong at its end. */
  #ahead(): number {
    return modulo(this.#wanted.from - this.#turned, this.#slots.length || 1);
  }
  #scrolled(): void {
    this.#still = false;
    clearTimeout(this.#untilStill);
    this.#untilStill = setTimeout(() => {
      this.#still = true;
      this.#work();
    }, STILL);
  }

  /** As much as this frame has room for: rows first, then their order. */
  #work(): void {
    const waiting = this.#fillSome();
    if (!waiting && this.#still && this.#room === PER_FRAME && this.#ahead()) {
      this.#turn(1);
      this.#room = 0;
    }
    this.#onBusy(waiting || this.#ahead() > 0);
    if (this.#room === PER_FRAME) return;
    // What was filled is laid out here, so that the frame that draws it does not have that to do as well.
    this.#body.getBoundingClientRect();
    // Once that frame is drawn, the next few are filled in a task of their own. One that is on its way stays so: who scrolls fast
    // comes here again and again before it does.
    if (this.#frame !== undefined || this.#afterFrame !== undefined) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#afterFrame = setTimeout(() => {
        this.#afterFrame = undefined;
        this.#room = PER_FRAME;
        this.#work();
      });
    });
  }

  /** Fills rows that are not there, those from `top` on first. Whether some are still to come. */
  #fillSome(): boolean {
    const { from, top, count, rowAt } = this.#wanted;
    let waiting = false;
    for (let step = 0; step < count; step++) {
      const index = from + ((step + top - from) % count);
      const at = modulo(index - this.#turned, count);
      const slot = this.#slots[at];
      const row = rowAt(index);
      if (row && slot?.index === index && slot.row.known.key === row.known.key) continue;
      if (row && this.#room > 0) {
        this.#fill(at, index, row);
        this.#room--;
      } else waiting = true;
    }
    return waiting;
  }

  #fill(at: number, index: number, row: PostRow): void {
    const made = this.#slots[at]?.made ?? this.#make(at);
    made.fill(index, row, this.#wanted.selected.has(row.known.key));
    this.#slots[at] = { made, index, row };
  }
  #make(at: number): RowElement {
    const made = makeRow(this.#making);
    const next = this.#slots.find((slot, place) => place > at && slot);
    this.#body.insertBefore(made.element, next?.made.element ?? null);
    return made;
  }

  /** Moves at most so many elements from one end of the document to the other, until they stand in the order of their rows. */
  #turn(most: number): void {
    const focused = this.#slots.find((slot) => slot?.made.element.contains(document.activeElement));
    for (let moved = 0; moved < most; moved++) {
      const ahead = this.#ahead();
      if (ahead === 0) return;
      // The shorter way; a row in which somebody stands is not moved.
      const stands = focused && this.#isWanted(focused) ? this.#slots.indexOf(focused) : -1;
      const toEnd = stands < 0 ? ahead * 2 <= this.#slots.length : stands >= ahead;
      const slot = (toEnd ? this.#slots.shift() : this.#slots.pop()) ?? null;
      if (toEnd) this.#slots.push(slot);
      else this.#slots.unshift(slot);
      this.#turned += toEnd ? 1 : -1;
      if (!slot) continue;
      if (toEnd) this.#body.append(slot.made.element);
      else this.#body.prepend(slot.made.element);
    }
  }

  /** Another number of rows: those that are wanted keep their elements, the others are given to rows without one or taken away. */
  #resize(): void {
    const { from, count } = this.#wanted;
    const next = new Array<Slot | null>(count).fill(null);
    const made = this.#slots.filter((slot) => slot !== null);
    const free = made.filter((slot) => !this.#isWanted(slot));
    for (const slot of made) if (this.#isWanted(slot)) next[slot.index - from] = slot;
    this.#slots = next.map((slot) => slot ?? free.shift() ?? null);
    this.#turned = from;
    for (const slot of free) slot.made.element.remove();
    let here = this.#body.firstElementChild;
    for (const slot of this.#slots) {
      if (!slot) continue;
      if (slot.made.element === here) here = here.nextElementSibling;
      else this.#body.insertBefore(slot.made.element, here);
    }
  }
}
