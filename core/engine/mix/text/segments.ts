/**
 * Lines cut into words by `Intl.Segmenter`, each wording once. Its answer costs about a microsecond per word, and titles of one account
 * repeat themselves (series, sign-offs, the words around a number).
 */

/**
 * Between a character of the basic Chinese block and one of these there is always the border of a word, and what stands on one side
 * changes nothing on the other (Unicode Standard Annex 29: ideographs are no letters, a dictionary cuts each run of them by itself).
 * Not so where a mark may join what stands before it, or in other scripts: such a line is cut as a whole.
 */
const SIMPLE = /^[\u4e00-\u9fff\x20-\x7e，。！？、：；（）【】《》「」“”‘’…～—·]*$/;

const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** Cut in the segmenter's order; null where something parts two words (punctuation, space). */
export function segmentsOf(lines: readonly string[]): (string | null)[][] {
  const numbers = new Map<string, number>();
  const pieces: string[] = [];
  const numberOf = (piece: string): number => {
    let number = numbers.get(piece);
    if (number === undefined) {
      number = pieces.length;
      numbers.set(piece, number);
      pieces.push(piece);
    }
    return number;
  };
  const parts = lines.map((line) => {
    if (!SIMPLE.test(line)) return [numberOf(line.replace(/[\n\r]/g, ' '))];
    const own: number[] = [];
    for (let from = 0; from < line.length; ) {
      const han = isHan(line.charCodeAt(from));
      let to = from + 1;
      while (to < line.length && isHan(line.charCodeAt(to)) === han) to++;
      own.push(numberOf(line.slice(from, to)));
      from = to;
    }
    return own;
  });
  const cut = cutEach(pieces);
  return parts.map((own) => {
    if (own.length === 1) return cut[own[0] as number] as (string | null)[];
    const segments: (string | null)[] = [];
    for (const number of own) for (const segment of cut[number] as (string | null)[]) segments.push(segment);
    return segments;
  });
}

/** All pieces in one go: each is a line, which no word crosses. `pieces`: without line breaks. */
function cutEach(pieces: readonly string[]): (string | null)[][] {
  const cut: (string | null)[][] = pieces.map(() => []);
  let line = 0;
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(pieces.join('\n'))) {
    if (segment === '\n') line++;
    else cut[line]?.push(isWordLike ? segment : null);
  }
  return cut;
}
