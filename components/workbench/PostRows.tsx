import { ArrowDown, ArrowUp } from 'lucide-preact';
import { Component } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { latestMetrics } from '../../core/model/latest';
import type { PostQuery, PostRow, PostSort } from '../data';
import { useWords } from '../words';
import { CELL, cellOf } from './cells';
import { type Column, columnName, isMetric, WIDTHS, widthOf } from './columns';

/** Every row is this high, in px: which rows are in view follows from the scroll position alone. */
const ROW = 40;
/** Rows drawn beyond each edge of the view. */
const SPARE = 6;
/** The drawn part moves by so many rows at a time. */
const STEP = 4;
/** Rows whose cells are made in one frame; the others wait for the next. All at once would be felt on a slow computer. */
const PER_FRAME = 2;
/** Not every browser takes boxes that are laid out otherwise for a table: it is told again. */
const TABLE = { role: 'table' } as const;
const PART = { role: 'rowgroup' } as const;
const ROW_OF = { role: 'row' } as const;
const COLUMN_HEAD = { role: 'columnheader' } as const;
const ROW_HEAD = { role: 'rowheader' } as const;

export interface RowsProps {
  query: PostQuery;
  total: number;
  /** A row by its place in the found posts; undefined while it is being fetched. */
  rowAt: (index: number) => PostRow | undefined;
  columns: Column[];
  selected: ReadonlySet<string>;
  onQuery: (query: PostQuery) => void;
  /** Rows from (inclusive) to (exclusive) are in view. */
  onRange: (from: number, to: number) => void;
  onSelect: (selected: ReadonlySet<string>) => void;
  onOpen: (row: PostRow) => void;
}

/** A table of which only the rows in view exist; two empty rows stand for those above and below. */
export function Rows(props: RowsProps) {
  const { t } = useWords('panel');
  const { query, total, rowAt, columns, selected, onSelect, onRange, onQuery, onOpen } = props;
  const scroller = useRef<HTMLElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [view, setView] = useState({ from: 0, to: 40 });
  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const from = Math.max(0, Math.floor(element.scrollTop / ROW / STEP) * STEP - SPARE);
    const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW / STEP) * STEP + SPARE;
    setView((before) => (before.from === from && before.to === to ? before : { from, to }));
  };
  // Rows are made between two frames, not in the one that scrolls: the spare ones bridge it.
  const looking = useRef<ReturnType<typeof setTimeout> | null>(null);
  const lookSoon = () => {
    looking.current ??= setTimeout(() => {
      looking.current = null;
      look();
    });
  };
  const to = Math.min(total, view.to);
  const from = Math.min(view.from, to);
  useEffect(() => onRange(from, to), [from, to, onRange]);
  useEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    return () => {
      observer.disconnect();
      clearTimeout(looking.current ?? undefined);
    };
  }, []);
  const width = WIDTHS.check + WIDTHS.title + columns.reduce((sum, column) => sum + WIDTHS[widthOf(column)], 0);
  useEffect(() => {
    const style = table.current?.style;
    style?.setProperty('min-width', `${width}px`);
    for (const [name, px] of Object.entries(WIDTHS)) style?.setProperty(`--width-${name}`, `${px}px`);
  }, [width]);
  // Another question starts at its top.
  const question = JSON.stringify(query);
  useEffect(() => {
    if (question && scroller.current) scroller.current.scrollTop = 0;
  }, [question]);

  const inView = Array.from({ length: to - from }, (_, at) => ({ index: from + at, row: rowAt(from + at) }));
  const shown = useFewPerFrame(inView, columns);
  const keys = inView.flatMap(({ row }) => (row ? [row.known.key] : []));
  const allSelected = keys.length > 0 && keys.every((key) => selected.has(key));
  const toggle = (key: string) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect(next);
  };
  // Rows are drawn once: what they call must not change with every drawing of the table.
  const latest = useRef({ toggle, onOpen });
  latest.current = { toggle, onOpen };
  const stable = useMemo(
    () => ({ toggle: (key: string) => latest.current.toggle(key), open: (row: PostRow) => latest.current.onOpen(row) }),
    [],
  );
  return (
    <section ref={scroller} class="table-scroller" aria-label={t.posts.table} onScroll={lookSoon}>
      <table ref={table} {...TABLE} class="posts-table" aria-label={t.posts.table} aria-rowcount={total + 1}>
        <thead {...PART}>
          <tr {...ROW_OF}>
            <th {...COLUMN_HEAD} scope="col" class="cell-check">
              <input
                type="checkbox"
                aria-label={t.posts.selectAll}
                checked={allSelected}
                onChange={() => onSelect(allSelected ? new Set() : new Set([...selected, ...keys]))}
              />
            </th>
            <th {...COLUMN_HEAD} scope="col" class="cell-title">
              {t.posts.title}
            </th>
            {columns.map((column) => (
              <Head key={column} column={column} sort={query.sort} onSort={(sort) => onQuery({ ...query, stay: [], sort })} />
            ))}
          </tr>
        </thead>
        <tbody {...PART}>
          <Gap rows={from} />
          {shown.map(({ index, row }) => (
            <Row
              key={row?.known.key ?? index}
              index={index}
              row={row}
              columns={columns}
              selected={row !== undefined && selected.has(row.known.key)}
              onToggle={stable.toggle}
              onOpen={stable.open}
            />
          ))}
          <Gap rows={total - to} />
        </tbody>
      </table>
    </section>
  );
}

interface Shown {
  index: number;
  row: PostRow | undefined;
}

/** The same rows, those that are new in their turn: until then they are drawn as if they were still on their way. */
function useFewPerFrame(rows: Shown[], columns: Column[]): Shown[] {
  const made = useRef<{ keys: ReadonlySet<string>; columns: Column[] }>({ keys: new Set(), columns });
  const [, nextFrame] = useState(0);
  const before = made.current.columns === columns ? made.current.keys : new Set<string>();
  const keys = new Set<string>();
  let room = PER_FRAME;
  let waiting = false;
  const shown = rows.map(({ index, row }): Shown => {
    if (!row) return { index, row };
    const { key } = row.known;
    if (!before.has(key) && room-- <= 0) {
      waiting = true;
      return { index, row: undefined };
    }
    keys.add(key);
    return { index, row };
  });
  made.current = { keys, columns };
  useEffect(() => {
    if (!waiting) return;
    // Effects run once what was made is drawn: the next few are made in a task of their own, and drawn with the next frame.
    const timer = setTimeout(() => nextFrame((count) => count + 1));
    return () => clearTimeout(timer);
  });
  return shown;
}

interface RowProps {
  index: number;
  row: PostRow | undefined;
  columns: Column[];
  selected: boolean;
  onToggle: (key: string) => void;
  onOpen: (row: PostRow) => void;
}

/** Drawn again only when something about it changed. */
class Row extends Component<RowProps> {
  override shouldComponentUpdate(next: Readonly<RowProps>): boolean {
    const { index, row, columns, selected } = this.props;
    return next.index !== index || next.row !== row || next.columns !== columns || next.selected !== selected;
  }
  override render(props: RowProps) {
    return <RowCells {...props} />;
  }
}

function RowCells({ index, row, columns, selected, onToggle, onOpen }: RowProps) {
  const words = useWords('panel');
  const { t } = words;
  if (!row) {
    return (
      <tr {...ROW_OF} aria-rowindex={index + 2}>
        <td {...CELL} class="cell-waiting" />
      </tr>
    );
  }
  const { key, post } = row.known;
  const title = post.title || t.posts.untitled;
  const metrics = latestMetrics(row.known);
  return (
    <tr {...ROW_OF} aria-rowindex={index + 2} class={selected ? 'row-selected' : undefined}>
      <td {...CELL} class="cell-check">
        <input type="checkbox" aria-label={t.posts.select(title)} checked={selected} onChange={() => onToggle(key)} />
      </td>
      <th {...ROW_HEAD} scope="row" class="cell-title">
        <button type="button" class="title-button" onClick={() => onOpen(row)}>
          {title}
        </button>
      </th>
      {columns.map((column) => cellOf(column, row, metrics, words))}
    </tr>
  );
}

function Gap({ rows }: { rows: number }) {
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (element.current) element.current.style.height = `${rows * ROW}px`;
  }, [rows]);
  if (rows <= 0) return null;
  return (
    <tr ref={element} class="gap">
      <td />
    </tr>
  );
}

function Head({ column, sort, onSort }: { column: Column; sort: PostSort; onSort: (sort: PostSort) => void }) {
  const { t } = useWords('panel');
  const name = columnName(column, t);
  if (column !== 'published' && !isMetric(column)) {
    return (
      <th {...COLUMN_HEAD} scope="col" class={`cell-${widthOf(column)}`}>
        {name}
      </th>
    );
  }
  const ascending = column === 'published' && sort === 'oldest';
  const descending = column === 'published' ? sort === 'newest' : sort === column;
  const next = column === 'published' ? (descending ? 'oldest' : 'newest') : column;
  const Arrow = ascending ? ArrowUp : ArrowDown;
  return (
    <th
      {...COLUMN_HEAD}
      scope="col"
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}
      class={`cell-${widthOf(column)}`}
    >
      <button type="button" class="sort-button" onClick={() => onSort(next)}>
        {name}
        {(ascending || descending) && <Arrow size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}
