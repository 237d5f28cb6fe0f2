import type { Problem, TabState } from '../../../components/data';
import { PopupView } from '../../../components/popup/PopupView';
import type { TimingReport } from '../../../core/model/report';
import { checked } from '../checked';
import { DRAFTS } from '../drafts';
import { platforms, summaryOf, timingOf } from '../samples';
import { nothing, type Screen, type Screens } from './frame';

export const popupActs = {
  onDismiss: async () => undefined,
  onSwitch: nothing,
  onPanel: nothing,
  onWorkbench: nothing,
  onReadPage: nothing,
  onRefresh: nothing,
};
const popup =
  (tabState: TabState, timingState: TimingReport['state'] | null, problem?: Problem): Screen =>
  (locale) => (
    <PopupView
      tabState={tabState}
      timing={timingState && { summary: summaryOf(96, 86), timing: timingOf(timingState, locale) }}
      platforms={platforms}
      problem={problem ?? null}
      check={checked(locale)}
      declared={false}
      {...popupActs}
    />
  );

/** The platform of the draft that is typed. */
const typing: Screen = (locale) => popup({ ...reading, platform: DRAFTS[locale].platform }, 'hint')(locale);

const reading = { kind: 'reading', platform: 'douyin', expected: 120, captured: 32, fresh: 5, problem: null } satisfies TabState;

export const screens: Screens = {
  popup: {
    reading: popup(reading, 'supported'),
    off: popup({ kind: 'off', platform: 'kuaishou' }, 'inconclusive'),
    other: popup({ kind: 'other' }, null),
    refresh: popup({ kind: 'refresh', platform: 'douyin' }, 'no_effect_seen'),
    unsupported: popup({ kind: 'unsupported-layout', platform: 'douyin', page: null }, 'insufficient'),
    typing,
    problem: popup({ ...reading, problem: { key: 'quota' } }, 'supported'),
  },
};
