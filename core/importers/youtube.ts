/**
 * YouTube Studio, advanced mode, "Export" (`facts/dashboards-west.md` 1.8): a zip of three files, or one of them. `Table data` has one
 * video per row and a row of totals; `Chart data` one video and day per row; `Totals` one day per row. Names and headers are in the
 * creator's language, columns in the order they chose; the ids of the first column are the same everywhere and tell the three apart.
 * Numbers have a decimal point in every language, publish dates are English.
 */
import { clean } from '../text/clean';
import { fieldOfLabel, metricOfLabel } from '../text/labels';
import { isTotal } from '../text/sums';
import { readAccountDays } from './days';
import { periodOfName } from './period';
import { type Role, readPosts } from './posts';
import { findHeader, type Header, plain, type Sheet, type SheetFile, type SheetRow } from './sheet';
import { type ImportContext, ImportError, type ImportResult } from './types';

const ID = /^[\w-]{11}$/;
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/** The rows below a header that are neither totals nor the header again. */
const below = (sheet: Sheet, header: Header) =>
  sheet.rows.slice(header.at + 1).filter((row) => !row.cells.slice(0, 2).some(isTotal) && !header.repeats(row));

/** What the column of videos is called, where it is known. */
const ID_HEADER =
  /^(content|video|videos|inhalt|inhalte|コンテンツ|動画|contenido|vídeo|conteúdo|contenu|vidéo|内容|內容|视频|影片|콘텐츠|동영상|nội dung)$/i;

/** The column whose every cell is a video id. */
function idColumn(sheet: Sheet, header: Header): number {
  const all = below(sheet, header);
  // The first row may be the totals under a word that is not known.
  const rows = all.length > 1 ? all.slice(1) : all;
  if (rows.length === 0) return -1;
  return header.labels.findIndex((label, at) => {
    const isId = (row: SheetRow) => ID.test(clean(row.cells[at] ?? ''));
    // A spreadsheet program makes `#NAME?` of an id that begins with a dash: rows without one are left out by themselves.
    if (ID_HEADER.test(clean(label)) && all.filter(isId).length * 2 >= all.length) return true;
    const cells = rows.map((row) => clean(row.cells[at] ?? ''));
    // Words and numbers may have eleven signs too; a column of ids has digits or capitals among letters.
    return (
      cells.every((cell) => ID.test(cell)) && cells.some((cell) => /[A-Za-z_-]/.test(cell) && /[\dA-Z_-]/.test(cell.slice(1)))
    );
  });
}

function dayColumn(sheet: Sheet, header: Header): number {
  const rows = below(sheet, header);
  return header.labels.findIndex((_, at) => rows.length > 0 && rows.every((row) => ISO_DAY.test(clean(row.cells[at] ?? ''))));
}

const DAY_HEADER = /^(date|datum|fecha|data|日付|日期|날짜|ngày|дата)$/i;

/**
 * Whether a column of days is that of the chart, and not the publish dates as a spreadsheet program wrote them anew: it is called
 * so, it stands beside the publish dates, or its videos repeat.
 */
function isChart(sheet: Sheet, header: Header, id: number, day: number): boolean {
  if (day < 0) return false;
  if (DAY_HEADER.test(header.labels[day] ?? '')) return true;
  if (header.labels.some((label, at) => at !== day && fieldOfLabel(label) === 'publishedAt')) return true;
  const ids = below(sheet, header).map((row) => clean(row.cells[id] ?? ''));
  return new Set(ids).size < ids.length;
}

type Kind = 'table' | 'chart' | 'totals';

/** Words that only this export has. */
const isStudio = (header: Header) =>
  header.labels.some((label) => {
    const metric = metricOfLabel(label, 'youtube');
    return (
      metric === 'watchSeconds' ||
      metric === 'stayedToWatchRate' ||
      metric === 'engagedViews' ||
      /thumbnail|miniatur|サムネイル/i.test(label)
    );
  }) ||
  header.has('video publish time', '動画公開時刻', 'tiempo de publicación del video', 'veröffentlichungszeitpunkt des videos');

function kindOf(sheet: Sheet, header: Header): Kind | null {
  const id = idColumn(sheet, header);
  const day = dayColumn(sheet, header);
  const titles = header.labels.filter((label, at) => at !== id && fieldOfLabel(label) === 'title').length;
  if (id >= 0 && (titles > 0 || isStudio(header))) return isChart(sheet, header, id, day) ? 'chart' : 'table';
  // Its header alone, over nothing but the totals.
  if (below(sheet, header).length === 0 && titles > 0 && isStudio(header)) return 'table';
  if (day === 0 && header.labels.length >= 2 && header.labels.slice(1).every((label) => metricOfLabel(label, 'youtube') !== null))
    return 'totals';
  return null;
}

/** `Totals.csv` in the languages whose file name is known; other languages come in the zip with the table. */
const TOTALS_NAME = /^(totals?|gesamtwerte|合計|合计|总计|總計|합계|총계|totales|totais|totaux|totali|totaal|итого)\.csv$/i;

function readTable(file: SheetFile, sheet: Sheet, header: Header, context: ImportContext): ImportResult {
  const id = idColumn(sheet, header);
  const roles = new Map<number, Role>();
  if (id >= 0) roles.set(id, 'id');
  header.labels.forEach((label, at) => {
    if (at !== id && fieldOfLabel(label) === 'title') roles.set(at, 'title');
    if (fieldOfLabel(label) === 'duration') roles.set(at, 'duration');
    if (plain(label) === 'subscribers') roles.set(at, 'followersNet');
  });
  return readPosts(
    sheet,
    {
      platform: 'youtube',
      page: 'import/youtube-table',
      header,
      roles,
      decimal: '.',
      period: periodOfName(file.name, context.zone, context.now),
      finish: (reading) => (ID.test(reading.post.id ?? '') ? reading : 'no video id'),
    },
    context,
  );
}

/** A sheet that is known for one of this export's. */
interface Found {
  sheet: Sheet;
  header: Header;
  kind: Kind;
}

function find(sheets: readonly Sheet[]): Found[] {
  return sheets.flatMap((sheet) => {
    const header = findHeader(sheet, 'youtube');
    const kind = header && kindOf(sheet, header);
    return header && kind ? [{ sheet, header, kind }] : [];
  });
}

const folderOf = (sheet: Sheet) => sheet.name.split('/').slice(0, -1).join('/');
const isNamedTotals = (name: string) => TOTALS_NAME.test(name.split('/').at(-1) ?? '');

/** Whether a sheet is the chart or the totals of a table: it lies beside it, and the figures it has are the table's. */
const belongs = (one: Found, table: Found) =>
  folderOf(one.sheet) === folderOf(table.sheet) &&
  (one.kind === 'chart' || isNamedTotals(one.sheet.name) || one.header.labels.slice(1).every((label) => table.header.has(label)));

/** Each table with its chart and totals; every other sheet by itself. */
export function studioTables(sheets: readonly Sheet[]): Sheet[][] {
  const found = find(sheets);
  const groups: Sheet[][] = [];
  const taken = new Set<Sheet>();
  for (const table of found.filter(({ kind }) => kind === 'table')) {
    const others = found.filter((one) => one.kind !== 'table' && !taken.has(one.sheet) && belongs(one, table));
    const group = [table, ...others].map(({ sheet }) => sheet);
    for (const sheet of group) taken.add(sheet);
    groups.push(group);
  }
  return [...groups, ...sheets.filter((sheet) => !taken.has(sheet)).map((sheet) => [sheet])];
}

export function importYouTube(file: SheetFile, context: ImportContext): ImportResult | null {
  const found = find(file.sheets);
  const table = found.find((one) => one.kind === 'table');
  if (!table) {
    if (found.some((one) => one.kind === 'chart')) {
      throw new ImportError('This is YouTube’s chart, the figures of single days: import "Table data.csv" or the whole zip.');
    }
    const totals = found.find((one) => isNamedTotals(one.sheet.name) || isNamedTotals(file.name));
    return totals ? readTotals(totals.sheet, totals.header, context) : otherTable(file);
  }
  const result = readTable(file, table.sheet, table.header, context);
  for (const one of found) {
    if (one.kind === 'totals') result.accountReadings.push(...readTotals(one.sheet, one.header, context).accountReadings);
  }
  return result;
}

function readTotals(sheet: Sheet, header: Header, context: ImportContext): ImportResult {
  return readAccountDays(
    sheet,
    { platform: 'youtube', page: 'import/youtube-totals', header, day: dayColumn(sheet, header) },
    context,
  );
}

/** The same export by country, by day or by source of traffic says nothing of single videos. */
function otherTable(file: SheetFile): null {
  for (const sheet of file.sheets) {
    const header = findHeader(sheet, 'youtube');
    if (!header?.labels.some((label) => metricOfLabel(label, 'youtube') === 'watchSeconds')) continue;
    if (header.labels.filter((label) => metricOfLabel(label, 'youtube') !== null).length < 2) continue;
    if (ID_HEADER.test(header.labels[0] ?? ''))
      throw new ImportError(`Under "${header.labels[0]}" of this YouTube table stand no video ids: export it again.`);
    throw new ImportError(
      `This YouTube table is by "${header.labels[0]}", not by video: choose "Content" in advanced mode and export again.`,
    );
  }
  return null;
}
