/**
 * Looks that cannot be believed yet. They stay stored as they are (nothing is lost, nothing is corrected) and are kept apart from what
 * is weighed, until a later look says the same. Counters that shrink are corrections by the platform: `corrections` in `growth.ts`.
 */
import type { MetricName } from '../model/metrics';
import type { KnownPost, Snapshot } from '../model/post';
import type { Figure } from '../model/reading';

export type Doubt = 'contradicts-views' | 'tenfold-jump';

/** Each is one person's act on a post they saw: more of them than views cannot be (the same list as `core/dashboards/sanity.ts`). */
const AT_MOST_VIEWS: readonly MetricName[] = ['likes', 'saves', 'coins', 'recommends'];
const DAY = 86_400_000;
/** In its first days a post may well grow tenfold between two looks. */
const GROWN_UP = 3 * DAY;
/** Between looks further apart than this anything may have happened. */
const SOON = 7 * DAY;
const JUMP = 10;
/** From fewer views a few more are tenfold. */
const LEAST_VIEWS = 100;
/** A later look that says at least this share of it confirms a jump. */
const CONFIRMED = 0.5;

/** Per look why it is not believed; null where it is. `publishedAt`: milliseconds since the epoch. */
export function doubtsOf(snapshots: readonly Snapshot[], publishedAt: number | null): (Doubt | null)[] {
  /** The greatest views that any later look shows. */
  let later = 0;
  const confirming = snapshots.map(() => 0);
  for (let at = snapshots.length - 1; at >= 0; at--) {
    confirming[at] = later;
    later = Math.max(later, snapshots[at]?.metrics.views?.high ?? 0);
  }
  const before = new Map<string, Snapshot>();
  return snapshots.map((look, at) => {
    const { views } = look.metrics;
    if (!views) return null;
    if (AT_MOST_VIEWS.some((name) => (look.metrics[name]?.low ?? 0) > views.high)) return 'contradicts-views';
    const last = before.get(look.page);
    const known = last?.metrics.views;
    if (last && known && isJump(known, views) && look.seenAt - last.seenAt <= SOON) {
      const young = publishedAt === null || last.seenAt - publishedAt < GROWN_UP;
      if (!young && (confirming[at] ?? 0) < views.value * CONFIRMED) return 'tenfold-jump';
    }
    before.set(look.page, look);
    return null;
  });
}

const isJump = (from: Figure, to: Figure) => from.value >= LEAST_VIEWS && to.low >= from.high * JUMP;

/** The post without the looks that are not believed; the same object where all are. */
export function believed(post: KnownPost): KnownPost {
  const {
    snapshots,
    post: { publishedAt },
  } = post;
  const published = publishedAt === null ? null : Date.parse(publishedAt);
  const doubts = doubtsOf(snapshots, published);
  return doubts.every((doubt) => doubt === null)
    ? post
    : { ...post, snapshots: snapshots.filter((_, at) => doubts[at] === null) };
}
