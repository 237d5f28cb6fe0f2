/**
 * Room on the disk. A database of Chromium's does not survive that the disk fills up under a write of its own: it takes its files for
 * damaged afterwards and begins an empty one (`test/reliability/full-disk.test.ts` saw it). So nothing is written while little room is left.
 */
export interface Room {
  /** Bytes that the browser lets us use beyond `used`: with `unlimitedStorage` Chromium tells what is free on the disk, Firefox how large it is. */
  free: number;
  /** Bytes of what is stored. */
  used: number;
}

const MB = 1 << 20;
/** More than a batch and all that the browser tidies up beside it. */
const RESERVE = 32 * MB;
/** A disk with so much to spare is not filled within `FRESH`. */
const PLENTY = 8192 * MB;
/** Milliseconds. */
const FRESH = 2000;

async function ask(): Promise<Room | null> {
  const storage = globalThis.navigator?.storage;
  // Where nothing is told, the browser's own refusal must do.
  const told = await storage?.estimate?.().catch(() => null);
  return told?.quota === undefined || told.usage === undefined ? null : { free: told.quota - told.usage, used: told.usage };
}

/** Says whether there is room for a write. */
export class Spare {
  private plentyUntil = 0;

  constructor(private readonly room: () => Promise<Room | null> = ask) {}

  /** `more`: bytes that one write adds beyond a batch; `all`: everything that is stored may be written anew, as an upgrade does. */
  async enough(more: number | 'all' = 0): Promise<boolean> {
    if (more === 0 && performance.now() < this.plentyUntil) return true;
    const room = await this.room();
    if (!room) return true;
    if (room.free > PLENTY) this.plentyUntil = performance.now() + FRESH;
    // Twice: until it is complete the browser keeps what was there beside it.
    return room.free > RESERVE + 2 * (more === 'all' ? room.used : more);
  }
}
