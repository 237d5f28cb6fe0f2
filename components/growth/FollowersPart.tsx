import type { Followers, SeasonEvent } from '../../core/model/report-parts';
import { LineChart } from '../charts/LineChart';
import { Part } from '../insight/Part';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** The follower count as it was seen, with the festivals and sales that fell into that time. */
export function FollowersPart({ followers, seasons }: { followers: Followers; seasons: readonly SeasonEvent[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  const points = followers.history.map(({ at, value, low, high }) => ({ at: Date.parse(at), value, low, high }));
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const marks = seasons
    .map(({ from, label }) => ({ at: Date.parse(`${from}T00:00:00Z`), label }))
    .filter(({ at }) => at >= first && at <= last);
  return (
    <Part title={words.followers} statement={followers.statement} why={followers.net28.why}>
      {points.length > 1 && (
        <>
          <LineChart
            name={words.followers}
            series={[{ id: 'followers', label: words.followers, points }]}
            format={(value) => f.number(Math.round(value))}
            marks={marks}
          />
          {marks.length > 0 && <p class="small faint">{words.marked(marks.map(({ label }) => label).join(', '))}</p>}
        </>
      )}
    </Part>
  );
}
