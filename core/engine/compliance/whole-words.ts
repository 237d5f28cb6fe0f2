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

/** Nothing across such an edge belongs together: what stands before and after it is ASCII or Han. */
const isPlain = (code: number) => (code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code <= 0x9fff);
/** Characters before the edge that the segmenter is shown: a family is long, a row of flags has to be counted from its begin. */
const ROW = 400;

/**
 * The range grown to whole characters as a reader sees them: an emoji with its skin tone, its joined parts and its selector, a flag,
 * a letter with its marks.
 */
export function wholeCharacters(text: string, start: number, end: number): [number, number] {
  return [clusterAt(text, start)[0], clusterAt(text, end)[1]];
}

/** Begin and end of the character that `at` divides; `at` twice where it divides none. */
function clusterAt(text: string, at: number): [number, number] {
  if (at <= 0 || at >= text.length || isPlain(text.charCodeAt(at))) return [at, at];
  let from = at;
  while (from > 0 && at - from < ROW && !isPlain(text.charCodeAt(from - 1))) from--;
  from = Math.max(0, from - 1);
  graphemes ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter(undefined, { granularity: 'grapheme' }) : null;
  const found = graphemes?.segment(text.slice(from, at + ROW)).containing(at - from);
  if (!found) return isLowHalf(text.charCodeAt(at)) ? [at - 1, at + 1] : [at, at];
  const begins = from + found.index;
  return begins === at ? [at, at] : [begins, begins + found.segment.length];
}
let graphemes: Intl.Segmenter | null | undefined;
const isLowHalf = (code: number) => (code & 0xfc00) === 0xdc00;

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
