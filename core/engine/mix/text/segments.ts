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

const RUNS = /[\u4e00-\u9fff]+|[^\u4e00-\u9fff]+/g;
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** A wording and how it is cut; empty until the segmenter was asked. */
interface Piece {
  text: string;
  segments: (string | null)[];
}

/** Cut in the segmenter's order; null where something parts two words (punctuation, space). */
export function segmentsOf(lines: readonly string[]): (string | null)[][] {
  const known = new Map<string, Piece>();
  const asked: Piece[] = [];
  const pieceOf = (text: string): Piece => {
    let piece = known.get(text);
    if (!piece) {
      const segments = plainCut(text);
      piece = { text, segments: segments ?? [] };
      known.set(text, piece);
      if (!segments) asked.push(piece);
    }
    return piece;
  };
  const parts = lines.map((line) =>
    SIMPLE.test(line) ? (line.match(RUNS) ?? []).map(pieceOf) : [pieceOf(line.replace(/[\n\r]/g, ' '))],
  );
  cut(asked);
  return parts.map((own) => {
    const [first] = own;
    if (own.length === 1 && first) return first.segments;
    const segments: (string | null)[] = [];
    for (let k = 0; k < own.length; k++) {
      const list = (own[k] as Piece).segments;
      for (let i = 0; i < list.length; i++) segments.push(list[i] as string | null);
    }
    return segments;
  });
}

const WORD = /^(?:[0-9]+|[a-z]+|[A-Z]+)$/;
const SIGNS = /^[，。！？、：；（）【】《》「」“”…～—]+$/;

/** What needs no segmenter: one number, one word of plain letters, one space, signs that all stand by themselves. */
function plainCut(piece: string): (string | null)[] | null {
  if (isHan(piece.charCodeAt(0))) return piece.length === 1 ? [piece] : null;
  if (piece === ' ') return [null];
  if (WORD.test(piece)) return [piece];
  return SIGNS.test(piece) ? Array.from(piece, () => null) : null;
}

/** All pieces in one go: each is a line, which no word crosses. */
function cut(pieces: readonly Piece[]): void {
  const text = pieces.map((piece) => piece.text).join('\n');
  let line = 0;
  for (const { segment, isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) {
    if (segment === '\n') line++;
    else pieces[line]?.segments.push(isWordLike ? segment : null);
  }
}
