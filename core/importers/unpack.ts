/** Zip and gzip with a limit: a small file may unpack to more than a browser holds. */
import { Gunzip, unzipSync } from 'fflate';
import { LIMITS, tooLarge } from './limits';
import { ImportError } from './types';

const damaged = () => new ImportError('This archive is damaged or cut off: export it again.');

const REMAINDERS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});
/** CRC-32 as in zip and gzip (ITU-T V.42). */
function checksum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (REMAINDERS[(rest ^ byte) & 0xff] ?? 0) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

const END_OF_DIRECTORY = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;

/** The checksums that an archive's directory names, in its order (PKWARE APPNOTE 4.3.12, 4.3.14–16). */
function* namedChecksums(bytes: Uint8Array): Generator<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1;
  let at = view.getUint32(end + 16, true);
  if (end >= 20 && view.getUint32(end - 20, true) === LOCATOR_64) {
    const end64 = view.getUint32(end - 12, true);
    if (view.getUint32(end64, true) === END_64) at = view.getUint32(end64 + 48, true);
  }
  for (;;) {
    yield view.getUint32(at + 16, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/**
 * Files of an archive by path. Throws `ImportError` when it is damaged, encrypted or too large. What the directory says of sizes is not
 * believed: a file that is not the one whose checksum stands there (0: none) was cut off or changed.
 */
export function unzip(bytes: Uint8Array, wanted: (path: string) => boolean, limits = LIMITS): Map<string, Uint8Array> {
  let total = 0;
  const named = new Map<string, number>();
  let files: Record<string, Uint8Array>;
  try {
    const checksums = namedChecksums(bytes);
    let count = 0;
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        const expected: number = checksums.next().value;
        if (!wanted(name)) return false;
        total += Math.max(size, originalSize);
        count += 1;
        if (total > limits.unpacked || count > limits.files) throw tooLarge();
        named.set(name, expected);
        return true;
      },
    });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw damaged();
  }
  const unpacked = new Map(Object.entries(files));
  for (const [name, file] of unpacked) {
    const expected = named.get(name);
    if (expected && checksum(file) !== expected) throw damaged();
  }
  return unpacked;
}

/** What a gzip file holds, piece by piece, `most` bytes at most, else `tooMuch`. Throws `ImportError` when it is damaged or cut off. */
export function* gunzip(bytes: Uint8Array, most = LIMITS.unpacked, tooMuch = tooLarge): Generator<Uint8Array> {
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
      if (total > most) throw tooMuch();
      yield chunk;
    }
  }
  if (!ended) throw new ImportError('This file is cut off: its compressed data has no end.');
}
