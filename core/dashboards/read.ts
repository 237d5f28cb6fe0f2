/** Reads one page: which definition it is, what its rows say, and what the whole says about itself. */
import type { Platform } from '../model/platforms';
import { printedZone } from '../model/platforms';
import type { PageRead, PageStatus, Reading, Refusal } from '../model/reading';
import { decimalOf } from '../text/figures';
import { fieldOfLabel, metricOfLabel } from '../text/labels';
import { type Assembled, assemble, excerpt } from './assemble';
import { findCards } from './cards';
import { read, readFields } from './fields';
import { check } from './sanity';
import { Sight } from './sight';
import { findTable } from './table';
import { findPairs, findText } from './text';
import type { Found, Layout, Look, Meaning, PageDefinition, Row, RowSource, Site } from './types';

/** What is known of a row element from the look before. */
interface Kept {
  page: string;
  signature: string;
  assembled: Assembled;
  byOrder: boolean;
}
export type Memory = WeakMap<Element, Kept>;

export interface ReadContext {
  /** Milliseconds since the epoch. */
  now: number;
  /** The creator's IANA zone; platforms that always print one zone keep it. */
  zone: string;
}

export function siteAt(sites: readonly Site[], url: string): Site | null {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  return sites.find((site) => site.matches.some((match) => matchesHost(match, hostname))) ?? null;
}

/** `https://*.example.com/*` and `https://example.com/*`. */
function matchesHost(pattern: string, hostname: string): boolean {
  const host = /^https:\/\/([^/]+)\//.exec(pattern)?.[1] ?? '';
  return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
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

const NOTHING: Omit<PageRead, 'status'> = { page: null, expectedTotal: null, readings: [], refused: [] };

export function readDocument(
  sites: readonly Site[],
  document: Document,
  url: string,
  context: ReadContext,
  memory?: Memory,
): PageRead {
  const site = siteAt(sites, url);
  const pages = site ? pagesAt(site, url) : [];
  let best: PageRead | null = null;
  for (const page of pages) {
    const answer = readDefinition(page, document, new URL(url), context, memory);
    if (answer.status === 'read' && answer.readings.length > 0) return answer;
    if (!best || rank(answer) > rank(best)) best = answer;
  }
  return best ?? { ...NOTHING, status: 'not-a-dashboard' };
}

const ORDER: readonly PageStatus[] = ['not-a-dashboard', 'unsupported-layout', 'empty', 'read'];
const rank = (answer: PageRead) => ORDER.indexOf(answer.status);

function readDefinition(page: PageDefinition, document: Document, url: URL, context: ReadContext, memory?: Memory): PageRead {
  const sight = new Sight(document);
  const notes = new Map<string, Refusal>();
  const note = ({ reason, excerpt: text }: Refusal) => notes.set(`${reason}\n${text}`, { reason, excerpt: text });
  const look = lookOf(page, document, url, context, sight, (reason, text) => note({ reason, excerpt: excerpt(text) }));
  const roots = rootsOf(page, document).filter((root) => shown(root, document, sight));

  let found: { found: Found; root: ParentNode } | null = null;
  for (const root of roots) {
    for (const layout of page.layouts) {
      const each = find(root, layout, look);
      if (each && (each.rows.length > 0 || !found)) found = { found: each, root };
      if (found && found.found.rows.length > 0) break;
    }
    if (found && found.found.rows.length > 0) break;
  }

  const account = page.account ? read(document.documentElement, page.account, look) || null : null;
  const rows = found?.found.rows ?? [];
  const items = assembleAll(rows, page, account, look, memory, note);
  const { readings, refused, flagged } = check(items, look.now);
  for (const each of refused) note(each);
  const expectedTotal = roots.reduce<number | null>((known, root) => known ?? page.total?.(root, look) ?? null, null);
  const answer: PageRead = {
    page: page.id,
    status: statusOf(page, readings, found, expectedTotal, roots, look),
    expectedTotal,
    readings,
    refused: [...notes.values()],
  };
  if (flagged.length > 0) answer.flagged = flagged;
  const seenAt = new Date(look.now).toISOString();
  const about = { platform: page.platform, page: page.id, account, seenAt };
  const accountReadings = page.accountReadings ? roots.flatMap((root) => page.accountReadings?.(root, look) ?? []) : [];
  if (accountReadings.length > 0) answer.accountReadings = accountReadings.map((each) => ({ ...about, ...each }));
  const curves = page.audienceCurves ? roots.flatMap((root) => page.audienceCurves?.(root, look) ?? []) : [];
  if (curves.length > 0) answer.audienceCurves = curves.map((each) => ({ ...about, ...each }));
  if (accountReadings.length + curves.length > 0 && answer.status !== 'read') answer.status = 'read';
  if (answer.status === 'not-a-dashboard') return { ...NOTHING, status: 'not-a-dashboard' };
  return answer;
}

function statusOf(
  page: PageDefinition,
  readings: readonly Reading[],
  found: { found: Found } | null,
  expectedTotal: number | null,
  roots: readonly ParentNode[],
  look: Look,
): PageStatus {
  if (readings.length > 0) return 'read';
  // Rows that could not be taken are not an empty list.
  if (found && found.found.rows.length > 0) return 'read';
  if (page.declined && roots.some((root) => look.sight.first(root, page.declined ?? ''))) return 'unsupported-layout';
  if (expectedTotal === 0 || saysEmpty(page, found?.found.container, roots, look)) return 'empty';
  if (found) return 'read';
  return page.shared ? 'not-a-dashboard' : 'unsupported-layout';
}

/** Words of the whole page count where the definition names them; the general ones only where the list was found. */
const EMPTY_LIST =
  /^(?:暂无|暫無|没有找到|还没有|尚未)(?:相关)?(?:数据|內容|内容|作品|笔记|视频|稿件|投稿|发布)\S{0,6}$|^(?:no (?:data|content|posts|videos|results)\S{0,12})$/i;

function saysEmpty(page: PageDefinition, container: Element | undefined, roots: readonly ParentNode[], look: Look): boolean {
  const says = (root: ParentNode, words: RegExp) =>
    look.sight.pieces(root).some(({ text }) => text.length <= 60 && words.test(text));
  // The text stands beside the table, in the same component.
  const near = container?.parentElement?.parentElement ?? container;
  if (near && says(near, EMPTY_LIST)) return true;
  return page.empty !== undefined && roots.some((root) => says(root, page.empty ?? EMPTY_LIST));
}

function assembleAll(
  rows: readonly RowSource[],
  page: PageDefinition,
  account: string | null,
  look: Look,
  memory: Memory | undefined,
  note: (refusal: Refusal) => void,
): { reading: Reading; byOrder: boolean }[] {
  const fresh: { source: RowSource; row: Row | null }[] = [];
  const items: { reading: Reading; byOrder: boolean }[] = [];
  const kept = rows.map((source) => {
    const known = memory?.get(source.element);
    if (known && known.page === page.id && known.signature === source.signature && known.assembled.reading?.account === account)
      return known;
    fresh.push({ source, row: source.parse() });
    return null;
  });
  // The decimal sign is proved by figures of the page, where the language leaves it open.
  const decimal = fresh.length > 0 ? decimalOf(fresh.flatMap(({ row }) => row?.figures.map(({ raw }) => raw) ?? [])) : undefined;
  let next = 0;
  for (let known of kept) {
    if (!known) {
      const { source, row } = fresh[next++] as { source: RowSource; row: Row | null };
      const assembled = row ? assemble(row, page, account, decimal, look) : { reading: null, refused: [] };
      known = { page: page.id, signature: source.signature, assembled, byOrder: row?.byOrder === true };
      memory?.set(source.element, known);
    }
    for (const refusal of known.assembled.refused) note(refusal);
    if (known.assembled.reading) items.push({ reading: known.assembled.reading, byOrder: known.byOrder });
  }
  return items;
}

function find(root: ParentNode, layout: Layout, look: Look): Found | null {
  switch (layout.kind) {
    case 'table':
      return findTable(root, layout, look);
    case 'cards':
      return findCards(root, layout, look);
    case 'text':
      return findText(root, layout, look);
    case 'pairs':
      return findPairs(root, layout, look, (element) => readFields(element, layout.fields, look));
    case 'custom':
      return layout.find(root, look);
  }
}

function lookOf(
  page: PageDefinition,
  document: Document,
  url: URL,
  context: ReadContext,
  sight: Sight,
  refuse: Look['refuse'],
): Look {
  const meanings = new Map<string, Meaning | null>();
  const platform: Platform = page.platform;
  return {
    url,
    platform,
    now: context.now,
    zone: printedZone(platform, context.zone),
    lang: document.documentElement.lang || undefined,
    sight,
    refuse,
    meaning(label) {
      let meaning = meanings.get(label);
      if (meaning === undefined) {
        meaning = metricOfLabel(label, platform) ?? fieldOfLabel(label);
        meanings.set(label, meaning);
      }
      return meaning;
    },
  };
}

/** A kept-alive view whose host is hidden, or a hidden frame, is not what the creator looks at. */
function shown(root: ParentNode, document: Document, sight: Sight): boolean {
  if (root === document) return true;
  const host = (root as Partial<ShadowRoot>).host ?? (root as Document).defaultView?.frameElement;
  return !host || host.tagName === 'IFRAME' ? frameShown(host, sight) : sight.visible(host);
}

function frameShown(frame: Element | null | undefined, sight: Sight): boolean {
  const parent = frame?.parentElement;
  return !parent || (sight.visible(parent) && !frame.hasAttribute('hidden') && (frame as HTMLElement).style.display !== 'none');
}
