import { readInputs } from './input';
import { noMore, nowOption, zoneOption } from './usage';

/** Prints one Reading per line. */
export async function importFiles(args: string[]): Promise<void> {
  const context = { now: nowOption(args), zone: zoneOption(args) };
  noMore(args, 'almanac import FILE… [--now ISO] [--zone IANA]');
  for (const { readings } of await readInputs(args, context)) {
    for (const reading of readings) process.stdout.write(`${JSON.stringify(reading)}\n`);
  }
}
