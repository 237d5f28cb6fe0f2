/**
 * Dated events of a market (operating plan B4): notes on charts, and columns of the content model, so that a festival is not
 * mistaken for the effect of what was posted in it. Dates only; which of them matter to an account its own posts must say.
 */
import type { Platform } from '../../model/platforms';
import { printedZone } from '../../model/platforms';
import type { Market, SeasonEvent } from '../../model/report-parts';
import { LUNAR_DATES, type LunarFestival } from './lunar';

const DAY_MS = 86_400_000;

/** Days since the epoch of a calendar date. */
const dayOf = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / DAY_MS;
const iso = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** First and last day, or null in a year without it. */
type Dates = (year: number) => [number, number] | null;
interface Rule {
  id: string;
  markets: readonly Market[];
  dates: Dates;
  /** Moves figures of most accounts for days: gets a column in the content model. */
  major?: true;
}

const between =
  (from: [number, number], to: [number, number] = from): Dates =>
  (year) => [dayOf(year, ...from), dayOf(year, ...to)];

const lunar =
  (festival: LunarFestival, before = 0, after = 0): Dates =>
  (year) => {
    const date = LUNAR_DATES[year]?.[festival];
    if (!date) return null;
    const day = Date.parse(`${year}-${date}T00:00:00Z`) / DAY_MS;
    return [day - before, day + after];
  };

/** The n-th weekday (0 Monday … 6 Sunday) of a month, shifted by some days. */
const nth =
  (month: number, weekday: number, n: number, shift = 0, length = 1): Dates =>
  (year) => {
    const first = dayOf(year, month, 1);
    // 1970-01-01 was a Thursday.
    const offset = (weekday - ((first + 3) % 7) + 7) % 7;
    const day = first + offset + (n - 1) * 7 + shift;
    return [day, day + length - 1];
  };

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, Meeus chapter 8). */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}
const easter =
  (from: number, to = from): Dates =>
  (year) => [easterSunday(year) + from, easterSunday(year) + to];

/** Qingming, the solar term at 15° of solar longitude: 4 or 5 April in China (rule of thumb good for 2001–2099). */
const qingming: Dates = (year) => {
  const y = year % 100;
  const day = dayOf(year, 4, Math.floor(0.2422 * y + 4.81) - Math.floor(y / 4));
  return [day, day];
};

const WEST = ['US', 'UK', 'EU'] as const;
const RULES: readonly Rule[] = [
  { id: 'springFestival', markets: ['CN'], dates: lunar('springFestival', 1, 6), major: true },
  { id: 'lanternFestival', markets: ['CN'], dates: (year) => lunar('springFestival', -14, 14)(year) },
  { id: 'womensDay', markets: ['CN'], dates: between([3, 8]) },
  { id: 'consumerDay', markets: ['CN'], dates: between([3, 15]) },
  { id: 'qingming', markets: ['CN'], dates: qingming },
  { id: 'labourDay', markets: ['CN'], dates: between([5, 1], [5, 5]) },
  { id: 'day520', markets: ['CN'], dates: between([5, 20]) },
  { id: 'childrensDay', markets: ['CN'], dates: between([6, 1]) },
  { id: 'dragonBoat', markets: ['CN'], dates: lunar('dragonBoat') },
  { id: 'gaokao', markets: ['CN'], dates: between([6, 7], [6, 10]) },
  { id: 'sale618', markets: ['CN'], dates: between([6, 1], [6, 18]), major: true },
  { id: 'qixi', markets: ['CN'], dates: lunar('qixi') },
  { id: 'backToSchoolCN', markets: ['CN'], dates: between([8, 25], [9, 5]) },
  { id: 'teachersDay', markets: ['CN'], dates: between([9, 10]) },
  { id: 'midAutumn', markets: ['CN'], dates: lunar('midAutumn') },
  { id: 'nationalDay', markets: ['CN'], dates: between([10, 1], [10, 7]), major: true },
  { id: 'double11', markets: ['CN'], dates: between([10, 20], [11, 11]), major: true },
  { id: 'double12', markets: ['CN'], dates: between([12, 12]) },
  { id: 'newYear', markets: ['CN', ...WEST], dates: (year) => [dayOf(year - 1, 12, 31), dayOf(year, 1, 1)] },
  { id: 'valentines', markets: ['CN', ...WEST], dates: between([2, 14]) },
  { id: 'easter', markets: WEST, dates: easter(-2, 1) },
  { id: 'mothersDayUK', markets: ['UK'], dates: easter(-21) },
  { id: 'mothersDay', markets: ['US', 'EU', 'CN'], dates: nth(5, 6, 2) },
  { id: 'fathersDay', markets: ['US', 'UK'], dates: nth(6, 6, 3) },
  { id: 'independenceDay', markets: ['US'], dates: between([7, 4]) },
  { id: 'backToSchool', markets: WEST, dates: between([8, 15], [9, 10]) },
  { id: 'halloween', markets: WEST, dates: between([10, 31]) },
  { id: 'thanksgiving', markets: ['US'], dates: nth(11, 3, 4) },
  { id: 'blackFriday', markets: WEST, dates: nth(11, 3, 4, 1, 4), major: true },
  { id: 'christmas', markets: WEST, dates: between([12, 20], [12, 26]), major: true },
];
export const SEASON_IDS: readonly string[] = RULES.map(({ id }) => id);

const CHINA = /^Asia\/(Shanghai|Chongqing|Harbin|Urumqi|Hong_Kong|Macau|Taipei)$|^PRC$/;

/** The markets whose calendar an account lives by: China on platforms that print China time, else by the creator's zone. */
export function marketsOf(platform: Platform, zone: string): Market[] {
  if (CHINA.test(printedZone(platform, zone))) return ['CN'];
  if (/^(America|US)\//.test(zone)) return ['US'];
  if (zone === 'Europe/London' || zone === 'GB') return ['UK'];
  if (zone.startsWith('Europe/')) return ['EU'];
  return [...WEST];
}

/** Events that touch the days `from`–`to` (days since the epoch, inclusive), by first day. One entry per event and year. */
export function seasonEvents(
  from: number,
  to: number,
  markets: readonly Market[],
  labels: Record<string, string>,
): SeasonEvent[] {
  const years = [new Date(from * DAY_MS).getUTCFullYear(), new Date(to * DAY_MS).getUTCFullYear() + 1] as const;
  const events: SeasonEvent[] = [];
  for (const { id, markets: held, dates } of RULES) {
    const market = markets.find((one) => held.includes(one));
    if (!market) continue;
    for (let year = years[0]; year <= years[1]; year++) {
      const span = dates(year);
      if (!span || span[1] < from || span[0] > to) continue;
      events.push({ id, from: iso(span[0]), to: iso(span[1]), label: labels[id] ?? id, market });
    }
  }
  return events.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

/** For each day (since the epoch) the major event it lies in, or null. Two at once: the one that began last. */
export function majorSeasons(days: readonly number[], markets: readonly Market[]): (string | null)[] {
  if (days.length === 0) return [];
  const [from, to] = days.reduce(([low, high], day) => [Math.min(low, day), Math.max(high, day)], [Infinity, -Infinity]);
  const spans: { id: string; from: number; to: number }[] = [];
  const first = new Date(from * DAY_MS).getUTCFullYear();
  const last = new Date(to * DAY_MS).getUTCFullYear();
  for (const { id, markets: held, dates, major } of RULES) {
    if (!major || !markets.some((market) => held.includes(market))) continue;
    for (let year = first; year <= last; year++) {
      const span = dates(year);
      if (span) spans.push({ id, from: span[0], to: span[1] });
    }
  }
  spans.sort((a, b) => b.from - a.from);
  return days.map((day) => spans.find((span) => day >= span.from && day <= span.to)?.id ?? null);
}
