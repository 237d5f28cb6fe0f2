/** Whatever is given to a reader of files: a value that fits, or a refusal in words; never a crash of another kind. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propose } from '../../../core/dashboards/generic';
import { readCalendar } from '../../../core/engine/calendar/ics';
import { ImportError, openBackup } from '../../../core/importers';
import { readMoney } from '../../../core/importers/money';
import { documentRow } from '../../../core/model/documents';
import { parseReading } from '../../../core/model/schemas';
import { openPage } from '../../dashboards/harness';
import { NOW, read, utf8 } from './make';
import { sampleFiles } from './samples';
import { xls } from './xls-file';

/** Texts that are nearly what is expected, from pieces of it and from anything. */
const nearly = (pieces: readonly string[], maxLength = 25) =>
  fc
    .array(
      fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }),
      {
        maxLength,
      },
    )
    .map((parts) => parts.join(''));
const rounds = { numRuns: 150 };

describe('anything', () => {
  it('as a calendar', () => {
    const pieces = [
      'BEGIN:VEVENT\r\n',
      'END:VEVENT\r\n',
      'DTSTART:',
      'DTSTART;TZID=',
      '20260525T144300',
      'Z',
      '\r\n',
      '\n ',
      'SUMMARY:',
      'RRULE:',
      '99999999',
      '"',
      ';',
      ':',
      '\\n',
      'UID:a',
    ];
    fc.assert(
      fc.property(nearly(pieces), fc.boolean(), (text, headed) => {
        try {
          const { events } = readCalendar(`${headed ? 'BEGIN:VCALENDAR\r\n' : ''}${text}`, 'Asia/Shanghai');
          for (const { at } of events) expect(Number.isFinite(at)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect((error as Error).message).toBe('not a calendar file');
        }
      }),
      rounds,
    );
  });

  it('as a money table: an entry that is read is one that can be kept', () => {
    const pieces = [
      'revenue',
      'cost',
      ',',
      '\n',
      '"',
      '12.5',
      '-1',
      '1e9',
      '¥',
      'EUR',
      '2026-05-25',
      '收入',
      '团队',
      '__proto__',
      ';',
      '1,234.5',
      '∞',
      '0',
    ];
    const header = 'date,type,source,category,amount,currency,note,platform,account\n';
    fc.assert(
      fc.property(nearly(pieces), fc.uint8Array({ maxLength: 20 }), fc.boolean(), (text, noise, headed) => {
        try {
          const bytes = new Uint8Array([...utf8(`${headed ? header : ''}${text}`), ...noise]);
          for (const entry of readMoney(bytes, { now: NOW, currency: 'EUR' }).entries) documentRow('money', entry);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      rounds,
    );
  });

  it('as an old workbook, with bytes changed wherever', async () => {
    const good = xls([
      [
        ['作品名称', '发布时间', '播放量'],
        ['一', '2026-05-25 14:43:00', 5],
      ],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        async (changes) => {
          const bytes = good.slice();
          for (const [at, value] of changes) bytes[at] = value;
          const got = await read('a.xls', bytes, { platform: 'douyin' }).catch((error: unknown) => error);
          if (got instanceof ImportError) return;
          for (const one of (got as Awaited<ReturnType<typeof read>>).readings) expect(parseReading(one).ok).toBe(true);
        },
      ),
      rounds,
    );
  });

  it('behind the head of a raw copy: it is said what that is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (rest) => {
        await expect(read('a.jsonl', `{"format":"post-almanac-raw","version":2}\n${rest}`)).rejects.toThrow(
          /^This is a raw copy/,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('as a backup: bytes, and lines that nobody wrote', async () => {
    const backup = (await sampleFiles()).find(({ name }) => name === 'backup.gz')?.bytes ?? new Uint8Array();
    const opened = (bytes: Uint8Array) => {
      try {
        return openBackup(bytes).records;
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
        return null;
      }
    };
    expect(opened(backup)).toBe(3);
    const lines = [
      '{"format":"post-almanac-backup","version":1}',
      '{"end":true,"records":0,"sha256":""}',
      '{"kind":"post"}',
      '\n',
      'null',
      '[]',
      '{"en',
      '1e999',
    ];
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        nearly(lines, 8),
        fc.nat(backup.length - 1),
        fc.nat(255),
        (noise, text, at, value) => {
          expect(opened(noise)).toBeNull();
          expect(opened(new Uint8Array(gzipSync(text)))).toBeNull();
          const changed = backup.slice();
          changed[at] = value;
          // Names and times in the head of a gzip file are no contents.
          expect([null, 3]).toContain(opened(changed));
        },
      ),
      rounds,
    );
  });

  it('as a page of one’s own', () => {
    const cell = nearly(['播放量', '1.2万', '2026-05-25', '12:30', 'Views', '<b>', '&amp;', '3,456', '-', '<td>', '</tr>'], 3);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 }), (rows) => {
        const table = rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('');
        const url = 'https://example.com/posts';
        const found = propose(openPage(`<body><table>${table}</table></body>`, url), url, { now: NOW, zone: 'UTC' });
        expect(Array.isArray(found)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
