/**
 * Lists that are drawn as a table without being one: a line of header words, then rows of text that each end in as many bare numbers.
 * The order of the header words is the only evidence of what the numbers are (`facts/dashboards-west.md` 4.2: readers contradict each
 * other about it), so a row with more or fewer numbers is refused, and a page with two different headers is not read.
 */
import { isMetricName, type MetricName } from '../model/metrics';
import { findDate, readDate } from '../text/dates';
import { isAbsent } from '../text/figures';
import { readFields } from './fields';
import { type Piece, parentOf } from './sight';
import type { Fields, Found, Look, Row } from './types';

/** A share or count and nothing else: no duration, no date. */
const isNumber = (text: string) => text.length <= 16 && (isAbsent(text) || /^\d[\d.,]*(?:\s?\p{L}{1,4}\.?|\s?%)?$/u.test(text));
const isMark = (text: string) => /^[^\p{L}\p{N}]{1,3}$/u.test(text) && !isAbsent(text);
const LEAST_COLUMNS = 3;

interface Run {
  start: number;
  /** Exclusive. */
  end: number;
}

function headerRuns(pieces: readonly Piece[], look: Look): { end: number; metrics: MetricName[]; labels: string[] }[] {
  const runs: { end: number; metrics: MetricName[]; labels: string[] }[] = [];
  let metrics: MetricName[] = [];
  let labels: string[] = [];
  [...pieces, undefined].forEach((piece, at) => {
    const meaning = piece && piece.text.length <= 40 ? look.meaning(piece.text) : null;
    if (piece && meaning && isMetricName(meaning)) {
      metrics.push(meaning);
      labels.push(piece.text);
    } else if (!piece || !isMark(piece.text)) {
      if (metrics.length >= LEAST_COLUMNS && new Set(metrics).size === metrics.length) runs.push({ end: at, metrics, labels });
      metrics = [];
      labels = [];
    }
  });
  return runs;
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
  const headers = headerRuns(pieces, look);
  const [header] = headers;
  if (!header) return null;
  const last = headers.at(-1) ?? header;
  if (headers.some(({ metrics }) => metrics.join() !== header.metrics.join())) {
    look.refuse('several-headers', headers.map(({ labels }) => labels.join(' ')).join(' / '));
    return null;
  }
  // One number alone is part of a text or of the page, not a row.
  const runs = numberRuns(pieces, last.end).filter(({ start, end }) => end - start > 1);
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
      if (numbers.length !== header.metrics.length)
        return { ...row, refused: [{ reason: 'wrong-count', excerpt: numbers.join(' ') }] };
      row.figures = header.metrics.map((metric, at) => ({ metric, raw: numbers[at] ?? '', label: header.labels[at] ?? '' }));
      return row;
    };
    return [{ element, signature: header.metrics.join() + element.textContent, parse }];
  });
  return { rows, recognised: true };
}

/** `name · date`, then the lines of the post: its date, and the text that follows it. */
export function postText(before: readonly Piece[], look: Look): { publishedAt?: string; title?: string } {
  const read: { publishedAt?: string; title?: string } = {};
  let at = before.findIndex(({ text }) => text.length <= 40 && readDate(text, look) !== null);
  if (at >= 0) read.publishedAt = before[at]?.text ?? '';
  else {
    // `name · Sep 11, 2026` in one piece.
    at = before.findIndex(({ text }) => text.length <= 80 && findDate(text, look)?.end === text.length);
    const text = before[at]?.text ?? '';
    const date = at >= 0 ? findDate(text, look) : null;
    if (date) read.publishedAt = text.slice(date.start, date.end);
  }
  const after = before.slice(at + 1);
  const words = (after.length > 0 ? after : before.slice(0, Math.max(at, 0))).filter(
    ({ text }) => !isMark(text) && !/^@\w+$/.test(text),
  );
  const title = words
    .map(({ text, spaced, line }, index) => (index > 0 && (spaced || line !== words[index - 1]?.line) ? ' ' : '') + text)
    .join('');
  if (title) read.title = title;
  return read;
}
