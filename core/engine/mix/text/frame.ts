/** What titles that always share the same words are called: by the frame they have in common, else by the most telling of the words. */
import { titleWidth } from './title-features';

/** In widths of Latin letters: a longer frame is told in part. */
const LONGEST = 48;
const LETTER = /[\p{L}\p{N}]/u;
const CHINESE = /\p{Script=Han}/u;
const EDGES = /^[^\p{L}\p{N}【[「《“"(（]+|[^\p{L}\p{N}】\]」》”")）?？!！%]+$/gu;
const HASHTAGS = /[#＃][^\s#＃]+[#＃]?/gu;

const plain = (title: string) => title.normalize('NFKC').replace(HASHTAGS, ' ').replace(/\s+/gu, ' ').trim();

/** Whether a title has the part with no word cut in two at either end. */
function hasPart(title: string, part: string): boolean {
  const inWord = (outer: string, inner: string) =>
    LETTER.test(outer) && LETTER.test(inner) && !(CHINESE.test(outer) || CHINESE.test(inner));
  for (let at = title.indexOf(part); at >= 0; at = title.indexOf(part, at + 1)) {
    const end = at + part.length;
    const cutsBefore = at > 0 && inWord(title.charAt(at - 1), part.charAt(0));
    if (!cutsBefore && !(end < title.length && inWord(title.charAt(end), part.slice(-1)))) return true;
  }
  return false;
}

/** The longest run of whole words that all titles share; empty where there is none. */
function commonPart(titles: readonly string[]): string {
  const [first = '', ...others] = [...titles].sort((a, b) => a.length - b.length);
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(first)];
  const borders = [...words.map(({ index }) => index), first.length];
  for (let length = words.length; length > 0; length--)
    for (let from = 0; from + length <= words.length; from++) {
      const part = first.slice(borders[from], borders[from + length]).replace(EDGES, '');
      if (part !== '' && others.every((title) => hasPart(title, part))) return part;
    }
  return '';
}

/** Cut at the border of a word, not in the middle of one. */
function shortened(part: string): string {
  let told = '';
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(part)) {
    if (titleWidth(told + segment) > LONGEST) return `${told.replace(EDGES, '')}…`;
    told += segment;
  }
  return told;
}

/**
 * `My week in …` of titles that share it; null where what they share holds fewer than two of the `words` (folded, as in `terms.ts`).
 * `…` stands where the titles go on differently.
 */
export function titleFrame(titles: readonly string[], words: readonly string[]): string | null {
  const all = [...new Set(titles.map(plain))];
  const part = commonPart(all);
  const folded = part.toLowerCase();
  if (words.filter((word) => folded.includes(word)).length < 2) return null;
  const told = shortened(part);
  const before = all.every((title) => title.startsWith(part)) ? '' : '…';
  const after = told.endsWith('…') || all.every((title) => title.endsWith(part)) ? '' : '…';
  return before + told + after;
}

/** At most two: hashtags first, which the creator chose, then the longest. */
export function tellingTerms(terms: readonly string[]): string[] {
  const isTag = (term: string) => Number(term.startsWith('#'));
  return [...terms].sort((a, b) => isTag(b) - isTag(a) || titleWidth(b) - titleWidth(a)).slice(0, 2);
}
