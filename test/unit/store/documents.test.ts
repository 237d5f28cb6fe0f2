import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { type DumpRecord, openStore } from '../../../core/store';
import { openForBackground } from '../../../core/store/for-background';
import { iso, slotTest, T0 } from './sample';

const open = () => openStore({ indexedDB: new IDBFactory(), now: () => T0 });
async function* records(...list: { kind: string; value: unknown }[]) {
  yield list as DumpRecord[];
}

describe('documents', () => {
  it('are kept by kind and id, changed, removed, and raise the data version', async () => {
    const store = await open();
    const before = await store.dataVersion();
    await store.putDocument('slotTest', slotTest('a'));
    await store.putDocument('slotTest', slotTest('b'));
    await store.putDocument('slotTest', { ...slotTest('b'), endedAt: iso(T0) });
    await store.removeDocument('slotTest', 'a');
    expect(await store.documents('slotTest')).toEqual({ values: [{ ...slotTest('b'), endedAt: iso(T0) }], unreadable: [] });
    expect(await store.dataVersion()).toBe(before + 4);
  });

  it('that say a rule was not right are kept with the silence that follows, by the background as by a page', async () => {
    const indexedDB = new IDBFactory();
    const [background, page] = [
      await openForBackground({ indexedDB, now: () => T0 }),
      await openStore({ indexedDB, now: () => T0 }),
    ];
    const long = `finding:CN-AD-ABS:${'最'.repeat(300)}`;
    await background.setAside([
      { id: 'finding:CN-AD-ABS:全网最好', rule: 'CN-AD-ABS' },
      { id: long, rule: 'CN-AD-ABS' },
    ]);
    expect((await page.suppressed()).sort()).toEqual(['finding:CN-AD-ABS:全网最好', long].sort());
    const { values, unreadable } = await page.documents('verdict');
    expect(unreadable).toEqual([]);
    expect(values.map(({ id, rule, right, when }) => [id.length, rule, right, when]).sort()).toEqual([
      [200, 'CN-AD-ABS', false, iso(T0)],
      [22, 'CN-AD-ABS', false, iso(T0)],
    ]);
    // Said again, in the panel: one word on one wording.
    await page.setAside([{ id: 'finding:CN-AD-ABS:全网最好', rule: 'CN-AD-ABS' }]);
    expect((await page.documents('verdict')).values).toHaveLength(2);
  });

  it('that do not fit their kind are not stored', async () => {
    const store = await open();
    await expect(store.putDocument('slotTest', { ...slotTest('a'), largestPosts: -1 })).rejects.toThrow('slotTest: largestPosts');
    await expect(store.putDocument('slotTest', { ...slotTest('a'), rogue: 1 } as never)).rejects.toThrow(TypeError);
    expect((await store.documents('slotTest')).values).toEqual([]);
  });

  it('that are tests keep their plan, their draws and their decision, whatever a screen that is behind writes', async () => {
    const store = await open();
    const test = slotTest('a');
    const decided = {
      at: iso(T0),
      verdict: 'aBetter',
      pairs: 9,
      eValue: 24,
      lift: { low: 0.1, median: 0.4, high: 0.9 },
    } as const;
    const made = {
      ...test,
      assignments: [
        { arm: 'a', post: 'p1' },
        { arm: 'b', post: null },
      ] satisfies typeof test.assignments,
    };
    await store.putDocument('slotTest', test);
    await store.putDocument('slotTest', made);
    await store.putDocument('slotTest', { ...test, decided });
    await store.putDocument('slotTest', { ...test, endedAt: iso(T0) });
    await store.putDocument('slotTest', { ...test, decided: { ...decided, verdict: 'same' } });
    const whole = { ...made, decided, endedAt: iso(T0) };
    expect((await store.documents('slotTest')).values).toEqual([whole]);
    const version = await store.dataVersion();
    const windows = { ...test.windows, a: test.windows.b };
    for (const other of [{ largestPosts: 80 }, { windows }, { startedAt: iso(T0 + 1) }, { unit: 'x|y|all' }]) {
      await expect(store.putDocument('slotTest', { ...whole, ...other })).rejects.toThrow('keeps its times');
    }
    for (const assignments of [[{ arm: 'b' as const, post: 'p1' }], [{ arm: 'a' as const, post: 'p2' }]]) {
      await expect(store.putDocument('slotTest', { ...whole, assignments })).rejects.toThrow('stay as they are');
    }
    expect((await store.documents('slotTest')).values).toEqual([whole]);
    expect(await store.dataVersion()).toBe(version);
  });

  it('of a newer version or an unknown kind come back from a backup, stay stored, and are said to be unreadable', async () => {
    const store = await open();
    const newer = { kind: 'slotTest', id: 'n', version: 99, value: { id: 'n', shape: 'of tomorrow' } };
    const unknown = { kind: 'horoscope', id: 'h', version: 1, value: { id: 'h', anything: [1] } };
    expect(await store.merge(records({ kind: 'document', value: unknown }, { kind: 'document', value: newer }))).toMatchObject({
      new: 2,
      refused: [],
    });
    const dumped: unknown[] = [];
    for await (const page of store.dump()) for (const { kind, value } of page) if (kind === 'document') dumped.push(value);
    expect(dumped).toEqual([unknown, newer]);
    expect(await store.documents('slotTest')).toEqual({
      values: [],
      unreadable: [{ id: 'n', problem: 'written by a newer version' }],
    });
  });

  it('of a backup are refused when they do not fit, with the place', async () => {
    const store = await open();
    const bad = { kind: 'slotTest', id: 'a', version: 1, value: { ...slotTest('a'), startedAt: 'soon' } };
    const other = { kind: 'slotTest', id: 'a', version: 1, value: slotTest('b') };
    const { refused } = await store.merge(records({ kind: 'document', value: bad }, { kind: 'document', value: other }));
    expect(refused.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [1, 'startedAt'],
      [2, 'id'],
    ]);
  });

  it('of the plan, of accounts and of months are kept as they were written', async () => {
    const store = await open();
    const figures = {
      id: 'plan',
      scoreWeights: { engagement: 40, quality: 30, audience: 20, frequency: 10 },
      pinnedZones: { mint: 'stable' as const },
    };
    const notes = { id: 'douyin|Mint', platform: 'douyin' as const, account: 'Mint', stepsToConvert: 3 };
    const rating = {
      id: 'douyin|Mint|2026-06',
      platform: 'douyin' as const,
      account: 'Mint',
      month: '2026-06',
      ratings: { useful: 4 },
    };
    await store.putDocument('planFigures', figures);
    await store.putDocument('accountNotes', notes);
    await store.putDocument('monthlyRating', rating);
    expect((await store.documents('planFigures')).values).toEqual([figures]);
    expect((await store.documents('accountNotes')).values).toEqual([notes]);
    expect((await store.documents('monthlyRating')).values).toEqual([rating]);
    await expect(store.putDocument('monthlyRating', { ...rating, ratings: { useful: 6 } })).rejects.toThrow('ratings');
    await expect(store.putDocument('planFigures', { ...figures, verticality: 70 })).rejects.toThrow('verticality');
  });
});
