/** A page reader remembers what it has seen, so that rows that did not change cost next to nothing. */
import type { PageRead } from '../model/reading';
import { type Memory, pagesAt, type ReadContext, readDocument, rootsOf, type ShownRow, siteAt } from './read';
import type { Site } from './types';

export interface ReaderContext {
  /** Milliseconds since the epoch. */
  now: () => number;
  /** The creator's IANA zone. */
  readonly zone: string;
}

export interface PageReader {
  /** As `readPage`. The reading of a row that did not change is the same object as the last time. */
  read(document: Document, url: string): PageRead;
  /** The rows of the last look that are posts, and where each stands in the document. */
  rows(): readonly ShownRow[];
  /** What a MutationObserver should watch: the document's body and the open shadow roots and frames the page lives in. */
  roots(document: Document, url: string): Node[];
  /** Whether a change may be one of the list that was read last: in it, or around it. Every change may, where no list was read. */
  concerns(change: Pick<MutationRecord, 'target'>): boolean;
}

/** A reader of these platforms only: a content script that runs on one host need not carry the others. */
export function createReader(sites: readonly Site[], creator: ReaderContext): PageReader {
  const memory: Memory = { rows: new WeakMap(), shown: [], list: null };
  const context: ReadContext = {
    get now() {
      return creator.now();
    },
    get zone() {
      return creator.zone;
    },
  };
  return {
    read: (document, url) => readDocument(sites, document, url, context, memory),
    rows: () => memory.shown,
    concerns({ target }) {
      if (!memory.list || memory.list.contains(target)) return true;
      for (let list: Element | null | undefined = memory.list; list; list = (list.getRootNode() as Partial<ShadowRoot>).host)
        if (target.contains(list)) return true;
      return false;
    },
    roots(document, url) {
      const site = siteAt(sites, url);
      const roots = (site ? pagesAt(site, url) : []).flatMap((page) => rootsOf(page, document));
      return [...new Set<Node>(roots.map((root) => (root === document ? document.body : root)))];
    },
  };
}
