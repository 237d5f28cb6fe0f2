/** What `npm run fuzz` is told: `--seed any` begins with another seed each time, `--seeds 800` ends after so many, however long it takes. */
export interface FuzzOptions {
  minutes: number;
  seed: number;
  seeds: number;
}
const USUAL: FuzzOptions = { minutes: 1, seed: 1, seeds: Number.POSITIVE_INFINITY };

/** The options, or one sentence about what is not understood: a run that does nothing must not look like one that found nothing. */
export function readOptions(args: readonly string[], now: () => number = Date.now): FuzzOptions | string {
  const options = { ...USUAL };
  for (let at = 0; at < args.length; at += 2) {
    const name = args[at]?.replace(/^--/, '') ?? '';
    const given = args[at + 1] ?? '';
    const value = given.trim() === '' ? Number.NaN : Number(given);
    if (name === 'minutes' && value > 0 && value < Number.POSITIVE_INFINITY) options.minutes = value;
    else if (name === 'seed' && given === 'any') options.seed = now() % 1_000_000_000;
    else if (name === 'seeds' && Number.isSafeInteger(value) && value > 0)
      Object.assign(options, { seeds: value, minutes: Number.POSITIVE_INFINITY });
    else if (name === 'seed' && Number.isSafeInteger(value) && value >= 0) options.seed = value;
    else
      return `“${[args[at], args[at + 1]].filter(Boolean).join(' ')}” is not understood. Use: npm run fuzz -- --minutes 5 --seed 1`;
  }
  return options;
}
