/**
 * The report of a page that was not understood: its structure, without a word of its creator's. What it holds is what a fixture holds
 * (`strip.ts`), so that the page can be declared from it (`docs/add-a-dashboard.md`). The document is never changed.
 */
import type { PageRead } from '../model/reading';
import { shapeOf } from '../text/shape';
import { type StripOptions, stripPage } from './strip';

export interface PageReport {
  name: string;
  /** A whole HTML file. */
  html: string;
}

/** `read`: what the reader made of the page. */
export function reportOf(
  document: Document,
  url: string,
  read: PageRead,
  { now, zone }: Omit<StripOptions, 'replacements'>,
): PageReport {
  const replacements = new Map<string, string>();
  for (const { post, account } of read.readings) {
    // However short or common: titles and names are personal for sure.
    if (post.title) replacements.set(post.title, shapeOf(post.title));
    if (account) replacements.set(account, shapeOf(account));
  }
  const copy = copyOf(document);
  stripPage(copy, { replacements, now, zone });
  const facts = {
    address: addressWithoutIds(url),
    page: read.page,
    status: read.status,
    expectedTotal: read.expectedTotal,
    posts: read.readings.length,
    refused: countsOf(read.refused.map(({ reason }) => reason)),
    language: document.documentElement.lang,
  };
  const host = new URL(url).hostname.replace(/[^\w.]/g, '');
  // `--` would end the comment.
  const head = JSON.stringify(facts, null, 1).replaceAll('--', '- -');
  return { name: `post-almanac-page-${host}.html`, html: `<!doctype html>\n<!-- ${head} -->\n${serialised(copy)}\n` };
}

/** Path without ids, query by its names only. */
function addressWithoutIds(url: string): string {
  const { origin, pathname, searchParams } = new URL(url);
  const path = pathname.replace(/\/(?=[^/]*\d)[^/]{5,}|\/@[^/]+/g, '/*');
  const names = new Set<string>();
  // Not `keys()`: in a content script of Firefox what it gives cannot be iterated.
  searchParams.forEach((_, name) => {
    names.add(name.slice(0, 40));
  });
  return origin + path + (names.size > 0 ? `?${[...names].join('&')}` : '');
}

function countsOf(reasons: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

/** A copy in which nothing runs and nothing is loaded, with its open shadow roots, and with `hidden` where the page hides something. */
function copyOf(document: Document): Document {
  const copy = document.implementation.createHTMLDocument('');
  copy.documentElement.remove();
  copy.append(copy.importNode(document.documentElement, true));
  if (document.body && copy.body) alike(document.body, copy.body, document.defaultView);
  return copy;
}

function alike(original: Element, copy: Element, view: Window | null): void {
  const stack: [Element, Element][] = [[original, copy]];
  for (let pair = stack.pop(); pair; pair = stack.pop()) {
    const [from, to] = pair;
    if (view?.getComputedStyle(from).display === 'none') to.setAttribute('hidden', '');
    const pairs = (one: ParentNode, other: ParentNode) => {
      for (const [at, child] of [...one.children].entries()) {
        const twin = other.children[at];
        if (twin) stack.push([child, twin]);
      }
    };
    pairs(from, to);
    if (from.shadowRoot && !to.shadowRoot) {
      const shadow = to.attachShadow({ mode: 'open' });
      for (const child of from.shadowRoot.childNodes) shadow.append(to.ownerDocument.importNode(child, true));
      pairs(from.shadowRoot, shadow);
    }
  }
}

/** With shadow roots as declarative templates. */
function serialised(document: Document): string {
  const declare = (root: ParentNode) => {
    for (const host of root.querySelectorAll('*')) {
      if (!host.shadowRoot) continue;
      declare(host.shadowRoot);
      const template = document.createElement('template');
      template.setAttribute('shadowrootmode', 'open');
      template.content.append(...host.shadowRoot.childNodes);
      host.prepend(template);
    }
  };
  declare(document);
  return document.documentElement.outerHTML;
}
