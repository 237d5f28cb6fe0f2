/**
 * How figures, times and windows are written. One place, so that the same number looks the same everywhere: rounded figures carry
 * "≈", unknown ones are a dash (read out as "unknown"), lifts are whole percents, times are in the zone that is named beside them.
 */

import type { UiTexts } from '../assets/locales/en/ui';
import type { MetricName } from '../core/model/metrics';
import { METRICS } from '../core/model/metrics';
import type { Figure, Precision } from '../core/model/reading';
import type { Lift, TimingWindow } from '../core/model/report';
import { joinWindows } from '../core/model/windows';

export const DASH = '—';
const DAY = 86_400_000;

type Hours = Pick<TimingWindow, 'days' | 'startHour' | 'endHour'>;

/** A line may end behind a dash; a range is read in one. */
const unbroken = (from: string | number, to: string | number) => `${from}\u2060–\u2060${to}`;

export interface Formats {
  locale: string;
  number(value: number): string;
  /** Short, for axes: `12K`, `1.2万`. */
  compact(value: number): string;
  /** A tick of a time axis. */
  axisDate(at: number, step: 'day' | 'month' | 'year'): string;
  /** `≈1.2万`, `3,420`, `7.7 %`, `0:16`; a dash when absent. */
  figure(metric: MetricName, figure: Figure | undefined): string;
  share(value: number): string;
  /** Several short things in a row: `a, b`, `甲、乙`. */
  list(items: readonly string[]): string;
  /** `Checked: no`, `检查：没有`; without a value, what stands before one. */
  said(name: string, value?: string): string;
  /** A remark in brackets: `Ads (1/4)`, `广告（1/4）`. */
  aside(text: string, remark: string): string;
  /** Sentences after each other; what is not text is left out. */
  sentences(...parts: readonly (string | false | null | undefined)[]): string;
  /** `China Time`, `北京时间` of `Asia/Shanghai`; the zone's own name where the language has none. */
  zone(zone: string): string;
  /** `Jun 2026` of `2026-06`. */
  month(month: string): string;
  /** Signed whole percent: `+12 %`. */
  lift(value: number): string;
  liftRange(lift: Lift): string;
  date(at: number): string;
  dateTime(at: number): string;
  /** A publish time in its own offset, no more precise than it is known. */
  published(iso: string | null, precision: Precision | null): string | null;
  ago(at: number, now: number): string;
  /** 0 is Monday. */
  weekday(day: number, width: 'long' | 'short' | 'narrow'): string;
  hour(hour: number): string;
  /** Hours of one day: `18:00–24:00`, `18–24 点`. */
  hours(window: Pick<Hours, 'startHour' | 'endHour'>): string;
  /** In lower case where the language has it: for the middle of a sentence. */
  window(window: Hours): string;
  /** For charts and tables, where room is short. */
  windowShort(window: Hours): string;
  /** Neighbouring windows are named as one: 18–21 and 21–24 are 18–24. */
  windows(windows: readonly Hours[]): string;
  bytes(count: number): string;
  duration(seconds: number): string;
  /** `7 days`, `48 hours`. */
  horizon(hours: number): string;
}

export function createFormats(texts: UiTexts): Formats {
  const locale = texts.language;
  const zh = locale.startsWith('zh');
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const wholePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signedPercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  // A hyphen is no minus, and lets the line break behind it.
  const minus = (text: string) => text.replace('-', '−');
  const signed = (value: number) => minus(signedPercent.format(value));
  const date = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric' });
  const clock = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const axisDates = {
    day: new Intl.DateTimeFormat(locale, { month: zh ? 'numeric' : 'short', day: 'numeric' }),
    month: new Intl.DateTimeFormat(locale, { month: 'short' }),
    year: new Intl.DateTimeFormat(locale, { year: 'numeric' }),
  };
  const printedDate = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const printedMonth = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const weekdays = (width: 'long' | 'short' | 'narrow') => {
    const format = new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' });
    // 5 January 1970 was a Monday.
    return Array.from({ length: 7 }, (_, day) => format.format((4 + day) * DAY));
  };
  const days = { long: weekdays('long'), short: weekdays('short'), narrow: weekdays('narrow') };
  const pad = (value: number) => String(value).padStart(2, '0');

  /** As our sentences write figures in Chinese: apart from the words. */
  const spaced = (text: string) => (zh ? text.replace(/(\d)(?=[^\d\s])/g, '$1 ') : text);

  const duration = (seconds: number) => {
    if (seconds < 60)
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: 'second',
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }).format(seconds);
    const whole = Math.round(seconds);
    const minutes = Math.floor(whole / 60);
    return minutes < 60 ? `${minutes}:${pad(whole % 60)}` : `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(whole % 60)}`;
  };
  const money = (figure: Figure) =>
    figure.currency && /^[A-Z]{3}$/.test(figure.currency)
      ? new Intl.NumberFormat(locale, { style: 'currency', currency: figure.currency }).format(figure.value)
      : number.format(figure.value);
  const exact = (metric: MetricName, figure: Figure) => {
    switch (METRICS[metric].unit) {
      case 'ratio':
        return percent.format(figure.value);
      case 'seconds':
        return duration(figure.value);
      case 'money':
        return money(figure);
      default:
        return number.format(figure.value);
    }
  };
  const figure = (metric: MetricName, figure: Figure | undefined) => {
    if (!figure) return DASH;
    const rounded = METRICS[metric].unit === 'count' && figure.high > figure.low;
    return rounded ? `≈${compact.format(figure.value)}` : exact(metric, figure);
  };

  const hours = ({ startHour, endHour }: Pick<Hours, 'startHour' | 'endHour'>) =>
    zh ? `${unbroken(startHour, endHour)} 点` : unbroken(`${pad(startHour)}:00`, `${pad(endHour)}:00`);
  const windowText = (window: Hours) => `${texts.common.days[window.days]} ${hours(window)}`;
  const ago = (at: number, now: number) => {
    const seconds = (at - now) / 1000;
    const units: [Intl.RelativeTimeFormatUnit, number][] = [
      ['year', 31_557_600],
      ['month', 2_629_800],
      ['week', 604_800],
      ['day', 86_400],
      ['hour', 3600],
      ['minute', 60],
    ];
    for (const [unit, size] of units)
      if (Math.abs(seconds) >= size) return spaced(relative.format(Math.round(seconds / size), unit));
    return relative.format(0, 'minute');
  };

  return {
    locale,
    number: (value) => minus(number.format(value)),
    compact: (value) => minus(compact.format(value)),
    // January says which year begins.
    axisDate: (at, step) => axisDates[step === 'month' && new Date(at).getMonth() === 0 ? 'year' : step].format(at),
    figure,
    share: (value) => wholePercent.format(value),
    list: (items) => items.join(zh ? '、' : ', '),
    said: (name, value = '') => `${name}${zh ? '：' : ': '}${value}`,
    aside: (text, remark) => (zh ? `${text}（${remark}）` : `${text} (${remark})`),
    sentences: (...parts) => parts.filter(Boolean).join(zh ? '' : ' '),
    zone: (timeZone) => {
      const named = (timeZoneName: 'longGeneric' | 'long') =>
        new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(0).find(({ type }) => type === 'timeZoneName')
          ?.value;
      const name = named('longGeneric');
      // What has no summer time is named only in the other way, e.g. UTC. Without "standard" Phoenix would be called what Denver is: only
      // China's, which is nobody else's, goes without it.
      return ((!name || /^GMT/.test(name) ? named('long') : name) ?? timeZone)
        .replace('China Standard', 'China')
        .replace('中国标准', '北京');
    },
    month: (month) => printedMonth.format(Date.parse(`${month}-01`)),
    lift: signed,
    liftRange: ({ low, high }) => texts.common.range(signed(low), signed(high)),
    date: (at) => date.format(at),
    dateTime: (at) => `${date.format(at)} ${clock.format(at)}`,
    published: (iso, precision) => {
      if (!iso) return null;
      // The clock of the page it stood on, whatever zone this computer is in.
      const match = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/.exec(iso);
      if (!match) return null;
      const [, year, month, day, hour, minute] = match;
      const text = printedDate.format(Date.UTC(Number(year), Number(month) - 1, Number(day)));
      return precision === 'day' || !hour ? text : `${text} ${hour}:${minute}`;
    },
    ago,
    weekday: (day, width) => days[width][day] ?? '',
    hour: (hour) => `${pad(hour)}:00`,
    hours,
    window: windowText,
    windowShort: ({ days, startHour, endHour }) => `${texts.common.days[days]} ${startHour}–${endHour}${zh ? ' 点' : ''}`,
    windows: (list) => texts.common.list(joinWindows(list).map(windowText)),
    bytes: (count) => {
      const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
      const power = Math.min(units.length - 1, count < 1 ? 0 : Math.floor(Math.log10(count) / 3));
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: units[power] ?? 'byte',
        unitDisplay: 'short',
        maximumFractionDigits: 1,
      }).format(count / 1000 ** power);
    },
    duration,
    horizon: (length) => {
      const [value, unit] = length % 24 === 0 && length > 48 ? [length / 24, 'day'] : [length, 'hour'];
      const said = new Intl.NumberFormat(locale, { style: 'unit', unit: String(unit), unitDisplay: 'long' }).format(
        Number(value),
      );
      return spaced(said);
    },
  };
}
