import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { joinReadings } from '../../core/model/identity';
import type { KnownPost } from '../../core/model/post';
import { writeCsv } from '../../core/share/csv';
import { writeJsonl } from '../../core/share/jsonl';
import { writeParquet } from '../../core/share/parquet';
import { writeXlsx } from '../../core/share/xlsx';
import { readInputs } from './input';
import { CommandError, flag, noMore, nowOption, option, zoneOption } from './usage';

const USAGE = 'almanac convert FILE… --to csv|jsonl|xlsx|parquet --out FILE [--history] [--intervals]';
interface Options {
  history: boolean;
  intervals: boolean;
}
const WRITERS: Record<string, (posts: readonly KnownPost[], options: Options) => AsyncIterable<string | Uint8Array>> = {
  csv: (posts, options) => writeCsv([posts], options),
  jsonl: (posts) => writeJsonl([posts], { history: true }),
  xlsx: (posts) => writeXlsx([posts]),
  parquet: (posts, { history }) => writeParquet([posts], { history }),
};

/** Reads files in any format that `import` takes and writes them as one. */
export async function convert(args: string[]): Promise<void> {
  const to = option(args, '--to') ?? '';
  const out = option(args, '--out');
  const options = { history: flag(args, '--history'), intervals: flag(args, '--intervals') };
  const context = { now: nowOption(args), zone: zoneOption(args) };
  noMore(args, USAGE);
  const writer = Object.hasOwn(WRITERS, to) ? WRITERS[to] : undefined;
  if (!writer) throw new CommandError(`--to is one of ${Object.keys(WRITERS).join(', ')}, not "${to}".`);
  if (!out) throw new CommandError(`--out is missing. Usage: ${USAGE}`);
  const inputs = await readInputs(args, context);
  const posts = joinReadings(
    inputs.flatMap(({ readings }) => readings),
    new Map(inputs.flatMap(({ labels }) => [...labels])),
  );
  await pipeline(Readable.from(writer(posts, options)), createWriteStream(out));
}
