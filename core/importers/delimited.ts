/** Delimited text (RFC 4180 and what programs make of it) as rows of cells. */
import { MARK } from './encoding';
import { plain, type Sheet, type SheetRow } from './sheet';
import { ImportError } from './types';

interface Parsed {
  rows: SheetRow[];
  /** The text ends inside a quoted cell. */
  open: boolean;
}

/** `most`: rows to read at most. */
function parse(text: string, delimiter: string, most = Number.POSITIVE_INFINITY): Parsed {
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let started = 1;
  let at = 0;
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: started, cells });
    cells = [];
    started = line;
  };
  while (at < text.length && rows.length < most) {
    let cell = '';
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0) return { rows, open: true };
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      for (let index = at; index < end; index += 1)
        if (text[index] === '\n' || (text[index] === '\r' && text[index + 1] !== '\n')) line += 1;
      at = end + 1;
    }
    let end = at;
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    cells.push(cell + text.slice(at, end));
    at = end;
    const mark = text[at];
    if (mark === delimiter) {
      at += 1;
      if (at === text.length) cells.push('');
      continue;
    }
    at += mark === '\r' && text[at + 1] === '\n' ? 2 : 1;
    line += 1;
    endRow();
  }
  if (cells.length > 0) endRow();
  return { rows, open: false };
}

const DELIMITERS = [',', ';', '\t', '|'];

/** The delimiter under which one of the first rows has most cells, and the rows after it as many. */
function delimiterOf(text: string): string {
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const rows = parse(text.slice(0, 100_000), delimiter, 30).rows;
    const widest = Math.max(0, ...rows.map((row) => row.cells.length));
    const steady = rows.filter((row) => row.cells.length === widest).length;
    const score = widest > 1 ? widest * (steady / Math.max(1, rows.length)) : 0;
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}

export function parseDelimited(name: string, marked: string): Sheet {
  const text = marked.replace(MARK, '');
  const told = /^"?sep=(.)"?\r?\n/i.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const delimiter = told?.[1] ?? delimiterOf(body);
  const { rows, open } = parse(body, delimiter);
  if (open) throw new ImportError('This file ends in the middle of a quoted cell: it seems to be cut off. Export it again.');
  const offset = told ? 1 : 0;
  return {
    name,
    kind: 'text',
    delimiter,
    marked: marked.startsWith(MARK),
    endsOpen: !/[\r\n]$/.test(text),
    rows: offset ? rows.map(({ line, cells }) => ({ line: line + offset, cells })) : rows,
  };
}

/** The cells of the first rows, for telling whether a text is one we know. */
export function firstCells(text: string): string[] {
  const body = text.replace(MARK, '').replace(/^"?sep=(.)"?\r?\n/i, '');
  return parse(body.slice(0, 20_000), delimiterOf(body), 5).rows.flatMap((row) => row.cells.map(plain));
}
