import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { DASH } from '../format';
import { useWords } from '../words';
import { ChartFigure } from './ChartFigure';
import { timeTicks } from './time';
import { useChartWidth } from './width';

export interface LinePoint {
  /** Milliseconds since the epoch. */
  at: number;
  value: number;
  /** The range the true value lies in; drawn as a band where given. */
  low?: number;
  high?: number;
}
export interface LineSeries {
  id: string;
  label: string;
  /** In order of time. */
  points: readonly LinePoint[];
}

interface LineChartProps {
  name: string;
  /** At most three: more are not told apart. Lines differ by dash as well as by colour. */
  series: readonly LineSeries[];
  /** How a value is written in full. */
  format: (value: number) => string;
  /** How it is written on the axis, where there is little room. */
  axis?: ((value: number) => string) | undefined;
  height?: number;
  /** Dots at the moments that were seen. */
  dots?: boolean;
  /** Dates worth a mark, e.g. when a title was changed. */
  marks?: readonly { at: number; label: string }[];
}

const LEFT = 44;
const RIGHT = 8;
const TOP = 10;
const BOTTOM = 20;
/** A date on the axis, and the gap to the next. */
const TICK_ROOM = 66;

/** Figures over time, from zero: an axis that starts elsewhere makes every change look large. */
export function LineChart({ name, series, format, axis, height = 150, dots = true, marks = [] }: LineChartProps) {
  const { t, f } = useWords();
  const [svg, width] = useChartWidth();
  const points = series.flatMap((one) => one.points);
  const first = Math.min(...points.map(({ at }) => at));
  const last = Math.max(...points.map(({ at }) => at));
  const most = Math.max(1, ...points.map(({ value, high }) => high ?? value));
  const x = scaleLinear()
    .domain([first, Math.max(last, first + 1)])
    .range([LEFT, width - RIGHT]);
  const y = scaleLinear()
    .domain([0, most])
    .nice(4)
    .range([height - BOTTOM, TOP]);
  const times = timeTicks(first, last, Math.floor(width / TICK_ROOM));
  const moments = [...new Set(points.map(({ at }) => at))].sort((a, b) => a - b);
  const written = (at: number, one: LineSeries) => {
    const point = one.points.find((other) => other.at === at);
    return point ? format(point.value) : DASH;
  };
  return (
    <ChartFigure
      name={name}
      height={height}
      width={width}
      svg={svg}
      table={{
        head: [t.common.time, ...series.map(({ label }) => label)],
        rows: moments.map((at) => ({ id: String(at), cells: [f.dateTime(at), ...series.map((one) => written(at, one))] })),
      }}
      drawing={
        <>
          {y.ticks(3).map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} class={value === 0 ? 'axis axis-zero' : 'axis'} />
              <text x={LEFT - 6} y={y(value)} class="chart-text chart-end chart-middle">
                {(axis ?? f.compact)(value)}
              </text>
            </g>
          ))}
          {times.ticks.map((at) => (
            <g key={at}>
              <line x1={x(at)} x2={x(at)} y1={height - BOTTOM} y2={height - BOTTOM + 3} class="axis-zero axis" />
              <text x={x(at)} y={height - 5} class={`chart-text ${anchorAt(x(at), width)}`}>
                {f.axisDate(at, times.step)}
              </text>
            </g>
          ))}
          {marks.map(({ at, label }) => (
            <line key={at} x1={x(at)} x2={x(at)} y1={TOP} y2={height - BOTTOM} class="chart-day">
              <title>{label}</title>
            </line>
          ))}
          {series.map((one, index) => (
            <Line
              key={one.id}
              series={one}
              tone={index + 1}
              x={x}
              y={y}
              dots={dots}
              title={(at, value) => f.said(f.dateTime(at), format(value))}
            />
          ))}
        </>
      }
    >
      {series.length > 1 && (
        <div class="legend" aria-hidden="true">
          {series.map(({ id, label }, index) => (
            <span key={id} class="legend-item">
              <svg width={22} height={8} aria-hidden="true">
                <line x1={1} x2={21} y1={4} y2={4} class={`curve curve-${index + 1}`} />
              </svg>
              {label}
            </span>
          ))}
        </div>
      )}
    </ChartFigure>
  );
}

const anchorAt = (x: number, width: number) => (x < LEFT + 12 ? '' : x > width - RIGHT - 16 ? 'chart-end' : 'chart-center');

interface LineProps {
  series: LineSeries;
  tone: number;
  x: (at: number) => number;
  y: (value: number) => number;
  dots: boolean;
  title: (at: number, value: number) => string;
}
function Line({ series, tone, x, y, dots, title }: LineProps) {
  const path = line<LinePoint>(
    ({ at }) => x(at),
    ({ value }) => y(value),
  )([...series.points]);
  const ranged = series.points.filter(({ low, high }) => low !== undefined && high !== undefined && high > low);
  const band =
    ranged.length > 1 &&
    area<LinePoint>(
      ({ at }) => x(at),
      ({ value, low }) => y(low ?? value),
      ({ value, high }) => y(high ?? value),
    )([...series.points]);
  return (
    <g>
      {band && <path d={band} class={`band band-${tone}`} />}
      {path && <path d={path} class={`curve curve-${tone}`} />}
      {dots &&
        series.points.map(({ at, value }) => (
          <circle key={at} cx={x(at)} cy={y(value)} r={2.5} class={`spot spot-${tone}`}>
            <title>{title(at, value)}</title>
          </circle>
        ))}
    </g>
  );
}
