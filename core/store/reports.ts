/** Reports that lie in many rows under one prefix: replaced as a whole, and written only where they say something else. */
import { type Connection, send } from './open';
import type { Store } from './types';

const editionName = (prefix: string) => `${prefix}|edition`;

export function reportsEdition(connection: Connection, prefix: string): Promise<string | null> {
  return connection.transact(['reports'], 'readonly', async (tx) => {
    const row = await tx.objectStore('reports').get(editionName(prefix));
    return typeof row?.report === 'string' ? row.report : null;
  });
}

export function replaceReports(
  connection: Connection,
  prefix: string,
  reports: Parameters<Store['replaceReports']>[1],
  last?: Parameters<Store['replaceReports']>[2],
): Promise<string> {
  const edition = crypto.randomUUID();
  return connection.write(['reports'], async (tx) => {
    const store = tx.objectStore('reports');
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const [stored, names] = await Promise.all([store.get(editionName(prefix)), store.getAllKeys(range)]);
    const same = last !== undefined && stored?.report === last.edition ? last.same : new Set<string>();
    const staying = new Set(reports.flatMap(({ name }) => (same.has(name) ? [name] : [])));
    for (const name of names) if (!staying.has(name)) send(store.delete(name));
    for (const report of reports) if (!staying.has(report.name)) send(store.put(report));
    send(store.put({ name: editionName(prefix), dataVersion: reports[0]?.dataVersion ?? 0, report: edition }));
    return edition;
  });
}
