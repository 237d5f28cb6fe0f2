import { describe, expect, it } from 'vitest';
import { ABROAD } from '../../../../assets/rules/words/abroad';
import { CHINA_WORDS } from '../../../../assets/rules/words/china';
import { packList, wordsOf } from '../../../../core/engine/compliance/word-list';

describe('a packed list of words', () => {
  it.each(Object.entries({ ...ABROAD, ...CHINA_WORDS }))('%s holds the same words', (_, list) => {
    const plain = wordsOf(list);
    const packed = wordsOf(packList(list));
    expect(new Set(packed)).toEqual(new Set(plain));
    if (plain[0]?.startsWith('>')) expect(packed[0]).toBe(plain[0]);
  });
  it('reads brackets and spaces', () => {
    expect(wordsOf(packList('cur{e,es,ed} no_more cure'))).toEqual(['cure', 'cured', 'cures', 'no more']);
  });
});
