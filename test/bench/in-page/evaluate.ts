/** The engine as the data worker runs it, over made-up accounts. Runs in a worker. */
import { timingOf } from '../../../core/engine/timing/timing';
import { groupPosts, unitOf } from '../../../core/engine/units';
import { type EvaluateAll, evaluateAll } from '../../../entrypoints/lib/evaluate';
import { knownPosts, NOW } from './made-up';

let posts: ReturnType<typeof knownPosts> = [];
let text = '';
let previous: EvaluateAll['previous'] = null;

const timed = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

Object.assign(globalThis, {
  make(count: number, looks: number, units: number): number {
    posts = knownPosts(count, looks, units);
    return posts.reduce((sum, { snapshots }) => sum + snapshots.length, 0);
  },
  /** Milliseconds for `JSON.parse` of the same posts. */
  parse(): number {
    text ||= JSON.stringify(posts);
    return timed(() => JSON.parse(text));
  },
  /** Milliseconds for the full report; a unit that did not change since the last call in this worker is not weighed again. */
  evaluate(): number {
    return timed(() => {
      previous = evaluateAll({
        posts,
        accountReadings: [],
        audienceCurves: [],
        previous,
        dismissed: [],
        figures: null,
        accountNotes: [],
        monthlyRatings: [],
        revenue: [],
        locale: 'en',
        zone: 'Asia/Shanghai',
        build: 'bench',
        now: NOW,
      }).report;
    });
  },
  /** Milliseconds for posting times alone, from readings to advice, nothing kept from the call before. */
  when(): number {
    return timed(() => {
      for (const group of groupPosts(posts).values())
        timingOf(unitOf(group, { accountReadings: [], zone: 'Asia/Shanghai', now: NOW }), { locale: 'en', seed: 1, now: NOW });
    });
  },
  /** One more look at one post. */
  look(): void {
    const post = posts[7];
    const last = post?.snapshots.at(-1);
    if (!post || !last) throw new Error('there are no posts');
    post.lastSeenAt = last.seenAt + 60_000;
    post.snapshots = [...post.snapshots, { ...last, seenAt: post.lastSeenAt }];
  },
});
