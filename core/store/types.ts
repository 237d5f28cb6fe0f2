/**
 * What the store offers. Screens, the background and the command line code against these types only; how it is laid out in
 * IndexedDB stands in `README.md` of this folder.
 */
import type { DocumentName, DocumentOf } from '../model/documents';
import type { LabelRule, Labels, RuleSuggestion } from '../model/labels';
import type { Platform } from '../model/platforms';
import type { KnownPost } from '../model/post';
import type { AccountReading, AudienceCurve, Reading } from '../model/reading';

export interface Coverage {
  /** How many posts the page says there are; null where it does not say. */
  expectedTotal: number | null;
  captured: number;
}

/** What is handed over for keeping at once: 50 readings from a content script, or a slice of an imported file. */
export interface Batch {
  /** The same id is kept once. Random for a capture; `import:<sha-256 of the file>:<slice>` for a file. */
  id: string;
  /**
   * What is known to show one account only: a loaded document, one file. Readings without an account name belong together
   * within it; without a session they all share one unnamed account per platform.
   */
  session?: string | undefined;
  /** `douyin/content-list`, `import/own-csv`, … */
  page: string;
  readings: readonly Reading[];
  accountReadings?: readonly AccountReading[] | undefined;
  audienceCurves?: readonly AudienceCurve[] | undefined;
  coverage?: Coverage | undefined;
  /** With the first slice of a file at least: begins its entry in the import log. */
  file?: ImportedFile | undefined;
}

export interface Kept {
  /** Readings stored. */
  kept: number;
  /** Readings left out because the last one of that post and page says the same and is less than a day older. */
  unchanged: number;
  /** Posts of which nothing was stored before. */
  newPosts: number;
}

export interface ImportedFile {
  name: string;
  /** `sha-256` of its bytes, hexadecimal. */
  checksum: string;
  /** What it was understood as, e.g. `import/youtube-table`. */
  format: string;
  skipped: { line: number; reason: string }[];
  unknownColumns: string[];
}

export interface ImportRecord extends ImportedFile {
  /** ISO 8601. */
  importedAt: string;
  readings: number;
}

export interface PostFilter {
  platforms?: readonly Platform[] | undefined;
  /** Account names as `KnownPost.account` gives them. */
  accounts?: readonly string[] | undefined;
  /** Published at or after, ISO 8601. Posts without a date are left out when a bound is given. */
  from?: string | undefined;
  /** Published before, ISO 8601. */
  to?: string | undefined;
  pillars?: readonly string[] | undefined;
  series?: readonly string[] | undefined;
  /** Any of these free labels. */
  labels?: readonly string[] | undefined;
  keys?: readonly string[] | undefined;
  /** Only the newest snapshot of each page: enough for tables, and light with long histories. */
  latestOnly?: boolean | undefined;
}

export interface AccountSummary {
  platform: Platform;
  /** As `KnownPost.account`: the name the user gave, else the one seen; `''`, `?2`, `?3` … while nobody has named it. */
  account: string;
  /** Names under which pages showed it. */
  seenAs: string[];
  posts: number;
  /** ISO 8601. */
  firstSeenAt: string;
  lastSeenAt: string;
  /** Newest coverage of each page. */
  coverage: { page: string; expectedTotal: number | null; captured: number; seenAt: string }[];
}

/** A change of labels: a field set to null is removed, a field left out stays. */
export type LabelChange = { [F in keyof Labels]?: Labels[F] | null | undefined };

/** Each in the order of the alphabet. */
export interface LabelsInUse {
  pillars: string[];
  series: string[];
  /** Free labels. */
  labels: string[];
}

/** What stood in the store for each post before a change; null where nothing did. For undo. */
export type SavedLabels = ReadonlyMap<string, { labels: Labels; cleared: (keyof Labels)[] } | null>;

export interface Documents<K extends DocumentName> {
  /** In the order of their ids. */
  values: DocumentOf<K>[];
  /** Stored and backed up, and not understood by this version. */
  unreadable: { id: string; problem: string }[];
}

export interface StoredReport {
  dataVersion: number;
  report: unknown;
}

export type Scope = 'everything' | { platform: Platform; account?: string | undefined };

/** What a restore would do. A reading conflicts when another one of the same post, page and moment says something else. */
export interface MergePreview {
  new: number;
  same: number;
  conflicting: number;
  refused: { line: number; reason: string }[];
  /** Keys of settings that this version does not know or whose value it does not take: left out. */
  settings: string[];
}

/** One line of a dump: `kind` names the store, `value` is plain JSON. Order is the same whatever was compacted when. */
export interface DumpRecord {
  kind: DumpKind;
  value: unknown;
}
export const DUMP_KINDS = [
  'account',
  'post',
  'accountReading',
  'audienceCurve',
  'labels',
  'rule',
  'setting',
  'document',
  'suppressed',
  'import',
] as const;
export type DumpKind = (typeof DUMP_KINDS)[number];

/**
 * Why the store cannot work at the moment. The screens show one sentence each with a way out (`assets/locales/…/store.ts`).
 * - `blocked`: another window of ours still has the old version open, or is upgrading it; this one goes on by itself.
 * - `outdated`: this page runs an older version than the data; reload it.
 * - `newer`: the data was written by a newer version of the extension; update the extension. Nothing was changed.
 * - `full`: the disk is full; nothing was stored and capture waits. Export, then free space.
 * - `closed`: the browser closed the database; it is opened again with the next call.
 * - `migration`: bringing the data to this version failed; the old data is untouched.
 * - `broken`: the database cannot be opened or answers with an unexpected error.
 */
export const STORE_PROBLEMS = ['blocked', 'outdated', 'newer', 'full', 'closed', 'migration', 'broken'] as const;
export type StoreProblemKey = (typeof STORE_PROBLEMS)[number];

export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  constructor(
    readonly key: StoreProblemKey,
    /** Whether the same call may succeed later without the user doing anything. */
    readonly retry: boolean,
    cause?: unknown,
  ) {
    super(`store: ${key}`, { cause });
  }
}

export interface StoreOptions {
  /** Default `post-almanac`. */
  name?: string | undefined;
  /** Default: the global one. */
  indexedDB?: IDBFactory | undefined;
  /** Milliseconds since the epoch. Default `Date.now`. */
  now?: (() => number) | undefined;
  /** Told of every problem, also of those no call is waiting for; `null` when it is over. */
  onProblem?: ((problem: StoreProblemKey | null) => void) | undefined;
}

export interface Progress {
  signal?: AbortSignal | undefined;
  /** 0–1. */
  onProgress?: ((done: number) => void) | undefined;
}

/** Every call throws `StoreProblem` when the database does not work. Writers take the Web Lock `post-almanac` where there is one. */
export interface Store {
  /** Keeps a batch in one transaction, acknowledged after it is on the disk. Giving the same batch again changes nothing. */
  keep(batch: Batch): Promise<Kept>;

  posts(filter?: PostFilter): Promise<KnownPost[]>;
  /**
   * The same posts, held from call to call: only what was kept since is read. A post that did not change is the same object as before,
   * and while none did the list is. Not to be changed by whoever is given them.
   */
  currentPosts(): Promise<readonly KnownPost[]>;
  /** The same posts a few hundred at a time, for exports of any size. */
  eachPost(filter?: PostFilter, progress?: Progress): AsyncIterable<KnownPost[]>;
  accounts(): Promise<AccountSummary[]>;
  /** Gives an account (also an unnamed one) the user's name; two with the same name become one. */
  nameAccount(platform: Platform, account: string, name: string): Promise<void>;
  accountReadings(platform?: Platform): Promise<AccountReading[]>;
  audienceCurves(platform?: Platform): Promise<AudienceCurve[]>;

  /** Applies a change to one or many posts; answers what stood there before, for undo. */
  setLabels(keys: readonly string[], change: LabelChange): Promise<SavedLabels>;
  /** Under which key each reading of a batch that was kept (of a file: with its session) lies. */
  keysOf(batch: Batch): Promise<ReadonlyMap<Reading, string>>;
  /** Labels by key that fill what nobody has said of the post, nor taken away, under whatever key. Large: reads the posts once. */
  fillLabels(labels: ReadonlyMap<string, Labels>): Promise<void>;
  /** Undoes `setLabels`: puts back exactly what it answered. */
  putLabels(saved: SavedLabels): Promise<void>;
  labelsInUse(): Promise<LabelsInUse>;
  rules(): Promise<LabelRule[]>;
  putRule(rule: LabelRule): Promise<void>;
  removeRule(id: string): Promise<void>;
  suggestRules(): Promise<RuleSuggestion[]>;

  /** Plain JSON (`core/model/settings.ts`); whoever reads it looks whether it fits. `undefined` when never set. */
  setting(key: string): Promise<unknown>;
  putSetting(key: string, value: unknown): Promise<void>;

  /** What the creator made: goals, slot tests, … (`core/model/documents/`). */
  documents<K extends DocumentName>(kind: K): Promise<Documents<K>>;
  /** New, or in place of the one with its id. Throws `TypeError` when it does not fit the schema of its kind. */
  putDocument<K extends DocumentName>(kind: K, value: DocumentOf<K>): Promise<void>;
  removeDocument(kind: DocumentName, id: string): Promise<void>;

  /** Ids of findings and suggestions the user waved away. */
  suppressed(): Promise<string[]>;
  suppress(id: string, suppressed: boolean): Promise<void>;
  /** "Not an issue": these ids are silent, and each rule was wrong once more (a `verdict` document). All of it or nothing. */
  setAside(about: readonly { id: string; rule: string }[]): Promise<void>;

  /** Rises with every change that could change a report. */
  dataVersion(): Promise<number>;
  /** The last report put, of whatever version: the caller compares `dataVersion`. */
  report(name: string): Promise<StoredReport | undefined>;
  /** Of each name, as they stood at one moment. */
  reports(names: readonly string[]): Promise<(StoredReport | undefined)[]>;
  putReport(name: string, report: StoredReport): Promise<void>;
  /**
   * In one transaction, in place of all whose names begin with `prefix`; answers which edition of them this is. Rows that say the same as
   * in edition `last` need not be written again: they stay where that is still the one that is stored, else all are written.
   */
  replaceReports(
    prefix: string,
    reports: readonly (StoredReport & { name: string })[],
    last?: { edition: string; same: ReadonlySet<string> },
  ): Promise<string>;
  /** The edition that is stored; null where there is none. */
  reportsEdition(prefix: string): Promise<string | null>;

  imports(): Promise<ImportRecord[]>;
  /** When a backup was last made; null if never. */
  lastBackup(): Promise<string | null>;
  noteBackup(at: string): Promise<void>;

  /** Moves batches into per-post chunks. Slow with many batches: extension pages only. Safe to stop at any moment. */
  compact(progress?: Progress): Promise<void>;

  dump(progress?: Progress): AsyncIterable<DumpRecord[]>;
  preview(records: AsyncIterable<DumpRecord[]>, progress?: Progress): Promise<MergePreview>;
  /** Adds what is not there yet. Labels, settings and documents that differ stay as they are here and count as conflicting. */
  merge(records: AsyncIterable<DumpRecord[]>, progress?: Progress): Promise<MergePreview>;
  /** Wipes and restores in one transaction: a failure leaves what was there. Make a safety copy first. */
  replace(records: AsyncIterable<DumpRecord[]>, progress?: Progress): Promise<MergePreview>;
  remove(scope: Scope): Promise<void>;

  close(): void;
}
