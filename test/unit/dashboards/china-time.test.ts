import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaTime } from '../../../core/dashboards/china-time';
import { readDate } from '../../../core/text/dates';

const zone = 'Asia/Shanghai';
const two = (value: number) => String(value).padStart(2, '0');

test('says what readDate says, or leaves the text to it', () => {
  const part = (most: number) => fc.integer({ min: 0, max: most });
  const shapes = fc.constantFrom(['-', '-', ''], ['年', '月', '日'], ['/', '/', '']);
  fc.assert(
    fc.property(
      fc.integer({ min: 1970, max: 2080 }),
      part(13),
      part(32),
      part(25),
      part(61),
      fc.option(part(61)),
      shapes,
      fc.constantFrom('', '发布于', '发布于 '),
      (year, month, day, hour, minute, second, [a, b, c], before) => {
        const text = `${before}${year}${a}${two(month)}${b}${two(day)}${c} ${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
        const quick = chinaTime(text, zone);
        if (quick) expect(quick).toEqual(readDate(text, { now: 0, zone }));
      },
    ),
    { numRuns: 2000 },
  );
});

test.each(['2026-05-25 14:43', '2026年05月25日 14:43', '发布于 2026-05-28 09:03:19', '发布于2026-05-28 14:05'])(
  'knows %s',
  (text) => {
    expect(chinaTime(text, zone)).toEqual(readDate(text, { now: 0, zone }));
    expect(chinaTime(text, zone)).not.toBeNull();
  },
);

test.each(['2026-02-30 10:00', '2026-05-25 24:00', '2026-05-25', '1990-05-25 14:43', '2026/05/25 14:43'])('leaves %s', (text) => {
  expect(chinaTime(text, zone)).toBeNull();
});

test('knows no other zone', () => {
  expect(chinaTime('2026-05-25 14:43', 'Asia/Tokyo')).toBeNull();
});
