import { TimingView } from '../../../components/timing/TimingView';
import type { TimingReport } from '../../../core/model/report';
import { sampleTimes, summaryOf, timingOf } from '../samples';
import { nothing, panel, type Screen, type Screens } from './frame';

const timing =
  (state: TimingReport['state'], posts: number): Screen =>
  (locale) =>
    panel(
      'timing',
      <TimingView
        units={[{ summary: summaryOf(posts, Math.round(posts * 0.9)), timing: timingOf(state, locale) }]}
        times={{ 'douyin|林间小屋|short': sampleTimes(posts) }}
        onCalendar={nothing}
      />,
    );

export const screens: Screens = {
  timing: {
    supported: timing('supported', 96),
    hint: timing('hint', 64),
    inconclusive: timing('inconclusive', 48),
    no_effect_seen: timing('no_effect_seen', 160),
    insufficient: timing('insufficient', 10),
    confirmed: timing('confirmed', 130),
    none: () => panel('timing', <TimingView units={[]} times={{}} onCalendar={nothing} />),
  },
};
