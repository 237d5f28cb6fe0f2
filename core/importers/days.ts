/** Tables with one day of a whole account per row: period totals of that day, and levels such as the number of followers. */
import { ACCOUNT_METRICS, type AccountMetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import type { AccountReading, Figure } from '../model/reading';
import { type DateRead, readDate } from '../text/dates';
import { decimalOf, readFigure } from '../text/figures';
import { accountMetricOfLabel } from '../text/labels';
import { isTotal } from '../text/sums';
import { endOfDay } from './period';
import type { Header, Sheet } from './sheet';
import { emptyResult, type ImportContext, type ImportResult } from './types';

export interface DaysRecipe {
  platform: Platform;
  page: string;
  header: Header;
  /** Column of the days. */
  day: number;
  account?: string | null;
  zone?: string;
  order?: 'dmy' | 'mdy' | undefined;
  /** What this format's own labels mean; null for one that is known and not read. */
  metrics?: ReadonlyMap<number, AccountMetricName | null>;
  /** Rows after the header to read; all by default. */
  rows?: number;
}

/** How many followers there are is a level; everything else is a total of its period. */
const LEVELS: readonly AccountMetricName[] = ['followers', 'following', 'posts'];
const UNIT = (name: AccountMetricName) =>
  name === 'followersNet' ? 'signed' : name === 'watchSeconds' ? 'seconds' : name === 'revenue' ? 'money' : 'count';

export const DAY = 86_400_000;

/**
 * The days of a column. Without years, the last row is the latest past one and the others follow it backwards, one year less at
 * every step from January to December.
 */
export function readDays(
  texts: readonly string[],
  context: { now: number; zone: string; order?: 'dmy' | 'mdy' | undefined },
): (DateRead | null)[] {
  const descending = (() => {
    const read = texts.map((text) => readDate(text, context));
    const steps = read.slice(1).map((day, at) => Math.sign(Date.parse(day?.at ?? '') - Date.parse(read[at]?.at ?? '')));
    return steps.filter((step) => step < 0).length > steps.length / 2;
  })();
  const ordered = descending ? [...texts] : [...texts].reverse();
  let now = context.now;
  const days = ordered.map((text) => {
    const day = readDate(text, { ...context, now: /\d{4}/.test(text) ? context.now : now });
    if (day && !/\d{4}/.test(text)) now = Date.parse(day.at);
    return day;
  });
  return descending ? days : days.reverse();
}

export function readAccountDays(sheet: Sheet, recipe: DaysRecipe, context: ImportContext): ImportResult {
  const { platform, page, header, account = null } = recipe;
  const result = emptyResult(page);
  const zone = recipe.zone ?? context.zone;
  const rows = sheet.rows.slice(header.at + 1, recipe.rows === undefined ? undefined : header.at + 1 + recipe.rows);
  const metrics = header.labels.map((label, at) =>
    recipe.metrics?.has(at) ? (recipe.metrics.get(at) ?? null) : accountMetricOfLabel(label, platform),
  );
  result.unknownColumns = header.labels.filter(
    (label, at) => at !== recipe.day && label !== '' && metrics[at] === null && !recipe.metrics?.has(at),
  );
  const cell = (row: (typeof rows)[number], at: number) => row.cells[at] ?? '';
  const days = readDays(
    rows.map((row) => cell(row, recipe.day)),
    { now: context.now, zone, order: recipe.order },
  );
  const decimal = decimalOf(rows.flatMap((row) => row.cells.filter((_, at) => metrics[at] != null))) ?? '.';

  for (const [index, row] of rows.entries()) {
    const skip = (reason: string) => result.skipped.push({ line: row.line, reason });
    const day = days[index];
    const width = header.labels.length;
    if (row.cells.slice(0, 2).some(isTotal)) skip('the total of all rows');
    else if (sheet.kind === 'text' && row.cells.length < width) skip(`cut off: ${row.cells.length} cells under ${width} columns`);
    else if (!day) skip(`"${cell(row, recipe.day).slice(0, 60)}" is no day that can be read in one way`);
    else {
      const totals: AccountReading['metrics'] = {};
      const levels: AccountReading['metrics'] = {};
      for (const [at, metric] of metrics.entries()) {
        if (metric === null || at === recipe.day || !(ACCOUNT_METRICS as readonly string[]).includes(metric)) continue;
        const figure = dayFigure(cell(row, at), metric, header.labels[at] ?? '', decimal);
        if (typeof figure === 'string') skip(`${header.labels[at]} "${cell(row, at).slice(0, 60)}": ${figure}`);
        else if (figure) (LEVELS.includes(metric) ? levels : totals)[metric] = figure;
      }
      const seenAt = endOfDay(day, context.now);
      const base = { platform, page, account };
      if (Object.keys(totals).length > 0) {
        const to = new Date(Date.parse(day.at) + DAY - 1000).toISOString();
        result.accountReadings.push({ ...base, metrics: totals, period: { from: day.at, to }, seenAt });
      }
      if (Object.keys(levels).length > 0) result.accountReadings.push({ ...base, metrics: levels, seenAt });
    }
  }
  return result;
}

function dayFigure(raw: string, metric: AccountMetricName, label: string, decimal: '.' | ','): Figure | string | null {
  const unit = UNIT(metric);
  const hours = /hour|stunde|hora|heure|時間|小时|시간/i.test(label);
  const read = readFigure(raw, unit, { decimal, ...(unit === 'seconds' && hours && { seconds: 3600 }) });
  return read.kind === 'value' ? read.figure : read.kind === 'refused' ? read.reason : null;
}
