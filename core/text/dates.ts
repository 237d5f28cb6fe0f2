/**
 * Dates as dashboards print them (`facts/dashboards-china.md` 0, `facts/dashboards-west.md` 1.5, 2.5, 3.2, 4.4). A time is read in the
 * zone the caller names; a date without a time is midnight there, with precision `day`. Relative ages (`2h`, `昨天`) are no dates.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
import type { Precision } from '../model/reading';
import { clean, cleanWithPositions } from './clean';

/** `at`: ISO 8601 with offset. */
export type DateRead = { at: string; precision: Precision };
export interface DateContext {
  /** Milliseconds since the epoch: a date without a year is the latest past one. */
  now: number;
  /** IANA zone the page prints its times in. */
  zone: string;
  lang?: string | undefined;
  /** Order of `7/8/2026` where the file or page is known to use one. Without it and without a language, such a date is refused. */
  order?: 'dmy' | 'mdy' | undefined;
  /** The date lies ahead (a scheduled post): a date without a year is the next one. */
  ahead?: boolean | undefined;
}

/** How far a page's clock may run ahead of ours before a date without a year is taken for last year's. */
const CLOCK_SKEW_MS = 10 * 60_000;
const MONTH_LANGUAGES = ['en', 'en-GB', 'de', 'es', 'pt', 'fr', 'it', 'nl', 'ru', 'uk', 'pl', 'tr', 'id', 'cs', 'hr'];
let monthNames: Map<string, number> | undefined;
let weekdayNames: Set<string> | undefined;
const plainWord = (word: string) =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '');

const ENGLISH_MONTHS = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, at) => [[name, at + 1] as const, [name.slice(0, 3), at + 1] as const]),
);

/** Month names and abbreviations of a language, in the form that stands beside a day. */
function monthsOf(lang: string): [name: string, month: number][] {
  return (['long', 'short'] as const).flatMap((month) => {
    // With a day beside it, Slavic months take the form that dates are printed in.
    const format = new Intl.DateTimeFormat(lang, { month, day: 'numeric', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index): [string, number] => {
      const part = format.formatToParts(Date.UTC(2026, index, 1)).find(({ type }) => type === 'month');
      return [plainWord(part?.value ?? ''), index + 1];
    }).filter(([name]) => /^\p{L}+$/u.test(name));
  });
}

const ownMonths = new Map<string, ReadonlyMap<string, number>>();
/** The months of the page's language, which go before those of others: `lip` is June in Croatian and July in Polish. */
function monthsOfPage(lang: string): ReadonlyMap<string, number> {
  let months = ownMonths.get(lang);
  if (!months) {
    try {
      const tag = lang.replaceAll('_', '-');
      months = new Map(Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0 ? monthsOf(tag) : []);
    } catch {
      months = new Map(); // Not a language tag.
    }
    ownMonths.set(lang, months);
  }
  return months;
}

/** Number of a month name or its abbreviation, 1–12. The names are the runtime's own, so no table is carried. */
function monthOf(word: string, lang: string | undefined): number | undefined {
  // The most common, without asking the runtime for those of all languages. English ones mean nothing else in any of them.
  const english = ENGLISH_MONTHS.get(word.toLowerCase().replace(/\.$/, ''));
  if (english !== undefined) return english;
  const name = plainWord(word);
  const own = lang && !/^(?:en|zh|ja|ko)\b/i.test(lang) ? monthsOfPage(lang).get(name) : undefined;
  if (own !== undefined) return own;
  if (!monthNames) {
    monthNames = new Map([['sept', 9]]);
    // A word that is two months in two languages says nothing.
    for (const [known, month] of MONTH_LANGUAGES.flatMap(monthsOf))
      monthNames.set(known, (monthNames.get(known) ?? month) === month ? month : 0);
  }
  return monthNames.get(name) || undefined;
}

function isWeekday(word: string): boolean {
  weekdayNames ??= new Set(
    MONTH_LANGUAGES.flatMap((lang) =>
      (['long', 'short'] as const).flatMap((weekday) => {
        const format = new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' });
        return Array.from({ length: 7 }, (_, day) => plainWord(format.format(Date.UTC(2026, 0, day + 1))));
      }),
    ),
  );
  return weekdayNames.has(plainWord(word));
}

const orders = new Map<string, 'dmy' | 'mdy' | undefined>();
/** Whether a language prints the day or the month first, by CLDR; undefined when neither or unknown. */
function orderOfLanguage(lang: string | undefined): 'dmy' | 'mdy' | undefined {
  if (!lang) return undefined;
  if (!orders.has(lang)) {
    let order: string | undefined;
    try {
      const tag = lang.replaceAll('_', '-');
      if (Intl.DateTimeFormat.supportedLocalesOf([tag]).length > 0)
        order = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'numeric', day: 'numeric' })
          .formatToParts(0)
          .map(({ type }) => (type === 'literal' ? '' : type.charAt(0)))
          .join('');
    } catch {
      // Not a language tag: no evidence.
    }
    orders.set(lang, order === 'dmy' || order === 'mdy' ? order : undefined);
  }
  return orders.get(lang);
}

const HALF_BEFORE = '上午|下午|凌晨|早上|晚上|午前|午後|오전|오후';
const HALF_AFTER = '[ap]\\.? ?m\\.?|CH|SA';
const CLOCK = `(?:(?<before>${HALF_BEFORE})\\s*)?(?<hour>\\d{1,2})(?:(?::|\\s?[h时時点點시]\\s?)(?<minute>\\d{2})(?:(?::|\\s?[分분]\\s?)(?<second>\\d{2})(?:\\.\\d{1,9})?)?\\s?[分秒분초]?)(?:\\s*(?<after>${HALF_AFTER})(?![\\p{L}]))?(?:\\s?Uhr)?`;
const OFFSET = '\\s?(?<offset>Z|(?:UTC|GMT)?[+-](?:0\\d|1[0-4]):?\\d{2})(?!\\d)';
const WEEKDAY =
  '(?:\\s?[(（]\\p{L}{1,9}\\.?[)）]|\\s?(?:星期|周|週)[一二三四五六日天]|\\s?[日月火水木金土]曜日?|\\s?[일월화수목금토]요일)?';
const BETWEEN = '(?:T|\\s?[,،·•|]?\\s?(?:at|um|à|a las|às|alle|в|о|lúc)?\\s?)';
const TAIL = `${WEEKDAY}(?:${BETWEEN}${CLOCK}(?:${OFFSET})?)?(?![\\d:%]|[^\\P{L}\\p{Lo}])`;
const DAY = '(?<day>\\d{1,2})';
const WORD = '(?<!\\p{L})(?<word>\\p{L}{3,12}\\.?)';

/** Ways of writing a date, most telling first. Groups: year, month or word, day; a and b where the order must be settled. */
const FORMS = [
  `(?<year>\\d{4})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>${DAY}(?!\\.\\d)`,
  `(?<year>\\d{4})\\s?[年년]\\s?(?<month>\\d{1,2})\\s?[月월]\\s?${DAY}\\s?[日号號일]?`,
  `(?<year>\\d{4})\\. (?<month>\\d{1,2})\\. ${DAY}\\.?`,
  `(?<![年년]\\s?)(?<month>\\d{1,2})\\s?[月월]\\s?${DAY}\\s?[日号號일]`,
  `${DAY}\\.(?<month>\\d{1,2})\\.(?<year>\\d{4})`,
  `(?<a>\\d{1,2})(?<mark>[/-])(?<b>\\d{1,2})\\k<mark>(?<year>\\d{4})`,
  `(?:ngày )?${DAY} (?:tháng|thg) (?<month>\\d{1,2})(?:(?:,| năm)? (?<year>\\d{4})(?!:))?`,
  `${WORD} ${DAY}(?:st|nd|rd|th)?(?:,? (?<year>\\d{4})(?!:))?`,
  `${DAY}(?:st|nd|rd|th|er|\\.|º)? ?(?:de )?${WORD},?(?: (?:de |del )?(?<year>\\d{4})(?!:)(?: г\\.| р\\.)?)?`,
].map((form) => new RegExp(`(?<!\\d|\\d[.,:]|[/-])(?:${form})${TAIL}`, 'giu'));

/** What a text must hold for a form to be there at all, in the forms' order: most texts are one of them or none. */
const NEEDS = [
  /\d[-/.]\d{1,2}[-/.]\d/,
  /\d\s?[年년]/,
  /\d\. \d/,
  /\d\s?[月월]/,
  /\d\.\d{1,2}\.\d/,
  /\d[/-]\d{1,2}[/-]\d/,
  /\d th/i,
  /\p{L}{3}\.? \d|\p{L}{3}\.?\d/u,
  /\d(?:st|nd|rd|th|er|\.|º)? ?(?:de )?\p{L}{3}/iu,
];

interface Local {
  year: number | undefined;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  precision: Precision;
  offset: string | undefined;
}

const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));

/** The clock of a match: null when it is no time of day, midnight when there is none. */
function clockOf(groups: Record<string, string | undefined>): Pick<Local, 'hour' | 'minute' | 'second' | 'precision'> | null {
  if (groups.hour === undefined) return { hour: 0, minute: 0, second: 0, precision: 'day' };
  let hour = Number(groups.hour);
  const minute = Number(groups.minute ?? 0);
  const second = Number(groups.second ?? 0);
  const half = (groups.before ?? groups.after)?.toLowerCase();
  if (half !== undefined) {
    if (hour > 12) return null;
    const afternoon = /^(?:p|ch|下午|晚上|午後|오후)/.test(half);
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || second > 59) return null;
  return { hour, minute, second, precision: groups.second === undefined ? 'minute' : 'second' };
}

function localOf(groups: Record<string, string | undefined>, context: DateContext): Local | null {
  const clock = clockOf(groups);
  if (!clock) return null;
  let month = groups.word === undefined ? number(groups.month) : monthOf(groups.word, context.lang);
  let day = number(groups.day);
  if (groups.a !== undefined) {
    const [a, b] = [Number(groups.a), Number(groups.b)];
    const told = context.order;
    const order = told ?? (a > 12 ? 'dmy' : b > 12 ? 'mdy' : orderOfLanguage(context.lang));
    if (order === undefined) return null;
    [day, month] = order === 'dmy' ? [a, b] : [b, a];
  }
  if (month === undefined || day === undefined) return null;
  return { year: number(groups.year), month, day, ...clock, offset: groups.offset };
}

/** Whether the calendar has that day, in a year people post in. */
function exists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1990 && year <= 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

let systemZone: string | undefined;
/** Minutes to add to UTC. The system's own zone needs no calendar look-up: a page of hundreds of dates asks for it hundreds of times. */
function offsetOf(zone: string, instant: number): number {
  systemZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  const date = new Date(instant);
  return zone === systemZone ? -date.getTimezoneOffset() : tzOffset(zone, date);
}

/**
 * The instant of a local time. A time the clocks skipped is read as if they had not been put forward; one they passed twice is the
 * first of the two. NaN for an unknown zone.
 */
function instantOf(localAsUtc: number, zone: string): number {
  const day = 86_400_000;
  const before = offsetOf(zone, localAsUtc - day) * 60_000;
  const after = offsetOf(zone, localAsUtc + day) * 60_000;
  for (const offset of [before, after]) {
    const instant = localAsUtc - offset;
    if (offsetOf(zone, instant) * 60_000 === offset) return instant;
  }
  return localAsUtc - before;
}

/** ISO 8601 of an instant, to the second, with the zone's offset at that time. */
export function isoIn(instant: number, zone: string): string {
  return isoAt(instant, Math.round(offsetOf(zone, instant)));
}
function isoAt(instant: number, offset: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(offset);
  return `${new Date(instant + offset * 60_000).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

function readLocal(local: Local, context: DateContext): DateRead | null {
  const { month, day, hour, minute, second, precision, offset } = local;
  const asUtc = (year: number) => Date.UTC(year, month - 1, day, hour, minute, second);
  if (offset !== undefined) {
    if (local.year === undefined || !exists(local.year, month, day)) return null;
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):?(\d{2})/.exec(offset) ?? [];
    const shift = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    return { at: isoAt(asUtc(local.year) - shift * 60_000, shift), precision };
  }
  const { now, zone, ahead } = context;
  // Platforms leave the year out for recent posts only: this year, or last year around New Year.
  const fits = (instant: number) => (ahead ? instant >= now - 86_400_000 : instant <= now + CLOCK_SKEW_MS);
  for (const year of local.year === undefined ? yearsAround(context) : [local.year]) {
    if (!exists(year, month, day)) continue;
    const instant = instantOf(asUtc(year), zone);
    if (Number.isNaN(instant)) return null;
    if (local.year !== undefined || fits(instant)) return { at: isoIn(instant, zone), precision };
  }
  return null;
}

function yearsAround({ now, zone, ahead }: DateContext): number[] {
  const year = new Date(now + offsetOf(zone, now) * 60_000).getUTCFullYear();
  return ahead ? [year, year + 1] : [year, year - 1];
}

/** A date in cleaned text: the first one, and of several readings at one place the longest. */
function findIn(text: string, context: DateContext): (DateRead & { start: number; end: number }) | null {
  let best: (DateRead & { start: number; end: number }) | null = null;
  if (!/\d/.test(text)) return null;
  for (const [at, form] of FORMS.entries()) {
    if (!NEEDS[at]?.test(text)) continue;
    form.lastIndex = 0;
    for (let match = form.exec(text); match; match = form.exec(text)) {
      const local = localOf(match.groups ?? {}, context);
      const read = local && readLocal(local, context);
      if (!read) continue;
      let start = match.index;
      const end = start + match[0].trimEnd().length;
      const weekday = /(\p{L}{2,12}(?:-\p{L}{2,6})?)\.?,? $/u.exec(text.slice(0, start));
      if (weekday?.[1] !== undefined && isWeekday(weekday[1])) start = weekday.index;
      if (!best || start < best.start || (start === best.start && end > best.end)) best = { ...read, start, end };
      break;
    }
  }
  return best;
}

/** A date somewhere in a line, with its place in `text` (UTF-16, end exclusive); null when there is none. */
export function findDate(text: string, context: DateContext): (DateRead & { start: number; end: number }) | null {
  const { text: cleaned, positions } = cleanWithPositions(text);
  const found = findIn(cleaned, context);
  if (!found) return null;
  return { ...found, start: positions[found.start] ?? 0, end: (positions[found.end - 1] ?? text.length - 1) + 1 };
}

/** What may stand around a date without making it something else. */
const AROUND =
  /^(?:[\s:·•|,.、-]|首次发布|发布时间|发布日期|上传日期|发布于|发表于|首发于|发布|發佈於|發布於|發佈日期|公開日|アップロード日|に?投稿(?:日)?|게시일|게시|작성|date published|published|posted|uploaded|scheduled|created|date|on|for|veröffentlicht|hochgeladen|geplant|am|publicad[oa]|postad[oa]|subido|programado|el|em|enviado|gepostet|posté|opublikowano|geplaatst op|publié|mis en ligne|le|đã đăng|đăng|vào)*$/i;
const CLOCK_FIRST = new RegExp(`^(?<clock>${CLOCK})(?<mark>\\s?[·•|,]\\s?|\\s)(?<rest>.+)$`, 'iu');

const read = new WeakMap<DateContext, Map<string, DateRead | null>>();

/** Reads a text that is a date as a whole; a known word before or after it (`发布于`, `Posted on`, `に投稿`) is allowed. */
export function readDate(raw: string, context: DateContext): DateRead | null {
  // A page asks several times whether the same text is a date, within one look and so in one context.
  let known = read.get(context);
  if (!known) {
    known = new Map();
    read.set(context, known);
  }
  let date = known.get(raw);
  if (date === undefined) {
    date = readWhole(raw, context);
    known.set(raw, date);
  }
  return date;
}

function readWhole(raw: string, context: DateContext): DateRead | null {
  const text = clean(raw);
  if (text.length > 100) return null;
  const found = findIn(text, context);
  if (found && AROUND.test(text.slice(0, found.start)) && AROUND.test(text.slice(found.end)))
    return { at: found.at, precision: found.precision };
  // `3:15 PM · Sep 11, 2026`: the time first. A bare `0:41` before a date is a duration, except in Vietnamese.
  const first = CLOCK_FIRST.exec(text)?.groups;
  const isClock = first && (first.before || first.after || /[·•|]/.test(first.mark ?? '') || /^vi\b/i.test(context.lang ?? ''));
  return isClock && !CLOCK_FIRST.test(first.rest ?? '') ? readWhole(`${first.rest} ${first.clock}`, context) : null;
}
