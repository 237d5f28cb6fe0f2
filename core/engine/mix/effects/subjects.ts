/** The comparable posts of a unit with what their labels and titles say. */
import type { Unit } from '../../units';
import type { PostFacts } from '../facts';
import type { Term } from '../text/terms';
import type { Subject } from './factors';

export interface Texts {
  /** Pattern of each fact's title; null where none is shared. In the order of the facts. */
  patterns: readonly (string | null)[];
  /** Terms with rows that are indices of the facts. */
  terms: readonly Term[];
}

/** Subjects oldest first, and the terms with their rows turned into indices of the subjects. */
export function subjectsOf(unit: Unit, facts: readonly PostFacts[], texts: Texts): { subjects: Subject[]; terms: Term[] } {
  const at = new Map(facts.map(({ key }, index) => [key, index]));
  const subjects: Subject[] = [];
  const rowOfFact = new Map<number, number>();
  for (const post of unit.comparable.posts) {
    const index = at.get(post.key);
    const own = index === undefined ? undefined : facts[index];
    if (index === undefined || !own) continue;
    rowOfFact.set(index, subjects.length);
    subjects.push({ post, facts: own, series: post.series ?? texts.patterns[index] ?? null });
  }
  const terms = texts.terms.map((term) => ({ ...term, rows: term.rows.flatMap((row) => rowOfFact.get(row) ?? []) }));
  return { subjects, terms };
}
