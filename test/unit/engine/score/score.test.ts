import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { honestyOf } from '../../../../core/engine/score/honesty';
import { percentileOn, scaleOf } from '../../../../core/engine/score/percentile';
import { ratePrior, weightedRate } from '../../../../core/engine/score/rates';
import { scoreTexts } from '../../../../core/engine/score/texts';
import type { MetricName } from '../../../../core/model/metrics';
import type { KnownPost } from '../../../../core/model/post';
import { gammaDraw, normalDraw, seeded } from '../../../../core/stats/random';
import { quantile } from '../../../../core/stats/robust';
import { contentOnly } from '../mix/content-only';
import { DAY_MS, known, NOW } from '../mix/world';

const zone = 'UTC';
type Metrics = Partial<Record<MetricName, number>>;

/** Posts every other day, all old enough, each with one look at its age of `ageDays` and one now. */
function account(count: number, metrics: (i: number) => Metrics, early?: (i: number) => Metrics, newestDays = 20): KnownPost[] {
  return Array.from({ length: count }, (_, i) => {
    const publishedAt = NOW - (newestDays + (count - 1 - i) * 2) * DAY_MS;
    return known({
      platform: 'tiktok',
      id: `s${String(i).padStart(3, '0')}`,
      publishedAt,
      looks: [
        ...(early ? [{ seenAt: publishedAt + DAY_MS, metrics: early(i) }] : []),
        { seenAt: Math.min(NOW, publishedAt + 7 * DAY_MS), metrics: metrics(i) },
      ],
    });
  });
}
const scoreOf = (posts: readonly KnownPost[]) => {
  const [score] = contentOnly({ posts, zone }, 'en').score;
  if (!score) throw new Error('no score');
  return score;
};
const full = (i: number): Metrics => ({
  views: 1000 + 10 * i,
  likes: 40 + ((i * 7) % 23),
  comments: 4 + ((i * 5) % 7),
  saves: 6 + ((i * 3) % 11),
  shares: 3,
  followersGained: 2 + (i % 5),
  completionRate: 0.3 + 0.01 * ((i * 11) % 37),
});

describe('score', () => {
  it('counts how like the audience wanted the audience is, once both are known', () => {
    const posts = account(30, full);
    const reading = {
      platform: 'tiktok' as const,
      page: 'import/tiktok',
      account: 'test',
      metrics: {},
      breakdowns: [{ kind: 'gender' as const, shares: { Female: 0.5, Male: 0.5 } }],
      seenAt: new Date(NOW).toISOString(),
    };
    const notes = {
      id: 'tiktok|test',
      platform: 'tiktok' as const,
      account: 'test',
      audience: { gender: { Female: 0.5, Male: 0.5 } },
    };
    const audience = (said: Parameters<typeof contentOnly>[0]) => contentOnly(said, 'en').score[0]?.account.parts.audience;
    const plain = audience({ posts, zone })?.value ?? 0;
    // One measure among those of the part: new followers per view is the other.
    expect(audience({ posts, zone, accountReadings: [reading], accountNotes: [notes] })?.value).toBeCloseTo((plain + 100) / 2, 6);
    expect(audience({ posts, zone, accountReadings: [reading] })?.value).toBeCloseTo(plain, 6);
    expect(
      audience({ posts, zone, accountReadings: [{ ...reading, account: 'another' }], accountNotes: [notes] })?.value,
    ).toBeCloseTo(plain, 6);
    const unknown = account(30, (i) => ({ views: 1000 + i, likes: 40 + (i % 9) }));
    expect(audience({ posts: unknown, zone, accountReadings: [reading], accountNotes: [notes] })).toMatchObject({
      value: 100,
      why: { have: 1, need: 1, missing: [] },
    });
  });
  it('waits for twelve posts', () => {
    expect(scoreOf(account(11, full))).toMatchObject({ state: 'baseline', posts: [], account: { score: { value: null } } });
    expect(scoreOf(account(12, full)).state).toBe('scored');
  });

  it('is the weighted mean of its parts, re-scaled over the known ones', () => {
    const { posts, weights, account: own } = scoreOf(account(40, full));
    expect(weights).toEqual({ engagement: 0.35, quality: 0.28, audience: 0.22, frequency: 0.15 });
    for (const { parts, score, coverage } of posts.slice(1)) {
      const sum =
        0.35 * (parts.engagement ?? 0) +
        0.28 * (parts.quality ?? 0) +
        0.22 * (parts.audience ?? 0) +
        0.15 * (parts.frequency ?? 0);
      expect(score).toBeCloseTo(sum, 6);
      expect(coverage).toBeCloseTo(1);
    }
    // The first post of all has no pause before it.
    expect(posts[0]?.parts.frequency).toBeNull();
    expect(posts[0]?.coverage).toBeCloseTo(0.85);
    const { parts } = own;
    const sum =
      0.35 * (parts.engagement.value ?? 0) +
      0.28 * (parts.quality.value ?? 0) +
      0.22 * (parts.audience.value ?? 0) +
      0.15 * (parts.frequency.value ?? 0);
    expect(own.score.value).toBeCloseTo(sum, 6);
  });

  it('hides the sum below 60 % of the weights, not the bars', () => {
    const { state, posts, missing, account: own } = scoreOf(account(40, (i) => ({ likes: 10 + (i % 7), comments: i % 5 })));
    expect(state).toBe('partial');
    expect(posts.every(({ score, bands, parts }) => score === null && bands === null && parts.engagement !== null)).toBe(true);
    expect(own.score.value).toBeNull();
    expect(missing).toHaveLength(2);
  });

  it('ranks watch share, clicks, saves and turning away in the right direction', () => {
    const at = (name: MetricName, values: (i: number) => number) => {
      const { posts } = scoreOf(account(30, (i) => ({ views: 1000, likes: 50, [name]: values(i) })));
      return posts.map(({ parts }) => parts.quality ?? Number.NaN);
    };
    const order = (i: number) => (i * 13) % 30;
    const rising = at('completionRate', (i) => order(i) / 100);
    const falling = at('exitRate2s', (i) => order(i) / 100);
    const best = rising.indexOf(Math.max(...rising));
    expect(order(best)).toBe(29);
    expect(falling.indexOf(Math.min(...falling))).toBe(best);
  });

  it('puts a fifth of the posts into each outer band', () => {
    const { posts } = scoreOf(account(100, full));
    const named = (band: string) => posts.filter(({ bands }) => bands?.length === 1 && bands[0] === band).length;
    const reaching = (band: 'top' | 'bottom') => posts.filter(({ bands }) => bands?.includes(band)).length;
    for (const band of ['top', 'bottom'] as const) {
      expect(named(band)).toBeLessThanOrEqual(21);
      expect(reaching(band)).toBeGreaterThanOrEqual(19);
    }
    expect(posts.every(({ bands }) => bands !== null && bands.length <= 2)).toBe(true);
  });

  it('holds a rate from few views more loosely than one from many', () => {
    const rated = (i: number) => 0.01 + 0.002 * ((i * 17) % 40);
    const { posts } = scoreOf(
      account(40, (i) => {
        const views = i === 39 ? 150 : 50_000;
        return { views, likes: Math.round(views * rated(i)), completionRate: 0.3 + 0.01 * ((i * 11) % 37) };
      }),
    );
    const width = (i: number) => (posts[i]?.high ?? 0) - (posts[i]?.low ?? 0);
    expect(width(39)).toBeGreaterThan(3 * width(20));
  });

  it('compares a young post with the others at its own age', () => {
    const posts = account(30, full, (i) => ({ ...full(i), views: 400 }), 8);
    const young = known({
      platform: 'tiktok',
      id: 'young',
      publishedAt: NOW - DAY_MS,
      looks: [{ seenAt: NOW, metrics: { ...full(3), views: 400 } }],
    });
    const last = scoreOf([...posts, young]).posts.at(-1);
    expect(last).toMatchObject({ provisional: true, rank: null });
    expect(last?.score).not.toBeNull();
    // Without looks on the others' first day there is nothing to compare it with.
    expect(scoreOf([...account(30, full, undefined, 8), young]).posts.every(({ provisional }) => !provisional)).toBe(true);
  });

  it('does not punish posting more often than planned, nor call silence rhythm', () => {
    const { account: own } = scoreOf(account(60, full));
    expect(own.parts.frequency.value).toBe(100);
    const rare = account(14, full).map((post, i) => ({
      ...post,
      post: { ...post.post, publishedAt: new Date(NOW - (20 + (13 - i) * 30) * DAY_MS).toISOString() },
      snapshots: [{ seenAt: NOW, page: 'tiktok/posts', metrics: post.snapshots[0]?.metrics ?? {} }],
    }));
    expect(scoreOf(rare).account.parts.frequency.value).toBeLessThan(35);
  });

  it('encloses the own rank when weights vary', () => {
    const { posts } = scoreOf(account(80, full));
    const order = posts.map(({ score }) => score ?? 0).sort((a, b) => b - a);
    for (const { score, rank } of posts) {
      const own = order.indexOf(score ?? 0) + 1;
      expect(rank?.[0]).toBeLessThanOrEqual(own + 1);
      expect(rank?.[1]).toBeGreaterThanOrEqual(own - 1);
    }
  });
});

describe('has it predicted anything', () => {
  const words = scoreTexts('en');
  const pairs = (related: number) => {
    const random = seeded(7);
    return Array.from({ length: 60 }, (_, post) => {
      const early = normalDraw(random);
      return { post, early, final: related * early + normalDraw(random), place: post };
    });
  };
  it('says so where it has', () => {
    expect(honestyOf(pairs(2), words)).toMatchObject({ predictive: true });
    expect(honestyOf(pairs(2), words).correlation.value?.low).toBeGreaterThan(0.5);
  });
  it('prints that it has not where the interval reaches zero', () => {
    const { predictive, statement } = honestyOf(pairs(0), words);
    expect(predictive).toBe(false);
    expect(statement).toContain('has not predicted');
  });
  it('cannot tell from eleven posts', () => {
    expect(honestyOf(pairs(2).slice(0, 11), words)).toMatchObject({ predictive: null, correlation: { value: null } });
    const { why } = honestyOf(pairs(2).slice(0, 11), words).correlation;
    expect(why).toMatchObject({ have: 11, need: 12, missing: [words.missingYoung(11, 12)] });
    expect(why.posts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(honestyOf(pairs(2).slice(0, 12), words).correlation.value).not.toBeNull();
  });
  it('gives the interval of Fisher’s z, as wide on both sides', () => {
    const { low = 0, value = 0, high = 0 } = honestyOf(pairs(0.5), words).correlation.value ?? {};
    const half = (1.959964 * 1.03) / Math.sqrt(60 - 3);
    expect(Math.atanh(high) - Math.atanh(value)).toBeCloseTo(half, 5);
    expect(Math.atanh(value) - Math.atanh(low)).toBeCloseTo(half, 5);
  });
});

describe('percentiles', () => {
  it('lie between 0 and 100, rise with the value and give ties the middle', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 12, maxLength: 60 }),
        fc.integer({ min: -60, max: 60 }),
        (values, x) => {
          const scale = scaleOf(
            values.slice(0, 29),
            values.slice(0, 29).map((_, i) => i),
          );
          const own = percentileOn(scale, x, 0);
          const below = values.slice(0, 29).filter((value) => value < x).length;
          const equal = values.slice(0, 29).filter((value) => value === x).length;
          const n = Math.min(29, values.length);
          expect(own).toBeCloseTo(((below + equal / 2) / n) * 100, 6);
          expect(percentileOn(scale, x + 1, 0)).toBeGreaterThanOrEqual(own);
        },
      ),
    );
  });
  it('take a straight trend out', () => {
    const values = Array.from({ length: 100 }, (_, i) => i + ((i * 37) % 10));
    const places = values.map((_, i) => i);
    const scale = scaleOf(values, places);
    const percentiles = values.map((value, i) => percentileOn(scale, value, i));
    const early = percentiles.slice(0, 50).reduce((a, b) => a + b, 0) / 50;
    expect(early).toBeGreaterThan(40);
    expect(early).toBeLessThan(60);
  });
});

describe('rates held towards the own mean', () => {
  it('recovers the spread of the rates it was made from', () => {
    const random = seeded(3);
    const views = Array.from({ length: 400 }, () => 200 + Math.floor(random() * 4000));
    const rates = views.map(() => gammaDraw(8, random) / 200);
    const counts = views.map((view, i) => {
      // A Poisson draw: arrivals one exponential pause apart, before the mean.
      let arrivals = -1;
      let at = 0;
      while (at < view * (rates[i] ?? 0)) {
        at -= Math.log(1 - random());
        arrivals++;
      }
      return arrivals;
    });
    const prior = ratePrior(counts, views);
    expect((prior?.shape ?? 0) / (prior?.exposure ?? 1)).toBeCloseTo(8 / 200, 2);
    expect(prior?.shape).toBeGreaterThan(5);
    expect(prior?.shape).toBeLessThan(13);
  });

  it('gives the interval that drawing from the posteriors gives', () => {
    const random = seeded(5);
    const actions = [
      { count: 30, weight: 1, prior: { shape: 5, exposure: 120 } },
      { count: 4, weight: 3, prior: { shape: 2, exposure: 400 } },
      { count: 1, weight: 8, prior: { shape: 1, exposure: 500 } },
    ];
    const { log, sd } = weightedRate(actions, 600);
    const draws = Array.from({ length: 4000 }, () =>
      Math.log(
        actions.reduce(
          (sum, { count, weight, prior }) => sum + (weight * gammaDraw(count + prior.shape, random)) / (600 + prior.exposure),
          0,
        ),
      ),
    );
    expect(log).toBeCloseTo(quantile(draws, 0.5), 1);
    expect(log - 1.2816 * sd).toBeCloseTo(quantile(draws, 0.1), 1);
    expect(log + 1.2816 * sd).toBeCloseTo(quantile(draws, 0.9), 1);
  });

  it('never gives a rate from no views', () => {
    expect(ratePrior([], [])).toBeNull();
    expect(ratePrior([1], [10])).toBeNull();
  });
});
