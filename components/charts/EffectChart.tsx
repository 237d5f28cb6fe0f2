import type { TimingWindow } from '../../core/model/report';
import { Disclosure } from '../kit';
import { useWords } from '../words';
import { type Interval, IntervalChart } from './IntervalChart';

/** Room for "weekdays 18–21" in strong letters: the windows that are named must be readable. */
const LABELS = 122;
const DAY_ORDER = { weekday: 0, weekend: 1, all: 2 };

/** In the order of the week and the day, never by size. */
export const inDayOrder = (windows: readonly TimingWindow[]): TimingWindow[] =>
  windows.toSorted((a, b) => DAY_ORDER[a.days] - DAY_ORDER[b.days] || a.startHour - b.startHour);

interface EffectChartProps {
  windows: readonly TimingWindow[];
  /** Solid bars for what is supported; hollow ones for a weak sign. */
  solid: boolean;
}

/** Ranges of the windows against the creator's usual times, on a scale where ×2 and ÷2 are equally far. */
export function EffectChart({ windows, solid }: EffectChartProps) {
  const { t, f } = useWords('panel');
  const rows = inDayOrder(windows);
  const intervals = rows.map((window): Interval => {
    const posts = t.common.posts(window.posts, f.number(window.posts));
    return {
      id: `${window.days}${window.startHour}`,
      label: f.windowShort(window),
      title: t.timing.effectLabel(f.window(window), f.liftRange(window.lift), posts),
      lift: window.lift,
      tone: window.recommended ? (solid ? 'solid' : 'hollow') : 'plain',
    };
  });
  return (
    <figure class="stack-tight">
      <IntervalChart name={t.timing.effects} rows={intervals} labelWidth={LABELS} />
      <Disclosure summary={t.common.asTable}>
        <table class="table">
          <caption class="sr-only">{t.timing.effects}</caption>
          <thead>
            <tr>
              <th scope="col">{t.timing.window}</th>
              <th scope="col">{t.timing.low}</th>
              <th scope="col">{t.timing.middle}</th>
              <th scope="col">{t.timing.high}</th>
              <th scope="col">{t.timing.posts}</th>
              <th scope="col">{t.timing.weeks}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((window) => (
              <tr key={`${window.days}${window.startHour}`}>
                <th scope="row">
                  {f.windowShort(window)}
                  {window.recommended && ` · ${t.timing.named}`}
                </th>
                <td>{f.lift(window.lift.low)}</td>
                <td>{f.lift(window.lift.median)}</td>
                <td>{f.lift(window.lift.high)}</td>
                <td>{f.number(window.posts)}</td>
                <td>{f.number(window.weeks)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Disclosure>
    </figure>
  );
}
