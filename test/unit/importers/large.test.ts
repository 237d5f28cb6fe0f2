/** Files that would fill the memory, or say something else of themselves than they are. Limits are made small here; the true ones stand last. */
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError, importFile, openBackup } from '../../../core/importers';
import { LIMITS } from '../../../core/importers/limits';
import { readMoney } from '../../../core/importers/money';
import { context, csv, NOW, short, utf8, xlsx } from './make';
import { xls } from './xls-file';

const read = (name: string, bytes: Uint8Array, limits: Partial<typeof LIMITS> = {}) =>
  importFile(name, bytes, context({ platform: 'douyin' }), { ...LIMITS, ...limits });
const TOO_LARGE = /^This file is too large to be read in one piece: export a shorter time or fewer posts at once/;

const header = ['作品名称', '发布时间', '播放量', '点赞量'];
const row = (at: number) => [`第${at}期`, '2026-05-25 14:43:00', 1000 + at, at];
/** Three posts, with so many columns more that nobody knows. */
const table = (more: number) => [
  [...header, ...Array.from({ length: more }, (_, at) => `c${at}`)],
  ...[1, 2, 3].map((post) => [...row(post), ...Array.from({ length: more }, () => 7)]),
];

describe('more than any file has', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['files in an archive', () => read('a.zip', zipSync({ 'a.csv': utf8('x'), 'b.csv': utf8('y') }), { files: 1 })],
    ['bytes in an archive', () => read('a.zip', zipSync({ 'a.csv': utf8(csv(table(0))) }), { unpacked: 100 })],
    ['bytes in a workbook', () => read('a.xlsx', xlsx({ a: table(0) }), { unpacked: 100 })],
    ['bytes in a part of a workbook', () => read('a.xlsx', xlsx({ a: table(0) }), { text: 100 })],
    ['bytes in a compressed table', () => read('a.csv.gz', gzipSync(csv(table(0))), { text: 100 })],
    ['bytes in a table', () => read('a.csv', utf8(csv(table(0))), { text: 100 })],
    ['bytes in a table of an archive', () => read('a.zip', zipSync({ 'a.csv': utf8(csv(table(0))) }), { text: 100 })],
    ['bytes of JSON', () => read('a.jsonl', utf8(`[${'[],'.repeat(40)}[]]`), { text: 100 })],
    ['rows of a table', () => read('a.csv', utf8(csv(table(0))), { rows: 3 })],
    ['rows of a workbook', () => read('a.xlsx', xlsx({ a: table(0) }), { rows: 3 })],
    ['rows of the sheets of a workbook together', () => read('a.xlsx', xlsx({ a: table(0), b: table(0) }), { rows: 7 })],
    ['rows of an old workbook', () => read('a.xls', xls([table(0)]), { rows: 3 })],
    ['cells of a table', () => read('a.csv', utf8(csv(table(0))), { cells: 15 })],
    ['cells of a workbook', () => read('a.xlsx', xlsx({ a: table(0) }), { cells: 15 })],
    ['empty cells before one far to the right', () => read('a.xls', xls([table(0)], { at: [9, 1900] }), { cells: 1000 })],
    ['shared texts of a workbook', () => read('a.xlsx', xlsx({ a: [header.slice(0, 4)] }), { cells: 3 })],
  ])('%s is refused with what to do', async (_, reading) => {
    await expect(reading()).rejects.toThrow(TOO_LARGE);
  });

  it('is refused before it is held: rows without end, delimiters without end', async () => {
    await expect(read('a.csv', utf8(`${csv([header])}${'a\n'.repeat(200_000)}`), { rows: 1000 })).rejects.toThrow(TOO_LARGE);
    const wide = await read('a.csv', utf8(csv([header, row(1)]) + ','.repeat(2_000_000)));
    expect(short(wide)).toMatchObject([{ title: '第1期', views: 1001 }]);
  });

  it.each([
    ['a table', utf8(csv(table(2100)))],
    ['a workbook', xlsx({ a: table(2100) })],
    ['an old workbook', xls([table(2100)])],
  ])('columns in %s: the first 2,000 are read, and that the others are not is said', async (_, bytes) => {
    const result = await read('file', bytes);
    expect(short(result)).toMatchObject([1, 2, 3].map((at) => ({ title: `第${at}期`, views: 1000 + at, likes: at })));
    expect(result.unknownColumns).toHaveLength(LIMITS.columns - header.length);
    expect(result.skipped.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/: it has more columns than are read: the last ones are left out$/),
    ]);
  });

  it('is far above what the product writes itself for 100,000 posts with 300,000 readings', () => {
    // `npm run measure-files`: 150 MB at most, 300,000 rows of up to 160 columns.
    expect(LIMITS).toMatchObject({ text: 400_000_000, rows: 5_000_000, cells: 100_000_000, unpacked: 1_500_000_000 });
  });
});

/** The archive with another number at this place of each file's entry in the directory (and its own header). */
function lying(archive: Uint8Array, field: 'size' | 'checksum', change: (value: number) => number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const [inDirectory, inHeader] = field === 'size' ? [24, 22] : [16, 14];
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const mark = view.getUint32(at, true);
    const place = mark === 0x02014b50 ? at + inDirectory : mark === 0x04034b50 ? at + inHeader : null;
    if (place !== null) view.setUint32(place, change(view.getUint32(place, true)), true);
  }
  return bytes;
}

describe('an archive that lies', () => {
  const whole = csv([header, ...Array.from({ length: 300 }, (_, at) => row(at))]);
  const archives: [string, Uint8Array][] = [
    ['a table', zipSync({ 'a.csv': utf8(whole) })],
    ['a table that is not compressed', zipSync({ 'a.csv': utf8(whole) }, { level: 0 })],
    ['a workbook', xlsx({ a: table(0) })],
  ];
  it.each(archives)(
    '%s: that its contents are smaller, or of other bytes, is refused; nothing is read cut off',
    async (name, good) => {
      expect((await read('a', good)).readings.length).toBeGreaterThan(2);
      const smaller = read(
        'a',
        lying(good, 'size', (size) => Math.floor(size / 2)),
      );
      if (name.includes('not compressed')) expect((await smaller).readings).toHaveLength(300);
      else await expect(smaller).rejects.toThrow(/^This archive is damaged or cut off: export it again\.$/);
      await expect(
        read(
          'a',
          lying(good, 'checksum', (sum) => sum ^ 1),
        ),
      ).rejects.toThrow(/damaged or cut off/);
      // Written by a program that gives none.
      expect(
        (
          await read(
            'a',
            lying(good, 'checksum', () => 0),
          )
        ).readings.length,
      ).toBeGreaterThan(2);
    },
  );

  it.each(archives)('%s: that its contents are gigabytes is believed and refused', async (_, good) => {
    await expect(
      read(
        'a',
        lying(good, 'size', () => 0x7fffffff),
      ),
    ).rejects.toThrow(TOO_LARGE);
  });

  it('a figure that changed within a workbook is not read', async () => {
    const good = zipSync({ 'a.csv': utf8(whole) }, { level: 0 });
    const at = Buffer.from(good).indexOf('1042');
    const changed = good.slice();
    changed[at] = '9'.charCodeAt(0);
    await expect(read('a.zip', changed)).rejects.toThrow(/damaged or cut off/);
  });
});

describe('a backup that unpacks without end', () => {
  const head = '{"format":"post-almanac-backup","version":1,"app":"0.1.0"}\n';
  const limits = { ...LIMITS, unpacked: 1_000_000, ratio: 2, text: 100_000 };
  it('is refused after as much as it may be, whatever is in it', () => {
    const lines = new Uint8Array(gzipSync(head + '{"kind":"suppressed","value":{"id":"f"}}\n'.repeat(50_000)));
    expect(lines.length).toBeLessThan(20_000);
    expect(() => openBackup(lines, limits)).toThrow(
      'This file unpacks to far more than a backup of Post Almanac holds. Nothing was restored.',
    );
    // Cut off, but not too large.
    expect(() => openBackup(lines)).toThrow(/cut off/);
  });

  it('is not held in memory where it is one line', async () => {
    const line = new Uint8Array(gzipSync(head + 'x'.repeat(800_000)));
    expect(() => openBackup(line, limits)).toThrow(/^This backup is damaged/);
    const noHead = new Uint8Array(gzipSync('x'.repeat(3_000_000)));
    await expect(read('a.gz', noHead, { text: 100_000 })).rejects.toThrow(TOO_LARGE);
    expect(() => openBackup(noHead, limits)).toThrow(ImportError);
  });
});

it('a money table of more columns than are read is read as far', () => {
  const wide = `date,type,source,amount,currency${',c'.repeat(3000)}\n2026-05-25,revenue,ads,12.5,EUR${',7'.repeat(3000)}\n`;
  expect(readMoney(utf8(wide), { now: NOW, currency: null }).entries).toHaveLength(1);
});
