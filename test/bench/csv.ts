/** The CSV export of 100,000 posts: its time, and that it needs little memory. */
import { type Family, ratioOf, takingTurns } from './bench';
import { openLab } from './lab';

const POSTS = 100_000;
const ROUNDS = 5;
const MOST_MEMORY = 64 * 2 ** 20;

export const csv: Family = {
  rows: [
    {
      id: 'csv',
      what: 'the CSV of 100,000 posts, with at most 64 MB more memory',
      baseline: '`d3-dsv` formatting the same rows, all in memory',
      reach: 2,
      better: 'lower',
    },
  ],
  async measure() {
    const lab = await openLab('csv.ts');
    try {
      await lab.call('make', POSTS);
      let peak = 0;
      const times = await takingTurns(ROUNDS, {
        async ours() {
          const written = await lab.call<{ ms: number; peak: number }>('ours');
          peak = Math.max(peak, written.peak);
          return written.ms;
        },
        baseline: () => lab.call<number>('baseline'),
      });
      if (peak > MOST_MEMORY) throw new Error(`the heap grew by ${(peak / 2 ** 20).toFixed(0)} MB`);
      const measured = ratioOf(times.ours, times.baseline);
      return { csv: { ...measured, detail: `${measured.detail}, heap + ${(peak / 2 ** 20).toFixed(0)} MB at most` } };
    } finally {
      await lab.close();
    }
  },
};
