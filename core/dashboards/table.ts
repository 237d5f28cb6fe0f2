/**
 * Tables whose header row says what the columns are. Headers are matched by text; a cell belongs to its header by
 * `aria-colindex` where both carry it, else by its place under the header row, spans counted. Never by a fixed position.
 */
import { isMetricName } from '../model/metrics';
import { fieldsOfLines, readFields } from './fields';
import { Figures } from './figure-text';
import { collapse, parentOf, type Sight } from './sight';
import type { Found, Look, Meaning, Row, RowSource, TableLayout } from './types';

const HEADER_CELL = 'th, [role="columnheader"]';
const ROW = 'tr, [role="row"]';
const TABLE = 'table, [role="grid"], [role="table"], [role="treegrid"]';
const DATA_CELL = 'td, [role="gridcell"], [role="cell"]';
const CELL_ROLES = new Set(['gridcell', 'cell', 'rowheader']);

interface Column {
  cell: Element | undefined;
  /** From 0, spans counted. */
  place: number;
  /** `aria-colindex` */
  index: string | null;
  label: string;
  meanings: readonly Meaning[];
}
interface Header {
  row: Element;
  columns: Column[];
  /** Every header cell has an `aria-colindex` of its own. */
  indexed: boolean;
  /** Rows usually have as many cells as there are columns. Where they do not, one that happens to is no evidence. */
  fits: boolean;
  /** What the columns mean, as one text: part of each row's signature. */
  key: string;
  /** The cells of each row, looked for once. */
  cells: Map<Element, Element[]>;
}

export function findTable(root: ParentNode, layout: TableLayout, look: Look): Found | null {
  const scopes = layout.within ? look.sight.all(root, layout.within) : [root];
  let withoutRows: Found | null = null;
  let found: Found | undefined;
  let key = '';
  // Of the tables after the first only those that are the same once more are of interest.
  const quiet: Look = { ...look, refuse: (reason, text) => found ?? look.refuse(reason, text) };
  for (const scope of scopes) {
    for (const header of headers(scope, layout, quiet, () => found !== undefined)) {
      if (found && header.key !== key) continue;
      const { rows, container } = bodyRows(header, look.sight);
      header.fits = header.indexed || usualWidth(rows, header) === header.columns.length;
      const posts = layout.isPost ? rows.filter((row) => layout.isPost?.(row, look)) : rows;
      const sources = posts.map((row) => source(row, header, layout, look));
      const here: Found = { rows: sources, recognised: true, container };
      if (sources.length === 0) withoutRows ??= here;
      else if (found) {
        const known = new Set(found.rows.map(({ element }) => element));
        const copies = sources.filter(({ element }) => !known.has(element));
        found = { ...found, rows: [...found.rows, ...copies], twice: true };
      } else {
        found = here;
        key = header.key;
      }
    }
  }
  return found ?? withoutRows;
}

/** Every table of a page nobody declared: its labels, and per row the cell under each. */
export function* anyTables(root: ParentNode, look: Look): Generator<{ labels: string[]; rows: (Element | undefined)[][] }> {
  const anything: TableLayout = { kind: 'table', fields: { title: () => null }, min: 0, plain: true, tellApart: true };
  for (const header of headers(root, anything, look)) {
    const rows = bodyRows(header, look.sight).rows.flatMap((row) => {
      const cells = cellsUnder(row, header);
      return cells ? [cells] : [];
    });
    yield { labels: header.columns.map(({ label }) => label), rows };
  }
}

/** `enough`: told so, it does not go on to search for roles. */
function* headers(scope: ParentNode, layout: TableLayout, look: Look, enough = () => false): Generator<Header> {
  if (layout.plain && !scope.querySelector(HEADER_CELL)) {
    const row = plainHeader(scope, look);
    const header = row && headerOf([[...row.children]], row, layout, look);
    if (header) yield header;
  }
  const seen = new Set<Element>();
  for (const cell of headCellsIn(scope, enough)) {
    const row = cell.closest(ROW);
    if (!row || seen.has(row)) continue;
    const group = row.closest('thead, [role="rowgroup"]');
    const rows = group ? [...group.querySelectorAll(ROW)].filter(isHeaderRow) : [row];
    for (const each of rows) seen.add(each);
    const last = rows.at(-1);
    if (!last || !look.sight.visible(last)) continue;
    const header = headerOf(rows.map(headCells), last, layout, look);
    if (header) yield header;
  }
}

/** By tag first: searching a page of a thousand rows for roles costs as much as reading them. */
function* headCellsIn(scope: ParentNode, enough: () => boolean): Generator<Element> {
  yield* (scope as Partial<Element>).getElementsByTagName?.('th') ?? scope.querySelectorAll('th');
  if (!enough()) yield* scope.querySelectorAll('[role="columnheader"]:not(th)');
}

const isHeaderRow = (row: Element) => row.querySelector(HEADER_CELL) !== null && row.querySelector(DATA_CELL) === null;
const headCells = (row: Element) => [...row.querySelectorAll(HEADER_CELL)].filter((cell) => cell.closest(ROW) === row);

/** The smallest element around three metric labels, in a page without table tags and roles. */
function plainHeader(scope: ParentNode, look: Look): Element | null {
  const labels = look.sight.pieces(scope).filter(({ text }) => text.length <= 20 && isMetricName(look.meaning(text) ?? ''));
  let row: Element | null = labels[0]?.parent ?? null;
  while (row && labels.filter(({ parent }) => row?.contains(parent)).length < 3) row = parentOf(row);
  return row;
}

/** The labels over each place: the lowest header cell that covers it. */
function headerOf(rows: readonly (readonly Element[])[], last: Element, layout: TableLayout, look: Look): Header | null {
  const grid: (Element | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x]) x++;
      const wide = span(cell, 'colspan');
      for (const line of grid.slice(y, y + span(cell, 'rowspan'))) for (let dx = 0; dx < wide; dx++) line[x + dx] = cell;
      x += wide;
    }
  });
  const lowest = Array.from(grid.at(-1) ?? []);
  const names = layout.tellApart ? namesApart(grid, look) : [];
  const columns = lowest.map((cell, place): Column => {
    const { label, meanings } = cell ? meaningOf(cell, layout, look, names[place]) : { label: '', meanings: [] };
    return { cell, place, index: cell ? indexOf(cell) : null, label, meanings };
  });
  nameByKeys(columns, layout);
  const metrics = columns.filter((column) => column.meanings.some(isMetricName));
  const { fields } = layout;
  const titled =
    typeof fields === 'function' || fields?.title !== undefined || columns.some((column) => column.meanings.includes('title'));
  if (!titled || metrics.length < (layout.min ?? 2)) return null;
  for (const column of columns) if (column.label && column.meanings.length === 0) look.refuse('unknown-label', column.label);
  const indices = new Set(columns.map((column) => column.index));
  return {
    row: last,
    columns,
    indexed: !indices.has(null) && indices.size === columns.length,
    fits: true,
    key: columns.map((column) => column.meanings.join('+')).join(),
    cells: new Map(),
  };
}

/** A name for each column whose own is not the only one of its kind. */
function namesApart(grid: readonly (Element | undefined)[][], look: Look): (string | undefined)[] {
  const textAt = (y: number, x: number) => {
    const cell = grid.at(y)?.[x];
    return cell ? look.sight.text(cell) : '';
  };
  const own = Array.from(grid.at(-1) ?? [], (_, x) => textAt(-1, x));
  const several = (names: readonly string[], name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  const over = own.map((name, x) => {
    const above = grid.length > 1 && several(own, name) ? textAt(-2, x) : '';
    return above && above !== name ? `${above} / ${name}` : name;
  });
  return over.map((name, x) => {
    if (!name || !several(own, own[x] ?? '')) return undefined;
    const alike = over.flatMap((other, at) => (other === name ? [at] : []));
    return alike.length > 1 ? `${name} (${alike.indexOf(x) + 1}/${alike.length})` : name;
  });
}

/** `name`: what tells the column from others of the same words. */
function meaningOf(cell: Element, layout: TableLayout, look: Look, name?: string): { label: string; meanings: Meaning[] } {
  const lines = name === undefined ? look.sight.lines(cell) : [name];
  const label = lines.join(' ');
  for (const text of lines.length > 1 ? [label, lines[0] ?? ''] : [label]) {
    // `作品名称 | 发布时间`: one column, two things.
    const meanings = text.split(/[|｜]/).map((part) => layout.words?.[collapse(part)] ?? look.meaning(part));
    if (meanings.every((meaning) => meaning !== null)) return { label, meanings };
  }
  return { label, meanings: [] };
}

/** Columns whose words are unknown get their meaning from a stable attribute, unless the words of another column claim it. */
function nameByKeys(columns: Column[], { keys }: TableLayout): void {
  const claimed = new Set(columns.flatMap(({ meanings }) => meanings));
  for (const column of columns) {
    const named = keys?.names[column.cell?.getAttribute(keys.attribute) ?? ''];
    if (named && column.meanings.length === 0 && !claimed.has(named)) column.meanings = [named];
  }
}

/**
 * Rows below the header: in its own table, or, since a fixed header is a table of its own, in a table beside it that has no
 * header and as many columns.
 */
function bodyRows(header: Header, sight: Sight): { rows: Element[]; container: Element } {
  if (header.row.matches(`:not(${ROW})`)) return plainRows(header, sight);
  const own = header.row.closest(TABLE) ?? header.row.parentElement ?? header.row;
  const rows = rowsIn(own, header, sight);
  let container: Element = own;
  for (let climbed = 0; rows.length === 0 && climbed < 4; climbed++) {
    const up = parentOf(container);
    if (!up || up.tagName === 'BODY') break;
    const tables = sight.all(up, TABLE).filter((table) => table !== own && !own.contains(table));
    if (tables.some((table) => table.querySelector(HEADER_CELL))) break;
    container = up;
    for (const table of tables) {
      rows.push(...rowsIn(table, header, sight).filter((row) => cellsOf(row).length === header.columns.length));
    }
  }
  return { rows, container: rows.length > 0 ? container : own };
}

/** The number of places that most rows have. */
function usualWidth(rows: readonly Element[], header: Header): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const width = cellsIn(row, header).reduce((sum, cell) => sum + span(cell, 'colspan'), 0);
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

/** Elements near the header that have as many children as it has. */
function plainRows(header: Header, sight: Sight): { rows: Element[]; container: Element } {
  let container = header.row;
  for (let climbed = 0; climbed < 3; climbed++) {
    const up = parentOf(container);
    if (!up || up.tagName === 'BODY') break;
    container = up;
    const rows = [...container.querySelectorAll('*')].filter(
      (row) =>
        row !== header.row && row.childElementCount === header.columns.length && !header.row.contains(row) && sight.visible(row),
    );
    const outer = rows.filter((row) => !rows.some((other) => other !== row && other.contains(row)));
    if (outer.length > 0) return { rows: outer, container };
  }
  return { rows: [], container };
}

function rowsIn(table: Element, header: Header, sight: Sight): Element[] {
  const rows: Element[] = [];
  for (const row of (table as Partial<HTMLTableElement>).rows ?? table.querySelectorAll(ROW)) {
    const first = row.firstElementChild;
    const isHeader =
      row === header.row || row.parentElement?.tagName === 'THEAD' || first?.getAttribute('role') === 'columnheader';
    if (!isHeader && ((first && isCell(first)) || cellsOf(row).length > 0) && sight.row(row)) rows.push(row);
  }
  return rows;
}

const isCell = (element: Element) => element.tagName === 'TD' || CELL_ROLES.has(element.getAttribute('role') ?? '');
const isHead = (element: Element) => element.tagName === 'TH' && element.closest('thead') === null;

function cellsIn(row: Element, { cells }: Header): Element[] {
  let known = cells.get(row);
  if (!known) {
    known = cellsOf(row);
    cells.set(row, known);
  }
  return known;
}

function cellsOf(row: Element): Element[] {
  if (row.tagName !== 'TR' && !row.matches(ROW)) return [...row.children];
  const cells: Element[] = [];
  for (let child = row.firstElementChild; child; child = child.nextElementSibling) {
    if (isCell(child) || (isHead(child) && row.querySelector('td'))) cells.push(child);
  }
  if (cells.length > 0 || row.tagName === 'TR') return cells;
  return [...row.querySelectorAll('[role]')].filter((element) => isCell(element) && element.closest(ROW) === row);
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  // By far the most, without looking for the attribute.
  if (name === 'colspan' && (cell as Partial<HTMLTableCellElement>).colSpan === 1) return 1;
  const value = Number(cell.getAttribute(name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, 200) : 1;
}

/** `aria-colindex` as it stands there. */
const indexOf = (cell: Element): string | null => cell.getAttribute('aria-colindex');

function source(element: Element, header: Header, layout: TableLayout, look: Look): RowSource {
  return {
    element,
    signature: header.key + header.fits + element.textContent,
    parse: () => parseRow(element, header, layout, look),
  };
}

/** The cell under each column, in the columns' order; `null` when it cannot be said which is which. */
function cellsUnder(row: Element, header: Header): (Element | undefined)[] | null {
  const cells = cellsIn(row, header);
  const { columns } = header;
  if (header.indexed) {
    const inOrder = cells.length === columns.length && cells.every((cell, at) => indexOf(cell) === columns[at]?.index);
    if (inOrder) return cells;
    const byIndex = new Map(cells.map((cell) => [indexOf(cell), cell]));
    if (!byIndex.has(null) && byIndex.size === cells.length) return columns.map((column) => byIndex.get(column.index));
    if (cells.some(indexOf)) return null;
  }
  const places: (Element | undefined)[] = [];
  for (const cell of cells) {
    const wide = span(cell, 'colspan');
    const under = columns.slice(places.length, places.length + wide);
    // A cell over several columns belongs to none of them, unless their header spans as many.
    const own = under.every((column) => column.cell === under[0]?.cell);
    for (let dx = 0; dx < wide; dx++) places.push(own ? cell : undefined);
  }
  // Where only some carry an index, places count; but not against an index that says otherwise.
  const fits = columns.every(({ index }, at) => !index || !places[at] || (indexOf(places[at]) ?? index) === index);
  return header.fits && fits && places.length === columns.length ? places : null;
}

function parseRow(row: Element, header: Header, layout: TableLayout, look: Look): Row {
  const fields = typeof layout.fields === 'function' ? layout.fields(row, look) : readFields(row, layout.fields ?? {}, look);
  const cells = cellsUnder(row, header);
  if (!cells) return { fields, figures: [], refused: [{ reason: 'cells-do-not-fit-headers', excerpt: look.sight.text(row) }] };
  const figures = new Figures();
  header.columns.forEach((column, position) => {
    const cell = cells[position];
    if (!cell) return;
    for (const meaning of column.meanings) {
      if (meaning === 'ignored') continue;
      if (!isMetricName(meaning)) {
        if (meaning === 'title') fieldsOfLines(cell, fields, look);
        else fields[meaning] ??= look.sight.text(cell);
        continue;
      }
      figures.add(meaning, column.label, cell, look);
    }
  });
  return { fields, figures: figures.list, refused: figures.refused };
}
