/** What a page says about the number of posts in its list. */
import { collapse } from './sight';
import type { PageDefinition } from './types';

type Total = NonNullable<PageDefinition['total']>;

/** A whole number in a text; the pattern's first group. `null` when it is abbreviated or absent. */
function numberIn(text: string, pattern: RegExp): number | null {
  const digits = pattern.exec(collapse(text))?.[1]?.replace(/[.,'\s\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return digits && /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}

/** The number in the first visible match. `hidden`: some pages keep the end-of-list text in the DOM before it is shown. */
export function totalIn(selector: string, pattern: RegExp, hidden = false): Total {
  return (root, look) => {
    for (const element of hidden ? root.querySelectorAll(selector) : look.sight.all(root, selector)) {
      const total = numberIn(element.textContent ?? '', pattern);
      if (total !== null) return total;
    }
    return null;
  };
}

/** The number in the first visible piece, or beginning of a line, that the pattern matches. */
export function totalInText(pattern: RegExp): Total {
  return (root, look) => {
    // `作品` and `(2)` may be two pieces of one line.
    let before = '';
    let line = -1;
    for (const { text, line: at, spaced } of look.sight.pieces(root)) {
      const whole = at === line ? before + (spaced ? ' ' : '') + text : text;
      const total = [text, whole]
        .map((each) => (each.length <= 40 ? numberIn(each, pattern) : null))
        .find((each) => each !== null);
      if (total !== undefined) return total;
      before = whole;
      line = at;
    }
    return null;
  };
}

/** The first of several that says something. */
export function firstTotal(...totals: readonly Total[]): Total {
  return (root, look) => totals.reduce<number | null>((known, total) => known ?? total(root, look), null);
}
