/** Keeping 100,000 readings: 1,000 posts looked at 100 times, in batches of 50 as the content script hands them over. */

import { type Family, median, ratioOf, takingTurns } from './bench';
import { openLab } from './lab';

const POSTS = 1000;
const LOOKS = 100;
const ROUNDS = 5;

export const keeping: Family = {
  rows: [
    {
      id: 'keep-raw',
      what: 'keeping 100,000 readings in the store, in batches of 50',
      baseline: 'plain IndexedDB, one value per batch, the same payload and durability',
      reach: 1.5,
      better: 'lower',
    },
    {
      id: 'keep-dexie',
      what: 'the same',
      baseline: 'Dexie `bulkPut`, one row per reading, as much durability',
      reach: 5,
      better: 'higher',
    },
  ],
  async measure(wanted) {
    const lab = await openLab('keep.ts');
    try {
      const keep = (way: string) => async () => {
        await lab.fresh();
        return lab.call<number>(way, POSTS, LOOKS);
      };
      const times = await takingTurns(ROUNDS, {
        ours: keep('ours'),
        raw: keep('raw'),
        floor: keep('floor'),
        ...(wanted.has('keep-dexie') ? { dexie: keep('dexie') } : {}),
      } as Record<'ours' | 'raw' | 'floor' | 'dexie', () => Promise<number>>);
      const raw = ratioOf(times.ours, times.raw);
      return {
        'keep-raw': { ...raw, detail: `${raw.detail}; as many empty transactions ${(median(times.floor) / 1000).toFixed(2)} s` },
        'keep-dexie': ratioOf(times.ours, times.dexie ?? [], true),
      };
    } finally {
      await lab.close();
    }
  },
};
