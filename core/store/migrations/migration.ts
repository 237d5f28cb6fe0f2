import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * One step. `upgrade` runs in the transaction that changes the version: it awaits nothing but requests of that transaction, and
 * whatever it throws leaves the database at the old version with the old data. It never replaces data it does not understand:
 * it throws.
 */
export interface Migration {
  version: number;
  upgrade(db: IDBPDatabase<unknown>, tx: IDBPTransaction<unknown, string[], 'versionchange'>): void | Promise<void>;
}
