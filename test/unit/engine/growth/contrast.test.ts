import { describe, expect, it } from 'vitest';
import { growth as words } from '../../../../assets/locales/en/growth';
import type { AccountPost } from '../../../../core/engine/growth/account';
import {
  differences,
  drawnAtLeast,
  followerContrast,
  levelContrast,
  reachContrast,
} from '../../../../core/engine/growth/contrast';
import type { Labels } from '../../../../core/model/labels';
import { seeded } from '../../../../core/stats/random';

const post = (index: number, value: number, labels: Labels = {}, tags: string[] = []): AccountPost => ({
  key: `k${index}`,
  index,
  unit: 'u',
  publishedAt: index * 86_400_000,
  day: index,
  format: 'video',
  durationSeconds: null,
  title: `Title ${'x'.repeat(index % 7)} no${index}`,
  tags,
  labels,
  status: 'published',
  posted: true,
  mature: { ageHours: 168, metrics: {} },
  young: null,
  value,
  lastSeenAt: 0,
});
const accountOf = (main: AccountPost[]) => ({
  posts: main,
  main,
  all: main,
  keys: main.map(({ key }) => key),
  readings: [],
  seenAt: 0,
});

describe('what a group of posts shares', () => {
  it('is weighed by Fisher’s exact test', () => {
    // R: fisher.test(matrix(c(8, 2, 1, 5), 2), alternative = "greater")
    expect(drawnAtLeast(8, 10, 9, 16)).toBeCloseTo(0.024476, 5);
    expect(drawnAtLeast(0, 5, 3, 12)).toBe(1);
    expect(drawnAtLeast(3, 3, 3, 6)).toBeCloseTo(1 / 20, 9);
  });

  it('is named with its counts when it holds, and what to try', () => {
    const posts = Array.from({ length: 45 }, (_, i) =>
      post(i, i % 3 === 0 ? 1 : 5 + (i % 5), i % 3 === 0 ? { commercial: true } : {}),
    );
    const { statement, action } = followerContrast(accountOf(posts), 'en', words);
    expect(statement).toBe('Paid posts: 15 of the 15 posts that did least well, 0 of the other 30.');
    expect(action).toContain('Make none of the next five posts like that (paid posts)');
  });

  it('says what went away where that is the change', () => {
    const posts = Array.from({ length: 80 }, (_, i) => post(i, 5, { pillar: i < 60 && i % 2 === 0 ? 'soup' : 'bread' }));
    const { statement, action } = levelContrast(accountOf(posts), false, 'en', words);
    expect(statement).toContain('Posts on “soup”: 0 of the newest 20, 30 of the 60 before.');
    expect(action).toContain('three of the next five posts be as before (posts on “soup”)');
  });

  it('is said not to be where nothing holds, and titles are named to lay side by side', () => {
    const posts = Array.from({ length: 40 }, (_, i) => post(i, (i * 7) % 13, { pillar: i % 2 === 0 ? 'soup' : 'bread' }));
    const { statement, action } = reachContrast(posts.slice(20), posts.slice(0, 20), 'en', words);
    expect(statement).toBe('No topic, kind, length, title trait or tag is clearly more or less common than before.');
    expect(action.match(/no\d+/g)).toHaveLength(6);
  });

  it('is told by chance in at most one account of twenty', () => {
    const random = seeded(11);
    let told = 0;
    const accounts = 300;
    for (let run = 0; run < accounts; run++) {
      const posts = Array.from({ length: 60 }, (_, i) => {
        const pick = Math.floor(random() * 5);
        return post(i, random(), { pillar: `topic ${pick}`, commercial: random() < 0.15 }, [`t${Math.floor(random() * 8)}`]);
      });
      const { more, fewer } = differences(posts.slice(0, 20), posts.slice(20), 'en');
      if (more || fewer) told++;
    }
    expect(told / accounts).toBeLessThanOrEqual(0.05);
  });

  it('needs eight posts on both sides', () => {
    const posts = Array.from({ length: 12 }, (_, i) => post(i, i, i < 5 ? { commercial: true } : {}));
    expect(differences(posts.slice(0, 5), posts.slice(5), 'en')).toEqual({ more: null, fewer: null });
    const { statement, action } = followerContrast(accountOf(posts), 'en', words);
    expect(statement).toBe('');
    expect(action).toContain('24 posts');
  });
});
