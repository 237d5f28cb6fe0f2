/**
 * Workbooks of Excel 97–2003 (`.xls`), which LinkedIn gives for company pages: the cells of each sheet as the texts a person reads in
 * them. The file is a small file system ([MS-CFB]); its stream "Workbook" is a row of records ([MS-XLS]).
 */
import { kindOfFormat, type NumberKind, printNumber } from './cells';
import { streamOf } from './compound';
import { LIMITS, type Limits, Room, tooLarge } from './limits';
import type { Sheet } from './sheet';
import { ImportError } from './types';

/** Record types, by their names in [MS-XLS] 2.3. */
const FORMULA = 0x06;
const EOF = 0x0a;
const DATE_1904 = 0x22;
const FILE_PASS = 0x2f;
const CONTINUE = 0x3c;
const BOUND_SHEET = 0x85;
const MUL_RK = 0xbd;
const XF = 0xe0;
const SST = 0xfc;
const LABEL_SST = 0xfd;
const NUMBER = 0x203;
const LABEL = 0x204;
const BOOL_ERR = 0x205;
const STRING = 0x207;
const RK = 0x27e;
const FORMAT = 0x41e;
const BOF = 0x809;

const BIFF8 = 0x600;

interface Record {
  type: number;
  data: DataView;
}

function* recordsFrom(stream: Uint8Array, from: number): Generator<Record> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = from; at + 4 <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) throw new RangeError('a record beyond the end');
    yield { type: view.getUint16(at, true), data: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at += 4 + length;
  }
}

/** Characters of one or two bytes each. */
function characters(data: DataView, at: number, count: number, wide: boolean): string {
  let text = '';
  for (let index = 0; index < count; index += 1)
    text += String.fromCharCode(wide ? data.getUint16(at + index * 2, true) : data.getUint8(at + index));
  return text;
}

/** A text that lies in one record: its length in two bytes, how wide its characters are, the characters. */
const textAt = (data: DataView, at: number) =>
  characters(data, at + 3, data.getUint16(at, true), (data.getUint8(at + 2) & 1) === 1);

/** The table of shared texts, which runs over as many records as it needs: a text may break off anywhere and says anew how wide it is. */
class SharedTexts {
  private part = 0;
  private at = 8;

  constructor(private readonly parts: readonly DataView[]) {}

  private get data(): DataView {
    while (this.at >= (this.parts[this.part]?.byteLength ?? Number.POSITIVE_INFINITY)) {
      this.at -= this.parts[this.part]?.byteLength ?? 0;
      this.part += 1;
    }
    const data = this.parts[this.part];
    if (!data) throw new RangeError('shared texts end too early');
    return data;
  }

  private byte(): number {
    const value = this.data.getUint8(this.at);
    this.at += 1;
    return value;
  }

  private number(bytes: number): number {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) value += this.byte() * 256 ** index;
    return value;
  }

  private skip(bytes: number): void {
    for (let left = bytes; left > 0; ) {
      const step = Math.min(left, this.data.byteLength - this.at);
      this.at += step;
      left -= step;
    }
  }

  private next(): string {
    let left = this.number(2);
    let flags = this.byte();
    const runs = flags & 8 ? this.number(2) : 0;
    const extra = flags & 4 ? this.number(4) : 0;
    let text = '';
    while (left > 0) {
      if (this.at >= (this.parts[this.part]?.byteLength ?? 0)) flags = this.byte();
      const wide = (flags & 1) === 1;
      const { data } = this;
      const here = Math.min(left, Math.floor((data.byteLength - this.at) / (wide ? 2 : 1)));
      if (here === 0) throw new RangeError('half a character');
      text += characters(data, this.at, here, wide);
      this.at += here * (wide ? 2 : 1);
      left -= here;
    }
    this.skip(runs * 4 + extra);
    return text;
  }

  /** `count` texts. */
  take(count: number): string[] {
    return Array.from({ length: count }, () => this.next());
  }
}

/** A number in four bytes: 30 bits of an integer or the upper ones of a float, perhaps in hundredths. */
function compactNumber(bits: number): number {
  let value: number;
  if (bits & 2) value = bits >> 2;
  else {
    const float = new DataView(new ArrayBuffer(8));
    float.setUint32(0, (bits & 0xfffffffc) >>> 0);
    value = float.getFloat64(0);
  }
  return bits & 1 ? value / 100 : value;
}

interface Book {
  sheets: { name: string; at: number }[];
  texts: string[];
  /** What each cell style makes of a number. */
  kinds: NumberKind[];
  date1904: boolean;
}

function readBook(stream: Uint8Array, limits: Limits): Book {
  const book: Book = { sheets: [], texts: [], kinds: [], date1904: false };
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const shared: DataView[] = [];
  let before = 0;
  for (const { type, data } of recordsFrom(stream, 0)) {
    if (type === EOF) break;
    if (type === BOF && data.getUint16(0, true) !== BIFF8)
      throw new ImportError('This workbook is of a very old Excel: open it, save it as .xlsx or as CSV, and import that file.');
    if (type === FILE_PASS)
      throw new ImportError('This workbook is protected with a password: save it without one and try again.');
    if (type === DATE_1904) book.date1904 = data.getUint16(0, true) === 1;
    if (type === FORMAT) codes.set(data.getUint16(0, true), textAt(data, 2));
    if (type === XF) styles.push(data.getUint16(2, true));
    if (type === BOUND_SHEET && data.getUint8(5) === 0) {
      const name = characters(data, 8, data.getUint8(6), (data.getUint8(7) & 1) === 1);
      book.sheets.push({ name, at: data.getUint32(0, true) });
    }
    if (type === SST || (type === CONTINUE && before === SST)) shared.push(data);
    if (type !== CONTINUE) before = type;
  }
  if (shared[0]) {
    const count = shared[0].getUint32(4, true);
    if (count > limits.cells) throw tooLarge();
    book.texts = new SharedTexts(shared).take(count);
  }
  book.kinds = styles.map((id) => kindOfFormat(id, codes.get(id)));
  return book;
}

/** `most`: columns to read; the others are counted as left out. */
function rowsOf(
  stream: Uint8Array,
  from: number,
  { texts, kinds, date1904 }: Book,
  room: Room,
  most: number,
): Pick<Sheet, 'rows' | 'tooWide'> {
  let tooWide = false;
  const rows = new Map<number, { cells: string[]; stored: string[] }>();
  const put = (row: number, column: number, text: string, stored?: string) => {
    tooWide ||= column >= most && text.trim() !== '';
    if (column >= most) return;
    let known = rows.get(row);
    if (!known) {
      room.take(1, 0);
      known = { cells: [], stored: [] };
      rows.set(row, known);
    }
    room.take(0, Math.max(0, column + 1 - known.cells.length));
    while (known.cells.length < column) known.cells.push('');
    known.cells[column] = text;
    if (stored !== undefined) known.stored[column] = stored;
  };
  const putNumber = (row: number, column: number, style: number, value: number) =>
    put(row, column, printNumber(String(value), kinds[style] ?? 'number', date1904), String(value));
  let formula: { row: number; column: number } | null = null;
  for (const { type, data } of recordsFrom(stream, from)) {
    if (type === EOF) break;
    if (type === STRING && formula) put(formula.row, formula.column, textAt(data, 0));
    if (![NUMBER, RK, MUL_RK, LABEL_SST, LABEL, FORMULA, BOOL_ERR].includes(type)) continue;
    const [row, column, style] = [data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true)];
    switch (type) {
      case NUMBER:
        putNumber(row, column, style, data.getFloat64(6, true));
        break;
      case RK:
        putNumber(row, column, style, compactNumber(data.getInt32(6, true)));
        break;
      case MUL_RK:
        for (let at = 4; at + 6 <= data.byteLength - 2; at += 6)
          putNumber(row, column + (at - 4) / 6, data.getUint16(at, true), compactNumber(data.getInt32(at + 2, true)));
        break;
      case LABEL_SST:
        put(row, column, texts[data.getUint32(6, true)] ?? '');
        break;
      case LABEL:
        put(row, column, textAt(data, 6));
        break;
      case BOOL_ERR:
        if (data.getUint8(7) === 0) put(row, column, data.getUint8(6) === 1 ? 'true' : 'false');
        break;
      case FORMULA:
        // A result that is no number is marked so; its text follows in a record of its own.
        formula = { row, column };
        if (data.getUint16(12, true) !== 0xffff) putNumber(row, column, style, data.getFloat64(6, true));
        break;
    }
  }
  const inOrder = [...rows]
    .sort(([a], [b]) => a - b)
    .filter(([, { cells }]) => cells.some((cell) => cell.trim() !== ''))
    .map(([row, { cells, stored }]) => ({ line: row + 1, cells, stored }));
  return { rows: inOrder, tooWide };
}

/** The sheets of a workbook in their order. */
export function readOldWorkbook(bytes: Uint8Array, limits: Limits = LIMITS): Sheet[] {
  try {
    const room = new Room(limits);
    const stream = streamOf(bytes, 'Workbook');
    if (!stream)
      throw new ImportError(
        'This is an Office file without a workbook that can be read: open it, save it as .xlsx or as CSV, and import that file.',
      );
    const book = readBook(stream, limits);
    const sheets = book.sheets.map(
      ({ name, at }): Sheet => ({ name, kind: 'workbook', ...rowsOf(stream, at, book, room, limits.columns) }),
    );
    if (sheets.length === 0) throw new ImportError('This workbook holds no sheet that can be read.');
    return sheets;
  } catch (error) {
    if (error instanceof RangeError) throw new ImportError('This workbook is damaged or cut off: export it again.');
    throw error;
  }
}
