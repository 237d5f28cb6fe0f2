/**
 * Gregorian dates of the lunar festivals of China, 2020–2035, by the rules of GB/T 33661-2017 (the month begins on the day of the
 * new moon in China time). A table and not `Intl`: browsers' lunar calendars are a day off in 2027 and 2030, where the new moon
 * falls within minutes of midnight. The tests compute every new moon anew (Meeus, Astronomical Algorithms, chapter 49).
 */

export type LunarFestival = 'springFestival' | 'dragonBoat' | 'qixi' | 'midAutumn';

/** Day of the lunar month on which each is held. */
export const LUNAR_DAY: Record<LunarFestival, number> = { springFestival: 1, dragonBoat: 5, qixi: 7, midAutumn: 15 };

/** `MM-DD`. */
export const LUNAR_DATES: Record<number, Record<LunarFestival, string>> = {
  2020: { springFestival: '01-25', dragonBoat: '06-25', qixi: '08-25', midAutumn: '10-01' },
  2021: { springFestival: '02-12', dragonBoat: '06-14', qixi: '08-14', midAutumn: '09-21' },
  2022: { springFestival: '02-01', dragonBoat: '06-03', qixi: '08-04', midAutumn: '09-10' },
  2023: { springFestival: '01-22', dragonBoat: '06-22', qixi: '08-22', midAutumn: '09-29' },
  2024: { springFestival: '02-10', dragonBoat: '06-10', qixi: '08-10', midAutumn: '09-17' },
  2025: { springFestival: '01-29', dragonBoat: '05-31', qixi: '08-29', midAutumn: '10-06' },
  2026: { springFestival: '02-17', dragonBoat: '06-19', qixi: '08-19', midAutumn: '09-25' },
  2027: { springFestival: '02-06', dragonBoat: '06-09', qixi: '08-08', midAutumn: '09-15' },
  2028: { springFestival: '01-26', dragonBoat: '05-28', qixi: '08-26', midAutumn: '10-03' },
  2029: { springFestival: '02-13', dragonBoat: '06-16', qixi: '08-16', midAutumn: '09-22' },
  2030: { springFestival: '02-03', dragonBoat: '06-05', qixi: '08-05', midAutumn: '09-12' },
  2031: { springFestival: '01-23', dragonBoat: '06-24', qixi: '08-24', midAutumn: '10-01' },
  2032: { springFestival: '02-11', dragonBoat: '06-12', qixi: '08-12', midAutumn: '09-19' },
  2033: { springFestival: '01-31', dragonBoat: '06-01', qixi: '08-01', midAutumn: '09-08' },
  2034: { springFestival: '02-19', dragonBoat: '06-20', qixi: '08-20', midAutumn: '09-27' },
  2035: { springFestival: '02-08', dragonBoat: '06-10', qixi: '08-10', midAutumn: '09-16' },
};
