/** Delimited text (RFC 4180 and what programs make of it) as rows of cells. */
import { MARK } from './encoding';
import { LIMITS, type Limits, Room } from './limits';
import { known, plain, ROWS_SEARCHED, type Sheet, type SheetRow } from './sheet';
import { ImportError } from './types';

interface Parsed {
  rows: SheetRow[];
  /** The text ends inside a quoted cell. */
  open: boolean;
  /** There are more columns than are read. */
  tooWide: boolean;
}

/** The mark that ends a cell which a mark opened at `at`; -1 where the text ends before it. */
function closing(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  return end;
}

/**
 * Whether a mark encloses rather whole rows of an unquoted table than one cell: each line from the mark's to the one of its end at
 * `end` is a row as wide as those before. Without an end it is the rest of the text, which then has to end with a line.
 */
function swallows(text: string, at: number, end: number, delimiter: string, before: number, width: number): boolean {
  const rest = end < 0 ? '' : (/^[^\r\n]*/.exec(text.slice(end + 1, end + 10_000))?.[0] ?? '');
  const lines = ((end < 0 ? text.slice(at) : text.slice(at, end + 1)) + rest).split(/\r\n|\r|\n/);
  if (end < 0 && (lines.pop() !== '' || before + 1 === width)) return false;
  if (width < 3 || (end >= 0 && lines.length < 2)) return false;
  return lines.every((line, row) => line.split(delimiter).length + (row === 0 ? before : 0) === width);
}

/** `most`: rows to read at most. */
function parse(text: string, delimiter: string, most = Number.POSITIVE_INFINITY, limits: Limits = LIMITS): Parsed {
  const rows: SheetRow[] = [];
  const room = new Room(limits);
  let tooWide = false;
  let cells: string[] = [];
  let doubtful = false;
  let width = 0;
  let line = 1;
  let started = 1;
  let at = 0;
  const put = (cell: string) => {
    if (cells.length < limits.columns) cells.push(cell);
    else tooWide ||= cell.trim() !== '';
  };
  const endRow = () => {
    room.take(1, cells.length);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: started, cells, ...(doubtful && { doubtful }) });
    width = Math.max(width, cells.length);
    cells = [];
    doubtful = false;
    started = line;
  };
  while (at < text.length && rows.length < most) {
    let cell = '';
    if (text[at] === '"') {
      const end = closing(text, at);
      const isRows = swallows(text, at, end, delimiter, cells.length, width);
      if (end < 0 && !isRows) return { rows, open: true, tooWide };
      const after = /^ *(.?)/su.exec(text.slice(end + 1, end + 100))?.[1] ?? '';
      // A mark that no delimiter and no line end follows closed nothing: it is a letter of its text, and so is the first.
      if (!isRows && [delimiter, '\n', '\r', ''].includes(after)) {
        cell = text.slice(at + 1, end).replaceAll('""', '"');
        for (let index = at; index < end; index += 1)
          if (text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n')) line += 1;
        at = end + 1;
      } else if (!isRows && text.slice(at, end).includes(delimiter)) doubtful = true;
    }
    let end = at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    put(cell + text.slice(at, end));
    at = end;
    const mark = text[at];
    if (mark === delimiter) {
      at += 1;
      if (at === text.length) put('');
      continue;
    }
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return { rows, open: false, tooWide };
}

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The delimiter under which one of the first rows has most labels that somebody knows; where none has two, most cells, and the rows
 * after it as many. Titles may hold more bars than a narrow table has columns.
 */
function delimiterOf(text: string): string {
  const head = text.slice(0, 100_000);
  const [best] = DELIMITERS.map((delimiter) => {
    const { rows } = parse(head, delimiter, 30);
    const labels = Math.max(0, ...rows.slice(0, ROWS_SEARCHED).map(({ cells }) => known(cells)));
    const widest = Math.max(0, ...rows.map(({ cells }) => cells.length));
    const steady = rows.filter(({ cells }) => cells.length === widest).length;
    const score = widest > 1 ? widest * (steady / Math.max(1, rows.length)) : 0;
    return { delimiter, labels: labels > 1 ? labels : 0, score };
  }).sort((a, b) => b.labels - a.labels || b.score - a.score);
  return best?.delimiter ?? ',';
}

export function parseDelimited(name: string, marked: string, limits: Limits = LIMITS): Sheet {
  const text = marked.replace(MARK, '');
  const told = /^"?sep=(.)"?\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? delimiterOf(body);
  const { rows, open, tooWide } = parse(body, delimiter, Number.POSITIVE_INFINITY, limits);
  if (open) throw new ImportError('This file ends in the middle of a quoted cell: it seems to be cut off. Export it again.');
  const offset = told ? 1 : 0;
  return {
    name,
    kind: 'text',
    delimiter,
    marked: marked.startsWith(MARK),
    endsOpen: !/[\r\n]$/.test(text),
    ...(tooWide && { tooWide }),
    rows: offset ? rows.map((row) => ({ ...row, line: row.line + offset })) : rows,
  };
}

/** The cells of the first rows, for telling whether a text is one we know. */
export function firstCells(text: string): string[] {
  const body = text.replace(MARK, '').replace(/^"?sep=(.)"?\r?\n/i, '');
  return parse(body.slice(0, 20_000), delimiterOf(body), 5).rows.flatMap((row) => row.cells.map(plain));
}
