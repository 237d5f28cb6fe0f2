import { SearchX } from 'lucide-preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LabelEdit, PostQuery, PostRow, PostSlice, Problem } from '../../components/data';
import { Empty, Loaded } from '../../components/kit';
import { PostPage } from '../../components/posts/PostPage';
import { useWords } from '../../components/words';
import { COLUMNS, DEFAULT_COLUMNS } from '../../components/workbench/columns';
import { PostsTable, UndoNote } from '../../components/workbench/PostsTable';
import type { SavedLabels } from '../../core/store/types';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import { useReport } from '../lib/hooks';
import { incidentParts } from '../lib/incident-address';
import { postsAsked } from '../lib/places';
import { setAside } from '../lib/set-aside';
import type { PageProps } from './page';

/** Rows are fetched in blocks of this many: taking in a block is one task of the page's thread. */
const BLOCK = 50;
const FIRST: PostQuery = {
  scope: null,
  search: '',
  filter: 'all',
  kind: null,
  sort: 'newest',
  stay: [],
  offset: 0,
  limit: BLOCK,
};
const CHOSEN_COLUMNS = 'columns';

/** What the creator ticked and unticked: `+saves` is shown also while it is empty, `-likes` is not. Others are shown while they have something in them. */
const chosenColumns = (): string[] => localStorage.getItem(CHOSEN_COLUMNS)?.split(',') ?? [];

export function Posts({ rest, go }: PageProps) {
  const asked = postsAsked(rest);
  const open = asked ? undefined : rest[0];
  const { ask, locale, settings, changes } = useApp();
  const overview = useAnswer('overview', null);
  // Standing and check come from the report: it is made where it is not of today.
  useReport();
  const [query, setQuery] = useState<PostQuery>({ ...FIRST, ...asked });
  const [total, setTotal] = useState<number | null>(null);
  const [pillars, setPillars] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [absent, setAbsent] = useState<PostSlice['absent']>([]);
  const [chosen, setChosen] = useState(chosenColumns);
  const missing = absent.join();
  const columns = useMemo(
    () =>
      COLUMNS.filter((column) => {
        const byItself = DEFAULT_COLUMNS.includes(column) && !missing.split(',').includes(column);
        return chosen.includes(`+${column}`) || (byItself && !chosen.includes(`-${column}`));
      }),
    [chosen, missing],
  );
  const [undo, setUndo] = useState<{ count: number; saved: SavedLabels } | null>(null);
  const [, redraw] = useState(0);

  /** Rows by block; `asked` holds blocks on their way. Emptied when the question or the data changes. */
  const held = useRef({ key: '', rows: new Map<number, PostRow[]>(), asked: new Set<number>() });
  const range = useRef({ from: 0, to: BLOCK });
  const key = JSON.stringify({ ...query, locale, zone: settings.zone, changes });

  const fetchBlock = useCallback(
    (block: number) => {
      const mine = held.current;
      if (mine.asked.has(block)) return;
      mine.asked.add(block);
      ask('posts', { ...query, offset: block * BLOCK, limit: BLOCK, figures: 'newest', locale, zone: settings.zone }).then(
        (slice) => {
          if (mine !== held.current) return;
          mine.rows.set(block, slice.rows);
          setTotal(slice.total);
          setPillars(slice.pillars);
          setAbsent(slice.absent);
          setProblem(null);
          redraw((count) => count + 1);
        },
        (error: unknown) => mine === held.current && setProblem(problemOf(error)),
      );
    },
    [ask, query, locale, settings.zone],
  );
  const fetchRange = useCallback(() => {
    const { from, to } = range.current;
    for (let block = Math.floor(from / BLOCK); block <= Math.floor(Math.max(from, to - 1) / BLOCK); block++) fetchBlock(block);
  }, [fetchBlock]);

  useEffect(() => {
    // The rows shown stay until their successors are there.
    held.current = { key, rows: new Map(held.current.rows), asked: new Set() };
    fetchRange();
  }, [key, fetchRange]);

  const rowAt = (index: number) => held.current.rows.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  const onRange = useCallback(
    (from: number, to: number) => {
      range.current = { from, to };
      fetchRange();
    },
    [fetchRange],
  );
  const label = async (keys: string[], edit: LabelEdit) => {
    setQuery((before) => ({ ...before, stay: [...new Set([...before.stay, ...keys])] }));
    try {
      setUndo({ count: keys.length, saved: await ask('label', { keys, edit }) });
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const undoLast = () => {
    if (undo)
      ask('unlabel', { labels: undo.saved }).then(
        () => setUndo(null),
        (error: unknown) => setProblem(problemOf(error)),
      );
  };
  return (
    <>
      {/* The table stays as it was while one of its posts is looked at. */}
      <div hidden={open !== undefined}>
        <PostsTable
          accounts={overview.state.state === 'ready' ? overview.state.value.accounts : []}
          query={query}
          total={total}
          rowAt={rowAt}
          columns={columns}
          pillars={pillars}
          absent={absent}
          problem={problem}
          undo={undo?.count ?? null}
          onQuery={setQuery}
          onRange={onRange}
          onColumns={(wanted) => {
            const changed = COLUMNS.filter((column) => wanted.includes(column) !== columns.includes(column));
            const marks = [
              ...chosen.filter((mark) => !changed.some((column) => mark.slice(1) === column)),
              ...changed.map((column) => `${wanted.includes(column) ? '+' : '-'}${column}`),
            ];
            setChosen(marks);
            localStorage.setItem(CHOSEN_COLUMNS, marks.join(','));
          }}
          onLabel={(keys, edit) => void label(keys, edit)}
          onUndo={undoLast}
          onOpen={(row) => go('posts', row.known.key)}
        />
      </div>
      {open !== undefined && (
        <OnePost
          key={open}
          postKey={open}
          undo={undo?.count ?? null}
          onUndo={undoLast}
          onLabel={(edit) => void label([open], edit)}
          onIncident={(rule) => go('plan', ...incidentParts(open, rule))}
        />
      )}
    </>
  );
}

interface OnePostProps {
  postKey: string;
  undo: number | null;
  onUndo: () => void;
  onLabel: (edit: LabelEdit) => void;
  onIncident: (rule: string) => void;
}
function OnePost({ postKey, undo, onUndo, onLabel, onIncident }: OnePostProps) {
  const { t } = useWords('panel');
  const { ask, locale } = useApp();
  const { state, retry } = useAnswer('post', { key: postKey, locale });
  return (
    <Loaded of={state} onRetry={retry}>
      {({ row, pillars, series, seasons }) => (
        <div class="stack">
          {undo !== null && <UndoNote count={undo} onUndo={onUndo} />}
          {row ? (
            <PostPage
              row={row}
              pillars={pillars}
              series={series}
              seasons={seasons}
              onLabel={onLabel}
              onDismiss={(told) => told.forEach((finding) => void setAside(ask, finding))}
              onIncident={onIncident}
            />
          ) : (
            <Empty icon={SearchX} title={t.posts.gone.title} text={t.posts.gone.text}>
              <a class="button" href="#posts">
                {t.posts.back}
              </a>
            </Empty>
          )}
        </div>
      )}
    </Loaded>
  );
}
