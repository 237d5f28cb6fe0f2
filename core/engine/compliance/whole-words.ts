/** A finding underlines whole words: a pattern may end inside one (稳赚不·赔, 代替药·物). */
const HAN = /\p{Script=Han}/u;
/** Characters about the edge that the segmenter is shown. */
const WINDOW = 8;
/** Characters a finding may grow at an edge. */
const MOST = 3;
/** What denies something is no end of a phrase. */
const OPEN = /[不没无未别]$/;

let segmenter: Intl.Segmenter | null | undefined;
const wordsOf = (text: string): Intl.Segments | null => {
  // Made with the first finding; a browser without it shows the match as it is.
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  return segmenter?.segment(text) ?? null;
};

/** The range of a match, grown to the edges of its first and last word. Offsets into `text`; never cuts a character. */
export function wholeWords(text: string, start: number, end: number): [number, number] {
  const last = edge(text, end, 1);
  return [edge(text, start, -1), OPEN.test(text.slice(start, last)) ? edge(text, last, 1, true) : last];
}

/** The edge of the word that `at` divides; with `further`, the end of the word that begins there. */
function edge(text: string, at: number, side: 1 | -1, further = false): number {
  if (at <= 0 || at >= text.length || !HAN.test(text.charAt(at)) || !HAN.test(text.charAt(at - 1))) return at;
  const from = Math.max(0, at - WINDOW);
  const word = wordsOf(text.slice(from, at + WINDOW))?.containing(at - from);
  if (!word) return at;
  const begins = from + word.index;
  if (begins === at && !further) return at;
  const to = side === 1 ? begins + word.segment.length : begins;
  return Math.abs(to - at) <= MOST ? to : at;
}
