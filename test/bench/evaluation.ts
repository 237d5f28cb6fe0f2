/** The report: all of it, how its cost grows, and what one more reading costs. */
import { type Family, type Measured, median, ratioOf } from './bench';
import { openLab } from './lab';

const ROUNDS = 3;
const UNITS = 40;
const WARM_UP = 5;
const RUNS = 5;

export const evaluation: Family = {
  rows: [
    {
      id: 'report',
      what: 'the full report of 10,000 posts with 100,000 readings, in a worker',
      baseline: '`JSON.parse` of the same posts',
      reach: 5,
      better: 'lower',
    },
    {
      id: 'growth',
      what: 'the full report of 100,000 posts with three readings each',
      baseline: 'of 10,000 posts with three readings each, in as many accounts',
      reach: 11,
      better: 'lower',
    },
    {
      id: 'one-reading',
      what: 'one new reading to new suggestions, 40 accounts of 250 posts',
      baseline: 'the full report',
      reach: 0.05,
      better: 'lower',
    },
    {
      id: 'when-growth',
      what: 'when to post, one account of 50,000 posts',
      baseline: 'of 500 posts',
      reach: 100,
      better: 'lower',
    },
  ],
  async measure(wanted) {
    const found: Record<string, Measured> = {};
    if (wanted.has('report') || wanted.has('one-reading')) {
      const times = { full: [] as number[], parse: [] as number[], one: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        const lab = await openLab('evaluate.ts', { inWorker: true });
        try {
          await lab.call('make', 10_000, 10, UNITS);
          if (round % 2) times.parse.push(await lab.call<number>('parse'));
          times.full.push(await lab.call<number>('evaluate'));
          if (round % 2 === 0) times.parse.push(await lab.call<number>('parse'));
          await lab.call('look');
          times.one.push(await lab.call<number>('evaluate'));
        } finally {
          await lab.close();
        }
      }
      found.report = ratioOf(times.full, times.parse);
      found['one-reading'] = ratioOf(times.one, times.full);
    }
    if (wanted.has('growth')) {
      const times = { large: [] as number[], small: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        for (const [name, posts] of [
          ['small', 10_000],
          ['large', 100_000],
        ] as const) {
          const lab = await openLab('evaluate.ts', { inWorker: true });
          try {
            await lab.call('make', posts, 3, UNITS);
            times[name].push(await lab.call<number>('evaluate'));
          } finally {
            await lab.close();
          }
        }
      }
      found.growth = ratioOf(times.large, times.small);
    }
    if (wanted.has('when-growth')) {
      const times = { large: [] as number[], small: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        const lab = await openLab('evaluate.ts', { inWorker: true });
        try {
          await lab.call('make', 500, 3, 1);
          // Code that has run before is faster, and so few posts hardly warm it up: that must not flatter the large account.
          const runs: number[] = [];
          for (let run = 0; run < WARM_UP + RUNS; run++) runs.push(await lab.call<number>('when'));
          times.small.push(median(runs.slice(WARM_UP)));
          await lab.call('make', 50_000, 3, 1);
          times.large.push(await lab.call<number>('when'));
        } finally {
          await lab.close();
        }
      }
      found['when-growth'] = ratioOf(times.large, times.small);
    }
    return found;
  },
};
