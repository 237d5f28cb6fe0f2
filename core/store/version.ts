/** The counters that tell whether something cached still holds. */
import { send, type Transaction } from './open';
import type { StateRow } from './schema';

export async function readState(tx: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<StateRow> {
  const row = await (tx as Transaction<'readonly'>).objectStore('meta').get('state');
  return row?.key === 'state' ? row : { key: 'state', dataVersion: 0, writes: 0 };
}

/** Answers the new value of `writes`. */
export function writeState(tx: Transaction<'readwrite'>, { dataVersion, writes }: StateRow, changesReports: boolean): number {
  send(tx.objectStore('meta').put({ key: 'state', dataVersion: dataVersion + (changesReports ? 1 : 0), writes: writes + 1 }));
  return writes + 1;
}

/** For writers that keep no memory. */
export async function raiseVersion(tx: Transaction<'readwrite'>): Promise<void> {
  writeState(tx, await readState(tx), true);
}
