import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joinReadings } from '../../../core/model/identity';
import type { KnownPost } from '../../../core/model/post';
import { Sha256 } from '../../../core/model/sha256';
import { writeBackup } from '../../../core/share/backup';
import { writeParquet } from '../../../core/share/parquet';
import { plainNumber } from '../../../core/share/rows';
import { writeXlsx } from '../../../core/share/xlsx';
import { HOUR, iso, reading, T0 } from '../store/sample';

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}

const approximate = { value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' };
const TITLES = ['=SUM(A1)', '阳台 🌿 "mint"\r\nsecond line', '_x0041_ and \u0007 bell', 'plain', 'emoji \ud83d cut in half'];
function posts(): KnownPost[] {
  const readings = TITLES.flatMap((title, index) =>
    [0, 1].map((look) => {
      const one = reading(
        { id: `752762300047307905${index}`, title, publishedAt: `2026-05-2${index}T14:43:00+08:00` },
        { likes: index, completionRate: 0.0769 },
        { seenAt: iso(T0 + look * HOUR) },
      );
      if (look === 1) one.metrics.views = approximate;
      return one;
    }),
  );
  const labels = new Map([
    ['douyin|Mint balcony|#7527623000473079050', { pillar: '@home', commercial: true, labels: ['a;b', 'c'] }],
  ]);
  return joinReadings(readings, labels);
}

describe('Parquet', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'almanac-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function readBoth(bytes: Uint8Array): Promise<[Record<string, unknown>[], Record<string, unknown>[]]> {
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
    const plain = (rows: Record<string, unknown>[]) =>
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.getTime() : (value ?? null)]),
        ),
      );
    const here = plain(await parquetReadObjects({ file: buffer }));
    const path = join(folder, `${createHash('md5').update(bytes).digest('hex')}.parquet`);
    await writeFile(path, bytes);
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const result = await duck.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
    const there = result
      .getRowObjects()
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            value !== null && typeof value === 'object' && 'micros' in value ? Number(value.micros) / 1000 : value,
          ]),
        ),
      );
    return [here, there];
  }

  it('gives the same table to DuckDB and to hyparquet, ids as text, intervals and absence kept', async () => {
    const [here, there] = await readBoth(await bytesOf(writeParquet([posts()])));
    expect(here).toEqual(there);
    expect(here).toHaveLength(TITLES.length);
    expect(here[1]).toMatchObject({
      post_id: '7527623000473079051',
      title: TITLES[1],
      published_at: Date.parse('2026-05-21T14:43:00+08:00'),
      published_offset_minutes: 480,
      views: 12_000,
      views_low: 11_500,
      views_high: 12_500,
      likes: 1,
      comments: null,
    });
  });

  it('has one row per look in the history, in several row groups', async () => {
    const known = posts();
    const pages = Array.from({ length: 22 }, () => Array.from({ length: 100 }, () => known).flat());
    const bytes = await bytesOf(writeParquet(pages, { history: true }));
    const path = join(folder, 'history.parquet');
    await writeFile(path, bytes);
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    const sums =
      'count(*)::INT AS rows, sum(likes)::INT AS likes, count(views)::INT AS views, count(DISTINCT page)::INT AS pages';
    const result = await duck.runAndReadAll(`SELECT ${sums} FROM read_parquet('${path}')`);
    const groups = await duck.runAndReadAll(`SELECT max(row_group_id)::INT + 1 AS groups FROM parquet_metadata('${path}')`);
    expect(result.getRowObjects()).toEqual([{ rows: 22_000, likes: 22 * 100 * 2 * 10, views: 11_000, pages: 1 }]);
    expect(groups.getRowObjects()).toEqual([{ groups: 5 }]);
  });

  it('is a valid table with no row', async () => {
    const [here, there] = await readBoth(await bytesOf(writeParquet([])));
    expect([here, there]).toEqual([[], []]);
  });
});

describe('workbook', () => {
  it('has the three sheets, ids as text, figures as numbers, nothing where a figure is absent', async () => {
    const files = unzipSync(await bytesOf(writeXlsx([posts()])));
    const workbook = strFromU8(files['xl/workbook.xml'] ?? new Uint8Array());
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1])).toEqual([
      'posts',
      'history',
      'suggestions',
    ]);
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<c r="C2" t="inlineStr"><is><t xml:space="preserve">7527623000473079050</t></is></c>');
    expect(sheet).toContain('<v>12000</v></c>');
    expect(sheet).toContain('<v>11500</v></c>');
    expect(sheet).toContain('_x005F_x0041_ and _x0007_ bell');
    expect(sheet).not.toContain('<f>');
    const rows = [...sheet.matchAll(/<row r="(\d+)">/g)];
    expect(rows).toHaveLength(1 + TITLES.length);
  });
});

describe('backup file', () => {
  it('is the same for the same records and ends with its own checksum', async () => {
    const records = [
      [{ kind: 'setting', value: { key: 'a', value: 1 } }],
      [],
      [{ kind: 'setting', value: { key: 'b', value: '🌿' } }],
    ];
    const first = await bytesOf(writeBackup(records, { app: '1.0.0' }));
    const second = await bytesOf(writeBackup([records.flat()], { app: '1.0.0' }));
    const text = gunzipSync(first).toString('utf8');
    expect(gunzipSync(second).toString('utf8')).toBe(text);
    const lines = text.trimEnd().split('\n');
    const before = `${lines.slice(0, -1).join('\n')}\n`;
    expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
      end: true,
      records: 2,
      sha256: createHash('sha256').update(before).digest('hex'),
    });
  });
});

describe('SHA-256', () => {
  it('agrees with Node whatever the pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 8 }), (pieces) => {
        const hash = new Sha256();
        for (const piece of pieces) hash.update(piece);
        expect(hash.hex()).toBe(createHash('sha256').update(Buffer.concat(pieces)).digest('hex'));
      }),
    );
  });
});

describe('plain numbers', () => {
  it('have no exponent and read back as they were', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = plainNumber(value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
