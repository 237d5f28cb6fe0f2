import type { ExperimentView } from './view';

/** A verdict's range with what did better first: 15% less of A than of B is 18% more of B. */
export function ledBy({ verdict, lift }: Pick<ExperimentView, 'verdict' | 'lift'>): {
  bLeads: boolean;
  lift: ExperimentView['lift'];
} {
  const bLeads = (verdict === 'bBetter' || verdict === 'bHint') && (lift === null || lift.low > -1);
  const turned = (value: number) => 1 / (1 + value) - 1;
  return {
    bLeads,
    lift: lift && bLeads ? { low: turned(lift.high), median: turned(lift.median), high: turned(lift.low) } : lift,
  };
}
