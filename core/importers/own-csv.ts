/**
 * The product's own tables, CSV or workbook, in any column order and with any subset that holds `published_at` and one metric.
 * A workbook's history holds every look, so its sheet is read and the sheet of the latest values gives the labels only.
 */
import { tzOffset } from '@date-fns/tz/tzOffset';
import { splitLabels, unguard } from '../model/cells';
import { labelsByKey } from '../model/identity';
import type { Labels } from '../model/labels';
import { isMetricName, METRIC_NAMES, METRICS, type MetricName } from '../model/metrics';
import { isPlatform, printedZone } from '../model/platforms';
import { type Figure, FORMATS, type Metrics, POST_STATUSES, PRECISIONS, type Reading } from '../model/reading';
import { readDate } from '../text/dates';
import { readDuration } from '../text/durations';
import { formatOf, statusOf } from '../text/status';
import { bareId, idOfLink, isShortened } from './ids';
import { Header, type Sheet, type SheetFile } from './sheet';
import { emptyResult, type ImportContext, type ImportResult } from './types';

const KNOWN = new Set([
  'platform',
  'account',
  'post_id',
  'title',
  'url',
  'format',
  'published_at',
  'published_precision',
  'duration_seconds',
  'status',
  'pillar',
  'series',
  'commercial',
  'labels',
  'first_seen_at',
  'captured_at',
  'page',
  'revenue_currency',
  'published_local',
]);

/** Columns that only our own files have. */
export const OURS = ['published_precision', 'first_seen_at', 'captured_at'];

const SPELLING = new Map(
  [...KNOWN, ...METRIC_NAMES.flatMap((name) => [name, `${name}_low`, `${name}_high`])].map((name) => [name.toLowerCase(), name]),
);
/** In our own spelling, whatever case they were typed in. */
const names = (row: readonly string[]) =>
  row.map((cell) => {
    const name = cell.replace(/^\uFEFF/, '').trim();
    return SPELLING.get(name.toLowerCase()) ?? name;
  });
const metricOf = (column: string): MetricName | null => {
  const name = column.replace(/_(low|high)$/, '');
  return isMetricName(name) ? name : null;
};

/** The header of a sheet of ours; null for any other. */
function ownHeader({ rows }: Sheet): Header | null {
  for (const at of [0, 1]) {
    const header = names(rows[at]?.cells ?? []);
    if (header.includes('published_at') && header.some(isMetricName)) return new Header(at, rows[at]?.cells ?? []);
  }
  return null;
}

const isHistory = ({ name }: Sheet) => /^history( \d+)?$/.test(name);

/** Our tables together; of a workbook with the history, which is ours as a whole, all sheets. */
export function ownTables(sheets: readonly Sheet[]): Sheet[][] {
  const own = sheets.filter((sheet) => ownHeader(sheet) !== null);
  if (own.some(isHistory)) return [[...sheets]];
  return own.length > 0 ? [own] : [];
}

export function importOwnTable({ sheets }: SheetFile, context: ImportContext): ImportResult | null {
  const own = sheets.filter((sheet) => ownHeader(sheet) !== null);
  const history = own.filter(isHistory);
  const chosen = history.length > 0 ? history : own;
  if (chosen.length === 0) return null;
  const result = emptyResult('import/own-csv');
  for (const sheet of chosen) readSheet(sheet, context, result);
  if (history.length > 0) {
    for (const sheet of own) {
      if (history.includes(sheet)) continue;
      const latest = emptyResult('import/own-csv');
      readSheet(sheet, context, latest);
      for (const [key, labels] of latest.labels) result.labels.set(key, labels);
    }
  }
  return result;
}

function readSheet(sheet: Sheet, context: ImportContext, result: ImportResult): void {
  const found = ownHeader(sheet);
  if (!found) return;
  const header = names(sheet.rows[found.at]?.cells ?? []).slice(0, found.labels.length);
  for (const name of header) {
    if (name && !KNOWN.has(name) && !metricOf(name) && !result.unknownColumns.includes(name)) result.unknownColumns.push(name);
  }
  const repeated = header.find((name, at) => name && header.indexOf(name) !== at);
  // What we write ends every line; a shorter header was written by somebody else.
  const cut = sheet.endsOpen === true && OURS.every((name) => header.includes(name));
  const said = new Map<Reading, Labels>();
  const before = result.readings.length;
  for (const row of sheet.rows.slice(found.at + 1)) {
    const { line, cells, stored } = row;
    if (found.repeats(row)) continue;
    const skip = (reason: string) => result.skipped.push({ line, reason });
    if (repeated) {
      skip(`the column ${repeated} stands twice`);
      continue;
    }
    // A workbook leaves out empty cells at the end of a row; a text file does not.
    const extra = cells.slice(header.length).some((cell) => cell.trim() !== '');
    if (row.doubtful && cells.length !== header.length) {
      skip('a quotation mark in it is not closed as in a CSV: its cells cannot be told apart');
      continue;
    }
    if (extra || (sheet.kind === 'text' && cells.length < header.length)) {
      skip(`${cells.length} cells under ${header.length} columns`);
      continue;
    }
    const isLast = row === sheet.rows.at(-1) && cut;
    const cell = (name: string) => {
      const at = header.indexOf(name);
      return isLast && at === header.length - 1 ? '' : (stored?.[at] ?? cells[at] ?? '');
    };
    if (isLast && cells[header.length - 1]) skip(`cut off: "${cells[header.length - 1]}" may not be the whole cell`);
    const outcome = readRow(header, sheet.delimiter === ';' ? withPoint(cell) : cell, context);
    if (typeof outcome === 'string') skip(outcome);
    else {
      for (const reason of outcome.refused) skip(reason);
      result.readings.push(outcome.reading);
      if (Object.keys(outcome.labels).length > 0) said.set(outcome.reading, outcome.labels);
    }
  }
  for (const [key, labels] of labelsByKey(result.readings.slice(before), said)) result.labels.set(key, labels);
}

/** Between semicolons a spreadsheet program has been at work whose decimal sign is the comma: `0,5`. */
const withPoint = (cell: (name: string) => string) => (name: string) =>
  metricOf(name) || name === 'duration_seconds' ? cell(name).replace(/^(\s*-?\d+),(\d+\s*)$/, '$1.$2') : cell(name);

/** What a reading keeps of a printed figure. */
const LONGEST_RAW = 100;

type RowRead = { reading: Reading; labels: Labels; refused: string[] };

/** Seconds: as a number or the way people write lengths (`1:30`). */
const lengthOf = (text: string): number | null => (/^\d+(?:\.\d+)?$/.test(text) ? Number(text) : readDuration(text));

const yesOrNo = (text: string): boolean | null =>
  /^(true|yes|y|1|是|对)$/i.test(text) ? true : /^(false|no|n|0|否|不是)$/i.test(text) ? false : null;

/** Our own workbooks hold texts as they are: a cell of text is never a formula there. A CSV, also one saved anew, is guarded. */
const isGuarded = (header: readonly string[]) => !header.includes('published_local');

/** `verbatim` gives a cell as it stands. A text is the reason why the row is not taken. */
function readRow(header: readonly string[], verbatim: (name: string) => string, context: ImportContext): RowRead | string {
  const cell = (name: string) => verbatim(name).trim();
  const guarded = isGuarded(header);
  const text = (name: string) => (guarded ? unguard(verbatim(name)) : verbatim(name));
  const named = cell('platform') || context.platform || 'other';
  if (!isPlatform(named)) return `unknown platform "${named}"`;
  const published = readTime(cell('published_at'), printedZone(named, context.zone), context.now);
  if (published === 'unreadable') return `published_at "${cell('published_at')}" is no time`;
  const precisionTold = PRECISIONS.find((one) => one === cell('published_precision'));
  const seen = readTime(cell('captured_at'), context.zone, context.now);
  if (seen === 'unreadable') return `captured_at "${cell('captured_at')}" is no time`;
  const { metrics, refused } = readMetrics(header, cell);
  const told = <T>(name: string, read: (text: string) => T | null, what: string): T | null => {
    const value = cell(name) === '' ? null : read(cell(name));
    if (value === null && cell(name) !== '') refused.push(`${name} "${cell(name)}" is no ${what}`);
    return value;
  };
  const duration = told('duration_seconds', lengthOf, 'length');
  const status = told('status', (text) => POST_STATUSES.find((one) => one === text) ?? statusOf(text), 'status that is known');
  const format = told('format', (text) => FORMATS.find((one) => one === text) ?? formatOf(text), 'format that is known');
  const commercial = told('commercial', yesOrNo, 'yes or no');
  const url = text('url') || null;
  // Ids of ours end in zeros as they like; only what a spreadsheet program printed short is none.
  const shortened = isShortened(cell('post_id'));
  const id = shortened ? idOfLink(named, url ?? '') : bareId(text('post_id')) || null;
  if (shortened && id === null) refused.push(`the id ${cell('post_id')} lost its last digits in a spreadsheet`);
  const labels: Labels = {
    ...(cell('pillar') && { pillar: text('pillar') }),
    ...(cell('series') && { series: text('series') }),
    ...(commercial !== null && { commercial }),
    ...(cell('labels') && { labels: splitLabels(text('labels')) }),
  };
  const reading: Reading = {
    platform: named,
    page: /^[\w-]+\/[\w-]+$/.test(cell('page')) ? cell('page') : 'import/own-csv',
    account: text('account') || null,
    post: {
      id,
      title: text('title'),
      url,
      publishedAt: published?.at ?? null,
      publishedPrecision: published ? (precisionTold ?? published.precision) : null,
      format,
      durationSeconds: duration,
      status,
      statusText: (POST_STATUSES as readonly string[]).includes(cell('status')) ? null : cell('status') || null,
      tags: [],
    },
    metrics,
    seenAt: new Date(seen?.at ?? context.now).toISOString(),
  };
  return { reading, labels, refused };
}

/**
 * An ISO time, with or without offset; without one it is of `zone`. Spreadsheet programs print it their own way (`2026/5/25 14:43`):
 * taken where it can be read in one way. Empty: null.
 */
function readTime(
  raw: string,
  zone: string,
  now: number,
): { at: string; precision: 'second' | 'minute' | 'day' } | null | 'unreadable' {
  if (raw === '') return null;
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(raw);
  if (!match) return (/\d{4}/.test(raw) && !/^\d{4}-\d\d-\d\d/.test(raw) && readDate(raw, { now, zone })) || 'unreadable';
  const [, day = '', minutes, seconds, offset] = match;
  const local = `${day}T${minutes ?? '00:00'}${seconds ?? ':00'}`;
  const utc = Date.parse(`${local}Z`);
  // `2026-02-30` rolls over to March: no such day.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== day) return 'unreadable';
  const precision = minutes === undefined ? 'day' : seconds === undefined ? 'minute' : 'second';
  return { at: `${local}${offset ?? offsetAt(utc, zone)}`, precision };
}

/** `+08:00` of `zone` at a local time given as if it were UTC. */
function offsetAt(localAsUtc: number, zone: string): string {
  const guess = tzOffset(zone, new Date(localAsUtc));
  const minutes = tzOffset(zone, new Date(localAsUtc - guess * 60_000));
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

function readMetrics(header: readonly string[], cell: (name: string) => string): { metrics: Metrics; refused: string[] } {
  const metrics: Metrics = {};
  const refused: string[] = [];
  for (const name of header.filter(isMetricName)) {
    const raw = cell(name);
    if (raw === '') continue;
    const figure = readFigure(name, raw, cell(`${name}_low`), cell(`${name}_high`));
    if (figure)
      metrics[name] =
        name === 'revenue' && /^[A-Z]{3}$/.test(cell('revenue_currency'))
          ? { ...figure, currency: cell('revenue_currency') }
          : figure;
    else refused.push(`${name} "${raw}" is no ${METRICS[name].unit}`);
  }
  return { metrics, refused };
}

function readFigure(name: MetricName, raw: string, rawLow: string, rawHigh: string): Figure | null {
  // Plain decimal numbers only: this is a file format, not a page.
  const number = (text: string) => (/^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN);
  const value = number(raw);
  const low = rawLow === '' ? value : number(rawLow);
  const high = rawHigh === '' ? value : number(rawHigh);
  const { unit } = METRICS[name];
  if (!(low <= value && value <= high) || !Number.isFinite(high - low)) return null;
  if (value < 0 && unit !== 'signed' && unit !== 'money') return null;
  if (unit === 'count' && !Number.isInteger(value)) return null;
  return { value, low, high, raw: raw.slice(0, LONGEST_RAW) };
}
