/**
 * What the screens are given. Views draw these and call back; they read no store and know no `browser.*`.
 * `entrypoints/lib` fills them from the store and the report.
 */

import type { DraftCheck, DraftContext } from '../core/model/draft';
import type { Kind, Labels } from '../core/model/labels';
import type { MetricName } from '../core/model/metrics';
import type { Platform } from '../core/model/platforms';
import type { KnownPost } from '../core/model/post';
import type { Finding, Level } from '../core/model/report';
import type { Band } from '../core/model/report-parts';

/** One account of one platform. `account` is '' while the page has not shown a name and the creator has not given one. */
export interface Scope {
  platform: Platform;
  account: string;
}
export const scopeId = (scope: Scope): string => `${scope.platform}|${scope.account}`;
export const sameScope = (a: Scope, b: Scope): boolean => a.platform === b.platform && a.account === b.account;

/** How much of one dashboard page was read. Times in milliseconds since the epoch. */
export interface PageCoverage {
  page: string;
  /** What the page says there is; null where it does not say. */
  expected: number | null;
  captured: number;
  seenAt: number;
}

export interface AccountView extends Scope {
  posts: number;
  /** Null when nothing was captured from a page yet (an import only). */
  seenAt: number | null;
  coverage: PageCoverage[];
}

/** Something that went wrong, as one key of `ui.problems`; `detail` is technical and shown on request only. */
export interface Problem {
  key: 'blocked' | 'outdated' | 'closed' | 'quota' | 'migration' | 'damaged' | 'newer' | 'failed';
  detail?: string;
  /** What the creator has to say before it can go on. */
  needs?: 'platform';
}

/** What is known of the tab beside the panel. */
export type TabState =
  | { kind: 'other' }
  /** A supported platform that the creator has not switched on. */
  | { kind: 'off'; platform: Platform }
  /** Switched on, but this page is none of the pages that are read. */
  | { kind: 'not-a-dashboard'; platform: Platform }
  | { kind: 'unsupported-layout'; platform: Platform; page: string | null }
  | { kind: 'paused'; platform: Platform; page: string | null }
  /** The page was open before the extension was installed or updated. */
  | { kind: 'refresh'; platform: Platform }
  | {
      kind: 'reading';
      platform: Platform;
      expected: number | null;
      captured: number;
      fresh: number;
      /** Why nothing is kept at the moment. */
      problem: Problem | null;
    };

export interface PlatformSwitch {
  platform: Platform;
  on: boolean;
  /** Where its dashboards are, as shown to the creator: `creator.douyin.com`. */
  hosts: string[];
  /** A page to start from. */
  start: string | null;
}

/** A publish time within the week of the unit's zone. */
export interface WeekDot {
  /** 0 is Monday. */
  day: number;
  /** 0–1439. */
  minute: number;
}

export type CheckDraft = (text: string, platform: Platform | null, context: DraftContext) => Promise<DraftCheck>;

/** A change of labels: null removes a field. */
export type LabelEdit = { [F in keyof Labels]?: Labels[F] | null };

/** By date, or by a figure from high to low; posts without the figure come last. */
export type PostSort = 'newest' | 'oldest' | MetricName;
export type PostFilter = 'all' | 'unlabelled' | 'findings' | 'commercial' | 'notPublic';
export interface PostQuery {
  scope: Scope | null;
  search: string;
  filter: PostFilter;
  kind: Kind | null;
  sort: PostSort;
  /** Posts that stay although a label just given takes them out of the filter: nothing moves away under the hand. */
  stay: string[];
  offset: number;
  limit: number;
}
export interface PostRow {
  known: KnownPost;
  level: Level | null;
  findings: Finding[];
  /** Where it stands among the account's own posts at equal age; null while that cannot be said. */
  bands: Band[] | null;
}
export interface PostSlice {
  rows: PostRow[];
  total: number;
  /** Pillars and series already in use, for suggestions while labelling. */
  pillars: string[];
  series: string[];
  /** Figures and labels that no post of the account has, or of all of them where none is chosen. */
  absent: readonly (MetricName | 'kind')[];
}

export type Loadable<T> = { state: 'loading' } | { state: 'failed'; problem: Problem } | { state: 'ready'; value: T };

export interface ImportPreview {
  file: string;
  format: string;
  platform: Platform | null;
  readings: number;
  posts: { fresh: number; known: number };
  from: string | null;
  to: string | null;
  skipped: { line: number; reason: string }[];
  unknownColumns: string[];
  /** The file does not say whose posts these are. */
  needsAccount: boolean;
}

/** How long ago the last backup was made, and whether that is too long. */
export interface BackupAge {
  /** Milliseconds since the epoch; null if never. */
  last: number | null;
  due: boolean;
}
