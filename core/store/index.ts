/** The one entrance to the database. */
import type { Labels } from '../model/labels';
import { compact } from './compact';
import { clearAll, dump, merge, preview, replace } from './dump';
import { Keeper, rangeOf } from './keep';
import { Connection, type ConnectionOptions, send, withWriterLock } from './open';
import { eachPost, posts } from './posts';
import { suggestRules } from './rules';
import type { LabelRow } from './schema';
import { accountNames, isNamed } from './scopes';
import type { AccountSummary, Scope, Store } from './types';
import { raiseVersion, readState } from './version';

export * from './types';

const newer = (a: string, b: string) => (Date.parse(a) >= Date.parse(b) ? a : b);
const older = (a: string, b: string) => (Date.parse(a) <= Date.parse(b) ? a : b);

/** `platform|account|`: the beginning of the keys of one account's posts. */
const keyPrefix = (platform: string, account: string) =>
  `${platform}|${account.replace(/[%|]/g, (char) => (char === '%' ? '%25' : '%7C'))}|`;

/** Opens the database. Rejects with `StoreProblem` when it cannot be opened; while another panel blocks an upgrade it waits. */
export async function openStore(options: ConnectionOptions = {}): Promise<Store> {
  const connection = new Connection(options);
  const now = options.now ?? Date.now;
  const keeper = new Keeper(connection, now);
  const locked = <T>(work: () => Promise<T>) => withWriterLock(connection.name, work);
  await connection.transact(['meta'], 'readonly', (tx) => readState(tx));

  async function accounts(): Promise<AccountSummary[]> {
    const rows = await connection.transact(['accounts'], 'readonly', (tx) => tx.objectStore('accounts').getAll());
    const names = accountNames(rows);
    const counts = new Map<string, number>();
    for await (const page of eachPost(connection)) {
      for (const post of page) {
        const name = `${post.platform}|${post.account}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const summaries = new Map<string, AccountSummary>();
    for (const row of rows) {
      const account = names.get(`${row.platform}|${row.scope}`) ?? '';
      const name = `${row.platform}|${account}`;
      const known = summaries.get(name);
      const seenAs = isNamed(row.scope) ? [row.scope.slice(1)] : [];
      const coverage = Object.entries(row.coverage).map(([page, seen]) => ({ page, ...seen }));
      summaries.set(
        name,
        known
          ? {
              ...known,
              seenAs: [...known.seenAs, ...seenAs],
              firstSeenAt: older(known.firstSeenAt, row.firstSeenAt),
              lastSeenAt: newer(known.lastSeenAt, row.lastSeenAt),
              coverage: newestOfEachPage([...known.coverage, ...coverage]),
            }
          : {
              platform: row.platform,
              account,
              seenAs,
              posts: counts.get(name) ?? 0,
              firstSeenAt: row.firstSeenAt,
              lastSeenAt: row.lastSeenAt,
              coverage,
            },
      );
    }
    return [...summaries.values()];
  }

  async function changeLabels(change: (row: LabelRow) => LabelRow | null, keys: Iterable<string>) {
    return locked(() =>
      connection.transact(['labels', 'meta'], 'readwrite', async (tx) => {
        const store = tx.objectStore('labels');
        const before = new Map<string, { labels: Labels; cleared: (keyof Labels)[] } | null>();
        for (const key of keys) {
          const row = await store.get(key);
          before.set(key, row ? { labels: row.labels, cleared: row.cleared } : null);
          const next = change(row ?? { key, labels: {}, cleared: [] });
          send(next ? store.put(next) : store.delete(key));
        }
        await raiseVersion(tx);
        return before;
      }),
    );
  }

  async function remove(scope: Scope): Promise<void> {
    await locked(() =>
      connection.transact(
        [
          'batches',
          'histories',
          'accounts',
          'accountReadings',
          'audienceCurves',
          'labels',
          'rules',
          'settings',
          'plan',
          'suppressed',
          'imports',
          'reports',
          'meta',
        ],
        'readwrite',
        async (tx) => {
          if (scope === 'everything') return clearAll(tx);
          const rows = await tx.objectStore('accounts').getAll();
          const names = accountNames(rows);
          const gone = rows.filter(
            (row) =>
              row.platform === scope.platform &&
              (scope.account === undefined || names.get(`${row.platform}|${row.scope}`) === scope.account),
          );
          for (const row of gone) {
            const range = rangeOf(row.platform, row.scope);
            for (const name of ['batches', 'histories', 'accountReadings', 'audienceCurves'] as const)
              send(tx.objectStore(name).delete(range));
            send(tx.objectStore('accounts').delete([row.platform, row.scope]));
            const prefix = keyPrefix(row.platform, isNamed(row.scope) ? row.scope.slice(1) : row.scope === '?1' ? '' : row.scope);
            send(tx.objectStore('labels').delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
          }
          // A file may be imported again after its posts were deleted.
          for (const record of await tx.objectStore('imports').getAll()) {
            if (record.platforms.includes(scope.platform)) send(tx.objectStore('imports').delete(record.checksum));
          }
          send(tx.objectStore('reports').clear());
          return raiseVersion(tx);
        },
      ),
    );
    keeper.forget();
  }

  return {
    keep: (batch) => keeper.keep(batch),
    posts: (filter) => posts(connection, filter),
    eachPost: (filter, progress) => eachPost(connection, filter, progress),
    accounts,
    nameAccount: (platform, account, name) =>
      locked(() =>
        connection.transact(['accounts', 'meta'], 'readwrite', async (tx) => {
          const store = tx.objectStore('accounts');
          const rows = await store.getAll();
          const names = accountNames(rows);
          for (const row of rows) {
            if (row.platform === platform && names.get(`${platform}|${row.scope}`) === account) send(store.put({ ...row, name }));
          }
          await raiseVersion(tx);
        }),
      ),
    accountReadings: async (platform) => {
      const rows = await connection.transact(['accountReadings'], 'readonly', (tx) =>
        tx.objectStore('accountReadings').getAll(platform && IDBKeyRange.bound([platform], [platform, []])),
      );
      return withNames(rows);
    },
    audienceCurves: async (platform) => {
      const rows = await connection.transact(['audienceCurves'], 'readonly', (tx) =>
        tx.objectStore('audienceCurves').getAll(platform && IDBKeyRange.bound([platform], [platform, []])),
      );
      return withNames(rows);
    },

    setLabels: (keys, change) =>
      changeLabels((row) => {
        const labels: Record<string, unknown> = { ...row.labels };
        const cleared = new Set<keyof Labels>(row.cleared);
        for (const [name, value] of Object.entries(change)) {
          if (value === undefined) continue;
          const field = name as keyof Labels;
          if (value === null) {
            delete labels[field];
            cleared.add(field);
          } else {
            labels[field] = value;
            cleared.delete(field);
          }
        }
        return { key: row.key, labels: labels as Labels, cleared: [...cleared].sort() };
      }, new Set(keys)),
    putLabels: async (saved) => {
      await changeLabels((row) => {
        const before = saved.get(row.key);
        return before ? { key: row.key, ...before } : null;
      }, saved.keys());
    },
    rules: () => connection.transact(['rules'], 'readonly', (tx) => tx.objectStore('rules').getAll()),
    putRule: (rule) => change(['rules', 'meta'], (tx) => tx.objectStore('rules').put(rule)),
    removeRule: (id) => change(['rules', 'meta'], (tx) => tx.objectStore('rules').delete(id)),
    suggestRules: async () =>
      suggestRules(
        await posts(connection, { latestOnly: true }),
        await connection.transact(['rules'], 'readonly', (tx) => tx.objectStore('rules').getAll()),
      ),

    setting: async (key) =>
      (await connection.transact(['settings'], 'readonly', (tx) => tx.objectStore('settings').get(key)))?.value,
    putSetting: (key, value) => change(['settings', 'meta'], (tx) => tx.objectStore('settings').put({ key, value })),

    plan: async (kind) => {
      const rows = await connection.transact(['plan'], 'readonly', (tx) =>
        tx.objectStore('plan').getAll(IDBKeyRange.bound([kind], [kind, []])),
      );
      return rows.map((row) => row.value);
    },
    putPlan: (kind, value) => change(['plan', 'meta'], (tx) => tx.objectStore('plan').put({ kind, id: value.id, value })),
    removePlan: (kind, id) => change(['plan', 'meta'], (tx) => tx.objectStore('plan').delete([kind, id])),

    suppressed: async () => {
      const rows = await connection.transact(['suppressed'], 'readonly', (tx) => tx.objectStore('suppressed').getAll());
      return rows.map((row) => row.id);
    },
    suppress: (id, suppressed) =>
      change(['suppressed', 'meta'], (tx) =>
        suppressed ? tx.objectStore('suppressed').put({ id }) : tx.objectStore('suppressed').delete(id),
      ),

    dataVersion: async () => (await connection.transact(['meta'], 'readonly', (tx) => readState(tx))).dataVersion,
    report: async (name) => {
      const row = await connection.transact(['reports'], 'readonly', (tx) => tx.objectStore('reports').get(name));
      return row && { dataVersion: row.dataVersion, report: row.report };
    },
    putReport: async (name, { dataVersion, report }) => {
      await locked(() =>
        connection.transact(['reports'], 'readwrite', (tx) => {
          send(tx.objectStore('reports').put({ name, dataVersion, report }));
        }),
      );
    },

    imports: async () => {
      const rows = await connection.transact(['imports'], 'readonly', (tx) => tx.objectStore('imports').getAll());
      return rows
        .map(({ batches: _, platforms: __, ...record }) => record)
        .sort((a, b) => Date.parse(b.importedAt) - Date.parse(a.importedAt));
    },
    lastBackup: async () => {
      const row = await connection.transact(['meta'], 'readonly', (tx) => tx.objectStore('meta').get('lastBackup'));
      return row?.key === 'lastBackup' ? row.value : null;
    },
    noteBackup: async (at) => {
      await locked(() =>
        connection.transact(['meta'], 'readwrite', (tx) => {
          send(tx.objectStore('meta').put({ key: 'lastBackup', value: at }));
        }),
      );
    },

    compact: (progress) => compact(connection, progress),
    dump: (progress) => dump(connection, progress),
    preview: (records) => preview(connection, records),
    merge: async (records, progress) => merge(connection, records, progress),
    replace: async (records, progress) => replace(connection, records, progress),
    remove,
    close: () => connection.close(),
  };

  /** A single write that reports may depend on. */
  async function change(
    stores: Parameters<typeof connection.transact>[0],
    write: (tx: Parameters<Parameters<typeof connection.transact<void, 'readwrite'>>[2]>[0]) => Promise<unknown>,
  ): Promise<void> {
    await locked(() =>
      connection.transact(stores, 'readwrite', async (tx) => {
        send(write(tx));
        await raiseVersion(tx);
      }),
    );
  }

  /** What was observed of accounts, under the names the user gave them. */
  async function withNames<T extends { account: string | null }>(
    rows: { platform: string; scope: string; value: T }[],
  ): Promise<T[]> {
    const names = accountNames(await connection.transact(['accounts'], 'readonly', (tx) => tx.objectStore('accounts').getAll()));
    return rows.map(({ platform, scope, value }) => ({ ...value, account: names.get(`${platform}|${scope}`) ?? value.account }));
  }
}

function newestOfEachPage(coverage: AccountSummary['coverage']): AccountSummary['coverage'] {
  const newest = new Map<string, AccountSummary['coverage'][number]>();
  for (const seen of coverage) {
    const known = newest.get(seen.page);
    if (!known || Date.parse(known.seenAt) <= Date.parse(seen.seenAt)) newest.set(seen.page, seen);
  }
  return [...newest.values()];
}
