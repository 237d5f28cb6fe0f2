/** Rules about the writing itself and about the account as a whole (2e). What finds them is code: see `check.ts`, `patterns.ts`, `similarity.ts`. */
import type { Rule } from './types';

const REVIEW = '2027-03-31';
const technical = (id: string, source: Rule['source'], category: Rule['category'] = 'technical'): Rule => ({
  id,
  jur: 'any',
  platform: 'all',
  category,
  level: 'yellow',
  find: [],
  source,
  reviewBy: REVIEW,
});

export const TECHNICAL: readonly Rule[] = [
  { ...technical('CN-HOMO', 'homophone'), jur: 'CN', platform: 'all-cn' },
  technical('TECH-ZW', 'techInvisible'),
  technical('TECH-TAGSPAM', 'techTags'),
  technical('TECH-DUP', 'techDuplicate'),
  technical('TECH-BURST', 'techBurst'),
  technical('TECH-RATIO-COMM', 'house', 'commercial'),
  technical('TECH-RATIO-SENS', 'house', 'content'),
];
