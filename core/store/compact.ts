/**
 * Batches are quick to write and slow to search; compaction moves their readings to the histories, in small transactions each of
 * which takes some batches and puts their readings in place: stopped at any moment, every reading is in one of the two.
 */
import { append } from './histories';
import { type Connection, send, type Transaction } from './open';
import type { BatchRow } from './schema';
import { breakSeal } from './seals';
import type { Progress } from './types';

const BATCHES_AT_ONCE = 50;
/** Moved in one transaction: many, so that a month is opened once and not once for every batch. */
const READINGS_AT_ONCE = 20_000;

export async function compact(connection: Connection, { signal, onProgress }: Progress = {}): Promise<void> {
  const total = await connection.transact(['batches'], 'readonly', (tx) => tx.objectStore('batches').count());
  for (let done = 0; ; ) {
    signal?.throwIfAborted();
    const moved = await connection.write(['batches', 'histories', 'reports'], (tx) => moveSome(tx));
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
  breakSeal(tx, 'readings');
  for (const row of taken) send(store.delete([row.platform, row.scope, row.id]));
  return taken.length;
}
