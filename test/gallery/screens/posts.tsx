import type { PostFilter, PostRow } from '../../../components/data';
import { PostPage } from '../../../components/posts/PostPage';
import { PostsView } from '../../../components/posts/PostsView';
import { DEFAULT_COLUMNS } from '../../../components/workbench/columns';
import { PostsTable } from '../../../components/workbench/PostsTable';
import { checkText } from '../../../core/engine/compliance';
import { DRAFTS } from '../drafts';
import { accountOf, accounts, samplePosts } from '../samples';
import { type Locale, nothing, panel, type Screen, type Screens, workbench } from './frame';

const posts =
  (count: number, total: number, search = '', filter: PostFilter = 'all', as = (row: PostRow) => row): Screen =>
  () =>
    panel(
      'posts',
      <PostsView
        query={{ scope: null, search, filter, kind: null, sort: 'newest', stay: [], offset: 0, limit: 30 }}
        slice={{
          state: 'ready',
          value: { rows: samplePosts(count).map(as), total, pillars: ['小家日常'], series: [], absent: [] },
        }}
        onQuery={nothing}
        onDismiss={() => {}}
        onLabel={nothing}
      />,
      {
        account: accountOf(filter === 'all' && search === '' ? total : 96),
        ...(total < 3 && { flagged: filter === 'findings' ? total : 0 }),
      },
    );

export const tableActs = {
  onQuery: nothing,
  onRange: nothing,
  onColumns: nothing,
  onLabel: nothing,
  onUndo: nothing,
  onOpen: nothing,
};
const table = (count: number, total: number | null, search = '', undo: number | null = null) => {
  const rows = samplePosts(count);
  return workbench(
    'posts',
    <PostsTable
      accounts={Object.values(accounts)}
      query={{ scope: null, search, filter: 'all', kind: null, sort: 'newest', stay: [], offset: 0, limit: 200 }}
      total={total}
      rowAt={(index) => rows[index]}
      columns={DEFAULT_COLUMNS}
      pillars={['小家日常']}
      absent={[]}
      problem={null}
      undo={undo}
      {...tableActs}
    />,
  );
};

const onePost = (row: PostRow | undefined): Screen =>
  workbench(
    'posts',
    row ? (
      <PostPage row={row} pillars={['小家日常']} series={[]} onDismiss={() => {}} onLabel={nothing} onIncident={nothing} />
    ) : null,
  );

/** A title, and what the rules themselves say of it. */
const withFindings = (row: PostRow, locale: Locale): PostRow => {
  const { platform, text } = DRAFTS[locale];
  const { level, findings } = checkText({ text, platform, locale });
  return { ...row, level, findings, known: { ...row.known, platform, post: { ...row.known.post, title: text } } };
};

export const screens: Screens = {
  post: {
    full: onePost(samplePosts(8)[6]),
    once: onePost(samplePosts(8)[3]),
    red: (locale) => {
      const row = samplePosts(3)[2];
      return onePost(row && withFindings(row, locale))(locale);
    },
  },
  posts: {
    full: posts(12, 96),
    opened: (locale) => posts(1, 1, '', 'findings', (row) => withFindings(row, locale))(locale),
    unlabelled: posts(4, 64, '', 'unlabelled', (row) => ({ ...row, known: { ...row.known, labels: {} } })),
    thin: posts(2, 2, '', 'all'),
    none: posts(0, 0),
    noMatch: posts(0, 0, '火锅'),
  },
  table: { full: table(80, 1200, '', 3), none: table(0, 0), noMatch: table(0, 0, '火锅'), waiting: table(0, 400) },
};
