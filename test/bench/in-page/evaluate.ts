/** The engine as the data worker runs it, over made-up accounts. Runs in a worker. */
import { timingOf } from '../../../core/engine/timing/timing';
import { groupPosts, unitOf } from '../../../core/engine/units';
import { evaluateAll } from '../../../entrypoints/lib/evaluate';
import { POSTS_ALONE } from '../../posts-alone';
import { STEPS } from './indispensable';
import { knownPosts, NOW } from './made-up';

let posts: ReturnType<typeof knownPosts> = [];
let text = '';
let report: unknown = null;

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
      report = evaluateAll({ posts, ...POSTS_ALONE, now: NOW });
    });
  },
  /** Milliseconds to make the objects of the last report and nothing else, from its text. */
  objects(): number {
    const said = JSON.stringify(report);
    return timed(() => JSON.parse(said));
  },
  /** Milliseconds for a step that no report can do without, alone. */
  step: (name: keyof typeof STEPS): number => {
    const work = STEPS[name](posts);
    return timed(work);
  },
  /** Milliseconds for posting times alone, from readings to advice, nothing kept from the call before. */
  when(): number {
    return timed(() => {
      for (const group of groupPosts(posts).values())
        timingOf(unitOf(group, { accountReadings: [], zone: 'Asia/Shanghai', now: NOW }), { locale: 'en', seed: 1, now: NOW });
    });
  },
});
