import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PostRow } from '../data';
import type { Column } from './columns';

/** Rows filled in one frame; the others wait for the next. All at once would be felt on a slow computer. */
const PER_FRAME = 2;

/** A row's element. It shows one post after another: filling it anew costs less than making another one. */
export interface Slot {
  id: number;
  /** Place of the post among the found ones. */
  index: number;
  row: PostRow;
}
interface Wanted {
  index: number;
  /** Undefined while it is being fetched. */
  row: PostRow | undefined;
}

/**
 * Gives each wanted row an element: the one that shows it already, else the one in the same place if its post is no longer wanted,
 * else a new one. So none ever moves, and all stand in the order of their rows. At most `room` are filled, those from `top` on first;
 * until then the ones in their places stay as they are.
 */
export function fill(before: readonly Slot[], rows: readonly Wanted[], top: number, room: number) {
  const showing = new Map(before.map((slot) => [slot.row.known.key, slot]));
  const free = new Set(before);
  const next: (Slot | undefined)[] = rows.map(({ index, row }) => {
    const slot = row && showing.get(row.known.key);
    if (!row || !slot || !free.delete(slot)) return undefined;
    return slot.index === index && slot.row === row ? slot : { id: slot.id, index, row };
  });
  const inPlace = (at: number) => {
    const slot = before[at];
    return slot && free.has(slot) ? slot : undefined;
  };
  let left = room;
  let fresh = before.reduce((most, { id }) => Math.max(most, id), 0);
  for (let step = 0; step < rows.length && left > 0; step++) {
    const at = (step + top) % rows.length;
    const { index, row } = rows[at] as Wanted;
    if (!row || next[at]) continue;
    next[at] = { id: inPlace(at)?.id ?? ++fresh, index, row };
    left--;
  }
  const waiting = next.includes(undefined);
  const slots = next.map((slot, at) => slot ?? inPlace(at)).filter((slot) => slot !== undefined);
  return { slots, waiting, left };
}

/** The elements for the rows, filled a few per frame. `waiting`: some rows are not there yet. */
export function useSlots(rows: readonly Wanted[], top: number, columns: Column[]) {
  const drawn = useRef({ slots: [] as Slot[], columns, room: PER_FRAME, waiting: false });
  const [, nextFrame] = useState(0);
  const { current } = drawn;
  const { slots, waiting, left } = fill(current.columns === columns ? current.slots : [], rows, top, current.room);
  drawn.current = { slots, columns, room: left, waiting };
  // Once the frame with what was filled is drawn, the next few are filled in a task of their own. One that is on its way stays so:
  // who scrolls fast draws the table again and again before it comes.
  const pending = useRef<(() => void) | null>(null);
  useLayoutEffect(() => {
    if (pending.current || drawn.current.room === PER_FRAME) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        pending.current = null;
        drawn.current.room = PER_FRAME;
        if (drawn.current.waiting) nextFrame((count) => count + 1);
      });
    });
    pending.current = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  });
  useEffect(() => () => pending.current?.(), []);
  return { slots, waiting };
}
