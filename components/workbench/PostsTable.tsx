import { ArrowDown, ArrowUp, Columns3, SearchX, StickyNote, Undo2 } from 'lucide-preact';
import { Component } from 'preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../core/model/labels';
import { latestMetrics } from '../../core/model/latest';
import { METRIC_NAMES, type MetricName } from '../../core/model/metrics';
import type { AccountView, LabelEdit, PostFilter, PostQuery, PostRow, PostSort, Problem, Scope } from '../data';
import { scopeId } from '../data';
import { Button, Check, Choice, Empty, LevelMark, ProblemCard, Select } from '../kit';
import { FigureText, Unknown } from '../kit/figure';
import { PostSearch } from '../posts/PostsView';
import { Standing } from '../posts/Standing';
import { accountLabel } from '../shell/AccountBar';
import { type TextsOf, useWords } from '../words';

/** Every row is this high, in px: which rows are in view follows from the scroll position alone. */
const ROW = 40;
/** Rows drawn beyond each edge of the view. */
const SPARE = 8;
/** The drawn part moves by so many rows at a time: most scrolling draws nothing. */
const STEP = 8;
/** Widths of the columns in px, fixed: a table that measures its cells would do so at every row that comes. */
const WIDTHS = { check: 36, title: 240, number: 84, time: 156, words: 116, mark: 76 };
const widthOf = (column: Column) => {
  if (isMetric(column)) return WIDTHS.number;
  if (column === 'standing' || column === 'check') return WIDTHS.mark;
  return column === 'published' ? WIDTHS.time : WIDTHS.words;
};

const FILTERS: PostFilter[] = ['all', 'unlabelled', 'findings', 'commercial', 'notPublic'];
export type Column = 'published' | 'account' | 'format' | 'status' | 'kind' | 'pillar' | 'check' | 'standing' | MetricName;
/** In the order in which they are shown. */
export const COLUMNS: Column[] = [
  'published',
  'standing',
  'check',
  ...METRIC_NAMES,
  'kind',
  'pillar',
  'format',
  'status',
  'account',
];
const FIRST_COLUMNS = new Set<Column>([
  'published',
  'standing',
  'check',
  'views',
  'likes',
  'comments',
  'saves',
  'shares',
  'kind',
]);
export const DEFAULT_COLUMNS = COLUMNS.filter((column) => FIRST_COLUMNS.has(column));
const isMetric = (column: Column): column is MetricName => (METRIC_NAMES as string[]).includes(column);

export interface PostsTableProps {
  accounts: AccountView[];
  query: PostQuery;
  total: number | null;
  /** A row by its place in the found posts; undefined while it is being fetched. */
  rowAt: (index: number) => PostRow | undefined;
  columns: Column[];
  pillars: readonly string[];
  problem: Problem | null;
  /** What the last change of labels did, to be undone. */
  undo: number | null;
  onQuery: (query: PostQuery) => void;
  /** Rows from (inclusive) to (exclusive) are in view. */
  onRange: (from: number, to: number) => void;
  onColumns: (columns: Column[]) => void;
  onLabel: (keys: string[], edit: LabelEdit) => void;
  onUndo: () => void;
  onOpen: (row: PostRow) => void;
}

export function PostsTable(props: PostsTableProps) {
  const { t, f } = useWords('panel');
  const { accounts, query, total, problem, undo, onQuery, onUndo } = props;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const change = (part: Partial<PostQuery>) => {
    setSelected(new Set());
    onQuery({ ...query, stay: [], ...part });
  };
  const narrowed = query.search !== '' || query.filter !== 'all' || query.kind !== null || query.scope !== null;
  return (
    <div class="stack">
      <div class="row-apart">
        <h1>{t.posts.table}</h1>
        <p class="small muted number" role="status">
          {total !== null && t.posts.found(total, f.number(total))}
        </p>
      </div>
      <div class="toolbar">
        <PostSearch value={query.search} onSearch={(search) => change({ search })} />
        {accounts.length > 1 && (
          <Select
            label={t.posts.account}
            hideLabel
            value={query.scope ? scopeId(query.scope) : 'all'}
            options={[
              { value: 'all', label: t.common.allAccounts },
              ...accounts.map((entry) => ({ value: scopeId(entry), label: accountLabel(entry, t) })),
            ]}
            onChange={(id) => change({ scope: scopeOf(accounts, id) })}
          />
        )}
        <ColumnChoice columns={props.columns} onColumns={props.onColumns} />
      </div>
      <Choice
        legend={t.posts.filter}
        hideLegend
        value={query.filter}
        options={FILTERS.map((value) => ({ value, label: t.posts.filters[value] }))}
        onChange={(filter) => change({ filter })}
      />
      {undo !== null && <UndoNote count={undo} onUndo={onUndo} />}
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          pillars={props.pillars}
          onApply={(edit) => {
            props.onLabel([...selected], edit);
            setSelected(new Set());
          }}
          onClear={() => setSelected(new Set())}
        />
      )}
      {problem && <ProblemCard problem={problem} />}
      {total === 0 && !narrowed && <Empty icon={StickyNote} {...t.posts.none} />}
      {total === 0 && narrowed && (
        <Empty icon={SearchX} title={t.posts.noMatch.title} text={t.posts.noMatch.text}>
          <Button onClick={() => change({ search: '', filter: 'all', kind: null, scope: null })}>{t.posts.noMatch.action}</Button>
        </Empty>
      )}
      {total !== null && total > 0 && <Rows {...props} total={total} selected={selected} onSelect={setSelected} />}
    </div>
  );
}

/**
 * What the last change of labels did, and the way back. Where the focus was lost with the controls that made the change, it takes
 * it: the way back is the next stop of the Tab key.
 */
export function UndoNote({ count, onUndo }: { count: number; onUndo: () => void }) {
  const { t, f } = useWords('panel');
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) note.current?.focus();
  }, []);
  return (
    <div ref={note} class="note" role="status" tabIndex={-1}>
      <span class="grow">{t.posts.labelled(count, f.number(count))}</span>
      <Button small icon={Undo2} onClick={onUndo}>
        {t.common.undo}
      </Button>
    </div>
  );
}

const scopeOf = (accounts: AccountView[], id: string): Scope | null => {
  const found = accounts.find((entry) => scopeId(entry) === id);
  return found ? { platform: found.platform, account: found.account } : null;
};

interface RowsProps extends PostsTableProps {
  total: number;
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
}

/** A table of which only the rows in view exist; two empty rows stand for those above and below. */
function Rows(props: RowsProps) {
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
  const to = Math.min(total, view.to);
  const from = Math.min(view.from, to);
  useEffect(() => onRange(from, to), [from, to, onRange]);
  useEffect(() => {
    look();
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const width = WIDTHS.check + WIDTHS.title + columns.reduce((sum, column) => sum + widthOf(column), 0);
  useEffect(() => {
    if (table.current) table.current.style.minWidth = `${width}px`;
  }, [width]);
  // Another question starts at its top.
  const question = JSON.stringify(query);
  useEffect(() => {
    if (question && scroller.current) scroller.current.scrollTop = 0;
  }, [question]);

  const shown = Array.from({ length: to - from }, (_, at) => ({ index: from + at, row: rowAt(from + at) }));
  const keys = shown.flatMap(({ row }) => (row ? [row.known.key] : []));
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
    <section ref={scroller} class="table-scroller" aria-label={t.posts.table} onScroll={look}>
      <table ref={table} class="posts-table" aria-label={t.posts.table} aria-rowcount={total + 1}>
        <colgroup>
          <Width px={WIDTHS.check} />
          <Width px={null} />
          {columns.map((column) => (
            <Width key={column} px={widthOf(column)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" class="cell-check">
              <input
                type="checkbox"
                aria-label={t.posts.selectAll}
                checked={allSelected}
                onChange={() => onSelect(allSelected ? new Set() : new Set([...selected, ...keys]))}
              />
            </th>
            <th scope="col" class="cell-title">
              {t.posts.title}
            </th>
            {columns.map((column) => (
              <Head key={column} column={column} sort={query.sort} onSort={(sort) => onQuery({ ...query, stay: [], sort })} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} columns={columns.length + 2} />
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
          <Gap rows={total - to} columns={columns.length + 2} />
        </tbody>
      </table>
    </section>
  );
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
  const { t } = useWords('panel');
  if (!row) {
    return (
      <tr aria-rowindex={index + 2}>
        <td colSpan={columns.length + 2} class="cell-waiting">
          …
        </td>
      </tr>
    );
  }
  const { key, post } = row.known;
  const title = post.title || t.posts.untitled;
  const metrics = latestMetrics(row.known);
  return (
    <tr aria-rowindex={index + 2} class={selected ? 'row-selected' : undefined}>
      <td class="cell-check">
        <input type="checkbox" aria-label={t.posts.select(title)} checked={selected} onChange={() => onToggle(key)} />
      </td>
      <th scope="row" class="cell-title">
        <button type="button" class="title-button" onClick={() => onOpen(row)}>
          {title}
        </button>
      </th>
      {columns.map((column) =>
        isMetric(column) ? (
          <td key={column} class="cell-number">
            <FigureText metric={column} figure={metrics[column]} />
          </td>
        ) : (
          <Cell key={column} column={column} row={row} />
        ),
      )}
    </tr>
  );
}

function Width({ px }: { px: number | null }) {
  const column = useRef<HTMLTableColElement>(null);
  useEffect(() => {
    if (column.current) column.current.style.width = px === null ? '' : `${px}px`;
  }, [px]);
  return <col ref={column} />;
}

function Gap({ rows, columns }: { rows: number; columns: number }) {
  const element = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    if (element.current) element.current.style.height = `${rows * ROW}px`;
  }, [rows]);
  if (rows <= 0) return null;
  return (
    <tr class="gap">
      <td ref={element} colSpan={columns} />
    </tr>
  );
}

function columnName(column: Column, t: TextsOf['panel']): string {
  return isMetric(column) ? t.metrics[column] : t.posts[column];
}

function Head({ column, sort, onSort }: { column: Column; sort: PostSort; onSort: (sort: PostSort) => void }) {
  const { t } = useWords('panel');
  const name = columnName(column, t);
  if (column !== 'published' && !isMetric(column)) {
    return (
      <th scope="col" class="cell-words">
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
      scope="col"
      aria-sort={ascending ? 'ascending' : descending ? 'descending' : 'none'}
      class={isMetric(column) ? 'cell-number' : undefined}
    >
      <button type="button" class="sort-button" onClick={() => onSort(next)}>
        {name}
        {(ascending || descending) && <Arrow size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}

function Cell({ column, row }: { column: Exclude<Column, MetricName>; row: PostRow }) {
  const { t, f } = useWords('panel');
  const { post, labels } = row.known;
  switch (column) {
    case 'published':
      return <td class="number">{f.published(post.publishedAt, post.publishedPrecision) ?? t.posts.noDate}</td>;
    case 'account':
      return <td class="cell-words">{accountLabel(row.known, t)}</td>;
    case 'format':
      return <td>{post.format ? t.formats[post.format] : '—'}</td>;
    case 'status':
      return <td class="cell-words">{post.status ? t.statuses[post.status] : (post.statusText ?? '—')}</td>;
    case 'kind':
      return <td>{labels.kind ? t.kinds[labels.kind] : '—'}</td>;
    case 'pillar':
      return <td class="cell-words">{labels.pillar ?? '—'}</td>;
    case 'standing':
      return (
        <td>
          <Standing bands={row.bands} short />
        </td>
      );
    case 'check':
      return <td>{row.level ? <LevelMark level={row.level} text={t.levelsShort[row.level]} /> : <Unknown />}</td>;
  }
}

function ColumnChoice({ columns, onColumns }: { columns: Column[]; onColumns: (columns: Column[]) => void }) {
  const { t } = useWords('panel');
  return (
    <details class="menu">
      <summary class="button">
        <Columns3 size={16} aria-hidden="true" />
        {t.posts.columns}
      </summary>
      <fieldset class="menu-body">
        <legend class="sr-only">{t.posts.columns}</legend>
        {COLUMNS.map((column) => (
          <Check
            key={column}
            label={columnName(column, t)}
            checked={columns.includes(column)}
            onChange={(on) => onColumns(COLUMNS.filter((name) => (name === column ? on : columns.includes(name))))}
          />
        ))}
      </fieldset>
    </details>
  );
}

const MARKS = ['commercial', 'boosted', 'sensitive'] as const;
type MarkChange = 'keep' | `${'+' | '-'}${(typeof MARKS)[number]}`;

function BulkBar({
  count,
  pillars,
  onApply,
  onClear,
}: {
  count: number;
  pillars: readonly string[];
  onApply: (edit: LabelEdit) => void;
  onClear: () => void;
}) {
  const { t, f } = useWords('panel');
  const id = useId();
  const [kind, setKind] = useState<Kind | 'keep'>('keep');
  const [pillar, setPillar] = useState('');
  const [series, setSeries] = useState('');
  const [mark, setMark] = useState<MarkChange>('keep');
  const edit: LabelEdit = {
    ...(kind === 'keep' ? {} : { kind }),
    ...(pillar.trim() ? { pillar: pillar.trim() } : {}),
    ...(series.trim() ? { series: series.trim() } : {}),
    ...(mark === 'keep' ? {} : { [mark.slice(1)]: mark.startsWith('+') || null }),
  };
  return (
    <section class="card bulk" aria-label={t.posts.selected(count, f.number(count))}>
      <p class="strong number">{t.posts.selected(count, f.number(count))}</p>
      <div class="row grow">
        <Choice
          legend={t.posts.bulkKind}
          hideLegend
          value={kind}
          options={[
            ...KINDS.map((value) => ({ value, label: t.kinds[value] })),
            { value: 'keep' as const, label: t.posts.keepKind },
          ]}
          onChange={setKind}
        />
        <div class="field">
          <label for={id} class="sr-only">
            {t.posts.bulkPillar}
          </label>
          <input
            id={id}
            class="input input-short"
            list={`${id}-known`}
            maxLength={100}
            value={pillar}
            placeholder={t.posts.bulkPillar}
            onInput={(event) => setPillar(event.currentTarget.value)}
          />
          <datalist id={`${id}-known`}>
            {pillars.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
        <div class="field">
          <label for={`${id}-series`} class="sr-only">
            {t.posts.bulkSeries}
          </label>
          <input
            id={`${id}-series`}
            class="input input-short"
            maxLength={100}
            value={series}
            placeholder={t.posts.bulkSeries}
            onInput={(event) => setSeries(event.currentTarget.value)}
          />
        </div>
        <Select
          label={t.posts.bulkMark}
          hideLabel
          value={mark}
          options={[
            { value: 'keep', label: t.posts.keepMarks },
            ...MARKS.flatMap((name): { value: MarkChange; label: string }[] => [
              { value: `+${name}`, label: t.posts.mark(t.posts[name]) },
              { value: `-${name}`, label: t.posts.unmark(t.posts[name]) },
            ]),
          ]}
          onChange={setMark}
        />
      </div>
      <Button kind="primary" disabled={Object.keys(edit).length === 0} onClick={() => onApply(edit)}>
        {t.posts.apply}
      </Button>
      <Button onClick={onClear}>{t.common.cancel}</Button>
    </section>
  );
}
