/** C10: authority, expertise, closeness: how many of the posts show which. */
import { TRUST_TAGS } from '../../../model/labels';
import type { Adherence } from '../../../model/report-parts';
import type { MixTexts } from '../texts';
import { indices, type Posted, recent, whyOf } from './window';

const WINDOW = { days: 90, posts: 50 };
const FEWEST_POSTS = 10;

/** Known only for an account that uses the tags: a post without one shows none of the three. */
export function trustOf(posts: readonly Posted[], end: number, words: MixTexts): Adherence['trust'] {
  const window = recent(posts, end, WINDOW);
  const tagged = window.filter(({ labels }) => (labels.trust?.length ?? 0) > 0);
  const have = tagged.length === 0 ? 0 : window.length;
  const why = whyOf('mix.trust', {
    inputs: { tagged: tagged.length, window: window.length },
    posts: indices(tagged),
    have,
    need: FEWEST_POSTS,
  });
  if (have < FEWEST_POSTS) {
    why.missing.push(tagged.length === 0 ? words.missingTrust : words.missingPosts(window.length, FEWEST_POSTS));
    return { value: null, why, statement: words.trustUnknown };
  }
  const value = TRUST_TAGS.map((tag) => {
    const count = window.filter(({ labels }) => labels.trust?.includes(tag)).length;
    return { tag, posts: count, share: count / window.length };
  });
  return { value, why, statement: words.trustShares(value, window.length) };
}
