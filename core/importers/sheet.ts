/** A table as it lies in a file: rows of texts with the line they stand on. */
import type { MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import { clean } from '../text/clean';
import { fieldOfLabel, metricOfLabel } from '../text/labels';

export interface SheetRow {
  /** 1-based line of a text file, row of a workbook. */
  line: number;
  cells: string[];
  /** Of a workbook: numbers as they are stored, in full length and without the format that `cells` show. */
  stored?: string[];
  /** A quotation mark inside it may open a cell or stand for itself: its cells are trusted only where they fit the header. */
  doubtful?: boolean;
}

export interface Sheet {
  /** The sheet's name in a workbook, the file's name otherwise. */
  name: string;
  kind: 'text' | 'workbook';
  /** Between the cells of a text file. */
  delimiter?: string;
  /** A text file that begins with the mark of a Unicode encoding: no letter was lost. */
  marked?: boolean;
  /** A text file that ends without a line end: its last cell may have lost what follows. */
  endsOpen?: boolean;
  /** It has more columns than are read. */
  tooWide?: boolean;
  /** Rows that are not empty. */
  rows: SheetRow[];
}

/** What a file holds. */
export interface SheetFile {
  name: string;
  sheets: Sheet[];
}

/** A header as it is compared: no hidden characters, no case, one kind of apostrophe. */
export const plain = (label: string): string => clean(label).normalize('NFC').toLowerCase().replaceAll("'", '’');

/** The header row of a sheet. */
export class Header {
  /** As printed. */
  readonly labels: string[];
  private readonly names: string[];

  constructor(
    /** Its index among the sheet's rows. */
    readonly at: number,
    cells: readonly string[],
  ) {
    let end = cells.length;
    while (end > 0 && clean(cells[end - 1] ?? '') === '') end -= 1;
    this.labels = cells.slice(0, end).map((cell) => clean(cell));
    this.names = this.labels.map(plain);
  }

  /** Whether a row is the header again, as where one file was put behind another. */
  repeats({ cells }: SheetRow): boolean {
    return this.labels.every((label, at) => clean(cells[at] ?? '') === label);
  }

  /** Column of the first of these labels that is there; -1 when none is. */
  find(...labels: string[]): number {
    for (const label of labels) {
      const at = this.names.indexOf(plain(label));
      if (at >= 0) return at;
    }
    return -1;
  }

  has(...labels: string[]): boolean {
    return this.find(...labels) >= 0;
  }

  /** How many of these labels are there. */
  count(...labels: string[]): number {
    return labels.filter((label) => this.has(label)).length;
  }
}

/** What files put around a figure's name for its sum over all time: `Total likes`, `Total de curtidas`, `合計いいね数`, `总播放量`. */
const TOTAL =
  /^(?:total(?:e)?\s+(?:(?:de|des|der|di)\s+|d['’])?|总|總|合計|総|총\s+|tổng\s+(?:số\s+)?)|(?:总数|總數|の総数|の合計|\s+(?:totales|totais|totaux|totali|totaal|insgesamt|gesamt))$/iu;

/** The metric of a column of posts. */
export function metricOfColumn(label: string, platform: Platform | null): MetricName | null {
  const metric = metricOfLabel(label, platform);
  if (metric !== null || fieldOfLabel(label) !== null) return metric;
  const bare = clean(label).replace(TOTAL, '');
  return bare === clean(label) ? null : metricOfLabel(bare, platform);
}

/** Files begin with banners and notes: how many rows may lie above a header. */
export const ROWS_SEARCHED = 20;

/** How many cells of a row are labels somebody knows. */
export function known(cells: readonly string[], platform: Platform | null = null): number {
  const labels = new Set(cells.map(plain).filter((label) => label !== ''));
  return [...labels].filter((label) => metricOfColumn(label, platform) !== null || fieldOfLabel(label) !== null).length;
}

/** The row that holds most known labels, at least `least`: files begin with banners, notes and titles. */
export function findHeader(sheet: Sheet, platform: Platform | null = null, least = 2): Header | null {
  let best = -1;
  let most = least - 1;
  for (const [at, row] of sheet.rows.slice(0, ROWS_SEARCHED).entries()) {
    const count = known(row.cells, platform);
    if (count > most) {
      most = count;
      best = at;
    }
  }
  const row = sheet.rows[best];
  return row ? new Header(best, row.cells) : null;
}

/**
 * The tables of a sheet: where one file was put behind another with its columns in another order, each has its own header. A row is
 * a header again when most of its cells are labels of the first one.
 */
export function tablesOf(sheet: Sheet): Sheet[] {
  const header = findHeader(sheet);
  if (!header) return [sheet];
  const labels = new Set(sheet.rows[header.at]?.cells.filter((cell) => cell.trim() !== ''));
  const starts = [0];
  for (const [at, row] of sheet.rows.entries()) {
    if (at <= header.at || header.repeats(row)) continue;
    const again = new Set(row.cells.filter((cell) => labels.has(cell))).size;
    if (again >= 3 && again * 2 > row.cells.filter((cell) => cell.trim() !== '').length) starts.push(at);
  }
  if (starts.length === 1) return [sheet];
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? sheet.rows.length;
    const last = end === sheet.rows.length;
    return { ...sheet, rows: sheet.rows.slice(start, end), ...(!last && { endsOpen: false }) };
  });
}
