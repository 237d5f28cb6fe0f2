/**
 * The store as the background needs it: it keeps what dashboards hand over and looks up what it is asked for. What only our pages do
 * (reading all posts, merging, exporting) stays out of a worker that is woken for each batch.
 */
import { type BackupFacts, capturedOf } from '../model/backup-age';
import { incident } from '../model/documents/incident';
import { readAs } from '../model/documents/kind';
import { verdict } from '../model/documents/verdict';
import { verdictId } from '../model/not-an-issue';
import type { Incident } from '../model/workspace/objects';
import { Keeper } from './keep';
import { Connection, type ConnectionOptions, put, send } from './open';
import { documentRows } from './rows-of-documents';
import type { Store } from './types';
import { raiseVersion, readState } from './version';

export type BackgroundStore = Pick<
  Store,
  'keep' | 'setting' | 'suppressed' | 'suppress' | 'setAside' | 'report' | 'dataVersion' | 'lastBackup' | 'close'
> & {
  /** Those that this version understands. */
  incidents(): Promise<Incident[]>;
  /** When anything was first captured or imported, and when last; no post is looked at to know it. */
  captured(): Promise<BackupFacts['captured']>;
};

/** The same database as `openStore`, with the same promises. */
export async function openForBackground(options: ConnectionOptions = {}): Promise<BackgroundStore> {
  const connection = new Connection(options);
  const store = backgroundPart(connection, options);
  await store.dataVersion();
  return store;
}

export function backgroundPart(connection: Connection, { now = Date.now }: Pick<ConnectionOptions, 'now'>): BackgroundStore {
  const keeper = new Keeper(connection, now);
  return {
    keep: (batch) => keeper.keep(batch),
    captured: async () => capturedOf(Object.values((await connection.transact(['meta'], 'readonly', readState)).seen)),
    incidents: async () =>
      (await documentRows(connection, 'incident')).flatMap((row) => {
        const read = readAs(incident, row);
        return read.ok ? [read.value] : [];
      }),
    setting: async (key) =>
      (await connection.transact(['settings'], 'readonly', (tx) => tx.objectStore('settings').get(key)))?.value,
    suppressed: async () =>
      (await connection.transact(['suppressed'], 'readonly', (tx) => tx.objectStore('suppressed').getAll())).map(({ id }) => id),
    suppress: (id, suppressed) =>
      connection.write(['suppressed', 'meta'], (tx) => {
        const store = tx.objectStore('suppressed');
        send(suppressed ? store.put({ id }) : store.delete(id));
        return raiseVersion(tx);
      }),
    setAside: (about) =>
      connection.write(['suppressed', 'documents', 'meta'], (tx) => {
        for (const { id, rule } of about) {
          const value = { id: verdictId(id), rule, right: false, when: new Date(now()).toISOString() };
          put(tx, 'suppressed', { id });
          put(tx, 'documents', { kind: 'verdict', id: value.id, version: verdict.version, value });
        }
        return raiseVersion(tx);
      }),
    dataVersion: async () => (await connection.transact(['meta'], 'readonly', readState)).dataVersion,
    report: async (name) => {
      const row = await connection.transact(['reports'], 'readonly', (tx) => tx.objectStore('reports').get(name));
      return row && { dataVersion: row.dataVersion, report: row.report };
    },
    lastBackup: async () => {
      const row = await connection.transact(['meta'], 'readonly', (tx) => tx.objectStore('meta').get('lastBackup'));
      return row?.key === 'lastBackup' ? row.value : null;
    },
    close: () => connection.close(),
  };
}
