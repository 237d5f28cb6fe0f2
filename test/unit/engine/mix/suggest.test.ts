import { describe, expect, it } from 'vitest';
import { lessOfTen, moreOfFive } from '../../../../assets/locales/en/mix';
import { nextInLine } from '../../../../core/engine/content';
import { inTurn } from '../../../../core/engine/mix/adherence/in-turn';
import { aboutOf } from '../../../../core/engine/mix/suggest';
import { contentOnly } from './content-only';
import { goldenAccounts } from './golden-accounts';

describe('what is asked for', () => {
  it('is more than is made now, and never more than there are places', () => {
    for (let made = 0; made <= 20; made++) {
      const asked = moreOfFive({ made, of: 20 });
      expect(asked).toBeGreaterThanOrEqual(2);
      expect(asked).toBeLessThanOrEqual(5);
      if (made < 20) expect(asked / 5).toBeGreaterThan(made / 20);
    }
  });
  it('is less than is made now', () => {
    for (let made = 1; made <= 20; made++)
      for (const sure of [true, false]) expect(lessOfTen({ made, of: 20 }, sure)).toBeLessThan(Math.max(1, made / 2) + 0.5);
  });
  it('comes round evenly', () => {
    expect(inTurn(['a', 'a', 'a', 'b', 'b', 'c'])).toEqual(['a', 'b', 'a', 'c', 'b', 'a']);
    expect(inTurn([])).toEqual([]);
  });
  it('is asked of the account it is about, whatever its name holds', () => {
    expect(aboutOf('douyin|a|b|video')).toEqual({ platform: 'douyin', account: 'a|b', unit: 'douyin|a|b|video' });
  });
  const golden = goldenAccounts().map((account) => contentOnly(account, 'en'));
  it('names a topic for the next paid post only where it is told to do better', () => {
    const paid = golden.flatMap(({ mix, suggestions }) =>
      suggestions
        .filter(({ id }) => id.startsWith('mix-effect:') && id.endsWith(':commercial:commercial'))
        .map(({ unit, action }) => {
          const factors = mix.find((one) => one.unit === unit)?.effectiveness.factors ?? [];
          const better = factors
            .flatMap(({ effects }) => effects)
            .filter(({ factor, advice }) => factor === 'pillar' && advice === 'more')
            .map(({ level }) => level);
          return { named: /on “(.+?)”/.exec(action)?.[1] ?? null, better };
        }),
    );
    expect(paid.length).toBeGreaterThan(0);
    for (const { named, better } of paid) expect(named === null || better.includes(named)).toBe(true);
  });
  it('offers nothing as worth a try that likely does worse', () => {
    const offered = golden.flatMap(({ growth, mix }) =>
      growth.flatMap(({ platform, account, swot }) => {
        const zones = mix.find(({ unit }) => unit.startsWith(`${platform}|${account}|`))?.adherence.zones.topics ?? [];
        const text = swot.filter(({ from }) => from === 'mix.zones').map((item) => item.text);
        return [...text.join().matchAll(/“(.+?)”/g)].map(
          ([, name]) => zones.find(({ topic, of }) => topic === name && of === 'pillar')?.probabilityBetter.value ?? 0.5,
        );
      }),
    );
    expect(offered.length).toBeGreaterThan(0);
    for (const probability of offered) expect(probability).toBeGreaterThanOrEqual(0.35);
  });
  it('plans no topic both to keep and to try, and tries nothing that very likely does worse', () => {
    for (const { mix } of golden)
      for (const { adherence } of mix) {
        const { next, topics } = adherence.zones;
        const of = (zone: 'stable' | 'experiment') => next.flatMap((post) => (post.zone === zone ? (post.topic ?? []) : []));
        expect(of('experiment').filter((topic) => of('stable').includes(topic))).toEqual([]);
        const weak = topics.filter(({ probabilityBetter: { value } }) => value !== null && value <= 0.1);
        expect(weak.filter((one) => one.of === 'pillar' && of('experiment').includes(one.topic))).toEqual([]);
      }
  });
  it('plans the next posts as the advice after a loss says', () => {
    const stable = (topic: string | null) => ({ zone: 'stable' as const, topic, kind: null });
    const trial = (topic: string | null) => ({ zone: 'experiment' as const, topic, kind: null });
    const planned = [stable('new'), stable('side'), stable('new'), trial('old'), stable('new'), stable('new'), trial('old')];
    expect(nextInLine(planned, { back: 'old', rest: 'new' }, { back: 3, rest: 1 })).toEqual([
      stable('new'),
      stable('old'),
      stable('old'),
      trial(null),
      stable('old'),
      stable('new'),
      trial(null),
    ]);
    expect(nextInLine(planned, { back: null, rest: 'new' }, { back: 2, rest: 0 }).map(({ topic }) => topic)).toEqual([
      null,
      'side',
      null,
      'old',
      null,
      'new',
      'old',
    ]);
  });
  it('never misses a topic that it says should rest', () => {
    for (const account of goldenAccounts()) {
      for (const { adherence } of contentOnly(account, 'en').mix) {
        const resting = adherence.zones.topics.filter(({ zone }) => zone === 'retire').map(({ topic }) => topic);
        const missed = adherence.pillars.checklist.find(({ id }) => id === 'everyPillar')?.topics ?? [];
        expect(missed.filter((topic) => resting.includes(topic))).toEqual([]);
      }
    }
  });
});
