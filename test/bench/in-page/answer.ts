/** Suggestions as the data worker answers them: from its store to the stored report. Runs in a worker. */
import { answerers } from '../../../entrypoints/lib/answer';
import { store } from '../../../entrypoints/lib/held';
import { knownPosts, NOW } from './made-up';

let posts: ReturnType<typeof knownPosts> = [];
let known = -1;

/** The worker waits on purpose until captured batches settle: that is no work of anybody, and is passed over here. */
const PURPOSE = 200;
const later = globalThis.setTimeout;
Object.assign(globalThis, {
  setTimeout: (work: () => void, ms = 0) => later(work, ms < PURPOSE ? ms : 0),
});
const started = Date.now();
const now = Date.now;
Date.now = () => NOW + now() - started;

/** One look at all posts given, of one account, as a dashboard hands it over. */
async function keep(some: typeof posts, look: number): Promise<void> {
  const [first] = some;
  if (!first) throw new Error('there are no posts');
  const { platform } = first;
  const page = `${platform}/content-list`;
  const readings = some.flatMap(({ account, post, snapshots }) => {
    const seen = snapshots[look];
    return seen ? [{ platform, page, account, post, metrics: seen.metrics, seenAt: new Date(seen.seenAt).toISOString() }] : [];
  });
  if (readings.length === 0) return;
  const open = await store();
  await open.keep({ id: crypto.randomUUID(), page, readings, coverage: { expectedTotal: some.length, captured: some.length } });
}

Object.assign(globalThis, {
  make(count: number, looks: number, units: number): void {
    posts = knownPosts(count, looks, units);
  },
  async fill(looks: number, units: number): Promise<void> {
    const each = posts.length / units;
    for (let unit = 0; unit < units; unit++)
      for (let look = 0; look < looks; look++) await keep(posts.slice(unit * each, (unit + 1) * each), look);
  },
  /** One more look at one post, `minutes` after the last in the made-up data; it has one more view each time. */
  async look(at: number, minutes: number): Promise<void> {
    const post = posts[at];
    const last = post?.snapshots.at(-1);
    if (!post || !last) throw new Error('there are no posts');
    const value = (last.metrics.views?.value ?? 0) + minutes;
    const views = { value, low: value, high: value, raw: String(value) };
    const snapshot = { ...last, metrics: { ...last.metrics, views }, seenAt: last.seenAt + minutes * 60_000 };
    await keep([{ ...post, snapshots: [snapshot] }], 0);
  },
  /** Milliseconds from the question for suggestions to their answer: reading the store, weighing, cutting, keeping. */
  async suggest(): Promise<number> {
    const from = performance.now();
    const { front, dataVersion } = await answerers.report(
      { locale: 'en', zone: 'Asia/Shanghai', build: 'bench' },
      { signal: new AbortController().signal, onProgress: () => {} },
    );
    const ms = performance.now() - from;
    if (front.accounts.length === 0) throw new Error('the report is empty');
    if (dataVersion === known) throw new Error('nothing new was kept: the report before was given');
    known = dataVersion;
    return ms;
  },
});
