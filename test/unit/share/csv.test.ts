import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importFile } from '../../../core/importers';
import { guard, joinLabels, splitLabels, unguard } from '../../../core/model/cells';
import { joinReadings } from '../../../core/model/identity';
import { latestMetrics } from '../../../core/model/latest';
import type { Metrics, Reading } from '../../../core/model/reading';
import { writeCsv } from '../../../core/share/csv';
import { writeJsonl } from '../../../core/share/jsonl';

const SEEN = '2026-06-30T04:00:00.000Z';
const reading = (post: Partial<Reading['post']>, metrics: Metrics): Reading => ({
  platform: 'douyin',
  page: 'douyin/content-list',
  account: '林间',
  post: {
    id: null,
    title: 'a',
    url: null,
    publishedAt: '2026-05-25T14:43:00+08:00',
    publishedPrecision: 'minute',
    format: 'video',
    durationSeconds: 12,
    status: 'published',
    statusText: null,
    tags: [],
    ...post,
  },
  metrics,
  seenAt: SEEN,
});
const exact = (value: number) => ({ value, low: value, high: value, raw: String(value) });
async function written(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
const csvOf = (readings: Reading[], options = {}) => written(writeCsv([joinReadings(readings)], options));
const read = (text: string) =>
  importFile('posts.csv', new TextEncoder().encode(text), { now: Date.parse(SEEN), zone: 'Asia/Shanghai' });

describe('own CSV', () => {
  test('begins with a mark, ends lines with CRLF, leaves absent cells empty and guards text, not numbers', async () => {
    const text = await csvOf([
      reading(
        { title: '=1+1, "x"\nline' },
        {
          views: exact(0),
          followersNet: exact(-3),
          completionRate: { value: 0.0769, low: 0.07685, high: 0.07695, raw: '7.69%' },
        },
      ),
    ]);
    const [header = '', ...rest] = text.split('\r\n');
    expect(header.startsWith('\uFEFFplatform,account,post_id,title,')).toBe(true);
    expect(rest.join('\r\n')).toContain(
      'douyin,林间,,"\'=1+1, ""x""\nline",,video,2026-05-25T14:43:00+08:00,minute,12,published,,,,,',
    );
    const columns = header.split(',');
    const cells = rest
      .join('\r\n')
      .trimEnd()
      .split(',')
      .slice(-(columns.length - 16));
    const value = (name: string) => cells[columns.indexOf(name) - 16];
    expect([value('views'), value('likes'), value('followersNet'), value('completionRate')]).toEqual(['0', '', '-3', '0.0769']);
  });

  const word = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=cmd', "'=x", '＝1', '@me', '\tx', '-', '🏠 日常｜', '"q"', 'a\r\nb', '12345678901234567890'),
  );
  test('guarding is undone exactly, labels too', () => {
    fc.assert(fc.property(word, (text) => unguard(guard(text)) === text));
    const label = word.map((text) => text.trim()).filter(Boolean);
    fc.assert(fc.property(fc.array(label), (labels) => void expect(splitLabels(joinLabels(labels))).toEqual(labels)));
  });

  const amount = fc.oneof(fc.nat(), fc.constantFrom(0, 12_000, 2 ** 53 - 1));
  const figure = fc
    .tuple(amount, fc.nat({ max: 500 }))
    .map(([value, half]) => ({ value, low: Math.max(0, value - half), high: value + half, raw: String(value) }));
  const post = fc.record({
    id: fc.option(fc.stringMatching(/^[-\w]{1,24}$/)),
    title: word,
    minute: fc.integer({ min: 0, max: 2_000_000 }),
    metrics: fc.record(
      { views: figure, likes: figure, saves: figure, clickThroughRate: fc.double({ min: 0, max: 1, noNaN: true }).map(exact) },
      { requiredKeys: [] },
    ),
  });
  test('what is written is read back: titles, ids, times, absence, zero and intervals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(post, { selector: ({ minute }) => minute, maxLength: 20 }), async (posts) => {
        const readings = posts.map(({ id, title, minute, metrics }) =>
          reading({ id, title, publishedAt: new Date(1.7e12 + minute * 60_000).toISOString() }, metrics as Metrics),
        );
        const known = joinReadings(readings);
        const result = await read(await csvOf(readings, { intervals: true }));
        expect(result.skipped).toEqual([]);
        expect(
          result.readings.map(({ post, metrics }) => [post.id, post.title, Date.parse(post.publishedAt ?? ''), figures(metrics)]),
        ).toEqual(
          known.map((one) => [one.post.id, one.post.title, Date.parse(one.post.publishedAt ?? ''), figures(latestMetrics(one))]),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('any column order and any subset with a time and a metric; the rest is named', async () => {
    const { readings, unknownColumns } = await read('likes,mood,published_at,title\n3,good,2026-05-25,"a, b"\n');
    expect(unknownColumns).toEqual(['mood']);
    expect(readings[0]).toMatchObject({
      platform: 'other',
      post: { title: 'a, b', publishedAt: '2026-05-25T00:00:00+08:00', publishedPrecision: 'day' },
      metrics: { likes: exact(3) },
    });
  });

  test.each([
    ['a cell too few', 'published_at,views,likes\n2026-05-25,1\n', /2 cells under 3 columns/],
    ['a time that is none', 'published_at,views\nyesterday,1\n', /is no time/],
    ['a negative count', 'published_at,views\n2026-05-25,-1\n', /views "-1" is no count/],
    ['half a post', 'published_at,views\n2026-05-25,1.5\n', /is no count/],
    ['grouped digits', 'published_at;views\n2026-05-25;1.234,5\n', /is no count/],
    ['a column twice', 'published_at,views,views\n2026-05-25,1,2\n', /stands twice/],
  ])('%s is refused with its line', async (_, text, reason) => {
    const { skipped, readings } = await read(text);
    expect(skipped).toEqual([{ line: 2, reason: expect.stringMatching(reason) }]);
    expect(readings.flatMap(({ metrics }) => Object.keys(metrics))).toEqual([]);
  });

  test.each([
    ['an empty file', '', /is empty/],
    ['a file of something else', 'name,price\napple,3\n', /not a file this version understands/],
    ['a file cut off inside a cell', 'published_at,views,title\n2026-05-25,1,"half a ti', /cut off/],
  ])('%s is said to be so', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });

  test('files saved by spreadsheet programs in China and by old Windows programs are read', async () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...[...'title,published_at,views\n厨房,2026-05-25,7\n'].flatMap((char) => [
        char.charCodeAt(0) & 255,
        char.charCodeAt(0) >> 8,
      ]),
    ]);
    const gb = new Uint8Array([...new TextEncoder().encode('published_at,views,title\n2026-05-25,7,'), 0xb3, 0xf8, 0xb7, 0xbf]);
    for (const bytes of [utf16, gb]) {
      const { readings } = await importFile('x.csv', bytes, { now: 0, zone: 'UTC' });
      expect(readings.map(({ post, metrics }) => [post.title, metrics.views?.value])).toEqual([['厨房', 7]]);
    }
  });
});

describe('JSON lines', () => {
  test('every look is written as a reading and read back the same', async () => {
    const readings = [reading({ id: '7527623000473079054' }, { views: { value: 12000, low: 11500, high: 12500, raw: '1.2万' } })];
    const text = await written(writeJsonl([joinReadings(readings)], { history: true }));
    expect((await read(text)).readings).toEqual(readings);
  });
  test('a broken line is named, the others are kept', async () => {
    const text = await written(writeJsonl([joinReadings([reading({}, { views: exact(1) })])], { history: true }));
    const { readings, skipped } = await read(`${text}{"platform":\n${text}`);
    expect(readings.length).toBe(2);
    expect(skipped).toEqual([{ line: 2, reason: expect.stringContaining('not JSON') }]);
  });
});

function figures(metrics: Metrics): Record<string, [number, number, number]> {
  return Object.fromEntries(Object.entries(metrics).map(([name, { value, low, high }]) => [name, [value, low, high]]));
}
