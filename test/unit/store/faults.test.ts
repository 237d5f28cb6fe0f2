import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openStore, type StoreProblemKey } from '../../../core/store';
import { MIGRATIONS, migrate } from '../../../core/store/migrations';
import type { Migration } from '../../../core/store/migrations/migration';
import { Connection } from '../../../core/store/open';
import { VERSION } from '../../../core/store/schema';
import { Writer } from '../../../core/store/writer';
import { HOUR, iso, reading, T0 } from './sample';

const batch = (id: string, views = 1, at = T0) => ({
  id,
  page: 'douyin/content-list',
  readings: [reading({}, { views }, { seenAt: iso(at) })],
});
function told() {
  const problems: (StoreProblemKey | null)[] = [];
  return { problems, onProblem: (problem: StoreProblemKey | null) => void problems.push(problem) };
}
/** A next version that changes nothing, for upgrades. */
const NEXT = VERSION + 1;
const next: Migration = { version: NEXT, upgrade: () => {} };
const rawOpen = (factory: IDBFactory, version: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open('post-almanac', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const readState = (connection: Connection) => connection.transact(['meta'], 'readonly', (tx) => tx.objectStore('meta').getAll());
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

afterEach(() => vi.restoreAllMocks());

describe('opening', () => {
  it('refuses data of a newer version, says so, and leaves it as it is', async () => {
    const indexedDB = new IDBFactory();
    const newer = await rawOpen(indexedDB, 7);
    newer.close();
    const { problems, onProblem } = told();
    await expect(openStore({ indexedDB, onProblem })).rejects.toMatchObject({ key: 'newer', retry: false });
    expect(problems).toEqual(['newer']);
    expect((await rawOpen(indexedDB, 7)).version).toBe(7);
  });

  it('keeps the old data when an upgrade fails, says so, and works again with the version that fits', async () => {
    const indexedDB = new IDBFactory();
    const store = await openStore({ indexedDB });
    await store.keep(batch('1'));
    store.close();
    const failing: Migration = {
      version: NEXT,
      async upgrade(_, tx) {
        await tx.objectStore('batches').clear();
        throw new Error('does not understand what it found');
      },
    };
    const { problems, onProblem } = told();
    await expect(openStore({ indexedDB, onProblem, version: NEXT, migrations: [...MIGRATIONS, failing] })).rejects.toMatchObject({
      key: 'migration',
    });
    expect(problems).toEqual(['migration']);
    await expect(openStore({ indexedDB, version: NEXT + 1, migrations: [...MIGRATIONS, next] })).rejects.toMatchObject({
      key: 'migration',
    });
    const again = await openStore({ indexedDB });
    expect(await again.posts()).toHaveLength(1);
  });

  it('waits while another panel holds the old version, says so, goes on by itself when it is closed', async () => {
    const indexedDB = new IDBFactory();
    const stubborn = await rawOpen(indexedDB, 1);
    const { problems, onProblem } = told();
    const opening = openStore({
      indexedDB,
      onProblem,
      version: 2,
      migrations: [
        { version: 1, upgrade: () => {} },
        { version: 2, upgrade: (db, tx) => migrate(db, tx, 0, VERSION, MIGRATIONS) },
      ],
    });
    await pause();
    expect(problems).toEqual(['blocked']);
    stubborn.close();
    const store = await opening;
    await store.keep(batch('1'));
    expect(problems).toEqual(['blocked', null]);
  });

  it('notices by the clock that it waits behind another opening that is blocked', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const never = { open: () => ({}) } as unknown as IDBFactory;
      const { problems, onProblem } = told();
      void openStore({ indexedDB: never, onProblem });
      await vi.advanceTimersByTimeAsync(3900);
      expect(problems).toEqual([]);
      await vi.advanceTimersByTimeAsync(200);
      expect(problems).toEqual(['blocked']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('lets an upgrade pass: two panels and a worker close, tell that they are outdated, and refuse to write', async () => {
    const indexedDB = new IDBFactory();
    const [panel, workbench, worker] = [told(), told(), told()];
    const stores = await Promise.all([panel, workbench, worker].map(({ onProblem }) => openStore({ indexedDB, onProblem })));
    await stores[2]?.keep(batch('1'));
    const upgraded = await openStore({ indexedDB, version: NEXT, migrations: [...MIGRATIONS, next] });
    expect([panel, workbench, worker].map(({ problems }) => problems)).toEqual([['outdated'], ['outdated'], ['outdated']]);
    for (const store of stores)
      await expect(store.keep(batch('2', 5, T0 + HOUR))).rejects.toMatchObject({ key: 'outdated', retry: false });
    await upgraded.keep(batch('3', 9, T0 + HOUR));
    expect((await upgraded.posts())[0]?.snapshots.map((snapshot) => snapshot.metrics.views?.value)).toEqual([1, 9]);
  });

  it('survives that the browser closes the connection, or the database is deleted elsewhere', async () => {
    const indexedDB = new IDBFactory();
    const { problems, onProblem } = told();
    const store = await openStore({ indexedDB, onProblem });
    await store.keep(batch('1'));
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('post-almanac');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect(await store.keep(batch('2'))).toMatchObject({ kept: 1, newPosts: 1 });
    expect(await store.posts()).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('opens anew, once, when the connection was closed between two calls', async () => {
    const { problems, onProblem } = told();
    const connection = new Connection({ indexedDB: new IDBFactory(), onProblem });
    await readState(connection);
    const opened = await (connection as unknown as { opening: Promise<IDBDatabase> }).opening;
    opened.close();
    expect(await readState(connection)).toEqual([]);
    opened.onclose?.(new Event('close'));
    expect(problems).toEqual(['closed']);
    expect(await readState(connection)).toEqual([]);
    expect(problems).toEqual(['closed', null]);
    connection.close();
    await expect(readState(connection)).rejects.toMatchObject({ key: 'closed', retry: false });
  });
});

describe('writing', () => {
  it('on a full disk stores nothing, says so, and takes the same batch later', async () => {
    const { problems, onProblem } = told();
    const store = await openStore({ indexedDB: new IDBFactory(), onProblem });
    await store.keep(batch('1'));
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(store.keep(batch('2', 5, T0 + HOUR))).rejects.toMatchObject({ key: 'full', retry: true });
    full.mockRestore();
    expect(await store.keep(batch('2', 5, T0 + HOUR))).toMatchObject({ kept: 1, unchanged: 0 });
    expect(problems).toEqual(['full', null]);
    expect((await store.posts())[0]?.snapshots).toHaveLength(2);
  });

  it('is told, and stored again at once when there is room, where the write after a full one may only take away (Firefox)', async () => {
    const { transaction } = IDBDatabase.prototype;
    const { put } = IDBObjectStore.prototype;
    const taking = new WeakSet<IDBTransaction>();
    let full = false;
    let refused = false;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...asked) {
      const tx = transaction.apply(this, asked);
      if (refused && asked[1] === 'readwrite') {
        refused = false;
        taking.add(tx);
      }
      return tx;
    });
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...asked) {
      if (taking.has(this.transaction)) throw new DOMException('no mutations', 'InvalidStateError');
      if (!full) return put.apply(this, asked);
      refused = true;
      throw new DOMException('no space', 'QuotaExceededError');
    });
    const store = await openStore({ indexedDB: new IDBFactory() });
    full = true;
    for (let time = 0; time < 3; time += 1)
      await expect(store.keep(batch('1'))).rejects.toMatchObject({ key: 'full', retry: true });
    full = false;
    expect(await store.keep(batch('1'))).toMatchObject({ kept: 1, unchanged: 0 });
  });

  it('writes nothing while little room is left on the disk, and upgrades nothing; reading goes on', async () => {
    const MB = 1 << 20;
    let free = 100 * MB;
    const { problems, onProblem } = told();
    const indexedDB = new IDBFactory();
    const options = { indexedDB, onProblem, room: async () => ({ free, used: 10 * MB }) };
    const store = await openStore(options);
    await store.keep(batch('1'));
    free = 20 * MB;
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    await expect(store.keep(batch('2', 5, T0 + HOUR))).rejects.toMatchObject({ key: 'full', retry: true });
    expect(put).not.toHaveBeenCalled();
    put.mockRestore();
    expect((await store.posts())[0]?.snapshots).toHaveLength(1);
    expect((await store.accounts()).map(({ posts }) => posts)).toEqual([1]);
    store.close();
    const again = await openStore(options);
    expect(await again.posts()).toHaveLength(1);
    again.close();
    // Room for a batch is none for writing all anew.
    free = 40 * MB;
    const newer = new Connection({ ...options, version: VERSION + 1, migrations: [] });
    await expect(readState(newer)).rejects.toMatchObject({ key: 'full', retry: true });
    free = 100 * MB;
    const later = await openStore(options);
    expect(await later.keep(batch('2', 5, T0 + HOUR))).toMatchObject({ kept: 1 });
    expect(problems.filter((problem) => problem !== 'full' && problem !== null)).toEqual([]);
  });

  it.each(['merge', 'replace'] as const)(
    'begins no restore (%s) that has no room: a backup may be larger than what is kept free',
    async (mode) => {
      const MB = 1 << 20;
      const other = await openStore({ indexedDB: new IDBFactory() });
      const readings = Array.from({ length: 300 }, (_, at) =>
        reading({ id: `${at}`, title: `${at} ${'long '.repeat(2000)}` }, { views: at }),
      );
      await other.keep({ ...batch('other'), readings });
      let free = 36 * MB;
      const store = await openStore({ indexedDB: new IDBFactory(), room: async () => ({ free, used: MB }) });
      await store.keep(batch('1'));
      await expect(store[mode](other.dump())).rejects.toMatchObject({ key: 'full', retry: true });
      expect(await store.posts()).toHaveLength(1);
      free = 100 * MB;
      await store[mode](other.dump());
      expect(await store.posts()).toHaveLength(mode === 'merge' ? 301 : 300);
    },
  );

  it('by two writers at once loses nothing', async () => {
    const indexedDB = new IDBFactory();
    const stores = await Promise.all([openStore({ indexedDB }), openStore({ indexedDB }), openStore({ indexedDB })]);
    const writes = Array.from({ length: 90 }, (_, at) => stores[at % 3]?.keep(batch(`b${at}`, at, T0 + at * HOUR)));
    await Promise.all([...writes, stores[0]?.compact(), stores[1]?.compact()]);
    const [post] = (await stores[0]?.posts()) ?? [];
    expect(post?.snapshots.map((snapshot) => snapshot.metrics.views?.value)).toEqual(Array.from({ length: 90 }, (_, at) => at));
    await stores[2]?.compact();
    expect((await stores[1]?.posts())?.[0]?.snapshots).toHaveLength(90);
  });

  it('takes a batch without a readable time for what it is: a mistake of the caller', async () => {
    const store = await openStore({ indexedDB: new IDBFactory() });
    await expect(store.keep({ id: '1', page: 'p', readings: [reading({}, {}, { seenAt: 'yesterday' })] })).rejects.toThrow(
      TypeError,
    );
    expect(await store.keep(batch('2'))).toMatchObject({ kept: 1 });
  });
});

describe('the writer’s lock', () => {
  /** Web Locks as far as the writer needs them. */
  function fakeLocks() {
    const log: string[] = [];
    let tail: Promise<unknown> = Promise.resolve();
    const request = (_: string, work: () => Promise<unknown>) => {
      const run = tail.then(async () => {
        log.push('granted');
        await work();
        log.push('released');
      });
      tail = run;
      return run;
    };
    return { log, locks: { request } as unknown as LockManager };
  }

  it('is held over a burst and let go after it', async () => {
    const { log, locks } = fakeLocks();
    const one = new Writer('w', locks);
    const two = new Writer('w', locks);
    await Promise.all([1, 2, 3].map((step) => one.run(async () => void log.push(`one ${step}`))));
    const other = two.run(async () => void log.push('two'));
    await other;
    expect(log).toEqual(['granted', 'one 1', 'one 2', 'one 3', 'released', 'granted', 'two']);
    two.letGo();
  });

  it('is let go after a failure, which only its caller sees', async () => {
    const { log, locks } = fakeLocks();
    const writer = new Writer('w', locks);
    await expect(writer.run(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await writer.run(async () => void log.push('next'));
    writer.letGo();
    await pause();
    expect(log).toEqual(['granted', 'next', 'released']);
  });
});
