import { Loaded, Rescue } from '../../../components/kit';
import { TodayView } from '../../../components/today/TodayView';
import { accounts, movingGrowth, NOW, sampleReport, summaryOf, timingOf } from '../samples';
import { nothing, type PanelOptions, panel, type Screen, type Screens } from './frame';

const today =
  (kind: 'full' | 'thin' | 'clear', options?: PanelOptions): Screen =>
  (locale) => {
    const report = sampleReport(kind, locale);
    const account = kind === 'thin' ? accounts.thin : accounts.full;
    const suggestions = kind === 'thin' ? [] : report.suggestions;
    return panel(
      'today',
      <TodayView
        account={account}
        suggestions={suggestions}
        cadence={report.cadence}
        timing={
          kind === 'thin'
            ? null
            : { summary: summaryOf(96, 86), timing: timingOf(kind === 'full' ? 'supported' : 'no_effect_seen', locale) }
        }
        growth={kind === 'full' ? movingGrowth(locale) : null}
        weeks={kind === 'thin' ? null : [3, 5, 4, 0, 2, 6, 5, 5, 4, 7, 3, 2]}
        reminder={{ on: false, onChange: nothing }}
        now={NOW}
        onOpen={nothing}
        onGo={nothing}
      />,
      {
        account,
        flagged: kind === 'full' ? 1 : 0,
        ...options,
      },
    );
  };

export const screens: Screens = {
  today: {
    full: today('full'),
    clear: today('clear'),
    thin: today('thin'),
    off: today('full', { tabState: { kind: 'off', platform: 'xiaohongshu' } }),
    unsupported: today('full', { tabState: { kind: 'unsupported-layout', platform: 'douyin', page: null } }),
    first: () => panel('today', null, { account: null }),
    error: () => panel('today', null, { problem: { key: 'quota', detail: 'QuotaExceededError' } }),
    locked: () => (
      <Rescue.Provider value={() => Promise.resolve('post-almanac-raw-2026-11-26.jsonl.gz')}>
        {panel('today', null, { problem: { key: 'migration', detail: 'TypeError: row.readings.map is not a function' } })}
      </Rescue.Provider>
    ),
    loading: () => panel('today', <Loaded of={{ state: 'loading' }}>{() => null}</Loaded>, { stale: true }),
  },
};
