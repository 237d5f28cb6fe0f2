import { describe, expect, it } from 'vitest';
import { RULES } from '../../../../assets/rules';
import type { Rule } from '../../../../assets/rules/types';
import { lintRule } from './lint';
import { sentences } from './sentences';

const CASES = sentences();
const rule = RULES.find(({ id }) => id === 'CN-AD-ABS') as Rule;

describe('rules', () => {
  it.each(RULES.map((one) => [one.id, one] as const))('%s is complete', (_, one) => {
    expect(lintRule(one, CASES)).toEqual([]);
  });

  it('have ids of their own', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });

  it('are all that sentences are written for', () => {
    const known = new Set([...RULES.map(({ id }) => id), 'ORDINARY']);
    for (const one of CASES) for (const id of [one.rule, ...one.alsoFine]) expect(known, one.at).toContain(id);
  });
});

describe('the lint refuses', () => {
  const refused = (change: Partial<Rule>, cases = CASES) => lintRule({ ...rule, ...change }, cases);

  it.each([
    ['positive', 'no sentence that breaks it'],
    ['innocent', 'no innocent sentence that looks like it'],
    ['disguised', 'no disguised sentence'],
  ] as const)('a rule without %s sentences', (kind, problem) => {
    // A disguised sentence breaks the rule too.
    const left = CASES.filter((one) => one.kind !== kind && !(kind === 'positive' && one.kind === 'disguised'));
    expect(refused({}, left)).toContain(problem);
  });

  it('a rule without a message in both languages', () => {
    const bare = { rules: {}, exemptions: {} };
    const problems = lintRule(rule, CASES, { en: bare, 'zh-CN': bare });
    for (const language of ['en', 'zh-CN']) {
      expect(problems).toContain(`no message in ${language}`);
      expect(problems).toContain(`no way out in ${language}`);
      expect(problems).toContain(`no words for exemption E1 in ${language}`.replace('E1', rule.exempt?.[0]?.[1] ?? ''));
    }
  });

  it('a rule without source, date or anything to look for', () => {
    expect(refused({ source: 'nowhere' as Rule['source'] })).toEqual(['no source']);
    expect(refused({ reviewBy: 'some day' })).toEqual(['no review date']);
    expect(refused({ reviewBy: '2001-01-01' })).toEqual(['to be reviewed before its source is dated']);
    expect(refused({ find: [] })).toEqual(['nothing to look for']);
  });
});
