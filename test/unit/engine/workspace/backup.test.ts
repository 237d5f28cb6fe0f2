/** Everything of the plan survives export, wipe and restore, and what does not fit is refused. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { DocumentOf } from '../../../../core/model/documents';
import { WORKSPACE_KINDS, type WorkspaceRecords } from '../../../../core/model/workspace/objects';
import { type DumpRecord, openStore } from '../../../../core/store';
import { MIGRATIONS } from '../../../../core/store/migrations';
import { DATABASE } from '../../../../core/store/schema';
import { NOW, sampleWorkspace } from './sample';

const open = () => openStore({ indexedDB: new IDBFactory(), now: () => NOW });
type Open = Awaited<ReturnType<typeof open>>;

async function dumped(store: Open): Promise<DumpRecord[]> {
  const all: DumpRecord[] = [];
  for await (const page of store.dump()) all.push(...page);
  return all;
}
async function* pages(records: DumpRecord[]) {
  yield records;
}

/** Every kind holds something. */
function fullRecords(): WorkspaceRecords {
  const { records, reviews } = sampleWorkspace('coffee', 'zh-CN');
  const [first] = reviews;
  return {
    ...records,
    playbook: [{ id: 'userConflict', steps: ['一'], who: '我', say: [], never: ['不吵'] }],
    team: [{ id: 'team', on: true, members: [{ name: '小周', role: 'lead', handOff: '' }] }],
    review: first
      ? [
          {
            id: first.id,
            kind: first.kind,
            from: first.from,
            doneAt: '2026-07-02T01:00:00Z',
            changed: 'a',
            learnt: 'b',
            next: 'c',
            page: first.page,
          },
        ]
      : [],
  };
}

describe('the plan in the store', () => {
  it('survives export, wipe and restore byte for byte', async () => {
    const store = await open();
    const records = fullRecords();
    for (const kind of WORKSPACE_KINDS) {
      expect(records[kind].length, kind).toBeGreaterThan(0);
      for (const value of records[kind]) await store.putDocument(kind, value as DocumentOf<typeof kind>);
    }
    const before = await dumped(store);
    await store.remove('everything');
    for (const kind of WORKSPACE_KINDS) expect((await store.documents(kind)).values, kind).toEqual([]);
    expect((await store.replace(pages(before))).refused).toEqual([]);
    expect(JSON.stringify(await dumped(store))).toBe(JSON.stringify(before));
    for (const kind of WORKSPACE_KINDS) {
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
      const expected = structuredClone(records[kind] as { id: string }[]).sort(byId);
      expect((await store.documents(kind)).values, kind).toEqual(expected);
    }
  });

  it('survives the upgrade from the first database, where it lay among the plan', async () => {
    const indexedDB = new IDBFactory();
    const old = await openStore({ indexedDB, version: 1, migrations: MIGRATIONS.slice(0, 1), now: () => NOW });
    old.close();
    const records = fullRecords();
    await new Promise<void>((resolve, reject) => {
      const asked = indexedDB.open(DATABASE);
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        const tx = asked.result.transaction('plan', 'readwrite');
        for (const kind of WORKSPACE_KINDS)
          for (const value of records[kind] as { id: string }[]) tx.objectStore('plan').put({ kind, id: value.id, value });
        tx.oncomplete = () => {
          asked.result.close();
          resolve();
        };
      };
    });
    const store = await openStore({ indexedDB, now: () => NOW });
    for (const kind of WORKSPACE_KINDS) {
      const { values, unreadable } = await store.documents(kind);
      expect(unreadable, kind).toEqual([]);
      expect(values, kind).toHaveLength(records[kind].length);
      expect(values, kind).toEqual(expect.arrayContaining(structuredClone(records[kind] as unknown[])));
    }
    store.close();
  });

  it('refuses what does not fit, with the place', async () => {
    const store = await open();
    const { goal, money } = fullRecords();
    const [first] = goal;
    const [entry] = money;
    if (!first || !entry) throw new Error('empty sample');
    await expect(store.putDocument('goal', { ...first, due: '2026-02-30' })).rejects.toThrow('goal: due');
    await expect(store.putDocument('money', { ...entry, amount: -1 })).rejects.toThrow(TypeError);
    await expect(store.putDocument('money', { ...entry, currency: 'yuan' })).rejects.toThrow(TypeError);
    await expect(store.putDocument('goal', { ...first, target: Number.NaN })).rejects.toThrow('goal: target');
  });
});
