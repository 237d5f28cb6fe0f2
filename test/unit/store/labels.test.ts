import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { Post } from '../../../core/model/reading';
import { openStore } from '../../../core/store';
import { HOUR, iso, reading, T0 } from './sample';

async function withPosts(posts: Partial<Post>[]) {
  const store = await openStore({ indexedDB: new IDBFactory(), now: () => T0 });
  await store.keep({
    id: 'first',
    page: 'douyin/content-list',
    readings: posts.map((post, at) => reading({ publishedAt: iso(T0 - at * HOUR), ...post })),
  });
  return store;
}

describe('labels', () => {
  it('are set on many posts at once and taken back exactly', async () => {
    const store = await withPosts([{ title: 'one' }, { title: 'two' }]);
    const keys = (await store.posts()).map((post) => post.key);
    await store.setLabels(keys, { pillar: 'home', commercial: true });
    const before = await store.setLabels(keys, { pillar: 'garden', commercial: null });
    expect((await store.posts()).map((post) => post.labels)).toEqual([{ pillar: 'garden' }, { pillar: 'garden' }]);
    await store.putLabels(before);
    expect((await store.posts()).map((post) => post.labels)).toEqual([
      { pillar: 'home', commercial: true },
      { pillar: 'home', commercial: true },
    ]);
  });

  it('survive captures, and an id that appears later', async () => {
    const store = await withPosts([{ title: 'Mint' }]);
    const [post] = await store.posts();
    await store.setLabels([post?.key ?? ''], { series: 'Mint diary', note: 'mine' });
    await store.keep({
      id: 'second',
      page: 'douyin/work',
      readings: [reading({ id: 'v1', title: 'Mint', publishedAt: iso(T0) }, {}, { page: 'douyin/work', seenAt: iso(T0 + HOUR) })],
    });
    const [later] = await store.posts();
    expect([later?.key, later?.labels]).toEqual(['douyin|Mint balcony|#v1', { series: 'Mint diary', note: 'mine' }]);
    await store.setLabels([later?.key ?? ''], { note: null });
    expect((await store.posts())[0]?.labels).toEqual({ series: 'Mint diary' });
  });

  it('by rule fit old and new posts; by hand wins, also a label taken away', async () => {
    const store = await withPosts([{ title: '早安 #咖啡' }, { title: '第十二期 拿铁', tags: ['咖啡'] }, { title: '第3期' }]);
    await store.putRule({ id: 'a', when: { field: 'tag', is: '#咖啡' }, set: { pillar: 'coffee' } });
    await store.putRule({ id: 'b', when: { field: 'title', pattern: '第{n}期' }, set: { series: '第N期' } });
    const labels = async () => new Map((await store.posts()).map((post) => [post.post.title, post.labels]));
    expect(await labels()).toEqual(
      new Map([
        ['第3期', { series: '第N期' }],
        ['第十二期 拿铁', { series: '第N期', pillar: 'coffee' }],
        ['早安 #咖啡', { pillar: 'coffee' }],
      ]),
    );
    const key = (await store.posts()).find((post) => post.post.title.startsWith('早安'))?.key ?? '';
    await store.setLabels([key], { pillar: null });
    expect((await labels()).get('早安 #咖啡')).toEqual({});
    await store.removeRule('b');
    expect((await labels()).get('第3期')).toEqual({});
  });

  it('filter posts', async () => {
    const store = await withPosts([
      { title: 'one' },
      { title: 'two' },
      { title: 'three', publishedAt: null, publishedPrecision: null },
    ]);
    const keyOf = async (title: string) => (await store.posts()).find((post) => post.post.title === title)?.key ?? '';
    await store.setLabels([await keyOf('one')], { pillar: 'home', labels: ['a', 'b'] });
    const titles = async (filter: Parameters<typeof store.posts>[0]) =>
      (await store.posts(filter)).map((post) => post.post.title);
    expect(await titles({ pillars: ['home'] })).toEqual(['one']);
    expect(await titles({ labels: ['b', 'c'] })).toEqual(['one']);
    expect(await titles({ from: iso(T0 - HOUR), to: iso(T0) })).toEqual(['two']);
    expect(await titles({ accounts: ['Another'] })).toEqual([]);
    expect(await titles({ platforms: ['douyin'] })).toEqual(['two', 'one', 'three']);
  });
});

describe('suggested rules', () => {
  it('come from tags and numbered titles that repeat, and are never applied by themselves', async () => {
    const store = await withPosts([
      { title: '阳台日记 第1期 #薄荷' },
      { title: '阳台日记 第2期 #薄荷' },
      { title: '阳台日记 第3期 #薄荷' },
      { title: 'something else' },
    ]);
    const suggestions = await store.suggestRules();
    expect(suggestions.map(({ rule, posts }) => [rule.when, rule.set, posts])).toEqual([
      [{ field: 'title', pattern: '阳台日记 第{n}期' }, { series: '阳台日记' }, 3],
      [{ field: 'tag', is: '薄荷' }, { pillar: '薄荷' }, 3],
    ]);
    expect((await store.posts()).every((post) => Object.keys(post.labels).length === 0)).toBe(true);
    for (const { rule } of suggestions) await store.putRule(rule);
    expect(
      (await store.posts()).filter((post) => post.labels.series === '阳台日记' && post.labels.pillar === '薄荷'),
    ).toHaveLength(3);
    expect(await store.suggestRules()).toEqual([]);
  });
});

describe('small records', () => {
  it('are kept and raise the data version', async () => {
    const store = await withPosts([]);
    const before = await store.dataVersion();
    await store.putSetting('zone', { name: 'Asia/Shanghai' });
    await store.suppress('finding-1', true);
    await store.suppress('finding-2', true);
    await store.suppress('finding-1', false);
    await store.putReport('main', { dataVersion: 7, report: { units: [] } });
    await store.noteBackup(iso(T0));
    expect(await store.setting('zone')).toEqual({ name: 'Asia/Shanghai' });
    expect(await store.setting('other')).toBeUndefined();
    expect(await store.suppressed()).toEqual(['finding-2']);
    expect(await store.report('main')).toEqual({ dataVersion: 7, report: { units: [] } });
    expect(await store.lastBackup()).toBe(iso(T0));
    expect(await store.dataVersion()).toBeGreaterThan(before);
  });

  it('do not raise it for a batch that says nothing new', async () => {
    const store = await withPosts([{ title: 'one' }]);
    const before = await store.dataVersion();
    await store.keep({
      id: 'again',
      page: 'douyin/content-list',
      readings: [reading({ publishedAt: iso(T0), title: 'one' }, {}, { seenAt: iso(T0 + 1) })],
    });
    expect(await store.dataVersion()).toBe(before);
  });
});
