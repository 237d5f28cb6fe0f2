import { describe, expect, it } from 'vitest';
import { mix } from '../../../../assets/locales/en/mix';
import { type KindEvidence, shiftOf } from '../../../../core/engine/mix/adherence/shift';
import { DEFAULT_PLAN, type Plan } from '../../../../core/plan/plan';
import { DAY_MS, NOW } from './world';

const evidence = (better: Partial<Record<KindEvidence['kind'], number>>): KindEvidence[] =>
  Object.entries(better).map(([kind, chance]) => ({ kind: kind as KindEvidence['kind'], better: chance, told: chance >= 0.9 }));
const proposal = (better: Parameters<typeof evidence>[0], content: Partial<Plan['content']> = {}) =>
  shiftOf(
    [{ unit: 'u', kinds: evidence(better) }],
    { ...DEFAULT_PLAN, content: { ...DEFAULT_PLAN.content, ...content } },
    NOW,
    mix,
  );

describe('planned shares that follow what does well', () => {
  it('move one small step towards the kind that very likely does better, from the one that least likely does', () => {
    const shift = proposal({ emotion: 0.96, knowledge: 0.4, experience: 0.02 });
    expect(shift).toMatchObject({ to: 'emotion', from: 'experience' });
    expect(shift?.kinds.emotion).toBeCloseTo(0.25);
    expect(shift?.kinds.experience).toBeCloseTo(0.25);
    expect(Object.values(shift?.kinds ?? {}).reduce((a, b) => a + b, 0)).toBeCloseTo(1);
  });
  it('stay where nothing is told, and for four weeks after the last step', () => {
    expect(proposal({ emotion: 0.89 })).toBeNull();
    expect(proposal({ emotion: 0.96 }, { kindsMovedAt: new Date(NOW - 27 * DAY_MS).toISOString() })).toBeNull();
    expect(proposal({ emotion: 0.96 }, { kindsMovedAt: new Date(NOW - 29 * DAY_MS).toISOString() })).not.toBeNull();
  });
  it('leave every kind its floor', () => {
    const kinds = { knowledge: 0.5, experience: 0.3, emotion: 0.12, interaction: 0.08 };
    expect(proposal({ knowledge: 0.95, emotion: 0, interaction: 0.01 }, { kinds })).toMatchObject({ from: 'emotion' });
    expect(proposal({ knowledge: 0.95, emotion: 0 }, { kinds })?.kinds.emotion).toBeCloseTo(0.1);
  });
});
