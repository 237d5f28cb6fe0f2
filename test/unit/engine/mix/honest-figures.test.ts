/** Properties of every report: nothing is shown below its smallest sample, and what no page showed never acts as a zero. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insight } from '../../../../assets/locales/en/insight';
import { panel } from '../../../../assets/locales/en/panel';
import type { MetricName } from '../../../../core/model/metrics';
import type { KnownPost } from '../../../../core/model/post';
import type { Report } from '../../../../core/model/report';
import type { Why } from '../../../../core/model/report-parts';
import { contentOnly } from './content-only';
import { goldenAccounts } from './golden-accounts';
import { world } from './world';

const METRICS: readonly MetricName[] = [
  'views',
  'likes',
  'comments',
  'saves',
  'shares',
  'followersGained',
  'completionRate',
  'exitRate2s',
];
const accounts = goldenAccounts();
const steady = accounts.find(({ name }) => name === 'steady') ?? accounts[0];
if (!steady) throw new Error('no account');
const zone = steady.zone;

const without = (post: KnownPost, names: ReadonlySet<string>): KnownPost => ({
  ...post,
  snapshots: post.snapshots.map((look) => ({
    ...look,
    metrics: Object.fromEntries(Object.entries(look.metrics).filter(([name]) => !names.has(name))),
  })),
});

interface Figure {
  path: string;
  value: unknown;
  why: Why;
}
/** Everything in the report that carries a reason. */
function figuresIn(value: unknown, path = ''): Figure[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as Record<string, unknown>;
  const why = own.why as Why | undefined;
  const here: Figure[] = why?.formula ? [{ path, value: 'value' in own ? own.value : 'lift' in own ? own.lift : null, why }] : [];
  return [...here, ...Object.entries(own).flatMap(([key, one]) => (key === 'why' ? [] : figuresIn(one, `${path}/${key}`)))];
}
/** Accounts cut to any length, with any metrics missing from any posts and any labels missing. */
const recipe = fc.record({
  posts: fc.integer({ min: 0, max: 70 }),
  absent: fc.subarray([...METRICS]),
  everyNth: fc.integer({ min: 1, max: 4 }),
  unlabelled: fc.integer({ min: 1, max: 5 }),
});
type Recipe = { posts: number; absent: MetricName[]; everyNth: number; unlabelled: number };
const accountFrom = ({ posts, absent, everyNth, unlabelled }: Recipe): KnownPost[] =>
  steady.posts.slice(0, posts).map((post, i) => {
    const cut = i % everyNth === 0 ? without(post, new Set(absent)) : post;
    return i % unlabelled === 0 ? { ...cut, labels: {} } : cut;
  });
const reportOf = (posts: readonly KnownPost[]): Report => contentOnly({ posts, zone }, 'en');

describe('figures and their smallest samples', () => {
  it('are null below them, and say what is missing', () => {
    fc.assert(
      fc.property(recipe, (own) => {
        for (const { path, value, why } of figuresIn(reportOf(accountFrom(own)))) {
          if (why.have >= why.need) continue;
          expect([path, value]).toEqual([path, null]);
          if (!path.includes('/anomalies')) expect([path, why.missing.length > 0]).toEqual([path, true]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('name only posts that are there, and formulas and inputs that are explained', () => {
    const formulas: Record<string, string> = insight.formulas;
    const inputs: Record<string, string> = { ...panel.metrics, ...insight.inputNames };
    for (const account of accounts) {
      const report = contentOnly(account, 'en');
      const parts = [
        ...report.mix.flatMap(({ adherence, effectiveness }) => [adherence, effectiveness]),
        ...report.score,
        ...report.growth,
      ];
      for (const part of parts) {
        for (const { path, why } of figuresIn(part)) {
          expect([path, why.posts.every((index) => part.keys[index] !== undefined)]).toEqual([path, true]);
          expect([why.formula, typeof formulas[why.formula]]).toEqual([why.formula, 'string']);
          for (const name of Object.keys(why.inputs))
            expect([why.formula, name, typeof inputs[name]]).toEqual([why.formula, name, 'string']);
        }
      }
    }
  });

  it('are finite numbers wherever they are numbers', () => {
    fc.assert(
      fc.property(recipe, (own) => {
        const bad: string[] = [];
        JSON.stringify(reportOf(accountFrom(own)), (key, value: unknown) => {
          if (typeof value === 'number' && !Number.isFinite(value)) bad.push(key);
          return value;
        });
        expect(bad).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('are shares between 0 and 1, scores between 0 and 100, intervals around their figure', () => {
    fc.assert(
      fc.property(recipe, (own) => {
        const report = reportOf(accountFrom(own));
        for (const { posts: scores } of report.score) {
          for (const { score, low, high, parts, rank } of scores) {
            for (const part of [score, low, high, ...Object.values(parts)]) {
              if (part === null) continue;
              expect(part).toBeGreaterThanOrEqual(0);
              expect(part).toBeLessThanOrEqual(100);
            }
            if (score !== null && low !== null && high !== null) expect(low <= score && score <= high).toBe(true);
            if (rank) expect(rank[0] <= rank[1] && rank[0] >= 1).toBe(true);
          }
        }
        for (const { effectiveness } of report.mix) {
          for (const { effects } of effectiveness.factors) {
            for (const { lift, probabilityBetter } of effects) {
              if (lift) expect(lift.low <= lift.median && lift.median <= lift.high).toBe(true);
              if (probabilityBetter !== null) expect(probabilityBetter >= 0 && probabilityBetter <= 1).toBe(true);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});

/** Measures and parts that a metric goes into. */
const USES: Partial<Record<MetricName, readonly string[]>> = {
  saves: ['saveRate'],
  followersGained: ['followRate'],
  completionRate: ['completionRate'],
  exitRate2s: ['exitRate2s'],
};

describe('absent metrics', () => {
  it('give a post no measure, and never the lowest one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(USES) as MetricName[])), fc.integer({ min: 2, max: 5 }), (metric, nth) => {
        const posts = steady.posts.slice(0, 80).map((post, i) => (i % nth === 0 ? without(post, new Set([metric])) : post));
        const lacking = new Set(posts.filter((_, i) => i % nth === 0).map(({ key }) => key));
        for (const { keys, posts: scores } of reportOf(posts).score) {
          for (const { post, measures } of scores) {
            if (lacking.has(keys[post] ?? '')) expect(Object.keys(measures)).not.toContain(USES[metric]?.[0]);
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('leave the measures of the other posts as if those posts did not have them to show', () => {
    const metric: MetricName = 'completionRate';
    const posts = steady.posts.slice(0, 80);
    const half = posts.map((post, i) => (i % 2 === 0 ? without(post, new Set([metric])) : post));
    const percentiles = (list: readonly KnownPost[], keys: ReadonlySet<string>) =>
      reportOf(list).score.flatMap(({ keys: own, posts: scores }) =>
        scores.flatMap(({ post, measures }) =>
          keys.has(own[post] ?? '') && measures[metric] !== undefined ? measures[metric] : [],
        ),
      );
    const shown = new Set(half.filter((_, i) => i % 2 === 1).map(({ key }) => key));
    const middle = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
    // Their mean percentile is that of a set ranked among itself: taken as zeros, the others would push it up to 75.
    expect(middle(percentiles(half, shown))).toBeGreaterThan(45);
    expect(middle(percentiles(half, shown))).toBeLessThan(55);
  });

  it('differ from zeros', () => {
    const posts = steady.posts.slice(0, 60);
    const gone = reportOf(posts.map((post) => without(post, new Set(['saves', 'shares']))));
    const zero = reportOf(
      posts.map((post) => ({
        ...post,
        snapshots: post.snapshots.map((look) => ({
          ...look,
          metrics: {
            ...look.metrics,
            saves: { value: 0, low: 0, high: 0, raw: '0' },
            shares: { value: 0, low: 0, high: 0, raw: '0' },
          },
        })),
      })),
    );
    expect(gone.growth[0]?.depth.value?.coCreation).toBeNull();
    expect(zero.growth[0]?.depth.value?.coCreation).toBe(0);
    const interaction = (report: Report) =>
      report.growth[0]?.stages.stages.find(({ stage }) => stage === 'interaction')?.metrics.map(({ metric }) => metric) ?? [];
    expect(interaction(gone)).not.toContain('saves');
    expect(interaction(zero)).toContain('saves');
    expect(gone.score[0]?.posts.every(({ measures }) => measures.saveRate === undefined)).toBe(true);
  });

  it('take the outcome with them, and the report says so', () => {
    const posts = world({ posts: 40, seed: 1 }).map((post) => without(post, new Set(METRICS)));
    const report = reportOf(posts);
    expect(report.mix[0]?.effectiveness).toMatchObject({ outcome: null, posts: 0 });
    expect(report.mix[0]?.effectiveness.missing).toHaveLength(2);
    expect(report.score[0]?.state).toBe('baseline');
    expect(report.growth[0]?.concentration.value).toBeNull();
  });
});
