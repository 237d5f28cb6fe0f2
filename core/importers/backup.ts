/**
 * The backup file of `core/share/backup.ts`. It is checked whole (format, version, count, checksum) before its first record is
 * given out, so a damaged or cut file never restores half a history.
 */
import { parseAccountReading, parseAudienceCurve, parseLabels, parseReading } from '../model/schemas';
import { Sha256 } from '../model/sha256';
import { LIMITS, type Limits } from './limits';
import { emptyResult, ImportError, type ImportResult } from './types';
import { gunzip } from './unpack';

export const BACKUP_VERSION = 1;
const FORMAT = 'post-almanac-backup';

export interface Backup {
  /** Version of the program that wrote it. */
  app: string;
  records: number;
  /** Its records, as for `store.preview()`, `merge()` and `replace()`. May be read again. */
  read(): AsyncIterable<{ kind: never; value: unknown }[]>;
}

const NEWLINE = 10;
const decoder = new TextDecoder('utf-8', { fatal: true });
const damaged = () =>
  new ImportError('This backup is damaged: its contents are not those that were written. Nothing was restored.');

const tooLarge = () =>
  new ImportError('This file unpacks to far more than a backup of Post Almanac holds. Nothing was restored.');

/** Lines of a gzipped text, as bytes with their line end. One that is longer than a text may be is none of ours. */
function* lines(bytes: Uint8Array, { unpacked, ratio, text }: Limits): Generator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let held = 0;
  for (const chunk of gunzip(bytes, Math.max(unpacked, ratio * bytes.length), tooLarge)) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      rest.push(chunk.slice(from, end + 1));
      yield joined(rest);
      rest = [];
      held = 0;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    rest.push(chunk.slice(from));
    held += chunk.length - from;
    if (held > text) throw damaged();
  }
  if (rest.length > 0) yield joined(rest);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function parse(line: Uint8Array): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(decoder.decode(line));
    if (value !== null && typeof value === 'object') return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw damaged();
}

/** Bytes. */
const LONGEST_HEAD = 1_000_000;

/** Whether a gzip file begins like a backup. */
export function isBackup(bytes: Uint8Array): boolean {
  try {
    for (const line of lines(bytes, { ...LIMITS, text: LONGEST_HEAD }))
      return decoder.decode(line).startsWith(`{"format":"${FORMAT}"`);
  } catch {
    // Not even that.
  }
  return false;
}

/** Checks a backup file. Throws `ImportError` with one clear sentence. */
export function openBackup(bytes: Uint8Array, limits: Limits = LIMITS): Backup {
  const hash = new Sha256();
  let head: Record<string, unknown> | null = null;
  let count = 0;
  let end: Record<string, unknown> | null = null;
  for (const line of lines(bytes, limits)) {
    if (end) throw damaged();
    // The last line begins so, and no record does.
    if (line[2] === 'e'.charCodeAt(0) && line[3] === 'n'.charCodeAt(0)) {
      end = parse(line);
      continue;
    }
    hash.update(line);
    if (head) count += 1;
    else head = parse(line);
  }
  if (head?.format !== FORMAT) throw new ImportError('This is not a backup of Post Almanac.');
  if (typeof head.version !== 'number' || head.version > BACKUP_VERSION) {
    throw new ImportError('This backup was made by a newer version of Post Almanac: update the extension and try again.');
  }
  if (!end) throw new ImportError('This backup is cut off: its end is missing. Nothing was restored.');
  if (end.records !== count || end.sha256 !== hash.hex()) throw damaged();
  return { app: String(head.app), records: count, read: () => read(bytes, limits) };
}

async function* read(bytes: Uint8Array, limits: Limits): AsyncGenerator<{ kind: never; value: unknown }[]> {
  let page: { kind: never; value: unknown }[] = [];
  let at = 0;
  for (const line of lines(bytes, limits)) {
    at += 1;
    if (at === 1) continue;
    const record = parse(line);
    if (record.end === true) break;
    // The kinds are the store's; it refuses one it does not know.
    page.push({ kind: record.kind as never, value: record.value });
    if (page.length < 500) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** The readings of a backup alone, for the command line and for looking into it. */
export async function importBackup(bytes: Uint8Array, limits: Limits = LIMITS): Promise<ImportResult> {
  const result = emptyResult('import/backup');
  let line = 1;
  for await (const page of openBackup(bytes, limits).read()) {
    for (const { kind, value } of page as { kind: string; value: unknown }[]) {
      line += 1;
      const skip = (reason: string) => result.skipped.push({ line, reason });
      const inner = value !== null && typeof value === 'object' ? (value as { readings?: unknown; value?: unknown }) : {};
      if (kind === 'post') {
        for (const one of Array.isArray(inner.readings) ? inner.readings : []) {
          const reading = parseReading(one);
          if (reading.ok) result.readings.push(reading.value);
          else skip(reading.problem);
        }
      } else if (kind === 'accountReading') {
        const reading = parseAccountReading(inner.value);
        if (reading.ok) result.accountReadings.push(reading.value);
        else skip(reading.problem);
      } else if (kind === 'audienceCurve') {
        const curve = parseAudienceCurve(inner.value);
        if (curve.ok) result.audienceCurves.push(curve.value);
        else skip(curve.problem);
      } else if (kind === 'labels') {
        const row = value as { key?: unknown; labels?: unknown };
        const labels = parseLabels(row.labels);
        if (typeof row.key === 'string' && labels.ok) result.labels.set(row.key, labels.value);
      }
    }
  }
  return result;
}
