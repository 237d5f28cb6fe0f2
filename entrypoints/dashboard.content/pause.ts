import type { PageRead } from '../../core/model/reading';

/** Reasons that speak against the whole page, not against one post: a column read as another, figures that cannot both be true. */
const AGAINST_THE_PAGE = new Set(['equal-columns', 'contradicts-views', 'order-in-doubt']);
const LOOKS = 3;

/**
 * A page definition that contradicts itself look after look no longer fits the page: it pauses itself until the next visit rather
 * than keep wrong figures. One good look clears it.
 */
export class PauseGuard {
  private readonly failed = new Map<string, number>();

  /** Notes a look; true when the page is paused. */
  paused(read: PageRead): boolean {
    if (!read.page || !read.readings.length) return false;
    const before = this.failed.get(read.page) ?? 0;
    if (before >= LOOKS) return true;
    const failing = read.refused.some(({ reason }) => AGAINST_THE_PAGE.has(reason));
    this.failed.set(read.page, failing ? before + 1 : 0);
    return before + 1 >= LOOKS && failing;
  }
}
