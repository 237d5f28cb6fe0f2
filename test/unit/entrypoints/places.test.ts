import { describe, expect, it } from 'vitest';
import { pageOf, postsAsked } from '../../../entrypoints/lib/places';

describe('places of suggestions', () => {
  const account = { platform: 'douyin', account: 'a|b' } as const;
  it('opens the posts that are meant, of the account that is meant', () => {
    for (const [place, filter] of [
      ['labels', 'unlabelled'],
      ['check', 'findings'],
    ] as const) {
      const [page, ...rest] = pageOf(place, account);
      expect(page).toBe('posts');
      expect(postsAsked(rest)).toEqual({ filter, scope: account });
    }
  });
  it('takes the address of a post for no question', () => {
    expect(postsAsked(['douyin|a|1'])).toBeNull();
    expect(postsAsked([])).toBeNull();
  });
});
