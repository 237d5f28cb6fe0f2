import { describe, expect, it } from 'vitest';
import { believed, doubtsOf } from '../../../core/history/doubts';
import type { MetricName } from '../../../core/model/metrics';
import type { KnownPost, Snapshot } from '../../../core/model/post';

const DAY = 86_400_000;
const PUBLISHED = Date.parse('2026-05-01T00:00:00Z');
const look = (days: number, metrics: Partial<Record<MetricName, number>>, page = 'douyin/content-list'): Snapshot => ({
  seenAt: PUBLISHED + days * DAY,
  page,
  metrics: Object.fromEntries(
    Object.entries(metrics).map(([name, value]) => [name, { value, low: value, high: value, raw: String(value) }]),
  ),
});
const doubts = (...looks: Snapshot[]) => doubtsOf(looks, PUBLISHED);

describe('looks that are not believed yet', () => {
  it('have more likes than views', () => expect(doubts(look(1, { views: 10, likes: 12 }))).toEqual(['contradicts-views']));

  it('show ten times the views of a few days before, on a post that is no longer new', () => {
    expect(doubts(look(10, { views: 500 }), look(11, { views: 5000 }))).toEqual([null, 'tenfold-jump']);
  });

  it('are believed when a later look says the same, and stay doubted when it does not', () => {
    expect(doubts(look(10, { views: 500 }), look(11, { views: 5000 }), look(12, { views: 5100 }))).toEqual([null, null, null]);
    expect(doubts(look(10, { views: 500 }), look(11, { views: 5000 }), look(12, { views: 510 }))).toEqual([
      null,
      'tenfold-jump',
      null,
    ]);
  });
});

describe('nothing is doubted', () => {
  it.each([
    ['in the first days of a post', [look(0.1, { views: 200 }), look(1, { views: 9000 })]],
    ['after weeks without a look', [look(10, { views: 200 }), look(40, { views: 9000 })]],
    ['between two pages that count differently', [look(10, { views: 200 }), look(11, { views: 9000 }, 'douyin/content-manage')]],
    ['where few views became a few more', [look(10, { views: 3 }), look(11, { views: 40 })]],
    ['where views are unknown', [look(10, { likes: 3 }), look(11, { likes: 4000 })]],
  ])('%s', (_, looks) => expect(doubts(...looks)).toEqual(looks.map(() => null)));
});

it('leaves a post alone that has nothing to doubt, and takes only the doubted looks out of another', () => {
  const post = (snapshots: Snapshot[]) => ({ post: { publishedAt: '2026-05-01T00:00:00Z' }, snapshots }) as unknown as KnownPost;
  const good = post([look(1, { views: 10 })]);
  expect(believed(good)).toBe(good);
  const [first, second] = [look(10, { views: 500 }), look(11, { views: 5000 })];
  expect(believed(post([first, second])).snapshots).toEqual([first]);
});
