/** The compliance check of 10,000 titles. */
import { type Family, ratioOf, takingTurns } from './bench';
import { openLab } from './lab';

const TITLES = 10_000;
const ROUNDS = 7;

export const compliance: Family = {
  rows: [
    {
      id: 'compliance',
      what: 'checking 10,000 titles',
      baseline: 'one `@monyone/aho-corasick` scan of the same titles for the same number of phrases',
      reach: 3,
      better: 'lower',
    },
  ],
  async measure() {
    const lab = await openLab('compliance.ts', { inWorker: true });
    try {
      // Both run warm: a report checks all titles in one go.
      for (const way of ['check', 'scan']) await lab.call(way, 2000);
      const times = await takingTurns(ROUNDS, {
        ours: () => lab.call<number>('check', TITLES),
        scan: () => lab.call<number>('scan', TITLES),
      });
      const phrases = await lab.call<number>('phrases');
      const measured = ratioOf(times.ours, times.scan);
      return { compliance: { ...measured, detail: `${measured.detail}, ${phrases} phrases` } };
    } finally {
      await lab.close();
    }
  },
};
