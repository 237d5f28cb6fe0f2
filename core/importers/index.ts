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
import { importLinkedIn } from './linkedin';
import { withoutLost } from './lossy';
import { importMeta } from './meta';
import { importOther } from './other';
import { importOwnTable } from './own-csv';
import type { Sheet, SheetFile } from './sheet';
import { importTikTok } from './tiktok';
import { emptyResult, type ImportContext, ImportError, type ImportResult } from './types';
import { gunzip, unzip } from './unpack';
import { importX } from './x';
import { readOldWorkbook } from './xls';
import { readWorkbook } from './xlsx';
import { importYouTube } from './youtube';

/** Asked in this order; null from all of them means that nobody knows the file. */
const FORMATS: readonly ((file: SheetFile, context: ImportContext) => ImportResult | null)[] = [
  importOwnTable,
  importX,
  importMeta,
  importLinkedIn,
  importChinese,
  importTikTok,
  importYouTube,
  importOther,
];

const starts = (bytes: Uint8Array, ...marks: number[]) => marks.every((mark, at) => bytes[at] === mark);
const isZip = (bytes: Uint8Array) => starts(bytes, 0x50, 0x4b, 0x03, 0x04);
const isGzip = (bytes: Uint8Array) => starts(bytes, 0x1f, 0x8b);
/** The container of `.xls` and other old Office files. */
const isOldOffice = (bytes: Uint8Array) => starts(bytes, 0xd0, 0xcf, 0x11, 0xe0);

const isParquet = (bytes: Uint8Array) => starts(bytes, 0x50, 0x41, 0x52, 0x31);

/** Reads one file. Throws `ImportError` with one clear sentence when it is not understood. */
export async function importFile(name: string, bytes: Uint8Array, context: ImportContext): Promise<ImportResult> {
  if (isGzip(bytes))
    return isBackup(bytes) ? importBackup(bytes) : importFile(name.replace(/\.gz$/i, ''), whole(gunzip(bytes)), context);
  if (isZip(bytes)) return importZip(name, bytes, context);
  if (isOldOffice(bytes)) return importSheets({ name, sheets: readOldWorkbook(bytes) }, context);
  if (isParquet(bytes))
    throw new ImportError(`${name} is a Parquet file, which is for other programs: import the CSV, workbook or backup instead.`);
  const text = decode(bytes, knownLabels);
  if (!text.trim()) throw new ImportError('This file is empty.');
  if (/^\s*[{[]/.test(text)) return importJsonl(text.trimStart());
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    throw new ImportError(
      `${name} is a web page, not a table: open it in a spreadsheet program, save it as .xlsx or CSV, and import that file.`,
    );
  }
  return importSheets({ name, sheets: [parseDelimited(name, text)] }, context);
}

/** The labels with which a decoded text begins and that somebody knows. */
const knownLabels = (text: string) =>
  firstCells(text).filter((cell) => metricOfLabel(cell, null) !== null || fieldOfLabel(cell) !== null);

/** What no page and no platform would give is not taken from a file either (`core/model/schemas.ts`). */
function checked(result: ImportResult): ImportResult {
  const readings = result.readings.filter((reading) => {
    const parsed = parseReading(reading);
    if (!parsed.ok) result.skipped.push({ line: 0, reason: `"${reading.post.title.slice(0, 40)}": ${parsed.problem}` });
    return parsed.ok;
  });
  return { ...result, readings };
}

function importSheets(file: SheetFile, context: ImportContext): ImportResult {
  for (const format of FORMATS) {
    const result = format(file, context);
    if (result) return checked(withoutLost(result, file.sheets));
  }
  throw new ImportError(`${file.name} is not a file this version understands: no row has column names it knows.`);
}

function importZip(name: string, bytes: Uint8Array, context: ImportContext): Promise<ImportResult> | ImportResult {
  let isWorkbook = false;
  const files = unzip(bytes, (path) => {
    if (path.toLowerCase() === 'xl/workbook.xml') isWorkbook = true;
    return !path.endsWith('/') && !/(^|\/)(__MACOSX|\.)/.test(path) && /\.(csv|tsv|txt|xlsx|jsonl?)$/i.test(path);
  });
  if (isWorkbook) return importSheets({ name, sheets: readWorkbook(bytes) }, context);
  return importArchive(name, files, context);
}

/** Several files of one export: tables that belong together are read together, whatever is left each for itself. */
async function importArchive(name: string, files: Map<string, Uint8Array>, context: ImportContext): Promise<ImportResult> {
  const tables: Sheet[] = [];
  const rest: [string, Uint8Array][] = [];
  for (const [path, bytes] of files) {
    const file = path.split('/').at(-1) ?? path;
    if (/\.(csv|tsv|txt)$/i.test(path)) tables.push(parseDelimited(file, decode(bytes, knownLabels)));
    else rest.push([file, bytes]);
  }
  if (tables.length + rest.length === 0) throw new ImportError(`${name} holds no table that could be read.`);
  const youtube = importYouTube({ name, sheets: tables }, context);
  if (youtube && rest.length === 0) return checked(withoutLost(youtube, tables));
  const merged = emptyResult('');
  const problems: string[] = [];
  const take = (result: ImportResult, file: string) => {
    merged.format ||= result.format;
    merged.readings.push(...result.readings);
    merged.accountReadings.push(...result.accountReadings);
    merged.audienceCurves.push(...result.audienceCurves);
    for (const [key, labels] of result.labels) merged.labels.set(key, labels);
    merged.skipped.push(...result.skipped.map(({ line, reason }) => ({ line, reason: `${file}: ${reason}` })));
    merged.unknownColumns.push(...result.unknownColumns.filter((column) => !merged.unknownColumns.includes(column)));
  };
  const attempt = async (file: string, read: () => ImportResult | Promise<ImportResult>) => {
    try {
      take(await read(), file);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      problems.push(error.message);
      merged.skipped.push({ line: 0, reason: `${file}: ${error.message}` });
    }
  };
  for (const sheet of tables) await attempt(sheet.name, () => importSheets({ name: sheet.name, sheets: [sheet] }, context));
  for (const [file, bytes] of rest) await attempt(file, () => importFile(file, bytes, context));
  if (merged.format === '') throw new ImportError(problems[0] ?? `${name} holds no table that could be read.`);
  return merged;
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
