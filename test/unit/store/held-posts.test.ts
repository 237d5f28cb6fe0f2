import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import type { Reading } from '../../../core/model/reading';
import { openStore, type Store } from '../../../core/store';
import { HeldPosts } from '../../../core/store/held-posts';
import { Connection, type Transaction } from '../../../core/store/open';
import { DATABASE, type StoreName } from '../../../core/store/schema';
import type { DumpRecord } from '../../../core/store/types';
import { DAY, HOUR, iso, MINUTE, reading, T0 } from './sample';

/** mulberry32 */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function dumped(store: Store): Promise<DumpRecord[]> {
  const records: DumpRecord[] = [];
  for await (const page of store.dump()) records.push(...page);
  return records;
}
async function* given(records: DumpRecord[]) {
  yield records;
}

/** One of the database's own stores, to look into. */
function rawStore(indexedDB: IDBFactory, name: string): Promise<IDBObjectStore> {
  return new Promise((done) => {
    const asked = indexedDB.open(DATABASE);
    asked.onsuccess = () => {
      done(asked.result.transaction(name).objectStore(name));
      asked.result.close();
    };
  });
}

const TITLES = ['Mint on a balcony', 'Mint on a balcony, a year later', 'Mint on a balcny', 'Day 1', 'Day 10', 'Basil'];

/** Everything that somebody can do to a store, at random: two contexts hold its posts, a third writes as well. */
class Story {
  readonly indexedDB = new IDBFactory();
  private readonly next: () => number;
  private clock = T0;
  private batches = 0;
  private backups: DumpRecord[][] = [];
  private undo: (() => Promise<unknown>)[] = [];
  readonly told: string[] = [];

  constructor(seed: number) {
    this.next = randomOf(seed);
  }

  private below = (limit: number) => Math.floor(this.next() * limit);
  private one = <T>(list: readonly T[]): T => list[this.below(list.length)] as T;

  /** Posts that a page may show: with ids and without, cut and edited, in the same minutes, undated, by the day alone. */
  private shown(seenAt: string): Reading {
    const id = this.one([null, null, 'v1', 'v2', 'v3']);
    const day = this.below(3);
    const precision = this.one(['minute', 'minute', 'day'] as const);
    const at = iso(T0 - day * 40 * DAY - this.below(2) * MINUTE);
    return reading(
      {
        id,
        title: this.one(TITLES),
        publishedAt: this.one([at, at, at, null]),
        publishedPrecision: precision,
        tags: this.one([[], ['mint']]),
      },
      { views: this.below(1000) },
      { seenAt, page: this.one(['douyin/content-list', 'douyin/home']) },
    );
  }

  private async keep(store: Store): Promise<void> {
    this.clock += this.below(30) * HOUR;
    const account = this.one(['Mint balcony', 'Mint balcony', null, 'Basil']);
    const platform = this.one(['douyin', 'douyin', 'youtube'] as const);
    const readings = Array.from({ length: 1 + this.below(6) }, () => ({ ...this.shown(iso(this.clock)), account, platform }));
    this.batches += 1;
    await store.keep({ id: `b${this.batches}`, session: this.one([undefined, 's1', 's2', 's3']), page: 'douyin/home', readings });
  }

  /** One thing done. */
  async step(store: Store): Promise<void> {
    const [name, work] = this.one<[string, () => Promise<unknown>]>([
      ['keep', () => this.keep(store)],
      ['keep', () => this.keep(store)],
      ['keep', () => this.keep(store)],
      ['keep', () => this.keep(store)],
      ['label', () => this.label(store)],
      ['undo', async () => this.undo.pop()?.()],
      [
        'rule',
        () => store.putRule({ id: 'r', when: { field: 'title', contains: this.one(['mint', 'Day']) }, set: { series: 'S' } }),
      ],
      ['no rule', () => store.removeRule('r')],
      ['name', () => store.nameAccount('douyin', this.one(['', '?2', 'Basil']), this.one(['Mint balcony', 'Balcony']))],
      ['compact', () => store.compact()],
      ['document', () => store.suppress('finding', this.below(2) === 0)],
      ['back up', async () => this.backups.push(await dumped(store))],
      ['merge', async () => this.backups.length > 0 && store.merge(given(this.one(this.backups)))],
      ['restore', async () => this.backups.length > 0 && store.replace(given(this.one(this.backups)))],
      ['remove', async () => this.below(3) === 0 && store.remove(this.one(['everything', { platform: 'youtube' }] as const))],
      ['remove one', async () => store.remove({ platform: 'douyin', account: this.one(['Basil', 'Balcony']) })],
    ]);
    this.told.push(name);
    await work();
  }

  private async label(store: Store): Promise<void> {
    const posts = await store.posts();
    if (posts.length === 0) return;
    const { key } = this.one(posts);
    const before = await store.setLabels([key], { pillar: this.one(['home', null]), note: this.one(['!', undefined]) });
    this.undo.push(() => store.putLabels(before));
  }
}

describe('posts that are held', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'are, after whatever was done, those that are stored (%i)',
    async (seed) => {
      const story = new Story(seed);
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ indexedDB: story.indexedDB })));
      const [first, second] = stores as [Store, Store, Store];
      for (let step = 0; step < 40; step += 1) {
        await story.step(stores[step % 3] as Store);
        expect(await first.currentPosts(), story.told.join(', ')).toEqual(await first.posts());
        if (step % 4 === 0) expect(await second.currentPosts(), story.told.join(', ')).toEqual(await second.posts());
      }
    },
  );

  it.each(Array.from({ length: 12 }, (_, seed) => 100 + seed))(
    'are so too where things are done while they are read (%i)',
    async (seed) => {
      const story = new Story(seed);
      const stores = await Promise.all([1, 2, 3].map(() => openStore({ indexedDB: story.indexedDB })));
      const [first, second, third] = stores as [Store, Store, Store];
      for (let step = 0; step < 25; step += 1) {
        const reader = step % 5 === 0 ? await openStore({ indexedDB: story.indexedDB }) : first;
        await Promise.all([reader.currentPosts(), story.step(second).then(() => story.step(third)), first.currentPosts()]);
        for (const one of [reader, first]) expect(await one.currentPosts(), story.told.join(', ')).toEqual(await second.posts());
        if (reader !== first) reader.close();
      }
    },
  );

  it('go by the name of an account that appears, and is named, while all is read', async () => {
    const indexedDB = new IDBFactory();
    const other = await openStore({ indexedDB });
    await other.keep({ id: 'a', page: 'p', readings: [reading({ id: 'v1' }, { views: 1 })] });
    let appears = true;
    class Overtaken extends Connection {
      override async transact<T, Mode extends 'readonly' | 'readwrite'>(
        stores: readonly StoreName[],
        mode: Mode,
        work: (tx: Transaction<Mode>) => Promise<T> | T,
      ): Promise<T> {
        const found = await super.transact(stores, mode, work);
        // The names are read with the labels, the posts after that.
        if (appears && stores.includes('labels')) {
          appears = false;
          await other.keep({ id: 'b', page: 'p', readings: [{ ...reading({ id: 'v2' }, { views: 1 }), account: null }] });
          await other.nameAccount('douyin', '', 'Balcony');
        }
        return found;
      }
    }
    const held = new HeldPosts(new Overtaken({ indexedDB }));
    await held.current();
    expect(appears).toBe(false);
    expect((await held.current()).map(({ account }) => account)).toContain('Balcony');
    expect(await held.current()).toEqual(await other.posts());
  });

  it('are not those of a database that was deleted, though the new one counts as far', async () => {
    const indexedDB = new IDBFactory();
    const keep = (store: Store, id: string) => store.keep({ id, page: 'p', readings: [reading({ id }, { views: 1 })] });
    const store = await openStore({ indexedDB });
    await keep(store, 'v1');
    expect((await store.currentPosts()).map(({ post }) => post.id)).toEqual(['v1']);
    const version = await store.dataVersion();
    await new Promise((done) => {
      indexedDB.deleteDatabase(DATABASE).onsuccess = done;
    });
    const other = await openStore({ indexedDB });
    await keep(other, 'v2');
    expect(await store.dataVersion()).toBe(version);
    expect((await store.currentPosts()).map(({ post }) => post.id)).toEqual(['v2']);
  });

  it('have what the user said read once more after something was said, and not again', async () => {
    const indexedDB = new IDBFactory();
    const store = await openStore({ indexedDB });
    const keep = (id: string) => store.keep({ id, page: 'p', readings: [reading({ id, title: id }, { views: 1 })] });
    await keep('v1');
    const [post] = await store.currentPosts();
    await store.setLabels([post?.key ?? ''], { pillar: 'home' });
    await store.currentPosts();
    // Put without anybody waiting for it; the first look afterwards takes it up.
    await vi.waitFor(async () => expect(await store.report('store:seal|labels')).toBeDefined());
    await keep('v2');
    const before = await store.currentPosts();
    const read = vi.spyOn(Object.getPrototypeOf((await rawStore(indexedDB, 'labels')) as object), 'getAll');
    await store.suppress('finding', true);
    expect(await store.currentPosts()).toBe(before);
    await keep('v3');
    expect(await store.currentPosts()).toHaveLength(3);
    const names = read.mock.contexts.map((context) => (context as IDBObjectStore).name);
    expect(names).toContain('accounts');
    expect(names).not.toContain('labels');
    read.mockRestore();
  });

  it('are read again only where something was kept, and the others stay the same objects', async () => {
    const indexedDB = new IDBFactory();
    const [store, other] = await Promise.all([openStore({ indexedDB }), openStore({ indexedDB })]);
    const look = (views: number, posts: number[]) =>
      posts.map((post) =>
        reading(
          { id: `v${post}`, title: `${post}`, publishedAt: iso(T0 - post * DAY) },
          { views },
          { seenAt: iso(T0 + views * DAY) },
        ),
      );
    await other.keep({ id: 'a', page: 'p', readings: look(1, [1, 2, 3]) });
    const before = await store.currentPosts();
    expect(await store.currentPosts()).toBe(before);
    await other.keep({ id: 'b', page: 'p', readings: look(2, [2]) });
    const after = await store.currentPosts();
    expect(after.map((post, at) => post === before[at])).toEqual([true, false, true]);
    expect(after[1]?.snapshots).toHaveLength(2);
    // What is no matter of posts leaves the list as it is.
    await other.suppress('finding', true);
    expect(await store.currentPosts()).toBe(after);
    await other.setLabels([after[0]?.key ?? ''], { pillar: 'home' });
    const labelled = await store.currentPosts();
    expect(labelled.map((post, at) => post === after[at])).toEqual([false, true, true]);
    expect(labelled[0]?.labels).toEqual({ pillar: 'home' });
  });

  it('are read anew when another context put batches in place that were not seen here', async () => {
    const indexedDB = new IDBFactory();
    const [store, other] = await Promise.all([openStore({ indexedDB }), openStore({ indexedDB })]);
    await other.keep({ id: 'a', page: 'p', readings: [reading({ id: 'v1' }, { views: 1 })] });
    await store.currentPosts();
    await other.keep({ id: 'b', page: 'p', readings: [reading({ id: 'v2' }, { views: 1 })] });
    await other.compact();
    expect(await store.currentPosts()).toHaveLength(2);
  });

  it('are parted when a look shows beside each other what was taken for one post', async () => {
    const store = await openStore({ indexedDB: new IDBFactory() });
    const [whole, cut] = ['Mint on a balcony, a year later', 'Mint on a balcony'];
    const shown = (titles: string[], day: number, views: number) =>
      titles.map((title) => reading({ title }, { views }, { seenAt: iso(T0 + day * DAY) }));
    await store.keep({ id: 'a', page: 'p', readings: shown([whole], 0, 1) });
    await store.keep({ id: 'b', page: 'p', readings: shown([cut], 1, 2) });
    expect(await store.currentPosts()).toHaveLength(1);
    await store.keep({ id: 'c', page: 'p', readings: shown([whole, cut], 2, 3) });
    expect(await store.currentPosts()).toHaveLength(2);
    expect(await store.currentPosts()).toEqual(await store.posts());
  });

  it('take in all that several batches bring at once', async () => {
    const store = await openStore({ indexedDB: new IDBFactory() });
    const keep = (id: string, post: string, views: number) =>
      store.keep({ id, page: 'p', readings: [reading({ id: post, title: post }, { views }, { seenAt: iso(T0 + views * DAY) })] });
    await keep('a', 'v1', 1);
    await store.currentPosts();
    await keep('b', 'v2', 2);
    await keep('c', 'v1', 3);
    expect((await store.currentPosts()).map(({ snapshots }) => snapshots.length)).toEqual([2, 1]);
  });

  it('go by the name that a backup brings, though it brings no post', async () => {
    const [store, other] = (await Promise.all([1, 2].map(() => openStore({ indexedDB: new IDBFactory() })))) as [Store, Store];
    const readings = [reading({ id: 'v1' }, { views: 1 })];
    for (const one of [store, other]) await one.keep({ id: 'a', page: 'p', readings });
    await store.currentPosts();
    await other.nameAccount('douyin', 'Mint balcony', 'Balcony');
    await store.merge(given(await dumped(other)));
    expect((await store.currentPosts()).map(({ account }) => account)).toEqual(['Balcony']);
  });

  it('are put in place in the histories where many batches wait, when all is read', async () => {
    const indexedDB = new IDBFactory();
    const store = await openStore({ indexedDB });
    const waiting = async () => {
      const batches = await rawStore(indexedDB, 'batches');
      return new Promise<number>((done) => {
        const asked = batches.count();
        asked.onsuccess = () => done(asked.result);
      });
    };
    for (let at = 0; at < 120; at += 1)
      await store.keep({
        id: `${at}`,
        page: 'p',
        readings: [reading({ id: 'v1' }, { views: at }, { seenAt: iso(T0 + at * HOUR) })],
      });
    expect(await waiting()).toBe(120);
    const posts = await store.currentPosts();
    expect(await waiting()).toBe(0);
    expect(posts[0]?.snapshots).toHaveLength(120);
    expect(await store.currentPosts()).toEqual(await store.posts());
  });
});
