/**
 * Every message between contexts: what it carries, who may send it, what it answers. Types only, so that content scripts stay
 * small; the schemas that the receiver checks with stand in `messages.schema.ts`.
 */
import type { DraftCheck, DraftContext } from './model/draft';
import type { Mark, MarkQuestion } from './model/marks';
import type { NotAnIssue } from './model/not-an-issue';
import type { Platform } from './model/platforms';
import type { AccountReading, AudienceCurve, PageStatus, Reading, Refusal } from './model/reading';

/** How many posts a page says there are, and how many of them this look at it has seen. */
export interface Coverage {
  expectedTotal: number | null;
  captured: number;
}

/** What a content script hands over at once: at most `BATCH_LIMIT` readings. */
export interface CaptureBatch {
  /** Random, kept when the batch is sent again: the same id is stored once. */
  id: string;
  /** Random, one per loaded document: readings without an account name belong together while it lives. */
  session: string;
  page: string;
  readings: Reading[];
  accountReadings: AccountReading[];
  audienceCurves: AudienceCurve[];
  coverage: Coverage;
}
export const BATCH_LIMIT = 50;

/** Parts of what reads a dashboard (`dashboards/brought.ts`). */
export const READING_PARTS = ['table', 'text', 'pairs', 'columns', 'audience'] as const;
/** What is seen; words of more languages; the generic reader, which also makes the report of a page that was not understood. */
export const PART_NAMES = ['overlay', 'words', 'page-reader', ...READING_PARTS] as const;
export type PartName = (typeof PART_NAMES)[number];

/** From the content script of a dashboard, for the platform whose page it runs on. */
export type DashboardMessage =
  | { type: 'hello' }
  | { type: 'capture'; batch: CaptureBatch }
  | { type: 'open-panel' }
  /** Puts a part of the content script that not every page needs into the sender's tab. */
  | { type: 'part'; name: PartName }
  /** A draft that stands on the page, to be checked: answered, never stored. */
  | { type: 'check'; text: string; context: DraftContext }
  /** What the last report says of these posts: at most `MARKS_LIMIT`. */
  | { type: 'marks'; posts: MarkQuestion[] }
  /** What the creator calls no issue on the card of a post: remembered, at most `SET_ASIDE_LIMIT` at once. */
  | { type: 'set-aside'; about: NotAnIssue[] };
export const MARKS_LIMIT = 100;
export const SET_ASIDE_LIMIT = 50;

/** Longest draft that is checked from a page; the rest of a longer one is left out. UTF-16 units. */
export const LONGEST_DRAFT = 20_000;

/** From our own pages. */
export type PageMessage =
  | { type: 'reconcile' }
  /** A setting or the report has changed: open dashboards are told. */
  | { type: 'announce' };

/** From our own pages and the background to a content script. */
export type TabMessage = { type: 'tab-status' } | { type: 'changed' };

export type CaptureAnswer =
  | { ok: true; kept: number; unchanged: number; newPosts: number }
  /** `retry`: the same batch may be sent again (the store was busy or full); otherwise it never will be taken. */
  | { ok: false; retry: boolean; problem: string };

export interface MarksAnswer {
  /** In the order asked; null where nothing is known. */
  marks: (Mark | null)[];
}

export interface HelloAnswer {
  /** False once the platform's permission was withdrawn: the script goes quiet. */
  granted: boolean;
  language: 'en' | 'zh-CN';
  /** Whether the pill is shown on this platform's pages. */
  overlay: boolean;
  /** Firefox lets no page click open its sidebar. */
  canOpenPanel: boolean;
}

/** What a tab's content script knows of its page, for the popup. */
export interface TabStatus {
  platform: Platform;
  page: string | null;
  status: PageStatus;
  coverage: Coverage;
  /** Posts that were not known before, since the page was opened. */
  newPosts: number;
  /** Readings not yet acknowledged by the store. */
  waiting: number;
  refused: Refusal[];
  /** Posts whose figures are unlikely: kept, and set apart until another look says the same. */
  flagged: number;
  /** Why nothing is kept at the moment, as a store problem key; null when all is well. */
  problem: string | null;
  /** The page's figures contradicted each other again and again: nothing is read until the next visit. */
  paused: boolean;
}

export type DraftAnswer = { ok: true; check: DraftCheck } | { ok: false; problem: string };

export interface Answers {
  hello: HelloAnswer;
  capture: CaptureAnswer;
  'open-panel': { ok: boolean };
  part: { ok: boolean };
  check: DraftAnswer;
  marks: MarksAnswer;
  'set-aside': { ok: boolean };
  reconcile: { ok: boolean };
  announce: { ok: boolean };
  'tab-status': TabStatus;
  changed: undefined;
}

/** Announced to our own pages on the `BroadcastChannel` of this name whenever something was stored. */
export const CHANGES_CHANNEL = 'post-almanac';
/** Announced by the data worker on the channel of this name when the overlay's marks were made anew. */
export const MARKS_CHANNEL = 'post-almanac-marks';
