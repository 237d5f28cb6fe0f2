import { describe, expect, it } from 'vitest';
import type { AccountPost } from '../../../../core/engine/growth/account';
import { outlookOfCount, outlookOfMedian, outlookOfNet } from '../../../../core/engine/growth/outlook';
import { normalDraw, seeded } from '../../../../core/stats/random';

const DAY = 86_400_000;
const FROM = Date.UTC(2026, 5, 1);
const TO = Date.UTC(2026, 6, 1);
const value = (post: AccountPost) => post.value;

/** About two posts in three days, each with a value that has nothing to do with the others'. */
function postsUntil(end: number, seed: number): AccountPost[] {
  const random = seeded(seed);
  return Array.from({ length: 90 }, (_, back) => FROM + (29 - back) * DAY)
    .filter((at) => random() < 0.66 && at < end)
    .map((publishedAt) => ({ publishedAt, value: normalDraw(random) }) as AccountPost)
    .reverse();
}

describe('how likely the running month reaches its target', () => {
  it('says nothing where too little is known', () => {
    const month = { from: FROM, to: TO, seen: FROM + 10 * DAY };
    expect(outlookOfMedian([], month, 1, value, 1)).toEqual({ soFar: null, probability: null, have: 0, need: 8 });
    expect(outlookOfCount([], month, 3, 1).probability).toBeNull();
    expect(outlookOfNet([{ at: FROM, value: 10 }], month, 3, 1)).toEqual({ soFar: null, probability: null, have: 0, need: 28 });
  });

  it('is certain of a count that is reached, and of a month that is over', () => {
    const posts = postsUntil(TO, 3);
    const over = { from: FROM, to: TO, seen: TO };
    const made = posts.filter(({ publishedAt }) => publishedAt >= FROM).length;
    expect(outlookOfCount(posts, over, made, 1).probability).toBe(1);
    expect(outlookOfCount(posts, over, made + 1, 1).probability).toBe(0);
  });

  it('keeps its promises: of months called likely most come true, of those called unlikely few', () => {
    const seen = FROM + 12 * DAY;
    const groups = { likely: [0, 0, 0], open: [0, 0, 0], unlikely: [0, 0, 0] };
    for (let seed = 0; seed < 240; seed++) {
      const all = postsUntil(TO, 500 + seed);
      const target = ((seed % 7) - 3) * 0.12;
      const known = all.filter(({ publishedAt }) => publishedAt <= seen);
      const { probability } = outlookOfMedian(known, { from: FROM, to: TO, seen }, target, value, seed);
      if (probability === null) continue;
      const values = all.filter(({ publishedAt }) => publishedAt >= FROM).map(({ value: own }) => own ?? 0);
      values.sort((a, b) => a - b);
      const middle = values.length >> 1;
      const median = values.length % 2 ? (values[middle] ?? 0) : ((values[middle] ?? 0) + (values[middle - 1] ?? 0)) / 2;
      const group = groups[probability >= 0.7 ? 'likely' : probability <= 0.3 ? 'unlikely' : 'open'];
      group[0] = (group[0] ?? 0) + 1;
      group[1] = (group[1] ?? 0) + probability;
      group[2] = (group[2] ?? 0) + (median >= target ? 1 : 0);
    }
    for (const [n = 0, promised = 0, came = 0] of Object.values(groups)) {
      expect(n).toBeGreaterThan(20);
      expect(Math.abs(promised - came) / n).toBeLessThan(0.15);
    }
  });

  it('counts followers from looks that lie days apart, and not beyond them', () => {
    const levels = Array.from({ length: 12 }, (_, week) => ({
      at: FROM + 14 * DAY - (11 - week) * 7 * DAY,
      value: 1000 + 70 * week,
    }));
    const month = { from: FROM, to: TO, seen: FROM + 14 * DAY };
    const easy = outlookOfNet(levels, month, 200, 1);
    expect(easy.soFar).toBeCloseTo(150, -1);
    expect(easy.probability).toBe(1);
    expect(outlookOfNet(levels, month, 1000, 1).probability).toBe(0);
  });

  it('lets followers grow on inside the month, and keeps its promises about them', () => {
    const month = { from: FROM, to: TO, seen: FROM + 10 * DAY };
    const groups = { likely: [0, 0, 0], open: [0, 0, 0], unlikely: [0, 0, 0] };
    for (let seed = 0; seed < 150; seed++) {
      const random = seeded(900 + seed);
      // Grows by half a follower a day more every day: what the last eight weeks brought on average is too little.
      let value = 1000;
      const levels = Array.from({ length: 91 }, (_, day) => {
        value += 20 + 0.5 * day + 8 * normalDraw(random);
        return { at: TO - (90 - day) * DAY, value };
      });
      const at = (time: number) => levels.find((level) => level.at >= time)?.value ?? 0;
      const truth = at(TO) - at(FROM);
      const target = 1725 + 45 * ((seed % 9) - 4);
      const { probability } = outlookOfNet(
        levels.filter((level) => level.at <= month.seen),
        month,
        target,
        seed,
      );
      if (probability === null) throw new Error('too little is known');
      const group = groups[probability >= 0.7 ? 'likely' : probability <= 0.3 ? 'unlikely' : 'open'];
      group[0] = (group[0] ?? 0) + 1;
      group[1] = (group[1] ?? 0) + probability;
      group[2] = (group[2] ?? 0) + (truth >= target ? 1 : 0);
    }
    for (const [n = 0, promised = 0, came = 0] of Object.values(groups)) {
      expect(n).toBeGreaterThan(20);
      expect(Math.abs(promised - came) / n).toBeLessThan(0.15);
    }
  });
});
