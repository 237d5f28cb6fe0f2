/**
 * Lists that are drawn as a table without being one: a line of header words, then rows of text that each end in as many bare numbers.
 * The order of the header words is the only evidence of what the numbers are (`facts/dashboards-west.md` 4.2: readers contradict each
 * other about it), so a row with more or fewer numbers is refused, and a page with two different headers is not read.
 */
import { isMetricName, type MetricName } from '../model/metrics';
import { plainDigits } from '../text/clean';
import { isAbsent } from '../text/figures';
import { readFields } from './fields';
import { nearer } from './nearer';
import { isMark, postText } from './post-text';
import { type Piece, parentOf } from './sight';
import type { Fields, Found, Look, Row } from './types';

/** A share or count and nothing else: no duration, no date. What is no figure of any metric is refused later, under its header. */
const isNumber = (text: string) =>
  isAbsent(text) || /^(?:NaN|[+\-−]?Infinity|[+\-−<]?\d[\d.,]*(?:\s?\p{L}{1,4}\.?|\s?%)?)$/u.test(plainDigits(text));
const LEAST_COLUMNS = 3;

interface Run {
  start: number;
  /** Exclusive. */
  end: number;
}

interface Header {
  /** The piece after the header's last word. */
  end: number;
  /** `null`: a word nobody knows, over a column that is left alone. */
  columns: { metric: MetricName | null; label: string }[];
}

/** Lines of header words: an element that holds at least three metric labels, each once, and no number. */
function headersOf(pieces: readonly Piece[], look: Look): Header[] {
  const meanings = pieces.map(({ text }) => (text.length <= 40 ? look.meaning(text) : null));
  const isLabel = (at: number) => meanings[at] != null && isMetricName(meanings[at] ?? '');
  const found = new Map<Element, Header>();
  pieces.forEach(({ parent }, start) => {
    if (!isLabel(start)) return;
    for (let up: Element | null = parent; up && up.tagName !== 'BODY'; up = parentOf(up)) {
      const line = up;
      let end = start;
      while (end < pieces.length && line.contains(pieces[end]?.parent ?? null)) end++;
      const inside = Array.from({ length: end - start }, (_, offset) => start + offset);
      if (inside.some((at) => isNumber(pieces[at]?.text ?? ''))) return;
      if (inside.filter(isLabel).length < LEAST_COLUMNS || found.has(line)) continue;
      // Unknown words right before the first known one are columns as well, up to one that names a part of the post.
      let first = start;
      while (first > 0 && line.contains(pieces[first - 1]?.parent ?? null) && (meanings[first - 1] ?? null) === null) first--;
      const columns = Array.from({ length: end - first }, (_, offset) => first + offset)
        .filter((at) => !isMark(pieces[at]?.text ?? '') && (isLabel(at) || meanings[at] == null || meanings[at] === 'ignored'))
        .map((at) => ({ metric: isLabel(at) ? (meanings[at] as MetricName) : null, label: pieces[at]?.text ?? '' }));
      found.set(line, { end, columns });
      return;
    }
  });
  return [...found.values()].filter(({ columns }) => {
    const metrics = columns.flatMap(({ metric }) => metric ?? []);
    return new Set(metrics).size === metrics.length;
  });
}

function numberRuns(pieces: readonly Piece[], from: number): Run[] {
  const runs: Run[] = [];
  for (let at = from; at < pieces.length; at++) {
    if (!isNumber(pieces[at]?.text ?? '')) continue;
    const start = at;
    while (at < pieces.length && isNumber(pieces[at]?.text ?? '')) at++;
    runs.push({ start, end: at });
  }
  return runs;
}

/** A post may be a number itself, right before the row's: the last `count` stand in an element of their own then. */
function withoutText(pieces: readonly Piece[], { start, end }: Run, count: number): Run {
  const own = pieces.slice(end - count, end);
  let around = own[0]?.parent ?? null;
  while (around && !own.every(({ parent }) => around?.contains(parent))) around = parentOf(around);
  const apart = pieces.slice(start, end - count).every(({ parent }) => !around?.contains(parent));
  return end - start > count && apart ? { start: end - count, end } : { start, end };
}

/** A number of the post's text stands in place of one that is not there: nearer to the text, or beside a blank of the row's own kind. */
function inDoubt(pieces: readonly Piece[], { start, end }: Run, row: Element): boolean {
  const [text, first, last] = [pieces[start - 1]?.parent, pieces[start]?.parent, pieces[end - 1]?.parent];
  if (!first || !last) return false;
  if (text && row.contains(text) && nearer(first, text, last)) return true;
  const isBlank = (beside: Element | null) =>
    beside?.tagName === last.tagName &&
    beside.className === last.className &&
    !beside.textContent?.trim() &&
    beside.childElementCount === 0;
  return pieces
    .slice(start, end)
    .some(({ parent }) => isBlank(parent.nextElementSibling) || isBlank(parent.previousElementSibling));
}

/** The largest element around a row's numbers that holds no other row's and no header. */
function rowAround(pieces: readonly Piece[], run: Run, outside: readonly Element[]): Element | null {
  const last = pieces[run.end - 1]?.parent;
  let row: Element | null = null;
  for (let up = pieces[run.start]?.parent ?? null; up && up.tagName !== 'BODY'; up = parentOf(up)) {
    const candidate = up;
    if (outside.some((other) => candidate.contains(other))) break;
    if (last && candidate.contains(last)) row = candidate;
  }
  return row;
}

/** Rows of numbers under a line of header words; `fields` are looked for in the element around each row. */
export function findColumns(root: ParentNode, look: Look, fields: Fields): Found | null {
  const pieces = look.sight.pieces(root);
  const headers = headersOf(pieces, look);
  const [header] = headers;
  if (!header) return null;
  const last = headers.at(-1) ?? header;
  const orderOf = ({ columns }: Header) => columns.map(({ metric, label }) => metric ?? label).join();
  if (headers.some((other) => orderOf(other) !== orderOf(header))) {
    look.refuse('several-headers', headers.map(orderOf).join(' / '));
    return null;
  }
  for (const { metric, label } of header.columns)
    if (metric === null && look.meaning(label) === null) look.refuse('unknown-label', label);
  // One number alone is part of a text or of the page, not a row.
  const runs = numberRuns(pieces, last.end)
    .filter(({ start, end }) => end - start > 1)
    .map((run) => withoutText(pieces, run, header.columns.length));
  const edges = [
    ...runs.flatMap(({ start }) => pieces[start]?.parent ?? []),
    ...(pieces[last.end - 1] ? [pieces[last.end - 1]?.parent] : []),
  ];
  const rows = runs.flatMap((run) => {
    const own = pieces[run.start]?.parent;
    const element = rowAround(
      pieces,
      run,
      edges.flatMap((edge) => (edge && edge !== own ? edge : [])),
    );
    if (!element) return [];
    const before = pieces.slice(0, run.start).filter(({ parent }) => element.contains(parent));
    const numbers = pieces.slice(run.start, run.end).map(({ text }) => text);
    const parse = (): Row | null => {
      const row: Row = { fields: { ...postText(before, look), ...readFields(element, fields, look) }, figures: [] };
      if (!row.fields.title && !row.fields.publishedAt && !row.fields.id) return null;
      if (numbers.length !== header.columns.length || inDoubt(pieces, run, element))
        return { ...row, refused: [{ reason: 'wrong-count', excerpt: numbers.join(' ') }] };
      row.figures = header.columns.flatMap(({ metric, label }, at) =>
        metric ? [{ metric, raw: numbers[at] ?? '', label }] : [],
      );
      return row;
    };
    return [{ element, signature: orderOf(header) + element.textContent, parse }];
  });
  return { rows, recognised: true };
}
