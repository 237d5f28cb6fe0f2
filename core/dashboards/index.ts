/**
 * The registry of dashboards, and how a page is read. `readPage` looks once; a page reader remembers what it has seen, so that rows
 * that did not change cost nothing.
 */
import type { PageRead } from '../model/reading';
import { bilibili } from './bilibili';
import { channels } from './channels';
import { douyin } from './douyin';
import { kuaishou } from './kuaishou';
import { linkedin } from './linkedin';
import { facebook, instagram } from './meta';
import { type Memory, pagesAt, type ReadContext, readDocument, rootsOf, siteAt } from './read';
import { tiktok } from './tiktok';
import type { Site } from './types';
import { x } from './x';
import { xiaohongshu } from './xiaohongshu';
import { youtube } from './youtube';

/** The pages of every platform whose dashboards are read. Each platform has its hosts in `hosts.ts`. */
export const SITES: readonly Site[] = [
  douyin,
  xiaohongshu,
  kuaishou,
  channels,
  bilibili,
  youtube,
  tiktok,
  instagram,
  facebook,
  x,
  linkedin,
];

/** Reads a page once. Never changes the document. */
export function readPage(document: Document, url: string, context: ReadContext): PageRead {
  return readDocument(SITES, document, url, context);
}

export interface PageReader {
  /** As `readPage`. The reading of a row that did not change is the same object as the last time. */
  read(document: Document, url: string): PageRead;
  /** What a MutationObserver should watch: the document's body and the open shadow roots and frames the page lives in. */
  roots(document: Document, url: string): Node[];
}

export function createPageReader(context: { now: () => number; zone: string }): PageReader {
  const memory: Memory = new WeakMap();
  return {
    read: (document, url) => readDocument(SITES, document, url, { now: context.now(), zone: context.zone }, memory),
    roots(document, url) {
      const site = siteAt(SITES, url);
      const roots = (site ? pagesAt(site, url) : []).flatMap((page) => rootsOf(page, document));
      return [...new Set<Node>(roots.map((root) => (root === document ? document.body : root)))];
    },
  };
}

export type { ReadContext } from './read';
export type { PageDefinition, Reason, Site } from './types';
export { REASONS } from './types';
