import type { EvaluateAll } from '../entrypoints/lib/evaluate';

/** A report that is asked for of posts alone: the creator said nothing else, and nothing was reported before. */
export const POSTS_ALONE: Omit<EvaluateAll, 'posts' | 'now'> = {
  accountReadings: [],
  audienceCurves: [],
  previous: null,
  dismissed: [],
  figures: null,
  accountNotes: [],
  monthlyRatings: [],
  revenue: [],
  locale: 'en',
  zone: 'Asia/Shanghai',
  build: '1',
};
