/** A new reading touches its own unit: the rest of the report is remembered, and is the same as if worked out anew. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complianceOf } from '../../../core/engine/compliance';
import type { KnownPost } from '../../../core/model/post';
import { type EvaluateAll, evaluateAll } from '../../../entrypoints/lib/evaluate';
import { knownPosts, NOW } from '../../bench/in-page/made-up';
import { POSTS_ALONE } from '../../posts-alone';

const wanted: Omit<EvaluateAll, 'posts'> = {
  ...POSTS_ALONE,
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

/** Changes as they come: a look with other figures, another title, a label, a post that is new or gone. */
const change = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('figures', 'title', 'labels', 'more', 'gone'),
  title: fc.constantFrom(
    '全网最好的面包，最后一天',
    '早餐吃什么呢：番茄焖饭',
    '早餐吃什么呢，番茄焖饭！',
    'Guaranteed weight loss in a day',
    'a',
  ),
});

function changed(posts: readonly KnownPost[], { at, what, title }: { at: number; what: string; title: string }, step: number) {
  const index = at % posts.length;
  const post = posts[index];
  const last = post?.snapshots.at(-1);
  if (!post || !last) throw new Error('there are no posts');
  const seenAt = NOW + step * 1000;
  const comments = { value: 90_000, low: 90_000, high: 90_000, raw: '90000' };
  const looked: KnownPost = {
    ...post,
    snapshots: [
      ...post.snapshots,
      { ...last, seenAt, ...(what === 'figures' ? { metrics: { ...last.metrics, comments } } : {}) },
    ],
    lastSeenAt: seenAt,
  };
  const facts = { ...post.post, title };
  if (what === 'gone' && posts.length > 20) return posts.filter((one) => one !== post);
  if (what === 'more') return [...posts, { ...looked, key: `${post.key}-${step}`, post: facts }];
  if (what === 'labels')
    return posts.with(index, { ...post, labels: { ...post.labels, commercial: at % 2 === 0, repost: at % 3 === 0 } });
  return posts.with(index, what === 'title' ? { ...looked, post: facts } : looked);
}

test('what is said of findings, change by change, is what would be said of them all at once', () => {
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let posts: readonly KnownPost[] = knownPosts(48, 2, 3);
      evaluateAll({ ...wanted, posts, previous: null });
      changes.forEach((one, step) => {
        posts = changed(posts, one, step + 1);
        const { compliance } = evaluateAll({ ...wanted, posts, previous: null }).report;
        expect(compliance).toEqual(complianceOf(posts, { now: NOW, zone: wanted.zone, locale: wanted.locale }));
      });
    }),
    { numRuns: 15 },
  );
});
