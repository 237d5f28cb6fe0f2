import type { Mark } from '../../core/model/marks';
import { element, onPress } from './dom';
import type { SetAside } from './finding-card';
import { cardOf, linesOf, type OverlayTexts } from './overlay-card';
import { MARKER, type Place, Spots } from './overlay-spots';

/** A row of the page and what is known of its post. */
export interface MarkedRow {
  element: Element;
  title: string;
  /** Null: captured, and not weighed yet. */
  mark: Mark | null;
}

interface Marker {
  row: MarkedRow;
  button: HTMLButtonElement;
  place: Place | null;
}

const BANDS = ['bottom', 'lower', 'typical', 'upper', 'top'];
/** Milliseconds the pointer must rest before the card opens, and may be away before it closes. */
const OPENS_AFTER = 120;
const CLOSES_AFTER = 220;
const CARD_WIDTH = 300;

/**
 * The markers of the rows in sight. They lie in a layer of their own over the page, and follow the rows: whenever the page scrolls,
 * changes size or draws, each marker goes to where its row is now, or away with it.
 */
export class Markers {
  readonly layer = element('div', 'markers');
  private readonly card = element('div', 'card row-card');
  private readonly markers = new Map<Element, Marker>();
  private readonly spots: Spots;
  private readonly sight: IntersectionObserver;
  private readonly near = new Set<Element>();
  private readonly sizes: ResizeObserver;
  private readonly ending = new AbortController();
  private sized = new Set<Element>();
  private readonly heard = new WeakSet<Node>();
  private frame = 0;
  private shown: Marker | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: Element,
    private readonly text: OverlayTexts,
    private readonly language: 'en' | 'zh-CN',
    private readonly setAside: SetAside,
  ) {
    this.spots = new Spots(host);
    this.layer.role = 'group';
    this.layer.ariaLabel = text.markers;
    this.card.hidden = true;
    this.card.id = 'row-card';
    // Whoever presses on its words stays in it: without this the marker would lose the focus to the page, and the card with it.
    this.card.tabIndex = -1;
    this.sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) isIntersecting ? this.near.add(target) : this.near.delete(target);
        this.soon();
      },
      { rootMargin: '120px' },
    );
    this.sizes = new ResizeObserver(() => this.soon());
    const { signal } = this.ending;
    addEventListener('resize', () => this.soon(), { passive: true, signal });
    this.hear(document);
    this.card.addEventListener('pointerenter', () => clearTimeout(this.timer), { signal });
    this.card.addEventListener('pointerleave', () => this.later(CLOSES_AFTER, () => this.close()), { signal });
    this.card.addEventListener('focusout', ({ relatedTarget }) => this.left(relatedTarget), { signal });
    this.card.addEventListener('keydown', (event) => this.onKey(event), { signal });
    this.layer.addEventListener('keydown', (event) => this.onKey(event), { signal });
  }

  /** The card stands beside the layer, so that it lies above every marker. */
  get parts(): [HTMLElement, HTMLElement] {
    return [this.layer, this.card];
  }

  set(rows: readonly MarkedRow[]): void {
    const gone = new Set(this.markers.keys());
    for (const row of rows) {
      gone.delete(row.element);
      const known = this.markers.get(row.element);
      if (!known) this.add(row);
      else if (known.row.mark !== row.mark || known.row.title !== row.title) this.redraw(known, row);
    }
    for (const row of gone) this.drop(row);
    this.watchSizes(rows);
    this.soon();
  }

  stop(): void {
    this.ending.abort();
    this.sight.disconnect();
    this.sizes.disconnect();
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.layer.remove();
    this.card.remove();
  }

  private add(row: MarkedRow): void {
    const button = element('button', '');
    button.type = 'button';
    button.tabIndex = -1;
    button.hidden = true;
    button.setAttribute('aria-describedby', this.card.id);
    const marker: Marker = { row, button, place: null };
    button.addEventListener('pointerenter', () => this.later(OPENS_AFTER, () => this.open(marker)));
    button.addEventListener('pointerleave', () => this.later(CLOSES_AFTER, () => this.close()));
    button.addEventListener('focus', () => this.open(marker));
    button.addEventListener('blur', ({ relatedTarget }) => this.left(relatedTarget));
    onPress(button, () => this.open(marker));
    this.markers.set(row.element, marker);
    this.redraw(marker, row);
    this.layer.append(button);
    this.sight.observe(row.element);
  }

  private redraw(marker: Marker, row: MarkedRow): void {
    marker.row = row;
    const { mark, title } = row;
    marker.button.className = `marker${mark ? '' : ' unweighed'}${mark && !mark.bands ? ' unscored' : ''}`;
    marker.button.ariaLabel = [title || this.text.untitled, ...linesOf(mark, this.text)].join('. ');
    const filled = mark?.bands ? BANDS.indexOf(mark.bands.at(-1) ?? '') : -1;
    const sure = mark?.bands ? BANDS.indexOf(mark.bands[0] ?? '') : -1;
    const steps = BANDS.map((_, at) => element('i', at <= sure ? 'step on' : at <= filled ? 'step half' : 'step')).reverse();
    marker.button.replaceChildren(
      ...(mark?.pace?.kind === 'surge' ? [element('i', 'faster')] : []),
      element('span', 'bar', ...(mark?.bands ? steps : [element('i', 'dot')])),
      ...(mark && mark.level !== 'green' ? [element('i', `light ${mark.level}`)] : []),
    );
    if (this.shown === marker) this.open(marker);
  }

  /** What moves rows without changing the document: scrolling, transitions, pictures that arrive. Shadow roots and frames keep their own. */
  private hear(root: Node): void {
    if (this.heard.has(root)) return;
    this.heard.add(root);
    const options = { capture: true, passive: true, signal: this.ending.signal };
    for (const name of ['scroll', 'transitionend', 'animationend', 'load'])
      root.addEventListener(name, () => this.soon(), options);
  }

  private drop(row: Element): void {
    const marker = this.markers.get(row);
    if (this.shown === marker) this.close();
    marker?.button.remove();
    this.markers.delete(row);
    this.near.delete(row);
    this.sight.unobserve(row);
  }

  /** The lists' own size changes when rows come, go or grow without a change we would hear of. */
  private watchSizes(rows: readonly MarkedRow[]): void {
    const wanted = new Set<Element>([document.documentElement]);
    for (const { element: row } of rows) {
      if (row.parentElement) wanted.add(row.parentElement);
      this.hear(row.getRootNode());
    }
    for (const old of this.sized) if (!wanted.has(old)) this.sizes.unobserve(old);
    for (const fresh of wanted) if (!this.sized.has(fresh)) this.sizes.observe(fresh);
    this.sized = wanted;
  }

  private soon(): void {
    if (this.ending.signal.aborted) return;
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.follow();
    });
  }

  /** All is read first and written afterwards: the page is laid out once. */
  private follow(): void {
    const places = [...this.markers.values()].map(
      (marker) => [marker, this.near.has(marker.row.element) ? this.spots.placeFor(marker.row.element) : null] as const,
    );
    let stop = this.layer.querySelector<HTMLButtonElement>('button[tabindex="0"]:not([hidden])');
    for (const [marker, place] of places) {
      const { button } = marker;
      const moved = place && (place.left !== marker.place?.left || place.top !== marker.place?.top);
      marker.place = place;
      if (button.hidden !== !place) button.hidden = !place;
      if (moved) button.style.transform = `translate(${place.left}px, ${place.top}px)`;
      if (!place && button.tabIndex === 0) {
        button.tabIndex = -1;
        stop = null;
      }
    }
    // One stop for the Tab key; arrow keys go from row to row.
    if (!stop) {
      const first = places.find(([, place]) => place)?.[0].button;
      if (first) first.tabIndex = 0;
    }
    if (this.shown && !this.shown.place) this.close();
    else if (this.shown) this.putCard(this.shown);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      // Who stood in the card is back at its marker.
      if (this.card.contains(event.target as Node)) this.shown?.button.focus({ preventScroll: true });
      this.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const seen = [...this.markers.values()].filter(({ place }) => place);
    seen.sort((a, b) => (a.place?.top ?? 0) - (b.place?.top ?? 0) || (a.place?.left ?? 0) - (b.place?.left ?? 0));
    const at = seen.findIndex(({ button }) => button === event.target);
    const next = seen[at + step];
    if (at < 0 || !next) return;
    event.preventDefault();
    for (const { button } of seen) button.tabIndex = -1;
    next.button.tabIndex = 0;
    next.button.focus({ preventScroll: true });
  }

  private later(wait: number, act: () => void): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(act, wait);
  }

  /** Tab goes from a marker into its card, and back. */
  private left(to: EventTarget | null): void {
    if (to !== this.shown?.button && !this.card.contains(to as Node | null)) this.close();
  }

  private open(marker: Marker): void {
    clearTimeout(this.timer);
    if (!marker.place) return;
    // What is drawn anew loses the focus: the marker keeps it, and opens the card by that.
    if (this.card.matches(':focus-within')) {
      marker.button.focus({ preventScroll: true });
      return;
    }
    this.shown = marker;
    this.card.replaceChildren(...cardOf(marker.row.title, marker.row.mark, this.text, this.language, this.setAside));
    this.card.hidden = false;
    this.putCard(marker);
  }

  private putCard({ place }: Marker): void {
    if (!place) return;
    const height = this.card.offsetHeight;
    const right = place.left + MARKER.width + 6;
    const left = right + CARD_WIDTH > innerWidth ? Math.max(4, place.left - CARD_WIDTH - 6) : right;
    const top = Math.max(4, Math.min(place.top - 4, innerHeight - height - 4));
    this.card.style.transform = `translate(${left}px, ${top}px)`;
  }

  private close(): void {
    clearTimeout(this.timer);
    this.shown = null;
    this.card.hidden = true;
  }
}
