import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ImportError, type ImportResult } from '../../../core/importers';
import type { Reading } from '../../../core/model/reading';
import { csv, read, short, utf8, utf16, values, xlsx } from './make';
import { FILES } from './two-posts';

const keyOf = (reading: Reading) => `${reading.post.id}|${reading.post.title}`;

/** Every reading of `result` says what the whole file says of that post, or less. */
function expectNothingWrong(result: ImportResult, whole: ImportResult, exceptLastCell: boolean): void {
  const truth = new Map(whole.readings.map((reading) => [keyOf(reading), reading]));
  for (const [index, reading] of result.readings.entries()) {
    const real = truth.get(keyOf(reading));
    expect(real, `${keyOf(reading)} is in the whole file`).toBeDefined();
    if (reading.post.publishedAt) expect(reading.post.publishedAt).toBe(real?.post.publishedAt);
    const entries = Object.entries(reading.metrics);
    for (const [name, figure] of entries) {
      // A cell that ends where the file ends may have lost digits; nothing tells.
      const last = exceptLastCell && index === result.readings.length - 1 && name === entries.at(-1)?.[0];
      if (!last) expect(figure, name).toEqual(real?.metrics[name as keyof typeof real.metrics]);
    }
  }
}

describe.each(Object.entries(FILES))('%s', (name, text) => {
  it('cut anywhere is refused or gives nothing wrong', async () => {
    const whole = await read(name, text);
    expect(whole.readings).toHaveLength(2);
    const bytes = utf8(text);
    for (let length = 0; length < bytes.length; length += 1) {
      const cut = bytes.slice(0, length);
      const result = await read(name, cut).catch((error: unknown) => error);
      if (result instanceof ImportError) continue;
      expectNothingWrong(result as ImportResult, whole, true);
    }
  });

  it('gives the same with columns in any order, and less with columns missing', async () => {
    const whole = await read(name, text);
    const rows = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? ''));
    const width = rows[0]?.length ?? 0;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(
          Array.from({ length: width }, (_, at) => at),
          { minLength: 1 },
        ),
        async (order) => {
          const table = csv(rows.map((row) => order.map((at) => row[at] ?? '')));
          const result = await read(name, table).catch((error: unknown) => error);
          if (result instanceof ImportError) return;
          if (order.length === width) {
            expect((result as ImportResult).readings).toEqual(whole.readings);
            return;
          }
          const byTime = new Map(whole.readings.map((reading) => [reading.post.publishedAt, reading]));
          const byTitle = new Map(whole.readings.map((reading) => [reading.post.title, reading]));
          const byId = new Map(whole.readings.map((reading) => [reading.post.id, reading]));
          for (const reading of (result as ImportResult).readings) {
            if (name !== 'own.csv') expect(reading.platform).toBe(whole.readings[0]?.platform);
            const real = byTitle.get(reading.post.title) ?? byId.get(reading.post.id) ?? byTime.get(reading.post.publishedAt);
            for (const [metric, figure] of Object.entries(values(reading.metrics)))
              expect(figure, metric).toBe(real && values(real.metrics)[metric]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same in UTF-16, with semicolons or tabs, with a column nobody knows', async () => {
    const whole = await read(name, text);
    expect((await read(name, utf16(text))).readings).toEqual(whole.readings);
    const rows = text
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1] ?? match[2] ?? ''));
    for (const delimiter of [';', '\t']) expect((await read(name, csv(rows, delimiter))).readings).toEqual(whole.readings);
    const more = await read(name, csv(rows.map((row, at) => [row[0] ?? '', at === 0 ? 'Karma points' : '7', ...row.slice(1)])));
    expect(more.readings).toEqual(whole.readings);
    expect(more.unknownColumns).toEqual(['Karma points']);
  });
});

describe('encodings', () => {
  const header = '视频标题,发布时间,播放量,投币量,弹幕量\n';
  it('undoes UTF-8 that was read as windows-1252 and saved again', async () => {
    const text = `${header}春天的薄荷,2026年06月03日 16:41:25,10,1,2\n`;
    const spoiled = new TextDecoder('windows-1252').decode(utf8(text));
    expect(short(await read('a.csv', spoiled))).toEqual(short(await read('a.csv', text)));
    const latin = 'title,published_at,views\n“Café” – naïve,2026-05-25,7\n';
    expect((await read('a.csv', new TextDecoder('windows-1252').decode(utf8(latin)))).readings[0]?.post.title).toBe(
      '“Café” – naïve',
    );
    expect((await read('a.csv', latin)).readings[0]?.post.title).toBe('“Café” – naïve');
  });

  it('reads what western and Japanese spreadsheet programs save, and refuses what could be anything', async () => {
    const western = Uint8Array.from('title,published_at,views\nCaf\xe9 M\xfcller,2026-05-25,7\n', (char) => char.charCodeAt(0));
    expect((await read('a.csv', western)).readings[0]?.post.title).toBe('Café Müller');
    // 動画のタイトル → title of a Japanese table, Shift_JIS: ベランダのミント
    const japanese = Uint8Array.from([
      ...utf8('title,published_at,views\n'),
      0x83,
      0x78,
      0x83,
      0x89,
      0x83,
      0x93,
      0x83,
      0x5f,
      0x82,
      0xcc,
      0x83,
      0x7e,
      0x83,
      0x93,
      0x83,
      0x67,
      ...utf8(',2026-05-25,7\n'),
    ]);
    expect((await read('a.csv', japanese)).readings[0]?.post.title).toBe('ベランダのミント');
    const noise = Uint8Array.from([
      ...utf8('title,published_at,views\n'),
      0xff,
      0xc0,
      0x81,
      0xfe,
      0x80,
      ...utf8(',2026-05-25,7\n'),
    ]);
    await expect(read('a.csv', noise)).rejects.toThrow(/encoding/);
  });
});

describe('numbers', () => {
  const table = (delimiter: string, ...rows: string[][]) =>
    csv([['Post id', 'Date', 'Post text', 'Impressions', 'Likes'], ...rows], delimiter);
  it('with grouped thousands are read where the grouping is proved, and refused where it is not', async () => {
    const proved = await read(
      'x.csv',
      table(';', ['1', '2026-07-30', 'a', '1.234.567', '1.234'], ['2', '2026-07-30', 'b', '12', '5']),
    );
    expect(proved.readings.map((one) => values(one.metrics))).toEqual([
      { impressions: 1_234_567, likes: 1234 },
      { impressions: 12, likes: 5 },
    ]);
    const english = await read('x.csv', table(',', ['1', '2026-07-30', 'a', '1,234', '5']));
    expect(values(english.readings[0]?.metrics ?? {})).toEqual({ impressions: 1234, likes: 5 });
  });

  it('a share in bare numbers is a percentage when one of the file is above 1', async () => {
    const rows = (a: string, b: string) =>
      csv([
        ['作品名称', '发布时间', '播放量', '完播率', '5s完播率', '2s跳出率'],
        ['a', '2026-05-25 14:43:09', '10', a, b, ''],
      ]);
    expect(values((await read('d.csv', rows('7.69', '0.5'))).readings[0]?.metrics ?? {})).toEqual({
      views: 10,
      completionRate: 0.0769,
      completionRate5s: 0.005,
    });
    expect(values((await read('d.csv', rows('0.0769', '0.5'))).readings[0]?.metrics ?? {})).toEqual({
      views: 10,
      completionRate: 0.0769,
      completionRate5s: 0.5,
    });
  });

  it('under a metric that stands twice are taken only where both agree', async () => {
    const result = await read(
      'x.csv',
      csv([
        ['Post id', 'Date', 'Post text', 'Impressions', 'Likes', 'Likes'],
        ['1', '2026-07-30', 'a', '5', '2', '2'],
        ['2', '2026-07-30', 'b', '5', '2', '3'],
      ]),
    );
    expect(result.readings.map((one) => values(one.metrics))).toEqual([{ impressions: 5, likes: 2 }, { impressions: 5 }]);
    expect(result.skipped[0]?.reason).toMatch(/disagree/);
  });
});

describe('dates', () => {
  it('of which nobody can say what is the day are left out, unless the file proves it', async () => {
    const other = (...dates: string[]) =>
      csv([
        ['title', 'link', 'published', 'views'],
        ...dates.map((date, at) => [`t${at}`, 'https://youtu.be/AbCdEfGhI_1', date, '5']),
      ]);
    const unclear = await read('o.csv', other('7/8/2026'));
    expect(unclear.readings[0]?.post.publishedAt).toBeNull();
    expect(unclear.skipped[0]?.reason).toMatch(/one way/);
    const proved = await read('o.csv', other('7/8/2026', '23/8/2026'));
    expect(proved.readings.map((one) => one.post.publishedAt?.slice(0, 10))).toEqual(['2026-08-07', '2026-08-23']);
  });
});

describe('files', () => {
  it.each([
    ['an archive without a table', zipSync({ 'readme.md': utf8('hello') }), /no table/],
    ['a damaged workbook', xlsx({ Sheet1: [['作品名称', '播放量']] }).slice(0, 300), /damaged/],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /workbook is damaged/],
    ['a web page', utf8('<!DOCTYPE html><table><tr><td>1</td></tr></table>'), /web page/],
    ['a table of something else', utf8('name,price\napple,3\n'), /not a file this version understands/],
    ['a table of posts of nobody knows which platform', utf8('title,published,views\na,2026-05-25,3\n'), /choose the platform/],
  ])('%s is refused in words', async (_, bytes, message) => {
    await expect(read('file', bytes)).rejects.toThrow(message);
  });

  it('a table of posts is read when the user says its platform', async () => {
    const result = await read('a.csv', 'title,published,views,saves\na,2026-05-25,3,1\n', { platform: 'weibo' });
    expect(result.readings[0]).toMatchObject({
      platform: 'weibo',
      page: 'import/table',
      post: { title: 'a', publishedAt: '2026-05-25T00:00:00+08:00' },
    });
  });

  it('any bytes are refused or read, never a crash of another kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('', 'PK\u0003\u0004', '\u001f\u008b\u0008', '{"a":', 'title,published_at,views\n', '\ufeffsep=,\n'),
        async (noise, start) => {
          const bytes = new Uint8Array([...Uint8Array.from(start, (char) => char.charCodeAt(0)), ...noise]);
          const result = await read('file', bytes).catch((error: unknown) => error);
          if (!(result instanceof ImportError)) expect(result).toHaveProperty('readings');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('a title longer than any platform allows is not taken', async () => {
    const result = await read('a.csv', `title,published_at,views\n${'x'.repeat(30_000)},2026-05-25,3\nb,2026-05-25,4\n`);
    expect(result.readings.map((one) => one.post.title)).toEqual(['b']);
    expect(result.skipped).toHaveLength(1);
  });
});
