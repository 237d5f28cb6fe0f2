/**
 * What a page of ours asks its data worker, and what it is answered. Everything slow (the database, the engine, files) happens in
 * the worker, so that no screen ever waits for it.
 */
import type { AccountView, ImportPreview, LabelEdit, PostQuery, PostRow, PostSlice, Problem, Scope } from '../../components/data';
import type { PostName } from '../../components/insight/words';
import type { RestorePreview } from '../../components/workbench/BackupView';
import type { ExportWish } from '../../components/workbench/ExportView';
import type { ReadCalendar } from '../../core/engine/calendar/ics';
import type { MoneyFile } from '../../core/importers/money';
import type { BackupFacts } from '../../core/model/backup-age';
import type { DocumentName, DocumentOf } from '../../core/model/documents';
import type { DraftCheck } from '../../core/model/draft';
import type { LabelRule, RuleSuggestion } from '../../core/model/labels';
import type { NotAnIssue } from '../../core/model/not-an-issue';
import type { OwnPage } from '../../core/model/own-page';
import type { Platform } from '../../core/model/platforms';
import type { PageRead } from '../../core/model/reading';
import type { SeasonEvent } from '../../core/model/report-parts';
import type { Settings } from '../../core/model/settings';
import type { Workspace } from '../../core/model/workspace/view';
import type { Documents, LabelsInUse, SavedLabels, Scope as StoredScope } from '../../core/store/types';
import type { CheckAsk } from './check-ask';
import type { Front, PieceName, Pieces } from './pieces';

export type Locale = 'en' | 'zh-CN';

type DocumentsToAdd = { [K in 'calendar' | 'money']: { kind: K; values: DocumentOf<K>[] } }['calendar' | 'money'];
type DocumentToPut = { [K in DocumentName]: { kind: K; value: DocumentOf<K> } }[DocumentName];

export interface LabelRulesAnswer {
  /** In the order in which they are asked: of two that speak of the same label the upper one holds. */
  rules: { rule: LabelRule; posts: number }[];
  suggestions: RuleSuggestion[];
  posts: number;
  /** Pillars and series in use. */
  pillars: string[];
  series: string[];
}

export interface Overview extends BackupFacts {
  accounts: AccountView[];
  dataVersion: number;
}

export interface ReportAsk {
  locale: Locale;
  zone: string;
  /** The extension's version: another one may weigh the same posts otherwise. */
  build: string;
}
export interface Reported {
  front: Front;
  dataVersion: number;
  /** Nothing has changed since it was made. */
  current: boolean;
}

export interface SavedFile {
  name: string;
  blob: Blob;
}

export interface Questions {
  overview: { ask: null; answer: Overview };
  /** The report as last made, whatever it was made of; null if never. Answers at once. */
  lastReport: { ask: ReportAsk; answer: Reported | null };
  /** The report of what is stored now. Slow the first time. */
  report: { ask: ReportAsk; answer: Reported };
  /** What grows with the posts, of one account, as last made; `of` says of which front, so that a newer one asks anew. */
  pieces: { ask: { locale: Locale; scope: Scope; names: readonly PieceName[]; of: string }; answer: Partial<Pieces> };
  /** `figures: 'newest'`: posts come without their history, with one look that shows the newest figure of each kind. */
  posts: { ask: PostQuery & { locale: Locale; zone: string; figures?: 'newest' }; answer: PostSlice };
  /** One post by its key; `row` is null when there is none. */
  post: {
    ask: { key: string; locale: Locale };
    answer: Pick<PostSlice, 'pillars' | 'series'> & { row: PostRow | null; seasons: SeasonEvent[] };
  };
  check: { ask: CheckAsk; answer: DraftCheck };
  label: { ask: { keys: string[]; edit: LabelEdit }; answer: SavedLabels };
  /** Undoes `label`: takes what it answered. */
  unlabel: { ask: { labels: SavedLabels }; answer: null };
  setAside: { ask: readonly NotAnIssue[]; answer: null };
  nameAccount: { ask: { platform: Platform; account: string; name: string }; answer: null };
  settings: { ask: null; answer: Partial<Settings> };
  putSetting: { ask: Partial<Settings>; answer: null };
  /** Topics in use. */
  labelsInUse: { ask: null; answer: LabelsInUse };
  rules: { ask: null; answer: LabelRulesAnswer };
  /** What a rule that is being written would fit. */
  tryRule: { ask: { when: LabelRule['when'] }; answer: { posts: number; examples: string[] } };
  putRule: { ask: LabelRule; answer: null };
  removeRule: { ask: { id: string }; answer: null };
  /** What the creator made: goals, slot tests, … */
  documents: { ask: { kind: DocumentName }; answer: Documents<DocumentName> };
  putDocument: { ask: DocumentToPut; answer: null };
  removeDocument: { ask: { kind: DocumentName; id: string }; answer: null };
  /** Remembers how a page is read, and keeps what it gave. */
  keepOwnPage: { ask: { page: OwnPage; read: PageRead }; answer: { kept: number; newPosts: number } };
  /** The plan workspace: the creator's records weighed with what was captured. */
  workspace: { ask: { locale: Locale; zone: string }; answer: Workspace };
  /** What wants doing today; nothing for those who do not use the plan. */
  due: { ask: { locale: Locale; zone: string }; answer: Workspace['due'] };
  addDocuments: { ask: DocumentsToAdd; answer: number };
  /** `currency`: of rows that name none. */
  readMoneyFile: { ask: { file: File; currency: string | null }; answer: MoneyFile };
  readCalendarFile: { ask: { file: File; zone: string }; answer: ReadCalendar };
  /** Everything stored, as it lies there: for when the store does not open. */
  rawCopy: { ask: null; answer: SavedFile };
  previewImport: { ask: { file: File; zone: string; platform: Platform | null }; answer: ImportPreview };
  keepImport: {
    ask: { file: File; zone: string; platform: Platform | null; account: string | null };
    answer: { readings: number; fresh: number };
  };
  exportFile: {
    ask: ExportWish & { locale: Locale; zone: string };
    answer: SavedFile;
  };
  /** `app`: the extension's version, written into the file. */
  backup: { ask: { app: string }; answer: SavedFile };
  /** The file is where the creator wanted it. */
  noteBackup: { ask: null; answer: null };
  previewRestore: { ask: { file: File }; answer: RestorePreview };
  restore: { ask: { file: File; mode: 'merge' | 'replace' }; answer: null };
  /** Without an account: all of the platform. */
  remove: { ask: { scope: StoredScope }; answer: null };
  /** How posts are named, by key; keys of no post are left out. */
  names: { ask: { keys: string[] }; answer: Record<string, PostName> };
  /** Makes the sample account where it is not yet. Only in pages that show the sample. */
  fillSample: { ask: { locale: Locale }; answer: null };
  diagnostics: {
    ask: null;
    answer: {
      dataVersion: number;
      accounts: number;
      posts: number;
      usage: number | null;
      engine: string;
      reportAt: string | null;
    };
  };
}
export type Question = keyof Questions;

export interface Work {
  signal: AbortSignal;
  /** 0–1. */
  onProgress: (done: number) => void;
}
export type Answerers = { [Q in Question]: (ask: Questions[Q]['ask'], work: Work) => Promise<Questions[Q]['answer']> };

export type ToWorker =
  | { id: number; question: Question; ask: unknown }
  /** Stop the work that `id` started. */
  | { id: number; cancel: true };
export type FromWorker =
  | { id: number; answer: unknown }
  | { id: number; problem: Problem }
  /** Something stands in the way of every question; null when it is over. */
  | { standing: Problem | null }
  /** 0–1. */
  | { id: number; done: number };
