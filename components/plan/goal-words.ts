/** How the figures of goals are written, and why one is not known. */
import type { Goal } from '../../core/model/workspace/objects';
import type { Missing } from '../../core/model/workspace/view';
import { useWords } from '../words';
import { type PlanTexts, usePlan } from './context';

const SHARES: readonly Goal['measure'][] = ['completionRate', 'roi'];

/** Measures that are shares: between 0 and 1. */
export const isShare = ({ measure }: Pick<Goal, 'measure'>) => SHARES.includes(measure);

/** How a figure of a measure is written. */
export function useGoalFigure(): (goal: Pick<Goal, 'measure' | 'currency'>, value: number) => string {
  const { f } = useWords();
  const { d } = usePlan();
  return ({ measure, currency }, value) =>
    isShare({ measure })
      ? f.share(value)
      : measure === 'revenue' && currency
        ? d.money(value, currency)
        : d.figure(Math.abs(value) >= 10 ? Math.round(value) : value);
}

export function missingText(p: PlanTexts, missing: Missing): string {
  return p.missing[missing.code](missing.have ?? 0, missing.need ?? 0);
}
