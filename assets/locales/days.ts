/** Days and months in words, for sentences: the engine's, those of a printed page, and the screens'. */

/** Thin and unbreakable spaces, which some versions of a browser put between the parts, are spaces. */
const plain = (text: string) => text.replace(/[\u2009\u202f\u00a0]/g, ' ');

export interface Days {
  /** `Jun 28, 2026`, `2026年6月28日` of `2026-06-28`. */
  day(iso: string): string;
  /** `Jun 2026`, `2026年6月` of `2026-06`. */
  month(iso: string): string;
}

export function daysIn(locale: string): Days {
  const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  return {
    day: (iso) => plain(day.format(Date.parse(iso))),
    month: (iso) => plain(month.format(Date.parse(`${iso}-01`))),
  };
}
