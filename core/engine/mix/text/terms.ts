/**
 * Terms of titles and tags. Hashtags first: they are the words the creator chose to be found by. Words are cut by `Intl.Segmenter`
 * (a dictionary for Chinese, white space and punctuation elsewhere; `segments.ts`); Chinese words that the dictionary cuts in two but this account
 * always writes together are put together again.
 */
import { segmentsOf } from './segments';
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

/** A word as it is compared, and what there is to know of it. */
interface Word {
  text: string;
  /** Chinese characters alone. */
  han: boolean;
  /** Joins others rather than says something. */
  joins: boolean;
  telling: boolean;
}

function wordOf(segment: string): Word {
  const text = fold(segment);
  const stop = STOP_WORDS.has(text);
  const han = /^\p{Script=Han}+$/u.test(text);
  const long = han ? text.length >= 2 && !/[了着的地得们]$/u.test(text) : text.length >= 3;
  return {
    text,
    han,
    joins: stop || [...text].some((char) => FUNCTION_CHARACTERS.has(char)),
    telling: !stop && long && /\p{L}/u.test(text),
  };
}

/** After a number or "this", such a character counts and is no part of the next word: 三种绳结. */
const MEASURES: ReadonlySet<string> = new Set('种个条款件张本家道支部双套份间把台棵块片颗杯碗次步招项类座');
const COUNTS = /[\p{Nd}零〇一二两三四五六七八九十百千几这那哪每各多某半]$/u;

interface Cut {
  tags: Set<string>;
  /** Words in order; null where a gap (punctuation, space) parts two of them. */
  words: (Word | null)[];
}

/** Titles apart from their tags, and cut into words. */
function cutAll(posts: readonly { title: string; tags: readonly string[] }[]): Cut[] {
  const tagsOf: Set<string>[] = [];
  const lines: string[] = [];
  for (const { title, tags } of posts) {
    const own = new Set<string>();
    for (const tag of tags) {
      const folded = fold(tag.replace(/^[#＃]+|[#＃]+$/gu, ''));
      if (folded !== '') own.add(folded);
    }
    const tagged = title.includes('#') || title.includes('＃');
    const rest = tagged
      ? title.replace(HASHTAG, (_, tag: string) => {
          own.add(fold(tag));
          return ' ';
        })
      : title;
    lines.push(rest);
    tagsOf.push(own);
  }
  const known = new Map<string, Word>();
  const wordFor = (segment: string): Word => {
    const before = known.get(segment);
    if (before) return before;
    const word = wordOf(segment);
    known.set(segment, word);
    return word;
  };
  return segmentsOf(lines).map((segments, row): Cut => {
    const words: Cut['words'] = [];
    for (const segment of segments) {
      if (segment === null) {
        words.push(null);
        continue;
      }
      const word = wordFor(segment);
      const counts = MEASURES.has(segment) && COUNTS.test(words.at(-1)?.text ?? '');
      words.push(counts ? { ...word, joins: true } : word);
    }
    return { tags: tagsOf[row] as Set<string>, words };
  });
}

/** All terms that at least two posts share, tags before words, most used first. */
export function termsOf(posts: readonly { title: string; tags: readonly string[] }[]): Term[] {
  const cuts = cutAll(posts);
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
      const word = list[i];
      const next = list[i + 1];
      if (!word) continue;
      const pair = next && !word.joins && compounds.size > 0 ? word.text + next.text : '';
      if (pair !== '' && compounds.has(pair)) {
        put(words, pair, row);
        i++;
      } else if (word.telling) put(words, word.text, row);
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
      if (!word?.han) return;
      const { text } = word;
      single.set(text, (single.get(text) ?? 0) + 1);
      const next = words[i + 1];
      if (!next?.han || text.length + next.text.length > 4 || word.joins || next.joins) return;
      const pair = pairs.get(text + next.text);
      if (pair) pair.count++;
      else pairs.set(text + next.text, { count: 1, a: text, b: next.text });
    });
  }
  const compounds = new Set<string>();
  for (const [text, { count, a, b }] of pairs) {
    const rarer = Math.min(single.get(a) ?? 0, single.get(b) ?? 0);
    if (count >= FEWEST_TOGETHER && count >= TOGETHER * rarer && (a.length === 1 || b.length === 1)) compounds.add(text);
  }
  return compounds;
}
