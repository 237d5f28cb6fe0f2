import { describe, expect, it } from 'vitest';
import {
  boxesNeeded,
  checkText,
  declarationBoxes,
  incidentDeadlines,
  rulePrecision,
  rulesPastReview,
  withoutDismissed,
} from '../../../../core/engine/compliance';
import type { Finding } from '../../../../core/model/report';
import { type ReviewRecord, reviewState } from '../../../../core/model/review';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { dismissalId, dismissalsOf } from '../../../../entrypoints/lib/dismissals';
import { NOW } from './posts';

describe('"not an issue"', () => {
  const { findings } = checkText({ text: '全网最好用的锅，点左下角链接下单，唯一的选择', platform: 'douyin' });
  const absolute = findings.filter(({ rule }) => rule === 'CN-AD-ABS');

  it('is remembered for these words, whatever their case and blanks', () => {
    const [first] = absolute;
    const left = withoutDismissed(findings, [{ rule: 'CN-AD-ABS', phrase: ` ${first?.text.toUpperCase()} ` }]);
    expect(left).toEqual(findings.filter((one) => one !== first));
  });
  it('holds for every text when no words are given', () => {
    expect(absolute.length).toBeGreaterThan(1);
    expect(withoutDismissed(absolute, [{ rule: 'CN-AD-ABS', phrase: null }])).toEqual([]);
  });
  it('holds for that text alone where an answer decided and no word did', () => {
    const paid = (text: string) =>
      checkText({ text, platform: 'instagram', lang: 'en', ctx: { paid: true } }).findings.filter(
        ({ rule }) => rule === 'US-DISC-MISSING',
      );
    const [one] = paid('My morning routine with the new blender');
    const dismissed = dismissalsOf([dismissalId(one as Finding)]);
    expect(withoutDismissed(paid('My morning routine with the new blender'), dismissed)).toEqual([]);
    const other = paid('My evening in the mountains with a new tent');
    expect(other).toHaveLength(1);
    expect(withoutDismissed(other, dismissed)).toEqual(other);
  });
  it.each([
    ['代替药', '代替药物', []],
    ['稳赚不', '稳赚不赔', []],
    // Other words, of which they are a part only.
    ['第一', '全网第一', ['全网第一']],
    ['最好', '全网最好', ['全网最好']],
    ['best', 'the best', ['the best']],
    ['药物', '代替药物', ['代替药物']],
  ])('of %s, as it was cut before whole words were underlined, holds for %s where it is the same', (before, now, left) => {
    const found = [{ ...(absolute[0] as Finding), text: now }];
    expect(withoutDismissed(found, [{ rule: 'CN-AD-ABS', phrase: before }]).map(({ text }) => text)).toEqual(left);
    expect(withoutDismissed(found, [{ rule: 'CN-AD-RANK', phrase: before }])).toEqual(found);
  });
  it('is about one rule only', () => {
    expect(withoutDismissed(absolute, [{ rule: 'CN-AD-RANK', phrase: null }])).toEqual(absolute);
  });
});

describe('how often a rule is right', () => {
  it('carries its uncertainty', () => {
    const none = rulePrecision('CN-AD-ABS', 0, 0);
    expect(none.precision.low).toBeLessThan(0.01);
    expect(none.precision.high).toBeGreaterThan(0.99);
    const some = rulePrecision('CN-AD-ABS', 9, 1);
    expect(some.precision.low).toBeGreaterThan(0.5);
    expect(some.precision.high).toBeLessThan(1);
  });
  it('quietens a rule that was hardly ever right in ten reviews, and none that protects people', () => {
    expect(rulePrecision('CN-AD-ABS', 0, 20).mute).toBe(true);
    expect(rulePrecision('CN-AD-ABS', 0, 9).mute).toBe(false);
    expect(rulePrecision('CN-AD-ABS', 5, 15).mute).toBe(false);
    expect(rulePrecision('CN-PRIV', 0, 50).mute).toBe(false);
  });
});

describe('the review', () => {
  const step = (name: ReviewRecord['step'], passed: boolean, when = 0): ReviewRecord => ({
    step: name,
    who: 'A',
    when,
    passed,
    why: '',
  });
  it('goes system, self, second person; the third is optional', () => {
    expect(reviewState([])).toEqual({ state: 'open', next: 'system' });
    expect(reviewState([step('system', true)])).toEqual({ state: 'open', next: 'self' });
    expect(reviewState([step('system', true), step('self', true)])).toEqual({ state: 'passed', next: 'second' });
    expect(reviewState([step('system', true), step('self', true), step('second', true)])).toEqual({
      state: 'passed',
      next: null,
    });
  });
  it('stops at a step that was refused, until that step passes again', () => {
    const refused = [step('system', true, 1), step('self', false, 2), step('second', true, 3)];
    expect(reviewState(refused)).toEqual({ state: 'refused', next: 'self' });
    expect(reviewState([...refused, step('self', true, 4)])).toEqual({ state: 'passed', next: null });
  });
  it('takes the latest word, in whatever order the records lie', () => {
    expect(reviewState([step('self', true, 9), step('self', false, 2), step('system', true, 1)]).state).toBe('passed');
  });
});

describe('an incident', () => {
  const HOUR = 3_600_000;
  it('is due at once when red, after the plan’s hours when yellow, never when green', () => {
    expect(incidentDeadlines('red', NOW, DEFAULT_PLAN)).toEqual({
      act: NOW,
      feedback: NOW + 48 * HOUR,
      solved: NOW + 168 * HOUR,
    });
    expect(incidentDeadlines('yellow', NOW, DEFAULT_PLAN)?.act).toBe(NOW + 48 * HOUR);
    expect(incidentDeadlines('green', NOW, DEFAULT_PLAN)).toBeNull();
  });
});

describe('rules past their review date', () => {
  it('are none on the last day and all of them much later', () => {
    expect(rulesPastReview(Date.parse('2027-03-31T20:00:00Z'))).toEqual([]);
    expect(rulesPastReview(Date.parse('2027-04-01T00:00:00Z')).map(({ id }) => id)).toContain('CN-AD-ABS');
  });
});

describe('declaration boxes', () => {
  it('are the platform’s own labels (facts, section 5)', () => {
    const labels = (platform: Parameters<typeof declarationBoxes>[0]) =>
      declarationBoxes(platform)?.boxes.map(({ label }) => label);
    expect(labels('douyin')).toEqual([
      '内容由AI生成',
      '内容为个人观点或见解',
      '内容为转载信息',
      '内容含营销推广信息',
      '虚构演绎，仅供娱乐',
      '无需添加自主声明',
    ]);
    expect(labels('kuaishou')).toEqual(['内容为AI生成', '演绎情节，仅供娱乐', '个人观点，仅供参考', '素材来源于网络']);
    expect(labels('bilibili')).toHaveLength(6);
    expect(labels('xiaohongshu')).toHaveLength(4);
    expect(labels('facebook')).toBeUndefined();
  });
  it('are called for by the creator’s answers alone', () => {
    const needed = (platform: Parameters<typeof boxesNeeded>[0], ctx: Parameters<typeof boxesNeeded>[1]) =>
      boxesNeeded(platform, ctx).map(({ label }) => label);
    expect(needed('douyin', {})).toEqual([]);
    expect(needed('douyin', { aiUsed: true, staged: true })).toEqual(['内容由AI生成', '虚构演绎，仅供娱乐']);
    expect(needed('bilibili', { paid: true, isRepost: true })).toEqual(['内容含营销信息', '内容为转载']);
    expect(needed('x', { gifted: true })).toEqual(['Paid Partnership']);
  });
});

describe('a declaration', () => {
  const KIND_OF_RULE = { ai: 'CN-AI-LABEL', fiction: 'CN-FICTION' } as const;
  const PLATFORMS = ['douyin', 'xiaohongshu', 'kuaishou', 'bilibili', 'channels', 'youtube', 'tiktok', 'instagram', 'x'] as const;
  it.each(PLATFORMS)('of %s speaks for its own kind only', (platform) => {
    for (const { kind, label } of declarationBoxes(platform)?.boxes ?? []) {
      for (const [other, rule] of Object.entries(KIND_OF_RULE)) {
        const ctx = { aiUsed: other === 'ai', staged: other === 'fiction', declared: [label] };
        const { findings } = checkText({ text: '今天的云很好看', platform: 'douyin', ctx });
        expect(findings.find((one) => one.rule === rule)?.level === 'green', `${label} ${rule}`).toBe(kind === other);
      }
    }
  });
  it.each([
    ['YT-PAID', 'youtube', '包含付费宣传内容'],
    ['TT-COMM', 'tiktok', '品牌内容'],
    ['TT-COMM', 'tiktok', '您的品牌'],
    ['TT-COMM', 'tiktok', 'Disclose commercial content'],
    ['YT-AI', 'youtube', '经过修改的内容'],
    ['YT-AI', 'youtube', '更改过的内容'],
    ['TT-AI', 'tiktok', 'AI 生成的内容'],
    ['IG-PARTNER', 'instagram', '付费合作'],
  ] as const)('settles %s by the label as it stands in Chinese: %s %s', (rule, platform, label) => {
    const ctx = rule.endsWith('-AI') ? { aiUsed: true } : { paid: true };
    const level = (declared?: string[]) =>
      checkText({ text: 'A walk by the sea', platform, ctx: { ...ctx, declared } }).findings.find((one) => one.rule === rule)
        ?.level ?? 'green';
    expect([level(), level([label])]).toEqual([expect.not.stringMatching('green'), 'green']);
  });
  it('that the post is paid does not say that a machine made it', () => {
    const ctx = { aiUsed: true, paid: true, declared: ['Paid promotion'] };
    const { findings } = checkText({ text: 'A walk by the sea', platform: 'youtube', lang: 'en', ctx });
    expect(findings.find(({ rule }) => rule === 'YT-AI')?.level).not.toBe('green');
  });
});
