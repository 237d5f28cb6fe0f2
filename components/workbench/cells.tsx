/**
 * The cells of a row of the posts table, made once and filled with one post after another. They are plain elements and not drawn by
 * Preact: rows come by the hundred while the table is scrolled, and describing and comparing them anew each time costs more than
 * writing into them the few texts that differ, and leaves as much garbage as all the rest.
 */
import { render } from 'preact';
import type { MetricName } from '../../core/model/metrics';
import type { Figure } from '../../core/model/reading';
import type { Level } from '../../core/model/report';
import { BANDS } from '../../core/model/report-parts';
import type { PostRow } from '../data';
import { DASH } from '../format';
import { LEVEL_ICONS } from '../kit/level';
import { bandText } from '../posts/Standing';
import { accountLabel } from '../shell/AccountBar';
import type { useWords } from '../words';
import { isMetric, type ShownColumn, widthOf } from './columns';

export type Words = ReturnType<typeof useWords<'panel'>>;
type Metrics = Partial<Record<MetricName, Figure>>;

export interface Cell {
  element: HTMLElement;
  fill: (row: PostRow, metrics: Metrics) => void;
}

/** Not every browser takes boxes that are laid out otherwise for parts of a table: it is told again. */
export function part<Name extends 'tr' | 'td' | 'th'>(name: Name, role: string, className = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.setAttribute('role', role);
  element.className = className;
  return element;
}

/** What an attribute or a text says, written only where it says something else: each writing has its price. */
export function saying(write: (value: string) => void): (value: string) => void {
  let said = '';
  return (value) => {
    if (value === said) return;
    said = value;
    write(value);
  };
}
export function attribute(element: Element, name: string) {
  return saying((value) => (value ? element.setAttribute(name, value) : element.removeAttribute(name)));
}
export function textIn(element: Element) {
  const text = document.createTextNode('');
  element.append(text);
  return saying((value) => {
    text.data = value;
  });
}

export function cellOf(column: ShownColumn, words: Words): Cell {
  if (isMetric(column)) return figureCell(column, words);
  if (column === 'standing') return standingCell(words);
  if (column === 'check' || column === 'light') return checkCell(column, words);
  const element = part('td', 'cell', `cell-${widthOf(column)}`);
  const say = textIn(element);
  return { element, fill: (row) => say(saidOf(column, row, words)) };
}

/** Nothing known: a dash, read out as "unknown". */
function unknownIn(element: HTMLElement, { t }: Words) {
  const label = attribute(element, 'aria-label');
  return (unknown: boolean) => {
    label(unknown ? t.unknown : '');
    element.classList.toggle('faint', unknown);
  };
}

/** A figure; where it is rounded, with what the page printed. */
function figureCell(metric: MetricName, words: Words): Cell {
  const { t, f } = words;
  const element = part('td', 'cell', 'cell-number');
  const say = textIn(element);
  const title = attribute(element, 'title');
  const unknown = unknownIn(element, words);
  return {
    element,
    fill: (_, { [metric]: figure }) => {
      say(f.figure(metric, figure));
      title(figure && figure.high > figure.low ? t.common.asPrinted(figure.raw) : '');
      unknown(!figure);
    },
  };
}

/** A mark, or the dash of what is not known. */
function markCell(column: ShownColumn, words: Words, markOf: (row: PostRow) => Element | null): Cell {
  const element = part('td', 'cell', `cell-${widthOf(column)}`);
  const unknown = unknownIn(element, words);
  let shown: Element | null | undefined;
  return {
    element,
    fill: (row) => {
      const mark = markOf(row);
      if (mark === shown) return;
      shown = mark;
      element.replaceChildren(mark ?? DASH);
      unknown(!mark);
    },
  };
}

/** Five steps, one or two of them dark, as one element (`Standing` draws them elsewhere). */
function standingCell(words: Words): Cell {
  const bars = document.createElement('span');
  bars.className = 'standing-bars';
  bars.setAttribute('role', 'img');
  const label = attribute(bars, 'aria-label');
  const first = saying((value) => bars.style.setProperty('--first', value));
  const count = saying((value) => bars.style.setProperty('--bands', value));
  return markCell('standing', words, ({ bands }) => {
    if (!bands?.length) return null;
    label(bandText(bands, words.t));
    first(String(Math.min(...bands.map((band) => BANDS.indexOf(band)))));
    count(String(bands.length));
    return bars;
  });
}

/** The traffic light as `LevelMark` shows it, its word heard alone where there is little room; each of the three is made once. */
function checkCell(column: 'check' | 'light', words: Words): Cell {
  const marks = new Map<Level, Element>();
  const made = (level: Level): Element => {
    const mark = document.createElement('span');
    mark.className = `level level-${level}`;
    const Icon = LEVEL_ICONS[level];
    render(<Icon size={13} aria-hidden="true" />, mark);
    const word = document.createElement('span');
    word.textContent = words.t.levelsShort[level];
    if (column === 'light') word.className = 'sr-only';
    mark.append(word);
    marks.set(level, mark);
    return mark;
  };
  return markCell(column, words, ({ level }) => level && (marks.get(level) ?? made(level)));
}

function saidOf(
  column: Exclude<ShownColumn, MetricName | 'standing' | 'check' | 'light'>,
  row: PostRow,
  { t, f }: Words,
): string {
  const { post, labels } = row.known;
  switch (column) {
    case 'published':
      return f.published(post.publishedAt, post.publishedPrecision) ?? t.posts.noDate;
    case 'day':
      return shortDay(post.publishedAt, f.locale) ?? DASH;
    case 'account':
      return accountLabel(row.known, t);
    case 'format':
      return post.format ? t.formats[post.format] : DASH;
    case 'status':
      return post.status ? t.statuses[post.status] : (post.statusText ?? DASH);
    case 'kind':
      return labels.kind ? t.kinds[labels.kind] : DASH;
    case 'pillar':
      return labels.pillar ?? DASH;
  }
}

const shortDays = new Map<string, Intl.DateTimeFormat>();
/** `6/28/26`, `26/6/28`: by the clock of the page it stood on, as its longer form is. */
function shortDay(iso: string | null, locale: string): string | null {
  const day = iso?.match(/^\d{4}-\d{2}-\d{2}/)?.[0];
  if (!day) return null;
  const format =
    shortDays.get(locale) ??
    new Intl.DateTimeFormat(locale, { year: '2-digit', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  shortDays.set(locale, format);
  return format.format(Date.parse(day));
}
