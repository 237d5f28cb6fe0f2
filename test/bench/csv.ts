/** The CSV export of 100,000 posts: its time, and that its scripts need little memory. The file itself lies in blobs, which the browser may keep on the disk. */
import { type Family, ratioOf, takingTurns } from './bench';
import { openLab } from './lab';

const POSTS = 100_000;
const ROUNDS = 5;
const MOST_MEMORY = 64 * 2 ** 20;
const mb = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

export const csv: Family = {
  rows: [
    {
      id: 'csv',
      what: 'the CSV of 100,000 posts, with at most 64 MB more memory of scripts',
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
      let file = 0;
      const times = await takingTurns(ROUNDS, {
        async ours() {
          const written = await lab.call<{ ms: number; peak: number; file: number }>('ours');
          file = written.file;
          peak = Math.max(peak, written.peak);
          return written.ms;
        },
        baseline: () => lab.call<number>('baseline'),
      });
      if (peak > MOST_MEMORY) throw new Error(`the heap grew by ${mb(peak)} MB`);
      const measured = ratioOf(times.ours, times.baseline);
      return {
        csv: {
          ...measured,
          detail: `${measured.detail}, heap of scripts + ${mb(peak)} MB at most, beside a file of ${mb(file)} MB`,
        },
      };
    } finally {
      await lab.close();
    }
  },
};
