/** Titles of the sample account. Invented; one of them says what a rule forbids, so that the check has something to show. */
import type { Kind } from '../../../core/model/labels';
import type { Platform } from '../../../core/model/platforms';

export const sample: {
  platform: Platform;
  account: string;
  pillars: string[];
  titles: [title: string, kind: Kind, pillar: number][];
  flagged: string;
} = {
  platform: 'youtube',
  account: 'A Cabin in the Woods (sample)',
  pillars: ['Small garden', 'Slow kitchen', 'Making things'],
  titles: [
    ['Tomatoes on a balcony, day {n}', 'experience', 0],
    ['Five mistakes with basil that I made so you need not', 'knowledge', 0],
    ['What a handful of soil told me this morning', 'emotion', 0],
    ['Which corner of your home gets the most light?', 'interaction', 0],
    ['One pot, one lamp, one evening: lentil stew', 'experience', 1],
    ['Why my sourdough never rose, and the one thing that changed it', 'knowledge', 1],
    ['My grandmother’s plum jam, written down at last', 'emotion', 1],
    ['Tell me the dish you cook when you are tired', 'interaction', 1],
    ['A shelf from a broken chair, step {n}', 'experience', 2],
    ['Three knots that hold everything in this workshop', 'knowledge', 2],
    ['The jumper I took apart and knitted again', 'emotion', 2],
    ['Show me what you have mended this month', 'interaction', 2],
  ],
  flagged: 'Guaranteed results: the best knife in the world, cures sore wrists. Link below',
};
