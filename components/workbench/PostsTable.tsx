import { Columns3, SearchX, StickyNote, Undo2 } from 'lucide-preact';
import { useId, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../core/model/labels';
import type { AccountView, LabelEdit, PostQuery, Problem, Scope } from '../data';
import { scopeId } from '../data';
import { Button, Check, Choice, Empty, ProblemCard, Select } from '../kit';
import { useLostFocus } from '../kit/lost-focus';
import { StartButtons } from '../kit/start';
import { PostFilters, PostSearch } from '../posts/PostsView';
import { accountLabel } from '../shell/AccountBar';
import { useWords } from '../words';
import { COLUMNS, type Column, columnName } from './columns';
import { Rows, type RowsProps } from './PostRows';

export interface PostsTableProps extends Omit<RowsProps, 'total' | 'selected' | 'onSelect'> {
  accounts: AccountView[];
  total: number | null;
  pillars: readonly string[];
  /** Columns that no post shown has anything in. */
  absent: readonly Column[];
  problem: Problem | null;
  /** What the last change of labels did, to be undone. */
  undo: number | null;
  onColumns: (columns: Column[]) => void;
  onLabel: (keys: string[], edit: LabelEdit) => void;
  onUndo: () => void;
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
      {(narrowed || total !== 0) && (
        <>
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
            <ColumnChoice columns={props.columns} absent={props.absent} onColumns={props.onColumns} />
          </div>
          <PostFilters value={query.filter} onFilter={(filter) => change({ filter })} />
        </>
      )}
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
      {total === 0 && !narrowed && (
        <Empty icon={StickyNote} {...t.posts.none}>
          <StartButtons />
        </Empty>
      )}
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
  const note = useLostFocus<HTMLDivElement>();
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

function ColumnChoice({ columns, absent, onColumns }: Pick<PostsTableProps, 'columns' | 'absent' | 'onColumns'>) {
  const { t, f } = useWords('panel');
  return (
    <details class="menu">
      <summary class="button">
        <Columns3 size={16} aria-hidden="true" />
        {t.posts.columns}
      </summary>
      <fieldset class="menu-body">
        <legend class="sr-only">{t.posts.columns}</legend>
        {absent.length > 0 && <p class="small muted">{t.posts.emptyColumns}</p>}
        {COLUMNS.map((column) => (
          <Check
            key={column}
            label={absent.includes(column) ? f.aside(columnName(column, t), t.posts.emptyColumn) : columnName(column, t)}
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
