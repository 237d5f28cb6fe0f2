/** From what is stored to a decision that stays: the report reads a test, and what it decided is kept with it. */
import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import type { DocumentOf } from '../../../../core/model/documents';
import type { Reading } from '../../../../core/model/reading';
import { normalDraw, seeded } from '../../../../core/stats/random';
import { answerers } from '../../../../entrypoints/lib/answer';
import { store } from '../../../../entrypoints/lib/held';
import type { Work } from '../../../../entrypoints/lib/protocol';
import { exact } from '../../../gallery/samples';

const work: Work = { signal: new AbortController().signal, onProgress: () => {} };
const ask = { locale: 'en', zone: 'Asia/Shanghai', build: '1' } as const;
const DAY = 86_400_000;
const COUNT = 80;
const PAIRS = 15;
const SEEN = Date.now() - DAY;

/** The last thirty posts are those of the test: of each pair the first, in window a, did five times as well. */
function readings(): Reading[] {
  const random = seeded(5);
  return Array.from({ length: COUNT }, (_, i) => {
    const tested = i >= COUNT - 2 * PAIRS;
    const at = SEEN - (COUNT - i + 10) * 2 * DAY;
    const views = Math.round(3000 * (tested && i % 2 === 0 ? 5 : 1) * Math.exp(0.4 * normalDraw(random)));
    return {
      platform: 'douyin',
      page: 'douyin/content-manage',
      account: 'One',
      post: {
        id: `p${i}`,
        title: `Loaf ${i}`,
        url: null,
        publishedAt: new Date(Math.floor(at / DAY) * DAY + (i % 3) * 5 * 3_600_000).toISOString(),
        publishedPrecision: 'minute',
        format: 'short',
        durationSeconds: null,
        status: 'published',
        statusText: null,
        tags: [],
      },
      metrics: { views: exact(views) },
      seenAt: new Date(SEEN).toISOString(),
    };
  });
}

it('a test that is decided is kept as decided, and stays so when labels and posts change', async () => {
  const open = await store();
  await open.keep({
    id: 'batch',
    page: 'douyin/content-manage',
    readings: readings(),
    coverage: { expectedTotal: COUNT, captured: COUNT },
  });
  const posts = (await open.posts()).toSorted(
    (a, b) => Date.parse(a.post.publishedAt ?? '') - Date.parse(b.post.publishedAt ?? ''),
  );
  const test: DocumentOf<'slotTest'> = {
    id: 'one',
    unit: 'douyin|One|short',
    windows: { a: { days: 'all', startHour: 18, endHour: 21 }, b: { days: 'all', startHour: 8, endHour: 11 } },
    startedAt: new Date(SEEN - 80 * DAY).toISOString(),
    largestPosts: 40,
    assignments: posts.slice(-2 * PAIRS).map(({ key }, i) => ({ arm: i % 2 === 0 ? 'a' : 'b', post: key })),
  };
  await open.putDocument('slotTest', test);
  const kept = async () => (await open.documents('slotTest')).values[0];
  const reported = async () => (await answerers.report(ask, work)).front.timing.find(({ unit }) => unit === test.unit);

  const first = (await reported())?.tests?.[0];
  expect(first?.verdict).toBe('aBetter');
  await expect.poll(async () => (await kept())?.decided).toBeDefined();
  const { decided, ...rest } = (await kept()) ?? {};
  expect(rest).toEqual(test);
  expect(decided).toMatchObject({ verdict: 'aBetter', pairs: first?.pairs, eValue: first?.eValue, lift: first?.lift });

  // Were it read anew, nothing would be left of it: its posts are taken for boosted and are no longer weighed.
  await open.setLabels(
    posts.slice(-2 * PAIRS).map(({ key }) => key),
    { boosted: true },
  );
  const later = await reported();
  expect(later?.state).toBe('confirmed');
  expect(later?.tests?.[0]).toEqual({ ...first, decidedAt: decided?.at });
  expect(later?.tested?.[0]?.window).toEqual(test.windows.a);
  // Nothing is written a second time, so the report of now stays the report of now.
  const version = await open.dataVersion();
  await reported();
  expect(await open.dataVersion()).toBe(version);
  expect((await kept())?.decided).toEqual(decided);
});
