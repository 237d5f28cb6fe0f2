/** The verdict: which of the six states, and which windows are named at it. */
import type { TimingState } from '../../model/report';
import { normalCdf } from '../../stats/distributions';
import { type Effect, effectMean, effectQuantile, effectSd } from './effect';
import { type Coverage, type WindowHours, worthwhile } from './windows';

export const RULES = {
  /** Evidence for any effect of the hour at all, both needed for `supported`. */
  bayesFactor: 10,
  permutationP: 0.05,
  /** For a hint: stricter, because a hint may come at any of many looks. */
  hintP: 0.045,
  /** And nearly as strict once sessions are taken out: a hint must not hang on single evenings. */
  hintSessionP: 0.1,
  /** Of a lift of at least 5 %. */
  supportedProbability: 0.9,
  /** Of any lift at all: a hint is the lean, with evidence that the hour matters. */
  hintProbability: 0.75,
  /** `supported` is left when the probability is below this on two evaluations. */
  keepProbability: 0.75,
  /** Mean local false sign rate of the windows named together (Bayesian false discovery rate). */
  falseSignRate: 0.1,
  fewestPosts: 5,
  fewestWeeks: 3,
  fewestDays: 7,
  fewestTopics: 2,
  /** `no_effect_seen`: evidence against, or the 90 % interval of the best window inside this lift. */
  noEffectFactor: 1 / 3,
  noEffectLift: 0.15,
  /** Named together with the best: windows that cannot be told from it and reach this part of its effect. */
  companyShare: 0.6,
  /** No window promises more: beyond this the half-lives of posts make it implausible that the hour alone did it. */
  largestPromise: 0.6,
  /** The lean foretells posts with their topics, which may double a post. */
  largestLean: 1,
  /** A hint is not given for a window whose adjusted effect is this unlikely to be positive. */
  contradicted: 0.2,
} as const;

export interface Candidate {
  window: WindowHours;
  /** After allowing for topic, format, growth. */
  adjusted: Effect;
  coverage: Coverage;
  /** Effect in the newer half of the posts has the same direction. */
  lasting: boolean;
  /** Named as supported in the last report, and how probable it was then. */
  before: { supported: boolean; probability: number } | null;
}

export interface Evidence {
  open: boolean;
  labelled: boolean;
  severalTopics: boolean;
  bayesFactor: number;
  /** Of shuffled posts. */
  permutationP: number;
  /** Of shuffled posts once what their sessions share was taken out. */
  sessionP: number;
}

/** Indices of the windows that meet every condition of `supported`. */
export function supportedWindows(candidates: readonly Candidate[], evidence: Evidence): number[] {
  if (!evidence.open || !evidence.labelled) return [];
  const signal = evidence.bayesFactor >= RULES.bayesFactor && evidence.sessionP <= RULES.permutationP;
  const discovered = falseSignSet(candidates);
  const eligible = candidates.flatMap(({ adjusted, coverage, lasting, before }, i) => {
    const probability = worthwhile(adjusted);
    const fresh =
      signal &&
      probability >= RULES.supportedProbability &&
      discovered.has(i) &&
      lasting &&
      isSupported(coverage, evidence.severalTopics);
    // Hysteresis: once supported, it takes two evaluations against it to leave.
    const kept =
      before?.supported === true &&
      lasting &&
      (probability >= RULES.keepProbability || before.probability >= RULES.keepProbability);
    return fresh || kept ? [i] : [];
  });
  return bestCompany(candidates, eligible);
}

function isSupported({ posts, weeks, days, topics }: Coverage, severalTopics: boolean): boolean {
  return (
    posts >= RULES.fewestPosts &&
    (weeks >= RULES.fewestWeeks || days >= RULES.fewestDays) &&
    (!severalTopics || topics >= RULES.fewestTopics)
  );
}

/** Probability that the sign of the effect is the other one. */
function falseSign(effect: Effect): number {
  const sd = effectSd(effect);
  return sd > 0 ? normalCdf(-Math.abs(effectMean(effect)) / sd) : 0.5;
}

/** Windows by rising false sign rate for as long as their running mean stays within the bound. */
function falseSignSet(candidates: readonly Candidate[]): Set<number> {
  const rates = candidates.map(({ adjusted }, i) => ({ i, rate: falseSign(adjusted) })).sort((a, b) => a.rate - b.rate);
  const kept = new Set<number>();
  let total = 0;
  for (const { i, rate } of rates) {
    total += rate;
    if (total / (kept.size + 1) > RULES.falseSignRate) break;
    kept.add(i);
  }
  return kept;
}

/** The best window and those that overlap with it: a set, never a ranking. */
function bestCompany(candidates: readonly Candidate[], eligible: readonly number[]): number[] {
  const mean = (i: number) => effectMean((candidates[i] as Candidate).adjusted);
  const best = [...eligible].sort((a, b) => mean(b) - mean(a))[0];
  if (best === undefined) return [];
  const floor = effectQuantile((candidates[best] as Candidate).adjusted, 0.1);
  return eligible.filter(
    (i) =>
      i === best ||
      (effectQuantile((candidates[i] as Candidate).adjusted, 0.9) >= floor && mean(i) >= RULES.companyShare * mean(best)),
  );
}

/** The state when no window is supported. `best`: the adjusted effect of the best window. */
export function weakerState(evidence: Evidence, hinted: boolean, best: Effect | null): TimingState {
  if (!evidence.open) return 'insufficient';
  if (hinted) return 'hint';
  if (evidence.bayesFactor < RULES.noEffectFactor) return 'no_effect_seen';
  if (best) {
    const bound = Math.log1p(RULES.noEffectLift);
    if (effectQuantile(best, 0.95) < bound && effectQuantile(best, 0.05) > -bound) return 'no_effect_seen';
  }
  return 'inconclusive';
}
