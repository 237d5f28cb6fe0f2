/** Zip and gzip with a limit: a small file may unpack to more than a browser holds. */
import { Gunzip, unzipSync } from 'fflate';
import { ImportError } from './types';

const MOST_BYTES = 1_500_000_000;
const MOST_FILES = 2_000;
const TOO_LARGE = 'This file is too large when unpacked.';

/** Files of an archive by path. Throws `ImportError` when it is damaged, encrypted or too large. */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  let count = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false;
        total += originalSize;
        count += 1;
        if (total > MOST_BYTES || count > MOST_FILES) throw new ImportError(TOO_LARGE);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError('This archive is damaged or cut off: export it again.');
  }
  return new Map(Object.entries(files));
}

/** What a gzip file holds, piece by piece. Throws `ImportError` when it is damaged or cut off. */
export function* gunzip(bytes: Uint8Array): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let total = 0;
  let ended = false;
  const stream = new Gunzip((chunk, final) => {
    ready.push(chunk);
    ended = final;
  });
  const step = 65_536;
  for (let at = 0; at < bytes.length; at += step) {
    try {
      stream.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch {
      throw new ImportError('This file is damaged: its compressed data cannot be read.');
    }
    for (const chunk of ready.splice(0)) {
      total += chunk.length;
      if (total > MOST_BYTES) throw new ImportError(TOO_LARGE);
      yield chunk;
    }
  }
  if (!ended) throw new ImportError('This file is cut off: its compressed data has no end.');
}
