/** What a report of these posts cannot do without, each step alone and doing nothing with what it finds. */
import { AhoCorasick } from '@monyone/aho-corasick';
import { CHINA_WORDS } from '../../../assets/rules/words/china';
import { wordsOf } from '../../../core/engine/compliance/word-list';
import { permutationP } from '../../../core/engine/timing/permutation';
import { groupPosts } from '../../../core/engine/units';
import type { KnownPost } from '../../../core/model/post';
import { seeded } from '../../../core/stats/random';

/** Each gives the work to be timed; what it prepares is not. What was counted is given back, so that no compiler may leave the work out. */
export const STEPS = {
  /** Every figure of every look, read once. */
  looks: (posts: readonly KnownPost[]) => (): number => {
    let sum = 0;
    for (const { snapshots } of posts)
      for (const { metrics } of snapshots) for (const name in metrics) sum += metrics[name as keyof typeof metrics]?.value ?? 0;
    return sum;
  },
  /** All titles cut into words by the system. */
  words: (posts: readonly KnownPost[]) => (): number => {
    let sum = 0;
    const text = posts.map(({ post }) => post.title).join('\n');
    for (const { isWordLike } of new Intl.Segmenter('zh', { granularity: 'word' }).segment(text)) sum += isWordLike ? 1 : 0;
    return sum;
  },
  /** One search of all titles for as many phrases as the rules hold, by a library. */
  phrases: (posts: readonly KnownPost[]) => {
    const all = Object.values(CHINA_WORDS).flatMap((list) => wordsOf(list).filter((word) => !word.startsWith('>')));
    const automaton = new AhoCorasick([...new Set(all)]);
    return (): number => {
      let sum = 0;
      for (const { post } of posts) sum += automaton.matchInText(post.title).length;
      return sum;
    };
  },
  /** One permutation test per account whose statistic costs nothing: shuffling alone, as often as chance asks for it. */
  shuffles: (posts: readonly KnownPost[]) => (): number => {
    let sum = 0;
    let seed = 0;
    for (const group of groupPosts(posts).values()) {
      const statistic = seeded(++seed);
      sum += permutationP({ residuals: new Float64Array(group.length).fill(1), shrinkage: 1 }, statistic, seeded(seed + 1000));
    }
    return sum;
  },
};
