import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { LabelEdit, PostQuery, PostRow, Problem } from '../../components/data';
import { Dialog } from '../../components/kit/dialog';
import { PostDetails } from '../../components/posts/PostCard';
import { useWords } from '../../components/words';
import { COLUMNS, type Column, DEFAULT_COLUMNS, PostsTable } from '../../components/workbench/PostsTable';
import type { SavedLabels } from '../../core/store/types';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import type { PageProps } from './page';

/** Rows are fetched in blocks of this many. */
const BLOCK = 200;
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

function chosenColumns(): Column[] {
  const chosen = localStorage.getItem(CHOSEN_COLUMNS)?.split(',') ?? [];
  const known = COLUMNS.filter((column) => chosen.includes(column));
  return known.length > 0 ? known : DEFAULT_COLUMNS;
}

/** `#posts/KEY` opens that post. */
export function Posts({ rest, go }: Pick<PageProps, 'rest' | 'go'>) {
  const { t } = useWords();
  const { ask, locale, settings, changes } = useApp();
  const overview = useAnswer('overview', null);
  const [query, setQuery] = useState(FIRST);
  const [total, setTotal] = useState<number | null>(null);
  const [pillars, setPillars] = useState<string[]>([]);
  const [series, setSeries] = useState<string[]>([]);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [columns, setColumns] = useState(chosenColumns);
  const [undo, setUndo] = useState<{ count: number; saved: SavedLabels } | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const [, redraw] = useState(0);
  const [named] = rest;
  const asked = useAnswer('posts', { ...FIRST, only: named ?? '', limit: 1, locale, zone: settings.zone }, named !== undefined);
  const pointed = named !== undefined && asked.state.state === 'ready' ? asked.state.value.rows[0] : undefined;

  /** Rows by block; `asked` holds blocks on their way. Emptied when the question or the data changes. */
  const held = useRef({ key: '', rows: new Map<number, PostRow[]>(), asked: new Set<number>() });
  const range = useRef({ from: 0, to: BLOCK });
  const key = JSON.stringify({ ...query, locale, zone: settings.zone, changes });

  const fetchBlock = useCallback(
    (block: number) => {
      const mine = held.current;
      if (mine.asked.has(block)) return;
      mine.asked.add(block);
      ask('posts', { ...query, offset: block * BLOCK, limit: BLOCK, locale, zone: settings.zone }).then(
        (slice) => {
          if (mine !== held.current) return;
          mine.rows.set(block, slice.rows);
          setTotal(slice.total);
          setPillars(slice.pillars);
          setSeries(slice.series);
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
  const inTable = open === null ? undefined : [...held.current.rows.values()].flat().find((row) => row.known.key === open);
  const opened = inTable ?? pointed;
  return (
    <>
      <PostsTable
        accounts={overview.state.state === 'ready' ? overview.state.value.accounts : []}
        query={query}
        total={total}
        rowAt={rowAt}
        columns={columns}
        pillars={pillars}
        problem={problem}
        undo={undo?.count ?? null}
        onQuery={setQuery}
        onRange={onRange}
        onColumns={(chosen) => {
          setColumns(chosen);
          localStorage.setItem(CHOSEN_COLUMNS, chosen.join(','));
        }}
        onLabel={(keys, edit) => void label(keys, edit)}
        onUndo={() => {
          if (undo) void ask('unlabel', { labels: undo.saved }).then(() => setUndo(null));
        }}
        onOpen={(row) => setOpen(row.known.key)}
      />
      {opened && (
        <Dialog
          key={opened.known.key}
          title={opened.known.post.title || t.posts.untitled}
          onClose={() => {
            setOpen(null);
            if (named !== undefined) go('posts');
          }}
        >
          <PostDetails row={opened} pillars={pillars} series={series} onLabel={(edit) => void label([opened.known.key], edit)} />
        </Dialog>
      )}
    </>
  );
}
