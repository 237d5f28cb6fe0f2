import Papa from 'papaparse';
import { ImportError } from './types';

/** Rows of a delimited text. `lines[n]` is the 1-based row number in the file. */
export interface Table {
  rows: string[][];
  lines: number[];
}

/** Splits a delimited text into rows; the delimiter is told by `sep=` or found. Empty rows are left out. */
export function parseTable(text: string): Table {
  const told = /^\uFEFF?sep=(.)\r?\n/.exec(text);
  const body = told ? text.slice(told[0].length) : text.replace(/^\uFEFF/, '');
  const parsed = Papa.parse<string[]>(body, { delimiter: told?.[1] ?? delimiterOf(body) });
  if (parsed.errors.some(({ code }) => code === 'MissingQuotes')) {
    throw new ImportError('This file ends in the middle of a quoted cell: it seems to be cut off. Export it again.');
  }
  const table: Table = { rows: [], lines: [] };
  parsed.data.forEach((row, at) => {
    if (row.every((cell) => cell.trim() === '')) return;
    table.rows.push(row);
    table.lines.push(at + 1 + (told ? 1 : 0));
  });
  return table;
}

/** The separator that stands most often in the first line, outside quotes: the header decides, since figures may hold any of them. */
function delimiterOf(text: string): string {
  const first = /^\s*((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(text)?.[1] ?? '';
  const bare = first.replace(/"(?:[^"]|"")*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, one) => (count(one) > count(best) ? one : best));
}
