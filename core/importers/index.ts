/**
 * Files in: official exports, the product's own files. What a file is is told by its content, never by its name. One file per
 * platform; each says whether a table is its own and reads it by header. `README.md` says how to add one.
 */

import { parseReading } from '../model/schemas';
import { fieldOfLabel, metricOfLabel } from '../text/labels';
import { importBackup, isBackup } from './backup';
import { importChinese } from './china';
import { firstCells, parseDelimited } from './delimited';
import { decode } from './encoding';
import { importJsonl } from './jsonl';
import { LIMITS, type Limits, tooLarge } from './limits';
import { importLinkedIn, linkedInSheets } from './linkedin';
import { withoutLost } from './lossy';
import { importMeta } from './meta';
import { importOther } from './other';
import { importOwnTable, OURS, ownTables } from './own-csv';
import { periodInName } from './period';
import { type Sheet, type SheetFile, tablesOf } from './sheet';
import { importTikTok } from './tiktok';
import { emptyResult, type ImportContext, ImportError, type ImportResult } from './types';
import { gunzip, unzip } from './unpack';
import { importX } from './x';
import { readOldWorkbook } from './xls';
import { readWorkbook } from './xlsx';
import { importYouTube, studioTables } from './youtube';

interface TableFormat {
  /** Null when the sheets are not of this format. */
  read: (file: SheetFile, context: ImportContext) => ImportResult | null;
  /** Which sheets are read together. Default: each by itself. */
  groups?: (sheets: readonly Sheet[]) => Sheet[][];
}

/** Asked in this order, each for the sheets that those before it left; what all of them leave nobody knows. */
const FORMATS: readonly TableFormat[] = [
  { read: importOwnTable, groups: ownTables },
  { read: importX },
  { read: importMeta },
  { read: importLinkedIn, groups: linkedInSheets },
  { read: importChinese },
  { read: importTikTok },
  { read: importYouTube, groups: studioTables },
  { read: importOther },
];

const starts = (bytes: Uint8Array, ...marks: number[]) => marks.every((mark, at) => bytes[at] === mark);
const isZip = (bytes: Uint8Array) => starts(bytes, 0x50, 0x4b, 0x03, 0x04);
const isGzip = (bytes: Uint8Array) => starts(bytes, 0x1f, 0x8b);
/** The container of `.xls` and other old Office files. */
const isOldOffice = (bytes: Uint8Array) => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const isParquet = (bytes: Uint8Array) => starts(bytes, 0x50, 0x41, 0x52, 0x31);

/** Reads one file. Throws `ImportError` with one clear sentence when it is not understood or too large. */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  context: ImportContext,
  limits: Limits = LIMITS,
): Promise<ImportResult> {
  if (isGzip(bytes)) {
    if (isBackup(bytes)) return importBackup(bytes, limits);
    return importFile(name.replace(/\.gz$/i, ''), whole(gunzip(bytes, limits.text)), context, limits);
  }
  if (isZip(bytes)) return importZip(name, bytes, context, limits);
  if (isOldOffice(bytes)) return importSheets({ name, sheets: readOldWorkbook(bytes, limits) }, context);
  if (isParquet(bytes))
    throw new ImportError(`${name} is a Parquet file, which is for other programs: import the CSV, workbook or backup instead.`);
  const text = textOf(bytes, limits);
  if (!text.trim()) throw new ImportError('This file is empty.');
  if (isJson(text)) return importJsonl(text.trimStart());
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    throw new ImportError(
      `${name} is a web page, not a table: open it in a spreadsheet program, save it as .xlsx or CSV, and import that file.`,
    );
  }
  return importSheets({ name, sheets: [parseDelimited(name, text, limits)] }, context);
}

function textOf(bytes: Uint8Array, limits: Limits): string {
  if (bytes.length > limits.text) throw tooLarge();
  return decode(bytes, KNOWN);
}

/** JSON: a reading, or several. */
const isJson = (text: string) => /^\s*[{[]/.test(text);

const KNOWN = {
  labels: (text: string) => firstCells(text).filter((cell) => metricOfLabel(cell, null) !== null || fieldOfLabel(cell) !== null),
  isOurs: (text: string) => isJson(text) || firstCells(text).some((cell) => OURS.includes(cell)),
};

/** What no page and no platform would give is not taken from a file either (`core/model/schemas.ts`). */
function checked(result: ImportResult): ImportResult {
  const readings = result.readings.filter((reading) => {
    const parsed = parseReading(reading);
    if (!parsed.ok) result.skipped.push({ line: 0, reason: `"${reading.post.title.slice(0, 40)}": ${parsed.problem}` });
    return parsed.ok;
  });
  return { ...result, readings };
}

/** Every sheet of a workbook or table of an archive, by the first format that knows it; what stays unread is said. */
function importSheets({ name, sheets: given }: SheetFile, context: ImportContext): ImportResult {
  const file = { name, sheets: given.flatMap(tablesOf) };
  const merger = new Merger();
  let left = file.sheets;
  for (const { read, groups } of FORMATS) {
    for (const sheets of groups?.(left) ?? left.map((sheet) => [sheet])) {
      const from = file.sheets.length > sheets.length ? sheets.map(({ name }) => name).join(', ') : '';
      try {
        const result = read({ name: nameOf(file, sheets), sheets }, context);
        if (!result) continue;
        merger.take(checked(withoutLost(result, sheets)), from);
      } catch (error) {
        merger.refuse(error, from);
      }
      left = left.filter((sheet) => !sheets.includes(sheet));
    }
  }
  for (const { name, tooWide } of given) {
    if (tooWide)
      merger.result.skipped.push({ line: 0, reason: `${name}: it has more columns than are read: the last ones are left out` });
  }
  for (const { name, rows } of left) {
    if (rows.length > 0) merger.result.skipped.push({ line: 0, reason: `${name}: no row has column names this version knows` });
  }
  return merger.done(`${file.name} is not a file this version understands: no row has column names it knows.`);
}

/** What tells the period: the name of a table in an archive where it says one, else that of the file. */
const nameOf = (file: SheetFile, sheets: readonly Sheet[]) =>
  sheets.find(({ name, kind }) => kind === 'text' && periodInName(name) !== null)?.name ?? file.name;

/** Results of several tables as one. */
class Merger {
  readonly result = emptyResult('');
  private problem: ImportError | null = null;

  /** `from`: the table's name; empty when it is the only one. */
  take(part: ImportResult, from: string): void {
    const { result } = this;
    result.format ||= part.format;
    result.readings.push(...part.readings);
    result.accountReadings.push(...part.accountReadings);
    result.audienceCurves.push(...part.audienceCurves);
    for (const [key, labels] of part.labels) result.labels.set(key, labels);
    for (const { line, reason } of part.skipped)
      result.skipped.push({ line, reason: from === '' ? reason : `${from}: ${reason}` });
    result.unknownColumns.push(...part.unknownColumns.filter((column) => !result.unknownColumns.includes(column)));
  }

  /** A table that a format knows and refuses. */
  refuse(error: unknown, from: string): void {
    if (!(error instanceof ImportError)) throw error;
    this.problem ??= error;
    this.result.skipped.push({ line: 0, reason: from === '' ? error.message : `${from}: ${error.message}` });
  }

  /** Throws what was refused, or else `problem`, when nothing was read. */
  done(problem: string): ImportResult {
    if (this.result.format === '') throw this.problem ?? new ImportError(problem);
    return this.result;
  }
}

function importZip(
  name: string,
  bytes: Uint8Array,
  context: ImportContext,
  limits: Limits,
): Promise<ImportResult> | ImportResult {
  let isWorkbook = false;
  const wanted = (path: string) => {
    if (path.toLowerCase() === 'xl/workbook.xml') isWorkbook = true;
    return !path.endsWith('/') && !/(^|\/)(__MACOSX|\.)/.test(path) && /\.(csv|tsv|txt|xlsx|jsonl?)$/i.test(path);
  };
  const files = unzip(bytes, wanted, limits);
  if (isWorkbook) return importSheets({ name, sheets: readWorkbook(bytes, limits) }, context);
  return importArchive(name, files, context, limits);
}

/** Several files of one export: the tables as sheets of one file, whatever else there is each for itself. */
async function importArchive(
  name: string,
  files: Map<string, Uint8Array>,
  context: ImportContext,
  limits: Limits,
): Promise<ImportResult> {
  const merger = new Merger();
  const tables: Sheet[] = [];
  const rest: [string, Uint8Array][] = [];
  const attempt = async (path: string, work: () => unknown) => {
    try {
      await work();
    } catch (error) {
      merger.refuse(error, path);
    }
  };
  for (const [path, bytes] of files) {
    if (!/\.(csv|tsv|txt)$/i.test(path)) rest.push([path, bytes]);
    else await attempt(path, () => tables.push(parseDelimited(path, textOf(bytes, limits), limits)));
  }
  if (tables.length > 0) await attempt(name, () => merger.take(importSheets({ name, sheets: tables }, context), ''));
  for (const [path, bytes] of rest)
    await attempt(path, async () => merger.take(await importFile(path, bytes, context, limits), path));
  return merger.done(`${name} holds no table that could be read.`);
}

function whole(chunks: Iterable<Uint8Array>): Uint8Array {
  const all = [...chunks];
  const bytes = new Uint8Array(all.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of all) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

export { type Backup, openBackup } from './backup';
export { type ImportContext, ImportError, type ImportResult } from './types';
