/**
 * Reads the visible text fields of a draft: one-line inputs, text areas and editable elements, in reading order, in shadow roots
 * too. Looks only; nothing of the page is changed. What a field is for is known by its kind and its labels, so that a redesign of
 * the page changes nothing.
 */

export interface DraftField {
  element: HTMLElement;
  text: string;
}

/** An element's shadow root, closed ones included where the browser lets an extension look. */
export type ShadowOf = (element: HTMLElement) => ShadowRoot | null;

const FIELDS = 'textarea, input, [contenteditable]';
/** Fields that are never part of a post: searches, sign-in, places, times, prices. */
const NOT_THE_POST =
  /search|password|e-?mail|phone|captcha|verif|location|address|schedul|\bdate\b|\btime\b|\burl\b|price|搜索|查找|密码|邮箱|手机|验证码|位置|地点|时间|日期|价格|链接地址|搜尋|位置|時間/i;
const TEXT_TYPES = new Set(['', 'text']);
/** Smaller than this is a picker or a counter. CSS pixels. */
const NARROWEST = 120;
const LOWEST = 14;
/** A page has few fields for words; more is not a composer. */
const MOST_FIELDS = 20;

export function draftFields(document: Document, shadowOf: ShadowOf): DraftField[] {
  const found: DraftField[] = [];
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll<HTMLElement>(FIELDS)) {
      if (found.length >= MOST_FIELDS) break;
      if (isField(element)) found.push({ element, text: textOf(element) });
    }
    roots.push(...shadowRootsIn(root, shadowOf));
  }
  // A root's fields come after its host's neighbours: back to the order in which they are read.
  return found.sort((a, b) => placeOf(a.element) - placeOf(b.element));
}

/** Hosts are custom elements, or hold nothing of their own. */
function shadowRootsIn(root: Document | ShadowRoot, shadowOf: ShadowOf): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!element.localName.includes('-') && element.firstElementChild !== null) continue;
    if (element.localName === 'post-almanac' || element.localName === 'post-almanac-light') continue;
    const inner = element.shadowRoot ?? (CAN_HOST.test(element.localName) ? shadowOf(element) : null);
    if (inner) roots.push(inner);
  }
  return roots;
}
/** The elements that may have a shadow root at all (DOM, `attachShadow`). */
const CAN_HOST = /-|^(?:article|aside|blockquote|div|footer|h[1-6]|header|main|nav|p|section|span)$/;

function isField(element: HTMLElement): boolean {
  const input = element as HTMLInputElement;
  if (element.localName === 'input' && (!TEXT_TYPES.has(input.type) || input.inputMode === 'numeric')) return false;
  if (element.localName === 'input' || element.localName === 'textarea') {
    if (input.readOnly || input.disabled) return false;
  } else if (
    element.getAttribute('contenteditable') === 'false' ||
    element.parentElement?.closest('[contenteditable]:not([contenteditable="false"])')
  ) {
    return false;
  }
  const role = element.getAttribute('role');
  if (role === 'combobox' || role === 'searchbox' || element.closest('[role="search"]')) return false;
  const said = ['placeholder', 'aria-label', 'name', 'id', 'data-placeholder']
    .map((name) => element.getAttribute(name) ?? '')
    .join(' ');
  if (NOT_THE_POST.test(said)) return false;
  return isVisible(element);
}

function isVisible(element: HTMLElement): boolean {
  if (element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) === false) return false;
  const { width, height } = element.getBoundingClientRect();
  return width >= NARROWEST && height >= LOWEST;
}

function textOf(element: HTMLElement): string {
  const text = 'value' in element ? String(element.value) : (element.innerText ?? element.textContent ?? '');
  // Editors keep an empty line open with an invisible character.
  return text
    .replace(/\u00A0/g, ' ')
    .replace(/^[\u200B\uFEFF]+$/gm, '')
    .trim();
}

/** From top to bottom, then along the line. */
function placeOf(element: HTMLElement): number {
  const { top, left } = element.getBoundingClientRect();
  return Math.round(top) * 10_000 + left;
}
