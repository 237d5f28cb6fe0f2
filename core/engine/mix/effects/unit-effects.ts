/** Titles, terms and effects of one unit: everything the content mix infers, before it is put into words. */
import { hashText } from '../../../stats/random';
import { marketsOf } from '../../season/calendar';
import type { Unit } from '../../units';
import type { PostFacts } from '../facts';
import { detectSeries } from '../text/series';
import { type Term, termsOf } from '../text/terms';
import { effectsOf } from './effects';
import { factorsOf, type Subject } from './factors';
import type { UnitEffects } from './result';
import { subjectsOf } from './subjects';

export interface UnitInference {
  subjects: Subject[];
  effects: UnitEffects | null;
  /** Rows are indices of the facts. */
  terms: Term[];
  /** Pattern of each fact's title, null where none is shared. */
  patterns: (string | null)[];
}

export function inferenceOf(unit: Unit, facts: readonly PostFacts[], context: { zone: string; seed: number }): UnitInference {
  const topics = facts.flatMap(({ labels, tags }) => [labels.pillar ?? '', ...tags]);
  const patterns = detectSeries(
    facts.map(({ title }) => title),
    new Set(topics),
  );
  const terms = termsOf(facts);
  const { subjects, terms: own } = subjectsOf(unit, facts, { patterns, terms });
  const effects = effectsOf(subjects, factorsOf(subjects, own), {
    markets: marketsOf(unit.platform, context.zone),
    // Not the unit's name: renaming an account must not change its advice.
    seed: hashText(String(subjects.length), context.seed),
    dayOf: (row) => subjects[row]?.post.local.day ?? 0,
  });
  return { subjects, effects, terms, patterns };
}
