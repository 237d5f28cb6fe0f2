/** What a platform gives to the stage: its pages as markup, and what a right reader gets out of them. */
import type { MetricName } from '../../core/model/metrics';
import type { Platform } from '../../core/model/platforms';
import type { Post } from '../../core/model/reading';
import type { BigNumbers, Printed } from './figures';
import type { Markup } from './markup';
import type { StagedPost } from './posts';
import type { StageLanguage } from './titles';

/**
 * What can go wrong on a real dashboard.
 * - `late-numbers`: rows stand there with dashes, the figures follow
 * - `half-rows`: rows stand there as skeletons, titles and figures follow
 * - `renamed-classes`: another build of the page, every class hash is new
 * - `hidden-leftovers`: empty states, other tabs and templates stay in the document, not displayed
 * - `hidden-duplicate`: the former list stays in the document, not displayed, with older figures
 * - `redraw`: after each step the page draws its whole list anew
 * - `strict-csp`: the page forbids foreign scripts, inline styles and untrusted markup
 */
export type Fault =
  | 'late-numbers'
  | 'half-rows'
  | 'renamed-classes'
  | 'hidden-leftovers'
  | 'hidden-duplicate'
  | 'redraw'
  | 'strict-csp';

/** What a template draws from. */
export interface View {
  platform: Platform;
  /** Shown where the platform shows one. */
  account: string;
  /** Newest first; what the page at hand lists. */
  posts: readonly StagedPost[];
  layout: string;
  language: StageLanguage;
  big: BigNumbers;
  has(fault: Fault): boolean;
  /** A class name with the hash of this build. */
  css(stem: string): string;
}

/**
 * One change to the document, at the first element that matches `at`; `host >>> inner` reaches into an open shadow root. `inside`
 * replaces its children, `recycle` does so in the elements that stand there, `remove` takes every match.
 */
export interface Patch {
  at: string;
  how: 'inside' | 'recycle' | 'end' | 'replace' | 'remove';
  html?: string;
}

/** What the page does with the visitor's clicks. The n-th element that matches `selector` does it. */
export interface Button {
  selector: string;
  /** Goes to another page of the site without loading a document. */
  route?: string;
  /** Shows another page of the list, counted from 1. */
  page?: number;
  /** The address of that page of the list, where it has its own. */
  address?: string;
}

/** The document after one step: patches, each some milliseconds after the one before, and what can be done next. */
export interface Step {
  frames: { wait: number; patches: Patch[] }[];
  buttons: Button[];
  /** The element that loads more when it is scrolled to its end; null where nothing more comes. */
  scroller: string | null;
  /** How many posts the document shows now. */
  shown: number;
}

/** How much of a row stands there: all, no figures yet, nothing but a skeleton. */
export type RowState = 'whole' | 'no-figures' | 'skeleton';

/** One page of a platform that lists posts. */
export interface StagePage {
  /** The product's name of the page, `douyin/content-list`. */
  id: string;
  path: string;
  /** The first is the usual one; `unknown` is a layout that nobody has described. */
  layouts: readonly string[];
  pageSize: number;
  moves: 'scroll' | 'pager';
  /** A virtual list: so many rows stand in the document, the last ones that were reached; rows above are taken away. */
  window?: number;
  /** The next page is drawn into the row elements of the one before. */
  recycles?: boolean;
  metrics(view: View): MetricName[];
  lists(post: StagedPost): boolean;
  /** The page without its rows. */
  body(view: View): Markup;
  row(view: View, post: StagedPost, index: number, state: RowState): Markup;
  /** The element whose first children are the rows. */
  list(view: View): string;
  /** What stands behind the rows in the same element once `shown` of all posts are there. */
  tail(view: View, shown: number): Markup;
  /** What changes elsewhere then: end marks, pager. */
  around(view: View, shown: number, page: number): Patch[];
  buttons(view: View, page: number): Button[];
  scroller: string;
  print(view: View, name: MetricName, value: number | undefined): Printed;
  /** What the page says of a post besides title, time and figures. What it is silent about is left out. */
  post(
    post: StagedPost,
  ): Pick<Post, 'id'> & Partial<Pick<Post, 'durationSeconds' | 'status' | 'statusText' | 'publishedAt' | 'publishedPrecision'>>;
  /** Whose post a row is, where a page shows those of several platforms. */
  network?(post: StagedPost): Platform;
  showsAccount: boolean;
  /** Whether the page says how many posts there are. */
  claimsTotal(layout: string): boolean;
}

export interface StageTemplate {
  platform: Platform;
  host: string;
  /** A page without posts, where visits begin. */
  home: string;
  big: BigNumbers;
  /** The site's frame: menu, account, and the empty place for a page. */
  frame(view: View): Markup;
  /** Where in the frame a page goes. */
  place: string;
  /** The site's menu: selectors of the frame and where they lead. */
  menu: readonly Button[];
  homeBody(view: View): Markup;
  pages: readonly StagePage[];
}
