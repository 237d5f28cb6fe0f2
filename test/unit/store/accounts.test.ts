import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { capturedOf } from '../../../core/model/backup-age';
import type { Reading } from '../../../core/model/reading';
import { openStore } from '../../../core/store';
import { openForBackground } from '../../../core/store/for-background';
import { DAY, HOUR, iso, reading, T0 } from './sample';

const open = () => openStore({ indexedDB: new IDBFactory(), now: () => T0 });
let count = 0;
const batch = (readings: Reading[], session?: string) => {
  count += 1;
  return { id: `batch-${count}`, session, page: 'douyin/content-manage', readings };
};
/** Posts of a page that names no account: one a day, going back from the newest. */
const list = (topic: string, from: number, to: number, at = T0, account: string | null = null) =>
  Array.from({ length: to - from }, (_, index) =>
    reading(
      { title: `${topic} ${from + index}`, publishedAt: iso(T0 - (from + index) * DAY) },
      { views: 100 + at / HOUR },
      { account, seenAt: iso(at) },
    ),
  );

describe('pages that name no account', () => {
  it('are one account while a session lasts and over sessions that show the same posts', async () => {
    const store = await open();
    await store.keep(batch(list('mint', 0, 10), 's1'));
    await store.keep(batch(list('mint', 10, 20), 's1'));
    await store.keep(batch(list('mint', 0, 12, T0 + HOUR), 's2'));
    await store.keep(batch(list('mint', 12, 30, T0 + HOUR), 's2'));
    expect(await store.accounts()).toMatchObject([{ platform: 'douyin', account: '', posts: 30 }]);
  });

  it('are two accounts when the sessions show different posts of the same days', async () => {
    const store = await open();
    await store.keep(batch(list('mint', 0, 20), 's1'));
    await store.keep(batch(list('cats', 0, 20, T0 + HOUR), 's2'));
    await store.keep(batch(list('mint', 0, 20, T0 + 2 * HOUR), 's3'));
    const accounts = await store.accounts();
    expect(accounts.map(({ account, posts }) => [account, posts])).toEqual([
      ['', 20],
      ['?2', 20],
    ]);
    expect(new Set((await store.posts({ accounts: ['?2'] })).map((post) => post.post.title.slice(0, 4)))).toEqual(
      new Set(['cats']),
    );
  });

  it('are not one account because one post is on both', async () => {
    const store = await open();
    const shared = list('both', 3, 4);
    await store.keep(batch([...list('mint', 0, 10), ...shared], 's1'));
    await store.keep(batch([...list('cats', 0, 10, T0 + HOUR), ...shared], 's2'));
    expect((await store.accounts()).map((one) => one.account)).toEqual(['', '?2']);
  });

  it('belong to the named account that has their posts', async () => {
    const store = await open();
    await store.keep(batch(list('mint', 0, 20, T0, 'Mint home')));
    await store.keep(batch(list('mint', 0, 25, T0 + HOUR), 's1'));
    expect(await store.accounts()).toMatchObject([{ account: 'Mint home', posts: 25 }]);
    expect((await store.posts()).every((post) => post.account === 'Mint home')).toBe(true);
  });

  it('get the name the user gives them, also for what comes later', async () => {
    const store = await open();
    await store.keep(batch(list('mint', 0, 10), 's1'));
    await store.accounts();
    expect(await store.report('store:counts')).toBeDefined();
    await store.nameAccount('douyin', '', 'Mint home');
    // Kept counts bear the names of before; where there are many posts they would be carried on.
    expect(await store.report('store:counts')).toBeUndefined();
    await store.keep(batch(list('mint', 0, 11, T0 + HOUR), 's2'));
    expect(await store.accounts()).toMatchObject([{ account: 'Mint home', posts: 11 }]);
  });

  it('without a session share one account of the platform', async () => {
    const store = await open();
    await store.keep(batch(list('mint', 0, 5)));
    await store.keep(batch(list('cats', 0, 5)));
    expect((await store.accounts()).map((one) => one.account)).toEqual(['']);
  });
});

describe('accounts', () => {
  it('with the same given name become one', async () => {
    const store = await open();
    await store.keep(batch(list('mint', 0, 3, T0, 'mint_home')));
    await store.keep(batch(list('mint', 5, 8, T0, 'Mint home')));
    await store.nameAccount('douyin', 'mint_home', 'Mint home');
    expect(await store.accounts()).toMatchObject([{ account: 'Mint home', seenAs: ['Mint home', 'mint_home'], posts: 6 }]);
  });

  it('remember the newest coverage of each page', async () => {
    const store = await open();
    await store.keep({ ...batch(list('mint', 0, 3, T0, 'A')), coverage: { expectedTotal: 120, captured: 3 } });
    await store.keep({ ...batch(list('mint', 3, 6, T0 + HOUR, 'A')), coverage: { expectedTotal: 120, captured: 6 } });
    await store.keep({ ...batch(list('mint', 6, 7, T0 - DAY, 'A')), coverage: { expectedTotal: 9, captured: 1 } });
    const [account] = await store.accounts();
    expect(account?.coverage).toEqual([
      { page: 'douyin/content-manage', expectedTotal: 120, captured: 6, seenAt: iso(T0 + HOUR) },
    ]);
    expect(account).toMatchObject({ firstSeenAt: iso(T0 - DAY), lastSeenAt: iso(T0 + HOUR) });
  });

  it('tell the background when anything was captured, without a look at posts', async () => {
    const indexedDB = new IDBFactory();
    const store = await openStore({ indexedDB, now: () => T0 });
    const background = await openForBackground({ indexedDB, now: () => T0 });
    expect(await background.captured()).toBeNull();
    await store.keep(batch(list('mint', 0, 3, T0, 'A')));
    await store.keep(batch(list('mint', 3, 6, T0 + HOUR, 'A')));
    await store.keep(batch(list('cats', 0, 3, T0 - DAY, 'B')));
    expect(await background.captured()).toEqual({ first: T0 - DAY, last: T0 + HOUR });
    expect(await background.captured()).toEqual(capturedOf(await store.accounts()));
    await store.remove({ platform: 'douyin', account: 'B' });
    expect(await background.captured()).toEqual({ first: T0, last: T0 + HOUR });
  });

  it('leave nothing behind when they are deleted, and their files can be imported again', async () => {
    const store = await open();
    const file = { name: 'a.csv', checksum: 'abc', format: 'import/own-csv', skipped: [], unknownColumns: [] };
    const imported = { ...batch(list('mint', 0, 3, T0, 'A')), id: 'import:abc:0', session: 'import:abc', file };
    await store.keep(imported);
    expect(await store.keep({ ...imported })).toMatchObject({ kept: 0, unchanged: 3 });
    const next = { ...batch(list('mint', 3, 6, T0, 'A')), id: 'import:abc:1', session: 'import:abc' };
    expect(await store.keep(next)).toMatchObject({ kept: 3 });
    // The same slice a week later, seen at the time of importing.
    expect(await store.keep({ ...next, readings: list('mint', 3, 6, T0 + 7 * DAY, 'A') })).toMatchObject({
      kept: 0,
      unchanged: 3,
    });
    expect(await store.imports()).toMatchObject([{ name: 'a.csv', readings: 6 }]);
    await store.keep(batch(list('cats', 0, 3, T0, 'B')));
    const [first] = await store.posts({ accounts: ['A'] });
    await store.setLabels([first?.key ?? ''], { pillar: 'home' });
    await store.suppress('timing:douyin|A|video', true);
    await store.suppress('growth:douyin|A', true);
    await store.remove({ platform: 'douyin', account: 'A' });
    expect(await store.suppressed()).toEqual([]);
    const others = ['mix:douyin|AB', 'phrase:best A', 'timing:douyin|B|video', 'timing:youtube|A|video'];
    for (const id of others) await store.suppress(id, true);
    await store.remove({ platform: 'douyin', account: 'A' });
    expect(await store.suppressed()).toEqual(others);
    await store.remove({ platform: 'youtube' });
    expect(await store.suppressed()).toEqual(others.slice(0, 3));
    for (const id of others) await store.suppress(id, false);
    expect((await store.accounts()).map((one) => one.account)).toEqual(['B']);
    const kinds: string[] = [];
    for await (const page of store.dump()) for (const record of page) kinds.push(record.kind);
    expect(kinds.sort()).toEqual(['account', 'post', 'post', 'post']);
    expect(await store.keep(imported)).toMatchObject({ kept: 3 });
    await store.remove('everything');
    const left: unknown[] = [];
    for await (const page of store.dump()) left.push(...page);
    expect(left).toEqual([]);
  });
});
