import { describe, expect, it } from 'vitest';
import { LUNAR_DATES, LUNAR_DAY, type LunarFestival } from '../../../../core/engine/season/lunar';

const DAY_MS = 86_400_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Julian ephemeris day of the k-th new moon after 2000 (Meeus 1998, chapter 49; periodic terms and the first planetary ones). */
function newMoon(k: number): number {
  const T = k / 1236.85;
  const E = 1 - 0.002516 * T - 0.0000074 * T * T;
  const M = radians(2.5534 + 29.1053567 * k - 0.0000014 * T * T);
  const m = radians(201.5643 + 385.81693528 * k + 0.0107582 * T * T);
  const F = radians(160.7108 + 390.67050284 * k - 0.0016118 * T * T);
  const O = radians(124.7746 - 1.56375588 * k + 0.0020672 * T * T);
  const terms: [number, number][] = [
    [-0.4072, m],
    [0.17241 * E, M],
    [0.01608, 2 * m],
    [0.01039, 2 * F],
    [0.00739 * E, m - M],
    [-0.00514 * E, m + M],
    [0.00208 * E * E, 2 * M],
    [-0.00111, m - 2 * F],
    [-0.00057, m + 2 * F],
    [0.00056 * E, 2 * m + M],
    [-0.00042, 3 * m],
    [0.00042 * E, M + 2 * F],
    [0.00038 * E, M - 2 * F],
    [-0.00024 * E, 2 * m - M],
    [-0.00017, O],
    [-0.00007, m + 2 * M],
    [0.00004, 2 * m - 2 * F],
    [0.00004, 3 * M],
    [0.00003, m + M - 2 * F],
    [0.00003, 2 * m + 2 * F],
    [-0.00003, m + M + 2 * F],
    [0.00003, m - M + 2 * F],
    [0.000325, radians(299.77 + 0.107408 * k - 0.009173 * T * T)],
    [0.000165, radians(251.88 + 0.016321 * k)],
    [0.000164, radians(251.83 + 26.651886 * k)],
    [0.000126, radians(349.42 + 36.412478 * k)],
    [0.00011, radians(84.66 + 18.206239 * k)],
    [0.000062, radians(141.74 + 53.303771 * k)],
    [0.00006, radians(207.14 + 2.453732 * k)],
    [0.000056, radians(154.84 + 7.30686 * k)],
    [0.000047, radians(34.52 + 27.261239 * k)],
    [0.000042, radians(207.19 + 0.121824 * k)],
    [0.00004, radians(291.34 + 1.844379 * k)],
    [0.000037, radians(161.72 + 24.198154 * k)],
    [0.000035, radians(239.56 + 25.513099 * k)],
    [0.000023, radians(331.55 + 3.592518 * k)],
  ];
  return (
    2451550.09766 + 29.530588861 * k + 0.00015437 * T * T + terms.reduce((total, [size, at]) => total + size * Math.sin(at), 0)
  );
}

/** About 70 s between dynamical and universal time in these years. */
const DELTA_T_DAYS = 70 / 86_400;
const chinaDay = (julian: number) => {
  const ms = (julian - DELTA_T_DAYS - 2440587.5) * DAY_MS + 8 * 3_600_000;
  return new Date(ms).toISOString().slice(0, 10);
};
const newMoonDays = new Set(
  Array.from({ length: 16 * 13 + 14 }, (_, i) => chinaDay(newMoon(Math.floor(-0.1 + 20 * 12.3685) - 8 + i))),
);

describe('lunar festivals', () => {
  it('fall on their day of a month that begins with the new moon in China', () => {
    const wrong = Object.entries(LUNAR_DATES).flatMap(([year, dates]) =>
      (Object.entries(dates) as [LunarFestival, string][]).flatMap(([festival, date]) => {
        const first = new Date(Date.parse(`${year}-${date}T00:00:00Z`) - (LUNAR_DAY[festival] - 1) * DAY_MS);
        return newMoonDays.has(first.toISOString().slice(0, 10)) ? [] : [`${festival} ${year}`];
      }),
    );
    expect(wrong).toEqual([]);
    expect(Object.keys(LUNAR_DATES)).toHaveLength(16);
  });

  it('agree with the lunar calendar of Intl but for the new moons at midnight', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'Asia/Shanghai', month: 'numeric', day: 'numeric' });
    const off = Object.entries(LUNAR_DATES).flatMap(([year, { springFestival }]) =>
      format.format(Date.parse(`${year}-${springFestival}T04:00:00Z`)) === '1/1' ? [] : [Number(year)],
    );
    expect(off.every((year) => year === 2027 || year === 2030)).toBe(true);
  });
});
