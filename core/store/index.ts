/** The one entrance to the database. */
import { documentRow, rowOnto } from '../model/documents';
import { accounts, nameAccount, observed } from './accounts';
import { compact } from './compact';
import { documents } from './documents';
import { dump } from './dump';
import { backgroundPart } from './for-background';
import { HeldPosts } from './held-posts';
import { keysOf } from './keep';
import { fillLabels, labelsInUse, putLabels, setLabels } from './labels';
import { merge, preview, replace } from './merge';
import { Connection, type ConnectionOptions, put, send, type Transaction } from './open';
import { eachPost, posts } from './posts';
import { remove } from './remove';
import { replaceReports, reportsEdition } from './reports';
import { suggestRules } from './rules';
import type { StoreName } from './schema';
import type { Store } from './types';
import { raiseVersion, readState } from './version';

export * from './types';

/** Opens the database. Rejects with `StoreProblem` when it cannot be opened; while another panel blocks an upgrade it waits. */
export async function openStore(options: ConnectionOptions = {}): Promise<Store> {
  const connection = new Connection(options);
  const held = new HeldPosts(connection);
  const read = <T>(store: StoreName, work: (tx: Transaction<'readonly'>) => Promise<T>) =>
    connection.transact([store], 'readonly', work);
  /** A small write that reports may depend on. */
  const change = (store: StoreName, request: (tx: Transaction<'readwrite'>) => Promise<unknown>) =>
    connection.write([store, 'meta'], (tx) => {
      send(request(tx));
      return raiseVersion(tx);
    });
  const rules = () => read('rules', (tx) => tx.objectStore('rules').getAll());
  await read('meta', readState);

  return {
    ...backgroundPart(connection, options),

    accounts: () => accounts(connection),
    posts: (filter) => posts(connection, filter),
    currentPosts: () => held.current(),
    eachPost: (filter, progress) => eachPost(connection, filter, progress),
    nameAccount: (platform, account, name) => nameAccount(connection, platform, account, name),
    accountReadings: (platform) => observed(connection, 'accountReadings', platform),
    audienceCurves: (platform) => observed(connection, 'audienceCurves', platform),

    setLabels: (keys, change) => setLabels(connection, keys, change),
    keysOf: (batch) => keysOf(connection, batch),
    fillLabels: (labels) => fillLabels(connection, labels),
    putLabels: (saved) => putLabels(connection, saved),
    labelsInUse: () => labelsInUse(connection),
    rules,
    putRule: (rule) => change('rules', (tx) => tx.objectStore('rules').put(rule)),
    removeRule: (id) => change('rules', (tx) => tx.objectStore('rules').delete(id)),
    suggestRules: async () => suggestRules(await posts(connection, { latestOnly: true }), await rules()),

    putSetting: (key, value) => change('settings', (tx) => tx.objectStore('settings').put({ key, value })),

    documents: (kind) => documents(connection, kind),
    putDocument: async (kind, value) => {
      const row = documentRow(kind, value);
      await connection.write(['documents', 'meta'], async (tx) => {
        const rows = tx.objectStore('documents');
        send(rows.put(rowOnto(await rows.get([row.kind, row.id]), row)));
        return raiseVersion(tx);
      });
    },
    removeDocument: (kind, id) => change('documents', (tx) => tx.objectStore('documents').delete([kind, id])),

    reports: (names) => read('reports', (tx) => Promise.all(names.map((name) => tx.objectStore('reports').get(name)))),
    putReport: (name, { dataVersion, report }) =>
      connection.write(['reports'], (tx) => put(tx, 'reports', { name, dataVersion, report })),

    replaceReports: (prefix, reports, last) => replaceReports(connection, prefix, reports, last),
    reportsEdition: (prefix) => reportsEdition(connection, prefix),

    imports: async () => {
      const rows = await read('imports', (tx) => tx.objectStore('imports').getAll());
      return rows
        .map(({ batches: _, platforms: __, ...record }) => record)
        .sort((a, b) => Date.parse(b.importedAt) - Date.parse(a.importedAt));
    },
    noteBackup: (at) => connection.write(['meta'], (tx) => put(tx, 'meta', { key: 'lastBackup', value: at })),

    compact: (progress) => compact(connection, progress),
    dump: (progress) => dump(connection, progress),
    preview: (records, progress) => preview(connection, records, progress),
    merge: (records, progress) => merge(connection, records, progress),
    replace: (records, progress) => replace(connection, records, progress),
    remove: (scope) => remove(connection, scope),
  };
}
