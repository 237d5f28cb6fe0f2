/**
 * Changes of a table that keep what it says: columns and rows elsewhere, written another way. What is read of such a file is judged against
 * the readings of the file as it was: the same, or less, and never another value. `npm run fuzz` makes thousands, a test one of each.
 */
import { isDeepStrictEqual } from 'node:util';
import { ImportError, type ImportResult } from '../../../core/importers';
import { parseDelimited } from '../../../core/importers/delimited';
import type { Reading } from '../../../core/model/reading';
import { utf8, utf16 } from './make';

type Rows = string[][];
/** `same`: all readings in their order. `fewer`: some of them. `twice`: all of them, some more than once. */
type Promised = 'same' | 'fewer' | 'twice';

interface Change {
  name: string;
  promise: Promised;
  /** Null where it changes nothing. `header`: the row that names the columns. */
  apply: (rows: Rows, header: number, random: () => number) => Rows | null;
}
const pick = (random: () => number, below: number) => Math.floor(random() * below);
const isBlank = (row: readonly string[]) => row.every((cell) => cell.trim() === '');

/** The same places in each row as wide as the header; notes above it stay. */
function inOrder(rows: Rows, header: number, order: readonly number[], more: (row: number) => string): Rows {
  const width = rows[header]?.length ?? 0;
  return rows.map((row, at) =>
    at < header || isBlank(row)
      ? row
      : order.map((column) => (column < 0 ? more(at) : (row[column] ?? ''))).concat(row.slice(width)),
  );
}

export const ROW_CHANGES: readonly Change[] = [
  { name: 'as it is', promise: 'same', apply: (rows) => rows },
  {
    name: 'columns moved',
    promise: 'same',
    apply: (rows, header, random) => {
      const order = [...(rows[header]?.keys() ?? [])]
        .map((at) => ({ at, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ at }) => at);
      return inOrder(rows, header, order, () => '');
    },
  },
  {
    name: 'a column that nobody knows',
    promise: 'same',
    apply: (rows, header, random) => {
      const order = [...(rows[header]?.keys() ?? [])];
      order.splice(pick(random, order.length), 0, -1);
      return inOrder(rows, header, order, (row) => (row === header ? 'Karma points' : '7'));
    },
  },
  {
    name: 'blank rows',
    promise: 'same',
    apply: (rows, header, random) => rows.toSpliced(header + 1 + pick(random, rows.length - header), 0, [''], ['']),
  },
  {
    name: 'cut off after a row',
    promise: 'fewer',
    apply: (rows, header, random) =>
      rows.length > header + 2 ? rows.slice(0, header + 2 + pick(random, rows.length - header - 2)) : null,
  },
  {
    name: 'a row twice',
    promise: 'twice',
    apply: (rows, header, random) => {
      const at = header + 1 + pick(random, rows.length - header - 1);
      return rows.toSpliced(header + 1 + pick(random, rows.length - header - 1), 0, rows[at] ?? []);
    },
  },
  { name: 'all rows twice', promise: 'twice', apply: (rows, header) => [...rows, ...rows.slice(header + 1)] },
  { name: 'the file behind itself', promise: 'twice', apply: (rows) => [...rows, ...rows] },
];

interface Writing {
  delimiter: string;
  end: string;
  /** Every cell in quotation marks, or those that need them. */
  quoted: boolean;
  encoding: (text: string) => Uint8Array;
  name: string;
}
const ENCODINGS: readonly [string, (text: string) => Uint8Array][] = [
  ['UTF-8', utf8],
  ['UTF-8 with a mark', (text) => utf8(`\ufeff${text}`)],
  ['UTF-16', utf16],
  ['UTF-16, big end first', (text) => utf16(text).map((_, at, all) => all[at ^ 1] ?? 0)],
];
export const WRITINGS: readonly Writing[] = [',', ';', '\t'].flatMap((delimiter) =>
  ['\n', '\r\n', '\r'].flatMap((end) =>
    [false, true].flatMap((quoted) =>
      ENCODINGS.map(([label, encoding]) => ({
        delimiter,
        end,
        quoted,
        encoding,
        name: `${JSON.stringify(delimiter)} ${JSON.stringify(end)} ${quoted ? 'quoted ' : ''}${label}`,
      })),
    ),
  ),
);

function write(rows: Rows, { delimiter, end, quoted, encoding }: Writing): Uint8Array {
  const cellOf = (cell: string) =>
    quoted || cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return encoding(rows.map((row) => row.map(cellOf).join(delimiter) + end).join(''));
}

/** A text table as rows; null for what is none. */
export function tableOf(bytes: Uint8Array): { rows: Rows; header: number } | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isText = !['PK', 'PA', '\x1f\x8b', '\xd0\xcf', '{"'].includes(String.fromCharCode(...bytes.subarray(0, 2)));
  if (!isText) return null;
  const text = new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(bytes);
  const rows = parseDelimited('table', text).rows.map(({ cells }) => cells);
  const filled = rows.slice(0, 20).map((row) => row.filter((cell) => cell.trim() !== '').length);
  const header = filled.indexOf(Math.max(...filled));
  return rows.length > header + 1 ? { rows, header } : null;
}

/** The changed file, and what is promised of it. Null where the change does not apply. */
export function changedTable(
  { rows, header }: { rows: Rows; header: number },
  change: Change,
  writing: Writing,
  random: () => number,
): { bytes: Uint8Array; promise: Promised } | null {
  const made = change.apply(rows, header, random);
  // Between semicolons a comma may be the decimal sign: `2,940` is then refused where nothing proves what it is.
  return made && { bytes: write(made, writing), promise: writing.delimiter === ';' ? 'fewer' : change.promise };
}

const same = (a: Reading, b: Reading) => isDeepStrictEqual(a, b);
/** What is read of a part says as much of a post as the whole, or less. */
const within = (part: Reading, whole: Reading) =>
  same(
    { ...part, metrics: {}, post: { ...part.post, publishedAt: null, publishedPrecision: null } },
    {
      ...whole,
      metrics: {},
      post: { ...whole.post, publishedAt: null, publishedPrecision: null },
    },
  ) &&
  (part.post.publishedAt === null || part.post.publishedAt === whole.post.publishedAt) &&
  Object.entries(part.metrics).every(([name, figure]) =>
    isDeepStrictEqual(figure, whole.metrics[name as keyof Reading['metrics']]),
  );

/** What is wrong with what came out of a changed file; null when nothing is. */
export function misread(got: ImportResult | ImportError, whole: ImportResult, promise: Promised): string | null {
  if (got instanceof ImportError) return promise === 'fewer' ? null : `refused: ${got.message}`;
  const strange = got.readings.find((reading) => !whole.readings.some((real) => within(reading, real)));
  if (strange) return `reads ${JSON.stringify(strange)}`;
  if (promise === 'same' && !isDeepStrictEqual(got.readings, whole.readings))
    return `${got.readings.length} readings that are not the ${whole.readings.length} of the file in their order`;
  const missing = whole.readings.find((real) => !got.readings.some((reading) => same(reading, real)));
  if (promise === 'twice' && missing) return `does not read ${JSON.stringify(missing)}`;
  return null;
}
