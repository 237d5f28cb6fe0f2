import type { MetricName } from './metrics';
import type { KnownPost } from './post';
import type { Figure, Metrics } from './reading';

/** Two pages looked at within this time speak of the same moment: the more precise figure wins. Milliseconds. */
const SAME_MOMENT = 60 * 60 * 1000;

const width = (figure: Figure) => figure.high - figure.low;

/** The newest figure of each metric; of figures seen at about the same time on different pages, the most precise one. */
export function latestMetrics({ snapshots }: Pick<KnownPost, 'snapshots'>): Metrics {
  const latest = new Map<MetricName, { figure: Figure; seenAt: number }>();
  for (let at = snapshots.length - 1; at >= 0; at--) {
    const snapshot = snapshots[at];
    if (!snapshot) continue;
    for (const [name, figure] of Object.entries(snapshot.metrics) as [MetricName, Figure][]) {
      const known = latest.get(name);
      if (!known) latest.set(name, { figure, seenAt: snapshot.seenAt });
      else if (known.seenAt - snapshot.seenAt <= SAME_MOMENT && width(figure) < width(known.figure)) {
        latest.set(name, { figure, seenAt: known.seenAt });
      }
    }
  }
  return Object.fromEntries([...latest].map(([name, { figure }]) => [name, figure]));
}
