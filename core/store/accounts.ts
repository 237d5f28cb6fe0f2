/** The accounts whose posts are stored, under the names the user gave them. */
import type { Platform } from '../model/platforms';
import { type Connection, put, send } from './open';
import { countPosts } from './posts';
import type { AccountRow, ObservedRow, Seen, StateRow } from './schema';
import { accountNames, isNamed } from './scopes';
import type { AccountSummary } from './types';
import { mergeSeen, raiseVersion, readState } from './version';

/** From this many posts on, a count that is a little out of date is brought forward and not made anew. */
const MANY_POSTS = 20_000;
const COUNTS = 'store:counts';
interface Counts {
  /** By `platform|account`. */
  posts: Record<string, number>;
  /** By `platform|scope`: the keys stored when this was counted. */
  keys: Record<string, number>;
}

export async function accounts(connection: Connection): Promise<AccountSummary[]> {
  const { rows, state, cached } = await connection.transact(['accounts', 'meta', 'reports'], 'readonly', async (tx) => ({
    rows: await tx.objectStore('accounts').getAll(),
    state: await readState(tx),
    cached: await tx.objectStore('reports').get(COUNTS),
  }));
  const names = accountNames(rows);
  const counts = await postCounts(
    connection,
    rows,
    names,
    state,
    cached && { dataVersion: cached.dataVersion, ...(cached.report as Counts) },
  );

  const summaries = new Map<string, AccountSummary & { seen: Seen }>();
  for (const row of rows) {
    const own = state.seen[`${row.platform}|${row.scope}`];
    if (!own) continue;
    const account = names.get(`${row.platform}|${row.scope}`) ?? '';
    const name = `${row.platform}|${account}`;
    const known = summaries.get(name);
    const seen = mergeSeen(known?.seen, own);
    summaries.set(name, {
      platform: row.platform,
      account,
      seenAs: [...(known?.seenAs ?? []), ...(isNamed(row.scope) ? [row.scope.slice(1)] : [])],
      posts: counts[name] ?? 0,
      firstSeenAt: seen.firstSeenAt,
      lastSeenAt: seen.lastSeenAt,
      coverage: Object.entries(seen.coverage).map(([page, coverage]) => ({ page, ...coverage })),
      seen,
    });
  }
  return [...summaries.values()].map(({ seen: _, ...summary }) => summary);
}

async function postCounts(
  connection: Connection,
  rows: readonly AccountRow[],
  names: ReadonlyMap<string, string>,
  { dataVersion, seen }: StateRow,
  cached: (Counts & { dataVersion: number }) | undefined,
): Promise<Record<string, number>> {
  if (cached?.dataVersion === dataVersion) return cached.posts;
  const keys = Object.fromEntries(Object.entries(seen).map(([name, one]) => [name, one.keys]));
  const stored = Object.values(keys).reduce((sum, count) => sum + count, 0);
  if (cached && stored > MANY_POSTS) {
    const posts = { ...cached.posts };
    for (const row of rows) {
      const scope = `${row.platform}|${row.scope}`;
      const name = `${row.platform}|${names.get(scope) ?? ''}`;
      posts[name] = (posts[name] ?? 0) + Math.max(0, (keys[scope] ?? 0) - (cached.keys[scope] ?? 0));
    }
    return posts;
  }
  const posts = await countPosts(connection);
  // Kept to spare the next one the counting: a full disk keeps nobody from reading.
  await connection
    .write(['reports'], (tx) => {
      put(tx, 'reports', { name: COUNTS, dataVersion, report: { posts, keys } satisfies Counts });
    })
    .catch(() => undefined);
  return posts;
}

export function nameAccount(connection: Connection, platform: Platform, account: string, name: string): Promise<void> {
  return connection.write(['accounts', 'meta', 'reports'], async (tx) => {
    // Counted under the former name, and what two names held may be one account now.
    send(tx.objectStore('reports').delete(COUNTS));
    const store = tx.objectStore('accounts');
    const rows = await store.getAll();
    const names = accountNames(rows);
    for (const row of rows) {
      if (row.platform === platform && names.get(`${platform}|${row.scope}`) === account) send(store.put({ ...row, name }));
    }
    await raiseVersion(tx);
  });
}

/** Account readings or audience curves, under the names the user gave. */
export async function observed<S extends 'accountReadings' | 'audienceCurves'>(
  connection: Connection,
  name: S,
  platform?: Platform,
) {
  type Value = S extends 'accountReadings'
    ? ObservedRow<import('../model/reading').AccountReading>
    : ObservedRow<import('../model/reading').AudienceCurve>;
  const { rows, accounts: known } = await connection.transact([name, 'accounts'], 'readonly', async (tx) => ({
    rows: (await tx
      .objectStore<'accountReadings' | 'audienceCurves'>(name)
      .getAll(platform && IDBKeyRange.bound([platform], [platform, []]))) as unknown as Value[],
    accounts: await tx.objectStore('accounts').getAll(),
  }));
  const names = accountNames(known);
  return rows.map((row): Value['value'] => ({
    ...row.value,
    account: names.get(`${row.platform}|${row.scope}`) ?? row.value.account,
  }));
}
