/** The labelled sentences against the bars of `docs/compliance.md`. Sentences written later measure better than these: see there. */
import { describe, expect, it } from 'vitest';
import { checkText } from '../../../../core/engine/compliance';
import { sameMatter } from '../../../../core/model/matters';
import { type Kind, type Sentence, sentences } from './sentences';

const ALL = sentences();
const RECALL = 0.9;
const UNMASKED = 0.85;
/** By the words of the rules alone, of the sentences written for them: each rule, and all together. */
const BY_WORDS = { rule: 0.85, all: 0.93 };
/** Files of free wordings that were written for the layer of likeness to learn from. */
const FOR_LIKENESS = /^z[d-h]-/;
const FLAGGED = 0.03;
/** Further matters a sentence, as a share of the expected ones. */
const EXTRA = 0.1;
/** Below this many sentences a share says nothing; then at most one may be missed. */
const FEW = 10;

const answers = new Map(ALL.map((one) => [one, checkText(one).findings]));
const spoken = (one: Sentence) => (answers.get(one) ?? []).filter(({ level }) => level !== 'green');
const finds = (one: Sentence) => spoken(one).some(({ rule }) => rule === one.rule);
const saysSo = (one: Sentence) => spoken(one).some(({ rule, alike }) => rule === one.rule && !alike);
const of = (...kinds: Kind[]) => ALL.filter(({ kind }) => kinds.includes(kind));
const told = (list: readonly Sentence[]) => list.map(({ at, rule, text }) => `${at} ${rule} ${text}`).join('\n');
const accused = (one: Sentence) => spoken(one).some(({ rule }) => !one.alsoFine.includes(rule));

describe('labelled sentences', () => {
  it('are many, of every kind', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(2500);
    for (const kind of ['positive', 'traditional', 'disguised', 'innocent'] as const)
      expect(of(kind).length).toBeGreaterThan(100);
  });

  const rules = [...new Set(of('positive').map(({ rule }) => rule))];
  it.each(rules)('%s is found', (rule) => {
    const own = of('positive').filter((one) => one.rule === rule);
    const missed = own.filter((one) => !finds(one));
    const allowed = own.length < FEW ? 1 : Math.round((1 - RECALL) * own.length);
    expect(missed.length, told(missed)).toBeLessThanOrEqual(allowed);
  });

  it.each(rules.filter((rule) => rule !== 'CN-HOMO'))('%s is found by its words alone where they were written for', (rule) => {
    const own = of('positive').filter((one) => one.rule === rule && !FOR_LIKENESS.test(one.at));
    const missed = own.filter((one) => !saysSo(one));
    expect(own.length).toBeGreaterThan(0);
    expect(missed.length, told(missed)).toBeLessThanOrEqual(own.length < FEW ? 1 : (1 - BY_WORDS.rule) * own.length);
  });

  it('found by words alone, plain and behind a disguise', () => {
    for (const kinds of [['positive'], ['disguised', 'traditional']] as const) {
      const some = of(...kinds).filter(({ at }) => !FOR_LIKENESS.test(at));
      const missed = some.filter((one) => !saysSo(one));
      expect(missed.length / some.length, told(missed)).toBeLessThanOrEqual(1 - BY_WORDS.all);
    }
  });

  it('found behind a disguise', () => {
    const hidden = of('disguised', 'traditional');
    const missed = hidden.filter((one) => !finds(one));
    expect(missed.length / hidden.length, told(missed)).toBeLessThanOrEqual(1 - UNMASKED);
  });

  it('have the level that was expected where words were found, yellow where they are only alike', () => {
    const own = (one: Sentence) => spoken(one).filter(({ rule }) => rule === one.rule);
    const byWords = of('positive').filter((one) => own(one).some(({ alike }) => !alike));
    const other = byWords.filter((one) => !own(one).some(({ level }) => level === one.level));
    const guessed = ALL.flatMap(spoken).filter(({ alike }) => alike);
    expect(guessed.length).toBeGreaterThan(100);
    expect(guessed.filter(({ level }) => level !== 'yellow')).toEqual([]);
    expect(other.length / byWords.length, told(other)).toBeLessThanOrEqual(0.03);
  });

  it('are left alone when innocent', () => {
    const innocent = of('innocent');
    const wrong = innocent.filter(accused);
    const what = wrong
      .map((one) => `${one.at} ${spoken(one).map(({ rule, text }) => `${rule} "${text}"`)} ${one.text}`)
      .join('\n');
    expect(wrong.length / innocent.length, what).toBeLessThanOrEqual(FLAGGED);
  });

  it('are told once: few rules speak beside the one that was expected', () => {
    const found = of('positive').filter(finds);
    const beside = (one: Sentence) => {
      const expected = [one.rule, 'CN-HOMO', ...one.alsoFine];
      return new Set(spoken(one).flatMap(({ rule }) => (expected.some((other) => sameMatter(rule, other)) ? [] : [rule]))).size;
    };
    const extra = found.reduce((sum, one) => sum + beside(one), 0);
    const what = found.filter((one) => beside(one) > 0);
    expect(extra / found.length, told(what)).toBeLessThanOrEqual(EXTRA);
  });

  it('get offsets that fit the text, whole characters, not the whole of a long text', () => {
    for (const one of ALL) {
      for (const { start, end, text } of answers.get(one) ?? []) {
        expect(one.text.slice(start, end), one.at).toBe(text);
        expect(text.length, one.at).toBeGreaterThan(0);
        expect(text.isWellFormed(), one.at).toBe(true);
        if (one.text.length > 40) expect(text.length, one.at).toBeLessThan(one.text.length);
      }
    }
  });
});
