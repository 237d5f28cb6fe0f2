/**
 * Shares and hours of an audience, for the pages that show any. Few do: in a content script their readers (`breakdowns.ts`, `curve.ts`)
 * come in a part of their own, when such a page is met. Until then nothing of the kind is read.
 */
import { totalFollowers } from './account';
import type { breakdownsOf as Shares } from './breakdowns';
import type { curveOf as Hours } from './curve';
import type { PageDefinition } from './types';

interface Readers {
  breakdownsOf: typeof Shares;
  curveOf: typeof Hours;
}
let readers: Readers | undefined;

/** What `audience-readers.ts` brings. */
export function learnAudience(known: Readers): void {
  readers = known;
}

export const breakdownsOf: Readers['breakdownsOf'] = (root, look) => readers?.breakdownsOf(root, look) ?? [];
export const curveOf: Readers['curveOf'] = (root, look) => readers?.curveOf(root, look) ?? [];

/** Account figures of a page that shows nothing else of an account: its breakdowns, and its followers where it names them. */
export const accountBreakdowns: NonNullable<PageDefinition['accountReadings']> = (root, look) => {
  const breakdowns = breakdownsOf(root, look);
  const followers = totalFollowers(root, look);
  if (breakdowns.length === 0 && !followers) return [];
  return [{ metrics: followers ? { followers } : {}, ...(breakdowns.length > 0 ? { breakdowns } : {}) }];
};

/** Whether these readers are asked on a page. */
export const showsAudience = ({ accountReadings, audienceCurves }: PageDefinition): boolean =>
  accountReadings === accountBreakdowns || audienceCurves === curveOf;
