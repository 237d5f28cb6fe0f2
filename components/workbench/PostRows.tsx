import { ArrowDown, ArrowUp } from 'lucide-preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PostQuery, PostRow, PostSort } from '../data';
import { useWords } from '../words';
import { type Column, columnName, isMetric, NARROW, type ShownColumn, WIDTHS, widthOf, worthFirst } from './columns';
import { ROW } from './row-element';
import { RowRing } from './row-ring';

/** Rows drawn beyond each edge of the view. */
const SPARE = 6;
/** The drawn part moves by so many rows at a time. */
const STEP = 4;
/** Not every browser takes boxes that are laid out otherwise for a table: it is told again. */
const TABLE = { role: 'table' } as const;
const PART = { role: 'rowgroup' } as const;
const ROW_OF = { role: 'row' } as const;
const COLUMN_HEAD = { role: 'columnheader' } as const;

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

/**
 * A table of which only the rows in view exist, each at its place: one that comes or goes moves no other. Its head is drawn by Preact;
 * its rows are not (`row-ring.ts`), and nothing is drawn anew while one scrolls.
 */
export function Rows(props: RowsProps) {
  const words = useWords('panel');
  const { t } = words;
  const { query, total, onQuery } = props;
  const narrow = useNarrow();
  const columns = useMemo((): ShownColumn[] => (narrow ? worthFirst(props.columns) : props.columns), [narrow, props.columns]);
  const widths = narrow ? NARROW.widths : WIDTHS;
  const width = widths.check + widths.title + columns.reduce((sum, column) => sum + widths[widthOf(column)], 0);

  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const all = useRef<HTMLInputElement>(null);
  const ring = useRef<RowRing | null>(null);
  const view = useRef({ top: 0, size: 40 });
  const range = useRef<{ from?: number; count?: number; onRange?: RowsProps['onRange'] }>({});
  const latest = useRef({ ...props, width });
  latest.current = { ...props, width };

  useLayoutEffect(() => {
    const part = body.current;
    if (!part) return;
    const rows = new RowRing(
      part,
      { columns, words, onToggle: (key) => toggle(latest.current, key), onOpen: (row) => latest.current.onOpen(row) },
      (busy) => table.current?.setAttribute('aria-busy', String(busy)),
    );
    ring.current = rows;
    return () => rows.end();
  }, [columns, words]);
  useLayoutEffect(() => {
    const style = table.current?.style;
    style?.setProperty('min-width', `${width}px`);
    for (const [name, px] of Object.entries(widths)) style?.setProperty(`--width-${name}`, `${px}px`);
  }, [width, widths]);
  useLayoutEffect(() => body.current?.style.setProperty('height', `${total * ROW}px`), [total]);
  // Another question starts at its top.
  const question = JSON.stringify(query);
  useLayoutEffect(() => {
    if (question && scroller.current) scroller.current.scrollTop = 0;
  }, [question]);

  const inView = () => {
    const { top, size } = view.current;
    const { rowAt } = latest.current;
    const rows = Array.from({ length: Math.min(size, latest.current.total - top) }, (_, at) => rowAt(top + at));
    return rows.flatMap((row) => (row ? [row.known.key] : []));
  };
  const allSelected = () => {
    const { selected } = latest.current;
    if (selected.size === 0) return false;
    const keys = inView();
    return keys.length > 0 && keys.every((key) => selected.has(key));
  };
  /** What is in view follows from where the page was scrolled to. */
  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const { total, rowAt, selected, onRange, width } = latest.current;
    const { clientHeight, clientWidth, scrollTop, scrollLeft } = element;
    const top = Math.floor(scrollTop / ROW / STEP) * STEP;
    // While one of its posts is looked at, the table has no height and stays as it was.
    const size = clientHeight ? Math.ceil(clientHeight / ROW / STEP) * STEP + STEP : view.current.size;
    view.current = { top, size };
    // As many rows at the ends of the table as in its middle: elements are filled anew, not taken away and made again.
    const count = Math.min(total, size + 2 * SPARE);
    const from = Math.max(0, Math.min(top - SPARE, total - count));
    ring.current?.show({ from, top: Math.max(from, Math.min(top, total - 1)), count, rowAt, selected });
    frame.current?.classList.toggle('table-more', scrollLeft + clientWidth < width - 1);
    if (all.current) all.current.checked = allSelected();
    const before = range.current;
    if (before.from === from && before.count === count && before.onRange === onRange) return;
    range.current = { from, count, onRange };
    onRange(from, from + count);
  };
  useLayoutEffect(look);
  // Rows are filled between two frames, not in the one that scrolls: the spare ones bridge it.
  const looking = useRef<ReturnType<typeof setTimeout> | null>(null);
  const lookSoon = () => {
    looking.current ??= setTimeout(() => {
      looking.current = null;
      look();
    });
  };
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    return () => {
      observer.disconnect();
      clearTimeout(looking.current ?? undefined);
    };
  }, []);
  const selectInView = () => {
    const { selected, onSelect } = latest.current;
    onSelect(allSelected() ? new Set() : new Set([...selected, ...inView()]));
  };
  return (
    <div ref={frame}>
      <section ref={scroller} class="table-scroller" aria-label={t.posts.table} onScroll={lookSoon}>
        <table ref={table} {...TABLE} class="posts-table" aria-label={t.posts.table} aria-rowcount={total + 1}>
          <thead {...PART}>
            <tr {...ROW_OF}>
              <th {...COLUMN_HEAD} scope="col" class="cell-check">
                <input ref={all} type="checkbox" aria-label={t.posts.selectAll} onChange={selectInView} />
              </th>
              <th {...COLUMN_HEAD} scope="col" class="cell-title">
                {t.posts.title}
              </th>
              {columns.map((column) => (
                <Head key={column} column={column} sort={query.sort} onSort={(sort) => onQuery({ ...query, stay: [], sort })} />
              ))}
            </tr>
          </thead>
          <tbody ref={body} {...PART} />
        </table>
      </section>
    </div>
  );
}

function toggle({ selected, onSelect }: RowsProps, key: string): void {
  const next = new Set(selected);
  if (!next.delete(key)) next.add(key);
  onSelect(next);
}

function useNarrow(): boolean {
  const media = useMemo(() => matchMedia(NARROW.media), []);
  const [narrow, setNarrow] = useState(media.matches);
  useEffect(() => {
    const hear = () => setNarrow(media.matches);
    media.addEventListener('change', hear);
    return () => media.removeEventListener('change', hear);
  }, [media]);
  return narrow;
}

function Head({ column, sort, onSort }: { column: ShownColumn; sort: PostSort; onSort: (sort: PostSort) => void }) {
  const { t } = useWords('panel');
  const name = columnName(column, t);
  const isDate = column === 'published' || column === 'day';
  if (!isDate && !isMetric(column)) {
    return (
      <th {...COLUMN_HEAD} scope="col" class={`cell-${widthOf(column)}`}>
        {name}
      </th>
    );
  }
  const ascending = isDate && sort === 'oldest';
  const descending = isDate ? sort === 'newest' : sort === column;
  const next = isDate ? (descending ? 'oldest' : 'newest') : column;
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
