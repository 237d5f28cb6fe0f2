/**
 * LinkedIn (`facts/dashboards-west.md` 5.3, `facts/export-headers.txt`): the creator's own export (sheets DISCOVERY, ENGAGEMENT, TOP POSTS,
 * FOLLOWERS, demographics), a company page's posts (`All posts`, a note above the header), and one post as labels with values.
 */
import { idTime } from '../model/id-time';
import type { AccountMetricName, MetricName } from '../model/metrics';
import type { AccountReading, Figure, Metrics, Reading } from '../model/reading';
import { clean } from '../text/clean';
import { findDate, readDate } from '../text/dates';
import { readFigure, readMetric } from '../text/figures';
import { accountMetricOfLabel, fieldOfLabel, metricOfLabel } from '../text/labels';
import { DAY, readAccountDays } from './days';
import { idOfLink } from './ids';
import { type Role, readPosts } from './posts';
import { type Order, orderOf as orderOfDates } from './published';
import { findHeader, Header, plain, type Sheet, type SheetFile } from './sheet';
import { emptyResult, type ImportContext, type ImportResult, type Skipped } from './types';

const isLink = (cell: string) => /linkedin\.com\//i.test(cell);

/**
 * `10/8/2026`: which is the day. Told by a number above 12, by the moments that the links beside them carry, by days that follow each
 * other; else American.
 */
function orderOf(sheets: readonly Sheet[], zone: string): Order {
  const isNumeric = (cell: string) => /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(clean(cell));
  const rows = sheets.flatMap((sheet) => sheet.rows);
  const links = rows.flatMap((row) => row.cells.filter(isLink));
  const dates = rows.flatMap(({ cells }) =>
    cells.flatMap((cell, at) => {
      const link = cells.slice(0, at).findLast(isLink) ?? (links.length === 1 ? links[0] : undefined);
      return isNumeric(cell) ? [{ printed: cell, idTime: idTime('linkedin', idOfLink('linkedin', link ?? '')) }] : [];
    }),
  );
  const proved = orderOfDates(dates, zone);
  if (proved) return proved;
  const columns = sheets.flatMap((sheet) => {
    const width = Math.max(0, ...sheet.rows.map((row) => row.cells.length));
    return Array.from({ length: width }, (_, at) =>
      sheet.rows.flatMap((row) => {
        const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(clean(row.cells[at] ?? ''));
        return match ? [[Number(match[1]), Number(match[2]), Number(match[3])] as const] : [];
      }),
    );
  });
  const steps = (order: Order) =>
    columns.reduce((sum, dates) => {
      const days = dates.map(([a, b, year]) => Date.UTC(year, (order === 'mdy' ? a : b) - 1, order === 'mdy' ? b : a));
      return sum + days.slice(1).filter((day, at) => Math.abs(day - (days[at] ?? 0)) === DAY).length;
    }, 0);
  return steps('dmy') > steps('mdy') ? 'dmy' : 'mdy';
}

// --- a company page

function importCompany(sheet: Sheet, header: Header, context: ImportContext): ImportResult {
  const roles = new Map<number, Role>();
  const set = (role: Role, ...labels: string[]) => {
    const at = header.find(...labels);
    if (at >= 0) roles.set(at, role);
  };
  set('title', 'post title');
  set('url', 'post link');
  set('publishedAt', 'created date');
  set('other', 'post type', 'campaign name');
  set('other', 'posted by');
  set('other', 'campaign start date');
  set('other', 'campaign end date');
  set('other', 'audience');
  set('other', 'offsite views');
  set('other', 'clicks');
  set('format', 'content type');
  set('clickThroughRate', 'click through rate (ctr)', 'click through rate');
  set('followersGained', 'follows');
  return readPosts(
    sheet,
    {
      platform: 'linkedin',
      page: 'import/linkedin-company',
      header,
      roles,
      percent: false,
      order: orderOf([sheet], context.zone),
    },
    context,
  );
}

// --- the creator's own export

/** Two tables side by side, the posts with most engagements and those with most impressions; the column between is noise. */
function readTopPosts(sheet: Sheet, order: Order, context: ImportContext, result: ImportResult): void {
  const at = sheet.rows.findIndex(
    (row) => row.cells.filter((cell) => /url/i.test(plain(cell))).length > 0 && row.cells.length >= 3,
  );
  const labels = sheet.rows[at]?.cells ?? [];
  const starts = labels.flatMap((label, column) => (/url/i.test(plain(label)) ? [column] : []));
  const posts = new Map<string, Reading>();
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? labels.length;
    const columns = labels
      .slice(start, end)
      .map((label, offset) => ({ at: start + offset, label, metric: metricOfLabel(label, 'linkedin') }));
    const date = columns.find(({ label, metric }) => !metric && fieldOfLabel(label) === 'publishedAt') ?? columns[1];
    for (const row of sheet.rows.slice(at + 1)) {
      const link = clean(row.cells[start] ?? '');
      if (!isLink(link)) continue;
      const printed = clean(row.cells[date?.at ?? -1] ?? '');
      let reading = posts.get(link);
      if (!reading) {
        reading = newReading('import/linkedin-personal', link, printed, order, context);
        posts.set(link, reading);
        if (!reading.post.publishedAt && printed !== '') result.skipped.push(unreadableDate(row.line, printed));
      }
      for (const column of columns) {
        if (!column.metric) continue;
        const raw = row.cells[column.at] ?? '';
        const read = readMetric(raw, column.metric, column.label, { decimal: '.', percent: false });
        if (read.kind === 'value') reading.metrics[column.metric] = read.figure;
        else if (read.kind === 'refused')
          result.skipped.push({ line: row.line, reason: `${column.label} "${raw}": ${read.reason}` });
      }
    }
  }
  result.readings.push(...posts.values());
}

const unreadableDate = (line: number, printed: string): Skipped => ({
  line,
  reason: `the date "${printed}" cannot be read; the post is taken without it`,
});

function newReading(page: string, link: string, printed: string, order: Order, context: ImportContext, title = ''): Reading {
  const id = idOfLink('linkedin', link);
  const published = readDate(printed, { now: context.now, zone: context.zone, order });
  return {
    platform: 'linkedin',
    page,
    account: null,
    post: {
      id,
      title,
      url: link || null,
      publishedAt: published?.at ?? null,
      publishedPrecision: published?.precision ?? null,
      format: null,
      durationSeconds: null,
      status: null,
      statusText: null,
      tags: [],
    },
    metrics: {},
    seenAt: new Date(context.now).toISOString(),
  };
}

/** Label and value pairs in the first two columns. */
function pairsOf(sheet: Sheet): Map<string, { label: string; value: string; line: number }> {
  const pairs = new Map<string, { label: string; value: string; line: number }>();
  for (const { cells, line } of sheet.rows) {
    const label = clean(cells[0] ?? '').replace(/:$/, '');
    const value = cells[1] ?? '';
    if (label !== '' && value !== '') pairs.set(plain(label), { label, value, line });
  }
  return pairs;
}

/** `10/8/2026 - 10/9/2026` */
function periodOf(text: string, order: Order, context: ImportContext): { from: string; to: string } | null {
  const [from, to] = text.split(/\s[-–—]\s/).map((part) => readDate(part, { now: context.now, zone: context.zone, order }));
  return from && to ? { from: from.at, to: new Date(Date.parse(to.at) + DAY - 1000).toISOString() } : null;
}

function readDiscovery(sheet: Sheet, order: Order, context: ImportContext, result: ImportResult): void {
  const period = sheet.rows.flatMap((row) => row.cells).flatMap((cell) => periodOf(clean(cell), order, context) ?? [])[0];
  const metrics: AccountReading['metrics'] = {};
  for (const { label, value } of pairsOf(sheet).values()) {
    const metric = accountMetricOfLabel(label, 'linkedin');
    const read = metric ? readFigure(value, 'count', { decimal: '.' }) : null;
    if (metric && read?.kind === 'value') metrics[metric] = read.figure;
  }
  if (Object.keys(metrics).length === 0) return;
  result.accountReadings.push({ ...accountBase(context), metrics, ...(period && { period }) });
}

const accountBase = (context: ImportContext) => ({
  platform: 'linkedin' as const,
  page: 'import/linkedin-personal',
  account: null,
  seenAt: new Date(context.now).toISOString(),
});

/** Days of the account: engagement and new followers. */
function readDaily(sheet: Sheet, order: Order, context: ImportContext, result: ImportResult): void {
  const at = sheet.rows.findIndex((row) => {
    const [first, ...rest] = row.cells;
    return fieldOfLabel(first ?? '') === 'publishedAt' && rest.some((label) => accountMetricOfLabel(label, 'linkedin') !== null);
  });
  const row = sheet.rows[at];
  if (!row) return;
  const header = new Header(at, row.cells);
  const metrics = new Map<number, AccountMetricName>();
  header.labels.forEach((label, column) => {
    if (/^(new followers|nuovi follower|neue follower|nuevos seguidores|novos seguidores)$/i.test(label))
      metrics.set(column, 'followersGained');
  });
  const days = readAccountDays(
    sheet,
    { platform: 'linkedin', page: 'import/linkedin-personal', header, day: 0, order, metrics },
    context,
  );
  result.accountReadings.push(...days.accountReadings);
  result.skipped.push(...days.skipped);
}

/** A day that something is said of: `Total followers on 10/9/2026`. A label that is a day as a whole is a row of a table. */
const DAY_IN_TEXT = /\p{L}.*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*\p{L}/u;

/** `Total followers on 10/9/2026` with the number beside it, however the day is written. */
function readFollowers(sheet: Sheet, order: Order, context: ImportContext, result: ImportResult): void {
  const how = { now: context.now, zone: context.zone, order };
  // The total stands above the table of days, whose rows are no totals.
  const table = sheet.rows.findIndex(({ cells }) => fieldOfLabel(cells[0] ?? '') === 'publishedAt');
  const above = { ...sheet, rows: table < 0 ? sheet.rows : sheet.rows.slice(0, table) };
  for (const { label, value, line } of pairsOf(above).values()) {
    const read = readFigure(value, 'count', { decimal: '.' });
    if (read.kind !== 'value' || readDate(label, how)) continue;
    const day = findDate(label, how);
    if (!day && DAY_IN_TEXT.test(label)) result.skipped.push({ line, reason: `"${label}": the day cannot be read` });
    if (!day) continue;
    const seenAt = new Date(Math.min(Date.parse(day.at) + DAY - 1000, context.now)).toISOString();
    result.accountReadings.push({ ...accountBase(context), metrics: { followers: read.figure }, seenAt });
    return;
  }
}

/** Where the audience lives: the rows of `Locations`. Shares below one percent are not numbers. */
function readDemographics(sheet: Sheet, context: ImportContext, result: ImportResult): void {
  const shares: Record<string, number> = {};
  for (const { cells } of sheet.rows) {
    const read = readFigure(cells[2] ?? '', 'ratio', { decimal: '.', percent: false });
    const name = clean(cells[1] ?? '');
    if (
      /^(locations?|località|orte|ubicaciones|localidades)$/i.test(clean(cells[0] ?? '')) &&
      read.kind === 'value' &&
      !/^[<≤]/.test(clean(cells[2] ?? '')) &&
      name !== '__proto__'
    ) {
      shares[name] = read.figure.value;
    }
  }
  if (Object.keys(shares).length > 0)
    result.accountReadings.push({ ...accountBase(context), metrics: {}, breakdowns: [{ kind: 'region', shares }] });
}

function importPersonal(sheets: readonly Sheet[], context: ImportContext): ImportResult {
  const result = emptyResult('import/linkedin-personal');
  const order = orderOf(sheets, context.zone);
  for (const sheet of sheets) {
    if (isTopPosts(sheet)) readTopPosts(sheet, order, context, result);
    else if (/demographic|demografic|demográfic/i.test(sheet.name)) {
      if (!/content/i.test(sheet.name)) readDemographics(sheet, context, result);
    } else {
      const before = result.accountReadings.length;
      readFollowers(sheet, order, context, result);
      readDaily(sheet, order, context, result);
      if (result.accountReadings.length === before) readDiscovery(sheet, order, context, result);
    }
  }
  return result;
}

const isTopPosts = (sheet: Sheet) =>
  sheet.rows
    .slice(0, 6)
    .some(
      (row) =>
        row.cells.filter((cell) => /\burl\b/i.test(plain(cell))).length >= 1 &&
        row.cells.some((cell) => metricOfLabel(cell, 'linkedin') !== null),
    ) && sheet.rows.some((row) => row.cells.some(isLink));

// --- a single post

function importPost(sheets: readonly Sheet[], context: ImportContext): ImportResult | null {
  const result = emptyResult('import/linkedin-post');
  const order = orderOf(sheets, context.zone);
  const pairs = new Map(sheets.flatMap((sheet) => [...pairsOf(sheet)]));
  const entries = [...pairs.values()];
  const link = entries.find(({ value }) => isLink(value))?.value.trim();
  const metrics: Metrics = {};
  const conflicts = new Set<MetricName>();
  for (const { label, value, line } of entries) {
    const metric = metricOfLabel(label, 'linkedin');
    if (!metric) continue;
    const read = readMetric(value, metric, label, { decimal: '.', percent: false, seconds: 1 });
    if (read.kind === 'refused') result.skipped.push({ line, reason: `${label} "${value}": ${read.reason}` });
    if (read.kind !== 'value') continue;
    if (metrics[metric] && (metrics[metric] as Figure).value !== read.figure.value) conflicts.add(metric);
    metrics[metric] = read.figure;
  }
  for (const metric of conflicts) delete metrics[metric];
  if (!link || Object.keys(metrics).length < 2) return null;
  const date = entries.find(
    ({ label, value }) => !metricOfLabel(label, 'linkedin') && readDate(value, { now: context.now, zone: context.zone, order }),
  );
  const undated = date ? undefined : entries.find(({ label }) => fieldOfLabel(label) === 'publishedAt');
  if (undated) result.skipped.push(unreadableDate(undated.line, clean(undated.value)));
  const time = entries.find(({ value }) => /^\d{1,2}:\d{2}(:\d{2})?(\s?[ap]m)?$/i.test(clean(value)))?.value;
  const printed = date ? `${clean(date.value)}${time ? ` ${clean(time).replace(/^(\d:)/, '0$1')}` : ''}` : '';
  const reading = newReading(result.format, link, printed, order, context);
  result.readings.push({ ...reading, metrics });
  return result;
}

const isCompany = (header: Header | null) =>
  header?.has('post title') === true && header.has('post link') && header.has('created date');

/** A company's posts stand alone; the sheets of the creator's own export and of a single post belong together. */
export function linkedInSheets(sheets: readonly Sheet[]): Sheet[][] {
  const company = sheets.filter((sheet) => isCompany(findHeader(sheet, 'linkedin')));
  const others = sheets.filter((sheet) => !company.includes(sheet));
  const linked = others.some((sheet) => sheet.rows.some((row) => row.cells.some(isLink)));
  return [...company.map((sheet) => [sheet]), ...(linked ? [others] : [])];
}

export function importLinkedIn({ sheets }: SheetFile, context: ImportContext): ImportResult | null {
  const [first] = sheets;
  const header = first ? findHeader(first, 'linkedin') : null;
  if (first && header && isCompany(header)) return importCompany(first, header, context);
  if (sheets.some(isTopPosts)) return importPersonal(sheets, context);
  return importPost(sheets, context);
}
