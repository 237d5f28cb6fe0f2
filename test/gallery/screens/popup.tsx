import type { Problem, TabState } from '../../../components/data';
import { PopupView } from '../../../components/popup/PopupView';
import type { TimingReport } from '../../../core/model/report';
import { draftCheck, platforms, summaryOf, timingOf } from '../samples';
import { nothing, type Screen, type Screens } from './frame';

const popup =
  (tabState: TabState, timingState: TimingReport['state'] | null, problem?: Problem): Screen =>
  (locale) => (
    <PopupView
      tabState={tabState}
      timing={timingState && { summary: summaryOf(96, 86), timing: timingOf(timingState, locale) }}
      platforms={platforms}
      problem={problem ?? null}
      check={async () => draftCheck(locale)}
      onDismiss={async () => undefined}
      onSwitch={nothing}
      onPanel={nothing}
      onWorkbench={nothing}
      declared={false}
      onReadPage={nothing}
    />
  );

const reading: TabState = { kind: 'reading', platform: 'douyin', expected: 120, captured: 32, fresh: 5, problem: null };

export const screens: Screens = {
  popup: {
    reading: popup(reading, 'supported'),
    off: popup({ kind: 'off', platform: 'kuaishou' }, 'inconclusive'),
    other: popup({ kind: 'other' }, null),
    refresh: popup({ kind: 'refresh', platform: 'douyin' }, 'no_effect_seen'),
    unsupported: popup({ kind: 'unsupported-layout', platform: 'douyin', page: null }, 'insufficient'),
    typing: popup(reading, 'hint'),
    problem: popup({ ...reading, problem: { key: 'quota' } }, 'supported'),
  },
};
