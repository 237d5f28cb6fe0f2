/** The one number an element shows, as text. */
import { METRICS, type MetricName } from '../model/metrics';
import type { Refusal } from '../model/reading';
import { isAbsent, readFigure } from '../text/figures';
import { joined, type Piece, type Sight } from './sight';
import type { FigureText, Look } from './types';

const DIGIT = /[\d٠-٩۰-۹０-９]/;

/**
 * The figure of an element in the page's own words; `''` where it shows none, `null` where it shows several numbers and
 * nothing says which one is meant. `<b>1.2</b><i>万</i>` is one number, `<b>12</b><i>34</i>` is two. `share`: the figure is a ratio.
 */
export function figureText(element: Element, sight: Sight, share = false): string | null {
  const single = sight.single(element);
  if (single !== null) return single;
  const pieces = withoutChanges(sight.pieces(element), share);
  const whole = joined(pieces);
  const numbers = pieces.filter((piece) => DIGIT.test(piece.text));
  if (numbers.length <= 1) return whole;
  // `2` `h` `55` `m`: numbers with a unit between them are one duration; adjacent ones are not one number.
  const alternate = pieces.every(
    (piece, index) => index === 0 || !(startsWithDigit(piece.text) && endsWithDigit(pieces[index - 1]?.text)),
  );
  return alternate && pieces.every((piece) => piece.line === pieces[0]?.line) && !/%/.test(whole) ? whole : null;
}

/** Beside a total stands how it changed (`+12 %`, `↑ 3`), or its share of something: neither is the total. */
function withoutChanges(pieces: readonly Piece[], share: boolean): readonly Piece[] {
  const isChange = (text: string) => /^[+\-−–↑↓▲▼△▽]\s*\d/.test(text) || (!share && /^\D{0,2}\d[\d.,]*\s*%$/.test(text));
  const totals = pieces.filter(({ text }) => !isChange(text) && !/^[↑↓▲▼△▽]$/.test(text));
  return totals.length < pieces.length && totals.some(({ text }) => DIGIT.test(text)) ? totals : pieces;
}

const startsWithDigit = (text: string) => /^[\d.,]/.test(text);
const endsWithDigit = (text = '') => /[\d.,]$/.test(text);

/** Whether a text is a figure of some unit, or says that there is none. */
export const isFigureText = (text: string, lang: string | undefined): boolean =>
  isAbsent(text) ||
  (['count', 'ratio', 'seconds', 'money'] as const).some((unit) => readFigure(text, unit, { lang }).kind === 'value');

/** The figures of one row. A metric that stands there twice with different texts is refused: nothing says which one is meant. */
export class Figures {
  readonly refused: Refusal[] = [];
  readonly #found = new Map<MetricName, FigureText>();

  add(metric: MetricName, label: string, place: Element | string, look: Look): void {
    const raw = typeof place === 'string' ? place : figureText(place, look.sight, METRICS[metric].unit === 'ratio');
    const before = this.#found.get(metric);
    if (raw === null) {
      this.refused.push({ reason: 'several-numbers', excerpt: `${label || metric}: ${look.sight.text(place as Element)}` });
    } else if (before && before.raw !== raw) {
      if (before.raw) this.refused.push({ reason: 'same-figure-twice', excerpt: `${label || metric}: ${before.raw} / ${raw}` });
      before.raw = '';
    } else {
      this.#found.set(metric, { metric, raw, label });
    }
  }

  get list(): FigureText[] {
    return [...this.#found.values()];
  }
}
