import { lazy } from '../../components/lazy';
import { TimingView } from '../../components/timing/TimingView';
import type { TimingReport, TimingWindow } from '../../core/model/report';
import { useApp } from '../lib/app';
import { download } from '../lib/browser';
import { calendarFile } from '../lib/calendar';
import type { OwnFront, Pieces } from '../lib/pieces';
import { unitsOf } from '../lib/units';

const SlotTests = lazy<{ timing: TimingReport }>(async (language) => {
  const [view, { slotTest }] = await Promise.all([
    import('./SlotTests'),
    language === 'zh-CN' ? import('../../assets/locales/zh-CN/slot-test') : import('../../assets/locales/en/slot-test'),
  ]);
  return ({ timing }) => <view.SlotTests timing={timing} words={slotTest} />;
});

export function Timing({ front, times }: { front: OwnFront; times: Pieces['times'] }) {
  const { locale, settings } = useApp();
  const save = (unit: string, windows: TimingWindow[]) => {
    const zone = front.timing.find((entry) => entry.unit === unit)?.zone ?? settings.zone;
    download('post-almanac.ics', calendarFile(windows, { zone, now: Date.now(), locale }));
  };
  return <TimingView units={unitsOf(front)} times={times} onCalendar={save} tests={SlotTests} />;
}
