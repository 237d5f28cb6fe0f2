/** What conditions ask of a text as a whole. */
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../core/engine/compliance';

const levels = (text: string, rule: string) =>
  checkText({ text, platform: 'douyin' })
    .findings.filter((one) => one.rule === rule)
    .map(({ level }) => level);

describe('a rank with its period, channel and source', () => {
  it.each(['2025年11月', '双11', '双十二', '双12', '618'])('is recognised: %s', (period) => {
    expect(levels(`${period}天猫面膜类目销量第一，数据来源：生意参谋，点左下角链接下单`, 'CN-AD-RANK')).toEqual(['green']);
  });
  it('is not without a period, and a price is none', () => {
    for (const price of ['618元', '到手价618，', '￥618'])
      expect(levels(`${price}面膜类目全国销量第一，数据来源：生意参谋，点左下角链接下单`, 'CN-AD-RANK'), price).not.toContain(
        'green',
      );
    expect(levels('天猫面膜类目销量第一，数据来源：生意参谋，点左下角链接下单', 'CN-AD-RANK')).not.toContain('green');
  });
});

describe('a last word that urges to buy', () => {
  it.each(['', '👇', '👇🏻', '👇🏿👇🏿', '🧑‍🍳', '❤️', '👩‍👧'])('is one with any emoji behind it: %s', (emoji) => {
    expect(levels(`全网最好用的锅，冲${emoji}`, 'CN-AD-ABS')).toEqual(['red']);
  });
});
