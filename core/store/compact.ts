/**
 * Batches are quick to write and slow to search; compaction moves their readings to the histories of their posts. In small
 * transactions, each of which takes some batches and puts their readings in place: stopped at any moment, every reading is in
 * one of the two.
 */

import type { Platform } from '../model/platforms';
import { type Connection, send, type Transaction, withWriterLock } from './open';
import type { PackedReading } from './pack';
import type { HistoryRow } from './schema';
import type { Progress } from './types';

const BATCHES_AT_ONCE = 40;
/** Readings in one stored value: small enough to be rewritten when one is added. */
const PART_LIMIT = 100;

/** Adds readings of one account to the histories of their posts. */
export async function append(
  tx: Transaction<'readwrite'>,
  platform: Platform,
  scope: string,
  readings: Iterable<PackedReading>,
): Promise<void> {
  const byKey = new Map<string, PackedReading[]>();
  for (const reading of readings) {
    const list = byKey.get(reading[0]);
    if (list) list.push(reading);
    else byKey.set(reading[0], [reading]);
  }
  const store = tx.objectStore('histories');
  await Promise.all(
    [...byKey].map(async ([key, added]) => {
      const last = await store.openCursor(IDBKeyRange.bound([platform, scope, key], [platform, scope, key, []]), 'prev');
      let row: HistoryRow = last?.value ?? { platform, scope, key, part: 0, readings: [] };
      for (const reading of added) {
        if (row.readings.length >= PART_LIMIT) {
          send(store.put(row));
          row = { platform, scope, key, part: row.part + 1, readings: [] };
        }
        row.readings.push(reading);
      }
      send(store.put(row));
    }),
  );
}

export async function compact(connection: Connection, { signal, onProgress }: Progress = {}): Promise<void> {
  const total = await connection.transact(['batches'], 'readonly', (tx) => tx.objectStore('batches').count());
  for (let done = 0; ; ) {
    signal?.throwIfAborted();
    const moved = await withWriterLock(connection.name, () =>
      connection.transact(['batches', 'histories'], 'readwrite', async (tx) => {
        const store = tx.objectStore('batches');
        const rows = await store.getAll(null, BATCHES_AT_ONCE);
        const [first] = rows;
        if (!first) return 0;
        const same = rows.filter((row) => row.platform === first.platform && row.scope === first.scope);
        await append(
          tx,
          first.platform,
          first.scope,
          same.flatMap((row) => row.readings),
        );
        for (const row of same) send(store.delete([row.platform, row.scope, row.id]));
        return same.length;
      }),
    );
    done += moved;
    onProgress?.(total === 0 ? 1 : Math.min(1, done / total));
    if (moved === 0) return;
  }
}
