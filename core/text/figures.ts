/**
 * Figures as dashboards print them, in every supported language. Three outcomes that are never mixed up: a value with the interval
 * of its printed digits, *absent* (a dash, a placeholder, nothing), or *refused* with the reason. What could be read in two ways is
 * refused: a wrong value is worse than none.
 */
import { METRICS, type MetricName, type Unit } from '../model/metrics';
import type { Figure } from '../model/reading';
import { clean, keepGroups } from './clean';
import { parseDuration } from './durations';
import { NUMERAL_RUN, scaleOf, scalesSomewhere } from './magnitudes';

export type FigureRead = { kind: 'value'; figure: Figure } | { kind: 'absent' } | { kind: 'refused'; reason: string };

export interface FigureContext {
  /** The page's language (`zh-CN`, `de`): decides what a lone separator means, by CLDR. */
  lang?: string | undefined;
  /** The decimal sign where other figures of the same page prove it (`decimalOf`): stronger than the language. */
  decimal?: '.' | ',' | undefined;
  /** What a bare number stands for in a ratio: true = percent (header "CTR (%)"), false = a fraction. Without it, refused. */
  percent?: boolean | undefined;
  /** Seconds per unit of a bare number in a duration: 1, 60, 3600 ("Watch time (hours)"), 0.001. Without it, refused. */
  seconds?: number | undefined;
  /** ISO 4217, where the header names it. */
  currency?: string | undefined;
  /** The greatest share that is believed; 1 unless the metric may pass it. */
  mostRatio?: number | undefined;
}

const ABSENT: FigureRead = { kind: 'absent' };
const refused = (reason: string): FigureRead => ({ kind: 'refused', reason });

const DASH = '[-‐‑‒–—―−⁃－ー_]';
const ONLY_DASHES = new RegExp(`^(?:${DASH}\\s*)+(?:%|秒|s|次|人)?$|^(?:\\.{2,3}|…)$`);
/** Words that stand where a figure is missing or not ready yet. */
const ABSENT_WORDS = new Set(
  '|暂无|暂无数据|暫無|暫無資料|无|無|无数据|なし|無し|データなし|없음|n/a|na|n.a.|undefined|null|none|no data|not available|unavailable|统计中|計算中|计算中|统计中...|keine daten|sin datos|sem dados|aucune donnée|nicht verfügbar|no disponible|não disponível|indisponible'.split(
    '|',
  ),
);

/** Whether a printed text says that there is no figure. An empty text says so too. */
export function isAbsent(raw: string): boolean {
  const text = clean(raw).toLowerCase();
  return ONLY_DASHES.test(text) || ABSENT_WORDS.has(text);
}

const decimals = new Map<string, '.' | ',' | undefined>();
/** The decimal sign of a language tag by CLDR; undefined when the runtime does not know the language. */
function decimalOfLanguage(lang: string | undefined): '.' | ',' | undefined {
  if (!lang) return undefined;
  const tag = lang.replaceAll('_', '-');
  if (!decimals.has(tag)) {
    let sign: string | undefined;
    try {
      const known = Intl.NumberFormat.supportedLocalesOf([tag]).length > 0;
      // Latin digits: what is read here has been made plain.
      if (known)
        sign = new Intl.NumberFormat(tag, { numberingSystem: 'latn' })
          .formatToParts(1.5)
          .find((part) => part.type === 'decimal')?.value;
    } catch {
      // Not a language tag: no evidence.
    }
    decimals.set(tag, sign === '.' || sign === ',' ? sign : undefined);
  }
  return decimals.get(tag);
}

/** Digits of a number and how many of them are behind the decimal sign. */
interface Digits {
  digits: string;
  fraction: number;
}

/**
 * Reads the digits of one number with its separators. `fractional`: whether a fraction is possible at all (a count without a
 * magnitude has none, but `1.234` is not taken for 1234 on that ground alone: the separator must be known to group).
 */
function readDigits(text: string, context: FigureContext, fractional: boolean): Digits | string {
  if (!/^\d+(?:[.,' ’]\d+)*$/.test(text)) return 'not a number';
  const marks = [...text.matchAll(/[.,' ’]/g)].map((match) => match[0]);
  const parts = text.split(/[.,' ’]/);
  const whole = (): Digits => ({ digits: parts.join(''), fraction: 0 });
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (marks.length === 0) return whole();

  const grouped = (groups: string[]) => {
    const [head = '', ...rest] = groups;
    if (rest.length === 0) return true;
    const western = head.length <= 3 && rest.every((group) => group.length === 3);
    const indian = head.length <= 2 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((group) => group.length === 2);
    return !head.startsWith('0') && (western || (indian && /^(hi|bn|mr|te|ta|kn|ml|gu|pa)\b|[-_]IN\b/i.test(context.lang ?? '')));
  };
  const finalMark = marks.at(-1) ?? '';
  if (marks.some((mark) => mark !== finalMark)) {
    // Two kinds: the last one must be a decimal sign that stands once, all others one grouping sign.
    const groups = parts.slice(0, -1);
    const groupMarks = new Set(marks.slice(0, -1));
    if ((finalMark !== '.' && finalMark !== ',') || groupMarks.size !== 1 || groupMarks.has(finalMark) || !grouped(groups))
      return 'unknown grouping';
    if (context.decimal !== undefined && context.decimal !== finalMark) return 'its separators contradict the page';
    return { digits: parts.join(''), fraction: last.length };
  }
  if (marks.length > 1 || finalMark === ' ' || finalMark === "'" || finalMark === '’') {
    if (!grouped(parts)) return 'unknown grouping';
    if (context.decimal === finalMark) return 'its separators contradict the page';
    // A space may also part two numbers; only where the language groups by spaces is it one.
    if (finalMark === ' ' && !/^(fr|ru|uk|pl|cs|sk|bg|sv|nb|nn|no|fi|hu|lt|lv|et)\b/i.test(context.lang ?? ''))
      return 'two numbers or one';
    return whole();
  }
  // One separator, once.
  if (last.length !== 3 || first.length > 3 || /^0+$/.test(first)) {
    if (context.decimal !== undefined && context.decimal !== finalMark) return 'its separators contradict the page';
    return { digits: parts.join(''), fraction: last.length };
  }
  const known = context.decimal ?? decimalOfLanguage(context.lang);
  if (known === finalMark)
    return fractional ? { digits: parts.join(''), fraction: 3 } : 'a fraction, or thousands of another language';
  if (known !== undefined) return first.startsWith('0') ? 'unknown grouping' : whole();
  // No evidence. `1,234` as a whole count is the common form; anything else could be either.
  if (finalMark === ',' && !fractional && !first.startsWith('0')) return whole();
  return 'thousands or a fraction';
}

/**
 * The decimal sign that the figures of a page prove (`1,2 Mio.`, `7.69%`, `1.234.567`), to be passed as `context.decimal`.
 * Undefined when nothing proves it or when the page contradicts itself.
 */
export function decimalOf(texts: Iterable<string>): '.' | ',' | undefined {
  let proved: '.' | ',' | undefined;
  for (const raw of texts) {
    const text = clean(keepGroups(raw));
    const number = /^\D{0,3}(\d[\d.,']*)\s*(%?)\D{0,12}$/.exec(text)?.[1];
    if (number === undefined) continue;
    const fraction = /^(?:\d+|\d{1,3}(?:[.,']\d{3})+)([.,])(?:\d{1,2}|\d{4,})$/.exec(number)?.[1];
    const groups = /^\d{1,3}([.,])\d{3}(?:\1\d{3})+$/.exec(number)?.[1];
    const both = /^\d{1,3}(?:([.,])\d{3})+(?!\1)([.,])\d+$/.exec(number)?.[2];
    const sign = both ?? fraction ?? (groups === ',' ? '.' : groups === '.' ? ',' : undefined);
    if (sign === undefined) continue;
    if (proved !== undefined && proved !== sign) return undefined;
    proved = sign as '.' | ',';
  }
  return proved;
}

/** What stood there, short enough to be kept with every reading. */
const rawOf = (raw: string) => raw.trim().slice(0, 100);

/** More digits than a double carries: no dashboard prints them. */
const MOST_DIGITS = 15;

/** Scales digits to a figure; the interval is half a step of the last printed digit to either side. `exact`: no interval. */
function figureOf(read: Digits, scale: number, raw: string, exact: boolean, negative = false): FigureRead {
  const { fraction } = read;
  const digits = read.digits.replace(/^0+(?=\d)/, '');
  if (digits.length - fraction > MOST_DIGITS) return refused('more digits than a figure can have');
  const number =
    digits.length <= MOST_DIGITS
      ? Number(digits)
      : Number(`${digits.slice(0, -fraction)}.${digits.slice(-fraction)}`) * 10 ** fraction;
  // Multiply before dividing: 21014 × 10 000 / 100 is exact where 210.14 × 10 000 is not.
  const at = (steps: number) =>
    scale >= 1 ? (steps * scale) / 10 ** fraction : steps / (10 ** fraction * Math.round(1 / scale));
  const value = at(number);
  if (value === 0) negative = false;
  const figure: Figure = {
    value,
    low: exact ? value : Math.max(0, at(number - 0.5)),
    high: exact ? value : at(number + 0.5),
    raw: rawOf(raw),
  };
  // `0.0万`, `0.0 hours`: anything from nothing to half a step; neither a zero nor a figure.
  if (value === 0 && figure.high > 1) return refused('rounded to nothing');
  return {
    kind: 'value',
    figure: negative ? { value: -value, low: -figure.high, high: -figure.low, raw: figure.raw } : figure,
  };
}

const CURRENCIES: Record<string, string> = {
  us$: 'USD',
  ca$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  nz$: 'NZD',
  hk$: 'HKD',
  nt$: 'TWD',
  mx$: 'MXN',
  r$: 'BRL',
  '€': 'EUR',
  '£': 'GBP',
  '₩': 'KRW',
  '₫': 'VND',
  đ: 'VND',
  '₹': 'INR',
  '₽': 'RUB',
  '₴': 'UAH',
  'cn¥': 'CNY',
  'jp¥': 'JPY',
  元: 'CNY',
  円: 'JPY',
  원: 'KRW',
}; // prettier-ignore

/** A sign several countries share is read only where the page's language settles it. */
function currencyOf(sign: string, context: FigureContext): string | undefined {
  const name = sign.toLowerCase();
  const primary = context.lang?.toLowerCase().split(/[-_]/)[0];
  if (/^[a-z]{3}$/.test(name)) return name.toUpperCase();
  if (name === '¥' || name === '￥') return primary === 'ja' ? 'JPY' : primary === 'zh' ? 'CNY' : undefined;
  if (name === '$') return /^en(?:[-_]us)?$/i.test(context.lang ?? '') ? 'USD' : undefined;
  return CURRENCIES[name];
}

/**
 * Reads one printed figure. The whole text must be the figure; `findFigure` takes one out of a sentence.
 * Counts: whole, never negative. Ratios: 0–1. Seconds. Stars: 0–5. Money and signed figures may be negative.
 */
export function readFigure(raw: string, unit: Unit, context: FigureContext = {}): FigureRead {
  const share = unit === 'ratio' && context.decimal !== ',' ? PLAIN_SHARE.exec(raw) : null;
  if (share) {
    const [, whole = '', fraction = ''] = share;
    return shareOf({ digits: whole + fraction, fraction: fraction.length }, true, raw, context);
  }
  if (isAbsent(raw)) return ABSENT;
  let text = clean(keepGroups(normalDigits(raw)));
  if (text.length > 60)
    return text.match(/^[\d.,\s]+$/) ? refused('more digits than a figure can have') : refused('not a number');

  const sign = /^([+\-−–‐‑])\s*/.exec(text);
  const signed = unit === 'signed' || unit === 'money';
  if (sign) {
    if (!signed) return refused(sign[1] === '+' ? 'a change, not a total' : 'negative');
    text = text.slice(sign[0].length);
  }
  const negative = sign !== null && sign[1] !== '+';

  if (unit === 'ratio') return readRatio(text, raw, context);
  if (unit === 'seconds') return readSeconds(text, raw, context);
  if (unit === 'money') return readMoney(text, raw, negative, context);

  if (unit === 'stars') {
    const digits = readDigits(text.replace(/\s*(?:星|stars?|★|つ星)$/i, ''), context, true);
    if (typeof digits === 'string') return refused(digits);
    const read = figureOf(digits, 1, raw, digits.fraction === 0);
    return read.kind === 'value' && read.figure.value > 5 ? refused('more than five stars') : read;
  }
  return readCount(text, raw, negative, context);
}

/** Digits of other scripts as ASCII, everything else untouched, so that the kinds of space can still be told apart. */
function normalDigits(raw: string): string {
  return raw.replace(/[^\p{ASCII}]/gu, (letter) =>
    /\p{Nd}/u.test(letter) ? clean(letter) : /\p{Cf}/u.test(letter) ? '' : letter,
  );
}

/** The most common share, and one thing in every language: with fewer than three digits behind it, no point groups thousands. */
const PLAIN_SHARE = /^(\d{1,3})(?:\.(\d{1,2}))?%$/;
const NUMBER_AND_WORD = /^(\d[\d.,' ’]*?)\s*([\p{L}\p{M}]+[.॰]?)?$/u;

/** 万, 亿, 만 … are written with a point wherever they are used. */
const forMagnitude = (word: string | undefined, context: FigureContext): FigureContext =>
  /^[万萬만亿億억千천w]$/i.test(word ?? '') ? { ...context, decimal: context.decimal ?? '.' } : context;

function readCount(text: string, raw: string, negative: boolean, context: FigureContext): FigureRead {
  const match = NUMBER_AND_WORD.exec(text);
  if (!match) return refused('not a number');
  const [, number = '', word] = match;
  const scale = word === undefined ? 1 : scaleOf(word, context.lang);
  if (scale === null) return refused('unknown unit');
  const digits = readDigits(number, forMagnitude(word, context), scale > 1);
  if (typeof digits === 'string') return refused(digits);
  if (scale === 1 && digits.fraction > 0) {
    // `1938.0` in old exports is whole; `13.5` is a mean, not a count.
    if (/[1-9]/.test(digits.digits.slice(-digits.fraction))) return refused('not a whole number');
    return figureOf({ digits: digits.digits.slice(0, -digits.fraction), fraction: 0 }, 1, raw, true, negative);
  }
  if (scale === 1 && /^0\d/.test(digits.digits)) return refused('not a count');
  return figureOf(digits, scale, raw, scale === 1, negative);
}

function readRatio(text: string, raw: string, context: FigureContext): FigureRead {
  const below = /^[<≤]\s*(\d+(?:[.,]\d+)?)\s*%$/.exec(text);
  if (below) {
    const digits = readDigits(below[1] ?? '', context, true);
    if (typeof digits === 'string') return refused(digits);
    const top = Number(digits.digits) / 10 ** (digits.fraction + 2);
    return top > 0 && top <= 1
      ? { kind: 'value', figure: { value: top / 2, low: 0, high: top, raw: rawOf(raw) } }
      : refused('not a share');
  }
  const percent = /^(.*?)\s*%$/.exec(text) ?? /^%\s*(.*)$/.exec(text);
  if (!percent && context.percent === undefined) return refused('a share without a percent sign');
  // A share of more than 100 % does not exist, so a lone separator in a percentage is a decimal sign unless the page says otherwise.
  const number = percent?.[1] ?? text;
  const lone = /^\d{1,3}([.,])\d{3}$/.exec(number)?.[1] as '.' | ',' | undefined;
  const digits = readDigits(number, lone && context.decimal === undefined ? { ...context, decimal: lone } : context, true);
  if (typeof digits === 'string') return refused(digits);
  return shareOf(digits, percent !== null || context.percent === true, raw, context);
}

function shareOf(digits: Digits, inPercent: boolean, raw: string, context: FigureContext): FigureRead {
  const read = figureOf(digits, inPercent ? 0.01 : 1, raw, false);
  return read.kind === 'value' && read.figure.value > (context.mostRatio ?? 1) ? refused('more than 100 %') : read;
}

function readSeconds(text: string, raw: string, context: FigureContext): FigureRead {
  const duration = parseDuration(text);
  if (duration) {
    const { seconds: value, step } = duration;
    if (value === 0 && step > 1) return refused('rounded to nothing');
    return { kind: 'value', figure: { value, low: Math.max(0, value - step / 2), high: value + step / 2, raw: rawOf(raw) } };
  }
  const match = NUMBER_AND_WORD.exec(text);
  const scale = match?.[2] === undefined ? 1 : scaleOf(match[2], context.lang);
  if (!match || scale === null) return refused('not a duration');
  if (context.seconds === undefined) return refused('a duration without its unit');
  const digits = readDigits(match[1] ?? '', context, true);
  if (typeof digits === 'string') return refused(digits);
  const zero = /^0$/.test(digits.digits);
  return figureOf(digits, scale * context.seconds, raw, zero);
}

function readMoney(text: string, raw: string, negative: boolean, context: FigureContext): FigureRead {
  const match = /^(\D{0,4}?)\s*(\d[\d.,' ’]*?)\s*(\D{0,12})$/u.exec(text);
  if (!match) return refused('not an amount');
  const [, before = '', number = '', after = ''] = match;
  // 万元 is written in one word; the other magnitudes stand apart from the currency.
  const word = /^([万萬만亿億억千천])\s*([元円원])$/u.exec(after) ?? /^([\p{L}\p{M}]+[.॰]?)\s*(\S*)$/u.exec(after);
  const scaled = word?.[1] === undefined ? null : scaleOf(word[1], context.lang);
  const sign = before || (scaled === null ? after : (word?.[2] ?? ''));
  const currency = sign === '' ? context.currency : currencyOf(sign, context);
  if (currency === undefined || (before !== '' && after !== '' && scaled === null))
    return refused('an amount in an unknown currency');
  const digits = readDigits(number, forMagnitude(word?.[1], context), true);
  if (typeof digits === 'string') return refused(digits);
  const read = figureOf(digits, scaled ?? 1, raw, false, negative);
  if (read.kind === 'value') read.figure.currency = currency;
  return read;
}

/**
 * The one figure in a short text such as `1,234 impressions`, `4 마음에 들어요`, `7 likes`. Refused when the text holds no number,
 * several, a sign or a percentage: which of them is meant cannot be known.
 */
export function findFigure(raw: string, unit: Unit, context: FigureContext = {}): FigureRead {
  if (isAbsent(raw)) return ABSENT;
  const words = figureWords(raw, context);
  if (words === null) return refused('no number, or not one alone');
  const read = readFigure(words, unit, context);
  return read.kind === 'value' ? { kind: 'value', figure: { ...read.figure, raw: rawOf(raw) } } : read;
}

/** Words that make a figure a bound or a guess: `10万+`, `1K以上`, `over 1K`. */
const MASK_BEFORE =
  /(?:[+\-−–<>~≈#@/$€£¥.,]|超|超过|超過|逾|(?<!最)近|约|約|(?<!\p{L})(?:over|than|about|almost|nearly|más de|mais de|plus de|über|als|trên|hơn))\s*$/iu;
const MASK_AFTER = /^\s*(?:[%+/]|多|余|餘|以上|이상|or more|y más|ou plus|e più)|^:\d/i;
/** Korean numerals also begin words (만족); as a numeral one is followed by a counter, a space or nothing. */
const KOREAN_WORD = /^(?![회명개건번뷰원분초시조좋댓공])\p{sc=Hangul}/u;

/**
 * The number of `findFigure` with its magnitude, in its own words: `1.2万` of `1.2万次观看`; null where there is not exactly one, and
 * where a short unknown word behind it may be a magnitude (`12 rb`). `meaning`: what the page knows labels by (`7 Mi piace`).
 */
export function figureWords(
  raw: string,
  { lang, meaning }: { lang?: string | undefined; meaning?: ((label: string) => unknown) | undefined } = {},
): string | null {
  const text = clean(keepGroups(normalDigits(raw)));
  const [token, another] = [...text.matchAll(/\d[\d.,'’]*(?<=\d)/g)];
  if (!token || another) return null;
  const before = text.slice(0, token.index);
  const after = text.slice(token.index + token[0].length);
  const behind = after.trimStart();
  // `1.2万次观看`: the magnitude is the first letters; `1.2K views`, `3 тыс. просмотров`: the whole first word.
  const numerals = NUMERAL_RUN.exec(behind)?.[0];
  const word = numerals ?? /^[\p{L}\p{M}'’]+[.॰]?/u.exec(behind)?.[0] ?? '';
  const scale = word !== '' && scaleOf(word, lang) !== null ? word : '';
  const rest = scale ? behind.slice(scale.length) : after;
  if (numerals ? !scale || (/\p{sc=Hangul}$/u.test(numerals) && KOREAN_WORD.test(rest)) : !scale && mayScale(word, lang)) {
    const label = behind.split(/[.,;:·()]/)[0]?.trim();
    if (!label || !meaning?.(label)) return null;
  }
  // `5 mil millones`
  const more = scale && !numerals ? (rest.match(/[\p{L}\p{M}]+\.?/gu) ?? []).slice(0, 2) : [];
  if (more.some((next) => scaleOf(next, lang) !== null)) return null;
  const touchesWord = /[^\P{L}\p{Lo}]$/u.test(before) || (scale === '' && /^[^\P{L}\p{Lo}]/u.test(after));
  return touchesWord || MASK_BEFORE.test(before) || MASK_AFTER.test(rest) ? null : `${token[0]}${scale}`;
}

/** Whether an unknown word right after a number may scale it: every magnitude that is abbreviated has three letters or fewer. */
function mayScale(word: string, lang: string | undefined): boolean {
  const letters = word.replace(/\P{L}/gu, '');
  if (letters === '' || /^[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(letters)) return false;
  return letters.length <= 3 || (scalesSomewhere(word) && scaleOf(word, lang) === null);
}

/** What a header says of its bare numbers: `CTR (%)`, `Watch time (hours)`, `推定収益 (JPY)`. To be spread into a `FigureContext`. */
export function unitsOfLabel(label: string): Pick<FigureContext, 'percent' | 'seconds' | 'currency'> {
  const unit = /[(（:：]\s*(?:[単单單]位[:：]\s*)?([^()（）:：]+?)\s*[)）]?\s*$/u.exec(clean(label))?.[1]?.replace(/\.$/, '');
  if (unit === undefined) return {};
  if (/^[A-Z]{3}$/.test(unit)) return { currency: unit };
  if (unit === '%' || unit === 'percent') return { percent: true };
  if (/^(?:ms|毫秒)$/.test(unit)) return { seconds: 0.001 };
  const seconds = parseDuration(`1${unit}`)?.seconds;
  return seconds === undefined ? {} : { seconds };
}

/**
 * Reads the figure of one metric: its unit, what the label says of bare numbers, and the bounds of that metric. A share of a video
 * that was watched may pass 100 % (loops and replays), any other share may not.
 */
export function readMetric(raw: string, metric: MetricName, label: string, context: FigureContext = {}): FigureRead {
  return readFigure(raw, METRICS[metric].unit, contextOf(metric, label, context));
}
/** The same for many figures under one label: to be asked once, and given to `readFigure`. */
export function contextOf(metric: MetricName, label: string, context: FigureContext): FigureContext {
  return { ...context, ...unitsOfLabel(label), mostRatio: metric === 'averageViewedShare' ? 10 : 1 };
}
