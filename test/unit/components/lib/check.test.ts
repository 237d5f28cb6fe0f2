import { describe, expect, it } from 'vitest';
import type { DraftContext } from '../../../../core/model/draft';
import { check } from '../../../../entrypoints/lib/check';

const ask = (text: string, context: DraftContext = {}) => check({ text, platform: 'douyin', context, locale: 'zh-CN' });

describe('a draft', () => {
  it('that says nothing delicate is green, and nothing is asked', () => {
    expect(ask('今天在阳台上种了番茄')).toMatchObject({ level: 'green', findings: [], questions: [] });
  });
  it('with an absolute term is asked whether it sells something, since that decides', () => {
    const { questions } = ask('这是我用过最好的锅');
    expect(questions).toContain('commercial');
    expect(questions).not.toContain('aiUsed');
    expect(ask('这是我用过最好的锅', { commercial: true }).level).toBe('red');
    expect(ask('这是我用过最好的锅', { commercial: true }).questions).not.toContain('commercial');
  });
  it('marks words that stand in it', () => {
    const text = '全网最好的锅，今晚小黄车见';
    for (const { start, end, text: words } of ask(text, { commercial: true }).findings)
      expect(text.slice(start, end)).toBe(words);
  });
});
