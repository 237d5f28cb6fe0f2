/**
 * The object stores of the database, version 2. Keys are inline. `README.md` says what each is for; changes go through a new
 * file in `migrations/`.
 */
import type { DBSchema } from 'idb';
import type { StoredDocument } from '../model/documents';
import type { LabelRule, Labels } from '../model/labels';
import type { Platform } from '../model/platforms';
import type { AccountReading, AudienceCurve } from '../model/reading';
import type { PackedReading } from './pack';
import type { ImportRecord, StoredReport } from './types';

/**
 * The account as a page showed it, marked: `@Name`; `?1`, `?2`, … for accounts no page named. What was seen stays under its
 * scope for good; names the user gives are a matter of reading (`AccountRow.name`, `sameAs`).
 */
export type AccountScope = string;

export interface BatchRow {
  platform: Platform;
  scope: AccountScope;
  id: string;
  readings: PackedReading[];
}

/** A part of the readings of one month of publishing, in the order they were compacted. See `histories.ts`. */
export interface HistoryRow {
  platform: Platform;
  scope: AccountScope;
  /** `2026-05`, or empty for posts without a date. */
  month: string;
  part: number;
  readings: PackedReading[];
}

/** Who an account is. When and how complete it was seen changes with every batch and stands in `StateRow`. */
export interface AccountRow {
  platform: Platform;
  scope: AccountScope;
  /** The name the user gave. */
  name?: string;
  /** Another scope of this platform that turned out to be the same account. */
  sameAs?: AccountScope;
  /** Documents and files whose unnamed readings belong here, newest last. */
  sessions: string[];
}

/** How an account was seen. Times are ISO 8601. */
export interface Seen {
  firstSeenAt: string;
  lastSeenAt: string;
  /** How many identity keys are stored: about as many as posts. */
  keys: number;
  /** The newest of each page. */
  coverage: Record<string, { expectedTotal: number | null; captured: number; seenAt: string }>;
}

export interface ObservedRow<T> {
  platform: Platform;
  scope: AccountScope;
  page: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Fingerprint of the content, so that two different looks at the same moment both stay. */
  print: number;
  value: T;
}

/** `cleared`: what the user took away, so that neither a rule nor what was said under a former key brings it back. */
export interface LabelRow {
  key: string;
  labels: Labels;
  cleared: (keyof Labels)[];
}

export interface StateRow {
  key: 'state';
  /** Raised by every write that could change a report. */
  dataVersion: number;
  /** Raised by every write to readings or accounts: what a writer remembers holds for one value of it. */
  writes: number;
  /** By `platform|scope`. */
  seen: Record<string, Seen>;
}

/** `batches`: the slices of the file that are stored; `platforms`: whose posts it held. */
export interface ImportRow extends ImportRecord {
  batches: string[];
  platforms: Platform[];
}

export interface AlmanacSchema extends DBSchema {
  batches: { key: [string, string, string]; value: BatchRow };
  histories: { key: [string, string, string, number]; value: HistoryRow };
  accounts: { key: [string, string]; value: AccountRow };
  accountReadings: { key: [string, string, string, number, number]; value: ObservedRow<AccountReading> };
  audienceCurves: { key: [string, string, string, number, number]; value: ObservedRow<AudienceCurve> };
  labels: { key: string; value: LabelRow };
  rules: { key: string; value: LabelRule };
  settings: { key: string; value: { key: string; value: unknown } };
  documents: { key: [string, string]; value: StoredDocument };
  suppressed: { key: string; value: { id: string } };
  imports: { key: string; value: ImportRow };
  reports: { key: string; value: StoredReport & { name: string } };
  meta: { key: string; value: StateRow | { key: 'lastBackup'; value: string } };
}

export type StoreName = keyof { [K in keyof AlmanacSchema as string extends K ? never : K]: true };

export const DATABASE = 'post-almanac';
export const VERSION = 2;
