import 'fake-indexeddb/auto';
import { gzipSync } from 'node:zlib';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError, openBackup } from '../../../core/importers';
import type { MetricName } from '../../../core/model/metrics';
import type { Figure, Reading } from '../../../core/model/reading';
import { writeBackup } from '../../../core/share/backup';
import { type DumpRecord, openStore, type Store } from '../../../core/store';
import { DAY, HOUR, iso, MINUTE, reading, slotTest, T0 } from './sample';

const open = () => openStore({ indexedDB: new IDBFactory(), now: () => T0 });
async function backupOf(store: Store): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeBackup(store.dump(), { app: '0.0.1' })) pieces.push(piece);
  return Buffer.concat(pieces);
}
const recordsOf = (bytes: Uint8Array): AsyncIterable<DumpRecord[]> => openBackup(bytes).read();

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.nat().map((value) => ({ value, low: value, high: value, raw: String(value) })),
  fc.nat({ max: 9999 }).map((value) => ({ value, low: value, high: value, raw: value.toLocaleString('en') })),
  fc.constant({ value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' }),
);
const metricsOf = (names: MetricName[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, figure])), { requiredKeys: [] });
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('🌿 第1期|#薄荷', '', 'a|b#c', '\ud83d cut', '~2', 'x~2'),
);
const anyReading: fc.Arbitrary<Reading> = fc
  .record({
    platform: fc.constantFrom('douyin' as const, 'x' as const),
    account: fc.option(fc.constantFrom('Ａ|B', 'b', '?2')),
    id: fc.option(fc.bigInt({ min: 10n ** 18n, max: 10n ** 19n - 1n }).map(String)),
    title: text,
    minute: fc.nat({ max: 50 }),
    precision: fc.constantFrom('minute' as const, 'day' as const, null),
    look: fc.nat({ max: 200 }),
    page: fc.constantFrom('a/list', 'b/cards'),
    pinned: fc.option(fc.boolean(), { nil: undefined }),
    tags: fc.array(
      text.filter((tag) => tag.length < 100),
      { maxLength: 2 },
    ),
    metrics: metricsOf(['views', 'likes', 'saves']),
    revenue: fc.option(fc.integer({ min: -500, max: 500 }), { nil: undefined }),
  })
  .map(({ platform, account, id, title, minute, precision, look, page, pinned, tags, metrics, revenue }) => {
    const one = reading(
      {
        id,
        title,
        publishedAt: precision && iso(T0 - minute * MINUTE),
        publishedPrecision: precision,
        tags,
        ...(pinned !== undefined && { pinned }),
      },
      {},
      { platform, account, page, seenAt: iso(T0 + look * HOUR) },
    );
    one.metrics = {
      ...metrics,
      ...(revenue !== undefined && {
        revenue: { value: revenue, low: revenue - 0.5, high: revenue + 0.5, raw: `${revenue}`, currency: 'EUR' },
      }),
    };
    return one;
  });
const anyBatches = fc.array(
  fc.record({
    readings: fc.array(anyReading, { maxLength: 12 }),
    session: fc.option(fc.constantFrom('s1', 's2', 's3'), { nil: undefined }),
  }),
  { maxLength: 6 },
);

async function fill(store: Store, batches: { readings: Reading[]; session: string | undefined }[]): Promise<void> {
  for (const [at, { readings, session }] of batches.entries()) {
    await store.keep({ id: `b${at}`, session, page: 'a/list', readings, coverage: { expectedTotal: null, captured: at } });
  }
  const [first] = await store.posts();
  if (first) await store.setLabels([first.key], { pillar: '🌿', trust: ['expertise'], rating: { topic: 5 }, sponsor: null });
  await store.putRule({ id: 'r', when: { field: 'title', contains: '薄荷' }, set: { pillar: 'mint' } });
  await store.putSetting('zone', 'Asia/Shanghai');
  await store.putDocument('slotTest', slotTest('t'));
  await store.suppress('f', true);
}

describe('export, wipe, restore, export', () => {
  it('gives the same bytes, whatever was compacted when, by replacing and by merging', async () => {
    await fc.assert(
      fc.asyncProperty(anyBatches, fc.boolean(), async (batches, compacted) => {
        const store = await open();
        await fill(store, batches);
        const before = await backupOf(store);
        if (compacted) await store.compact();
        expect(Buffer.compare(await backupOf(store), before)).toBe(0);
        const readings = JSON.stringify(await store.posts());
        await store.remove('everything');
        expect(await store.posts()).toEqual([]);
        await store.replace(recordsOf(before));
        expect(Buffer.compare(await backupOf(store), before)).toBe(0);
        expect(JSON.stringify(await store.posts())).toBe(readings);

        const elsewhere = await open();
        expect((await elsewhere.preview(recordsOf(before))).conflicting).toBe(0);
        await elsewhere.merge(recordsOf(before));
        expect(Buffer.compare(await backupOf(elsewhere), before)).toBe(0);
        expect(await elsewhere.merge(recordsOf(before))).toMatchObject({ new: 0, conflicting: 0, refused: [] });
        expect(Buffer.compare(await backupOf(elsewhere), before)).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('holds for 10,000 readings', async () => {
    const store = await open();
    for (let look = 0; look < 50; look += 1) {
      const readings = Array.from({ length: 200 }, (_, post) =>
        reading(
          { id: `75276230004730${String(post).padStart(5, '0')}`, title: `🌿 ${post}`, publishedAt: iso(T0 - post * DAY) },
          { views: post * look, likes: look },
          { seenAt: iso(T0 + look * DAY) },
        ),
      );
      await store.keep({ id: `b${look}`, page: 'a/list', readings });
    }
    const before = await backupOf(store);
    await store.compact();
    await store.remove('everything');
    expect(await store.replace(recordsOf(before))).toMatchObject({ new: 10_000, same: 0, conflicting: 0, refused: [] });
    expect(Buffer.compare(await backupOf(store), before)).toBe(0);
  });
});

describe('merging', () => {
  it('shows what is new, same and conflicting before it is done, and keeps what is here', async () => {
    const here = await open();
    const there = await open();
    const common = reading({ title: 'both' }, { views: 1 });
    await here.keep({ id: '1', page: 'a', readings: [common, reading({ title: 'rival' }, { views: 10 })] });
    await there.keep({
      id: '1',
      page: 'a',
      readings: [common, reading({ title: 'rival' }, { views: 99 }), reading({ title: 'new' }, { views: 3 })],
    });
    await here.putSetting('zone', 'Asia/Shanghai');
    await there.putSetting('zone', 'Europe/Berlin');
    const backup = await backupOf(there);
    expect(await here.preview(recordsOf(backup))).toEqual({ new: 1, same: 1, conflicting: 2, refused: [], settings: [] });
    expect((await here.posts()).length).toBe(2);
    await here.merge(recordsOf(backup));
    expect(
      (await here.posts())
        .map((post) => [post.post.title, post.snapshots.map((snapshot) => snapshot.metrics.views?.value)])
        .sort(),
    ).toEqual([
      ['both', [1]],
      ['new', [3]],
      ['rival', [10]],
    ]);
    expect(await here.setting('zone')).toBe('Asia/Shanghai');
  });

  it('does not mix the unnamed accounts of two machines', async () => {
    const here = await open();
    const there = await open();
    const list = (topic: string) =>
      Array.from({ length: 8 }, (_, at) =>
        reading({ title: `${topic} ${at}`, publishedAt: iso(T0 - at * DAY) }, { views: at }, { account: null }),
      );
    await here.keep({ id: '1', session: 'here', page: 'a', readings: list('mint') });
    await there.keep({ id: '1', session: 'there', page: 'a', readings: list('cats') });
    const [cat] = await there.posts();
    await there.setLabels([cat?.key ?? ''], { pillar: 'cats' });
    await here.merge(recordsOf(await backupOf(there)));
    expect((await here.accounts()).map(({ account, posts }) => [account, posts])).toEqual([
      ['', 8],
      ['?2', 8],
    ]);
    expect((await here.posts({ pillars: ['cats'] })).map((post) => post.account)).toEqual(['?2']);

    const same = await open();
    await same.keep({ id: '9', session: 'elsewhere', page: 'a', readings: list('mint').slice(2) });
    await same.merge(recordsOf(await backupOf(here)));
    expect((await same.accounts()).map(({ account, posts }) => [account, posts])).toEqual([
      ['', 8],
      ['?2', 8],
    ]);
  });

  it('refuses records it cannot read, and replaces nothing because of one', async () => {
    const store = await open();
    await store.keep({ id: '1', page: 'a', readings: [reading({ title: 'mine' }, { views: 1 })] });
    const good = { kind: 'setting' as const, value: { key: 'zone', value: 'UTC' } };
    const hostile = JSON.parse(
      '{"kind":"labels","value":{"key":"k","labels":{"__proto__":{"pillar":"x"}},"cleared":[]}}',
    ) as DumpRecord;
    const bad: DumpRecord[] = [
      good,
      {
        kind: 'post',
        value: {
          platform: 'douyin',
          scope: '@x',
          readings: [{ ...reading(), metrics: { views: { value: -1, low: -1, high: -1, raw: '-1' } } }],
        },
      },
      { kind: 'virus' as never, value: {} },
      hostile,
    ];
    async function* records() {
      yield bad;
    }
    expect((await store.preview(records())).refused.map((one) => one.line)).toEqual([2, 3, 4]);
    await expect(store.replace(records())).rejects.toThrow(/nothing was replaced/);
    expect((await store.posts()).map((post) => post.post.title)).toEqual(['mine']);
    expect(({} as { pillar?: string }).pillar).toBeUndefined();
  });
});

describe('a backup of another time', () => {
  const headed = (head: object) => new Uint8Array(gzipSync(`${JSON.stringify(head)}\n{"end":true,"records":0,"sha256":""}\n`));
  it('is refused in words when a newer version or another program wrote it', () => {
    expect(() => openBackup(headed({ format: 'post-almanac-backup', version: 99, app: '9.0.0' }))).toThrow(
      /update the extension/,
    );
    expect(() => openBackup(headed({ format: 'something-else', version: 1 }))).toThrow(/not a backup/);
  });

  it('holds readings from before and after the clock went back a day, each once, and gives them back so', async () => {
    const store = await open();
    const look = (id: string, at: number, views: number) =>
      store.keep({ id, page: 'a', readings: [reading({ title: 'one' }, { views }, { page: 'a', seenAt: iso(at) })] });
    await look('1', T0, 10);
    await look('2', T0 - DAY, 11);
    await look('3', T0 - DAY + HOUR, 12);
    await look('3', T0 - DAY + HOUR, 12);
    await look('4', T0 + HOUR, 13);
    const before = await backupOf(store);
    await store.compact();
    await store.remove('everything');
    await store.replace(recordsOf(before));
    expect((await store.posts())[0]?.snapshots.map(({ metrics }) => metrics.views?.value)).toEqual([11, 12, 10, 13]);
    expect(Buffer.compare(await backupOf(store), before)).toBe(0);
  });
});

describe('a damaged backup', () => {
  it('is refused wherever it was damaged or cut, with a sentence', async () => {
    const store = await open();
    for (let at = 0; at < 40; at += 1)
      await store.keep({ id: `${at}`, page: 'a', readings: [reading({ title: `post ${at}` }, { views: at * 7919 })] });
    const good = await backupOf(store);
    expect(openBackup(good).records).toBeGreaterThan(40);
    const places = new Set([0, 1, 2, 3, 4, 9, 10, 11, good.length - 8, good.length - 4, good.length - 1]);
    for (let at = 12; at < good.length; at += Math.ceil(good.length / 60)) places.add(at);
    for (const at of places) {
      const damaged = good.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      // Bytes 4–9 of the header say when and where it was made: nothing of the contents.
      if (at >= 4 && at <= 9) continue;
      expect(() => openBackup(damaged), `byte ${at}`).toThrow(ImportError);
    }
    for (const length of [0, 1, 10, Math.floor(good.length / 2), good.length - 9, good.length - 8, good.length - 1]) {
      expect(() => openBackup(good.slice(0, length)), `first ${length} bytes`).toThrow(ImportError);
    }
  });
});
