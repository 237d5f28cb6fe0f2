/**
 * Where a marker may stand: beside or inside its row, never over a control, a picture or text of the page, and only while the row
 * itself is in sight. Nothing of the page is changed to find out; the page is asked what lies at a point.
 */
export const MARKER = { width: 10, height: 36 } as const;
const GAP = 1;
/** A row higher than this is a card: its marker stands at the top, not in the middle. */
const CARD = 96;
/** Where no edge has room, a place is looked for along the row, this far apart, in px. */
const STEP = 18;

const CONTROLS =
  'a, button, input, select, textarea, label, summary, [role=button], [role=link], [role=checkbox], [role=switch], [role=tab], [role=menuitem], [contenteditable], [onclick]';
const PICTURES = new Set(['IMG', 'PICTURE', 'VIDEO', 'CANVAS', 'IFRAME', 'OBJECT', 'EMBED']);

export interface Place {
  left: number;
  top: number;
}

/** Left edges to try, from the row's left edge, in order of preference: beside the row, on its edge, inside it; then along it. */
function* offsets(width: number): Iterable<number> {
  yield -GAP - MARKER.width;
  yield -MARKER.width / 2;
  yield GAP;
  yield width + GAP;
  yield width - GAP - MARKER.width;
  for (let at = STEP; at < width; at += STEP) yield at;
}

/** Heights to try: the middle of a row; of a card its top, and down to its middle while the top is scrolled out of the list. */
function* tops(rect: DOMRect): Iterable<number> {
  if (rect.height <= CARD) yield rect.top + (rect.height - MARKER.height) / 2;
  else for (let top = rect.top + 8; top < rect.top + rect.height / 2; top += STEP) yield top;
}

/** Rows of one list stand alike: the spot that fitted the row before is tried first, so that markers form a line. */
export class Spots {
  private preferred: number | null = null;

  constructor(
    /** Our own host element, which lies above everything. */
    private readonly own: Element,
  ) {}

  /** Null while the row is out of sight, covered, or has no room. */
  placeFor(row: Element): Place | null {
    const rect = rectInWindow(row);
    const { innerWidth, innerHeight } = window;
    if (!rect || rect.height < 8 || rect.bottom < 0 || rect.top > innerHeight) return null;
    const offset = offsetOf(row);
    let top: number | undefined;
    for (const at of tops(rect)) {
      if (at < 0 || at + MARKER.height > innerHeight || !this.seen(row, rect, at + MARKER.height / 2, offset)) continue;
      top = at;
      break;
    }
    if (top === undefined) return null;
    for (const from of this.preferred === null ? offsets(rect.width) : [this.preferred, ...offsets(rect.width)]) {
      const left = Math.round(rect.left + from);
      if (left < 0 || left + MARKER.width > innerWidth) continue;
      const box = new DOMRect(left - offset.x, top - offset.y, MARKER.width, MARKER.height);
      if (!this.free(row, box)) continue;
      this.preferred = from;
      return { left, top: Math.round(top) };
    }
    return null;
  }

  /** Whether the row itself is what one sees at this height: not scrolled out of its list, nor under a header. */
  private seen(row: Element, rect: DOMRect, y: number, offset: { x: number; y: number }): boolean {
    return [3, rect.width / 2, rect.width - 3].some((from) => {
      const x = rect.left + from;
      return x >= 0 && x < innerWidth && row.contains(this.hit(row, x - offset.x, y - offset.y));
    });
  }

  /** What of the page lies at a point of the row's own document. */
  private hit(row: Element, x: number, y: number): Element | null {
    const root = row.getRootNode() as Document | ShadowRoot;
    return root.elementsFromPoint(x, y).find((element) => element !== this.own) ?? null;
  }

  /** `box` in the coordinates of the row's own document. */
  private free(row: Element, box: DOMRect): boolean {
    const [left, middle, right] = [box.x + 1, box.x + box.width / 2, box.right - 1];
    const [top, centre, bottom] = [box.y + 1, box.y + box.height / 2, box.bottom - 1];
    const points: [number, number][] = [
      [middle, centre],
      [left, top],
      [right, bottom],
      [right, top],
      [left, bottom],
    ];
    return points.every(([x, y]) => this.freeAt(row, x, y, box));
  }

  private freeAt(row: Element, x: number, y: number, box: DOMRect): boolean {
    const hit = this.hit(row, x, y);
    if (!hit) return false;
    // Something else lies there: a menu, a sticky header, a neighbour.
    const inside = row.contains(hit);
    if (!inside && !holds(hit, row)) return false;
    if (PICTURES.has(hit.tagName) || hit instanceof SVGElement) return false;
    // A row that is a link as a whole keeps all of itself.
    if (hit.closest(CONTROLS)) return false;
    return !textIn(hit, box);
  }
}

/** Through open shadow roots too. */
function holds(outer: Element, inner: Element): boolean {
  for (let at: Node | null = inner; at; at = at.parentNode ?? (at as ShadowRoot).host ?? null) if (at === outer) return true;
  return false;
}

/** Whether words that stand directly in this element reach into the box. */
function textIn(element: Element, box: DOMRect): boolean {
  for (const child of element.childNodes) {
    if (child.nodeType !== Node.TEXT_NODE || !child.nodeValue?.trim()) continue;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(child);
    for (const line of range.getClientRects()) {
      if (line.left < box.right && line.right > box.left && line.top < box.bottom && line.bottom > box.top) return true;
    }
  }
  return false;
}

/** Where the row's own document begins in the window: a frame's place for rows in a frame. */
function offsetOf(row: Element): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (let frame = row.ownerDocument.defaultView?.frameElement; frame; frame = frame.ownerDocument.defaultView?.frameElement) {
    const rect = frame.getBoundingClientRect();
    x += rect.left + frame.clientLeft;
    y += rect.top + frame.clientTop;
  }
  return { x, y };
}

function rectInWindow(row: Element): DOMRect | null {
  if (!row.isConnected) return null;
  const rect = row.getBoundingClientRect();
  const { x, y } = offsetOf(row);
  return x || y ? new DOMRect(rect.x + x, rect.y + y, rect.width, rect.height) : rect;
}
