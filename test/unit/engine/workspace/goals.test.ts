import { describe, expect, it } from 'vitest';
import { type Day, type FigureShape, forecast } from '../../../../core/engine/goals/forecast';
import { goalView } from '../../../../core/engine/goals/goals';
import { type AccountFacts, type GoalFacts, seriesOf } from '../../../../core/engine/goals/series';
import type { AccountReading } from '../../../../core/model/reading';
import type { Goal } from '../../../../core/model/workspace/objects';
import { normalDraw, type Random, seeded } from '../../../../core/stats/random';
import { figure } from '../mix/world';

const DAY = 86_400_000;
const NOW = Date.parse('2026-06-28T12:00:00Z');

/** Worlds that accounts live in: what day `t` brings. */
const WORLDS: Record<string, (random: Random) => (t: number) => number> = {
  steady: (random) => () => 20 + 10 * normalDraw(random),
  weekly: (random) => (t) => 20 + 12 * Math.sin((2 * Math.PI * t) / 7) + 6 * normalDraw(random),
  growing: (random) => (t) => 10 + 0.1 * t + 8 * normalDraw(random),
  bursts: (random) => () => 10 + (random() < 0.07 ? 60 + 40 * random() : 0) + 5 * normalDraw(random),
  sticky: (random) => {
    let state = 0;
    return () => {
      state = 0.4 * state + 8 * normalDraw(random);
      return 20 + state;
    };
  },
  shrinking: (random) => (t) => 30 - 0.12 * t + 8 * normalDraw(random),
  /** Steep growth that ends between two weeks before and two weeks after the forecast is made. */
  bending: (random) => {
    const bend = 42 + 28 * random();
    return (t) => 10 + 0.4 * Math.min(t, bend) + 8 * normalDraw(random);
  },
};
const RUNS = 20;
const HORIZONS = [14, 45, 90];

/** Of `RUNS` accounts at every horizon, how many end inside their 80 % interval. */
function held(kind: FigureShape['kind'], world: (random: Random) => (t: number) => number): number {
  let inside = 0;
  for (const horizon of HORIZONS) {
    for (let run = 0; run < RUNS; run++) {
      const draw = world(seeded(7000 + run + 1000 * horizon));
      const days: Day[] = Array.from({ length: 56 + horizon }, (_, t) => {
        const value = draw(t);
        return kind === 'mean' ? (t % 3 === 0 ? { sum: value, count: 1 } : { sum: 0, count: 0 }) : { sum: value, count: 1 };
      });
      const last = kind === 'level' ? days.slice(56) : days.slice(-28);
      const sum = last.reduce((total, day) => total + day.sum, 0);
      const counted = last.reduce((total, day) => total + day.count, 0);
      const truth = kind === 'mean' ? sum / counted : kind === 'level' ? 10_000 + sum : sum;
      const shape = kind === 'level' ? { kind, level: 10_000 } : kind === 'mean' ? { kind, most: Infinity } : { kind };
      const { low, high } = forecast(days.slice(0, 56), shape, horizon, 0, 1, 300);
      if (truth >= low && truth <= high) inside++;
    }
  }
  return inside;
}

describe('forecasts', () => {
  // 60 accounts a world, 420 a kind: the sampling errors of the shares are 5.2 and 2 points. One world of 21 may stray by chance.
  const margin = 2.5 * Math.sqrt((0.8 * 0.2) / (HORIZONS.length * RUNS));
  for (const kind of ['level', 'total', 'mean'] as const) {
    it(`of a ${kind} hold the truth in 75–88 % at 80 % nominal, and in no world clearly less or more`, () => {
      const shares = Object.entries(WORLDS).map(([name, world]) => [name, held(kind, world) / (HORIZONS.length * RUNS)] as const);
      const all = shares.reduce((sum, [, share]) => sum + share, 0) / shares.length;
      expect(all).toBeGreaterThanOrEqual(0.75);
      expect(all).toBeLessThanOrEqual(0.88);
      for (const [name, share] of shares) {
        expect(share, name).toBeGreaterThanOrEqual(0.75 - margin);
        expect(share, name).toBeLessThanOrEqual(0.88 + margin);
      }
    });
  }

  const days = Array.from({ length: 56 }, (_, t): Day => ({ sum: 20 + 5 * Math.sin(t), count: 1 }));
  it('are the same for the same seed and history', () => {
    const once = forecast(days, { kind: 'level', level: 100 }, 30, 700, 3);
    expect(forecast(days, { kind: 'level', level: 100 }, 30, 700, 3)).toEqual(once);
    expect(forecast(days, { kind: 'level', level: 100 }, 30, 700, 4)).not.toEqual(once);
  });
  it('move with the level, and the chance falls as the target rises', () => {
    const at = (target: number, level = 100) => forecast(days, { kind: 'level', level }, 30, target, 3);
    expect(at(700, 200).median - at(700).median).toBeCloseTo(100, 6);
    expect(at(600).reach).toBeGreaterThan(at(700).reach);
    expect(at(700).reach).toBeGreaterThan(at(800).reach);
    expect(at(0).reach).toBe(1);
  });
});

const goal = (more: Partial<Goal> = {}): Goal => ({
  id: 'g',
  platform: 'douyin',
  account: 'a',
  measure: 'followers',
  name: '',
  baseline: 1000,
  target: 2000,
  startedAt: '2026-05-01T00:00:00Z',
  due: '2026-07-28',
  entries: [],
  ...more,
});
const looks = (daysAgo: readonly number[], perDay = 20): AccountReading[] =>
  daysAgo.map((ago) => ({
    platform: 'douyin',
    page: 'douyin/home',
    account: 'a',
    metrics: { followers: figure(1500 - ago * perDay) },
    seenAt: new Date(NOW - ago * DAY).toISOString(),
  }));
const facts = (accountReadings: AccountReading[], more: Partial<GoalFacts> = {}): GoalFacts => ({
  accounts: [],
  accountReadings,
  money: [],
  now: NOW,
  zone: 'UTC',
  ...more,
});
const every = (step: number, from: number) => Array.from({ length: Math.floor(from / step) + 1 }, (_, i) => from - i * step);

/** A post a day of 60 days, last looked at `unseen` days ago, counted once it is `wait` days old. */
const account = (
  platform: string,
  wait: number,
  unseen: number,
  views: number,
  more: Record<string, number> = {},
): AccountFacts => ({
  platform,
  account: 'a',
  horizonHours: 24 * wait,
  outcome: 'views',
  posts: Array.from({ length: 60 - unseen }, (_, i) => {
    const publishedAt = NOW - (i + unseen) * DAY;
    return {
      posted: true,
      publishedAt,
      lastSeenAt: NOW - unseen * DAY,
      mature: i >= wait ? { metrics: { views, ...more } } : null,
    } as unknown as AccountFacts['posts'][number];
  }),
});
const named = (one: AccountFacts, i: number): AccountFacts => ({ ...one, account: `a${i}` });

describe('goals', () => {
  it('are met, on track, at risk, unlikely or over by what the paths say', () => {
    const readings = looks(every(3, 60));
    const state = (more: Partial<Goal>) => goalView(goal(more), facts(readings)).state;
    expect(state({ target: 1400 })).toBe('met');
    expect(state({ target: 1600 })).toBe('onTrack');
    expect(state({ target: 9000 })).toBe('unlikely');
    expect(state({ target: 2000, due: '2026-06-01' })).toBe('ended');
    expect(state({ closedAt: '2026-06-01T00:00:00Z' })).toBe('closed');
  });
  it('say the pace that is needed beside the pace there was', () => {
    const { pace, current } = goalView(goal({ target: 2000, due: '2026-07-28' }), facts(looks(every(7, 56))));
    expect(current).toBe(1500);
    expect(pace?.recent).toBeCloseTo(140, 6);
    expect(pace?.needed).toBeCloseTo((500 * 7) / 30, 6);
    expect([pace?.newest, pace?.forecast]).toEqual([expect.closeTo(140, 6), null]);
  });
  it('count the pace that is needed from the day of the newest figure', () => {
    const view = goalView(goal({ target: 2000, due: '2026-07-28' }), facts(looks(every(7, 56)), { now: NOW + 4 * DAY }));
    expect([view.asOf, view.daysLeft]).toEqual(['2026-06-28', 26]);
    expect(view.pace?.needed).toBeCloseTo((500 * 7) / 30, 6);
  });
  it('say that the range lies beside the pace of four weeks where the weeks speed up or slow down', () => {
    // What a day brings goes from 8 to 36 over the eight weeks (step −2), stays at 22 (0), or goes from 36 to 8 (2).
    const bent = (step: number) =>
      looks(every(7, 56)).map((look, week) => ({
        ...look,
        metrics: { followers: figure(5000 + 7 * (22 * week + step * week * (8 - week))) },
      }));
    const side = (step: number) => goalView(goal({ target: 9000, due: '2026-09-28' }), facts(bent(step))).pace?.forecast;
    expect([side(-2), side(0), side(2)]).toEqual(['above', null, 'below']);
  });
  it('say what is missing instead of a forecast', () => {
    const missing = (readings: AccountReading[], more: Partial<Goal> = {}) => {
      const view = goalView(goal(more), facts(readings));
      expect(view.forecast).toBeNull();
      return view.missing?.code;
    };
    expect(missing([])).toBe('noLooks');
    expect(missing(looks([0, 7, 14]))).toBe('looks');
    expect(missing(looks([0, 7, 14, 40, 60]))).toBe('lookGap');
    expect(missing(looks(every(7, 56)), { account: null })).toBe('noAccount');
    expect(missing(looks(every(7, 56)), { due: '2029-01-01' })).toBe('tooFar');
    expect(missing([], { measure: 'views' })).toBe('maturePosts');
    expect(missing([], { measure: 'revenue' })).toBe('noCurrency');
    expect(missing([], { measure: 'revenue', currency: 'CNY' })).toBe('revenue');
  });
  it('do not depend on how often the same day was looked at', () => {
    const readings = looks(every(7, 56));
    const doubled = [...readings, ...readings.map((one) => ({ ...one, page: 'other' }))];
    expect(goalView(goal(), facts(doubled))).toEqual(goalView(goal(), facts(readings)));
  });
  it('name the festivals between the first look and the date, of the account’s market', () => {
    const view = goalView(goal(), facts(looks(every(7, 56)), { seasonNames: { dragonBoat: 'Dragon Boat Festival' } }));
    expect(view.seasons.map(({ id }) => id)).toContain('sale618');
    expect(view.seasons.find(({ from }) => from === '2026-06-19')?.label).toBe('Dragon Boat Festival');
    expect(view.seasons.every(({ to, from }) => to >= '2026-05-03' && from <= '2026-07-28')).toBe(true);
  });
  it('take figures the creator writes down', () => {
    const entries = every(7, 56).map((ago) => ({ day: new Date(NOW - ago * DAY).toISOString().slice(0, 10), value: 100 - ago }));
    const view = goalView(goal({ measure: 'entered', entries, target: 110 }), facts([]));
    expect(view.current).toBe(100);
    expect(view.forecast).not.toBeNull();
  });
  it('of several accounts end where all of them were looked at and are old enough to compare', () => {
    // One post a day on either account; one is compared after two days and the other after two weeks.
    const quick = account('douyin', 2, 0, 100);
    const slow = account('xiaohongshu', 14, 0, 10);
    const together = (accounts: AccountFacts[], measure: Goal['measure']) =>
      seriesOf(goal({ platform: null, account: null, measure }), facts([], { accounts }));
    const views = together([quick, slow], 'views');
    expect(views.end).toBe(together([slow], 'views').end);
    expect(views.current).toBe(28 * 110);
    expect(views.draws?.days.slice(-14).every(({ sum }) => sum === 110)).toBe(true);
    // Not looked at for ten days: its posts since are unknown, not none.
    expect(together([quick, account('weibo', 2, 10, 10)], 'posts').current).toBe(2 * 28);
    // After so long nothing can be said of all of them together.
    const left = together([quick, account('weibo', 2, 40, 10)], 'posts');
    expect([left.current, left.missing]).toEqual([null, { code: 'accountUnseen', have: 40, need: 28 }]);
    expect(together([quick], 'posts').current).toBe(28);
  });
  it('of several accounts add up interactions by what each account shows', () => {
    const quick = account('douyin', 2, 0, 100, { likes: 3, saves: 2 });
    const plain = account('weibo', 2, 0, 100, { likes: 1 });
    const all = { platform: null, account: null, measure: 'interactions' } as const;
    expect(seriesOf(goal(all), facts([], { accounts: [quick, quick, quick, quick, plain].map(named) })).current).toBe(28 * 21);
  });
  it('count money as entered: scenes of 90 days, and no return without cost', () => {
    const money = [
      { id: '1', flow: 'revenue', day: '2026-06-20', amount: 100, currency: 'CNY', scene: 'shop', returns: 'direct', note: '' },
      { id: '2', flow: 'revenue', day: '2026-06-10', amount: 100, currency: 'CNY', scene: 'ads', returns: 'direct', note: '' },
      { id: '3', flow: 'revenue', day: '2026-01-10', amount: 100, currency: 'CNY', scene: 'old', returns: 'direct', note: '' },
      { id: '4', flow: 'revenue', day: '2026-06-10', amount: 100, currency: 'USD', scene: 'abroad', returns: 'direct', note: '' },
    ] as const;
    const own = facts([], { money });
    expect(seriesOf(goal({ measure: 'revenueScenes', currency: 'CNY' }), own).current).toBe(2);
    expect(seriesOf(goal({ measure: 'roi', currency: 'CNY' }), own).missing).toEqual({ code: 'cost' });
    expect(goalView(goal({ measure: 'revenueScenes', currency: 'CNY', target: 3 }), own).state).toBe('open');
  });
});
