/**
 * Every version the database ever had, oldest first: one file each, with a frozen example of the data before and after it in
 * `test/unit/store/examples/`. A migration that shipped is never altered.
 */
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import type { Migration } from './migration';
import { version1 } from './version-1';
import { version2 } from './version-2';

export const MIGRATIONS: readonly Migration[] = [version1, version2];

/** Runs the steps after `from` up to `to`, in order. Throws when one is missing. */
export async function migrate(
  db: IDBPDatabase<unknown>,
  tx: IDBPTransaction<unknown, string[], 'versionchange'>,
  from: number,
  to: number,
  migrations: readonly Migration[],
): Promise<void> {
  for (let version = from + 1; version <= to; version += 1) {
    const step = migrations.find((one) => one.version === version);
    if (!step) throw new Error(`no migration to version ${version}`);
    await step.upgrade(db, tx);
  }
}
