/**
 * Tables with one post per row. Columns are found by their header through the dictionary of `core/text`, never by position; a row
 * that does not fit the header is left out with the reason, and so is a figure that cannot be read.
 */
import { isMetricName, METRICS, type MetricName } from '../model/metrics';
import { type Platform, printedZone } from '../model/platforms';
import type { Format, Metrics, Post, PostStatus, Reading } from '../model/reading';
import { clean } from '../text/clean';
import type { DateContext } from '../text/dates';
import { readDuration } from '../text/durations';
import { decimalOf, isAbsent, readMetric } from '../text/figures';
import { fieldOfLabel } from '../text/labels';
import { formatOf, statusOf } from '../text/status';
import { isTotal } from '../text/sums';
import { bareId, handleOfLink, idOfLink, isRounded, timeOfId } from './ids';
import { outlived, type Period } from './period';
import { type Order, orderOf, readPublished } from './published';
import { type Header, metricOfColumn, type Sheet, type SheetRow } from './sheet';
import { emptyResult, type ImportContext, type ImportResult } from './types';

/** What a column is for. `other`: known to this format and not read. */
export type Role =
  | MetricName
  | 'title'
  | 'text'
  | 'id'
  | 'url'
  | 'publishedAt'
  | 'publishedTime'
  | 'status'
  | 'format'
  | 'duration'
  | 'account'
  | 'tags'
  | 'other';

export interface Recipe {
  platform: Platform;
  /** `import/…` */
  page: string;
  header: Header;
  /** What this format's own labels mean, where the dictionary does not know or knows otherwise; by column. */
  roles?: ReadonlyMap<number, Role>;
  /** Bare numbers in shares: true = percent, false = fractions. Undefined: told by the figures of the file. */
  percent?: boolean;
  /** The decimal sign the format always has, as long as nobody saved it anew. */
  decimal?: '.' | ',';
  /** Order of `7/8/2026` in this format, unless its own dates prove another. */
  order?: Order;
  /** Its dates have no year: one that stands there is a spreadsheet program's. */
  yearless?: boolean;
  /** Zone of its times. Default: the platform's, else the creator's. */
  zone?: string;
  /** When the figures were true: ISO 8601. Default: the period's end, else the context's now. */
  seenAt?: string;
  /** What the figures cover, where the file says so. */
  period?: Period | null;
  /** A last word on a reading: changes it, or gives the reason why the row is no post. */
  finish?: (reading: Reading, cell: (role: Role) => string, row: SheetRow) => Reading | string;
}

/** A column and what it is for; the same role may stand twice. */
interface Column {
  at: number;
  label: string;
  role: Role | null;
}

function columnsOf({ header, platform, roles }: Recipe): Column[] {
  return header.labels.map((label, at) => {
    const own = roles?.get(at);
    if (own) return { at, label, role: own };
    const metric = metricOfColumn(label, platform);
    if (metric) return { at, label, role: metric };
    const field = fieldOfLabel(label);
    return { at, label, role: field === 'ignored' ? 'other' : field };
  });
}

/** The largest share a metric can have: what is watched again and again counts each time. */
const LARGEST: Partial<Record<MetricName, number>> = { averageViewedShare: 10 };

/**
 * Whether bare numbers of the share columns are percents: one above what a share can be proves it; where none is above 1 they are
 * fractions. Undefined: nothing tells.
 */
function percentIn(columns: readonly { metric: MetricName; texts: readonly string[] }[]): boolean | undefined {
  const values = columns.flatMap(({ metric, texts }) =>
    texts
      .filter((text) => /^\d+(?:[.,]\d+)?$/.test(clean(text)))
      .map((text) => ({ value: Number(clean(text).replace(',', '.')), largest: LARGEST[metric] ?? 1 })),
  );
  if (values.some(({ value, largest }) => value > largest)) return true;
  return values.some(({ value, largest }) => largest === 1 || value <= 1) ? false : undefined;
}

/** The sign every cell of a column ends with: `%`, `秒`; nothing when they differ. */
function endOf(texts: readonly string[]): string {
  const ends = new Set(texts.filter((text) => !isAbsent(text)).map((text) => /\D*$/.exec(clean(text))?.[0] ?? ''));
  return ends.size === 1 ? ([...ends][0] ?? '') : '';
}

/** Whether the last figure of a file that ends in the middle lacks the sign that all above it end with. Without one nothing tells. */
function isCut(sheet: Sheet, rows: readonly SheetRow[], width: number): boolean {
  const last = rows.at(-1)?.cells[width - 1];
  if (!sheet.endsOpen || last === undefined || isAbsent(last)) return false;
  const end = endOf(rows.slice(0, -1).map((row) => row.cells[width - 1] ?? ''));
  return !clean(last).endsWith(end);
}

const quoted = (label: string, raw: string) => `${label} "${raw.slice(0, 60)}"`;

export function readPosts(sheet: Sheet, recipe: Recipe, context: ImportContext): ImportResult {
  const result = emptyResult(recipe.page);
  const { platform, page, header } = recipe;
  const zone = recipe.zone ?? printedZone(platform, context.zone);
  const columns = columnsOf(recipe);
  result.unknownColumns = columns.filter((column) => column.role === null && column.label !== '').map((column) => column.label);
  const body = sheet.rows.slice(header.at + 1);
  const width = header.labels.length;
  const last = columns[width - 1]?.role;
  // Counts may end with a magnitude (`1.2万`) or without.
  const hasUnit = last != null && isMetricName(last) && METRICS[last].unit !== 'count';
  const cut = hasUnit && isCut(sheet, body, width) ? body.at(-1) : undefined;
  const rows = body.map((row) => (row === cut ? { ...row, cells: row.cells.slice(0, -1).concat('') } : row));
  if (cut) result.skipped.push({ line: cut.line, reason: `cut off: "${cut.cells[width - 1]}" is not the whole cell` });
  const of = (role: Role) => columns.filter((column) => column.role === role);
  const metrics = [...new Set(columns.flatMap(({ role }) => (role && isMetricName(role) ? [role] : [])))];
  const cellsOf = (wanted: (column: Column) => boolean) =>
    rows.flatMap((row) => columns.filter(wanted).map((column) => row.cells[column.at] ?? ''));

  const figureTexts = cellsOf((column) => column.role !== null && isMetricName(column.role));
  // Between semicolons or tabs a spreadsheet program has been at work, in its own language.
  const untouched = sheet.kind === 'workbook' || sheet.delimiter === ',';
  const decimal = (untouched ? recipe.decimal : undefined) ?? decimalOf(figureTexts) ?? (untouched ? '.' : undefined);
  // Between semicolons the comma is the decimal sign, and no count has a fraction: `105.375` are thousands there.
  const ofCounts = decimal ?? (sheet.delimiter === ';' ? ',' : undefined);
  const percent =
    recipe.percent ??
    percentIn(
      metrics
        .filter((metric) => METRICS[metric].unit === 'ratio')
        .map((metric) => ({ metric, texts: cellsOf(({ role }) => role === metric) })),
    );
  const seenAt = recipe.seenAt ?? recipe.period?.end ?? new Date(context.now).toISOString();
  const cellOf = (row: SheetRow, role: Role) =>
    of(role)
      .map(({ at }) => row.cells[at] ?? '')
      .find((text) => !isAbsent(text)) ?? '';
  const identityOf = (row: SheetRow) => {
    const link = cellOf(row, 'url').trim();
    const { id, problem } = idOf(platform, bareId(clean(cellOf(row, 'id'))), link);
    const printed = `${cellOf(row, 'publishedAt')} ${cellOf(row, 'publishedTime')}`.trim();
    return { id, link, problem, printed, idTime: timeOfId(platform, id, link, context.now) };
  };
  const order = orderOf(rows.map(identityOf), zone) ?? recipe.order;
  const dates: DateContext = { now: Date.parse(seenAt), zone, order };

  for (const row of rows) {
    const skip = (reason: string) => result.skipped.push({ line: row.line, reason });
    const cell = (role: Role) => cellOf(row, role);
    if (header.repeats(row)) continue;
    if (row.doubtful && row.cells.length !== width) {
      skip('a quotation mark in it is not closed as in a CSV: its cells cannot be told apart');
      continue;
    }
    if (sheet.kind === 'text' && row.cells.length < width) {
      skip(`cut off: ${row.cells.length} cells under ${width} columns`);
      continue;
    }
    if (row.cells.slice(width).some((text) => text.trim() !== '')) {
      skip(`${row.cells.length} cells under ${width} columns`);
      continue;
    }
    if (row.cells.slice(0, 3).some(isTotal) && !cell('publishedAt') && (!cell('id') || isTotal(cell('id')))) {
      skip('the total of all rows');
      continue;
    }

    const { id, link, problem, printed, idTime } = identityOf(row);
    if (problem) skip(problem);
    const title = cell('title') || cell('text');
    const { date: published, problem: dateProblem } = readPublished({ printed, idTime }, dates, {
      yearless: recipe.yearless === true,
    });
    if (dateProblem) skip(`${quoted('publish time', printed)} ${dateProblem}`);

    const statusText = cell('status').trim();
    const status: PostStatus | null = statusText === '' ? null : statusOf(statusText);
    const format: Format | null = formatOf(cell('format'));
    const post: Post = {
      id,
      title,
      url: /^https?:\/\//i.test(link) ? link : null,
      publishedAt: published?.at ?? null,
      publishedPrecision: published?.precision ?? null,
      format,
      durationSeconds: durationOf(cell('duration')),
      status,
      statusText: statusText === '' ? null : statusText,
      tags: [],
    };
    if (!id && title.trim() === '' && !post.publishedAt) {
      skip('no post: neither id nor title nor time');
      continue;
    }

    const read: Metrics = {};
    const partial = recipe.period ? outlived(recipe.period, post) : null;
    if (partial) skip(`"${title.slice(0, 40)}": ${partial}`);
    for (const metric of partial ? [] : metrics) {
      const found = of(metric).flatMap((column) => {
        const raw = row.cells[column.at] ?? '';
        const figure = readMetric(raw, metric, column.label, {
          decimal: METRICS[metric].unit === 'count' ? ofCounts : decimal,
          percent,
          ...(METRICS[metric].unit === 'seconds' && metric !== 'watchSeconds' && { seconds: 1 }),
        });
        if (figure.kind === 'refused') skip(`${quoted(column.label, raw)}: ${figure.reason}`);
        return figure.kind === 'value' ? [figure.figure] : [];
      });
      const [first] = found;
      if (!first) continue;
      if (found.every((figure) => figure.value === first.value)) read[metric] = first;
      else skip(`two columns disagree about ${metric}`);
    }
    const account = clean(cell('account')) || handleOfLink(platform, link);
    const reading: Reading = { platform, page, account, post, metrics: read, seenAt };
    const finished = recipe.finish ? recipe.finish(reading, cell, row) : reading;
    if (typeof finished === 'string') skip(finished);
    else result.readings.push(finished);
  }
  return result;
}

/** The id of a row: its own column, checked against the link, since spreadsheets round long numbers. */
function idOf(platform: Platform, own: string, link: string): { id: string | null; problem?: string } {
  const linked = idOfLink(platform, link) ?? idOfLink(platform, own);
  if (own === '' || own === linked) return { id: linked };
  const rounded = isRounded(own);
  if (linked)
    return rounded || own.includes(linked) ? { id: linked } : { id: linked, problem: `the id ${own} is not the link's` };
  return rounded ? { id: null, problem: `the id ${own} lost its last digits in a spreadsheet` } : { id: own };
}

/** Seconds; a bare number is seconds in every export that has one. */
function durationOf(raw: string): number | null {
  const text = clean(raw);
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text === '' ? null : readDuration(text);
}
