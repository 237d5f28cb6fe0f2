import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDuration } from '../../../core/text/durations';

describe('durations', () => {
  test.each([
    ['01:53', 113],
    ['0:22', 22],
    ['1:02:03', 3723],
    ['00:06:32', 392],
    ['0:04:34', 274],
    ['103:20', 6200],
    ['16秒', 16],
    ['6.85秒', 6.85],
    ['1分5秒', 65],
    ['1小时2分', 3720],
    ['1시간 2분', 3720],
    ['6s', 6],
    ['2.12s', 2.12],
    ['2h 55m', 10500],
    ['13m 16s', 796],
    ['3h 14m 9s', 11649],
    ['1h:8m:13s', 4093],
    ['16h:26m:21s', 59181],
    ['2 Std. 5 Min.', 7500],
    ['5 giây', 5],
  ])('%j is %d s', (raw, seconds) => expect(readDuration(raw)).toBe(seconds));

  test.each([
    '',
    '12',
    '9张',
    '0:60',
    '1:75:00',
    '1h 75m',
    '5s 2m',
    '1.5h 3m',
    '12:3',
    '-5s',
    '1,234秒',
    'abc',
    '2026-05-25 14:43',
  ])('%j is none', (raw) => expect(readDuration(raw)).toBeNull());

  test('a clock is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360_000 }), (seconds) => {
        const two = (part: number) => String(part).padStart(2, '0');
        const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
        expect(readDuration(clock)).toBe(seconds);
      }),
    );
  });
});
