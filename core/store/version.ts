/** The row that every write to readings touches: the counters that tell whether something cached still holds, and who was seen when. */
import { put, type Transaction } from './open';
import type { Seen, StateRow } from './schema';

export async function readState(tx: Transaction<'readonly'> | Transaction<'readwrite'>): Promise<StateRow> {
  const row = await (tx as Transaction<'readonly'>).objectStore('meta').get('state');
  return row?.key === 'state' ? row : { key: 'state', dataVersion: 0, writes: 0, seen: {} };
}

/** Answers the new value of `writes`. */
export function writeState(
  tx: Transaction<'readwrite'>,
  { dataVersion, writes, seen }: StateRow,
  changesReports: boolean,
): number {
  put(tx, 'meta', { key: 'state', dataVersion: dataVersion + (changesReports ? 1 : 0), writes: writes + 1, seen });
  return writes + 1;
}

/** For writers that keep no memory. */
export async function raiseVersion(tx: Transaction<'readwrite'>): Promise<void> {
  writeState(tx, await readState(tx), true);
}

const older = (a: string, b: string) => (Date.parse(a) <= Date.parse(b) ? a : b);
const newer = (a: string, b: string) => (Date.parse(a) >= Date.parse(b) ? a : b);

/** What two looks at an account know together. */
export function mergeSeen(a: Seen | undefined, b: Seen): Seen {
  if (!a) return b;
  const coverage = { ...a.coverage };
  for (const [page, seen] of Object.entries(b.coverage)) {
    const known = coverage[page];
    if (!known || Date.parse(known.seenAt) <= Date.parse(seen.seenAt)) coverage[page] = seen;
  }
  return {
    firstSeenAt: older(a.firstSeenAt, b.firstSeenAt),
    lastSeenAt: newer(a.lastSeenAt, b.lastSeenAt),
    keys: a.keys + b.keys,
    coverage,
  };
}
