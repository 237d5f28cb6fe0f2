import type { Suggestion } from './report';

/** What a suggestion rests on, as screens and printed reports call it. */
export type Ground = Suggestion['strength'] | 'counted' | 'estimated';

/** A suggestion of strength `rule` rests on a written rule only in compliance; elsewhere on a count, or on an estimate with a range. */
export function groundOf({ strength, kind, evidence }: Pick<Suggestion, 'strength' | 'kind' | 'evidence'>): Ground {
  if (strength !== 'rule' || kind === 'compliance') return strength;
  return evidence.interval || evidence.adjustedFor ? 'estimated' : 'counted';
}
