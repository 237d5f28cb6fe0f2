/** Files in and out, inside the data worker: imports, exports, backup and restore. */
import { type Backup, type ImportResult, importFile, openBackup } from '../../core/importers';
import { joinReadings, slicesOf, toSightings } from '../../core/model/identity';
import type { Labels } from '../../core/model/labels';
import type { Reading } from '../../core/model/reading';
import type { Suggestion } from '../../core/model/report';
import type { Batch, PostFilter, Store } from '../../core/store/types';
import { readDate } from '../../core/text/dates';
import { allPosts, announceChange, databaseName, store } from './held';
import type { Answerers, Locale, Questions, SavedFile, Work } from './protocol';
import { storedFront } from './stored-report';

/** Readings written at once: a cancelled import stops between two of these, and what was written stays valid. */
const SLICE = 500;

type ImportAsk = Pick<Questions['previewImport']['ask'], 'file' | 'zone' | 'platform'>;

/** Big files are understood once, not again when they are added. */
let lastRead: { file: string; result: ImportResult; checksum: string } | null = null;

async function read({ file, zone, platform }: ImportAsk): Promise<{ result: ImportResult; checksum: string }> {
  const name = `${file.name}|${file.size}|${file.lastModified}|${zone}|${platform}`;
  if (lastRead?.file === name) return lastRead;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const checksum = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const result = await importFile(file.name, bytes, { now: Date.now(), zone, platform: platform ?? undefined });
  lastRead = { file: name, result, checksum };
  return lastRead;
}

const named = (reading: Reading, account: string | null): Reading =>
  reading.account === null && account !== null ? { ...reading, account } : reading;

export const previewImport: Answerers['previewImport'] = async (ask) => {
  const { result } = await read(ask);
  const posts = joinReadings(result.readings);
  const known = new Set((await allPosts()).map(({ key }) => key));
  const dates = posts.flatMap(({ post }) => post.publishedAt ?? []).sort();
  const platforms = new Set(result.readings.map(({ platform }) => platform));
  const fresh = posts.filter(({ key }) => !known.has(key)).length;
  const [platform] = platforms;
  return {
    file: ask.file.name,
    format: result.format,
    platform: platforms.size === 1 && platform ? platform : null,
    readings: result.readings.length,
    posts: { fresh, known: posts.length - fresh },
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    skipped: result.skipped,
    unknownColumns: result.unknownColumns,
    needsAccount: result.readings.some(({ account }) => account === null),
  };
};

export const keepImport: Answerers['keepImport'] = async (ask, { signal, onProgress }) => {
  const { result, checksum } = await read(ask);
  const open = await store();
  const readings = result.readings.map((reading) => named(reading, ask.account));
  // The same file for another account, or as another platform's, is another import.
  const id = ['import', checksum, ask.platform && `as ${ask.platform}`, ask.account].filter((part) => part !== null).join(':');
  const page = readings[0]?.page ?? result.format;
  const keys = result.labels.size > 0 ? toSightings(result.readings) : [];
  const said = new Map(keys.map(({ key }, at) => [readings[at], result.labels.get(key)]));
  const slices: Batch[] = [];
  const kept = { readings: 0, fresh: 0 };
  const parts = slicesOf(readings, SLICE);
  // A file of account figures alone is one slice without readings.
  for (const [at, part] of (parts.length > 0 ? parts : [[]]).entries()) {
    signal.throwIfAborted();
    const slice: Batch = {
      id: `${id}:${at}`,
      session: id,
      page,
      readings: part,
      ...(at === 0
        ? {
            accountReadings: result.accountReadings.map((reading) => ({ ...reading, account: reading.account ?? ask.account })),
            audienceCurves: result.audienceCurves.map((curve) => ({ ...curve, account: curve.account ?? ask.account })),
            file: {
              name: ask.file.name,
              checksum,
              format: result.format,
              skipped: result.skipped,
              unknownColumns: result.unknownColumns,
            },
          }
        : {}),
    };
    slices.push(slice);
    const answer = await open.keep(slice);
    kept.readings += answer.kept;
    kept.fresh += answer.newPosts;
    onProgress((at + 1) / Math.max(1, parts.length));
  }
  await keepLabels(open, slices, said);
  lastRead = null;
  announceChange();
  return kept;
};

/** Labels of the file fill what the creator has not said yet; what was said here stays, and what was taken away stays away. */
async function keepLabels(
  open: Store,
  slices: readonly Batch[],
  said: ReadonlyMap<Reading | undefined, Labels | undefined>,
): Promise<void> {
  if (said.size === 0) return;
  const wanted = new Map<string, Labels>();
  for (const slice of slices) {
    for (const [reading, key] of await open.keysOf(slice)) {
      const labels = said.get(reading);
      if (labels) wanted.set(key, labels);
    }
  }
  await open.fillLabels(wanted);
}

async function* counted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncIterable<T> {
  for await (const piece of source) {
    signal.throwIfAborted();
    yield piece;
  }
}

/** Handed over to the browser at once, in characters or bytes. */
const HAND_OVER = 1_000_000;

/**
 * Pieces are gathered into a Blob as they come: the browser keeps large ones on the disk. Reading back the last byte waits until it
 * has taken them, so that this page never holds more than a few megabytes.
 */
async function gather(pieces: AsyncIterable<string | Uint8Array>, type: string): Promise<Blob> {
  const taken: Blob[] = [];
  let parts: BlobPart[] = [];
  let size = 0;
  const handOver = async () => {
    const blob = new Blob(parts);
    parts = [];
    size = 0;
    taken.push(blob);
    await blob.slice(-1).arrayBuffer();
  };
  for await (const piece of pieces) {
    parts.push(piece as BlobPart);
    size += piece.length;
    if (size >= HAND_OVER) await handOver();
  }
  await handOver();
  return new Blob(taken, { type });
}

const TYPES = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson',
  parquet: 'application/vnd.apache.parquet',
  html: 'text/html;charset=utf-8',
} as const;

/** `2026-06-15` in the creator's zone. */
const dayIn = (zone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(Date.now());

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Midnight of a day in a zone, as an instant. */
const startOfDay = (day: string, zone: string) => readDate(day, { now: Date.now(), zone })?.at ?? day;

export const exportFile: Answerers['exportFile'] = async (
  { format, scope, from, to, pillar, series, label, history, intervals, locale, zone },
  { signal, onProgress },
) => {
  const open = await store();
  const filter: PostFilter = {
    ...(scope && { platforms: [scope.platform] }),
    ...(scope && 'account' in scope && { accounts: [scope.account] }),
    ...(from !== null && { from: startOfDay(from, zone) }),
    ...(to !== null && { to: startOfDay(nextDay(to), zone) }),
    ...(pillar !== null && { pillars: [pillar] }),
    ...(series !== null && { series: [series] }),
    ...(label !== null && { labels: [label] }),
    latestOnly: format === 'html' || (format === 'csv' && !history),
  };
  const pages = counted(open.eachPost(filter, { signal, onProgress }), signal);
  const pieces = await writer(format, pages, {
    history,
    intervals,
    suggestions: await suggestions(open, locale),
    locale,
    now: Date.now(),
    zone,
  });
  return { name: `post-almanac-${dayIn(zone)}.${format}`, blob: await gather(pieces, TYPES[format]) };
};

/** Of the last report: what the workbook's third sheet holds. */
async function suggestions(open: Store, locale: Locale): Promise<Suggestion[]> {
  return (await storedFront(open, locale))?.front.suggestions ?? [];
}

type Pages = ReturnType<Store['eachPost']>;
interface Shape {
  history: boolean;
  intervals: boolean;
  suggestions: Suggestion[];
  locale: Locale;
  now: number;
  zone: string;
}
async function writer(
  format: Questions['exportFile']['ask']['format'],
  pages: Pages,
  { suggestions, locale, now, zone, ...shape }: Shape,
): Promise<AsyncIterable<string | Uint8Array>> {
  switch (format) {
    case 'csv':
      return (await import('../../core/share/csv')).writeCsv(pages, shape);
    case 'jsonl':
      return (await import('../../core/share/jsonl')).writeJsonl(pages, { history: true });
    case 'xlsx':
      return (await import('../../core/share/xlsx')).writeXlsx(pages, { suggestions });
    case 'html':
      return once((await import('../../core/share/printable')).writePrintable(pages, { locale, now, zone, suggestions }));
    case 'parquet':
      return (await import('../../core/share/parquet')).writeParquet(pages, { history: true });
  }
}

async function* once(text: Promise<string>): AsyncIterable<string> {
  yield await text;
}

export async function backup(app: string, { signal, onProgress }: Work): Promise<SavedFile> {
  const { writeBackup } = await import('../../core/share/backup');
  const open = await store();
  const blob = await gather(writeBackup(counted(open.dump({ signal, onProgress }), signal), { app }), 'application/gzip');
  return { name: `post-almanac-backup-${new Date().toISOString().slice(0, 10)}.json.gz`, blob };
}

/** For when the store does not open: needs no store. */
export async function rawCopy(): Promise<SavedFile> {
  const { rawCopy: lines } = await import('../../core/store/raw');
  const plain = await gather(lines(databaseName), 'application/x-ndjson');
  const blob = await new Response(plain.stream().pipeThrough(new CompressionStream('gzip'))).blob();
  return { name: `post-almanac-raw-${new Date().toISOString().slice(0, 10)}.jsonl.gz`, blob };
}

async function opened(file: File): Promise<Backup> {
  return openBackup(new Uint8Array(await file.arrayBuffer()));
}

/** The records of a backup; reading and checking them is the first half of the way. */
async function* records(backup: Backup, { onProgress }: Work): ReturnType<Backup['read']> {
  let done = 0;
  for await (const page of backup.read()) {
    yield page;
    done += page.length;
    onProgress((0.5 * done) / Math.max(1, backup.records));
  }
}
const secondHalf = ({ signal, onProgress }: Work): Work => ({ signal, onProgress: (done) => onProgress(0.5 + done / 2) });

export const previewRestore: Answerers['previewRestore'] = async ({ file }, work) => {
  const backup = await opened(file);
  const open = await store();
  const { new: fresh, same, conflicting, refused, settings } = await open.preview(records(backup, work), secondHalf(work));
  return { file: file.name, app: backup.app, fresh, same, conflicting, refused, settings };
};

/** Replacing is one transaction: a failure leaves what was there. The page saves a safety copy before it asks for this. */
export const restore: Answerers['restore'] = async ({ file, mode }, work) => {
  const backup = await opened(file);
  const open = await store();
  await open[mode](records(backup, work), secondHalf(work));
  announceChange();
  return null;
};
