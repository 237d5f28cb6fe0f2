/** Too much of everything: accounts, posts, findings, suggestions, plans, words without a space. */
import { exports as enExports } from '../../../assets/locales/en/exports';
import { exports as zhExports } from '../../../assets/locales/zh-CN/exports';
import { ComplianceView } from '../../../components/compliance/ComplianceView';
import type { AccountView, PostRow } from '../../../components/data';
import { CalendarView } from '../../../components/plan/CalendarView';
import { PopupView } from '../../../components/popup/PopupView';
import { PostPage } from '../../../components/posts/PostPage';
import { PostsView } from '../../../components/posts/PostsView';
import { TimingView } from '../../../components/timing/TimingView';
import { TodayView } from '../../../components/today/TodayView';
import { BackupView } from '../../../components/workbench/BackupView';
import { COLUMNS } from '../../../components/workbench/columns';
import { ExportView } from '../../../components/workbench/ExportView';
import { ImportView } from '../../../components/workbench/ImportView';
import { PostsTable } from '../../../components/workbench/PostsTable';
import { SettingsView } from '../../../components/workbench/SettingsView';
import { growthTexts, inSentence } from '../../../core/engine/growth/texts';
import { PLATFORMS } from '../../../core/model/platforms';
import type { Finding } from '../../../core/model/report';
import { sampleWorkspace } from '../../unit/engine/workspace/sample';
import { checked } from '../checked';
import {
  accountOf,
  findingsOf,
  movingGrowth,
  NOW,
  platforms,
  samplePosts,
  sampleReport,
  sampleTimes,
  summaryOf,
  timingOf,
} from '../samples';
import { complianceActs } from './compliance';
import { backupActs } from './files';
import { type Locale, nothing, panel, type Screen, type Screens, workbench } from './frame';
import { planned } from './plan';
import { popupActs } from './popup';
import { tableActs } from './posts';

const DAY = 86_400_000;
const MANY_POSTS = 100_000;
/** 300 letters that nothing may break between, as pasted addresses and strings of tags are. */
const UNBROKEN = `https://example.com/${'abcdefghij'.repeat(28)}`;
const LONG = `今天把家里所有的收纳盒都翻出来重新整理了一遍${'顺便说说每一个的用法和坑'.repeat(22)}`.slice(0, 300);
const titleOf = (at: number) => (at % 3 === 0 ? UNBROKEN : at % 3 === 1 ? LONG : `#${'tag'.repeat(40)} ${at}`);

const many: AccountView[] = Array.from({ length: 40 }, (_, at) => ({
  ...accountOf(at === 0 ? MANY_POSTS : 2500 * at, 1_234_567),
  platform: PLATFORMS[at % 8] ?? 'other',
  account: at === 0 ? UNBROKEN : `${LONG.slice(0, 5 + 2 * at)} ${at}`,
}));
const [account = accountOf(MANY_POSTS)] = many;

/** One text in which nearly every word is spoken of. */
function manyFindings(locale: Locale, count: number): Finding[] {
  const kinds = findingsOf(locale);
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % 3 === 0 ? 0 : 1] as Finding;
    return { ...kind, start: 10 * at, end: 10 * at + 4, text: at === 3 ? UNBROKEN : `${kind.text}${at + 1}` };
  });
}
const rows = (count: number, findings: (at: number) => Finding[] = () => []): PostRow[] =>
  samplePosts(count).map((row, at) => ({
    ...row,
    findings: findings(at),
    known: {
      ...row.known,
      labels: { kind: 'knowledge', pillar: UNBROKEN.slice(0, 100), series: LONG.slice(0, 60), commercial: true },
      post: { ...row.known.post, title: titleOf(at) },
    },
  }));

const today: Screen = (locale) => {
  const report = sampleReport('full', locale);
  const suggestions = Array.from({ length: 60 }, (_, at) => {
    const one = report.suggestions[at % report.suggestions.length] as (typeof report.suggestions)[number];
    return { ...one, id: `${one.id}${at}`, title: at === 1 ? `${one.title} ${UNBROKEN}` : `${one.title} ${at + 1}` };
  });
  return panel(
    'today',
    <TodayView
      account={account}
      suggestions={suggestions}
      cadence={Array.from({ length: 6 }, (_, at) => ({
        unit: `douyin|${UNBROKEN}|${['video', 'short', 'image', 'article', 'live', 'text'][at]}`,
        perWeek: 340.5,
        longestGapDays: 1400,
        weeksWithAPost: 900,
        weeks: 1000,
        daysSinceLast: 1300,
      }))}
      timing={{ summary: summaryOf(MANY_POSTS, 99_000), timing: timingOf('supported', locale) }}
      growth={{
        keys: ['douyin|p0'],
        anomalies: Array.from({ length: 30 }, (_, at) => {
          const one = movingGrowth(locale).anomalies[0] as ReturnType<typeof movingGrowth>['anomalies'][number];
          return {
            ...one,
            statement: at === 0 ? growthTexts(locale).surge(inSentence(UNBROKEN), 4.1) : `${at + 1}. ${one.statement}`,
          };
        }),
      }}
      weeks={Array.from({ length: 12 }, (_, at) => 12_345 * at)}
      reminder={{ on: false, onChange: nothing }}
      now={NOW}
      onOpen={nothing}
      onGo={nothing}
    />,
    { account, accounts: many, flagged: 8123 },
  );
};

const timing: Screen = (locale) =>
  panel(
    'timing',
    <TimingView
      units={['video', 'short', 'image', 'article', 'live', 'text'].map((format) => ({
        summary: summaryOf(MANY_POSTS, 99_000, `douyin|${UNBROKEN}|${format}`),
        timing: timingOf('supported', locale, `douyin|${UNBROKEN}|${format}`),
      }))}
      times={{ [`douyin|${UNBROKEN}|video`]: sampleTimes(20_000) }}
      onCalendar={nothing}
    />,
    { account, accounts: many, flagged: 8123 },
  );

const compliance: Screen = (locale) => {
  const report = sampleReport('full', locale).compliance;
  return panel(
    'compliance',
    <ComplianceView
      platform={null}
      posts={MANY_POSTS}
      report={{
        level: 'red',
        posts: Array.from({ length: 400 }, (_, at) => ({
          post: `p${at}`,
          level: at % 2 === 0 ? ('red' as const) : ('yellow' as const),
          findings: manyFindings(locale, at === 0 ? 99 : 2),
        })),
        patterns: Array.from({ length: 60 }, (_, at) => ({
          ...report.patterns[at % 3],
          text: `${UNBROKEN}${at}`,
        })) as typeof report.patterns,
      }}
      titles={new Map(Array.from({ length: 400 }, (_, at) => [`p${at}`, titleOf(at)]))}
      check={checked(locale)}
      records={new Map([['CN-AD-ABS', { right: 9999, of: 12_345 }]])}
      reviews={new Map()}
      {...complianceActs}
    />,
    { account, accounts: many, flagged: 8123 },
  );
};

const posts: Screen = (locale) =>
  panel(
    'posts',
    <PostsView
      query={{ scope: null, search: UNBROKEN, filter: 'findings', kind: null, sort: 'newest', stay: [], offset: 0, limit: 30 }}
      slice={{
        state: 'ready',
        value: {
          rows: rows(8, (at) => manyFindings(locale, at === 0 ? 99 : 1)),
          total: MANY_POSTS,
          pillars: [],
          series: [],
          absent: [],
        },
      }}
      onQuery={nothing}
      onDismiss={nothing}
      onLabel={nothing}
    />,
    { account, accounts: many, flagged: 8123 },
  );

const table: Screen = (locale) => {
  const shown = rows(40);
  return workbench(
    'posts',
    <PostsTable
      accounts={many}
      query={{ scope: null, search: UNBROKEN, filter: 'all', kind: null, sort: 'newest', stay: [], offset: 0, limit: 200 }}
      total={MANY_POSTS}
      rowAt={(index) => shown[index]}
      columns={[...COLUMNS]}
      pillars={Array.from({ length: 200 }, (_, at) => `${LONG.slice(0, 60)} ${at}`)}
      absent={[]}
      problem={null}
      undo={MANY_POSTS}
      {...tableActs}
    />,
  )(locale);
};

const post: Screen = (locale) => {
  const [row] = rows(1, () => manyFindings(locale, 99));
  return workbench(
    'posts',
    row ? <PostPage row={row} pillars={[]} series={[]} onDismiss={nothing} onLabel={nothing} onIncident={nothing} /> : null,
  )(locale);
};

const popup: Screen = (locale) => (
  <PopupView
    tabState={{ kind: 'reading', platform: 'channels', expected: 1_234_567, captured: MANY_POSTS, fresh: 98_765, problem: null }}
    timing={{ summary: summaryOf(MANY_POSTS, 99_000), timing: timingOf('supported', locale) }}
    platforms={PLATFORMS.map((platform) => ({
      platform,
      on: platform === 'channels',
      hosts: [`${platform}.example.com`],
      start: null,
    }))}
    problem={null}
    check={checked(locale)}
    declared={false}
    {...popupActs}
  />
);

const backup: Screen = (locale) =>
  workbench(
    'backup',
    <BackupView
      accounts={many}
      last={NOW - 900 * DAY}
      now={NOW}
      busy={null}
      message={null}
      failed={null}
      restore={{
        file: `${UNBROKEN}.almanac`,
        fresh: 12_345_678,
        same: 9_876_543,
        conflicting: 1_234_567,
        refused: Array.from({ length: 900 }, (_, at) => ({
          line: 3 * at + 1,
          reason: at % 2 === 0 ? 'post.title: too long' : 'unknown kind of record: x',
        })),
        settings: [UNBROKEN, LONG, 'density'],
        app: '0.1.0',
      }}
      every={30}
      folder={{ name: LONG, ready: false }}
      {...backupActs}
    />,
  )(locale);

const settings: Screen = (locale) =>
  workbench(
    'settings',
    <SettingsView
      settings={{
        theme: 'system',
        language: 'system',
        zone: 'America/Argentina/ComodRivadavia',
        overlayOff: [],
        backupEvery: 0,
        notify: ['backup'],
        rules: { market: null, certified: [], muted: [] },
      }}
      zones={Intl.supportedValuesOf('timeZone')}
      platforms={PLATFORMS.map((platform) => ({
        ...(platforms.find((one) => one.platform === platform) ?? { hosts: [`${platform}.example.com`], start: null }),
        platform,
        on: true,
      }))}
      accounts={many}
      onChange={nothing}
      onSwitch={async () => true}
      onName={nothing}
      onRemind={async () => true}
    />,
  )(locale);

const exporting: Screen = (locale) =>
  workbench(
    'export',
    <ExportView
      accounts={many}
      labels={{
        pillars: Array.from({ length: 300 }, (_, at) => `${LONG.slice(0, 100)} ${at}`),
        series: [UNBROKEN],
        labels: [UNBROKEN, LONG],
      }}
      running={null}
      saved={`${UNBROKEN}.csv`}
      problem={null}
      onSave={nothing}
      onCancel={nothing}
    />,
  )(locale);

const importing: Screen = (locale) =>
  workbench(
    'import',
    <ImportView
      items={[
        {
          id: 0,
          file: `${UNBROKEN}.csv`,
          state: {
            kind: 'preview',
            preview: {
              file: `${UNBROKEN}.csv`,
              format: 'import/youtube-table',
              platform: 'youtube',
              readings: 1_234_567,
              posts: { fresh: MANY_POSTS, known: 987_654 },
              from: '2006-01-04',
              to: '2026-06-01',
              skipped: Array.from({ length: 2000 }, (_, at) => ({
                line: 2 * at,
                reason: at % 2 === 0 ? 'no publish date' : 'a total, not a post',
              })),
              unknownColumns: Array.from({ length: 80 }, (_, at) => (at === 0 ? UNBROKEN : `Column ${at}`)),
              needsAccount: true,
            },
          },
        },
        ...Array.from({ length: 12 }, (_, at) => ({
          id: at + 1,
          file: at === 0 ? `${UNBROKEN}.zip` : `${LONG.slice(0, 12 * at)}.csv`,
          state:
            at % 2 === 0
              ? ({ kind: 'adding', done: 0.1 * at } as const)
              : ({ kind: 'done', readings: MANY_POSTS, fresh: 1 } as const),
        })),
      ]}
      words={locale === 'en' ? enExports : zhExports}
      onFiles={nothing}
      onAdd={nothing}
      onPlatform={nothing}
      onCancel={nothing}
    />,
  )(locale);

/** Thirty posts on one day, two on each of the others. */
const calendar: Screen = (locale) => {
  const entry = (id: string, day: number, at: number) => ({
    id,
    platform: 'douyin' as const,
    account: '阿树咖啡',
    title: titleOf(at),
    at: `2026-07-${String(day).padStart(2, '0')}T${String(6 + (at % 17)).padStart(2, '0')}:30:00+08:00`,
    text: '',
    kind: 'knowledge' as const,
    commercial: at % 2 === 0,
    reviews: [],
    adChecks: [],
  });
  const workspace = sampleWorkspace('coffee', locale, {
    calendar: [
      ...Array.from({ length: 30 }, (_, at) => entry(`one${at}`, 8, at)),
      ...Array.from({ length: 56 }, (_, at) => entry(`each${at}`, 3 + Math.floor(at / 2), at)),
    ],
  });
  const accounts = many.map(({ platform, account: name }) => ({ platform, account: name }));
  return planned(locale, 'calendar', { workspace, accounts }, <CalendarView />);
};

export const screens: Screens = {
  crowded: {
    today,
    timing,
    compliance,
    posts,
    table,
    post,
    popup,
    backup,
    settings,
    export: exporting,
    import: importing,
    calendar,
  },
};
