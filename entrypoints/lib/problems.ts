import type { Problem } from '../../components/data';
import type { StoreProblemKey } from '../../core/store/types';

const KEYS: Record<StoreProblemKey, Problem['key']> = {
  blocked: 'blocked',
  outdated: 'outdated',
  newer: 'newer',
  full: 'quota',
  closed: 'closed',
  migration: 'migration',
  broken: 'failed',
};

/** How the screens call what is wrong with the store. */
export const storeProblem = (key: string): Problem['key'] => KEYS[key as StoreProblemKey] ?? 'failed';
