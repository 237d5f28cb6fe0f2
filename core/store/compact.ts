/**
 * Batches are quick to write and slow to search; compaction moves their readings to the histories of their posts. In small
 * transactions, each of which takes some batches and puts their readings in place: stopped at any moment, every reading is in
 * one of the two.
 */

import type { Platform } from '../model/platforms';
import { type Connection, send, type Transaction } from './open';
import type { PackedReading } from './pack';
import type { BatchRow, HistoryRow } from './schema';
import type { Progress } from './types';

const BATCHES_AT_ONCE = 50;
/** Moved in one transaction: many, so that a post's value is rewritten once and not once for every look at it. */
const READINGS_AT_ONCE = 20_000;
/** A part with this many readings is complete: rewriting it for every look would cost more than one value more to read. */
const PART_COMPLETE = 25;
/** Readings in one stored value at most. */
const PART_LIMIT = 200;

/** Adds readings of one account to the histories of their posts. Answers how many keys had no history before. */
export async function append(
  tx: Transaction<'readwrite'>,
  platform: Platform,
  scope: string,
  readings: Iterable<PackedReading>,
): Promise<number> {
  const byKey = new Map<string, PackedReading[]>();
  for (const reading of readings) {
    const list = byKey.get(reading[0]);
    if (list) list.push(reading);
    else byKey.set(reading[0], [reading]);
  }
  const store = tx.objectStore('histories');
  let fresh = 0;
  await Promise.all(
    [...byKey].map(async ([key, added]) => {
      const last = await store.openCursor(IDBKeyRange.bound([platform, scope, key], [platform, scope, key, []]), 'prev');
      if (!last) fresh += 1;
      const open = last && last.value.readings.length < PART_COMPLETE ? last.value : null;
      let part = open ? open.part : last ? last.value.part + 1 : 0;
      const waiting = [...(open?.readings ?? []), ...added];
      for (let from = 0; from < waiting.length; from += PART_LIMIT) {
        const row: HistoryRow = { platform, scope, key, part, readings: waiting.slice(from, from + PART_LIMIT) };
        send(store.put(row));
        part += 1;
      }
    }),
  );
  return fresh;
}

export async function compact(connection: Connection, { signal, onProgress }: Progress = {}): Promise<void> {
  const total = await connection.transact(['batches'], 'readonly', (tx) => tx.objectStore('batches').count());
  for (let done = 0; ; ) {
    signal?.throwIfAborted();
    const moved = await connection.write(['batches', 'histories'], (tx) => moveSome(tx));
    done += moved;
    onProgress?.(total === 0 ? 1 : Math.min(1, done / total));
    if (moved === 0) return;
  }
}

/** Moves batches of one account, up to `READINGS_AT_ONCE` readings. Answers how many batches. */
async function moveSome(tx: Transaction<'readwrite'>): Promise<number> {
  const store = tx.objectStore('batches');
  const taken: BatchRow[] = [];
  let readings = 0;
  for (let from: IDBKeyRange | null = null; readings < READINGS_AT_ONCE; ) {
    const rows: BatchRow[] = await store.getAll(from, BATCHES_AT_ONCE);
    const first = taken[0] ?? rows[0];
    const same = rows.filter((row) => row.platform === first?.platform && row.scope === first.scope);
    taken.push(...same);
    readings += same.reduce((sum, row) => sum + row.readings.length, 0);
    const last = same.at(-1);
    if (!last || rows.length < BATCHES_AT_ONCE || same.length < rows.length) break;
    from = IDBKeyRange.lowerBound([last.platform, last.scope, last.id], true);
  }
  const [first] = taken;
  if (!first) return 0;
  await append(
    tx,
    first.platform,
    first.scope,
    taken.flatMap((row) => row.readings),
  );
  for (const row of taken) send(store.delete([row.platform, row.scope, row.id]));
  return taken.length;
}
