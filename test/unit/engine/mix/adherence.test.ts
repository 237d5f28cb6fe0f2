import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindsOf, nextKinds } from '../../../../core/engine/mix/adherence/kinds';
import { organicBeforeNext } from '../../../../core/engine/mix/adherence/shares';
import { zoneSaid } from '../../../../core/engine/mix/adherence/zones';
import { mixTexts } from '../../../../core/engine/mix/texts';
import { KINDS, type Kind, type Labels } from '../../../../core/model/labels';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { contentOnly } from './content-only';
import { DAY_MS, known, NOW } from './world';

const words = mixTexts('en');
const zone = 'Asia/Shanghai';

/** Posts a day apart, newest yesterday; labels oldest first. */
function account(labels: readonly Labels[], everyDays = 1) {
  return labels.map((own, i) =>
    known({
      id: `a${String(i).padStart(3, '0')}`,
      publishedAt: NOW - (labels.length - i) * everyDays * DAY_MS,
      labels: own,
      looks: [{ seenAt: NOW, metrics: { views: 100 + i } }],
    }),
  );
}
const adherenceOf = (posts: ReturnType<typeof account>) => {
  const [mix] = contentOnly({ posts, zone }, 'en').mix;
  if (!mix) throw new Error('no report');
  return mix.adherence;
};
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('kinds against the plan', () => {
  it('counts the deviation in posts, by largest remainder', () => {
    const kinds: Kind[] = [
      ...times(12, 'knowledge' as const),
      ...times(5, 'experience' as const),
      ...times(3, 'emotion' as const),
    ];
    const { kinds: part } = adherenceOf(account(kinds.map((kind) => ({ kind }))));
    // 35/30/20/15 of 20 posts is 7/6/4/3.
    expect(part.kinds.value?.map(({ kind, posts, targetPosts, deviation }) => [kind, posts, targetPosts, deviation])).toEqual([
      ['knowledge', 12, 7, 5],
      ['experience', 5, 6, -1],
      ['emotion', 3, 4, -1],
      ['interaction', 0, 3, -3],
    ]);
    expect(part.inPlan).toBe(false);
    expect(part.distance).toBeCloseTo(0.25);
    expect(part.next[0]).toBe('interaction');
  });

  it('is in plan when no kind is off by more than one post', () => {
    const kinds: Kind[] = [
      ...times(8, 'knowledge' as const),
      ...times(5, 'experience' as const),
      ...times(4, 'emotion' as const),
      ...times(3, 'interaction' as const),
    ];
    expect(adherenceOf(account(kinds.map((kind) => ({ kind })))).kinds.inPlan).toBe(true);
  });

  it('shows nothing while too few posts are labelled', () => {
    const { kinds } = adherenceOf(account([...times(11, { kind: 'knowledge' as const }), ...times(9, {})]));
    expect(kinds.kinds.value).toBeNull();
    expect(kinds.kinds.why).toMatchObject({ have: 11, need: 12 });
    expect(kinds.kinds.why.missing).toHaveLength(1);
    expect(kinds.next).toEqual([]);
  });

  it('leads any history to the plan', () => {
    const targets = KINDS.map((kind) => DEFAULT_PLAN.content.kinds[kind]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { minLength: 20, maxLength: 20 }), (history) => {
        // After as many posts as the window holds, the window is the advice itself.
        const advised: Kind[] = [];
        let window: Kind[] = [...history];
        for (let post = 0; post < 20; post++) {
          const [next] = nextKinds(window, targets, 1);
          if (!next) throw new Error('no advice');
          advised.push(next);
          window = [...window.slice(1), next];
        }
        const posts = account(window.map((kind) => ({ kind })));
        return kindsOf(adherencePosts(posts), DEFAULT_PLAN, 1, words).inPlan === true;
      }),
      { numRuns: 100 },
    );
  });

  const adherencePosts = (posts: ReturnType<typeof account>) =>
    posts.map((post, index) => ({
      key: post.key,
      publishedAt: Date.parse(post.post.publishedAt ?? ''),
      day: Math.floor(Date.parse(post.post.publishedAt ?? '') / DAY_MS),
      format: post.post.format,
      durationSeconds: null,
      title: '',
      tags: [],
      labels: post.labels,
      status: post.post.status,
      posted: true,
      mature: null,
      young: null,
      value: null,
      lastSeenAt: NOW,
      index,
    }));
});

describe('1 + 4 + N and focus', () => {
  it('ticks every line of a well-spread account', () => {
    const pillars = ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b', 'c', 'c', 'c', 'd', 'd', 'd', 'e', 'e', 'f'];
    const { pillars: part } = adherenceOf(account(pillars.map((pillar) => ({ pillar }))));
    expect(part.checklist.map(({ id, met }) => [id, met])).toEqual([
      ['flagship', true],
      ['supporting', true],
      ['other', true],
      ['everyPillar', true],
    ]);
    expect(part.pillars.value?.map(({ pillar, role }) => pillar + role.charAt(0)).join(' ')).toBe('af bs cs ds es fo');
  });

  it.each([
    [26, 'above', true],
    [21, 'open', true],
    [12, 'below', false],
  ] as const)('%i of 30 posts on one topic: habit %s, met %s', (onTopic, habit, met) => {
    const { focus } = adherenceOf(account([...times(onTopic, { pillar: 'a' }), ...times(30 - onTopic, { pillar: 'b' })]));
    const share = Math.max(onTopic, 30 - onTopic);
    expect(focus.value?.share).toMatchObject({ count: share, total: 30 });
    if (onTopic >= 15) expect(focus.value).toMatchObject({ habit, met });
  });

  it('tells a clearly unfocused account', () => {
    const { focus } = adherenceOf(
      account([...times(12, { pillar: 'a' }), ...times(9, { pillar: 'b' }), ...times(9, { pillar: 'c' })]),
    );
    expect(focus.value).toMatchObject({ topic: 'a', met: false, habit: 'below' });
    expect(focus.value?.effectiveTopics).toBeCloseTo(1 / (0.4 ** 2 + 2 * 0.3 ** 2));
  });

  it('asks for silent topics only while the account itself posts', () => {
    const old = account([...times(10, { pillar: 'a' }), ...times(10, { pillar: 'b' })]).map((post) => ({
      ...post,
      post: { ...post.post, publishedAt: new Date(Date.parse(post.post.publishedAt ?? '') - 60 * DAY_MS).toISOString() },
    }));
    expect(adherenceOf(old).pillars.checklist.find(({ id }) => id === 'everyPillar')?.met).toBeNull();
  });
});

describe('commercial and sensitive shares', () => {
  it('does not take unmarked posts for organic where nothing was ever marked', () => {
    const part = adherenceOf(account(times(60, {})));
    expect(part.commercial.value).toBeNull();
    expect(part.commercial.why.missing).toEqual([words.missingCommercialLabels]);
    expect(part.sensitive.value).toBeNull();
  });

  it('places 5 of 50 in the band with its wide interval', () => {
    const posts = account(
      times(50, {}).map((_, i) => ({ commercial: i % 10 === 0 })),
      1.5,
    );
    const share = adherenceOf(posts).commercial.value;
    expect(share?.share).toMatchObject({ count: 5, total: 60 - 10 });
    expect(share?.band).toBe('inside');
    // Wilson, 95 %: 4.3–21.4 %.
    expect(share?.share.low).toBeCloseTo(0.0435, 3);
    expect(share?.share.high).toBeCloseTo(0.2136, 3);
  });

  it('names the fewest organic posts that keep the rolling share', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 10, maxLength: 60 }), (window) => {
        const m = organicBeforeNext(window, 50, 0.12);
        const fits = (organic: number) => {
          const then = [...window, ...times(organic, false), true].slice(-Math.max(50, window.length));
          return then.filter(Boolean).length <= 0.12 * then.length + 1e-9;
        };
        return m === 100 || (fits(m) && (m === 0 || !fits(m - 1)));
      }),
    );
  });

  it.each([
    [20, 4],
    [30, 5],
    [40, 5],
  ])('alarms on %i posts from %i sensitive ones on', (n, k) => {
    const at = (count: number) =>
      adherenceOf(account(times(n, {}).map((_, i) => ({ sensitive: i < count })))).sensitive.value?.alarm;
    expect(at(k)).toBe(true);
    expect(at(k - 1)).toBe(false);
  });
});

describe('zones', () => {
  const evidence = {
    topic: 'a',
    of: 'pillar' as const,
    posts: 20,
    better: 0.7,
    muchWorse: 0,
    monthsBelow: 0,
    fading: false,
    mean: 0.1,
    sd: 0.1,
  };

  it('keeps a stable topic on less than it takes to become so', () => {
    expect(zoneSaid(evidence, null)).toBe('experiment');
    expect(zoneSaid(evidence, 'stable')).toBe('stable');
    expect(zoneSaid({ ...evidence, better: 0.6 }, 'stable')).toBe('experiment');
  });

  it('retires nothing on one bad month, and nothing that stands on its past', () => {
    const bad = { ...evidence, better: 0.02, muchWorse: 0.95, monthsBelow: 1 };
    expect(zoneSaid(bad, null)).toBe('experiment');
    expect(zoneSaid({ ...bad, monthsBelow: 2 }, null)).toBe('retire');
    expect(zoneSaid({ ...evidence, better: 0.99, fading: true }, 'stable')).toBe('experiment');
  });

  it('changes a zone only when two evaluations 14 days apart say the same', () => {
    const labels = times(60, 0).map((_, i) => ({ pillar: i % 2 === 0 ? 'a' : 'b' }));
    const better = account(labels).map((post, i) => ({
      ...post,
      snapshots: post.snapshots.map((look) => ({
        ...look,
        metrics: { views: { value: i % 2 === 0 ? 900 + i : 100 + i, low: 0, high: 2000, raw: '' } },
      })),
    }));
    const first = contentOnly({ posts: better, zone }, 'en');
    expect(first.mix[0]?.adherence.zones.topics.map(({ topic, zone: own }) => topic + own)).toEqual(['astable', 'bretire']);
    const worse = better.map((post, i) => ({ ...post, snapshots: (better[i ^ 1] ?? post).snapshots }));
    const second = contentOnly({ posts: worse, zone }, 'en', first);
    expect(second.mix[0]?.adherence.zones.topics.map(({ zone: own, candidate }) => [own, candidate?.zone])).toEqual([
      ['stable', 'retire'],
      ['retire', 'stable'],
    ]);
    // The same again at the same moment changes nothing; two weeks later it does.
    const again = contentOnly({ posts: worse, zone }, 'en', second);
    expect(again.mix[0]?.adherence.zones.topics[0]?.zone).toBe('stable');
    const aged = JSON.parse(JSON.stringify(second)) as typeof second;
    for (const one of aged.mix[0]?.adherence.zones.topics ?? [])
      if (one.candidate) one.candidate.since = new Date(NOW - 15 * DAY_MS).toISOString();
    const later = contentOnly({ posts: worse, zone }, 'en', aged);
    expect(later.mix[0]?.adherence.zones.topics.map(({ zone: own }) => own)).toEqual(['retire', 'stable']);
  });

  it('plans seven to keep and three to try, never two trials in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 12, maxLength: 40 }), (pillars) => {
        const { next } = adherenceOf(account(pillars.map((pillar) => ({ pillar })))).zones;
        const trials = next.map(({ zone: own }) => own === 'experiment');
        return next.length === 10 && trials.filter(Boolean).length === 3 && !trials.some((trial, i) => trial && trials[i + 1]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('rhythm', () => {
  it('leaves out the week that is not over and the one the history begins in', () => {
    const { appointments } = adherenceOf(account(times(8, {}), 7));
    expect(appointments.weeksKept.why.inputs).toMatchObject({ weeks: 7 });
    expect(appointments.weeksKept.value).toBe(1);
    expect(appointments.unevenness.value).toBeCloseTo(0);
  });

  it('compares months only with enough posts in both', () => {
    const { consistency } = adherenceOf(account(times(30, { pillar: 'a' })));
    expect(consistency.topics.value).toBeNull();
    const two = adherenceOf(account(times(56, { pillar: 'a' }))).consistency;
    expect(two.topics.value).toBe(1);
    expect(two.cadenceRatio.value).toBeCloseTo(1, 1);
  });
});
