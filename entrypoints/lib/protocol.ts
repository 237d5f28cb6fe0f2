/**
 * What a page of ours asks its data worker, and what it is answered. Everything slow (the database, the engine, files) happens in
 * the worker, so that no screen ever waits for it.
 */
import type {
  AccountView,
  DraftCheck,
  DraftContext,
  ImportPreview,
  PlatformSwitch,
  PostQuery,
  PostSlice,
  Problem,
  Scope,
  SettingsView,
} from '../../components/data';
import type { LabelEdit } from '../../components/posts/LabelEditor';
import type { WeekTimes } from '../../components/timing/TimingView';
import type { RestorePreview } from '../../components/workbench/BackupView';
import type { Platform } from '../../core/model/platforms';
import type { Report } from '../../core/model/report';
import type { SavedLabels } from '../../core/store/types';

export type Locale = 'en' | 'zh-CN';

export interface Overview {
  accounts: AccountView[];
  dataVersion: number;
  /** Milliseconds since the epoch. */
  lastBackup: number | null;
}

export interface SiteView extends Omit<PlatformSwitch, 'on'> {
  /** Match patterns the browser is asked for. */
  origins: string[];
}

export interface SavedFile {
  name: string;
  blob: Blob;
}

export interface Questions {
  overview: { ask: null; answer: Overview };
  sites: { ask: null; answer: SiteView[] };
  /** The report as last made, whatever it was made of; null if never. Answers at once. */
  lastReport: { ask: { locale: Locale; zone: string }; answer: { report: Report; dataVersion: number } | null };
  /** The report of what is stored now. Slow the first time. */
  report: { ask: { locale: Locale; zone: string }; answer: { report: Report; dataVersion: number } };
  posts: { ask: PostQuery & { locale: Locale; zone: string }; answer: PostSlice };
  /** Titles of those of the given posts that belong to the account. */
  titles: { ask: { scope: Scope; keys: string[] }; answer: Map<string, string> };
  times: { ask: { unit: string; zone: string }; answer: WeekTimes };
  check: { ask: { text: string; platform: Platform | null; context: DraftContext; locale: Locale }; answer: DraftCheck };
  label: { ask: { keys: string[]; edit: LabelEdit }; answer: SavedLabels };
  /** Undoes `label`: takes what it answered. */
  unlabel: { ask: { labels: SavedLabels }; answer: null };
  dismiss: { ask: { id: string; dismissed: boolean }; answer: null };
  nameAccount: { ask: { platform: Platform; account: string; name: string }; answer: null };
  settings: { ask: null; answer: Partial<SettingsView> };
  putSetting: { ask: Partial<SettingsView>; answer: null };
  previewImport: { ask: { file: File; zone: string; platform: Platform | null }; answer: ImportPreview };
  keepImport: {
    ask: { file: File; zone: string; platform: Platform | null; account: string | null };
    answer: { readings: number; fresh: number };
  };
  exportFile: {
    ask: {
      format: 'csv' | 'xlsx' | 'jsonl' | 'parquet' | 'html';
      scope: { platform: Platform; account: string } | null;
      history: boolean;
      intervals: boolean;
      locale: Locale;
      zone: string;
    };
    answer: SavedFile;
  };
  backup: { ask: null; answer: SavedFile };
  previewRestore: { ask: { file: File }; answer: RestorePreview };
  restore: { ask: { file: File; mode: 'merge' | 'replace' }; answer: null };
  remove: { ask: { scope: 'everything' | { platform: Platform; account: string } }; answer: null };
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
  /** 0–1. */
  | { id: number; done: number };
