import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityKey, joinReadings } from '../../../core/model/identity';
import type { Labels } from '../../../core/model/labels';
import type { KnownPost } from '../../../core/model/post';
import type { Figure, Reading } from '../../../core/model/reading';
import { writeCsv } from '../../../core/share/csv';
import { writeJsonl } from '../../../core/share/jsonl';
import { writeParquet } from '../../../core/share/parquet';
import { writeXlsx } from '../../../core/share/xlsx';
import { HOUR, iso, MINUTE, reading, T0 } from '../store/sample';
import { read } from './make';

async function bytesOf(pieces: AsyncIterable<string | Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const piece of pieces) chunks.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
  return Buffer.concat(chunks);
}

const figure: fc.Arbitrary<Figure> = fc.oneof(
  fc.nat().map((value) => ({ value, low: value, high: value, raw: String(value) })),
  fc.constant({ value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' }),
);
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('=1+1', "'=x", '＠me', '\tx', 'a\r\nb', ' padded ', '_x0041_', '\u0007', '007', 'true', '1e5'),
);
const posts: fc.Arbitrary<KnownPost[]> = fc
  .uniqueArray(
    fc.record({
      minute: fc.nat({ max: 100_000 }),
      hasId: fc.boolean(),
      title: text,
      looks: fc.array(
        fc.record({
          views: fc.option(figure),
          likes: fc.option(figure),
          clickThroughRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
          followersNet: fc.option(fc.integer()),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      revenue: fc.option(fc.integer({ min: -100, max: 100 })),
      pillar: fc.option(text.filter((one) => one.trim() === one && one !== '')),
      labels: fc.array(
        text.map((one) => one.trim()).filter((one) => one !== ''),
        { maxLength: 3 },
      ),
    }),
    { selector: ({ minute }) => minute, maxLength: 8 },
  )
  .map((list) => {
    const labels = new Map<string, Labels>();
    const readings = list.flatMap(({ minute, hasId, title, looks, revenue, pillar, labels: free }) =>
      looks.map(({ views, likes, clickThroughRate, followersNet }, at): Reading => {
        const id = hasId ? String(10n ** 18n + BigInt(minute)) : null;
        const one = reading({ id, title, publishedAt: iso(T0 - minute * MINUTE) }, {}, { seenAt: iso(T0 + at * HOUR) });
        const exact = (value: number): Figure => ({ value, low: value, high: value, raw: String(value) });
        one.metrics = {
          ...(views && { views }),
          ...(likes && { likes }),
          ...(clickThroughRate !== null && { clickThroughRate: exact(clickThroughRate) }),
          ...(followersNet !== null && { followersNet: exact(followersNet) }),
          ...(revenue !== null && {
            revenue: { value: revenue, low: revenue - 0.5, high: revenue + 0.5, raw: `€${revenue}`, currency: 'EUR' },
          }),
        };
        labels.set(identityKey(one), {
          ...(pillar !== null && { pillar }),
          ...(free.length > 0 && { labels: free }),
          commercial: true,
        });
        return one;
      }),
    );
    return joinReadings(readings, labels);
  });

/** What every format carries of a look. */
const brief = (known: readonly KnownPost[]) =>
  known
    .map(({ platform, account, post, labels, snapshots }) => ({
      platform,
      account,
      id: post.id,
      title: post.title,
      at: Date.parse(post.publishedAt ?? ''),
      labels,
      looks: snapshots.map(({ seenAt, page, metrics }) => ({
        seenAt,
        page,
        metrics: Object.fromEntries(
          Object.entries(metrics).map(([name, { value, low, high, currency }]) => [name, { value, low, high, currency }]),
        ),
      })),
    }))
    .sort((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('what is exported comes back', () => {
  it.each([
    ['CSV', (known: KnownPost[]) => writeCsv([known], { history: true, intervals: true })],
    ['a workbook', (known: KnownPost[]) => writeXlsx([known])],
  ])('as %s: every look, interval, currency, label, and absence', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(posts, async (known) => {
        const result = await read('file', await bytesOf(write(known)));
        expect(result.skipped).toEqual([]);
        expect(result.unknownColumns).toEqual([]);
        // An empty file of ours has no row and no reading.
        expect(brief(joinReadings(result.readings, result.labels))).toEqual(brief(known));
      }),
      { numRuns: 40 },
    );
  });

  it('as JSON lines', async () => {
    await fc.assert(
      fc.asyncProperty(posts, async (known) => {
        if (known.length === 0) return;
        const result = await read('file', await bytesOf(writeJsonl([known], { history: true })));
        const plain = known.map((post) => ({ ...post, labels: {} }));
        expect(brief(joinReadings(result.readings))).toEqual(brief(plain));
      }),
      { numRuns: 20 },
    );
  });

  it('not as Parquet, which is for other programs: that is said', async () => {
    await expect(read('posts.parquet', await bytesOf(writeParquet([[]])))).rejects.toThrow(/Parquet/);
  });
});
