/** The product's own CSV (`contracts.md`): what a spreadsheet opens, and the easiest thing to import. */
import { guard } from '../model/cells';
import { type Cell, type Column, columns, type Pages, plainNumber, rowsOf, type Shape } from './rows';

/** `history`: one row per look instead of one per post with its latest values. */
export type CsvOptions = Shape;

const BOM = '\uFEFF';
const quote = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Text is guarded against being taken for a formula, by the column's type: a number is never a formula. */
function cell(value: Cell, { kind }: Column): string {
  if (value === null) return '';
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return String(value);
  return quote(kind === 'text' ? guard(value) : value);
}

/** Writes the file piece by piece, so that its size does not matter. UTF-8 with BOM, CRLF, RFC 4180 quoting. */
export async function* writeCsv(pages: Pages, options: CsvOptions = {}): AsyncGenerator<string> {
  const head = columns(options);
  yield `${BOM}${head.map((column) => column.name).join(',')}\r\n`;
  for await (const posts of pages) {
    let text = '';
    for (const known of posts) {
      for (const row of rowsOf(known, options))
        text += `${head.map((column, at) => cell(row[at] ?? null, column)).join(',')}\r\n`;
    }
    if (text) yield text;
  }
}
