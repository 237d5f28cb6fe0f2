/** Short cuts must answer as the long way does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clean, cleanWithPositions } from '../../../core/text/clean';
import { readDate } from '../../../core/text/dates';
import '../../../core/text/languages';
import { mayHoldStatus, statusOf } from '../../../core/text/status';

const UNITS = ['a', '播', '放', ' ', '\t', '\u00a0', '\u00ad', '\u200b', '\u3000', 'Ａ', '１', '٣', '😀', '가', '!'];

test('a text is cleaned the same, whether or not there is anything to clean', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...UNITS)), (units) => {
      const text = units.join('');
      expect(clean(text)).toBe(cleanWithPositions(text).text);
    }),
  );
});

test('every status is found in the middle of a text', () => {
  const source = ['status', 'languages']
    .map((file) => readFileSync(join(import.meta.dirname, `../../../core/text/${file}.ts`), 'utf8'))
    .join();
  const words = [...source.matchAll(/'([^'\n]*\|[^'\n]*)'/g)].flatMap(([, list = '']) => list.split('|'));
  const statuses = words.filter((word) => statusOf(word) !== null);
  expect(statuses.length).toBeGreaterThan(100);
  for (const word of statuses) expect(`${word}: ${mayHoldStatus(`番茄 12${word.toUpperCase()} 3`)}`).toBe(`${word}: true`);
  expect(mayHoldStatus('番茄焖饭 12 3 4.5%')).toBe(false);
});

test('English months are read by name and abbreviation, before all other languages', () => {
  const context = { now: Date.parse('2026-12-31T12:00:00Z'), zone: 'UTC' };
  for (let month = 0; month < 12; month++) {
    for (const style of ['long', 'short'] as const) {
      const name = new Intl.DateTimeFormat('en', { month: style, timeZone: 'UTC' }).format(Date.UTC(2026, month, 1));
      expect(readDate(`${name} 7, 2026`, context)?.at.slice(0, 10)).toBe(`2026-${String(month + 1).padStart(2, '0')}-07`);
    }
  }
  expect(readDate('Sept. 7, 2026', context)?.at.slice(0, 10)).toBe('2026-09-07');
});
