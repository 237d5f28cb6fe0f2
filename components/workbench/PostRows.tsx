import { ArrowDown, ArrowUp } from 'lucide-preact';
import { Component } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { latestMetrics } from '../../core/model/latest';
import type { PostQuery, PostRow, PostSort } from '../data';
import { useWords } from '../words';
import { CELL, cellOf } from './cells';
import { type Column, columnName, figureFirst, isMetric, NARROW, WIDTHS, widthOf } from './columns';
import { useSlots } from './row-slots';

/** Every row is this high, in px: which rows are in view follows from the scroll position alone. */
const ROW = 40;
/** Rows drawn beyond each edge of the view. */
const SPARE = 6;
/** The drawn part moves by so many rows at a time. */
const STEP = 4;
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

/** A table of which only the rows in view exist, each at its place: one that comes or goes moves no other (`row-slots.ts`). */
export function Rows(props: RowsProps) {
  const { t } = useWords('panel');
  const { query, total, rowAt, selected, onSelect, onRange, onQuery, onOpen } = props;
  const narrow = useNarrow();
  const columns = useMemo(() => (narrow ? figureFirst(props.columns) : props.columns), [narrow, props.columns]);
  const scroller = useRef<HTMLElement>(null);
  const table = useRef<HTMLTableElement>(null);
  const [view, setView] = useState({ top: 0, size: 40, more: false });
  const wide = useRef(0);
  const look = () => {
    const element = scroller.current;
    if (!element) return;
    const top = Math.floor(element.scrollTop / ROW / STEP) * STEP;
    const size = Math.ceil(element.clientHeight / ROW / STEP) * STEP + STEP;
    const more = element.scrollLeft + element.clientWidth < wide.current - 1;
    setView((before) => (before.top === top && before.size === size && before.more === more ? before : { top, size, more }));
  };
  // Rows are made between two frames, not in the one that scrolls: the spare ones bridge it.
  const looking = useRef<ReturnType<typeof setTimeout> | null>(null);
  const lookSoon = () => {
    looking.current ??= setTimeout(() => {
      looking.current = null;
      look();
    });
  };
  // As many rows at the ends of the table as in its middle: elements are filled anew, not taken away and made again.
  const count = Math.min(total, view.size + 2 * SPARE);
  const from = Math.max(0, Math.min(view.top - SPARE, total - count));
  const to = from + count;
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
  const widths = narrow ? NARROW.widths : WIDTHS;
  const width = widths.check + widths.title + columns.reduce((sum, column) => sum + widths[widthOf(column)], 0);
  useEffect(() => {
    const style = table.current?.style;
    style?.setProperty('min-width', `${width}px`);
    for (const [name, px] of Object.entries(widths)) style?.setProperty(`--width-${name}`, `${px}px`);
    wide.current = width;
    look();
  }, [width, widths]);
  // Another question starts at its top.
  const question = JSON.stringify(query);
  useEffect(() => {
    if (question && scroller.current) scroller.current.scrollTop = 0;
  }, [question]);

  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => body.current?.style.setProperty('height', `${total * ROW}px`), [total]);

  const inView = Array.from({ length: to - from }, (_, at) => ({ index: from + at, row: rowAt(from + at) }));
  const { slots, waiting } = useSlots(inView, view.top - from, columns);
  const seen = inView.filter(({ index }) => index >= view.top && index < view.top + view.size);
  const keys = seen.flatMap(({ row }) => (row ? [row.known.key] : []));
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
    <div class={view.more ? 'table-more' : undefined}>
      <section ref={scroller} class="table-scroller" aria-label={t.posts.table} onScroll={lookSoon}>
        <table
          ref={table}
          {...TABLE}
          class="posts-table"
          aria-label={t.posts.table}
          aria-rowcount={total + 1}
          aria-busy={waiting}
        >
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
          <tbody ref={body} {...PART}>
            {slots.map(({ id, index, row }) => (
              <Row
                key={id}
                index={index}
                row={row}
                columns={columns}
                selected={selected.has(row.known.key)}
                onToggle={stable.toggle}
                onOpen={stable.open}
              />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
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

interface RowProps {
  index: number;
  row: PostRow;
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
  const element = useRef<HTMLTableRowElement>(null);
  useLayoutEffect(() => element.current?.style.setProperty('top', `${index * ROW}px`), [index]);
  const { key, post } = row.known;
  // Who stands in it is not carried along when the element is given to another post.
  useLayoutEffect(() => {
    const own = element.current;
    return () => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement && own?.contains(activeElement)) activeElement.blur();
    };
  }, [key]);
  const title = post.title || t.posts.untitled;
  const metrics = latestMetrics(row.known);
  return (
    <tr ref={element} {...ROW_OF} aria-rowindex={index + 2} class={selected ? 'row-selected' : undefined}>
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
