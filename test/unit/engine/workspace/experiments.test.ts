import { describe, expect, it } from 'vitest';
import { experimentView, isFrozen, outcomesOf } from '../../../../core/engine/experiments/experiments';
import { accountFacts } from '../../../../core/engine/workspace';
import type { Experiment } from '../../../../core/model/workspace/objects';
import { forcedArm, readPairs } from '../../../../core/stats/paired-trial';
import { normalDraw, seeded } from '../../../../core/stats/random';
import { DAY_MS, HOUR_MS, known, NOW } from '../mix/world';

const START = NOW - 100 * DAY_MS;
const experiment = (more: Partial<Experiment> = {}): Experiment => ({
  id: 'e',
  question: 'q',
  platform: 'douyin',
  account: 'a',
  arms: { a: 'x', b: 'y' },
  outcome: 'reach',
  largestPosts: 60,
  createdAt: new Date(START).toISOString(),
  assignments: [],
  learnt: '',
  tags: [],
  ...more,
});

const titleOf = (i: number) => String.fromCharCode(97 + (i % 26)).repeat(6 + Math.floor(i / 26));

/** Two posts a day, arms by coin within each pair; arm a reaches `lift` more (log). */
function played(pairs: number, lift: number, seed: number) {
  const random = seeded(seed);
  const rows = Array.from({ length: pairs * 2 }, (_, i) => {
    const first = i % 2 === 0 ? random() < 0.5 : null;
    return { at: START + i * 12 * HOUR_MS, first };
  });
  const assignments: Experiment['assignments'] = [];
  const posts = rows.map(({ at, first }, i) => {
    const before = assignments.at(-1)?.arm;
    const arm = first === null ? (before === 'a' ? 'b' : 'a') : first ? 'a' : 'b';
    assignments.push({ arm, at: new Date(at).toISOString(), title: titleOf(i) });
    const views = Math.round(Math.exp(8 + 0.6 * normalDraw(random) + (arm === 'a' ? lift : 0)));
    return known({
      key: `k${i}`,
      account: 'a',
      title: titleOf(i),
      publishedAt: at + HOUR_MS,
      looks: [7 * DAY_MS, 8 * DAY_MS].map((age) => ({
        seenAt: at + HOUR_MS + age,
        metrics: { views, likes: Math.round(views / 20), saves: Math.round(views / 50) },
      })),
    });
  });
  return { experiment: experiment({ assignments }), posts };
}
const context = { accountReadings: [], zone: 'Asia/Shanghai', now: NOW };
const read = ({ experiment: own, posts }: ReturnType<typeof played>) => experimentView(own, accountFacts(posts, context), posts);

describe('experiments', () => {
  it('find a large difference, in the right direction', () => {
    const view = read(played(25, 0.9, 4));
    expect(view.verdict).toBe('aBetter');
    expect(view.pairs).toBe(25);
    expect(view.lift?.low).toBeGreaterThan(0);
    expect(view.posts.every(({ counted }) => counted)).toBe(true);
    expect(read(played(25, -1.4, 4)).verdict).toBe('bBetter');
  });
  it('say nothing below six pairs, and end undecided at the length set before', () => {
    const few = read(played(5, 3, 1));
    expect([few.verdict, few.lift, few.eValue]).toEqual(['running', null, 1]);
    const made = played(8, 0, 2);
    expect(read({ ...made, experiment: { ...made.experiment, largestPosts: 16 } }).verdict).toBe('undecided');
    expect(read({ ...made, experiment: { ...made.experiment, endedAt: new Date(NOW).toISOString() } }).verdict).toBe('undecided');
  });
  it('name no winner more often than one in twenty when there is none, however often they are looked at', () => {
    const random = seeded(11);
    const runs = 300;
    let wrong = 0;
    for (let run = 0; run < runs; run++) {
      const differences: number[] = [];
      for (let pair = 0; pair < 40; pair++) {
        differences.push(0.85 * normalDraw(random));
        const { verdict } = readPairs(differences, { largestPosts: 1000, ended: false });
        if (verdict === 'aBetter' || verdict === 'bBetter') {
          wrong++;
          break;
        }
      }
    }
    expect(wrong / runs).toBeLessThanOrEqual(0.05);
  });
  it('say when no difference matters', () => {
    const random = seeded(5);
    const differences = Array.from({ length: 120 }, () => 0.2 * normalDraw(random));
    expect(readPairs(differences, { largestPosts: 1000, ended: false }).verdict).toBe('same');
  });
  it('leave the second of a pair no choice and freeze at the first draw', () => {
    expect([isFrozen(experiment()), forcedArm(experiment().assignments)]).toEqual([false, null]);
    const one = experiment({ assignments: [{ arm: 'a', at: new Date(START).toISOString(), title: '' }] });
    expect([isFrozen(one), forcedArm(one.assignments)]).toEqual([true, 'b']);
  });
  it('recognise posts by title when one was planned, else the next one; each once', () => {
    const made = played(3, 0, 3);
    const untitled = { ...made.experiment, assignments: made.experiment.assignments.map((one) => ({ ...one, title: '' })) };
    expect(read({ ...made, experiment: untitled }).posts.map(({ real }) => real?.key)).toEqual([
      'k0',
      'k1',
      'k2',
      'k3',
      'k4',
      'k5',
    ]);
    const swapped = [...made.posts].map((post, i) =>
      i === 0 ? { ...post, post: { ...post.post, title: 'something else' } } : post,
    );
    expect(read({ ...made, posts: swapped }).posts[0]?.real).toBeNull();
    const refused = {
      ...made.experiment,
      assignments: made.experiment.assignments.map((one, i) => (i === 0 ? { ...one, post: null } : one)),
    };
    expect(read({ ...made, experiment: refused }).posts[0]?.real).toBeNull();
  });
  it('measure rates too, held towards the account’s own', () => {
    const { posts } = played(10, 0, 6);
    const facts = accountFacts(posts, context).flatMap(({ posts: own }) => own);
    for (const outcome of ['saveRate', 'interactionRate'] as const) {
      const values = [...outcomesOf({ outcome }, facts).values()];
      expect(values).toHaveLength(20);
      expect(Math.max(...values) - Math.min(...values)).toBeLessThan(0.2);
    }
    expect(outcomesOf({ outcome: 'completionRate' }, facts).size).toBe(0);
  });
});
