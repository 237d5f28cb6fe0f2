/**
 * Seals tell whoever holds posts in memory whether what they were made of is still what was read: a seal lies in the database, and
 * whoever does more than add a batch breaks it in the same transaction. A seal that is the same as when it was read was not broken
 * since; a missing one, or another, means: read anew.
 */
import { type Connection, put, send, type Transaction } from './open';

/** `readings`: batches and histories, but for batches that were added. `labels`: what the user said of posts. */
export const SEALED = ['readings', 'labels'] as const;
export type Sealed = (typeof SEALED)[number];
export type Seals = Readonly<Record<Sealed, string | null>>;

const nameOf = (sealed: Sealed) => `store:seal|${sealed}`;

export async function readSeals(tx: Transaction<'readonly'>): Promise<Seals> {
  const rows = await Promise.all(SEALED.map((sealed) => tx.objectStore('reports').get(nameOf(sealed))));
  const [readings = null, labels = null] = rows.map((row) => (typeof row?.report === 'string' ? row.report : null));
  return { readings, labels };
}

/** Puts the seals that are missing. */
export async function seal(connection: Connection): Promise<void> {
  const seals = await connection.transact(['reports'], 'readonly', readSeals);
  if (SEALED.every((sealed) => seals[sealed] !== null)) return;
  await connection.write(['reports'], async (tx) => {
    const now = await readSeals(tx as unknown as Transaction<'readonly'>);
    for (const sealed of SEALED) {
      if (now[sealed] !== null) continue;
      put(tx, 'reports', { name: nameOf(sealed), dataVersion: 0, report: crypto.randomUUID() });
    }
  });
}

/** To be called in every transaction (with `reports`) that changes what is sealed. */
export function breakSeal(tx: Transaction<'readwrite'>, sealed: Sealed): void {
  send(tx.objectStore('reports').delete(nameOf(sealed)));
}
