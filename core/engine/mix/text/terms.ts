/**
 * Terms of titles and tags. Hashtags first: they are the words the creator chose to be found by. Words are cut by `Intl.Segmenter`
 * (a dictionary for Chinese, white space and punctuation elsewhere); Chinese words that the dictionary cuts in two but this account
 * always writes together are put together again.
 */
import { FUNCTION_CHARACTERS, STOP_WORDS } from './stop-words';

export interface Term {
  term: string;
  tag: boolean;
  /** Indices of the posts that have it, ascending. */
  rows: number[];
}

const HASHTAG = /[#＃]([^\s#＃,，.。!！?？、;；:：()（）【】]{1,40})[#＃]?/gu;
/** Words that are used in fewer posts are not kept. */
const FEWEST_POSTS = 2;
/** Two neighbours are one word when at least this share of the rarer one's uses stands beside the other. */
const TOGETHER = 0.6;
const FEWEST_TOGETHER = 4;

const fold = (text: string) => text.normalize('NFKC').toLowerCase().trim();
const isFunction = (word: string) => STOP_WORDS.has(word) || [...word].some((char) => FUNCTION_CHARACTERS.has(char));
const isHan = (text: string) => /^\p{Script=Han}+$/u.test(text);

function telling(word: string): boolean {
  if (STOP_WORDS.has(word) || !/\p{L}/u.test(word)) return false;
  return isHan(word) ? word.length >= 2 && !/[了着的地得们]$/u.test(word) : word.length >= 3;
}

interface Cut {
  tags: string[];
  /** Words in order; '' where a gap (punctuation, space) parts two of them. */
  words: string[];
}

function cut(title: string, tags: readonly string[], segmenter: Intl.Segmenter): Cut {
  const own = new Set(tags.map((tag) => fold(tag.replace(/^[#＃]+|[#＃]+$/gu, ''))).filter((tag) => tag !== ''));
  const rest = title.replace(HASHTAG, (_, tag: string) => {
    own.add(fold(tag));
    return ' ';
  });
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(rest)) words.push(isWordLike ? fold(segment) : '');
  return { tags: [...own], words };
}

/** All terms that at least two posts share, tags before words, most used first. */
export function termsOf(posts: readonly { title: string; tags: readonly string[] }[]): Term[] {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const cuts = posts.map(({ title, tags }) => cut(title, tags, segmenter));
  const compounds = compoundsOf(cuts);
  const tags = new Map<string, number[]>();
  const words = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, term: string, row: number) => {
    const rows = map.get(term);
    if (!rows) map.set(term, [row]);
    else if (rows.at(-1) !== row) rows.push(row);
  };
  cuts.forEach(({ tags: own, words: list }, row) => {
    for (const tag of own) put(tags, tag, row);
    for (let i = 0; i < list.length; i++) {
      const pair = `${list[i]}${list[i + 1] ?? ''}`;
      if (compounds.has(pair) && list[i] !== '' && list[i + 1]) {
        put(words, pair, row);
        i++;
      } else if (telling(list[i] ?? '')) put(words, list[i] ?? '', row);
    }
  });
  for (const [word, rows] of words) {
    const tagged = tags.get(word);
    // The same word as tag and in a title is one term.
    if (tagged) {
      tags.set(
        word,
        [...new Set([...tagged, ...rows])].sort((a, b) => a - b),
      );
      words.delete(word);
    }
  }
  const collect = (map: Map<string, number[]>, tag: boolean): Term[] =>
    [...map]
      .filter(([, rows]) => rows.length >= FEWEST_POSTS)
      .map(([term, rows]) => ({ term, tag, rows }))
      .sort((a, b) => b.rows.length - a.rows.length || (a.term < b.term ? -1 : 1));
  return [...collect(tags, true), ...collect(words, false)];
}

/** Neighbouring Chinese words that this account writes as one. */
function compoundsOf(cuts: readonly Cut[]): Set<string> {
  const single = new Map<string, number>();
  const pairs = new Map<string, { count: number; a: string; b: string }>();
  for (const { words } of cuts) {
    words.forEach((word, i) => {
      if (!isHan(word)) return;
      single.set(word, (single.get(word) ?? 0) + 1);
      const next = words[i + 1] ?? '';
      if (!isHan(next) || word.length + next.length > 4 || isFunction(word) || isFunction(next)) return;
      const pair = pairs.get(word + next);
      if (pair) pair.count++;
      else pairs.set(word + next, { count: 1, a: word, b: next });
    });
  }
  const compounds = new Set<string>();
  for (const [text, { count, a, b }] of pairs) {
    const rarer = Math.min(single.get(a) ?? 0, single.get(b) ?? 0);
    if (count >= FEWEST_TOGETHER && count >= TOGETHER * rarer && (a.length === 1 || b.length === 1)) compounds.add(text);
  }
  return compounds;
}
