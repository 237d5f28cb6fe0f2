import { scaleBand } from 'd3-scale';
import { useId } from 'preact/hooks';
import type { WeekDot } from '../data';
import { Disclosure } from '../kit';
import { useWords } from '../words';
import { useChartWidth } from './width';

const LEFT = 30;
const TOP = 16;
const CELL_HEIGHT = 18;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 7 }, (_, day) => day);
const STEPS = 4;

/** Upper bounds of the four shades, whole numbers and never more shades than distinct counts: 1, 2, 4, 9 for a most of 9. */
export function shadeBounds(most: number): number[] {
  if (most <= STEPS) return Array.from({ length: most }, (_, at) => at + 1);
  const bounds = Array.from({ length: STEPS }, (_, at) => Math.max(at + 1, Math.round(most ** ((at + 1) / STEPS))));
  return [...new Set(bounds)];
}
const shadeOf = (count: number, bounds: readonly number[]) =>
  count === 0 ? 0 : bounds.findIndex((bound) => count <= bound) + 1 + (STEPS - bounds.length);

interface WeekChartProps {
  /** Posts per day (0 is Monday) and hour. */
  counts: readonly (readonly number[])[];
  dots: readonly WeekDot[];
  /** Each post as a dot at its minute. */
  showDots: boolean;
}

/** The week as a map of where the creator has posts: coverage, not effect. */
export function WeekChart({ counts, dots, showDots }: WeekChartProps) {
  const { t, f } = useWords('panel');
  const titleId = useId();
  const [svg, width] = useChartWidth();
  const most = Math.max(0, ...counts.flat());
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const bounds = shadeBounds(most);
  const x = scaleBand<number>().domain(HOURS).range([LEFT, width]).paddingInner(0.12);
  const y = scaleBand<number>()
    .domain(DAYS)
    .range([TOP, TOP + 7 * CELL_HEIGHT])
    .paddingInner(0.12);
  const posts = (n: number) => t.common.posts(n, f.number(n));
  return (
    <figure class="stack-tight">
      <svg ref={svg} class="chart" viewBox={`0 0 ${width} ${TOP + 7 * CELL_HEIGHT + 2}`} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{t.timing.weekLabel(posts(total))}</title>
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} x={x(hour)} y={TOP - 5} class="chart-text">
            {f.hour(hour)}
          </text>
        ))}
        {DAYS.map((day) => (
          <g key={day}>
            <text x={LEFT - 5} y={(y(day) ?? 0) + y.bandwidth() / 2} class="chart-text chart-end chart-middle">
              {f.weekday(day, 'short')}
            </text>
            {HOURS.map((hour) => {
              const count = counts[day]?.[hour] ?? 0;
              return (
                <rect
                  key={hour}
                  x={x(hour)}
                  y={y(day)}
                  width={x.bandwidth()}
                  height={y.bandwidth()}
                  rx={2}
                  class={showDots ? 'count-0' : `count-${shadeOf(count, bounds)}`}
                >
                  {count > 0 && <title>{t.timing.cell(f.weekday(day, 'long'), f.hour(hour), posts(count))}</title>}
                </rect>
              );
            })}
          </g>
        ))}
        {showDots &&
          dots.map(({ day, minute }, at) => (
            <circle
              // The dots have no identity of their own and are drawn anew together.
              key={at}
              class="dot"
              cx={LEFT + ((width - LEFT) * minute) / 1440}
              cy={(y(day) ?? 0) + y.bandwidth() * (0.2 + 0.6 * ((at * 0.618) % 1))}
              r={2}
            />
          ))}
      </svg>
      {!showDots && most > 0 && <Legend bounds={bounds} />}
      <Disclosure summary={t.common.asTable}>
        <WeekTable counts={counts} />
      </Disclosure>
    </figure>
  );
}

function Legend({ bounds }: { bounds: number[] }) {
  const { t, f } = useWords('panel');
  const labels = bounds.map((bound, at) => {
    const from = (bounds[at - 1] ?? 0) + 1;
    return from === bound ? f.number(bound) : `${f.number(from)}–${f.number(bound)}`;
  });
  return (
    <div class="legend" aria-hidden="true">
      <span>{t.timing.legend}</span>
      <span class="legend-item">
        <Swatch shade={0} />0
      </span>
      {labels.map((label, at) => (
        <span key={label} class="legend-item">
          <Swatch shade={at + 1 + STEPS - bounds.length} />
          {label}
        </span>
      ))}
    </div>
  );
}
const Swatch = ({ shade }: { shade: number }) => (
  <svg width={12} height={12} aria-hidden="true">
    <rect width={12} height={12} rx={2} class={`count-${shade}`} />
  </svg>
);

/** Six blocks of four hours read better aloud than 168 cells. */
function WeekTable({ counts }: { counts: readonly (readonly number[])[] }) {
  const { t, f } = useWords('panel');
  const blocks = [0, 4, 8, 12, 16, 20];
  const sum = (day: number, from: number, to: number) => (counts[day] ?? []).slice(from, to).reduce((a, b) => a + b, 0);
  return (
    <table class="table">
      <caption class="sr-only">{t.timing.week}</caption>
      <thead>
        <tr>
          <th scope="col">{t.timing.day}</th>
          {blocks.map((from) => (
            <th key={from} scope="col">
              {from}–{from + 4}
            </th>
          ))}
          <th scope="col">{t.timing.total}</th>
        </tr>
      </thead>
      <tbody>
        {DAYS.map((day) => (
          <tr key={day}>
            <th scope="row">{f.weekday(day, 'short')}</th>
            {blocks.map((from) => (
              <td key={from}>{f.number(sum(day, from, from + 4))}</td>
            ))}
            <td>{f.number(sum(day, 0, 24))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
