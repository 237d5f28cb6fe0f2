/** The report: all of it, how its cost grows, and what one more reading costs. */
import { setTimeout } from 'node:timers/promises';
import { type Family, type Measured, median, ratioOf } from './bench';
import { openLab } from './lab';
import { printReportParts } from './report-parts';

const ROUNDS = 3;
const UNITS = 40;
const WARM_UP = 5;
const RUNS = 5;

/** What a worker does after it has answered (marks, putting the store in order) is over by then, in milliseconds. */
const AFTERWARDS = 3000;
const LOOKS = 3;

/** All that the data worker does between a question and its answer, but for waiting until captured batches settle. */
async function oneReading(): Promise<Measured> {
  const times = { full: [] as number[], one: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    const lab = await openLab('answer.ts', { inWorker: true });
    try {
      await lab.call('make', 10_000, 10, UNITS);
      await lab.call('fill', 10, UNITS);
      // Puts the store in order, which is no part of a report.
      await lab.call('suggest');
      await setTimeout(AFTERWARDS);
      // A new worker, which has weighed nothing yet. It too is given one new reading.
      await lab.fresh();
      await lab.call('make', 10_000, 10, UNITS);
      await lab.call('look', 7, 1);
      times.full.push(await lab.call<number>('suggest'));
      const looks: number[] = [];
      for (let look = 0; look < LOOKS; look++) {
        await setTimeout(AFTERWARDS);
        await lab.call('look', 7, 2 + look);
        looks.push(await lab.call<number>('suggest'));
      }
      times.one.push(median(looks));
    } finally {
      await lab.close();
    }
  }
  return ratioOf(times.one, times.full);
}

export const evaluation: Family = {
  rows: [
    {
      id: 'report',
      what: 'the full report of 10,000 posts with 100,000 readings by the engine, posts in memory, in a worker',
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
      what: 'one reading kept to new suggestions in the data worker: reading the store, weighing, keeping the report; 40 accounts of 250 posts, 100,000 readings',
      baseline: 'the same in a worker that has weighed nothing yet',
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
    if (wanted.has('report')) {
      const times = { full: [] as number[], parse: [] as number[] };
      for (let round = 0; round < ROUNDS; round++) {
        const lab = await openLab('evaluate.ts', { inWorker: true });
        try {
          await lab.call('make', 10_000, 10, UNITS);
          if (round % 2) times.parse.push(await lab.call<number>('parse'));
          times.full.push(await lab.call<number>('evaluate'));
          if (round % 2 === 0) times.parse.push(await lab.call<number>('parse'));
        } finally {
          await lab.close();
        }
      }
      found.report = ratioOf(times.full, times.parse);
      if (process.env.BENCH_PROFILE) await printReportParts(UNITS);
    }
    if (wanted.has('one-reading')) found['one-reading'] = await oneReading();
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
