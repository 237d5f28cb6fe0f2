/** The tone of the comments on the creator's own posts, as counts by day. No comment and no commenter is in it. */
export interface DayTone {
  /** Calendar date where the creator is, `2026-05-25`. */
  day: string;
  comments: number;
  /** Those that sound negative (`core/text/tone.ts`). */
  negative: number;
}

/** What one page of comments showed of one day. */
export interface PageTone extends DayTone {
  /** Page and day. */
  id: string;
  /** The page: host and path. */
  page: string;
  /** ISO 8601: when the page was looked at. */
  seenAt: string;
}

/** By day, oldest first. Pages show the same comments again: of each day the page that showed most of them counts. */
export function toneByDay(seen: readonly PageTone[]): DayTone[] {
  const days = new Map<string, DayTone>();
  for (const { day, comments, negative } of seen)
    if (comments > (days.get(day)?.comments ?? 0)) days.set(day, { day, comments, negative });
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
