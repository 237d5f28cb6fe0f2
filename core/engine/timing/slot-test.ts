/** A randomised test of two posting windows: planned before the first post, assigned by coin, read at any time. */

export interface SlotWindow {
  days: 'weekday' | 'weekend' | 'all';
  startHour: number;
  endHour: number;
}

/** Immutable once the first post is assigned. */
export interface SlotTest {
  id: string;
  unit: string;
  /** A is the window that is hoped to be better, B the one compared with. */
  windows: { a: SlotWindow; b: SlotWindow };
  /** ISO 8601. */
  startedAt: string;
  endedAt?: string;
  largestPosts: number;
  /** In order of the coin: which window each planned post was given, and the post that was made (null until it is). */
  assignments: { arm: 'a' | 'b'; post: string | null }[];
}
