import { Loaded } from '../../../components/kit';
import { TodayView } from '../../../components/today/TodayView';
import { accounts, NOW, sampleReport } from '../samples';
import { type PanelOptions, panel, type Screen, type Screens } from './frame';

const today =
  (kind: 'full' | 'thin' | 'clear', options?: PanelOptions): Screen =>
  (locale) => {
    const report = sampleReport(kind, locale);
    const account = kind === 'thin' ? accounts.thin : accounts.full;
    const suggestions = kind === 'thin' ? [] : report.suggestions;
    return panel('today', <TodayView account={account} suggestions={suggestions} cadence={report.cadence} now={NOW} />, {
      account,
      ...options,
    });
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
    loading: () => panel('today', <Loaded of={{ state: 'loading' }}>{() => null}</Loaded>, { stale: true }),
  },
};
