/** Reads one page: which definition it is, what its rows say, and what the whole says about itself. */
import { METRICS } from '../model/metrics';
import type { Platform } from '../model/platforms';
import { ownZone } from '../model/platforms';
import type { PageRead, PageStatus, Reading, Refusal } from '../model/reading';
import { type DateContext, type DateRead, findDate, readDate } from '../text/dates';
import { fieldOfLabel, metricOfLabel } from '../text/dictionary';
import { contextOf, decimalOf, type FigureContext, type FigureRead, readFigure } from '../text/figures';
import { type Assembled, assemble, excerpt } from './assemble';
import { findTable, findText } from './brought';
import { findCards } from './cards';
import { chinaTime } from './china-time';
import { read } from './fields';
import { hostAt } from './hosts';
import { onePerId } from './one-per-id';
import { check } from './sanity';
import { Sight } from './sight';
import type { Found, Layout, Look, PageDefinition, RowSource, Site } from './types';

/** What is known of a row element from the look before. */
interface Kept {
  page: string;
  signature: string;
  assembled: Assembled;
  byOrder: boolean;
}
export interface Memory {
  rows: WeakMap<Element, Kept>;
  /** Posts of the last look with their elements. */
  shown: ShownRow[];
  /** The smallest element around all rows of the last look; null where there were none. */
  list: Element | null;
}
export interface ShownRow {
  element: Element;
  reading: Reading;
}

export interface ReadContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** The creator's IANA zone; platforms that always print one zone keep it, and this is not asked. */
  readonly zone: string;
}

export function siteAt(sites: readonly Site[], url: string): Site | null {
  const host = hostAt(url);
  return (host && sites.find(({ platform }) => platform === host.platform)) ?? null;
}

export function pagesAt(site: Site, url: string): PageDefinition[] {
  const { pathname, search, hash } = new URL(url);
  return site.pages.filter((page) => page.url.test(pathname + search + hash));
}

/** The trees in which a page may live: the document, open shadow roots, same-origin frames. */
export function rootsOf(page: PageDefinition, document: Document): ParentNode[] {
  const inner: ParentNode[] = [];
  for (const host of page.shadow ? document.querySelectorAll(page.shadow) : []) if (host.shadowRoot) inner.push(host.shadowRoot);
  for (const frame of page.frames ? document.querySelectorAll(page.frames) : []) {
    const content = frameDocument(frame);
    if (content) inner.push(content);
  }
  return [...inner, document];
}

function frameDocument(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

const noDashboard = (): PageRead => ({ page: null, status: 'not-a-dashboard', expectedTotal: null, readings: [], refused: [] });

export function readDocument(
  sites: readonly Site[],
  document: Document,
  url: string,
  context: ReadContext,
  memory?: Memory,
): PageRead {
  if (memory) memory.list = null;
  const site = siteAt(sites, url);
  const pages = site ? pagesAt(site, url) : [];
  let best: PageRead | null = null;
  for (const page of pages) {
    const answer = readDefinition(page, document, new URL(url), context, memory);
    if (answer.status === 'read' && answer.readings.length > 0) return answer;
    if (!best || rank(answer) > rank(best)) best = answer;
  }
  if (memory) memory.shown = [];
  return best ?? noDashboard();
}

const ORDER: readonly PageStatus[] = ['not-a-dashboard', 'unsupported-layout', 'empty', 'read'];
const rank = (answer: PageRead) => ORDER.indexOf(answer.status);

export function readDefinition(
  page: PageDefinition,
  document: Document,
  url: URL,
  context: ReadContext,
  memory?: Memory,
): PageRead {
  const notes = new Map<string, Refusal>();
  const note = (refusal: Refusal) => notes.set(`${refusal.reason}\n${refusal.excerpt}`, refusal);
  const look = lookOf(page, document, url, context, (reason, text) => note({ reason, excerpt: excerpt(text) }));
  const roots = rootsOf(page, document).filter((root) => root === document || shown(root, look.sight));

  const found = firstFound(page, roots, look);
  const account = page.account ? read(document.documentElement, page.account, look) || null : null;
  const posts = assembleAll(found?.rows ?? [], page, account, look, memory);
  if (memory) {
    memory.shown = posts.flatMap(({ assembled: { reading } }, at) => {
      const element = found?.rows[at]?.element;
      return reading && element ? [{ element, reading }] : [];
    });
  }
  for (const { assembled } of posts) assembled.refused.forEach(note);
  const { readings, refused, flagged } = check(
    onePerId(
      posts.flatMap(({ assembled, byOrder }) => (assembled.reading ? { reading: assembled.reading, byOrder } : [])),
      note,
      found?.twice,
    ),
    look.now,
  );
  refused.forEach(note);

  const expectedTotal = roots.reduce<number | null>((known, root) => known ?? page.total?.(root, look) ?? null, null);
  const about = { platform: page.platform, page: page.id, account, seenAt: look.seenAt };
  const accountReadings = roots
    .flatMap((root) => page.accountReadings?.(root, look) ?? [])
    .map((each) => ({ ...about, ...each }));
  const audienceCurves = roots.flatMap((root) => page.audienceCurves?.(root, look) ?? []).map((each) => ({ ...about, ...each }));
  const status = (): PageStatus => {
    // Posts that were seen and could not be taken are not an empty list.
    if (readings.length > 0 || posts.some(({ assembled }) => assembled.refused.length > 0)) return 'read';
    // A page of account figures only.
    if (page.layouts.length === 0 && accountReadings.length + audienceCurves.length > 0) return 'read';
    if (page.declined && roots.some((root) => look.sight.first(root, page.declined ?? ''))) return 'unsupported-layout';
    if (expectedTotal === 0 || saysEmpty(page, found?.container, roots, look)) return 'empty';
    if (found) return 'read';
    return page.shared ? 'not-a-dashboard' : 'unsupported-layout';
  };
  const answer: PageRead = { page: page.id, status: status(), expectedTotal, readings, refused: [...notes.values()] };
  if (answer.status === 'not-a-dashboard') return noDashboard();
  if (flagged.length > 0) answer.flagged = flagged;
  if (readings.length > 0 && roots.some((root) => page.period?.(root, look))) answer.period = true;
  if (accountReadings.length > 0) answer.accountReadings = accountReadings;
  if (audienceCurves.length > 0) answer.audienceCurves = audienceCurves;
  return answer;
}

/** The first layout, in the first tree, that gives rows; else one that is there without rows. */
function firstFound(page: PageDefinition, roots: readonly ParentNode[], look: Look): Found | null {
  let withoutRows: Found | null = null;
  for (const root of roots) {
    for (const layout of page.layouts) {
      const found = find(root, layout, look);
      if (found && found.rows.length > 0) return found;
      withoutRows ??= found;
    }
  }
  return withoutRows;
}

/** Words that say that a list has no post, where they stand beside a list that was found. */
const EMPTY_LIST =
  /^(?:暂无|暫無|没有找到|还没有|尚未)(?:相关)?(?:数据|內容|内容|作品|笔记|视频|稿件|投稿|发布)\S{0,6}$|^no (?:data|content|posts|videos|results)\S{0,12}$/i;

function saysEmpty(page: PageDefinition, container: Element | undefined, roots: readonly ParentNode[], look: Look): boolean {
  const says = (root: ParentNode, words: RegExp) =>
    look.sight.pieces(root).some(({ text }) => text.length <= 60 && words.test(text));
  // The words stand beside the table, in the same component.
  let near: ParentNode | null | undefined = container;
  for (let up = 0; up < 2 && near && near.nodeName !== 'BODY' && near.parentNode; up++) near = near.parentNode;
  if (near && says(near, EMPTY_LIST)) return true;
  const { emptyAt } = page;
  if (emptyAt !== undefined && roots.some((root) => look.sight.first(root, emptyAt))) return true;
  const words = page.empty;
  return words !== undefined && roots.some((root) => says(root, words));
}

/** Each row as a reading or a refusal; rows that did not change since the last look are taken from memory. */
function assembleAll(
  rows: readonly RowSource[],
  page: PageDefinition,
  account: string | null,
  look: Look,
  memory: Memory | undefined,
): Kept[] {
  const unchanged = (source: RowSource, kept: Kept | undefined) =>
    kept?.page === page.id && kept.signature === source.signature && (kept.assembled.reading?.account ?? account) === account;
  if (memory && rows.length > 0) memory.list = around(rows);
  const known = rows.map((source) => {
    const kept = memory?.rows.get(source.element);
    return unchanged(source, kept) ? kept : undefined;
  });
  const parsed = rows.map((source, at) => (known[at] ? null : source.parse()));
  // The decimal sign is proved by figures of the page, where the language leaves it open.
  const settled = /^(?:zh|ja|ko)\b/i.test(look.lang ?? '');
  const decimal = settled ? undefined : decimalOf(parsed.flatMap((row) => row?.figures.map(({ raw }) => raw) ?? []));
  return rows.map(({ element, signature }, at) => {
    const before = known[at];
    if (before) return before;
    const row = parsed[at];
    const assembled = row ? assemble(row, page, account, decimal, look) : { reading: null, refused: [] };
    const kept = { page: page.id, signature, assembled, byOrder: row?.byOrder === true };
    memory?.rows.set(element, kept);
    return kept;
  });
}

function around(rows: readonly RowSource[]): Element | null {
  const last = rows.at(-1)?.element ?? null;
  let list = rows[0]?.element.parentElement ?? null;
  while (list && !list.contains(last)) list = list.parentElement;
  return list;
}

function find(root: ParentNode, layout: Layout, look: Look): Found | null {
  switch (layout.kind) {
    case 'table':
      return findTable(root, layout, look);
    case 'cards':
      return findCards(root, layout, look);
    case 'text':
      return findText(root, layout, look);
    case 'custom':
      return layout.find(root, look);
  }
}

function lookOf(page: PageDefinition, document: Document, url: URL, context: ReadContext, refuse: Look['refuse']): Look {
  const platform: Platform = page.platform;
  const { now } = context;
  const zone = ownZone(platform) ?? context.zone;
  const lang = document.documentElement.lang || undefined;
  const future = { now, zone, lang, ahead: true };
  const look: Look = {
    url,
    platform,
    now,
    seenAt: new Date(now).toISOString(),
    zone,
    lang,
    sight: new Sight(document, page.stale),
    refuse,
    meaning: once((label) => {
      const told = page.words && Object.hasOwn(page.words, label) ? page.words[label] : undefined;
      return told ?? (page.onlyWords ? null : (metricOfLabel(label, platform) ?? fieldOfLabel(label)));
    }),
    date(text, ahead) {
      // Of the look itself, where walkers have asked whether it is a date.
      const dateContext = ahead ? future : look;
      return chinaTime(text, zone) ?? readDate(text, dateContext) ?? loneDate(text, dateContext);
    },
    figure: figuresOnce(lang),
  };
  return look;
}

/** The one date of a short text that holds no other number: `将于 2026年09月02日 07:00 发布`. */
function loneDate(text: string, context: DateContext): DateRead | null {
  const found = text.length <= 40 ? findDate(text, context) : null;
  if (!found || /\d/.test(text.slice(0, found.start) + text.slice(found.end))) return null;
  return { at: found.at, precision: found.precision };
}

/** The same function, asked once per text. */
function once<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      known.set(text, value);
    }
    return value;
  };
}

function figuresOnce(lang: string | undefined): Look['figure'] {
  const known = new Map<string, { label: string; context: FigureContext; reads: Map<string, FigureRead> }>();
  return (raw, metric, label, decimal) => {
    // A metric mostly has one label: a key of both, put together for each of ten thousand figures, would cost more than reading them.
    let own = known.get(metric);
    if (own?.label !== label) {
      own = { label, context: contextOf(metric, label, { lang, decimal }), reads: new Map() };
      known.set(metric, own);
    }
    let read = own.reads.get(raw);
    if (read === undefined) {
      read = readFigure(raw, METRICS[metric].unit, own.context);
      own.reads.set(raw, read);
    }
    return read;
  };
}

/** A kept-alive view whose host is hidden, or a hidden frame, is not what the creator looks at. */
function shown(root: ParentNode, sight: Sight): boolean {
  const host = (root as Partial<ShadowRoot>).host;
  if (host) return sight.visible(host);
  const frame = (root as Document).defaultView?.frameElement as HTMLElement | null | undefined;
  return (
    !frame || (!frame.hidden && frame.style.display !== 'none' && (!frame.parentElement || sight.visible(frame.parentElement)))
  );
}
