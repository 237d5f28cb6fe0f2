import { expect, it } from 'vitest';
import { timing as en } from '../../../assets/locales/en/timing';
import { nextText } from '../../../core/engine/timing/words';
import { joinWindows } from '../../../core/model/windows';
import { timingOf } from '../../gallery/samples';

it('what is to be tested is what the verdict names: neighbours of one kind of day as one', () => {
  const report = timingOf('supported', 'en');
  const named = joinWindows(report.windows.filter(({ recommended }) => recommended));
  expect(named).toEqual([{ days: 'weekday', startHour: 18, endHour: 24 }]);
  const next = nextText(report, null, null, en);
  expect(next).toMatchObject({ kind: 'test', window: named[0] });
  expect(next.text).toContain('between 18:00 and 24:00');
});

it('windows apart, or of other days, stay apart', () => {
  const morning = { days: 'weekday', startHour: 9, endHour: 12 } as const;
  const windows = [{ ...morning, days: 'weekend' } as const, { ...morning, startHour: 15, endHour: 18 }, morning];
  expect(joinWindows(windows)).toEqual([morning, { ...morning, startHour: 15, endHour: 18 }, windows[0]]);
});
