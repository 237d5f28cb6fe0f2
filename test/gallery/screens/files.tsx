import { exports as enExports } from '../../../assets/locales/en/exports';
import { rules as en } from '../../../assets/locales/en/rules';
import { exports as zhExports } from '../../../assets/locales/zh-CN/exports';
import { rules as zhCN } from '../../../assets/locales/zh-CN/rules';
import type { Problem } from '../../../components/data';
import { type BackupBusy, BackupView, type RestorePreview } from '../../../components/workbench/BackupView';
import { ExportView, NO_LABELS } from '../../../components/workbench/ExportView';
import { type ImportItem, ImportView } from '../../../components/workbench/ImportView';
import { type RulesProps, RulesView } from '../../../components/workbench/RulesView';
import { accounts, NOW } from '../samples';
import { nothing, type Screen, type Screens, workbench } from './frame';

const importing =
  (items: ImportItem[]): Screen =>
  (locale) =>
    workbench(
      'import',
      <ImportView
        items={items}
        words={locale === 'en' ? enExports : zhExports}
        onFiles={nothing}
        onAdd={nothing}
        onPlatform={nothing}
        onCancel={nothing}
      />,
    )(locale);
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

export const backupActs = {
  onEvery: nothing,
  onFolder: nothing,
  onForgetFolder: nothing,
  onSave: nothing,
  onChoose: nothing,
  onRestore: nothing,
  onForget: nothing,
  onRemove: nothing,
  onCancel: nothing,
  onRetry: nothing,
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
      failed={problem && { work: 'saving', problem }}
      restore={restore}
      every={busy ? 7 : 0}
      folder={{ name: 'Backups', ready: problem === null }}
      {...backupActs}
    />,
  );

const RULES: RulesProps = {
  words: en,
  rules: [
    { rule: { id: '1', when: { field: 'tag', is: '咖啡' }, set: { pillar: '咖啡' } }, posts: 42 },
    { rule: { id: '2', when: { field: 'title', pattern: '阳台日记 第{n}期' }, set: { series: '阳台日记' } }, posts: 12 },
    {
      rule: { id: '3', when: { field: 'title', contains: 'giveaway' }, set: { commercial: true }, platforms: ['youtube'] },
      posts: 0,
    },
  ],
  suggestions: [
    {
      rule: { id: 'tag:mint', when: { field: 'tag', is: 'mint' }, set: { pillar: 'mint' } },
      posts: 18,
      examples: ['Mint on a balcony, year one', 'A quiet evening with mint tea', 'Mint, and what went wrong'],
    },
  ],
  posts: 214,
  pillars: ['coffee'],
  series: [],
  trial: null,
  message: null,
  problem: null,
  onTry: nothing,
  onAdd: async () => {},
  onRemove: nothing,
  onRetry: nothing,
};
const rules =
  (more: Partial<RulesProps> = {}): Screen =>
  (locale) =>
    workbench('labelRules', <RulesView {...RULES} {...more} words={locale === 'en' ? en : zhCN} />)(locale);

export const screens: Screens = {
  rules: {
    full: rules(),
    empty: rules({ rules: [], suggestions: [] }),
    none: rules({ rules: [], suggestions: [], posts: 0 }),
    error: rules({ problem: { key: 'quota' } }),
  },
  import: {
    none: importing([]),
    preview: importing([preview]),
    mixed: importing([
      {
        id: 2,
        file: 'posts.csv',
        state: {
          kind: 'refused',
          reason: 'posts.csv looks like a table of posts, but does not say of which platform: choose the platform and try again.',
          needsPlatform: true,
        },
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
        labels={{ pillars: ['咖啡', 'home'], series: ['阳台日记'], labels: ['quick'] }}
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
        labels={{ pillars: ['咖啡', 'home'], series: ['阳台日记'], labels: ['quick'] }}
        running={0.3}
        saved={null}
        problem={null}
        onSave={nothing}
        onCancel={nothing}
      />,
    ),
    none: workbench(
      'export',
      <ExportView
        accounts={[]}
        labels={NO_LABELS}
        running={null}
        saved={null}
        problem={null}
        onSave={nothing}
        onCancel={nothing}
      />,
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
      settings: ['density'],
      app: '0.1.0',
    }),
    error: backup(null, null, { key: 'quota', detail: 'QuotaExceededError' }),
  },
};
