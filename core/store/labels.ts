/** What the user says of posts: kept apart from readings, so that no capture overwrites it. */
import type { Labels } from '../model/labels';
import { type Connection, send } from './open';
import { settledFields } from './posts';
import type { LabelRow } from './schema';
import { breakSeal } from './seals';
import type { LabelChange, LabelsInUse, SavedLabels } from './types';
import { raiseVersion } from './version';

/** Topics, series and free labels in use, by hand or by rule, without reading a post. */
export function labelsInUse(connection: Connection): Promise<LabelsInUse> {
  return connection.transact(['labels', 'rules'], 'readonly', async (tx) => {
    const [rows, rules] = await Promise.all([tx.objectStore('labels').getAll(), tx.objectStore('rules').getAll()]);
    const all = [...rows.map(({ labels }) => labels), ...rules.map(({ set }) => set)];
    const distinct = (values: (string | undefined)[]) =>
      [...new Set(values.filter((value) => value !== undefined))].sort((a, b) => a.localeCompare(b));
    return {
      pillars: distinct(all.map(({ pillar }) => pillar)),
      series: distinct(all.map(({ series }) => series)),
      labels: distinct(all.flatMap(({ labels }) => labels)),
    };
  });
}

/** Rewrites the rows of some posts in one transaction (null removes one). Answers what stood there. */
function rewrite(
  connection: Connection,
  keys: Iterable<string>,
  change: (row: LabelRow) => LabelRow | null,
): Promise<SavedLabels> {
  return connection.write(['labels', 'meta', 'reports'], async (tx) => {
    breakSeal(tx, 'labels');
    const store = tx.objectStore('labels');
    const wanted = [...new Set(keys)];
    const rows = await Promise.all(wanted.map((key) => store.get(key)));
    const before = new Map<string, { labels: Labels; cleared: (keyof Labels)[] } | null>();
    wanted.forEach((key, index) => {
      const row = rows[index];
      before.set(key, row ? { labels: row.labels, cleared: row.cleared } : null);
      const next = change(row ?? { key, labels: {}, cleared: [] });
      send(next ? store.put(next) : store.delete(key));
    });
    await raiseVersion(tx);
    return before;
  });
}

function changed({ key, labels, cleared }: LabelRow, change: LabelChange): LabelRow {
  const next: Record<string, unknown> = { ...labels };
  const gone = new Set<keyof Labels>(cleared);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) continue;
    const field = name as keyof Labels;
    if (value === null) {
      delete next[field];
      gone.add(field);
    } else {
      next[field] = value;
      gone.delete(field);
    }
  }
  return { key, labels: next as Labels, cleared: [...gone].sort() };
}

export const setLabels = (connection: Connection, keys: readonly string[], change: LabelChange) =>
  rewrite(connection, keys, (row) => changed(row, change));

/** What a file says of posts. What was said here before stays, and what was taken away stays away. */
export async function fillLabels(connection: Connection, wanted: ReadonlyMap<string, Labels>): Promise<void> {
  const settled = await settledFields(connection, wanted.keys());
  const missing = new Map<string, LabelChange>();
  for (const [key, labels] of wanted) {
    const open = Object.entries(labels).filter(([field]) => !settled.get(key)?.has(field as keyof Labels));
    if (open.length > 0) missing.set(key, Object.fromEntries(open));
  }
  if (missing.size > 0) await rewrite(connection, missing.keys(), (row) => changed(row, missing.get(row.key) ?? {}));
}

export async function putLabels(connection: Connection, saved: SavedLabels): Promise<void> {
  await rewrite(connection, saved.keys(), ({ key }) => {
    const before = saved.get(key);
    return before ? { key, ...before } : null;
  });
}
