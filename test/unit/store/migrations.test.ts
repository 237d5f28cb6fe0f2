import 'fake-indexeddb/auto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../core/store';
import { MIGRATIONS } from '../../../core/store/migrations';
import type { Migration } from '../../../core/store/migrations/migration';
import { rawCopy } from '../../../core/store/raw';
import { DATABASE, VERSION } from '../../../core/store/schema';
import { DAY, iso, reading, slotTest, T0 } from './sample';

/** Rows by object store, and how each store is keyed. */
interface Example {
  keys: Record<string, string | string[]>;
  rows: Record<string, unknown[]>;
}
const folder = new URL('examples/', import.meta.url);
const exampleOf = (version: number): Example => JSON.parse(readFileSync(new URL(`version-${version}.json`, folder), 'utf8'));

const done = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** What lies in a database, as it is. */
async function contents(indexedDB: IDBFactory): Promise<Example> {
  const db = await done(indexedDB.open(DATABASE));
  const example: Example = { keys: {}, rows: {} };
  for (const name of [...db.objectStoreNames].sort()) {
    const store = db.transaction(name).objectStore(name);
    example.keys[name] = store.keyPath as string | string[];
    const rows = await done(store.getAll());
    if (rows.length > 0) example.rows[name] = rows;
  }
  db.close();
  return example;
}

/** A database of a version as users have it, made from its frozen example. */
const frozen = (version: number) => databaseOf(version, exampleOf(version));

async function databaseOf(version: number, { keys, rows }: Example): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const request = indexedDB.open(DATABASE, version);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(keys)) {
      const store = request.result.createObjectStore(name, { keyPath });
      for (const row of rows[name] ?? []) store.put(row);
    }
  };
  (await done(request)).close();
  return indexedDB;
}

/** The same data as version 1 had it: a history for each identity key. */
async function toVersion1(from: IDBFactory): Promise<IDBFactory> {
  const { rows } = await contents(from);
  const byKey = new Map<string, { platform: string; scope: string; key: string; readings: unknown[] }>();
  for (const { platform, scope, readings } of rows.histories as { platform: string; scope: string; readings: [string][] }[]) {
    for (const reading of readings) {
      const name = `${platform}|${scope}|${reading[0]}`;
      const known = byKey.get(name) ?? { platform, scope, key: reading[0], readings: [] };
      known.readings.push(reading);
      byKey.set(name, known);
    }
  }
  const histories = [...byKey.values()].flatMap(({ readings, ...row }) => [
    { ...row, part: 0, readings: readings.slice(0, 40) },
    { ...row, part: 1, readings: readings.slice(40) },
  ]);
  return databaseOf(1, { keys: exampleOf(1).keys, rows: { ...rows, histories } });
}

async function dumped(store: Store): Promise<string> {
  const lines: string[] = [];
  for await (const page of store.dump()) lines.push(...page.map((record) => JSON.stringify(record)));
  return lines.join('\n');
}

describe('migrations', () => {
  it('are one file per version without a gap, each with a frozen example', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(Array.from({ length: VERSION }, (_, at) => at + 1));
    const files = readdirSync(new URL('../../../core/store/migrations/', import.meta.url)).filter((name) =>
      name.startsWith('version-'),
    );
    expect(files.sort()).toEqual(MIGRATIONS.map((step) => `version-${step.version}.ts`).sort());
    expect(readdirSync(folder).sort()).toEqual(MIGRATIONS.map((step) => `version-${step.version}.json`).sort());
  });

  it.each(MIGRATIONS.slice(1).map((step) => step.version))(
    'from version %i - 1 give exactly the frozen example of the version',
    async (version) => {
      const indexedDB = await frozen(version - 1);
      const store = await openStore({ indexedDB, version, migrations: MIGRATIONS.slice(0, version) });
      store.close();
      expect(await contents(indexedDB)).toEqual(exampleOf(version));
    },
  );

  it('of version 2 move every reading of long histories, dated, undated and dated differently by two pages', async () => {
    const indexedDB = new IDBFactory();
    const store = await openStore({ indexedDB });
    for (let look = 0; look < 90; look += 1) {
      const readings = Array.from({ length: 250 }, (_, post) =>
        reading(
          {
            id: `v${post}`,
            title: `${post}`,
            publishedAt: post % 10 === 0 ? null : iso(T0 - (post + (post % 7 === 0 && look > 40 ? 20 : 0)) * DAY),
          },
          { views: look },
          { seenAt: iso(T0 + look * DAY) },
        ),
      );
      await store.keep({ id: `b${look}`, page: 'a/list', readings });
    }
    const before = await dumped(store);
    await store.compact();
    store.close();
    const old = await toVersion1(indexedDB);
    const upgraded = await openStore({ indexedDB: old });
    expect(await dumped(upgraded)).toBe(before);
    expect((await upgraded.posts()).reduce((sum, post) => sum + post.snapshots.length, 0)).toBe(250 * 90);
  });

  it('that fail leave what a raw copy gives out whole', async () => {
    const indexedDB = await frozen(VERSION);
    const failing = { version: VERSION + 1, migrate: () => Promise.reject(new Error('no')) } as unknown as Migration;
    await expect(openStore({ indexedDB, version: VERSION + 1, migrations: [...MIGRATIONS, failing] })).rejects.toMatchObject({
      key: 'migration',
    });
    const lines: Record<string, unknown>[] = [];
    for await (const piece of rawCopy(DATABASE, indexedDB))
      for (const line of piece.split('\n').filter(Boolean)) lines.push(JSON.parse(line));
    const { keys, rows } = exampleOf(VERSION);
    const all = Object.entries(rows).flatMap(([store, values]) => values.map((value) => ({ store, value })));
    expect(lines.at(0)).toEqual({ format: 'post-almanac-raw', version: VERSION, stores: Object.keys(keys).sort() });
    expect(lines.slice(1, -1).map(({ store, value }) => ({ store, value }))).toEqual(all);
    expect(lines.at(-1)).toEqual({ end: true, values: all.length });
    await expect(rawCopy(DATABASE, new IDBFactory()).next()).rejects.toThrow();
  });

  it('from nothing give the stores of the newest version', async () => {
    const indexedDB = new IDBFactory();
    (await openStore({ indexedDB })).close();
    expect((await contents(indexedDB)).keys).toEqual(exampleOf(VERSION).keys);
  });
});

describe('data of the newest version, as it was when the version was frozen', () => {
  /** What the frozen example was made from. */
  async function fill(indexedDB: IDBFactory) {
    const store = await openStore({ indexedDB, now: () => T0 });
    const approximate = reading({ title: '第1期|薄荷 🌿', pinned: true, tags: ['薄荷'] }, { likes: 3 }, { account: null });
    approximate.metrics.views = { value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' };
    approximate.metrics.revenue = { value: -1.5, low: -1.55, high: -1.45, raw: '-€1.5', currency: 'EUR' };
    await store.keep({
      id: 'batch-1',
      session: 'session-1',
      page: 'douyin/content-list',
      readings: [approximate, reading({ id: '7527623000473079054', title: 'with an id' }, { views: 1234 })],
      accountReadings: [
        {
          platform: 'douyin',
          page: 'douyin/home',
          account: null,
          metrics: { followers: { value: 1, low: 1, high: 1, raw: '1' } },
          seenAt: '2026-06-01T08:00:00.000Z',
        },
      ],
      coverage: { expectedTotal: 26, captured: 2 },
    });
    await store.compact();
    await store.keep({
      id: 'batch-2',
      session: 'session-1',
      page: 'douyin/content-list',
      readings: [reading({ title: 'waiting' }, { views: 7 }, { account: null })],
    });
    await store.nameAccount('douyin', '', 'Mint home');
    await store.setLabels(['douyin|Mint balcony|#7527623000473079054'], { pillar: 'home', commercial: null });
    await store.putRule({ id: 'r1', when: { field: 'title', pattern: '第{n}期' }, set: { series: '第N期' } });
    await store.putSetting('zone', 'Asia/Shanghai');
    await store.putDocument('slotTest', slotTest('t1'));
    await store.suppress('finding-1', true);
    await store.putReport('main', { dataVersion: 1, report: { units: [] } });
    await store.noteBackup('2026-06-01T08:00:00.000Z');
    return store;
  }

  it('is read as it was meant', async () => {
    const store = await openStore({ indexedDB: await frozen(VERSION) });
    const fresh = await fill(new IDBFactory());
    expect(await store.posts()).toEqual(await fresh.posts());
    expect(await store.accounts()).toEqual(await fresh.accounts());
    expect((await store.posts()).map((post) => [post.account, post.post.title, post.labels])).toEqual([
      ['Mint balcony', 'with an id', { pillar: 'home' }],
      ['Mint home', 'waiting', {}],
      ['Mint home', '第1期|薄荷 🌿', { series: '第N期' }],
    ]);
  });

  it('is written as it was then: a change of shape is a new version', async () => {
    const indexedDB = new IDBFactory();
    (await fill(indexedDB)).close();
    const now = await contents(indexedDB);
    if (process.env.FREEZE === String(VERSION))
      writeFileSync(new URL(`version-${VERSION}.json`, folder), `${JSON.stringify(now, null, 1)}\n`);
    expect(now).toEqual(exampleOf(VERSION));
  });
});
