/** Three ways to keep the same 100,000 readings: the product's store, plain IndexedDB, and Dexie with a row per reading. */
import Dexie from 'dexie';
import type { CaptureBatch } from '../../../core/messages';
import { BATCH_LIMIT } from '../../../core/messages';
import { openStore } from '../../../core/store';
import { readings } from './made-up';

function* batches(posts: number, looks: number): Generator<CaptureBatch> {
  for (let look = 0; look < looks; look++) {
    const all = readings(posts, look);
    for (let from = 0; from < posts; from += BATCH_LIMIT) {
      yield {
        id: crypto.randomUUID(),
        session: 'bench',
        page: 'douyin/content-list',
        readings: all.slice(from, from + BATCH_LIMIT),
        accountReadings: [],
        audienceCurves: [],
        coverage: { expectedTotal: posts, captured: posts },
      };
    }
  }
}

const remove = (name: string) =>
  new Promise<void>((done, fail) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = () => done();
    asked.onerror = () => fail(asked.error);
  });

/** A database with one object store, and nothing else. */
function plain(name: string): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const asked = indexedDB.open(name, 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('batches', { keyPath: 'id' });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
}

/** As durable as the store promises to be: each value is acknowledged when it is on the disk. */
const put = (db: IDBDatabase, value: unknown) =>
  new Promise<void>((done, fail) => {
    const tx = db.transaction('batches', 'readwrite', { durability: 'strict' });
    tx.objectStore('batches').put(value);
    tx.oncomplete = () => done();
    tx.onerror = () => fail(tx.error);
  });

/** Making the data is not measured. Milliseconds. */
async function timed(posts: number, looks: number, keep: (batch: CaptureBatch) => Promise<unknown>): Promise<number> {
  let spent = 0;
  for (const batch of batches(posts, looks)) {
    const started = performance.now();
    await keep(batch);
    spent += performance.now() - started;
  }
  return spent;
}

async function intoPlain(name: string, posts: number, looks: number, rowOf: (batch: CaptureBatch) => unknown): Promise<number> {
  await remove(name);
  const db = await plain(name);
  const spent = await timed(posts, looks, (batch) => put(db, rowOf(batch)));
  db.close();
  await remove(name);
  return spent;
}

Object.assign(globalThis, {
  async ours(posts: number, looks: number): Promise<number> {
    const name = 'bench-ours';
    await remove(name);
    const store = await openStore({ name });
    let readings = 0;
    const spent = await timed(posts, looks, async (batch) => {
      readings += (await store.keep(batch)).kept;
    });
    if (readings !== posts * looks) throw new Error(`${readings} of ${posts * looks} readings were kept`);
    const kept = await store.posts({ latestOnly: true });
    if (kept.length !== posts) throw new Error(`${kept.length} of ${posts} posts were kept`);
    store.close();
    await remove(name);
    return spent;
  },
  raw: (posts: number, looks: number) => intoPlain('bench-raw', posts, looks, (batch) => batch),
  /** As many batches with nothing in them: what none that acknowledges every batch can go below. */
  floor: (posts: number, looks: number) => intoPlain('bench-floor', posts, looks, ({ id }) => ({ id })),
  async dexie(posts: number, looks: number): Promise<number> {
    const name = 'bench-dexie';
    await Dexie.delete(name);
    const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    db.version(1).stores({ readings: '++, post, seenAt' });
    const spent = await timed(posts, looks, (batch) =>
      db.table('readings').bulkPut(
        batch.readings.map(({ platform, page, account, post, metrics, seenAt }) => ({
          post: `${platform}:${post.id}`,
          seenAt,
          page,
          account,
          title: post.title,
          publishedAt: post.publishedAt,
          metrics,
        })),
      ),
    );
    db.close();
    await Dexie.delete(name);
    return spent;
  },
});
