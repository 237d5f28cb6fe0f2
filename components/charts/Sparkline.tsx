import { line } from 'd3-shape';
import { useId } from 'preact/hooks';

export interface Point {
  /** Milliseconds since the epoch. */
  at: number;
  value: number;
}

/** One figure over time. `label` says in words what the line shows; the dots are the moments it was seen. */
export function Sparkline({ points, label }: { points: Point[]; label: string }) {
  const id = useId();
  const [width, height, pad] = [200, 40, 4];
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2) return null;
  const most = Math.max(...points.map(({ value }) => value), 1);
  const span = Math.max(1, last.at - first.at);
  const x = ({ at }: Point) => pad + ((width - 2 * pad) * (at - first.at)) / span;
  const y = ({ value }: Point) => height - pad - ((height - 2 * pad) * value) / most;
  const path = line<Point>(x, y)(points);
  return (
    <svg class="sparkline" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
      <title id={id}>{label}</title>
      <line x1={pad} x2={width - pad} y1={height - pad} y2={height - pad} class="axis" />
      {path && <path d={path} class="spark-line" />}
      {points.map((point) => (
        <circle key={point.at} cx={x(point)} cy={y(point)} r={2} class="spark-dot" />
      ))}
    </svg>
  );
}
