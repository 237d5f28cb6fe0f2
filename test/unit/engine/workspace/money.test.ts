import { describe, expect, it } from 'vitest';
import { roiOf, roiRegression, type Week, weeksOf } from '../../../../core/engine/money/roi';
import { moneyMonths, moneyYears, seasonOf } from '../../../../core/engine/money/summary';
import { readMoney } from '../../../../core/importers/money';
import type { MoneyEntry } from '../../../../core/model/workspace/objects';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { normalDraw, seeded } from '../../../../core/stats/random';
import { sampleWorkspace } from './sample';

type Spend = Partial<Week['boards']>;
/** `weeks` of spending and of revenue that follows it. */
function books(weeks: number, spend: (week: number, random: () => number) => Spend, effect: Spend = {}, seed = 1): Week[] {
  const random = seeded(seed);
  return Array.from({ length: weeks }, (_, i) => {
    const boards = { content: 0, business: 0, team: 0, tools: 0, ...spend(i, random) };
    const log = Object.entries(boards).reduce(
      (sum, [board, spent]) => sum + (effect[board as keyof Spend] ?? 0) * Math.log1p(spent),
      6,
    );
    const cost = Object.values(boards).reduce((a, b) => a + b, 0);
    return { revenue: Math.expm1(log + 0.2 * normalDraw(random)), cost, boards, season: false };
  });
}
const varied = (random: () => number, most = 2000) => Math.round(most * random() ** 2);

describe('the regression of return on spending', () => {
  it('is allowed for enough, varied, separate spending, and finds what goes with it', () => {
    const weeks = books(60, (_, random) => ({ content: varied(random), business: varied(random) }), { content: 0.5 });
    const result = roiRegression(weeks);
    if (!result.allowed) throw new Error(JSON.stringify(result.refusals));
    const [content, business] = result.boards;
    expect(content?.elasticity.low).toBeLessThan(0.5);
    expect(content?.elasticity.high).toBeGreaterThan(0.5);
    expect(content?.elasticity.low).toBeGreaterThan(0.3);
    expect(business?.elasticity.low).toBeLessThan(0.1);
    expect(business?.elasticity.high).toBeGreaterThan(-0.1);
  });
  it('covers the truth in about 80 %', () => {
    let inside = 0;
    const runs = 200;
    for (let run = 0; run < runs; run++) {
      const result = roiRegression(
        books(40, (_, random) => ({ content: varied(random), tools: varied(random, 500) }), { content: 0.3 }, 100 + run),
      );
      if (!result.allowed) throw new Error('refused');
      const content = result.boards.find(({ board }) => board === 'content')?.elasticity;
      if (content && content.low <= 0.3 && content.high >= 0.3) inside++;
    }
    expect(inside / runs).toBeGreaterThanOrEqual(0.73);
    expect(inside / runs).toBeLessThanOrEqual(0.88);
  });
  const refused: [string, Week[], unknown][] = [
    ['without cost', books(30, () => ({})), [{ why: 'boards' }]],
    [
      'for too few weeks',
      books(12, (_, random) => ({ content: varied(random), tools: varied(random) })),
      [{ why: 'weeks', have: 12, need: 20 }],
    ],
    ['for even spending', books(30, () => ({ content: 500 })), [{ why: 'constant', boards: ['content'] }]],
    [
      'for boards that move together',
      books(40, (_, random) => {
        const content = varied(random);
        return { content, team: 0.8 * content + random() };
      }),
      [{ why: 'parallel', boards: ['content', 'team'] }],
    ],
    [
      'for the same trend in all of them',
      books(40, (week) => ({ content: 100 + 60 * week, business: 50 + 31 * week })),
      [{ why: 'parallel', boards: ['content', 'business'] }],
    ],
  ];
  for (const [name, weeks, refusals] of refused)
    it(`is refused ${name}, with the reason`, () => expect(roiRegression(weeks)).toEqual({ allowed: false, refusals }));
});

describe('the return', () => {
  it('has a range from eight weeks on and none without cost', () => {
    expect(
      roiOf(
        books(5, () => ({ content: 100 })),
        1,
      ),
    ).toMatchObject({ range: null, weeks: 5 });
    const many = roiOf(
      books(20, (_, random) => ({ content: varied(random) })),
      1,
    );
    expect(many?.range?.low).toBeLessThan(many?.value ?? 0);
    expect(many?.range?.high).toBeGreaterThan(many?.value ?? 0);
    expect(
      roiOf(
        books(20, () => ({})),
        1,
      ),
    ).toBeNull();
  });
});

const revenue = (day: string, amount: number, scene = 'ads', currency = 'CNY'): MoneyEntry => ({
  id: `${day}${scene}${currency}`,
  flow: 'revenue',
  day,
  amount,
  currency,
  scene,
  returns: 'direct',
  note: '',
});
const cost = (day: string, amount: number, board: 'content' | 'business' | 'team' | 'tools'): MoneyEntry => ({
  id: day + board,
  flow: 'cost',
  day,
  amount,
  currency: 'CNY',
  board,
  experiment: false,
  people: board === 'team',
  note: '',
});

describe('a month of money', () => {
  const entries = [
    revenue('2026-11-03', 800),
    revenue('2026-11-20', 200, 'shop'),
    revenue('2026-11-20', 50, 'abroad', 'USD'),
    cost('2026-11-04', 300, 'content'),
    cost('2026-11-05', 100, 'team'),
  ];
  const [cny, usd] = moneyMonths({ entries, accounts: [], plan: DEFAULT_PLAN, zone: 'UTC' });
  it('stays in its currency, beside the plan', () => {
    expect([cny?.currency, cny?.revenue, usd?.currency, usd?.revenue]).toEqual(['CNY', 1000, 'USD', 50]);
    expect(cny?.boards.map(({ name, share, target, deviation }) => [name, share, target, deviation])).toEqual([
      ['content', 0.75, 0.4, 140],
      ['team', 0.25, 0.2, 20],
      ['business', 0, 0.25, -100],
      ['tools', 0, 0.15, -60],
    ]);
    expect(cny?.distance).toBeCloseTo(0.4, 9);
    expect(cny?.largestScene).toBe(0.8);
    expect(cny?.concentration).toBeCloseTo(0.68, 9);
    expect(cny?.people).toBe(0.25);
    expect(cny?.rpm).toBeNull();
  });
  it('knows the season of the plan', () => {
    expect(cny?.season).toEqual({ name: '11.11', factor: 1.5 });
    expect(seasonOf('2026-06', DEFAULT_PLAN)).toBeNull();
  });
  it('names a stage only from three months of cost and known growth', () => {
    expect(moneyYears({ entries, plan: DEFAULT_PLAN }, 0.08)[0]?.stage).toBeNull();
    const long = ['2026-08', '2026-09', '2026-10'].map((month) => cost(`${month}-05`, 100, 'tools'));
    expect(moneyYears({ entries: long, plan: DEFAULT_PLAN }, 0.08)[0]?.stage).toEqual({ stage: 'heavy', growth: 0.08 });
    const stage = (growth: number) => moneyYears({ entries: long, plan: DEFAULT_PLAN }, growth)[0]?.stage?.stage;
    expect([0.2, 0.03, 0.002, -0.1].map(stage)).toEqual(['heavy', 'light', 'balanced', 'balanced']);
    expect(moneyYears({ entries: long, plan: DEFAULT_PLAN }, null)[0]?.stage).toBeNull();
  });
  it('brings revenue per thousand views where the views are captured', () => {
    const { months } = sampleWorkspace('coffee', 'en');
    const june = months.find(({ month }) => month === '2026-06');
    expect(june?.rpm).toBeCloseTo((1000 * 4700) / (june?.views ?? 0), 9);
    expect(sampleWorkspace('runner', 'en').months[0]?.rpm).toBeNull();
  });
  it('lies in weeks that begin on Monday, empty ones included', () => {
    const weeks = weeksOf([revenue('2026-06-07', 10), revenue('2026-06-08', 20), cost('2026-06-25', 5, 'tools')], DEFAULT_PLAN);
    expect(weeks.map((week) => [week.revenue, week.cost])).toEqual([
      [10, 0],
      [20, 0],
      [0, 0],
      [0, 5],
    ]);
  });
});

describe('a table of money', () => {
  const read = (text: string, currency: string | null = null) =>
    readMoney(new TextEncoder().encode(text), { now: Date.parse('2026-06-30T00:00:00Z'), currency });
  it('is read in either language, whatever the order of its columns', () => {
    const { entries, skipped } = read(
      '金额,日期,类型,场景,板块,环节,币种,试验\n"1,200.50",2026-06-01,收入,广告,,,CNY,\n300,2026/6/2,支出,,内容,剪辑,CNY,是\n',
    );
    expect(skipped).toEqual([]);
    expect(entries).toMatchObject([
      { flow: 'revenue', day: '2026-06-01', amount: 1200.5, currency: 'CNY', scene: '广告', returns: 'direct' },
      { flow: 'cost', day: '2026-06-02', amount: 300, board: 'content', contentPart: 'editing', experiment: true, people: false },
    ]);
    expect(read('date,type,scene,amount\n2026-06-01,revenue,shop,US$20\n').entries).toMatchObject([
      { amount: 20, currency: 'USD' },
    ]);
  });
  it('knows whose revenue it is where the table says so', () => {
    const { entries } = read(
      'date,type,scene,amount,currency,平台,账号\n2026-06-01,revenue,shop,20,CNY,抖音,木屋\n2026-06-01,revenue,shop,20,CNY,,\n',
    );
    expect(entries[0]).toMatchObject({ platform: 'douyin', account: '木屋' });
    expect(entries[1]).not.toHaveProperty('platform');
  });
  it('gives the same rows the same names, so that adding it twice adds nothing, and twins stay two', () => {
    const text = 'date,type,board,amount\n2026-06-01,cost,tools,10\n2026-06-01,cost,tools,10\n';
    const ids = read(text, 'EUR').entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(read(text, 'EUR').entries.map(({ id }) => id)).toEqual(ids);
  });
  it('names every row it leaves out, with the reason', () => {
    const { entries, skipped } = read(
      'date,type,scene,board,amount\nsoon,cost,,tools,5\n2026-06-01,cost,,tools,-5\n2026-06-01,cost,,garden,5\n2026-06-01,revenue,,,5\n2026-06-01,gift,,,5\n',
      'CNY',
    );
    expect(entries).toEqual([]);
    expect(skipped.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'date'],
      [3, 'amount'],
      [4, 'board'],
      [5, 'scene'],
      [6, 'type'],
    ]);
    expect(read('date,type,board,amount\n2026-06-01,cost,tools,5\n').skipped).toMatchObject([{ reason: 'currency' }]);
    expect(() => read('hello,world\n1,2\n')).toThrow(/date/);
  });
});
