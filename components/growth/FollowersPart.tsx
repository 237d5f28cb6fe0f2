import type { Followers, SeasonEvent } from '../../core/model/report-parts';
import { LineChart } from '../charts/LineChart';
import { marksOf, SeasonNote } from '../charts/SeasonNote';
import { Part } from '../insight/Part';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** The follower count as it was seen, with the festivals and sales that fell into that time. */
export function FollowersPart({ followers, seasons }: { followers: Followers; seasons: readonly SeasonEvent[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  const points = followers.history.map(({ at, value, low, high }) => ({ at: Date.parse(at), value, low, high }));
  const marks = marksOf(seasons, points[0]?.at ?? 0, points.at(-1)?.at ?? 0);
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
          <SeasonNote marks={marks} lines />
        </>
      )}
    </Part>
  );
}
