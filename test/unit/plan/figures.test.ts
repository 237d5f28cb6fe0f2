import { describe, expect, it } from 'vitest';
import { editableOf, planWith } from '../../../core/plan/figures';
import { DEFAULT_PLAN } from '../../../core/plan/plan';

describe('the plan as the creator runs it', () => {
  it('is the default where nothing was changed', () => {
    expect(planWith(null)).toBe(DEFAULT_PLAN);
    expect(editableOf(planWith({ id: 'plan' }))).toEqual(editableOf(DEFAULT_PLAN));
  });
  it('takes weights relative to their sum, and none that are all zero', () => {
    const scoreWeights = { engagement: 2, quality: 1, audience: 1, frequency: 0 };
    expect(planWith({ id: 'plan', scoreWeights }).score.weights).toEqual({
      engagement: 0.5,
      quality: 0.25,
      audience: 0.25,
      frequency: 0,
    });
    const nothing = { engagement: 0, quality: 0, audience: 0, frequency: 0 };
    expect(planWith({ id: 'plan', scoreWeights: nothing }).score.weights).toEqual(DEFAULT_PLAN.score.weights);
  });
  it('turns a band the right way round, and keeps stable and experiment together', () => {
    const { content } = planWith({ id: 'plan', commercial: { low: 0.2, high: 0.1 }, stableShare: 0.6 });
    expect(content.commercial).toEqual({ low: 0.1, high: 0.2 });
    expect(content.zones).toEqual({ stable: 0.6, experiment: 0.4 });
  });
  it('asks for tries in the hours that are possible', () => {
    expect(planWith({ id: 'plan' }).exploration.possibleHours).toEqual({ from: 6, to: 24 });
    const { exploration } = planWith({ id: 'plan', possibleHours: { from: 20, to: 2 } });
    expect(exploration).toEqual({ ...DEFAULT_PLAN.exploration, possibleHours: { from: 20, to: 2 } });
  });
  it('rates what the creator wrote, else the usual', () => {
    expect(planWith({ id: 'plan', rubric: [] }).indicator.rubric).toEqual(DEFAULT_PLAN.indicator.rubric);
    const rubric = [{ id: 'fun', name: 'Fun', low: 'none', high: 'much' }];
    expect(planWith({ id: 'plan', rubric }).indicator.rubric).toEqual(['fun']);
  });
});
