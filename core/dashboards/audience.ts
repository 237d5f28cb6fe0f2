/** Shares and hours of an audience, for the pages that show any. */
import { totalFollowers } from './account';
import { breakdownsOf } from './brought';
import type { PageDefinition } from './types';

/** Account figures of a page that shows nothing else of an account: its breakdowns, and its followers where it names them. */
export const accountBreakdowns: NonNullable<PageDefinition['accountReadings']> = (root, look) => {
  const breakdowns = breakdownsOf(root, look);
  const followers = totalFollowers(root, look);
  if (breakdowns.length === 0 && !followers) return [];
  return [{ metrics: followers ? { followers } : {}, ...(breakdowns.length > 0 ? { breakdowns } : {}) }];
};
