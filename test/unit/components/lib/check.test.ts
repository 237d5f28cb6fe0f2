import { describe, expect, it } from 'vitest';
import type { DraftContext } from '../../../../core/model/draft';
import type { Market } from '../../../../core/model/report-parts';
import { type CertifiedIn, NO_RULE_SETTINGS, type RuleSettings, ruleSettingsOf } from '../../../../core/model/rule-settings';
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
  it('is held against the law of the market that was set', () => {
    const text = 'Gifted by @teahouse, such a lovely set';
    const of = (market: Market | null) =>
      check({ text, platform: 'instagram', context: {}, locale: 'en', rules: { ...NO_RULE_SETTINGS, market } }).findings.map(
        ({ rule }) => rule,
      );
    expect(of('UK')).toContain('UK-DISC');
    expect(of('UK')).not.toContain('US-DISC-MISSING');
    expect(of('US')).not.toContain('UK-DISC');
    expect(of(null)).toEqual(expect.arrayContaining(['UK-DISC', 'US-DISC-MISSING']));
  });
  it('of a certified account may advise', () => {
    const text = '三十岁的人，这样买保险才不踩坑';
    const levelFor = (certified: CertifiedIn[]) =>
      check({ text, platform: 'douyin', context: {}, locale: 'zh-CN', rules: { ...NO_RULE_SETTINGS, certified } }).level;
    expect(levelFor([])).toBe('yellow');
    expect(levelFor(['legal'])).toBe('yellow');
    expect(levelFor(['finance'])).toBe('green');
  });
  it('hears nothing of a muted rule', () => {
    const text = '震惊！不看后悔一辈子';
    const muted = [{ rule: 'CN-CONT-CLICKBAIT', about: '' }];
    const of = (rules: RuleSettings) => check({ text, platform: 'douyin', context: {}, locale: 'zh-CN', rules }).findings;
    expect(new Set(of(NO_RULE_SETTINGS).map(({ rule }) => rule))).toEqual(new Set(['CN-CONT-CLICKBAIT']));
    expect(of({ ...NO_RULE_SETTINGS, muted })).toEqual([]);
  });
});

describe('stored rule settings', () => {
  it('are taken as far as they make sense', () => {
    expect(ruleSettingsOf(undefined)).toEqual(NO_RULE_SETTINGS);
    const stored = {
      market: 'MARS',
      certified: ['finance', 'magic'],
      muted: [{ rule: 'CN-AD-PRICE', about: 'prices' }, { rule: 'CN-CONT-FRAUD', about: 'fraud' }, null],
    };
    expect(ruleSettingsOf(stored)).toEqual({
      market: null,
      certified: ['finance'],
      muted: [{ rule: 'CN-AD-PRICE', about: 'prices' }],
    });
  });
});
