/** A backup somebody made by hand: names of an object's prototype anywhere, settings nobody knows, contents without end. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { DocumentOf } from '../../../core/model/documents';
import { PLATFORMS } from '../../../core/model/platforms';
import { BACKUP_EVERY, LANGUAGES, REMINDERS, THEMES } from '../../../core/model/settings';
import { isSetting } from '../../../core/model/settings.schema';
import { WORKSPACE_KINDS } from '../../../core/model/workspace/objects';
import { type DumpRecord, openStore, type Store } from '../../../core/store';
import { DUMP_KINDS } from '../../../core/store/types';
import { sampleWorkspace } from '../engine/workspace/sample';
import { figures, iso, reading, slotTest, T0 } from './sample';

const open = () => openStore({ indexedDB: new IDBFactory(), now: () => T0 });
async function* pages(...records: DumpRecord[]) {
  yield records;
}
async function dumped(store: Store): Promise<DumpRecord[]> {
  const all: DumpRecord[] = [];
  for await (const page of store.dump()) all.push(...page);
  return all;
}

/** Records of every kind, and of every kind of document. */
async function everything(): Promise<DumpRecord[]> {
  const store = await open();
  await store.keep({
    id: 'import:1:0',
    session: 's',
    page: 'douyin/content-list',
    readings: [reading({ id: '7527623000473079054', tags: ['mint'] }, { views: 5 })],
    accountReadings: [
      {
        platform: 'douyin',
        page: 'douyin/home',
        account: 'Mint balcony',
        metrics: figures({ followersGained: 3 }),
        breakdowns: [{ kind: 'gender', shares: { women: 0.5 } }],
        seenAt: iso(T0),
      },
    ],
    audienceCurves: [
      {
        platform: 'douyin',
        page: 'douyin/audience',
        account: 'Mint balcony',
        zone: 'UTC',
        hours: Array.from({ length: 168 }, () => 1),
        seenAt: iso(T0),
      },
    ],
    coverage: { expectedTotal: 9, captured: 1 },
    file: { name: 'a.csv', checksum: '1', format: 'import/own-csv', skipped: [{ line: 1, reason: 'r' }], unknownColumns: ['c'] },
  });
  const [post] = await store.posts();
  await store.setLabels([post?.key ?? ''], { pillar: 'mint', rating: { topic: 5 } });
  await store.putRule({ id: 'r', when: { field: 'title', contains: 'mint' }, set: { pillar: 'mint' } });
  await store.putSetting('rules', { market: 'CN', certified: ['medical'], muted: [{ rule: 'CN-AD-ABS', about: 'a' }] });
  await store.putDocument('slotTest', slotTest('t'));
  const { records } = sampleWorkspace('coffee', 'en');
  for (const kind of WORKSPACE_KINDS) {
    const [value] = records[kind];
    if (value) await store.putDocument(kind, value as DocumentOf<typeof kind>);
  }
  await store.suppress('f', true);
  return dumped(store);
}
const records = await everything();

/** The value once for each object in it, with one more name there. */
function withName(value: unknown, name: string, content: string): string[] {
  const text = JSON.stringify(value);
  return [...text.matchAll(/\{(?=(.))/g)]
    .filter(({ index }) => !insideText(text, index))
    .map(
      ({ index, 1: next }) => `${text.slice(0, index + 1)}"${name}":${content}${next === '}' ? '' : ','}${text.slice(index + 1)}`,
    );
}
/** Whether this place lies in a string of the JSON. */
const insideText = (text: string, at: number) =>
  (text.slice(0, at).match(/\\.|"/g) ?? []).filter((mark) => mark === '"').length % 2 === 1;

const untouched = Object.getOwnPropertyNames(Object.prototype).sort();
function expectUnpolluted(what: string): void {
  expect(({} as { polluted?: unknown }).polluted, what).toBeUndefined();
  expect(Object.getOwnPropertyNames(Object.prototype).sort(), what).toEqual(untouched);
}

describe('names of an object’s prototype in a backup', () => {
  it('are tried in every kind of record', () => {
    expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(DUMP_KINDS));
  });

  it.each(DUMP_KINDS)('as properties of a record of the kind %s change nothing but what is refused', async (kind) => {
    const own = records.filter((record) => record.kind === kind);
    for (const [name, content] of [
      ['__proto__', '{"polluted":true,"toString":null}'],
      ['constructor', '{"prototype":{"polluted":true}}'],
      ['prototype', '{"polluted":true}'],
      ['toString', '1'],
      ['hasOwnProperty', 'null'],
    ] as const) {
      const hostile = own.flatMap(({ value }) => withName(value, name, content)).map((text) => JSON.parse(text) as unknown);
      expect(hostile.length).toBeGreaterThan(0);
      const store = await open();
      const outcome = await store.merge(pages(...hostile.map((value): DumpRecord => ({ kind, value }))));
      expectUnpolluted(name);
      // Where names are free (pages, breakdowns, what an own kind of document allows) they are names like any other.
      expect(outcome.refused.length + outcome.settings.length + outcome.new + outcome.same + outcome.conflicting).toBeGreaterThan(
        0,
      );
      const stored = await dumped(store);
      await Promise.all([store.posts(), store.accounts(), store.accountReadings(), store.rules(), store.labelsInUse()]);
      const again = await open();
      expect(await again.replace(pages(...stored))).toMatchObject({ refused: [], settings: [] });
      expect(await dumped(again)).toEqual(stored);
      expectUnpolluted(name);
    }
  });

  it.each(['__proto__', 'constructor', 'toString'])('as the texts of everything (%s) are texts like any other', async (name) => {
    // A page and a share of an audience are names of properties there; `__proto__` is none that a dashboard has, and is passed over.
    const free = name === '__proto__' ? [] : [name];
    const named = JSON.parse(
      JSON.stringify(records)
        .replaceAll('Mint balcony', name)
        .replaceAll('douyin/content-list', name)
        .replaceAll('"women"', `"${name}"`)
        .replaceAll('"mint"', `"${name}"`)
        .replaceAll('7527623000473079054', name),
    ) as DumpRecord[];
    const store = await open();
    expect(await store.replace(pages(...named))).toMatchObject({ refused: [], settings: [] });
    const [post] = await store.posts();
    expect(post).toMatchObject({ account: name, post: { id: name, tags: [name] }, labels: { pillar: name } });
    expect(await store.labelsInUse()).toMatchObject({ pillars: [name] });
    const [account] = await store.accounts();
    expect(account?.coverage.map(({ page }) => page)).toEqual(free);
    expect((await store.accountReadings())[0]?.breakdowns?.map(({ shares }) => Object.keys(shares))).toEqual([free]);
    const again = await open();
    await again.replace(pages(...(await dumped(store))));
    expect(await dumped(again)).toEqual(await dumped(store));
    expectUnpolluted(name);
  });
});

describe('settings of a backup', () => {
  it('are all that there are', () => {
    for (const theme of THEMES) expect(isSetting('theme', theme)).toBe(true);
    for (const language of LANGUAGES) expect(isSetting('language', language)).toBe(true);
    for (const days of BACKUP_EVERY) expect(isSetting('backupEvery', days)).toBe(true);
    expect(isSetting('notify', [...REMINDERS])).toBe(true);
    expect(isSetting('overlayOff', [...PLATFORMS])).toBe(true);
  });

  const setting = (key: string, value: unknown): DumpRecord => ({ kind: 'setting', value: { key, value } });
  const good: [string, unknown][] = [
    ['theme', 'dark'],
    ['language', 'zh-CN'],
    ['zone', 'Asia/Shanghai'],
    ['overlayOff', ['douyin']],
    ['backupEvery', 7],
    ['notify', ['backup', 'window']],
    ['rules', { market: null, certified: [], muted: [{ rule: 'CN-AD-ABS', about: 'the best' }] }],
  ];

  it('come back as they were', async () => {
    const store = await open();
    expect(await store.replace(pages(...good.map(([key, value]) => setting(key, value))))).toMatchObject({
      new: 7,
      settings: [],
    });
    for (const [key, value] of good) expect(await store.setting(key), key).toEqual(value);
  });

  it.each<[string, unknown]>([
    ['theme', 'sepia'],
    ['theme', ['dark']],
    ['language', 'xx'],
    ['zone', 'Mars/Olympus'],
    ['zone', ''],
    ['zone', 'x'.repeat(1_000_000)],
    ['overlayOff', ['nowhere']],
    ['overlayOff', Array.from({ length: 1000 }, () => 'douyin')],
    ['backupEvery', 0.001],
    ['backupEvery', '7'],
    ['notify', { length: 1 }],
    ['notify', ['everything']],
    ['rules', null],
    ['rules', { market: 'CN', certified: ['everything'], muted: [] }],
    ['rules', { market: 'CN', certified: [], muted: [{ rule: 'CN-AD-ABS', about: {} }] }],
    ['rules', { market: 'CN', certified: [], muted: [], more: 1 }],
    ['density', 'close'],
    ['__proto__', { polluted: true }],
    ['constructor', 1],
  ])(
    '%s of another kind or value (%#) is left out and named; all else is restored, and what is set here stays when it is added',
    async (key, value) => {
      const here = await open();
      await here.putSetting('theme', 'light');
      const posts = records.filter(({ kind }) => kind === 'account' || kind === 'post');
      const backup = [...posts, setting('language', 'en'), setting(key, value)];
      expect(await here.preview(pages(...backup))).toMatchObject({ refused: [], settings: [key] });
      expect(await here.merge(pages(...backup))).toMatchObject({ refused: [], settings: [key] });
      expect(await here.setting('theme')).toBe('light');
      const fresh = await open();
      expect(await fresh.replace(pages(...backup))).toMatchObject({ refused: [], settings: [key] });
      expect(await fresh.setting('language')).toBe('en');
      expect((await fresh.posts()).map((post) => post.post.title)).toEqual(['Mint on a balcony']);
      if (!['language', 'rules'].includes(key)) expect(await fresh.setting(key)).toBeUndefined();
      expectUnpolluted(key);
    },
  );
});
