import { scaleBand, scaleLinear } from 'd3-scale';
import { DASH } from '../format';
import { useWords } from '../words';
import { ChartFigure } from './ChartFigure';
import { useChartWidth } from './width';

export interface Column {
  id: string;
  /** Under the column; every few are written where room is short. */
  label: string;
  /** In full, for hover and table. */
  title: string;
  /** Null: nothing is known, which is not a zero. */
  value: number | null;
  /** Still counting, e.g. the present week: drawn lighter. */
  open?: boolean;
}

interface ColumnChartProps {
  name: string;
  /** Names of the two columns of the table. */
  head: readonly [string, string];
  columns: readonly Column[];
  format: (value: number) => string;
  /** Ticks; by default the bare amount, shortened. */
  axis?: (value: number) => string;
  height?: number;
  /** A level to compare with, e.g. what the plan asks for. */
  target?: { value: number; label: string } | undefined;
}

const LEFT = 34;
const TOP = 10;
const BOTTOM = 18;
const LABEL_ROOM = 40;

/** Amounts side by side, from zero: weeks, months. */
export function ColumnChart({ name, head, columns, format, axis, height = 110, target }: ColumnChartProps) {
  const { f } = useWords();
  const [svg, width] = useChartWidth();
  const most = Math.max(1, target?.value ?? 0, ...columns.map(({ value }) => value ?? 0));
  const x = scaleBand()
    .domain(columns.map(({ id }) => id))
    .range([LEFT, width - 10])
    .paddingInner(0.25);
  const y = scaleLinear()
    .domain([0, most])
    .nice(3)
    .range([height - BOTTOM, TOP]);
  const every = Math.max(1, Math.ceil(LABEL_ROOM / Math.max(1, x.step())));
  return (
    <ChartFigure
      name={name}
      height={height}
      width={width}
      svg={svg}
      table={{
        head,
        rows: columns.map(({ id, title, value }) => ({ id, cells: [title, value === null ? DASH : format(value)] })),
      }}
      drawing={
        <>
          {y.ticks(2).map((value) => (
            <g key={value}>
              <line x1={LEFT} x2={width} y1={y(value)} y2={y(value)} class={value === 0 ? 'axis axis-zero' : 'axis'} />
              <text x={LEFT - 6} y={y(value)} class="chart-text chart-end chart-middle">
                {(axis ?? f.compact)(value)}
              </text>
            </g>
          ))}
          {columns.map(({ id, label, title, value, open }, at) => (
            <g key={id}>
              {value !== null && (
                <rect
                  x={x(id)}
                  y={y(value)}
                  width={x.bandwidth()}
                  height={y(0) - y(value)}
                  rx={1.5}
                  class={open ? 'column-open' : 'column'}
                >
                  <title>{f.said(title, format(value))}</title>
                </rect>
              )}
              {(columns.length - 1 - at) % every === 0 && (
                <text x={(x(id) ?? 0) + x.bandwidth() / 2} y={height - 5} class="chart-text chart-center">
                  {label}
                </text>
              )}
            </g>
          ))}
          {target && (
            <line x1={LEFT} x2={width} y1={y(target.value)} y2={y(target.value)} class="chart-mark">
              <title>{target.label}</title>
            </line>
          )}
        </>
      }
    />
  );
}
