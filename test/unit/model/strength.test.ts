import { expect, it } from 'vitest';
import { groundOf } from '../../../core/model/strength';

const evidence = { posts: 71, weeks: 25 };
const interval = { low: 0, median: 0.15, high: 0.31 };

it('calls a suggestion with a range an estimate, and only compliance a written rule', () => {
  expect(groundOf({ strength: 'rule', kind: 'timing', evidence: { ...evidence, interval } })).toBe('estimated');
  expect(groundOf({ strength: 'rule', kind: 'timing', evidence: { ...evidence, adjustedFor: ['trend'] } })).toBe('estimated');
  expect(groundOf({ strength: 'rule', kind: 'mix', evidence })).toBe('counted');
  expect(groundOf({ strength: 'rule', kind: 'compliance', evidence })).toBe('rule');
  expect(groundOf({ strength: 'hint', kind: 'timing', evidence: { ...evidence, interval } })).toBe('hint');
});
