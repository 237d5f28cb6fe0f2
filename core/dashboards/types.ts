/**
 * How a dashboard page is declared. A page is data: where it is, how its rows are found, which words it uses. The walkers
 * (`table.ts`, `cards.ts`, `text.ts`) do the reading, one per *kind* of row.
 */
import type { MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import type { AccountReading, AudienceCurve, Format, Post, PostStatus, Refusal } from '../model/reading';
import type { DateRead } from '../text/dates';
import type { FigureRead } from '../text/figures';
import type { Sight } from './sight';

export type FieldName =
  | 'title'
  | 'id'
  | 'url'
  | 'publishedAt'
  | 'status'
  | 'format'
  | 'duration'
  | 'account'
  | 'tags'
  | 'pinned'
  | 'crossPosted'
  | 'platform';

/** A CSS selector, whose first visible match gives its text, or a function. `null`: the row does not show it. */
export type Find = string | ((row: Element, look: Look) => string | null);
export type Fields = Partial<Record<FieldName, Find>>;

/** What a header, a label or an icon stands for: a metric, a field of the post, or nothing we keep. */
export type Meaning = MetricName | FieldName | 'ignored';

/** What a walker may ask while it reads one page once. */
export interface Look {
  readonly url: URL;
  readonly platform: Platform;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The same, ISO 8601. */
  readonly seenAt: string;
  /** IANA zone in which the platform prints its times. */
  readonly zone: string;
  readonly lang: string | undefined;
  readonly sight: Sight;
  /** Meaning of a header or label by the shared dictionary; `null` when it is unknown. */
  meaning(label: string): Meaning | null;
  /** `readDate` and `readMetric` of this page, each text read once. */
  date(text: string, ahead?: boolean): DateRead | null;
  figure(raw: string, metric: MetricName, label: string, decimal: '.' | ',' | undefined): FigureRead;
  /** Notes once per page that something was not taken. */
  refuse(reason: Reason, excerpt: string): void;
}

/** A figure in the page's own words, with its label: it may say the unit (`CTR (%)`). */
export interface FigureText {
  metric: MetricName;
  raw: string;
  label?: string;
}

/** One row as a walker saw it, still in the page's own words. */
export interface Row {
  fields: Partial<Record<FieldName, string>>;
  /** `''` and dashes are absent. */
  figures: FigureText[];
  refused?: Refusal[];
  /** What an icon says of the post's status, without words. */
  state?: PostStatus;
  /** Only the order of the figures says what they are: one that contradicts itself is refused, not flagged. */
  byOrder?: boolean;
}

/** A row that was found but not yet read, so that an unchanged one need not be. */
export interface RowSource {
  element: Element;
  /** Equal signatures of one element mean an equal reading. */
  signature: string;
  /** `null`: not a post (a loading sentinel, a divider). */
  parse(): Row | null;
}

/** What a walker found in one root. */
export interface Found {
  rows: RowSource[];
  /** The layout is there, even if no row is: a table with known headers that still loads. */
  recognised: boolean;
  /** Where a text saying "nothing here" counts as positive evidence. */
  container?: Element | undefined;
  /** The same list stands on the page more than once. */
  twice?: boolean;
}

/**
 * A table whose header row says what the columns are: `<table>`, ARIA grid, or, where asked for, plain elements whose header and body
 * rows have equally many children.
 */
export interface TableLayout {
  kind: 'table';
  /** Tables outside are ignored. */
  within?: string;
  /** Where parts of a row are, when a column does not say it by itself: one by one, or all of a row at once. */
  fields?: Fields | ((row: Element, look: Look) => Row['fields']);
  /** Header words of this page only. */
  words?: Readonly<Record<string, Meaning>>;
  /** A stable attribute of header cells that names columns when their text is unknown, e.g. `data-key`. */
  keys?: { attribute: string; names: Readonly<Record<string, Meaning>> };
  /** False: not a row of a post, where a page has other tables with the same words. */
  isPost?(row: Element, look: Look): boolean;
  /** So many metric columns must be known; default 2. */
  min?: number;
  /** Columns of one name are told apart by the header over them, else by their number: `Paid / Views`, `Views (1/2)`. */
  tellApart?: boolean;
  /** The page's table may be of plain elements, without table tags or roles. */
  plain?: boolean;
}

/** Figures of a card: which elements, and what each stands for. */
export interface FigureRule {
  item: string;
  /** Meaning by label, icon, attribute; `null` when unknown. Helpers: `byLabel`, `byIconPath`, `byIconFile`. */
  name(item: Element, look: Look): Meaning | null;
  /** Where the number stands in the item, or the number itself; default: the whole item. */
  value?: Find;
  /** The item's label, where it says what bare numbers are (`Watch time (hours)`). */
  label?: Find;
  /** Verified order, used only if no item can be named and there are exactly as many. */
  order?: readonly MetricName[];
}

/** Repeated elements, one per post. Without `row` the whole root is one post. */
export interface CardLayout {
  kind: 'cards';
  row?: string;
  /** Narrows a match to the element that is the card (climbing), or drops it (`null`). */
  climb?(match: Element, look: Look): Element | null;
  fields: Fields;
  figures: FigureRule;
}

/** Text without known markup: each post is anchored on its date. */
export interface TextLayout {
  kind: 'text';
  /** What the date's text must look like, where that tells this layout from another. */
  anchor?: RegExp;
  /** `labels`: label and value pairs after the date. An array: so many bare whole numbers after the date, in this verified order. */
  figures: 'labels' | readonly MetricName[];
  /** The post's whole text stands before the date, not a title of one line. */
  wholeText?: boolean;
  /** The title is the line just before the date; else the first of the card. */
  titleAtDate?: boolean;
  /** Words that are neither title nor status: buttons and badges. Matched against a whole piece of text. */
  furniture: RegExp;
}

/** For what no walker can do. */
export interface CustomLayout {
  kind: 'custom';
  find(root: ParentNode, look: Look): Found | null;
}
export type Layout = TableLayout | CardLayout | TextLayout | CustomLayout;

export interface PageDefinition {
  /** `douyin/content-list`: folder and page. */
  id: string;
  platform: Platform;
  /** Tested against path and query (`/a/b?c=d`) of the address. */
  url: RegExp;
  /** The address alone does not prove that it is this page: unrecognised means "not a dashboard" there. */
  shared?: boolean;
  /** What labels mean on this page, before the dictionary is asked: what a user confirmed for a page nobody declared. */
  words?: Readonly<Record<string, Meaning>>;
  /** The dictionary is not asked at all. */
  onlyWords?: boolean;
  /** Tried in this order; the first that gives rows is taken. */
  layouts: readonly Layout[];
  /** Hosts of open shadow roots in which the page lives. */
  shadow?: string;
  /** Same-origin frames in which the page may live. */
  frames?: string;
  /** What the page says about the number of posts. */
  total?(root: ParentNode, look: Look): number | null;
  /** A visible piece of text that says, by itself, that the list has no post. */
  empty?: RegExp;
  /** A visible element that says so, whatever the language. */
  emptyAt?: string;
  /** Views that stay mounted behind the one that is looked at: nothing in them is seen. */
  stale?: string;
  /** The account's name or handle, where the page shows it reliably. */
  account?: Find;
  /** What holds for every row that does not say otherwise. `published` only if the row shows a date that is past. */
  defaults?: { status?: PostStatus; format?: Format };
  /** The figures cover a period the creator chose, not the posts' lives: they are shown and never kept. */
  period?(root: ParentNode, look: Look): boolean;
  /** What the platform's ids add to a post: the time they carry. Must return the post unchanged where nothing is certain. */
  finish?(post: Post, row: Row, look: Look): Post;
  /** A layout that is known and cannot be read: reported as not supported instead of as empty. */
  declined?: string;
  /** Account-level figures of the page. */
  accountReadings?(root: ParentNode, look: Look): Omit<AccountReading, 'platform' | 'page' | 'account' | 'seenAt'>[];
  audienceCurves?(root: ParentNode, look: Look): Omit<AudienceCurve, 'platform' | 'page' | 'account' | 'seenAt'>[];
  /** Evidence is old or second-hand: the screens say so. */
  experimental?: boolean;
}

/** The pages of one platform's dashboards. Their hosts stand in `hosts.ts`. */
export interface Site {
  platform: Platform;
  pages: readonly PageDefinition[];
}

/** Why something was not taken. Worded for people in `assets/locales/<language>/dashboards.ts`. */
export const REASONS = [
  'still-loading',
  'not-a-figure',
  'unknown-label',
  'wrong-count',
  'several-numbers',
  'several-headers',
  'same-figure-twice',
  'cells-do-not-fit-headers',
  'nameless',
  'unreadable-date',
  'contradicts-views',
  'order-in-doubt',
  'equal-columns',
  'date-in-the-future',
  'title-too-long',
] as const;
export type Reason = (typeof REASONS)[number];
