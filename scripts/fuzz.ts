/**
 * `npm run fuzz [-- --minutes N] [--seed N|any] [--seeds N]`: page fixtures and import files, changed at random until the time is up or all seeds were had. Never a crash.
 * Never a wrong value from a changed page, judged against its golden readings, and from a table that was written another way (columns and
 * rows moved, cut off or doubled, other delimiters, quotes, line ends and encodings), judged against the readings of the file as it was. Where
 * bytes were changed, a digit may have become another one and nothing tells: what comes out must be a valid reading or a clear refusal.
 * A finding is printed with the seed that makes it again; the first ends with status 1. Options that are not understood end with status 2.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, gzipSync, unzipSync, zipSync } from 'fflate';
import { readPage } from '../core/dashboards';
import { importFile } from '../core/importers';
import { ImportError } from '../core/importers/types';
import type { KnownPost } from '../core/model/post';
import { parseReading } from '../core/model/schemas';
import { writeCsv } from '../core/share/csv';
import { writeJsonl } from '../core/share/jsonl';
import { writeParquet } from '../core/share/parquet';
import { writeXlsx } from '../core/share/xlsx';
import { casesUnder, type Golden, type Meta, openPage, readJson, tellsOfMutations } from '../test/dashboards/harness';
import { judge, MUTATIONS, randomFrom } from '../test/dashboards/mutations';
import { changedTable, misread, ROW_CHANGES, tableOf, WRITINGS } from '../test/unit/importers/alike';
import { sampleFiles } from '../test/unit/importers/samples';
import { FILES } from '../test/unit/importers/two-posts';
import { readOptions } from './fuzz-options';

const options = readOptions(process.argv.slice(2));
if (typeof options === 'string') {
  console.error(options);
  process.exit(2);
}
const { minutes, seed: firstSeed, seeds } = options;
const root = join(process.cwd(), 'test', 'dashboards');

const pages = casesUnder(root)
  .map((folder) => ({
    folder,
    html: readFileSync(join(folder, 'page.html'), 'utf8'),
    meta: readJson<Meta>(join(folder, 'meta.json')),
    golden: readJson<Golden>(join(folder, 'expected.json')),
  }))
  .filter(({ folder, golden }) => tellsOfMutations(folder, golden));

/** One to three mutations, one after the other. */
function fuzzPage(random: () => number): string | null {
  const page = pages[Math.floor(random() * pages.length)];
  if (!page) return null;
  const { folder, html, meta, golden } = page;
  const document = openPage(html, meta.url);
  const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, () => MUTATIONS[Math.floor(random() * MUTATIONS.length)]);
  // This one leaves cells where only their index says what they are: what moves columns after it would move others' figures.
  chosen.sort((a, b) => Number(/indices stay/.test(a?.name ?? '')) - Number(/indices stay/.test(b?.name ?? '')));
  const names = chosen.flatMap((mutation) => (mutation?.apply(document, random) ? mutation.name : []));
  const context = { now: Date.parse(meta.now ?? '2026-06-30T12:00:00+08:00'), zone: meta.zone ?? 'Asia/Shanghai' };
  const what = `${relative(root, folder)} · ${names.join(' + ')}`;
  try {
    const { wrong } = judge(readPage(document, meta.url, context), golden);
    return wrong.length ? `WRONG ${what} · ${wrong[0]}` : null;
  } catch (error) {
    return `CRASH ${what} · ${error instanceof Error ? error.stack : error}`;
  }
}

const posts: KnownPost[] = pages.flatMap(({ golden, meta }, page) =>
  golden.readings.slice(0, 3).map((reading, at) => ({
    key: `${page}:${at}`,
    platform: 'douyin',
    account: 'Mint balcony',
    post: {
      id: `7${page}${at}`,
      title: reading.title,
      url: null,
      publishedAt: reading.publishedAt ?? meta.now ?? null,
      publishedPrecision: reading.publishedAt ? 'minute' : null,
      format: 'video',
      durationSeconds: null,
      status: 'published',
      statusText: null,
      tags: [],
    },
    labels: {},
    snapshots: [{ seenAt: 0, page: 'douyin/content-list', metrics: { views: { value: 12, low: 12, high: 12, raw: '12' } } }],
    firstSeenAt: 0,
    lastSeenAt: 0,
  })),
);
async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  return new Uint8Array(Buffer.concat(parts));
}
/** What the product writes itself, an export of each platform, and every file that lies with the tests of the importers. */
async function importFiles(): Promise<{ name: string; bytes: Uint8Array }[]> {
  const some = [posts.slice(0, 60)];
  const folder = join(process.cwd(), 'test', 'unit', 'importers', 'files');
  return [
    { name: 'own.csv', bytes: await bytesOf(writeCsv(some)) },
    { name: 'own.jsonl', bytes: await bytesOf(writeJsonl(some)) },
    { name: 'own.xlsx', bytes: await bytesOf(writeXlsx(some)) },
    // Not read, whatever is in it: a file for other programs.
    { name: 'own.parquet', bytes: await bytesOf(writeParquet(some)) },
    ...(await sampleFiles()),
    ...readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) })),
  ];
}

/** Bytes flipped, pieces cut out, doubled, or put elsewhere. */
function changed(bytes: Uint8Array, random: () => number): Uint8Array {
  let made = bytes.slice();
  for (let times = 1 + Math.floor(random() * 4); times > 0 && made.length > 1; times--) {
    const at = Math.floor(random() * made.length);
    const length = 1 + Math.floor(random() ** 3 * (made.length - at));
    const piece = made.slice(at, at + length);
    const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
    switch (Math.floor(random() * 4)) {
      case 0:
        made[at] = Math.floor(random() * 256);
        break;
      case 1:
        made = join(made.slice(0, at), made.slice(at + length));
        break;
      case 2:
        made = join(made.slice(0, at + length), piece, made.slice(at + length));
        break;
      default:
        made = join(piece, made.slice(0, at), made.slice(at + length));
    }
  }
  return made;
}

/** What is packed in a workbook or a backup is changed there: from outside, a change seldom gets past the unpacking. */
function within(bytes: Uint8Array, random: () => number): Uint8Array {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gzipSync(changed(gunzipSync(bytes), random));
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return changed(bytes, random);
  const members = Object.entries(unzipSync(bytes));
  const chosen = Math.floor(random() * members.length);
  return zipSync(
    Object.fromEntries(members.map(([name, member], at) => [name, at === chosen ? changed(member, random) : member])),
  );
}

const context = { now: Date.parse('2026-06-30T12:00:00Z'), zone: 'Asia/Shanghai' };
const files = await importFiles();
async function fuzzFile(random: () => number): Promise<string | null> {
  const file = files[Math.floor(random() * files.length)];
  if (!file) return null;
  try {
    const bytes = random() < 0.5 ? within(file.bytes, random) : changed(file.bytes, random);
    const { readings } = await importFile(file.name, bytes, context);
    const bad = readings.map((reading) => parseReading(reading)).find((parsed) => !parsed.ok);
    return bad && !bad.ok ? `INVALID ${file.name} · ${bad.problem}` : null;
  } catch (error) {
    return error instanceof ImportError ? null : `CRASH ${file.name} · ${error instanceof Error ? error.stack : error}`;
  }
}

const twoPosts = Object.entries(FILES).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
const tables = await Promise.all(
  [...files, ...twoPosts].flatMap(({ name, bytes }) => {
    const table = tableOf(bytes);
    return table ? [importFile(name, bytes, context).then((whole) => ({ name, table, whole }))] : [];
  }),
);
/** One or two changes that keep what a table says. */
async function fuzzTable(random: () => number): Promise<string | null> {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const [file, change, writing] = [pick(tables), pick(ROW_CHANGES), pick(WRITINGS)];
  const made = file && change && writing ? changedTable(file.table, change, writing, random) : null;
  if (!file || !made) return null;
  const what = `${file.name} · ${change?.name} · ${writing?.name}`;
  try {
    const got = await importFile(file.name, made.bytes, context).catch((error: unknown) => {
      if (error instanceof ImportError) return error;
      throw error;
    });
    const wrong = misread(got, file.whole, made.promise);
    return wrong ? `WRONG ${what} · ${wrong.slice(0, 1000)}` : null;
  } catch (error) {
    return `CRASH ${what} · ${error instanceof Error ? error.stack : error}`;
  }
}

const end = Date.now() + minutes * 60_000;
const done = { pages: 0, tables: 0, files: 0 };
let found: string | null = null;
let seed = firstSeed;
for (; Date.now() < end && seed < firstSeed + seeds && !found; seed++) {
  const random = randomFrom(seed);
  if (seed % 2) {
    found = fuzzPage(random);
    done.pages++;
  } else if (seed % 4) {
    found = await fuzzTable(random);
    done.tables++;
  } else {
    found = await fuzzFile(random);
    done.files++;
  }
}
console.log(`Seeds ${firstSeed}–${seed - 1}.`);
if (!found) {
  console.log(`${done.pages} changed pages and ${done.tables} tables written another way: no crash, no wrong value.`);
  console.log(`${done.files} files with changed bytes: no crash, valid readings or a refusal.`);
}
if (found) {
  console.log(`--seed ${seed - 1}: ${found}`);
  process.exitCode = 1;
}
