/** Deleting what the user asked to delete, with everything that belongs to it. */
import type { Platform } from '../model/platforms';
import { rangeOf } from './keep';
import { clearAll, EVERYTHING } from './merge';
import { type Connection, send } from './open';
import { accountNames, accountOfScope, keyPrefix } from './scopes';
import type { Scope } from './types';
import { readState, writeState } from './version';

/** Whether the id of something waved away names the platform, or one of its accounts: `timing:douyin|Name|video`. */
function isAbout(id: string, platform: Platform, accounts: readonly string[] | null): boolean {
  const names = accounts?.map((account) => `${platform}|${account}|`) ?? [`${platform}|`];
  const text = accounts ? `:${id}|` : `:${id}`;
  return names.some((name) => text.includes(`:${name}`) || text.includes(`|${name}`));
}

export function remove(connection: Connection, scope: Scope): Promise<void> {
  return connection.write(EVERYTHING, async (tx) => {
    if (scope === 'everything') return clearAll(tx);
    const rows = await tx.objectStore('accounts').getAll();
    const names = accountNames(rows);
    const state = await readState(tx);
    const { platform, account } = scope;
    const gone = new Set<string>();
    for (const row of rows) {
      const name = `${row.platform}|${row.scope}`;
      if (row.platform !== platform || (account !== undefined && names.get(name) !== account)) continue;
      const range = rangeOf(row.platform, row.scope);
      for (const store of ['batches', 'histories', 'accountReadings', 'audienceCurves'] as const)
        send(tx.objectStore(store).delete(range));
      send(tx.objectStore('accounts').delete([row.platform, row.scope]));
      delete state.seen[name];
      gone.add(accountOfScope(row.scope));
      const prefix = keyPrefix(row.platform, row.scope);
      send(tx.objectStore('labels').delete(IDBKeyRange.bound(prefix, `${prefix}\uffff`)));
    }
    // A file may be imported again after its posts were deleted.
    for (const record of await tx.objectStore('imports').getAll()) {
      if (record.platforms.includes(platform)) send(tx.objectStore('imports').delete(record.checksum));
    }
    for (const { id } of await tx.objectStore('suppressed').getAll()) {
      if (isAbout(id, platform, account === undefined ? null : [...gone, account])) send(tx.objectStore('suppressed').delete(id));
    }
    send(tx.objectStore('reports').clear());
    writeState(tx, state, true);
  });
}
