import type { SeasonEvent } from '../../core/model/report-parts';
import { Disclosure } from '../kit';
import { useWords } from '../words';

const start = ({ from }: SeasonEvent) => Date.parse(`${from}T00:00:00Z`);
const end = ({ to }: SeasonEvent) => Date.parse(`${to}T00:00:00Z`) + 86_400_000;

/** Festivals and sales that fall into the time a chart shows (milliseconds), as marks of it. */
export const marksOf = (seasons: readonly SeasonEvent[], first: number, last: number) =>
  seasons
    .filter((event) => end(event) > first && start(event) <= last)
    .map((event) => ({ at: Math.max(first, start(event)), label: event.label }));

/** So many are named in the open. */
const AT_ONCE = 4;

/** Their names under the chart, as the key where they are drawn as lines: a mark alone says nothing to who cannot see it. */
export function SeasonNote({ marks, lines }: { marks: readonly { label: string }[]; lines?: boolean }) {
  const { t, f } = useWords('panel');
  const names = [...new Set(marks.map(({ label }) => label))];
  if (names.length === 0) return null;
  const rest = names.slice(AT_ONCE);
  return (
    <div>
      <p class="small faint">
        {(lines ? t.charts.seasonLines : t.charts.seasons)(f.list(names.slice(0, AT_ONCE)), names.length)}
      </p>
      {rest.length > 0 && (
        <Disclosure summary={t.common.moreOf(f.number(rest.length))}>
          <p class="small">{f.list(rest)}</p>
        </Disclosure>
      )}
    </div>
  );
}
