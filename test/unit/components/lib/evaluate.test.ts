import { beforeAll, describe, expect, it } from 'vitest';
import { complianceOf } from '../../../../core/engine/compliance';
import { contextOf, evaluate } from '../../../../core/engine/report';
import type { KnownPost } from '../../../../core/model/post';
import { NO_RULE_SETTINGS, type RuleSettings } from '../../../../core/model/rule-settings';
import type { Incident } from '../../../../core/model/workspace/objects';
import { type EvaluateAll, evaluateAll } from '../../../../entrypoints/lib/evaluate';
import { NOW, samplePosts } from '../../../gallery/samples';
import { POSTS_ALONE } from '../../../posts-alone';

const posts: KnownPost[] = samplePosts(60).map(({ known }, at) =>
  at % 3 === 0 ? { ...known, key: `x${at}`, account: 'Another' } : known,
);
const wanted: EvaluateAll = {
  posts,
  ...POSTS_ALONE,
  now: NOW,
};
const withoutTime = <T extends { generatedAt: string }>({ generatedAt: _, ...rest }: T) => rest;

describe('the report of the screens', () => {
  let first: ReturnType<typeof evaluateAll>;
  beforeAll(() => {
    first = evaluateAll(wanted);
  });
  it('is the report of the engine', () => {
    const whole = evaluate({ ...wanted, seed: 1 });
    const { compliance: _, suggestions: __, ...parts } = withoutTime(first.report);
    expect(parts).toEqual(
      expect.objectContaining({ units: whole.units, timing: whole.timing, cadence: whole.cadence, mix: whole.mix }),
    );
    expect(first.report.compliance).toEqual(complianceOf(posts, contextOf({ ...wanted, seed: 1 })));
  });
  it('is the same when nothing changed, and follows what did', () => {
    expect(evaluateAll(wanted).report).toEqual(first.report);
    const relabelled = posts.map((post, at) => (at === 1 ? { ...post, labels: { kind: 'emotion' as const } } : post));
    const after = evaluateAll({ ...wanted, posts: relabelled }).report;
    expect(after.mix).not.toEqual(first.report.mix);
    expect(after.mix).toEqual(evaluate({ ...wanted, posts: relabelled, seed: 1 }).mix);
  });
  it('counts every published post with a time once in the week', () => {
    const counted = Object.values(first.beside.times).flatMap(({ counts }) => counts.flat());
    const published = posts.filter(({ post }) => post.status === 'published').length;
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(published);
  });
  it('sets aside what was called no issue', () => {
    const risky = posts.map((post, at) =>
      at === 0 ? { ...post, post: { ...post.post, title: '全网最好的锅，今晚小黄车见' } } : post,
    );
    const before = evaluateAll({ ...wanted, posts: risky }).report.compliance.posts.find(({ post }) => post === risky[0]?.key);
    expect(before?.level).toBe('red');
    const dismissed = before?.findings.map(({ rule, text }) => ({ rule, phrase: text })) ?? [];
    const after = evaluateAll({ ...wanted, posts: risky, dismissed });
    expect(after.report.compliance.posts.find(({ post }) => post === risky[0]?.key)).toBeUndefined();
  });
  it('counts complaints of the last week, and no drill', () => {
    const incident = (id: string, daysAgo: number, more: Partial<Incident> = {}): Incident => ({
      id,
      class: 'userConflict',
      level: 'yellow',
      title: 'A buyer complains',
      openedAt: new Date(NOW - daysAgo * 86_400_000).toISOString(),
      source: { from: 'hand' },
      evidence: [],
      steps: [],
      feedbackAt: null,
      solvedAt: null,
      closing: null,
      ...more,
    });
    const complaints = (incidents: Incident[]) =>
      evaluateAll({ ...wanted, incidents }).report.compliance.patterns.find(({ rule }) => rule === 'OPINION-COMPLAINTS');
    expect(complaints([])).toBeUndefined();
    expect(complaints([incident('a', 30), incident('b', 1, { source: { from: 'drill' } })])).toBeUndefined();
    expect(complaints([incident('a', 1)])).toMatchObject({ level: 'yellow', message: expect.stringContaining('1') });
    expect(complaints([1, 2, 3].map((day) => incident(`c${day}`, day)))?.level).toBe('red');
  });
  it('leaves out muted rules', () => {
    const risky = posts.map((post, at) => (at === 0 ? { ...post, post: { ...post.post, title: '震惊！不看后悔一辈子' } } : post));
    const flagged = (rules: RuleSettings) =>
      evaluateAll({ ...wanted, posts: risky, rules }).report.compliance.posts.some(({ post }) => post === risky[0]?.key);
    expect(flagged(NO_RULE_SETTINGS)).toBe(true);
    expect(flagged({ ...NO_RULE_SETTINGS, muted: [{ rule: 'CN-CONT-CLICKBAIT', about: '' }] })).toBe(false);
  });
});
