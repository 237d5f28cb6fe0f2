/** The plan as the creator runs it: the defaults with the figures they changed. */
import type { EditableFigures, PlanFigures } from '../model/documents/plan-figures';
import { DEFAULT_PLAN, type Plan } from './plan';

const sumOf = (weights: Record<string, number>) => Object.values(weights).reduce((a, b) => a + b, 0);
/** Weights of nothing but zeros say nothing: then the defaults hold. */
const weights = <T extends Record<string, number>>(own: T | undefined, usual: T): T => (own && sumOf(own) > 0 ? own : usual);
/** The same as parts of their sum. */
const parts = <T extends Record<string, number>>(own: T | undefined, usual: T): T => {
  const total = own ? sumOf(own) : 0;
  return own && total > 0 ? (Object.fromEntries(Object.entries(own).map(([name, value]) => [name, value / total])) as T) : usual;
};
const band = (own: { low: number; high: number } | undefined, usual: { low: number; high: number }) =>
  own ? { low: Math.min(own.low, own.high), high: Math.max(own.low, own.high) } : usual;

/** What a creator may change, of a plan. */
export function editableOf(plan: Plan): EditableFigures {
  const { content } = plan;
  return {
    scoreWeights: plan.score.weights,
    actionWeights: plan.indicator.actionWeights,
    indicatorWeights: plan.indicator.weights,
    kinds: content.kinds,
    verticality: content.verticality,
    commercial: content.commercial,
    largestSensitiveShare: content.largestSensitiveShare,
    stableShare: content.zones.stable,
    experimentsPerMonth: content.experimentsPerMonth,
    pinnedZones: content.pinnedZones ?? {},
    postsPerWeek: plan.cadence.postsPerWeek,
    possibleHours: plan.exploration.possibleHours,
    smallestNaturalShare: plan.smallestNaturalShare,
    targetCompletionRate: plan.diagnosis.targetCompletionRate,
  };
}

/** The defaults, changed figures laid over them. */
export function planWith(figures: PlanFigures | null | undefined, plan: Plan = DEFAULT_PLAN): Plan {
  if (!figures) return plan;
  const { content, indicator, score, cadence, diagnosis } = plan;
  const stable = figures.stableShare;
  return {
    ...plan,
    indicator: {
      weights: parts(figures.indicatorWeights, indicator.weights),
      actionWeights: weights(figures.actionWeights, indicator.actionWeights),
      rubric: figures.rubric && figures.rubric.length > 0 ? figures.rubric.map(({ id }) => id) : indicator.rubric,
    },
    exploration: { ...plan.exploration, possibleHours: figures.possibleHours ?? plan.exploration.possibleHours },
    cadence: { ...cadence, postsPerWeek: figures.postsPerWeek || cadence.postsPerWeek },
    content: {
      ...content,
      kinds: parts(figures.kinds, content.kinds),
      verticality: figures.verticality ?? content.verticality,
      commercial: band(figures.commercial, content.commercial),
      largestSensitiveShare: figures.largestSensitiveShare ?? content.largestSensitiveShare,
      zones: stable === undefined ? content.zones : { stable, experiment: 1 - stable },
      experimentsPerMonth: band(figures.experimentsPerMonth, content.experimentsPerMonth),
      ...(figures.kindsMovedAt && { kindsMovedAt: figures.kindsMovedAt }),
      ...(figures.pinnedZones && { pinnedZones: figures.pinnedZones }),
    },
    score: { ...score, weights: parts(figures.scoreWeights, score.weights) },
    diagnosis: { ...diagnosis, targetCompletionRate: figures.targetCompletionRate ?? diagnosis.targetCompletionRate },
    smallestNaturalShare: figures.smallestNaturalShare ?? plan.smallestNaturalShare,
  };
}
