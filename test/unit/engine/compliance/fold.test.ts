/** The normaliser: an index map that always fits, whole characters, and the same reading however often it is read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SIMPLIFIED, TRADITIONAL } from '../../../../assets/rules/traditional';
import { checkText } from '../../../../core/engine/compliance';
import { fold, originalRange } from '../../../../core/engine/compliance/fold';
import { sentences } from './sentences';

const EMOJI = ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇨🇳', '👍🏽', '❤️', '1️⃣', '🧑‍🍳', '☕', '🏳️‍🌈', '👨🏿‍⚕️'];
const PIECES = [
  '最',
  '好用',
  '加',
  '微信',
  'v',
  'х',
  'Ａ',
  '①',
  '❶',
  '㎏',
  'ﬁ',
  'İ',
  '￥',
  '後',
  '。',
  ' ',
  '\u3000',
  '\u200B',
  '\u200D',
  '\u0301',
];
/** Texts as people and their disguises write them: letters of all kinds, emoji, invisible characters, lone halves of characters. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...EMOJI),
      fc.constantFrom(...PIECES),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constant('\uD83D'),
    ),
  )
  .map((parts) => parts.join(''));

describe('the folded text', () => {
  it('has an index map that fits the original', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const { text, starts, ends, marks } = fold(original);
        if (!starts || !ends || !marks) {
          expect(text.length).toBe(original.length);
          return;
        }
        expect([starts.length, ends.length, marks.length]).toEqual([text.length, text.length, text.length]);
        let before = 0;
        for (let i = 0; i < text.length; i++) {
          const start = starts[i] ?? -1;
          const end = ends[i] ?? -1;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(original.length);
          before = start;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('points at whole characters', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (original, a, b) => {
        const view = fold(original);
        const from = view.text.length ? a % view.text.length : 0;
        const to = Math.min(view.text.length, from + 1 + (b % 5));
        const [start, end] = originalRange(view, from, to);
        const splits = (at: number) =>
          /[\uD800-\uDBFF]/.test(original.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(original.charAt(at));
        if (view.starts) expect([splits(start), splits(end)]).toEqual([false, false]);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads the same when it is read again', () => {
    fc.assert(
      fc.property(anyText, (original) => {
        const once = fold(original).text;
        expect(fold(once).text).toBe(once);
      }),
      { numRuns: 2000 },
    );
    for (const original of ['хÈ⺀', 'èaх好']) expect(fold(fold(original).text).text, original).toBe(fold(original).text);
  });

  it.each(EMOJI)('keeps %s and finds nothing hidden in it', (emoji) => {
    const text = `周末${emoji}出门${emoji}晒太阳`;
    expect(checkText({ text, platform: 'xiaohongshu' })).toEqual({ level: 'green', findings: [] });
    const sold = `${emoji}全网最好用的锅，点左下角链接下单${emoji}`;
    for (const { start, end, text: words } of checkText({ text: sold, platform: 'douyin' }).findings)
      expect(sold.slice(start, end)).toBe(words);
  });

  it.each([
    ['ＶＸ１２３', 'vx123'],
    ['ⓥⓧ①③', 'vx13'],
    ['𝙫𝙭𝟙', 'vx1'],
    ['❶❺❻➀🅰️4⃣', '1561a4'],
    ['最\u200B好\u2060用', '最好用'],
    ['vх', 'vx'],
    ['𝜂㎏', 'nkg'],
    ['привет', 'привет'],
    ['連結在留言', '连结在留言'],
    ['第一次', '第一次'],
    ['丶l1O0', '丶l1o0'],
  ])('reads %s as %s', (original, read) => {
    expect(fold(original).text).toBe(read);
  });
});

describe('a finding by words survives', () => {
  const PLAIN = sentences().filter(({ kind, lang, rule }) => kind === 'positive' && lang === 'zh' && rule.startsWith('CN-'));
  const simple = Array.from(SIMPLIFIED);
  /** The first traditional character of each simplified one. */
  const traditional = new Map([...TRADITIONAL].map((char, i) => [simple[i] ?? '', char] as const).reverse());
  const found = (one: (typeof PLAIN)[number], text: string) =>
    checkText({ text, platform: one.platform, ctx: one.ctx }).findings.some(
      ({ rule, level }) => rule === one.rule && level !== 'green',
    );
  const known = PLAIN.filter(({ text, platform, ctx, rule }) =>
    checkText({ text, platform, ctx }).findings.some((one) => one.rule === rule && one.level !== 'green' && !one.alike),
  );

  it.each([
    [
      'full-width letters and digits',
      (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
      0.97,
    ],
    ['invisible characters everywhere', (text: string) => [...text].join('\u200B'), 0.97],
    ['traditional characters', (text: string) => [...text].map((char) => traditional.get(char) ?? char).join(''), 0.97],
    ['blanks between all characters', (text: string) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, ' '), 0.85],
    ['emoji at the sentence’s ends', (text: string) => `🔥${text}🎉`, 0.99],
  ])('%s', (_, disguise, share) => {
    const lost = known.filter((one) => !found(one, disguise(one.text)));
    expect(
      1 - lost.length / known.length,
      lost.map(({ rule, text }) => `${rule} ${disguise(text)}`).join('\n'),
    ).toBeGreaterThanOrEqual(share);
  });
});
