/**
 * TikTok Studio, analytics, "Download data" (`facts/dashboards-west.md` 2.8): one file per tab. Dates have no year: a post's year is the
 * one its id says, a day's the latest past one. The column "Time" of `Content.csv` is the day of the export.
 */
import type { AccountMetricName } from '../model/metrics';
import { clean } from '../text/clean';
import { type DateRead, readDate } from '../text/dates';
import { readFigure } from '../text/figures';
import { fieldOfLabel } from '../text/labels';
import { readAccountDays, readDays } from './days';
import { idOfLink, timeOfId } from './ids';
import { endOfDay } from './period';
import { type Role, readPosts } from './posts';
import { asWritten, orderOf } from './published';
import { findHeader, Header, type Sheet, type SheetFile } from './sheet';
import { emptyResult, type ImportContext, type ImportResult } from './types';

/** The rows under the header; where one file was put behind another it stands again between them. */
const body = (sheet: Sheet, header: Header) => sheet.rows.slice(header.at + 1).filter((row) => !header.repeats(row));
const column = (sheet: Sheet, header: Header, at: number) => body(sheet, header).map((row) => clean(row.cells[at] ?? ''));

/** The column of links to posts; a few may be short ones (`vm.tiktok.com`), which name none. */
function linkColumn(sheet: Sheet, header: Header): number {
  return header.labels.findIndex((_, at) => {
    const cells = column(sheet, header, at).filter((cell) => cell !== '');
    const named = cells.filter((cell) => idOfLink('tiktok', cell) !== null);
    return named.length * 2 > cells.length && cells.every((cell) => /^https?:\/\/(?:[\w-]+\.)?tiktok\.com\//i.test(cell));
  });
}

/** Columns whose every cell is a date, with or without a year. */
function dateColumns(sheet: Sheet, header: Header, context: ImportContext): number[] {
  return header.labels.flatMap((_, at) => {
    const cells = column(sheet, header, at).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every((cell) => readDate(asWritten(cell), { now: context.now, zone: context.zone }) !== null)
      ? [at]
      : [];
  });
}

/**
 * Which date is the post's and which the day of the export. By their names in English; in other languages the post's is the one that
 * agrees with the ids, the export's the one that is the same in every row.
 */
function datesOf(sheet: Sheet, header: Header, link: number, context: ImportContext): { published: number; exported: number } {
  const dates = dateColumns(sheet, header, context);
  const named = header.find('post time', 'posted', 'posted on');
  if (named >= 0) return { published: named, exported: header.find('time', 'date') };
  const links = column(sheet, header, link);
  const agreeing = (at: number) =>
    column(sheet, header, at).filter((printed, row) => {
      const made = timeOfId('tiktok', idOfLink('tiktok', links[row] ?? ''), null, context.now);
      const read = made === null ? null : readDate(asWritten(printed), { now: made + 86_400_000, zone: 'UTC' });
      return read !== null && made !== null && Math.abs(Date.parse(read.at) + 43_200_000 - made) < 86_400_000;
    }).length;
  const varied = (at: number) => new Set(column(sheet, header, at)).size;
  const [published = -1, exported = -1] = [...dates].sort((a, b) => agreeing(b) - agreeing(a) || varied(b) - varied(a) || b - a);
  return { published, exported };
}

function importContent(sheet: Sheet, header: Header, link: number, context: ImportContext): ImportResult {
  const { published, exported } = datesOf(sheet, header, link, context);
  const roles = new Map<number, Role>([[link, 'url']]);
  header.labels.forEach((label, at) => {
    if (at !== link && fieldOfLabel(label) === 'publishedAt') roles.set(at, 'other');
    if (at !== link && fieldOfLabel(label) === 'url') roles.set(at, 'other');
  });
  if (exported >= 0) roles.set(exported, 'other');
  if (published >= 0) roles.set(published, 'publishedAt');
  const [first] = exported >= 0 ? new Set(column(sheet, header, exported).filter((cell) => cell !== '')) : [];
  const printed = [published, exported]
    .flatMap((at) => column(sheet, header, at))
    .map((cell) => ({ printed: cell, idTime: null }));
  const order = orderOf(printed, context.zone);
  const day = first === undefined ? null : readDate(asWritten(first), { now: context.now, zone: context.zone, order });
  return readPosts(
    sheet,
    {
      platform: 'tiktok',
      page: 'import/tiktok-content',
      header,
      roles,
      yearless: true,
      ...(day && { seenAt: endOfDay(day, context.now) }),
    },
    context,
  );
}

/** The tabs with one day per row: the labels that tell them, and what they are called. */
const DAILY: { labels: string[]; page: string; metrics: Record<string, AccountMetricName> }[] = [
  { labels: ['video views', 'profile views'], page: 'import/tiktok-overview', metrics: {} },
  {
    labels: ['total viewers', 'new viewers', 'returning viewers'],
    page: 'import/tiktok-viewers',
    metrics: { 'total viewers': 'reach', 'new viewers': 'newViewers', 'returning viewers': 'returningViewers' },
  },
  {
    labels: ['followers', 'difference in followers from previous day'],
    page: 'import/tiktok-followers',
    metrics: { followers: 'followers', 'difference in followers from previous day': 'followersNet' },
  },
];

/** `FollowerActivity`: how many followers were active in each hour of some days; the mean of each hour of the week. */
function importActivity(sheet: Sheet, header: Header, context: ImportContext): ImportResult {
  const result = emptyResult('import/tiktok-follower-activity');
  const hourAt = header.find('hour');
  const rows = body(sheet, header);
  const days = readDays(column(sheet, header, header.find('date')), context);
  const sums = Array.from({ length: 168 }, () => ({ total: 0, days: 0 }));
  let latest: DateRead | null = null;
  rows.forEach((row, index) => {
    const day = days[index];
    const hour = /^(\d{1,2})(?::00)?$/.exec(clean(row.cells[hourAt] ?? ''))?.[1];
    const read = readFigure(row.cells[header.find('active followers')] ?? '', 'count', { decimal: '.' });
    if (!day || hour === undefined || Number(hour) > 23) {
      result.skipped.push({ line: row.line, reason: 'no day and hour that can be read' });
      return;
    }
    if (read.kind === 'refused') result.skipped.push({ line: row.line, reason: read.reason });
    if (read.kind !== 'value') return;
    // The day as printed: its weekday does not depend on a zone.
    const weekday = (new Date(`${day.at.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
    const slot = sums[weekday * 24 + Number(hour)];
    if (!slot) return;
    slot.total += read.figure.value;
    slot.days += 1;
    if (!latest || day.at > latest.at) latest = day;
  });
  if (latest) {
    result.audienceCurves.push({
      platform: 'tiktok',
      page: result.format,
      account: null,
      zone: context.zone,
      hours: sums.map(({ total, days: count }) => (count > 0 ? total / count : null)),
      seenAt: endOfDay(latest, context.now),
    });
  }
  return result;
}

/** `FollowerGender`, `FollowerTopTerritories`: shares by name. */
function importShares(sheet: Sheet, header: Header, kind: 'gender' | 'region', context: ImportContext): ImportResult {
  const result = emptyResult(`import/tiktok-follower-${kind}`);
  const shares: Record<string, number> = {};
  for (const row of body(sheet, header)) {
    const name = clean(row.cells[0] ?? '');
    const read = readFigure(row.cells[header.find('distribution')] ?? '', 'ratio', { decimal: '.', percent: false });
    if (read.kind === 'value' && name !== '' && name !== '__proto__') shares[name] = read.figure.value;
    else if (read.kind === 'refused') result.skipped.push({ line: row.line, reason: read.reason });
  }
  if (Object.keys(shares).length > 0) {
    result.accountReadings.push({
      platform: 'tiktok',
      page: result.format,
      account: null,
      metrics: {},
      breakdowns: [{ kind, shares }],
      seenAt: new Date(context.now).toISOString(),
    });
  }
  return result;
}

export function importTikTok({ sheets }: SheetFile, context: ImportContext): ImportResult | null {
  const [sheet] = sheets;
  const first = sheet?.rows[0];
  if (!sheet || !first) return null;
  const header = findHeader(sheet, 'tiktok');
  const link = header ? linkColumn(sheet, header) : -1;
  if (header && link >= 0) return importContent(sheet, header, link, context);
  const plain = new Header(0, first.cells);
  if (plain.has('active followers') && plain.has('hour') && plain.has('date')) return importActivity(sheet, plain, context);
  if (plain.has('distribution') && plain.labels.length === 2) {
    return importShares(sheet, plain, plain.has('gender') ? 'gender' : 'region', context);
  }
  const daily = plain.has('date') ? DAILY.find((one) => one.labels.every((label) => plain.has(label))) : undefined;
  if (!daily) return null;
  const metrics = new Map(Object.entries(daily.metrics).map(([label, metric]) => [plain.find(label), metric] as const));
  return readAccountDays(
    sheet,
    { platform: 'tiktok', page: daily.page, header: plain, day: plain.find('date'), metrics },
    context,
  );
}
