import { describe, expect, it } from 'vitest';
import { mixtureCdf, mixtureQuantile } from '../../../../core/engine/mix/effects/model';
import { permutationP } from '../../../../core/engine/mix/effects/permute';
import { inferenceOf } from '../../../../core/engine/mix/effects/unit-effects';
import { factsOf } from '../../../../core/engine/mix/facts';
import { unitOf } from '../../../../core/engine/units';
import type { KnownPost } from '../../../../core/model/post';
import { normalDraw, seeded } from '../../../../core/stats/random';
import { DAY_MS, figure, known, NOW, PILLARS, SHAPES, type World, world } from './world';

const zone = 'Asia/Shanghai';
function effectsOf(posts: readonly KnownPost[]) {
  const unit = unitOf(posts, { accountReadings: [], zone, now: NOW });
  return inferenceOf(unit, factsOf(unit), { zone, seed: 1 }).effects;
}
const levelOf = (posts: readonly KnownPost[], factor: string, id: string) =>
  effectsOf(posts)
    ?.factors.find((one) => one.factor === factor)
    ?.levels.find((level) => level.id === id);
const times = (posts: readonly KnownPost[], factor: number): KnownPost[] =>
  posts.map((post) => ({
    ...post,
    snapshots: post.snapshots.map((look) => ({
      ...look,
      metrics: Object.fromEntries(Object.entries(look.metrics).map(([name, { value }]) => [name, figure(value * factor)])),
    })),
  }));
/** Everything decided, without the ids. */
const decisions = (posts: readonly KnownPost[]) =>
  effectsOf(posts)?.factors.map(({ factor, permutationP, levels }) => [
    factor,
    permutationP,
    levels.map(({ id, advice, strength, effect }) => [
      id,
      advice,
      strength,
      effect && Number(mixtureQuantile(effect, 0.5).toFixed(2)),
    ]),
  ]);

/** `posts` posts, `perDay` a day; every other one a short video, which does three times as well. */
function allDay(posts: number, perDay: number): KnownPost[] {
  const random = seeded(7);
  return Array.from({ length: posts }, (_, i) => {
    const short = random() < 0.5;
    const views = Math.round(Math.exp(8 + (short ? 1.1 : 0) + 0.6 * normalDraw(random)));
    const publishedAt = NOW - 60 * DAY_MS + (i * DAY_MS) / perDay;
    return known({
      id: `d${String(i).padStart(4, '0')}`,
      platform: 'weibo',
      format: short ? 'video' : 'image',
      publishedAt,
      looks: [{ seenAt: NOW, metrics: { views } }],
    });
  });
}

describe('effects of what posts are', () => {
  it('tells them after seven days of an account that posts all day, not after three', () => {
    expect(levelOf(allDay(160, 16), 'format', 'video')?.advice).toBe('more');
    expect(levelOf(allDay(160, 60), 'format', 'video')?.advice).toBeNull();
  });

  it('counts chance in full where the fit has eaten a part of the noise', () => {
    // Pure noise, of which a fit with 20 of 60 degrees of freedom leaves two thirds.
    const random = seeded(11);
    const n = 60;
    const column = Float64Array.from({ length: n }, () => normalDraw(random));
    const weight = 1 / column.reduce((sum, value) => sum + value * value, 0);
    let reached = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round++) {
      const product = normalDraw(random) / Math.sqrt(weight);
      const noise = Float64Array.from({ length: n }, () => normalDraw(random) * Math.sqrt(2 / 3));
      const own = noise.reduce((sum, value, i) => sum + value * (column[i] ?? 0), 0);
      // The tested direction keeps all of its noise.
      const residual = noise.map((value, i) => value + (product - own) * weight * (column[i] ?? 0));
      if (permutationP({ residual, variance: 1 }, [{ column, weight }], 'sum', random) <= 0.05) reached++;
    }
    expect(reached / rounds).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / rounds));
  });

  it('finds true ones, of the right sign, and covers them', () => {
    const pillarEffects = [0.5, 0, 0, -0.4];
    let found = 0;
    let covered = 0;
    let all = 0;
    for (let seed = 0; seed < 18; seed++) {
      const posts = world({ posts: 220, seed: 9000 + seed, shape: SHAPES[seed % 6] ?? 'plain', pillarEffects });
      const factor = effectsOf(posts)?.factors.find((one) => one.factor === 'pillar');
      const share = (id: string) => posts.filter(({ labels }) => labels.pillar === id).length / posts.length;
      const average = PILLARS.reduce((sum, id, i) => sum + share(id) * (pillarEffects[i] ?? 0), 0);
      for (const { id, effect, advice } of factor?.levels ?? []) {
        const truth = (pillarEffects[PILLARS.indexOf(id)] ?? 0) - average;
        if (id === 'cooking') {
          expect(advice).not.toBe('less');
          if (advice === 'more') found++;
        }
        if (id === 'home') expect(advice).not.toBe('more');
        if (!effect) continue;
        all++;
        if (mixtureQuantile(effect, 0.1) <= truth && truth <= mixtureQuantile(effect, 0.9)) covered++;
      }
    }
    expect(found).toBeGreaterThanOrEqual(14);
    // 80 % intervals; 72 of them, so that 66 % is three standard errors below.
    expect(covered / all).toBeGreaterThan(0.66);
  });

  it('finds a word that works, and tells its posts', () => {
    const posts = world({ posts: 400, seed: 5, sigma: 0.6, wordEffect: { word: '咖啡', effect: 0.9 } });
    const term = effectsOf(posts)?.factors.find(({ factor }) => factor === 'term');
    const told = term?.levels.filter(({ advice }) => advice !== null) ?? [];
    expect(told.map(({ id, advice }) => [id.replace(/ \+ .*/u, ''), advice])).toContainEqual(['#咖啡', 'more']);
    expect(told[0]?.rows.length).toBeGreaterThanOrEqual(8);
  });

  it('shows no effect below eight posts on either side', () => {
    const posts = world({ posts: 60, seed: 3 }).map((post, i) => ({
      ...post,
      labels: { pillar: i < 7 ? 'rare' : i < 53 ? 'common' : 'also rare' },
    }));
    for (const { factor, levels } of effectsOf(posts)?.factors ?? []) {
      for (const { rows, others, effect, advice, probabilityBetter, falseSign } of levels) {
        if (rows.length >= 8 && others >= 8) continue;
        expect([factor, effect, advice, probabilityBetter, falseSign]).toEqual([factor, null, null, null, null]);
      }
    }
    expect(levelOf(posts, 'pillar', 'rare')).toMatchObject({ effect: null, advice: null });
    expect(effectsOf(posts.slice(0, 15))).toBeNull();
  });

  it('tells growth from content, and says which of the two it was', () => {
    // Videos only after the account had grown six-fold; what a post is makes no difference.
    const posts = world({ posts: 160, seed: 21, sigma: 0.5 }).map((post, i) => {
      const views = (post.snapshots[0]?.metrics.views?.value ?? 0) * (1 + (5 * i) / 160);
      const format: 'video' | 'image' = (i > 100 && i % 3 > 0) || i % 10 === 0 ? 'video' : 'image';
      return {
        ...post,
        post: { ...post.post, format },
        snapshots: post.snapshots.map((look) => ({ ...look, metrics: { ...look.metrics, views: figure(Math.round(views)) } })),
      };
    });
    const level = levelOf(posts, 'format', 'video');
    expect(level?.advice).toBeNull();
    expect(level?.simpson?.because).toBe('trend');
    expect(level?.simpson?.raw).toBeGreaterThan((level?.simpson?.adjusted ?? 0) + 0.15);
  });

  it('gives no advice on what worked only once', () => {
    const posts = world({ posts: 200, seed: 8, sigma: 0.5 }).map((post, i) => {
      const factor = post.labels.pillar === 'cooking' && i < 90 ? 3 : 1;
      return times([post], factor)[0] ?? post;
    });
    const level = levelOf(posts, 'pillar', 'cooking');
    expect(level?.fading).toBe(true);
    expect(level?.advice).toBeNull();
  });

  it('caps at a hint while most posts carry no label', () => {
    const strong: World = { posts: 160, seed: 4, sigma: 0.4, pillarEffects: [0.8, 0, 0, 0] };
    expect(levelOf(world(strong), 'pillar', 'cooking')?.strength).toBe('supported');
    const half = world(strong).map((post, i) => ({ ...post, labels: i % 2 === 0 ? post.labels : {} }));
    expect(levelOf(half, 'pillar', 'cooking')).toMatchObject({ advice: 'more', strength: 'hint' });
  });

  it('weighs ten times the views, another order and another name the same', () => {
    const posts = world({ posts: 150, seed: 12, pillarEffects: [0.6, 0, 0, 0] });
    const expected = decisions(posts);
    expect(decisions(times(posts, 10))).toEqual(expected);
    expect(decisions(posts.toReversed())).toEqual(expected);
    expect(decisions([...posts, ...posts])).toEqual(expected);
    expect(
      decisions(posts.map((post) => ({ ...post, account: 'renamed', key: post.key.replace('|test|', '|renamed|') }))),
    ).toEqual(expected);
  });

  it('uses posts without an hour, and no hour for them', () => {
    const posts = world({ posts: 120, seed: 2, sigma: 0.5, pillarEffects: [0.8, 0, 0, 0] }).map((post) => ({
      ...post,
      post: {
        ...post.post,
        publishedAt: `${(post.post.publishedAt ?? '').slice(0, 10)}T00:00:00+08:00`,
        publishedPrecision: 'day' as const,
      },
    }));
    const effects = effectsOf(posts);
    expect(effects?.adjustedFor).not.toContain('hour');
    expect(effects?.adjustedFor).toContain('weekday');
    expect(levelOf(posts, 'pillar', 'cooking')?.advice).toBe('more');
  });

  it('survives figures without any spread', () => {
    const flat = Array.from({ length: 40 }, (_, i) =>
      known({
        id: `f${i}`,
        publishedAt: NOW - (60 + i) * 86_400_000,
        labels: { pillar: i % 2 ? 'a' : 'b' },
        looks: [{ seenAt: NOW, metrics: { views: 100 } }],
      }),
    );
    expect(effectsOf(flat)?.factors.every(({ levels }) => levels.every(({ advice }) => advice === null))).toBe(true);
  });
});

describe('mixtures of normals', () => {
  const mixture = [
    { weight: 0.3, mean: 0, sd: 0 },
    { weight: 0.7, mean: 0.4, sd: 0.2 },
  ];
  it('counts a point on either side of it', () => {
    expect(mixtureCdf(mixture, 0) - mixtureCdf(mixture, 0, false)).toBeCloseTo(0.3);
    expect(mixtureCdf(mixture, 10)).toBeCloseTo(1);
  });
  it('inverts', () => {
    for (const p of [0.01, 0.5, 0.9]) expect(mixtureCdf(mixture, mixtureQuantile(mixture, p))).toBeCloseTo(p, 5);
    expect(mixtureQuantile(mixture, 0.2)).toBeCloseTo(0, 6);
  });
});
