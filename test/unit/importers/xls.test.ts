import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../core/importers';
import { read, short } from './make';

/**
 * A company page's posts as LinkedIn gives them, made by a spreadsheet library: 120 posts, every third title Chinese, so that the
 * shared texts run over several records; every other click-through rate formatted as a percentage.
 */
const bytes = new Uint8Array(readFileSync(new URL('files/linkedin-company.xls', import.meta.url)));
const title = (at: number) => (at % 3 === 0 ? `薄荷日记 第${at}期 🌿 ` : `Mint diary ${at} – café `) + 'long '.repeat(at % 40);

describe('LinkedIn company page .xls', () => {
  it('is read as it lies there, the sheet of days and the note above the header left aside', async () => {
    const result = await read('page_content_1799.xls', bytes);
    expect(result.format).toBe('import/linkedin-company');
    expect(result.skipped).toEqual([{ line: 0, reason: 'Metrics: no row has column names this version knows' }]);
    expect(result.unknownColumns).toEqual([]);
    expect(short(result)).toEqual(
      Array.from({ length: 120 }, (_, at) => ({
        id: `73800000000000${String(at).padStart(5, '0')}`,
        title: title(at),
        at: '2026-10-13T00:00:00+08:00',
        precision: 'day',
        impressions: 1000 + at,
        clickThroughRate: expect.closeTo((at % 100) / 1000, 12),
        likes: 10 + at,
        comments: 2,
        reposts: 1,
        followersGained: 0,
        engagementRate: expect.closeTo(0.0125 * (at % 4), 12),
      })),
    );
  });

  it('cut off anywhere is refused, or read right', async () => {
    const whole = short(await read('a.xls', bytes));
    for (let length = 8; length < bytes.length; length += 4999) {
      const result = await read('a.xls', bytes.slice(0, length)).catch((error: unknown) => error);
      if (result instanceof ImportError) continue;
      expect(short(result as Awaited<ReturnType<typeof read>>), `first ${length} bytes`).toEqual(whole);
    }
  });

  it('damaged anywhere is refused or read, never a crash of another kind', async () => {
    for (let at = 8; at < bytes.length; at += 4999) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      const result = await read('a.xls', damaged).catch((error: unknown) => error);
      if (!(result instanceof ImportError)) expect(result, `byte ${at}`).toHaveProperty('readings');
    }
  });
});
