/** Files in: official exports, own CSV and JSON lines. One file per format; each says by the header whether a table is its own. */
import { decode } from './decode';
import { importJsonl } from './jsonl';
import { importOwnCsv, isOwnCsv } from './own-csv';
import { parseTable, type Table } from './table';
import { type ImportContext, ImportError, type ImportResult } from './types';

interface TableFormat {
  is(table: Table): boolean;
  read(table: Table, context: ImportContext): ImportResult;
}
const TABLES: readonly TableFormat[] = [{ is: isOwnCsv, read: importOwnCsv }];

/** Reads one file. Throws `ImportError` with one clear sentence when it is not understood. */
export async function importFile(name: string, bytes: Uint8Array, context: ImportContext): Promise<ImportResult> {
  const text = decode(bytes);
  if (!text.trim()) throw new ImportError('This file is empty.');
  if (/^\uFEFF?\s*\{/.test(text)) return importJsonl(text.replace(/^\uFEFF/, ''));
  const table = parseTable(text);
  const format = TABLES.find((one) => one.is(table));
  if (!format) throw new ImportError(`${name} is not a file this version understands: its first row has no column it knows.`);
  return format.read(table, context);
}

export { type ImportContext, ImportError, type ImportResult } from './types';
