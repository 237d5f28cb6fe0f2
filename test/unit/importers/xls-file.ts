/** A small `.xls`: one row of records ([MS-XLS]) as the stream "Workbook" of a file system in sectors ([MS-CFB]). */
import { Buffer } from 'node:buffer';

const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE = 0xfffffffd;

type Cell = string | number;

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}
const begins = (kind: number) => record(0x809, Buffer.from([0, 6, kind, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
const ends = record(0x0a, Buffer.alloc(0));

function cellRecord(row: number, column: number, cell: Cell): Buffer {
  const place = Buffer.alloc(6);
  place.writeUInt16LE(row, 0);
  place.writeUInt16LE(column, 2);
  if (typeof cell === 'number') {
    const value = Buffer.alloc(8);
    value.writeDoubleLE(cell);
    return record(0x203, Buffer.concat([place, value]));
  }
  const length = Buffer.from([cell.length & 0xff, cell.length >> 8, 1]);
  return record(0x204, Buffer.concat([place, length, Buffer.from(cell, 'utf16le')]));
}

/** The tables as sheets. `at`: row and column of one more cell in the last of them. */
export function xls(sheets: readonly (readonly (readonly Cell[])[])[], { at }: { at?: [number, number] } = {}): Uint8Array {
  const bodies = sheets.map((rows, index) => {
    const cells = rows.flatMap((row, r) => row.map((cell, c) => cellRecord(r, c, cell)));
    if (at && index === sheets.length - 1) cells.push(cellRecord(...at, 1));
    return Buffer.concat([begins(0x10), ...cells, ends]);
  });
  const entries = sheets.map((_, index) => {
    const entry = Buffer.alloc(10);
    entry.writeUInt8(2, 6);
    entry.write(`s${index}`, 8, 'latin1');
    return entry;
  });
  const globals = () => Buffer.concat([begins(5), ...entries.map((entry) => record(0x85, entry)), ends]);
  let start = globals().length;
  for (const [index, body] of bodies.entries()) {
    entries[index]?.writeUInt32LE(start, 0);
    start += body.length;
  }
  return compound(Buffer.concat([globals(), ...bodies]));
}

/** Sector 0 is the directory; then the stream; then the table of chains. */
function compound(given: Buffer): Uint8Array {
  // Shorter streams would lie elsewhere.
  const stream = Buffer.concat([given, Buffer.alloc(Math.max(0, 4096 - given.length))]);
  const sectors = Math.ceil(stream.length / SECTOR);
  const tables = Math.ceil((1 + sectors + 8) / 127);
  const chains = Buffer.alloc(tables * SECTOR, 0xff);
  chains.writeUInt32LE(END, 0);
  for (let at = 1; at <= sectors; at += 1) chains.writeUInt32LE(at === sectors ? END : at + 1, at * 4);
  for (let at = 0; at < tables; at += 1) chains.writeUInt32LE(TABLE, (1 + sectors + at) * 4);

  const head = Buffer.alloc(SECTOR, 0);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(0, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(END, 60);
  head.writeUInt32LE(END, 68);
  for (let at = 0; at < 109; at += 1) head.writeUInt32LE(at < tables ? 1 + sectors + at : FREE, 76 + at * 4);

  const directory = Buffer.alloc(SECTOR, 0);
  for (const [index, { name, first, size }] of [
    { name: 'Root Entry', first: END, size: 0 },
    { name: 'Workbook', first: 1, size: stream.length },
  ].entries()) {
    directory.write(name, index * 128, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, index * 128 + 64);
    directory.writeUInt32LE(first, index * 128 + 116);
    directory.writeUInt32LE(size, index * 128 + 120);
  }
  const padded = Buffer.concat([stream, Buffer.alloc(sectors * SECTOR - stream.length)]);
  return new Uint8Array(Buffer.concat([head, directory, padded, chains]));
}
