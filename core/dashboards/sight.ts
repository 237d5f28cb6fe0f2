/**
 * What a person sees of a page: which elements are visible, and which text they show. Pages keep hidden leftovers in the DOM
 * (empty states, inactive panes, kept-alive views: `facts/dashboards-china.md`, "What holds on all of them", 7).
 */

/** One piece of visible text. Pieces of one `line` stand side by side; a new line starts at every block. */
export interface Piece {
  text: string;
  line: number;
  /** White space stands between this piece and the one before. */
  spaced: boolean;
  parent: Element;
}

const NEVER_SHOWN = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'HEAD', 'IFRAME', 'OBJECT', 'SVG', 'TEXTAREA', 'SELECT']);
const INLINE = new Set(
  'A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I IMG INS KBD LABEL MARK Q S SAMP SMALL SPAN STRONG SUB SUP TIME U VAR WBR'.split(
    ' ',
  ),
);

const ALSO_UNSEEN = { opacityProperty: true, visibilityProperty: true };
const LAYOUT_SPACE = /[ \t\n\r\f]/;
const blank = (node: Node) => !/[^ \t\n\r\f]/.test(node.textContent ?? '');

/** Collapses layout white space and trims: narrow, no-break and zero-width characters inside a title are part of it. */
export function collapse(text: string): string {
  if (!/\s/.test(text)) return text;
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim();
}

/** Pieces as they read in a row: with a blank where the page has one, and where a new line begins. */
export const joined = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, spaced, line }, at) => (at > 0 && (spaced || line !== pieces[at - 1]?.line) ? ' ' : '') + text).join('');

/** The element around, across the edge of a shadow tree. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? (element.parentNode as Partial<ShadowRoot> | null)?.host ?? null;
}

/** Where a row of a virtual list is put differs from row to row; whether it has a size does not. Numbers from 2 on are all alike. */
const alike = (style: string) => style.replace(/\d+/g, (number) => (number > '1' ? '9' : number));
/** With the length of the class, so that no class looks like another with a style. */
function kindOf(element: Element | null): string {
  if (!element) return '';
  const name = element.getAttribute('class') ?? '';
  return `${element.tagName} ${name.length} ${name} ${alike(element.getAttribute('style') ?? '')}`;
}
/** What may hide one element of many that are otherwise alike. Icons are never text. */
const JUDGED_ALONE = ':is([id], [hidden], [inert], details > *, [aria-hidden]:not([aria-hidden="false"])):not(svg, svg *)';

/**
 * Tag, class, style and states of a row or of what is around it; of other attributes only that they are there. Each value with its
 * length: no two states look the same, whatever is written in them.
 */
function stateOf(element: Element): string {
  let state = element.tagName;
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    const told = name === 'style' ? alike(value) : value;
    state += ` ${name}`;
    if (name === 'style' || name === 'class' || /^[a-z-]{1,12}$/i.test(value)) state += `=${told.length}:${told}`;
  }
  return state;
}

/** What was found of an element; inside a row, of all elements of its kind. */
interface Seen {
  readonly shown: boolean;
  /** In rows: the kinds of element inside it, by class (or tag) and by style. */
  readonly inner?: Kinds;
}
type Kinds = Map<string, Map<string, Seen>>;
const SHOWN: Seen = { shown: true };
const HIDDEN: Seen = { shown: false };
/** Scaled to nothing, or clipped away. */
const NO_SIZE = /scale[XY]?\(0\)|^matrix\((?:0, 0, |[^,]+, [^,]+, 0, 0, )/;
const CLIPPED = /^(?:inset\((?:100|[5-9]\d)%\)|circle\(0)/;

/** One look at one page: what was found visible is remembered until the look is over. */
export class Sight {
  readonly #seen = new Map<Element, Seen>();
  /** The kinds of row in each list; lists that are alike share them. */
  readonly #lists = new Map<Element | null, Map<string, Seen>>();
  readonly #alikeLists = new Map<string, Map<string, Seen>>();
  /** What has to be judged alone in the lists met so far: looked for once per list, not asked of each element. */
  readonly #alone = new Set<Element>();
  readonly #styles = new Map<string, string>();
  readonly #inlines = new Map<string, Map<string, boolean>>();
  readonly #pieces = new Map<ParentNode, Piece[]>();
  /** The row that was asked about last, and what was asked about inside it. */
  #row: { element: Node; parts: ParentNode[] } | undefined;
  readonly #view: (Window & typeof globalThis) | null;
  readonly #stale: string | undefined;
  /** False where nothing is laid out (tests in Node): boxes then say nothing. */
  readonly #laidOut: boolean;

  /** `stale`: a selector of views that are mounted and not looked at. */
  constructor(document: Document, stale?: string) {
    this.#view = document.defaultView;
    this.#stale = stale;
    this.#laidOut = (document.body?.getBoundingClientRect().width ?? 0) > 0;
  }

  /** Rendered, with all its ancestors: no `display: none`, `[hidden]`, `aria-hidden`, transparency, empty clipped box. */
  visible(element: Element): boolean {
    return this.#look(element).shown;
  }

  #look(element: Element): Seen {
    const before = this.#seen.get(element);
    if (before) return before;
    const parent = parentOf(element);
    const around = parent ? this.#seen.get(parent) : SHOWN;
    if (around) return this.#judge(element, around);
    // Not by recursion: a page may be deeper than a script can call itself.
    const chain = [element];
    let seen: Seen | undefined;
    for (let at = parent; at && !seen; at = parentOf(at)) {
      seen = this.#seen.get(at);
      if (!seen) chain.push(at);
    }
    seen ??= SHOWN;
    for (let at = chain.pop(); at; at = chain.pop()) seen = this.#judge(at, seen);
    return seen;
  }

  #judge(element: Element, around: Seen): Seen {
    let seen = HIDDEN;
    if (around.shown) seen = around.inner ? this.#kind(element, around.inner) : this.#shown(element) ? SHOWN : HIDDEN;
    this.#seen.set(element, seen);
    return seen;
  }

  /** As `#look`, without remembering it: a cell of one text is not asked about again. */
  #passing(element: Element): Seen {
    const around = this.#seen.get(element.parentNode as Element);
    return around?.shown && around.inner ? this.#kind(element, around.inner) : this.#look(element);
  }

  /**
   * As `visible`, for one of many alike rows. What is inside it is judged by its kind (tag, class, inline style, and those of
   * all that is around it), each kind once in the page: asking the browser about every element of a
   * thousand rows would cost more than all the reading.
   */
  row(element: Element): boolean {
    const parent = parentOf(element);
    if (parent && !this.visible(parent)) return false;
    let kinds = this.#lists.get(parent);
    if (!kinds) {
      kinds = this.#kindsLike(parent);
      this.#lists.set(parent, kinds);
      for (const each of (element.parentNode as ParentNode).querySelectorAll(JUDGED_ALONE)) this.#alone.add(each);
    }
    // Asked of every row, since rows are hidden one by one; `checkVisibility` is one call where styles would be six.
    const rendered = this.#laidOut && element.checkVisibility(ALSO_UNSEEN);
    const state = stateOf(element);
    const alone = this.#alone.has(element);
    let row = kinds.get(state);
    if (!row || !rendered || alone) {
      // What has no box of its own is not rendered, and its parts may be.
      const gone = !rendered && this.#laidOut && this.#view?.getComputedStyle(element).display !== 'contents';
      row = { shown: !gone && this.#shown(element), inner: row?.inner ?? new Map() };
      if (!gone && !alone) kinds.set(state, row);
    }
    this.#seen.set(element, row);
    return row.shown;
  }

  /** The kinds of row of all lists that are like the one of this parent. */
  #kindsLike(parent: Element | null): Map<string, Seen> {
    let around = '';
    for (let at = parent; at; at = parentOf(at)) around += `${stateOf(at)}>`;
    const kinds = this.#alikeLists.get(around) ?? new Map();
    this.#alikeLists.set(around, kinds);
    return kinds;
  }

  /** The matches that are shown as rows. */
  *rows(root: ParentNode, selector: string): Generator<Element> {
    for (const element of root.querySelectorAll(selector)) if (this.row(element)) yield element;
  }

  #shown(element: Element): boolean {
    if (NEVER_SHOWN.has(element.tagName.toUpperCase())) return false;
    if (element.hasAttribute('hidden') || element.hasAttribute('inert')) return false;
    if (element.getAttribute('aria-hidden') === 'true') return false;
    if (element.tagName !== 'SUMMARY' && element.parentElement?.matches('details:not([open])')) return false;
    if (this.#stale && element.matches(this.#stale)) return false;
    const style = this.#view?.getComputedStyle(element);
    if (!style) return true;
    if (style.display === 'none' || style.opacity === '0') return false;
    if (style.visibility === 'hidden' || style.visibility === 'collapse') return false;
    if (style.contentVisibility === 'hidden' || style.scale === '0') return false;
    if (NO_SIZE.test(style.transform) || CLIPPED.test(style.clipPath)) return false;
    if (!this.#laidOut || style.display === 'contents') return true;
    if (style.overflowX !== 'visible' || style.overflowY !== 'visible') {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1) return element.tagName === 'BODY' || element.tagName === 'HTML';
    }
    if (style.position === 'absolute' || style.position === 'fixed') {
      // Parked left of the page, where no scrolling reaches.
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right + (this.#view?.scrollX ?? 0) <= 0) return false;
    }
    return true;
  }

  /**
   * The text of an element that holds one piece of it and nothing else; `null` when it holds more. The fast path of every cell: the
   * elements on the way are judged by their kind.
   */
  single(element: Element): string | null {
    let at = element;
    let seen: Seen | undefined;
    for (;;) {
      let only: Node | null = at.firstElementChild;
      // Texts side by side with nothing but comments between them read as one.
      if (only === null) return collapse(at.textContent ?? '');
      if (only.nextSibling !== null || only.previousSibling !== null) {
        only = null;
        for (let node = at.firstChild; node; node = node.nextSibling) {
          // Comments, icons and white space between elements are no text.
          if (node.nodeType > 3 || blank(node)) continue;
          if (only !== null) return null;
          only = node;
        }
        if (only === null) return '';
        if (only.nodeType === 3) return collapse(only.nodeValue ?? '');
      }
      seen ??= this.#passing(at);
      at = only as Element;
      if (seen.shown) seen = seen.inner ? this.#kind(at, seen.inner) : this.#look(at);
      if (!seen.shown) return '';
    }
  }

  /** What an element inside a row is, by its kind. */
  #kind(element: Element, kinds: Kinds): Seen {
    const name = element.getAttribute('class') || element.tagName;
    const style = this.#style(element.getAttribute('style'));
    let styles = kinds.get(name);
    if (!styles) {
      styles = new Map();
      kinds.set(name, styles);
    }
    let seen = styles.get(style);
    const alone = this.#alone.size > 0 && this.#alone.has(element);
    if (!seen || alone) {
      seen = { shown: this.#shown(element), inner: seen?.inner ?? new Map() };
      if (!alone) styles.set(style, seen);
    }
    return seen;
  }

  /** A style with its numbers made alike. */
  #style(style: string | null): string {
    if (!style) return '';
    let known = this.#styles.get(style);
    if (known === undefined) {
      known = alike(style);
      this.#styles.set(style, known);
    }
    return known;
  }

  #flows(element: Element): boolean {
    const display = this.#view?.getComputedStyle(element).display ?? 'block';
    return display.startsWith('inline') || display === 'contents';
  }

  /** Visible elements among the matches. */
  all(root: ParentNode, selector: string): Element[] {
    return [...root.querySelectorAll(selector)].filter((element) => this.visible(element));
  }

  first(root: ParentNode, selector: string): Element | null {
    const first = root.querySelector(selector);
    if (first === null || this.visible(first)) return first;
    for (const element of root.querySelectorAll(selector)) if (this.visible(element)) return element;
    return null;
  }

  /** `own`, `around`: what tells the element's and its parent's kind. Children of a flex container are blocks whatever they are. */
  #inline(element: Element, own: string, around: string): boolean {
    if (!this.#laidOut) return INLINE.has(element.tagName);
    let kinds = this.#inlines.get(own);
    if (kinds === undefined) {
      kinds = new Map();
      this.#inlines.set(own, kinds);
    }
    let known = kinds.get(around);
    if (known === undefined) {
      known = this.#flows(element);
      kinds.set(around, known);
    }
    return known;
  }

  /** The visible pieces of text in document order, leaving out elements of the tag `without`. */
  pieces(root: ParentNode, without?: string): readonly Piece[] {
    const known = without ? undefined : this.#pieces.get(root);
    if (known) return known;
    const pieces: Piece[] = [];
    let line = 0;
    let spaced = false;
    const around = root.nodeType === 1 ? this.visible(root as Element) : true;
    // An element on the stack is entered; a number closes a block. Beside each node what tells its parent's kind.
    const stack: (Node | 0)[] = [root as Node];
    const kinds: string[] = [this.#laidOut && root.nodeType === 1 ? kindOf((root as Element).parentElement) : ''];
    while (stack.length > 0) {
      const node = stack.pop();
      const kindAround = kinds.pop() ?? '';
      if (node === 0) {
        line++;
      } else if (node?.nodeType === 3) {
        const raw = node.nodeValue ?? '';
        const text = collapse(raw);
        const parent = node.parentNode;
        if (text && parent) {
          const element = parent.nodeType === 1 ? (parent as Element) : (parent as ShadowRoot).host;
          pieces.push({ text, line, spaced: spaced || LAYOUT_SPACE.test(raw.charAt(0)), parent: element });
          spaced = false;
        }
        spaced ||= LAYOUT_SPACE.test(raw.slice(-1));
      } else if (node) {
        let kind = kindAround;
        if (node.nodeType === 1) {
          const element = node as Element;
          kind = this.#laidOut ? kindOf(element) : '';
          if (node !== root) {
            if (element.tagName === 'BR') line++;
            if (element.tagName === without) continue;
            if (NEVER_SHOWN.has(element.tagName) || !around || !this.visible(element)) continue;
            if (!this.#inline(element, kind, kindAround)) {
              line++;
              stack.push(0);
              kinds.push('');
            }
          }
        }
        for (let child = node.lastChild; child; child = child.previousSibling) {
          stack.push(child);
          kinds.push(kind);
        }
      }
    }
    if (!without) {
      // Whole trees are asked for again at any time, a row and its parts only while it is read.
      if (root.nodeType === 1) {
        if (!this.#row?.element.contains(root)) {
          for (const part of this.#row?.parts ?? []) this.#pieces.delete(part);
          this.#row = { element: root, parts: [] };
        }
        this.#row?.parts.push(root);
      }
      this.#pieces.set(root, pieces);
    }
    return pieces;
  }

  /** Visible text of an element, one string per line. Pieces of a line are joined as they stand. */
  lines(root: Element, without?: string): string[] {
    const only = without ? null : this.single(root);
    if (only !== null) return only ? [only] : [];
    const lines: string[] = [];
    let last = -1;
    for (const piece of this.pieces(root)) {
      const out = without ? piece.parent.closest(without) : null;
      if (out && root.contains(out)) continue;
      if (piece.line === last) lines[lines.length - 1] += (piece.spaced ? ' ' : '') + piece.text;
      else lines.push(piece.text);
      last = piece.line;
    }
    return lines;
  }

  /** The text that stands in an element itself, not in elements inside it. */
  own(element: Element): string {
    let text = '';
    for (let node = element.firstChild; node; node = node.nextSibling) if (node.nodeType === 3) text += node.nodeValue;
    return collapse(text);
  }

  /** All visible text of an element as one line, leaving out what matches `without`. */
  text(root: Element, without?: string): string {
    return this.lines(root, without).join(' ');
  }
}
