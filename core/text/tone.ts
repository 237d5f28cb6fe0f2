/** The tone of comments as counts: a rough local estimate by the words of disapproval. Nothing is learnt, no comment is kept. */
import { DISAPPROVAL } from '../../assets/rules/words/disapproval';

const negative = new RegExp(
  DISAPPROVAL.split(/\s+/)
    .filter((word) => word.length > 1 && !/[{}]/.test(word))
    .map((word) => word.replaceAll('_', ' ').replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word))
    .join('|'),
  'i',
);
/** Ordinary words that hold one of them. */
const ORDINARY =
  /垃圾(?:分类|桶|袋|站|车|箱|食品)|摇滚|滚(?:动|筒|烫|轮|滚|雪球)|翻滚|打滚|变态辣|小坏蛋|傻乎乎|笨蛋小|恶心了自己|举报了坏人/g;
/** So that `不难看` and `not boring` are no disapproval. */
const DENIED = /(?:不|没|沒|没有|一点也不|毫不|not|never|isn't|wasn't|no)\s?$/i;

/** Whether a comment sounds negative. */
export function soundsNegative(said: string): boolean {
  const comment = said.replace(ORDINARY, ' ');
  const found = negative.exec(comment);
  return found !== null && !DENIED.test(comment.slice(Math.max(0, found.index - 8), found.index));
}

/** Counts comments, and those that sound negative. */
export function countTone(comments: Iterable<string>): { comments: number; negative: number } {
  let all = 0;
  let bad = 0;
  for (const comment of comments) {
    all++;
    if (soundsNegative(comment)) bad++;
  }
  return { comments: all, negative: bad };
}
