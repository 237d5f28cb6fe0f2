import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../../../core/engine/mix/text/segments';

/** The line as the segmenter itself cuts it. */
const asAWhole = (line: string) =>
  Array.from(new Intl.Segmenter('zh', { granularity: 'word' }).segment(line), ({ segment, isWordLike }) =>
    isWordLike ? segment : null,
  );

describe('lines cut piece by piece', () => {
  it.each([
    '第3回：番茄和面包，周末在家试了骑行',
    "I'm 3.5kg_lighter，才用了7天·vlog",
    '我用iPhone15拍的：A/B测试',
    '“早安”打卡第12天…明天继续',
    '豆子｜怎么保存',
    'カフェで作る、朝ごはん',
    '한국어 제목 하나',
    '咖啡️拉花👨‍👩‍👧和e\u0301clair',
    '',
  ])('%s', (line) => {
    expect(segmentsOf([line, line])).toEqual([asAWhole(line), asAWhole(line)]);
  });

  it('are cut as the segmenter cuts them as a whole, whatever stands in them', () => {
    const piece = fc.constantFrom(
      ..."番茄 焖饭 第 的 周末在家试了 养猫日记 一二三 3 12.5 , 1,000 a ab_c _ don't I’m don ： : · . ， 。 ！ “ ” — … ～ （ ） 「 -".split(
        ' ',
      ),
      ' ',
      'か',
      'カフェ',
      '한국',
      'é',
      '\u0301',
      '\u200d',
      '️',
      '👍',
      '々',
      '〇',
      '㐀',
      '𠮷',
    );
    const line = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        expect(segmentsOf(lines)).toEqual(lines.map(asAWhole));
      }),
      { numRuns: 400 },
    );
  });
});
