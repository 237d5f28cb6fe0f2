/** What the content model finds: types shared by its parts. */
import type { EffectStrength, FactorName, Market } from '../../../model/report-parts';
import type { Circumstance } from './design';
import type { Mixture, Outcomes } from './model';

export interface EffectOptions {
  markets: readonly Market[];
  seed: number;
  /** Local day (days since the epoch) of each subject. */
  dayOf: (row: number) => number;
}

/** A raw difference and the adjusted one that tell different stories. */
export interface SimpsonCase {
  raw: number;
  adjusted: number;
  because: Circumstance;
}

export interface LevelEffect {
  id: string;
  rows: Int32Array;
  others: number;
  weeks: number;
  /** Different local days. */
  days: number;
  /** Months (28 days) in which these posts did worse on average than the circumstances explain. */
  monthsBelow: number;
  /** Posterior of the effect (log); null below the smallest sample. */
  effect: Mixture | null;
  probabilityBetter: number | null;
  falseSign: number | null;
  /** It shows in the older half of these posts only. */
  fading: boolean;
  advice: 'more' | 'less' | null;
  strength: EffectStrength;
  simpson: SimpsonCase | null;
}

export interface FactorEffects {
  factor: FactorName;
  against: 'average' | 'without';
  bayesFactor: number | null;
  permutationP: number | null;
  levels: LevelEffect[];
}

/** With what deciding needs beyond the result. */
export interface FactorInference extends FactorEffects {
  /** Effect of level `j` among posts alike in the levels `given`; for many overlapping levels only. */
  among: ((j: number, given: readonly number[]) => Mixture) | null;
}

export interface UnitEffects {
  factors: FactorEffects[];
  outcomes: Outcomes;
  /** Circumstances that the model allows for. */
  adjustedFor: Circumstance[];
  labelCoverage: number;
}
