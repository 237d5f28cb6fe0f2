import { scaleLinear } from 'd3-scale';
import { useId } from 'preact/hooks';
import type { Lift } from '../../core/model/report';
import { useWords } from '../words';
import { CHART_WIDTH, useChartWidth } from './width';

const ROW = 20;
const TOP = 18;
/** A label over its bar takes this much more. */
const LABEL = 15;
/**
 * The axis ends at one of these factors, the first that takes in all bars. Beyond a factor of three a bar is cut: one wild range must
 * not flatten all others.
 */
const ENDS = [1.25, 1.5, 2, 3];

export interface Interval {
  id: string;
  label: string;
  /** Read out and shown on hover: label, range, posts. */
  title: string;
  lift: Lift;
  /** `solid`: a finding. `hollow`: a weak sign. `plain`: neither. */
  tone: 'solid' | 'hollow' | 'plain';
}

interface IntervalChartProps {
  name: string;
  rows: readonly Interval[];
  /** Room for the labels, in units of the narrowest drawing (330); wider ones have more. */
  labelWidth?: number;
}

/** Ranges around "no difference", on a scale where ×2 and ÷2 are equally far. The table beside it holds the numbers. */
export function IntervalChart({ name, rows, labelWidth: least = 100 }: IntervalChartProps) {
  const { t, f } = useWords('panel');
  const [svg, width] = useChartWidth();
  const labelWidth = least * Math.sqrt(width / CHART_WIDTH);
  const titleId = useId();
  const logs = rows.flatMap(({ lift }) => [Math.log1p(lift.low), Math.log1p(lift.high)]);
  const furthest = Math.max(...logs.map(Math.abs));
  const end = ENDS.find((factor) => Math.log(factor) >= furthest) ?? 3;
  const reach = Math.log(end);
  // Labels stand before their bars where all fit, else over them: the finding itself is not to be cut.
  const over = rows.some((row) => shorten(row, labelWidth) !== row.label);
  const start = over ? 14 : labelWidth;
  const rowHeight = over ? ROW + LABEL : ROW;
  const x = scaleLinear()
    .domain([-reach, reach])
    .range([start, width - 14])
    .clamp(true);
  const at = (lift: number) => x(Math.log1p(Math.max(lift, -0.99)));
  const ticks = [1 / end - 1, 0, end - 1];
  const height = TOP + rows.length * rowHeight + 4;
  const has = (tone: Interval['tone']) => rows.some((row) => row.tone === tone);
  return (
    <>
      <svg ref={svg} class="chart" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{name}</title>
        {ticks.map((lift) => (
          <g key={lift}>
            {/* Beside the bars only where labels stand between them: no line runs through letters. */}
            {(over ? rows.map((_, index) => TOP + index * rowHeight) : [TOP - 6 - LABEL]).map((top, index) => (
              <line
                key={top}
                x1={at(lift)}
                x2={at(lift)}
                y1={top + LABEL + 2}
                y2={over ? TOP + (index + 1) * rowHeight : height}
                class={lift === 0 ? 'axis axis-zero' : 'axis'}
              />
            ))}
            <text x={at(lift)} y={TOP - 8} class={`chart-text ${at(lift) > width - 24 ? 'chart-end' : 'chart-center'}`}>
              {f.lift(lift)}
            </text>
          </g>
        ))}
        {rows.map((row, index) => {
          const middle = TOP + (index + 1) * rowHeight - ROW / 2;
          const [from, to] = [at(row.lift.low), at(row.lift.high)];
          return (
            <g key={row.id}>
              <title>{row.title}</title>
              <text
                x={over ? 0 : labelWidth - 8}
                y={over ? middle - LABEL : middle}
                class={`chart-text ${over ? '' : 'chart-end'} chart-middle ${row.tone === 'plain' ? '' : 'chart-strong'}`}
              >
                {shorten(row, over ? width : labelWidth)}
              </text>
              <rect x={from} y={middle - 4} width={Math.max(2, to - from)} height={8} rx={4} class={`effect-${row.tone}`} />
              <circle cx={at(row.lift.median)} cy={middle} r={2.5} class="effect-middle" />
            </g>
          );
        })}
      </svg>
      {has('plain') && <p class="small faint">{f.sentences(t.charts.faint, has('hollow') && t.charts.dashed)}</p>}
    </>
  );
}

/** Strong letters are wider: so much less of a label fits. */
const STRONG = 0.86;

const shorten = ({ label, tone }: Interval, width: number) => cut(label, tone === 'plain' ? width : width * STRONG);

/** About what fits: a wide character takes two narrow ones' room. The whole label stands in the title and in the table. */
function cut(label: string, width: number): string {
  let room = width / 5.8;
  let text = '';
  for (const char of label) {
    room -= /[\u2e80-\uffff]/.test(char) ? 1.85 : 1;
    if (room < 1) return `${text}…`;
    text += char;
  }
  return text;
}
