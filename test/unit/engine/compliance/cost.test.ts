/**
 * Texts built to make a matcher go back and forth. An exponential step would not end within the suite’s time limit;
 * how the cost grows with the text is measured by `npm run bench`.
 */
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../core/engine/compliance';

const LENGTH = 40_000;
const filled = (unit: string) => unit.repeat(Math.ceil(LENGTH / unit.length));

describe('a text of 40,000 characters is answered', () => {
  it.each([
    ['pinyin that can be read in many ways', `${filled('xian')}q`],
    ['pinyin syllables of one sound', `${filled('nan')}1`],
    ['digits', filled('1')],
    ['digits and signs', filled('1- ')],
    ['Chinese numerals', filled('一百二')],
    ['dots', filled('a.')],
    ['an address that never ends', `https://${filled('a')}`],
    ['host names', filled('a-b.c')],
    ['mail addresses', filled('a@b.')],
    ['tags', filled('#标签')],
    ['hash signs', filled('#')],
    ['blanks', filled(' ')],
    ['signs between characters', filled('最.好_')],
    ['one trigger word', filled('最好')],
    ['triggers and guards', filled('最好的朋友第一次微信')],
    ['selling words', filled('全网最低价链接下单')],
    ['zero-width characters', filled('最\u200B')],
    ['combining marks', filled('a\u0301')],
    ['joiners', filled('👩\u200D')],
    ['emoji tags', filled('\u{E0067}')],
    ['keycaps', filled('1\uFE0F\u20E3')],
    ['brackets', filled('（【「《')],
    ['quotes', filled('"')],
    ['Cyrillic between Latin', filled('aх')],
    ['Cyrillic alone', filled('х')],
    ['capitals', filled('AAA BBB ')],
    ['exclamation marks', filled('!')],
    ['addresses of streets', filled('幸福路')],
    ['places', filled('一一一一一一一一省')],
    ['currency tokens', filled('￥abc')],
    ['letters and digits', filled('a1')],
    ['English triggers', filled('my code cure ')],
  ])('%s', (_, text) => {
    for (const platform of ['douyin', 'youtube'] as const) {
      for (const { start, end, text: words } of checkText({ text, platform }).findings)
        expect(text.slice(start, end)).toBe(words);
    }
  });
});
