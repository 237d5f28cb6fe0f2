/**
 * What a benchmark is. Every figure is a ratio against a baseline that is measured in the same run, in rounds that take turns, so that
 * a slow or busy computer makes both slow. Sizes have no baseline: their ratio is the size in kB.
 */

/** A line of the table. `reach`: what the ratio must not pass (`lower` is better) or must reach (`higher`). */
export interface Row {
  id: string;
  what: string;
  baseline: string;
  reach: number;
  better: 'lower' | 'higher';
}

/** What was measured for a row. */
export interface Measured {
  ratio: number;
  /** Smallest and largest ratio of a single round. */
  spread: [low: number, high: number];
  /** In the baseline's and our own units: `34 ms against 4.1 ms`. */
  detail: string;
}

/** Rows that are measured together. Null for a row: there is nothing to measure yet, and `why` says so. */
export interface Family {
  rows: readonly Row[];
  measure(wanted: ReadonlySet<string>): Promise<Readonly<Record<string, Measured | { why: string }>>>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Median over median; the spread is that of the rounds' own ratios. Milliseconds. */
export function ratioOf(ours: readonly number[], baseline: readonly number[], higher = false): Measured {
  const one = (a: number, b: number) => (higher ? b / a : a / b);
  const rounds = ours.map((value, round) => one(value, baseline[round] ?? Number.NaN));
  return {
    ratio: one(median(ours), median(baseline)),
    spread: [Math.min(...rounds), Math.max(...rounds)],
    detail: `${time(median(ours))} against ${time(median(baseline))}`,
  };
}

const time = (ms: number) => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 0)} ms`);

/** Measures several ways of doing one thing, round by round, in an order that changes from round to round. Milliseconds each. */
export async function takingTurns<Name extends string>(
  rounds: number,
  ways: Readonly<Record<Name, (round: number) => Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(ways) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    const order = names.map((_, at) => names[(at + round) % names.length] as Name);
    for (const name of order) times[name].push(await ways[name](round));
  }
  return times;
}

/** A family takes minutes; beyond this it hangs. Milliseconds. */
const LONGEST = 45 * 60_000;

/**
 * What `work` gives; fails when it will never give anything: its time is up, or nothing is left that
 * could settle it, as after a browser that was killed. Node would end in the middle of that, without a word.
 */
export function settled<T>(work: Promise<T>, longest = LONGEST): Promise<T> {
  return new Promise((done, fail) => {
    const end = (how: () => void) => {
      clearTimeout(limit);
      process.off('beforeExit', idle);
      how();
    };
    // As a task of its own: what goes on after it keeps the program alive.
    const idle = () =>
      setImmediate(() =>
        end(() => fail(new Error('what it waited for never came: its browser was probably ended from outside'))),
      );
    const limit = setTimeout(() => end(() => fail(new Error(`nothing came in ${longest / 60_000} minutes`))), longest);
    // The limit alone must not keep a program waiting that has nothing to wait for.
    limit.unref();
    process.once('beforeExit', idle);
    work.then(
      (value) => end(() => done(value)),
      (error) => end(() => fail(error)),
    );
  });
}
