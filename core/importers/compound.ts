/** Compound files ([MS-CFB]): a small file system in sectors, in which old Office programs keep what they write. */

/** Where a chain of sectors goes on, from this value on it does not. */
const END = 0xfffffffa;
const ENTRY = 128;

/** Sectors of a chain; a chain that never ends is none. */
function chain(next: (sector: number) => number, first: number, most: number): number[] {
  const sectors: number[] = [];
  for (let sector = first; sector < END; sector = next(sector)) {
    if (sectors.length >= most) throw new RangeError('a chain of sectors without end');
    sectors.push(sector);
  }
  return sectors;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const uint32 = (bytes: Uint8Array, at: number) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);

/** The stream of this name; null when there is none. Throws `RangeError` when the file is damaged or cut off. */
export function streamOf(bytes: Uint8Array, name: string): Uint8Array | null {
  const size = 1 << new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint16(30, true);
  if (size !== 512 && size !== 4096) throw new RangeError('sectors of an unknown size');
  const most = Math.ceil(bytes.length / size) + 1;
  const sectorOf = (sector: number) => {
    const from = (sector + 1) * size;
    if (from >= bytes.length) throw new RangeError('a sector beyond the end');
    // The last sector of some writers is not filled up.
    const piece = new Uint8Array(size);
    piece.set(bytes.subarray(from, from + size));
    return piece;
  };

  // The table of chains lies in sectors that the header names, and a list of further ones.
  const tables = Array.from({ length: 109 }, (_, at) => uint32(bytes, 76 + at * 4));
  for (let sector = uint32(bytes, 68), read = 0; sector < END; read += 1) {
    if (read > most) throw new RangeError('a chain of sectors without end');
    const list = sectorOf(sector);
    for (let at = 0; at + 4 < size; at += 4) tables.push(uint32(list, at));
    sector = uint32(list, size - 4);
  }
  const table = joined(tables.filter((sector) => sector < END).map(sectorOf));
  const next = (sector: number) => uint32(table, sector * 4);
  const read = (first: number) => joined(chain(next, first, most).map(sectorOf));

  const directory = read(uint32(bytes, 48));
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, at) => {
    const entry = directory.subarray(at * ENTRY, (at + 1) * ENTRY);
    const length = Math.max(0, (entry[64] ?? 0) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(entry.subarray(0, Math.min(64, length))),
      first: uint32(entry, 116),
      size: uint32(entry, 120),
    };
  });
  const found = entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
  const [root] = entries;
  if (!found || !root) return null;
  if (found.size >= uint32(bytes, 56)) return read(found.first).subarray(0, found.size);

  // Small streams lie in pieces of 64 bytes in the stream of the root.
  const small = read(root.first);
  const smallTable = read(uint32(bytes, 60));
  const pieces = chain((piece) => uint32(smallTable, piece * 4), found.first, Math.ceil(small.length / 64));
  return joined(pieces.map((piece) => small.subarray(piece * 64, piece * 64 + 64))).subarray(0, found.size);
}
