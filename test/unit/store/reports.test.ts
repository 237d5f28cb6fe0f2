import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../../core/store';
import { KeptRows } from '../../../entrypoints/lib/kept-rows';

const rows = (dataVersion: number, reports: Record<string, unknown>) =>
  Object.entries(reports).map(([name, report]) => ({ name, dataVersion, report }));

async function twoContexts() {
  const indexedDB = new IDBFactory();
  const [open, other] = await Promise.all([openStore({ indexedDB }), openStore({ indexedDB })]);
  const versions = async (...names: string[]) => (await open.reports(names)).map((row) => row?.dataVersion);
  return { open, other, versions, kept: new KeptRows('r') };
}

describe('rows of a report', () => {
  it('are written where they say something else, and go where there are none any more', async () => {
    const { open, versions, kept } = await twoContexts();
    await open.putReport('s', { dataVersion: 0, report: 'of another' });
    await kept.replace(open, rows(1, { r: 'front', 'r|a': { posts: [1, { at: null }] }, 'r|b': [1], 'r|c': {} }));
    await kept.replace(open, rows(2, { r: 'front', 'r|a': { posts: [1, { at: null }] }, 'r|b': [2], 'r|d': {} }));
    expect(await versions('r', 'r|a', 'r|b', 'r|c', 'r|d', 's')).toEqual([2, 1, 2, undefined, 2, 0]);
    expect((await open.report('r|a'))?.report).toEqual({ posts: [1, { at: null }] });
    expect((await kept.held(open))?.get('r|b')).toEqual([2]);
  });

  it('are all written where somebody else has written meanwhile, or nothing is left', async () => {
    const { open, other, versions, kept } = await twoContexts();
    const same = { r: 'front', 'r|a': [1], 'r|b': [1] };
    await kept.replace(open, rows(1, same));
    await new KeptRows('r').replace(other, rows(2, { ...same, 'r|a': [2], 'r|c': [2] }));
    expect(await kept.held(open)).toBeNull();
    await kept.replace(open, rows(3, same));
    expect(await versions('r', 'r|a', 'r|b', 'r|c')).toEqual([3, 3, 3, undefined]);
    await other.remove('everything');
    expect(await kept.held(open)).toBeNull();
    await kept.replace(open, rows(4, same));
    expect(await versions('r', 'r|a', 'r|b')).toEqual([4, 4, 4]);
  });

  it('that could not be written are all written the next time', async () => {
    const { open, versions, kept } = await twoContexts();
    await kept.replace(open, rows(1, { r: 'front', 'r|a': [1] }));
    await expect(kept.replace(open, rows(2, { r: 'front', 'r|a': () => 'no value' }))).rejects.toThrow();
    expect(await kept.held(open)).toBeNull();
    await kept.replace(open, rows(3, { r: 'front', 'r|a': [1] }));
    expect(await versions('r', 'r|a')).toEqual([3, 3]);
  });
});
