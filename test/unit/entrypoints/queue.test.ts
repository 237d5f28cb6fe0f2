import { describe, expect, test } from 'vitest';
import type { CaptureAnswer, CaptureBatch } from '../../../core/messages';
import type { PageRead, Reading } from '../../../core/model/reading';
import { CaptureQueue } from '../../../entrypoints/dashboard.content/queue';

const reading = (id: string, views: number): Reading => ({
  platform: 'douyin',
  page: 'douyin/content-list',
  account: 'A',
  post: {
    id,
    title: `post ${id}`,
    url: null,
    publishedAt: '2026-05-25T14:43:00+08:00',
    publishedPrecision: 'minute',
    format: 'video',
    durationSeconds: null,
    status: 'published',
    statusText: null,
    tags: [],
  },
  metrics: { views: { value: views, low: views, high: views, raw: String(views) } },
  seenAt: '2026-06-30T04:00:00.000Z',
});
const page = (...readings: Reading[]): PageRead => ({
  page: 'douyin/content-list',
  status: 'read',
  expectedTotal: null,
  readings,
  refused: [],
});
const coverage = { expectedTotal: null, captured: 0 };
const KEPT: CaptureAnswer = { ok: true, kept: 1, unchanged: 0, newPosts: 1 };

/** A queue whose other side answers from a list (the last answer repeats) and notes what it was sent. */
function queueAnswering(...answers: (CaptureAnswer | Error)[]) {
  const sent: CaptureBatch[] = [];
  const problems: [string, boolean][] = [];
  const pauses: number[] = [];
  let ids = 0;
  const queue = new CaptureQueue({
    session: 'session-1',
    async send(batch) {
      const answer = answers[Math.min(sent.length, answers.length - 1)];
      sent.push(batch);
      if (answer instanceof Error) throw answer;
      if (!answer) throw new Error('no answer given');
      return answer;
    },
    onSent: () => undefined,
    onProblem: (problem, final) => problems.push([problem, final]),
    newId: () => `batch-${++ids}`,
    wait: async (milliseconds) => void pauses.push(milliseconds),
  });
  return { queue, sent, problems, pauses };
}
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('handing readings over', () => {
  test('a reading goes out once per content', async () => {
    const { queue, sent } = queueAnswering(KEPT);
    queue.add(page(reading('1', 5), reading('2', 7)), coverage);
    await settle();
    queue.add(page(reading('1', 5), reading('2', 8)), coverage);
    await settle();
    expect(sent.map(({ readings }) => readings.map(({ post, metrics }) => [post.id, metrics.views?.value]))).toEqual([
      [
        ['1', 5],
        ['2', 7],
      ],
      [['2', 8]],
    ]);
    expect(queue.waiting).toBe(0);
  });

  test('many readings go out in batches of fifty, in order', async () => {
    const { queue, sent } = queueAnswering(KEPT);
    queue.add(page(...Array.from({ length: 120 }, (_, at) => reading(String(at), at))), coverage);
    await settle();
    expect(sent.map(({ readings }) => readings.length)).toEqual([50, 50, 20]);
    expect(sent.flatMap(({ readings }) => readings.map(({ post }) => post.id))).toEqual(
      Array.from({ length: 120 }, (_, at) => String(at)),
    );
    expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  });

  test('an unacknowledged batch goes out again under the same id, after longer and longer pauses', async () => {
    const busy: CaptureAnswer = { ok: false, retry: true, problem: 'full' };
    const { queue, sent, problems, pauses } = queueAnswering(new Error('the worker died'), busy, KEPT);
    queue.add(page(reading('1', 5)), coverage);
    await settle();
    expect(sent.map(({ id }) => id)).toEqual(['batch-1', 'batch-1', 'batch-1']);
    expect(pauses).toEqual([1000, 2000]);
    expect(problems.map(([, final]) => final)).toEqual([false, false]);
    expect(queue.waiting).toBe(0);
  });

  test('a batch that never will be taken is dropped and said, and the next one goes out', async () => {
    const { queue, sent, problems } = queueAnswering({ ok: false, retry: false, problem: 'views: negative' }, KEPT);
    queue.add(page(reading('1', 5)), coverage);
    queue.add(page(reading('2', 6)), coverage);
    await settle();
    expect(sent.map(({ id }) => id)).toEqual(['batch-1', 'batch-2']);
    expect(problems).toEqual([['views: negative', true]]);
  });

  test('after the end nothing is sent', async () => {
    const { queue, sent } = queueAnswering(KEPT);
    queue.stop();
    queue.add(page(reading('1', 5)), coverage);
    await settle();
    expect(sent).toEqual([]);
  });

  test('two accounts with the same post are two', async () => {
    const { queue, sent } = queueAnswering(KEPT);
    queue.add(page(reading('1', 5), { ...reading('1', 5), account: 'B' }), coverage);
    await settle();
    expect(sent.flatMap(({ readings }) => readings.map(({ account }) => account))).toEqual(['A', 'B']);
  });
});
