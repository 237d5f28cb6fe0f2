/** The learnt layer: its numbers belong to the sentences, its places to the text, and it stays silent where words speak. */
import { describe, expect, it } from 'vitest';
import { ABROAD_LIKENESS } from '../../../../assets/rules/likeness/abroad';
import { CHINA_LIKENESS } from '../../../../assets/rules/likeness/china';
import { checkText } from '../../../../core/engine/compliance';
import { Likeness } from '../../../../core/engine/compliance/likeness';
import { partsOf, unitsOf } from '../../../../core/engine/compliance/units';
import { stampOf } from '../../../../scripts/learn/settings';
import { sentences } from './sentences';

const ALL = sentences();

describe('likeness', () => {
  it('was learnt from the sentences that stand in the cases: otherwise run `npm run learn`', () => {
    expect([CHINA_LIKENESS.sentences, ABROAD_LIKENESS.sentences]).toEqual([stampOf(ALL), stampOf(ALL)]);
  });

  it.each([
    ['China', CHINA_LIKENESS, 0.6],
    ['abroad', ABROAD_LIKENESS, 0.4],
  ])('finds by itself, of sentences that it had not learnt from, enough to be worth it (%s)', (_, { unseen }, share) => {
    const { broken, found, innocent, flagged, ordinary, ordinaryFlagged } = unseen;
    expect(broken).toBeGreaterThan(2000);
    expect(found / broken).toBeGreaterThan(share);
    expect(innocent).toBeGreaterThan(2000);
    expect(flagged / innocent).toBeLessThan(0.03);
    expect(ordinary).toBeGreaterThan(400);
    expect(ordinaryFlagged).toBe(0);
  });

  it('is refused where its numbers do not fit together', () => {
    expect(() => new Likeness({ ...ABROAD_LIKENESS, table: `${ABROAD_LIKENESS.table}h` })).toThrow('does not fit');
    expect(() => new Likeness({ ...ABROAD_LIKENESS, from: [] })).toThrow('does not fit');
  });

  it('shows a place of the text that a reader can see at a glance', () => {
    const likeness = new Likeness(CHINA_LIKENESS);
    const places = ALL.flatMap(({ text }) => likeness.alike(text).map((one) => ({ ...one, text })));
    expect(places.length).toBeGreaterThan(1000);
    for (const { start, end, text } of places) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
      expect(text.slice(start, end).trim()).not.toBe('');
    }
  });

  it('is never red, says how it came about, and speaks only where no word of the rule does', () => {
    let alike = 0;
    for (const { text, platform, lang } of ALL.slice(0, 4000)) {
      const { findings } = checkText({ text, platform, lang, locale: 'en' });
      for (const one of findings.filter((finding) => finding.alike)) {
        alike++;
        expect(one.level).toBe('yellow');
        expect(one.message).toContain('resembles');
        expect(findings.filter(({ rule }) => rule === one.rule)).toEqual([one]);
      }
    }
    expect(alike).toBeGreaterThan(20);
  });

  it.each([
    ...['哈哈哈', '哈哈哈哈哈哈哈哈哈哈哈哈', 'vlog 12', '晚安', '你们猜猜这是什么', 'good night', 'street food', 'trip to Rome'],
    ...['！！！？？？。。。，，，', '!!! ??? ... ***', '😂😂😂', '😀'.repeat(400), '12,345 67:89', ''],
  ])('says nothing of a few words, signs or emoji: %s', (text) => {
    for (const platform of ['douyin', 'xiaohongshu', 'youtube', 'tiktok', 'instagram', 'x'] as const)
      expect(checkText({ text, platform }).findings.filter(({ alike }) => alike)).toEqual([]);
  });

  it('takes a key without an answer for no answer', () => {
    for (const { text, platform } of ALL.filter(({ at }) => at.startsWith('zd-china')).slice(0, 300))
      expect(checkText({ text, platform, ctx: { certified: undefined } })).toEqual(checkText({ text, platform }));
  });

  it('does not silence a rule whose words were found', () => {
    const { findings } = checkText({ text: 'Double tap if you were born in the 90s', platform: 'instagram' });
    expect(findings.find(({ rule }) => rule === 'IG-BAIT')).toMatchObject({ level: 'yellow', start: 0 });
    expect(findings.find(({ rule }) => rule === 'IG-BAIT')).not.toHaveProperty('alike');
  });

  it('finds one sentence in a long text of ordinary ones', () => {
    const ordinary = ALL.filter(({ at }) => at.startsWith('n-titles.txt')).slice(0, 60);
    const around = ordinary.map(({ text }) => text).join('。');
    const likeness = new Likeness(CHINA_LIKENESS);
    const told = ALL.filter(({ kind, at }) => kind === 'positive' && at.startsWith('zd-china')).filter(({ text, rule }) =>
      likeness.alike(text).some((one) => one.rule === rule),
    );
    expect(told.length).toBeGreaterThan(500);
    const inside = told
      .slice(0, 200)
      .filter(({ text, rule }) => likeness.alike(`${around}。${text}。${around}`).some((one) => one.rule === rule));
    expect(inside.length).toBeGreaterThan(150);
  });

  it('cuts texts into units, and long ones into parts that leave nothing out', () => {
    const text = 'Win 3 free   iPhones! 关注我，就送你。';
    const { starts, ends } = unitsOf(text);
    expect(starts.map((start, i) => text.slice(start, ends[i]))).toEqual([
      ...['Win', '3', 'free', 'iPhones', '!'],
      ...['关', '注', '我', '，', '就', '送', '你', '。'],
    ]);
    for (const long of [
      '一二三四五六七八九十'.repeat(40),
      `${'一二三四五六七八九十'.repeat(12)}一二三`,
      `${'好的呀。'.repeat(50)}${'长'.repeat(130)}`,
    ]) {
      const units = unitsOf(long);
      const parts = partsOf(long, units);
      expect(parts[0]?.[0]).toBe(0);
      expect(parts.at(-1)?.[1]).toBe(units.starts.length);
      parts.slice(1).forEach(([from], i) => {
        expect(from).toBe(parts[i]?.[1]);
      });
      expect(Math.max(...parts.map(([from, until]) => until - from))).toBeLessThan(68);
      expect(Math.min(...parts.map(([from, until]) => until - from))).toBeGreaterThanOrEqual(8);
    }
  });

  it.each([
    ['łódź žluťoučký straße việt', ['łódź', 'žluťoučký', 'straße', 'việt']],
    ['купи слона, дёшево', ['купи', 'слона', ',', 'дёшево']],
    ['μου αρέσει 12 קפה', ['μου', 'αρέσει', '12', 'קפה']],
    ['カメラだよ', ['カ', 'メ', 'ラ', 'だ', 'よ']],
    ['3×4÷2', ['3', '×', '4', '÷', '2']],
  ])('takes the letters of every language for letters: %s', (text, said) => {
    const { starts, ends } = unitsOf(text);
    expect(starts.map((start, i) => text.slice(start, ends[i]))).toEqual(said);
  });
});
