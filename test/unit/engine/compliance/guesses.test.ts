/** When a likeness may speak: tried with a pack to which everything looks like a breach of the rules named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AD_SIGNS } from '../../../../assets/rules/ad-signs';
import { CN_ADS } from '../../../../assets/rules/cn-ads';
import { CN_CONTENT } from '../../../../assets/rules/cn-content';
import { CHINA_WORDS } from '../../../../assets/rules/words/china';
import { checkText, checkWith, complianceOf, withoutDismissed } from '../../../../core/engine/compliance';
import { compilePack } from '../../../../core/engine/compliance/pack';
import { passageOf } from '../../../../core/engine/compliance/passage';
import { recordsOf } from '../../../../core/engine/compliance/precision';
import { unitComplianceOf } from '../../../../core/engine/compliance/unit-compliance';
import { makeUnmasker } from '../../../../core/engine/compliance/unmask';
import { sameMatter } from '../../../../core/model/matters';
import { verdictId } from '../../../../core/model/not-an-issue';
import type { Finding } from '../../../../core/model/report';
import { dismissalId, dismissalsOf } from '../../../../entrypoints/lib/dismissals';
import { aPost, NOW } from './posts';
import { sentences } from './sentences';

const ALL = sentences();
/** Each rule is resembled by every text, by so much more than is asked. */
function resembling(odds: Readonly<Record<string, number>>) {
  const rules = Object.keys(odds);
  const table = 'h'.repeat(2);
  const learnt = {
    ...{ buckets: 2, dims: 1, table, step: 1, rules },
    weights: rules.map(() => 0),
    bias: Object.values(odds),
    from: rules.map(() => 0),
  };
  const china = compilePack([...CN_ADS, ...CN_CONTENT], CHINA_WORDS, makeUnmasker, learnt, AD_SIGNS);
  return (text: string) =>
    checkWith({ china }, { text, platform: 'douyin' }).findings.flatMap(({ rule, alike }) => (alike ? [rule] : []));
}
const guessesIn = ({ text, platform, lang }: (typeof ALL)[number]) =>
  checkText({ text, platform, lang }).findings.filter(({ alike }) => alike);

describe('a likeness', () => {
  it('speaks where nothing else does', () => {
    expect(resembling({ 'CN-CONT-ABUSE': 9 })('傍晚的云像一匹慢慢走的马')).toEqual(['CN-CONT-ABUSE']);
  });
  it('is silent where the words of its rule were found and its guards took them back', () => {
    const bait = resembling({ 'CN-ENG-TRADE': 9 });
    expect(bait('今天又有人来找我聊天了呢')).toEqual(['CN-ENG-TRADE']);
    expect(bait('互粉互赞的套路，千万别信别上当')).toEqual([]);
  });
  it('speaks once in a clause: the likeliest', () => {
    const many = resembling({ 'CN-CONT-ABUSE': 8, 'CN-CONT-RUMOR': 9, 'CN-AI-LABEL': 7 });
    expect(many('傍晚的云像一匹慢慢走的马')).toEqual(['CN-CONT-RUMOR']);
  });
  it('speaks of each passage of a long text, whatever was said or taken back in another', () => {
    const quiet = '傍晚的云像一匹慢慢走的马，路边的灯一盏一盏亮起来。';
    const bait = resembling({ 'CN-ENG-TRADE': 9 });
    expect(bait(quiet.repeat(4)).length).toBeGreaterThan(2);
    const refused = bait(`${quiet.repeat(4)}互粉互赞的套路，千万别信别上当。`);
    expect(refused.length).toBe(bait(quiet.repeat(4)).length);
  });
  it('asks for more where nothing is sold, if the rule is about what is', () => {
    const doubted = resembling({ 'CN-AD-FALSE': 1 });
    expect(doubted('傍晚的云像一匹慢慢走的马')).toEqual([]);
    expect(doubted('傍晚的云像一匹马，点左下角链接下单')).toEqual(['CN-AD-FALSE']);
    expect(resembling({ 'CN-CONT-ABUSE': 1 })('傍晚的云像一匹慢慢走的马')).toEqual(['CN-CONT-ABUSE']);
  });
  it('never stands beside a guess or words of the like about the same words', () => {
    let guesses = 0;
    for (const one of ALL) {
      const mine = guessesIn(one);
      if (mine.length === 0) continue;
      guesses += mine.length;
      for (const [i, guess] of mine.entries())
        for (const other of mine.slice(i + 1))
          if (guess.start < other.end && other.start < guess.end)
            expect(sameMatter(guess.rule, other.rule), `${one.at} ${guess.rule} ${other.rule}`).toBe(true);
    }
    expect(guesses).toBeGreaterThan(500);
  });
  it('points at whole characters, whatever stands beside them', () => {
    const learnt = ALL.filter(({ platform }) => platform === 'douyin').filter((one) => guessesIn(one).length > 0);
    const emoji = ['👩‍👩‍👧‍👦', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇨🇳', '🇨🇳🇯🇵', '👍🏽', '❤️', '1️⃣', '🧑‍🍳', '☕', '🏳️‍🌈', '👨🏿‍⚕️', '𠮷', 'é', '𝕡'];
    const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    let found = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...learnt.slice(0, 300)),
        fc.array(fc.tuple(fc.nat(), fc.constantFrom(...emoji), fc.nat(2)), { minLength: 1, maxLength: 6 }),
        ({ text, platform }, marks) => {
          const chars = [...text];
          for (const [at, mark, times] of marks) chars.splice(at % (chars.length + 1), 0, mark.repeat(times + 1));
          const marked = chars.join('');
          const edges = new Set([marked.length]);
          for (const { index } of graphemes.segment(marked)) edges.add(index);
          for (const { rule, start, end } of checkText({ text: marked, platform }).findings) {
            found++;
            expect([edges.has(start), edges.has(end)], `${rule} ${start}–${end} ${marked}`).toEqual([true, true]);
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(100);
  });
});

describe('a likeness that was called no issue', () => {
  const dismissed = (findings: readonly Finding[]) => dismissalsOf(findings.map(dismissalId));

  it('stays so while one types on, before and after it', () => {
    let tried = 0;
    for (const one of ALL.slice(0, 6000)) {
      const before = guessesIn(one);
      if (before.length === 0) continue;
      for (const text of [`${one.text}。`, `${one.text}，真的`, `嗯，${one.text}`, one.text.slice(0, -1), one.text.slice(1)]) {
        for (const guess of guessesIn({ ...one, text })) {
          if (!before.some(({ rule }) => rule === guess.rule)) continue;
          tried++;
          expect(withoutDismissed([guess], dismissed(before)), `${one.at} ${guess.rule} ${text}`).toEqual([]);
        }
      }
    }
    expect(tried).toBeGreaterThan(50);
  });

  const guess = (text: string, passage = text): Finding => {
    const source = checkText({ text: '全网最好用的锅，点左下角链接下单', platform: 'douyin' }).findings[0] as Finding;
    return { ...source, rule: 'CN-CONT-ABUSE', level: 'yellow', text, alike: passageOf(text, passage) };
  };
  const PASSAGE = '今天去了老街，排队的人真多，老板娘的脾气也不小，下次换一家';

  it('holds for every clause of the passage, however it is cut', () => {
    const said = dismissed([guess('老板娘的脾气也不小', PASSAGE)]);
    for (const text of ['排队的人真多', '老板娘的脾气', '人真多，老板娘的脾气也不小', '排队的人真多呀', '下次换一家'])
      expect(withoutDismissed([guess(text)], said), text).toEqual([]);
  });
  it('does not hold for another clause, another rule, or words of the rule', () => {
    const said = dismissed([guess('老板娘的脾气也不小', PASSAGE)]);
    const others = [
      guess('隔壁桌的大爷吵了一架'),
      guess('老板娘的脾气也不小，还骂我是乡下人'),
      guess('脾气暴躁的老板骂人'),
      { ...guess('老板娘的脾气也不小'), rule: 'CN-CONT-RUMOR' },
    ];
    const { alike: _, ...words } = guess('老板娘的脾气也不小');
    expect(withoutDismissed([...others, words], said)).toEqual([...others, words]);
  });
  it('holds where it was remembered by its words', () => {
    expect(withoutDismissed([guess('下次换一家')], [{ rule: 'CN-CONT-ABUSE', phrase: '下次换一家' }])).toEqual([]);
  });
  it('has a name no longer than the id of a document', () => {
    const id = dismissalId(guess('老板娘的脾气也不小', PASSAGE.repeat(9)));
    expect(verdictId(id)).toBe(id);
  });
  it('says nothing of how often the words of the rule are right', () => {
    const said = (finding: Finding, right: boolean) => ({ id: verdictId(dismissalId(finding)), rule: finding.rule, right });
    const { alike: _, ...words } = guess('脾气也不小');
    expect([...recordsOf([said(guess('下次换一家'), false), said(guess('人真多'), true), said(words, true)])]).toEqual([
      ['CN-CONT-ABUSE', { right: 1, of: 1 }],
    ]);
  });
});

describe('posts that only resemble', () => {
  it('do not count as sensitive', () => {
    const posts = Array.from({ length: 40 }, (_, i) => aPost({ title: `第${i}天散步 ${i * i}`, daysAgo: i }));
    const context = { now: NOW, zone: 'UTC', locale: 'en' } as const;
    const unit = unitComplianceOf(posts, context);
    const source = checkText({ text: '全网最好用的锅，点左下角链接下单', platform: 'douyin' }).findings[0] as Finding;
    const told = (alike?: string) => {
      const finding: Finding = { ...source, rule: 'CN-CONT-ABUSE', level: 'yellow', ...(alike ? { alike } : {}) };
      const findings = new Map(posts.map(({ key }) => [key, [finding]]));
      return complianceOf(posts, context, [{ ...unit, findings }]).patterns.map(({ rule }) => rule);
    };
    expect(told()).toContain('TECH-RATIO-SENS');
    expect(told('≈00')).toEqual([]);
  });
});
