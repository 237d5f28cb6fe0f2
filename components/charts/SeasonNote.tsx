import type { SeasonEvent } from '../../core/model/report-parts';
import { useWords } from '../words';

const start = ({ from }: SeasonEvent) => Date.parse(`${from}T00:00:00Z`);
const end = ({ to }: SeasonEvent) => Date.parse(`${to}T00:00:00Z`) + 86_400_000;

/** Festivals and sales that fall into the time a chart shows (milliseconds), as marks of it. */
export const marksOf = (seasons: readonly SeasonEvent[], first: number, last: number) =>
  seasons
    .filter((event) => end(event) > first && start(event) <= last)
    .map((event) => ({ at: Math.max(first, start(event)), label: event.label }));

/** Their names under the chart: a mark alone says nothing to who cannot see it. */
export function SeasonNote({ marks }: { marks: readonly { label: string }[] }) {
  const { t } = useWords();
  const names = [...new Set(marks.map(({ label }) => label))];
  return names.length > 0 ? <p class="small faint">{t.common.seasons(names)}</p> : null;
}
