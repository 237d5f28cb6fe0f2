import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../core/model/reading';
import { openStore, type Store } from '../../../core/store';
import { DAY, HOUR, iso, MINUTE, reading, T0 } from './sample';

const open = (factory = new IDBFactory()) => openStore({ indexedDB: factory, now: () => T0 });
let batches = 0;
const batch = (readings: Reading[], more: { id?: string; session?: string } = {}) => {
  batches += 1;
  return { id: `batch-${batches}`, page: 'douyin/content-list', readings, ...more };
};
const views = async (store: Store) =>
  (await store.posts()).map((post) => post.snapshots.map((snapshot) => snapshot.metrics.views?.value));

describe('keeping readings', () => {
  it('stores what is new, drops what repeats within a day, keeps it again after a day', async () => {
    const store = await open();
    const look = (at: number, value: number) => batch([reading({}, { views: value }, { seenAt: iso(at) })]);
    expect(await store.keep(look(T0, 10))).toEqual({ kept: 1, unchanged: 0, newPosts: 1 });
    expect(await store.keep(look(T0 + HOUR, 10))).toEqual({ kept: 0, unchanged: 1, newPosts: 0 });
    expect(await store.keep(look(T0 + 2 * HOUR, 11))).toEqual({ kept: 1, unchanged: 0, newPosts: 0 });
    expect(await store.keep(look(T0 + 2 * HOUR + DAY, 11))).toEqual({ kept: 1, unchanged: 0, newPosts: 0 });
    expect(await views(store)).toEqual([[10, 11, 11]]);
  });

  it('counts no post as new that another page showed without its id, or with it', async () => {
    const store = await open();
    const named = reading({ id: 'a1', title: 'Mint' }, { views: 1 });
    const plain = (page: string) => ({ ...reading({ id: null, title: 'Mint' }, { views: 1 }), page });
    expect(await store.keep(batch([plain('xiaohongshu/data-analysis')]))).toMatchObject({ newPosts: 1 });
    expect(await store.keep(batch([named]))).toMatchObject({ kept: 1, newPosts: 0 });
    expect(await store.keep(batch([plain('douyin/content-manage')]))).toMatchObject({ kept: 1, newPosts: 0 });
    // Two posts of one minute and title, each with its id, are two.
    expect(await store.keep(batch([reading({ id: 'a2', title: 'Thyme' }, { views: 2 })]))).toMatchObject({ newPosts: 1 });
    expect(await store.keep(batch([reading({ id: 'a3', title: 'Thyme' }, { views: 3 })]))).toMatchObject({ newPosts: 1 });
    expect(await store.posts()).toHaveLength(3);
  });

  it('takes the same batch once, also after compaction and by another connection', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    const again = batch([
      reading({ id: '7001234567890123456' }, { views: 1 }),
      reading({ id: '7001234567890123457' }, { views: 2 }),
    ]);
    await store.keep(again);
    await store.keep(again);
    await store.compact();
    const other = await open(factory);
    expect(await other.keep(again)).toEqual({ kept: 0, unchanged: 2, newPosts: 0 });
    expect(await store.keep(again)).toEqual({ kept: 0, unchanged: 2, newPosts: 0 });
    expect(await views(other)).toEqual([[1], [2]]);
  });

  it('keeps one of the looks of several tabs, in whatever order they are handed over', async () => {
    for (const order of [
      [0, 5],
      [5, 0],
    ]) {
      const store = await open();
      for (const minutes of order) {
        await store.keep(batch([reading({}, { views: 10 }, { seenAt: iso(T0 + minutes * MINUTE) })]));
      }
      expect(await views(store)).toEqual([[10]]);
    }
  });

  it('keeps what an older clock saw, once', async () => {
    const store = await open();
    const look = (at: number, value: number) => batch([reading({}, { views: value }, { seenAt: iso(at) })]);
    await store.keep(look(T0, 10));
    await store.keep(look(T0 - DAY, 8));
    await store.keep(look(T0 - DAY, 8));
    expect(await views(store)).toEqual([[8, 10]]);
  });

  it('sees what another writer stored in between', async () => {
    const factory = new IDBFactory();
    const [one, two] = [await open(factory), await open(factory)];
    await one.keep(batch([reading({}, { views: 1 })]));
    await two.keep(batch([reading({}, { views: 2 }, { seenAt: iso(T0 + MINUTE) })]));
    expect(await one.keep(batch([reading({}, { views: 2 }, { seenAt: iso(T0 + 2 * MINUTE) })]))).toMatchObject({ kept: 0 });
    expect(await views(one)).toEqual([[1, 2]]);
  });

  it('does not call a post new because one page shows no date of it', async () => {
    const factory = new IDBFactory();
    const store = await open(factory);
    await store.keep(batch([reading({ id: 'v1' }, { views: 10 })]));
    await store.compact();
    const other = await open(factory);
    const detail = reading({ id: 'v1', publishedAt: null }, { views: 11 }, { page: 'douyin/work', seenAt: iso(T0 + 1) });
    const unknown = reading({ id: 'v2', publishedAt: null }, { views: 1 }, { page: 'douyin/work', seenAt: iso(T0 + 1) });
    expect(await other.keep(batch([detail, unknown]))).toEqual({ kept: 2, unchanged: 0, newPosts: 1 });
    await other.compact();
    expect((await other.posts()).map((post) => [post.post.id, post.snapshots.length])).toEqual([
      ['v1', 2],
      ['v2', 1],
    ]);
    expect((await store.accounts())[0]?.posts).toBe(2);
  });

  it('keeps the pages of a post apart and both in its history', async () => {
    const store = await open();
    await store.keep(batch([reading({}, { views: 10 })]));
    await store.keep(batch([reading({}, { views: 11 }, { page: 'douyin/content-manage', seenAt: iso(T0 + 1) })]));
    const [post] = await store.posts();
    expect(post?.snapshots.map((snapshot) => [snapshot.page, snapshot.metrics.views?.value])).toEqual([
      ['douyin/content-list', 10],
      ['douyin/content-manage', 11],
    ]);
  });
});
