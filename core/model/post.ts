/** A post with everything known of it: what the engine weighs and the screens list. Built by `core/history` from stored readings. */
import type { Labels } from './labels';
import type { Platform } from './platforms';
import type { Metrics, Post } from './reading';

/** The figures of one post at one moment, from one page. */
export interface Snapshot {
  /** Milliseconds since the epoch. */
  seenAt: number;
  page: string;
  metrics: Metrics;
}

export interface KnownPost {
  /** Stable key within the store: see `identity.ts`. */
  key: string;
  platform: Platform;
  /** Account name as seen or as the user named it; `''` while it is unnamed. */
  account: string;
  /** The newest sighting's wording; id, url and format once seen are kept. */
  post: Post;
  labels: Labels;
  /** Oldest first. */
  snapshots: Snapshot[];
  firstSeenAt: number;
  lastSeenAt: number;
}
