import { scaleLinear } from 'd3-scale';
import { useId } from 'preact/hooks';
import type { TimingWindow } from '../../core/model/report';
import { Disclosure } from '../kit';
import { useWords } from '../words';

const LEFT = 100;
const WIDTH = 330;
const ROW = 20;
const TOP = 18;
/** Beyond this a bar is cut and marked with an arrow: one wild range must not flatten all others. */
const EDGE = Math.log(3);
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
  const { t, f } = useWords();
  const titleId = useId();
  const rows = inDayOrder(windows);
  const logs = rows.flatMap(({ lift }) => [Math.log1p(lift.low), Math.log1p(lift.high)]);
  const reach = Math.min(EDGE, Math.max(Math.log(1.25), ...logs.map(Math.abs)));
  const x = scaleLinear()
    .domain([-reach, reach])
    .range([LEFT, WIDTH - 6])
    .clamp(true);
  const at = (lift: number) => x(Math.log1p(Math.max(lift, -0.99)));
  const ticks = [-0.5, -0.2, 0, 0.25, 1].filter((lift) => Math.abs(Math.log1p(lift)) <= reach);
  const height = TOP + rows.length * ROW + 4;
  const posts = (n: number) => t.common.posts(n, f.number(n));
  return (
    <figure class="stack-tight">
      <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{t.timing.effects}</title>
        {ticks.map((lift) => (
          <g key={lift}>
            <line x1={at(lift)} x2={at(lift)} y1={TOP - 4} y2={height} class={lift === 0 ? 'axis axis-zero' : 'axis'} />
            <text x={at(lift)} y={TOP - 8} class="chart-text chart-center">
              {f.lift(lift)}
            </text>
          </g>
        ))}
        {rows.map((window, row) => {
          const middle = TOP + row * ROW + ROW / 2;
          const tone = window.recommended ? (solid ? 'effect-solid' : 'effect-hollow') : 'effect-plain';
          const label = t.timing.effectLabel(f.window(window), f.liftRange(window.lift), posts(window.posts));
          const [from, to] = [at(window.lift.low), at(window.lift.high)];
          return (
            <g key={`${window.days}${window.startHour}`}>
              <title>{label}</title>
              <text
                x={LEFT - 8}
                y={middle}
                class={`chart-text chart-end chart-middle ${window.recommended ? 'chart-strong' : ''}`}
              >
                {f.windowShort(window)}
              </text>
              <rect x={from} y={middle - 4} width={Math.max(2, to - from)} height={8} rx={4} class={tone} />
              <circle cx={at(window.lift.median)} cy={middle} r={2.5} class="effect-middle" />
            </g>
          );
        })}
      </svg>
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
