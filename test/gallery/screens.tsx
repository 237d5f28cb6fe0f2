/** Every screen in every state worth looking at. */
import type { ComponentChildren, VNode } from 'preact';
import { ComplianceView } from '../../components/compliance/ComplianceView';
import type { AccountView, PostFilter, Problem, TabState } from '../../components/data';
import { Loaded } from '../../components/kit';
import { MixView } from '../../components/mix/MixView';
import { PopupView } from '../../components/popup/PopupView';
import { PostsView } from '../../components/posts/PostsView';
import { type PanelTab, SidePanelView } from '../../components/shell/SidePanelView';
import { TimingView } from '../../components/timing/TimingView';
import { TodayView } from '../../components/today/TodayView';
import { WelcomeView } from '../../components/welcome/WelcomeView';
import { type BackupBusy, BackupView, type RestorePreview } from '../../components/workbench/BackupView';
import { DiagnosticsView } from '../../components/workbench/DiagnosticsView';
import { ExportView } from '../../components/workbench/ExportView';
import { type ImportItem, ImportView } from '../../components/workbench/ImportView';
import { DEFAULT_COLUMNS, PostsTable } from '../../components/workbench/PostsTable';
import { SettingsView } from '../../components/workbench/SettingsView';
import { type Section, WorkbenchView } from '../../components/workbench/WorkbenchView';
import type { TimingReport } from '../../core/model/report';
import {
  accounts,
  draftCheck,
  NOW,
  platforms,
  samplePosts,
  sampleReport,
  sampleTimes,
  summaryOf,
  timingOf,
  weighedMix,
} from './samples';

type Locale = 'en' | 'zh-CN';
type Screen = (locale: Locale) => VNode;
const nothing = () => {};

interface PanelOptions {
  account?: AccountView | null;
  tabState?: TabState;
  problem?: Problem;
  stale?: boolean;
}
function panel(
  tab: PanelTab,
  children: ComponentChildren,
  { account = accounts.full, tabState = { kind: 'other' }, problem, stale }: PanelOptions = {},
) {
  return (
    <SidePanelView
      accounts={Object.values(accounts)}
      current={account}
      tabState={tabState}
      tab={tab}
      counts={{ compliance: 1 }}
      stale={stale ?? false}
      problem={problem ?? null}
      now={NOW}
      onTab={nothing}
      onAccount={nothing}
      onWorkbench={nothing}
      onRetry={nothing}
    >
      {children}
    </SidePanelView>
  );
}

const today =
  (kind: 'full' | 'thin' | 'clear', options?: PanelOptions): Screen =>
  (locale) => {
    const report = sampleReport(kind, locale);
    const account = kind === 'thin' ? accounts.thin : accounts.full;
    const suggestions = kind === 'thin' ? [] : report.suggestions;
    return panel('today', <TodayView account={account} suggestions={suggestions} cadence={report.cadence} now={NOW} />, {
      account,
      ...options,
    });
  };

const timing =
  (state: TimingReport['state'], posts: number): Screen =>
  (locale) =>
    panel(
      'timing',
      <TimingView
        units={[{ summary: summaryOf(posts, Math.round(posts * 0.9)), timing: timingOf(state, locale) }]}
        times={{ 'douyin|林间小屋|short': sampleTimes(posts) }}
        onCalendar={nothing}
      />,
    );

const compliance =
  (kind: 'full' | 'clear' | 'none'): Screen =>
  (locale) =>
    panel(
      'compliance',
      <ComplianceView
        platform="douyin"
        posts={kind === 'none' ? 0 : 96}
        report={sampleReport(kind === 'full' ? 'full' : 'clear', locale).compliance}
        titles={new Map(samplePosts(8).map(({ known }) => [known.key, known.post.title]))}
        check={async () => draftCheck(locale)}
        onDismiss={nothing}
      />,
    );

const posts =
  (count: number, total: number, search = '', filter: PostFilter = 'all'): Screen =>
  () =>
    panel(
      'posts',
      <PostsView
        query={{ scope: null, search, filter, kind: null, sort: 'newest', stay: [], offset: 0, limit: 30 }}
        slice={{ state: 'ready', value: { rows: samplePosts(count), total, pillars: ['小家日常'], series: [] } }}
        onQuery={nothing}
        onLabel={nothing}
      />,
    );

const popup =
  (tabState: TabState, timingState: TimingReport['state'] | null, problem?: Problem): Screen =>
  (locale) => (
    <PopupView
      tabState={tabState}
      timing={timingState && { summary: summaryOf(96, 86), timing: timingOf(timingState, locale) }}
      platforms={platforms}
      problem={problem ?? null}
      check={async () => draftCheck(locale)}
      onSwitch={nothing}
      onPanel={nothing}
      onWorkbench={nothing}
    />
  );

const reading: TabState = { kind: 'reading', platform: 'douyin', expected: 120, captured: 32, fresh: 5, problem: null };

const workbench =
  (section: Section, children: ComponentChildren): Screen =>
  () => <WorkbenchView section={section}>{children}</WorkbenchView>;
const yes = async () => true;

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
      problem={null}
      undo={undo}
      onQuery={nothing}
      onRange={nothing}
      onColumns={nothing}
      onLabel={nothing}
      onUndo={nothing}
      onOpen={nothing}
    />,
  );
};

const importing = (items: ImportItem[]) =>
  workbench('import', <ImportView items={items} onFiles={nothing} onAdd={nothing} onCancel={nothing} />);
const preview: ImportItem = {
  id: 1,
  file: 'Table data.csv',
  state: {
    kind: 'preview',
    preview: {
      file: 'Table data.csv',
      format: 'import/youtube-table',
      platform: 'youtube',
      readings: 214,
      posts: { fresh: 190, known: 24 },
      from: '2024-01-04',
      to: '2026-06-01',
      skipped: [
        { line: 2, reason: 'a total, not a post' },
        { line: 88, reason: 'no publish date' },
      ],
      unknownColumns: ['Karma'],
      needsAccount: true,
    },
  },
};

const backup = (busy: BackupBusy | null, restore: RestorePreview | null, problem: Problem | null = null) =>
  workbench(
    'backup',
    <BackupView
      accounts={Object.values(accounts)}
      last={busy ? null : NOW - 12 * 86_400_000}
      now={NOW}
      busy={busy}
      message={null}
      problem={problem}
      restore={restore}
      onSave={nothing}
      onChoose={nothing}
      onRestore={nothing}
      onForget={nothing}
      onRemove={nothing}
      onCancel={nothing}
    />,
  );

export const screens: Record<string, Record<string, Screen>> = {
  today: {
    full: today('full'),
    clear: today('clear'),
    thin: today('thin'),
    off: today('full', { tabState: { kind: 'off', platform: 'xiaohongshu' } }),
    unsupported: today('full', { tabState: { kind: 'unsupported-layout', platform: 'douyin', page: null } }),
    first: () => panel('today', null, { account: null }),
    error: () => panel('today', null, { problem: { key: 'quota', detail: 'QuotaExceededError' } }),
    loading: () => panel('today', <Loaded of={{ state: 'loading' }}>{() => null}</Loaded>, { stale: true }),
  },
  timing: {
    supported: timing('supported', 96),
    hint: timing('hint', 64),
    inconclusive: timing('inconclusive', 48),
    no_effect_seen: timing('no_effect_seen', 160),
    insufficient: timing('insufficient', 10),
    confirmed: timing('confirmed', 130),
    none: () => panel('timing', <TimingView units={[]} times={{}} onCalendar={nothing} />),
  },
  mix: {
    weighed: (locale) => panel('mix', <MixView mix={weighedMix(locale)} onLabel={nothing} />),
    full: (locale) => panel('mix', <MixView mix={sampleReport('full', locale).mix} onLabel={nothing} />),
    thin: (locale) => panel('mix', <MixView mix={sampleReport('thin', locale).mix} onLabel={nothing} />),
    none: () => panel('mix', <MixView mix={[]} onLabel={nothing} />),
  },
  compliance: { full: compliance('full'), clear: compliance('clear'), none: compliance('none'), typing: compliance('clear') },
  posts: {
    full: posts(12, 96),
    unlabelled: posts(4, 64, '', 'unlabelled'),
    thin: posts(2, 2),
    none: posts(0, 0),
    noMatch: posts(0, 0, '火锅'),
  },
  popup: {
    reading: popup(reading, 'supported'),
    off: popup({ kind: 'off', platform: 'kuaishou' }, 'inconclusive'),
    other: popup({ kind: 'other' }, null),
    refresh: popup({ kind: 'refresh', platform: 'douyin' }, 'no_effect_seen'),
    unsupported: popup({ kind: 'unsupported-layout', platform: 'douyin', page: null }, 'insufficient'),
    typing: popup(reading, 'hint'),
    problem: popup({ ...reading, problem: { key: 'quota' } }, 'supported'),
  },
  welcome: { first: workbench('welcome', <WelcomeView platforms={platforms} onSwitch={yes} onGo={nothing} />) },
  table: { full: table(80, 1200, '', 3), none: table(0, 0), noMatch: table(0, 0, '火锅'), waiting: table(0, 400) },
  import: {
    none: importing([]),
    preview: importing([preview]),
    mixed: importing([
      {
        id: 2,
        file: 'old.xls',
        state: { kind: 'refused', reason: 'An old Excel file (XLS). Save it as XLSX or CSV and try again.' },
      },
      { id: 3, file: 'analytics.zip', state: { kind: 'adding', done: 0.4 } },
      { id: 4, file: 'notes.xlsx', state: { kind: 'done', readings: 88, fresh: 80 } },
    ]),
  },
  export: {
    full: workbench(
      'export',
      <ExportView
        accounts={Object.values(accounts)}
        running={null}
        saved="post-almanac.csv"
        problem={null}
        onSave={nothing}
        onCancel={nothing}
      />,
    ),
    running: workbench(
      'export',
      <ExportView
        accounts={Object.values(accounts)}
        running={0.3}
        saved={null}
        problem={null}
        onSave={nothing}
        onCancel={nothing}
      />,
    ),
    none: workbench(
      'export',
      <ExportView accounts={[]} running={null} saved={null} problem={null} onSave={nothing} onCancel={nothing} />,
    ),
  },
  backup: {
    full: backup(null, null),
    saving: backup({ work: 'saving', done: 0.6 }, null),
    restore: backup(null, {
      file: 'post-almanac-2026-06-01.almanac',
      fresh: 1240,
      same: 88,
      conflicting: 3,
      refused: [{ line: 7, reason: 'unknown kind' }],
      app: '0.1.0',
    }),
    error: backup(null, null, { key: 'failed', detail: 'checksum does not match' }),
  },
  settings: {
    full: workbench(
      'settings',
      <SettingsView
        settings={{ theme: 'system', language: 'system', zone: 'Asia/Shanghai', overlayOff: [] }}
        zones={['Asia/Shanghai', 'Europe/Berlin', 'UTC']}
        platforms={platforms}
        accounts={Object.values(accounts)}
        onChange={nothing}
        onSwitch={yes}
        onName={nothing}
      />,
    ),
  },
  diagnostics: {
    full: workbench(
      'diagnostics',
      <DiagnosticsView
        of={{
          state: 'ready',
          value: {
            version: '0.1.0',
            browser: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0',
            platformsOn: ['douyin'],
            dataVersion: 42,
            accounts: 3,
            posts: 318,
            usage: 7_300_000,
            engine: '1',
            reportAt: '2026-06-15T02:00:00Z',
          },
        }}
        onCopy={nothing}
        onRetry={nothing}
      />,
    ),
  },
};
