import { slotTest as en } from '../../../assets/locales/en/slot-test';
import { slotTest as zh } from '../../../assets/locales/zh-CN/slot-test';
import { type ShownTest, SlotTests } from '../../../components/timing/SlotTests';
import { TimingView } from '../../../components/timing/TimingView';
import { texts } from '../../../core/engine/texts';
import type { TimingReport } from '../../../core/model/report';
import { accountOf, EARLY, sampleTimes, summaryOf, timingOf } from '../samples';
import { nothing, panel, type Screen, type Screens } from './frame';

const timing =
  (state: TimingReport['state'], posts: number): Screen =>
  (locale) =>
    panel(
      'timing',
      <TimingView
        units={[
          {
            summary: summaryOf(posts, state === 'insufficient' ? EARLY.mature : Math.round(posts * 0.9)),
            timing: timingOf(state, locale),
          },
        ]}
        times={{ 'douyin|林间小屋|short': sampleTimes(posts) }}
        onCalendar={nothing}
      />,
      { account: accountOf(posts) },
    );

const WINDOWS = {
  a: { days: 'weekday', startHour: 18, endHour: 21 },
  b: { days: 'weekday', startHour: 9, endHour: 12 },
} as const;
const DECIDED = {
  at: '2026-06-10T09:00:00Z',
  verdict: 'aBetter',
  pairs: 13,
  eValue: 31,
  lift: { low: 0.12, median: 0.5, high: 1 },
} as const;
const tests = {
  unplanned: [],
  tossed: [{ id: 'now', windows: WINDOWS, largestPosts: 40, assignments: [...pairs(7), { arm: 'a', post: null }] }],
  decided: [{ id: 'then', windows: WINDOWS, largestPosts: 40, decided: DECIDED, assignments: pairs(13) }],
} satisfies Record<string, ShownTest[]>;

function pairs(count: number): ShownTest['assignments'] {
  return Array.from({ length: 2 * count }, (_, i) => ({ arm: i % 2 ? 'b' : 'a', post: `post-${i}` }));
}

const slotTest =
  (name: keyof typeof tests): Screen =>
  (locale) => {
    const found = timingOf(name === 'decided' ? 'confirmed' : 'hint', locale);
    const timing: TimingReport = {
      ...found,
      ...(name === 'tossed' && { next: { kind: 'test', text: texts(locale).nextRunning(7) } }),
      ...(name === 'decided' && {
        tested: [{ window: WINDOWS.a, against: WINDOWS.b, lift: { low: 0.12, median: 0.5, high: 1 } }],
      }),
      tests: [
        { id: 'now', windows: WINDOWS, pairs: 7, eValue: 2.4, lift: { low: -0.1, median: 0.4, high: 1.2 }, verdict: 'running' },
        { id: 'then', windows: WINDOWS, pairs: 13, eValue: 31, lift: { low: 0.12, median: 0.5, high: 1 }, verdict: 'aBetter' },
      ].filter(({ id }) => tests[name].some((test) => test.id === id)) as NonNullable<TimingReport['tests']>,
      why: { posts: 64, weeks: 12, spread: 2.2, adjustedFor: ['trend', 'format', 'pillar'], ceiling: null, audienceCurve: null },
    };
    const Tests = () => (
      <SlotTests
        words={locale === 'en' ? en : zh}
        timing={timing}
        tests={tests[name]}
        posts={
          name === 'tossed'
            ? [
                { key: 'p', title: '阳台番茄第三十天 #日常', at: '2026-06-14T21:05:00+08:00' },
                { key: 'q', title: '', at: '2026-06-14T18:20:00+08:00' },
              ]
            : []
        }
        onPlan={nothing}
        onToss={nothing}
        onMade={nothing}
        onEnd={nothing}
      />
    );
    return panel(
      'timing',
      <TimingView
        units={[{ summary: summaryOf(64, 58), timing }]}
        times={{ 'douyin|林间小屋|short': sampleTimes(64) }}
        onCalendar={nothing}
        tests={Tests}
      />,
      { account: accountOf(64) },
    );
  };

export const screens: Screens = {
  timing: {
    test: slotTest('unplanned'),
    testTossed: slotTest('tossed'),
    testDecided: slotTest('decided'),
    supported: timing('supported', 96),
    hint: timing('hint', 64),
    inconclusive: timing('inconclusive', 48),
    no_effect_seen: timing('no_effect_seen', 160),
    insufficient: timing('insufficient', EARLY.posts),
    confirmed: timing('confirmed', 130),
    none: () => panel('timing', <TimingView units={[]} times={{}} onCalendar={nothing} />, { account: accountOf(0) }),
  },
};
