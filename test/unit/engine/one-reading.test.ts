/** A new reading touches its own unit: the rest of the report is remembered, and is the same as if worked out anew. */
import { expect, test } from 'vitest';
import { type EvaluateAll, evaluateAll } from '../../../entrypoints/lib/evaluate';
import { knownPosts, NOW } from '../../bench/in-page/made-up';

const wanted: Omit<EvaluateAll, 'posts' | 'previous'> = {
  accountReadings: [],
  audienceCurves: [],
  dismissed: [],
  figures: null,
  accountNotes: [],
  monthlyRatings: [],
  revenue: [],
  locale: 'en',
  zone: 'Asia/Shanghai',
  build: 'test',
  now: NOW,
};

test('what is remembered is what would be worked out', () => {
  const posts = knownPosts(240, 3, 4);
  const first = evaluateAll({ ...wanted, posts, previous: null }).report;
  const [post, ...others] = posts;
  const last = post?.snapshots.at(-1);
  if (!post || !last) throw new Error('there are no posts');
  const views = { value: 5_000_000, low: 5_000_000, high: 5_000_000, raw: '5000000' };
  const changed = {
    ...post,
    post: { ...post.post, title: '全网最好的面包，最后一天' },
    snapshots: [...post.snapshots, { ...last, seenAt: last.seenAt + 60_000, metrics: { ...last.metrics, views } }],
    lastSeenAt: last.seenAt + 60_000,
  };
  const after = evaluateAll({ ...wanted, posts: [changed, ...others], previous: first }).report;
  // Another zone first, so that nothing is remembered from before.
  evaluateAll({ ...wanted, zone: 'UTC', posts: [], previous: null });
  const anew = evaluateAll({ ...wanted, posts: [changed, ...others], previous: first }).report;
  expect(after).toEqual(anew);
  expect(after.compliance).not.toEqual(first.compliance);
});

test('a look at one account leaves what is known of the others alone', () => {
  const posts = knownPosts(240, 3, 4);
  const [first] = posts;
  if (!first) throw new Error('there are no posts');
  const { platform, account } = first;
  const seenAt = new Date(NOW).toISOString();
  const curve = { platform, page: 'a', account, zone: 'UTC', hours: Array.from({ length: 168 }, () => 1), seenAt };
  const at = (account: string) => evaluateAll({ ...wanted, posts, previous: null, audienceCurves: [{ ...curve, account }] });
  const before = evaluateAll({ ...wanted, posts, previous: null }).report;
  const elsewhere = at('somebody else').report;
  expect(elsewhere.timing.length).toBeGreaterThan(1);
  for (const [i, timing] of before.timing.entries()) expect(elsewhere.timing[i]).toBe(timing);
  const own = at(account).report;
  const anew = own.timing.filter((timing, i) => timing !== before.timing[i]).map(({ unit }) => unit);
  expect(anew.length).toBeGreaterThan(0);
  for (const unit of anew) expect(unit.startsWith(`${platform}|${account}|`)).toBe(true);
});
