import type { SeasonEvent } from '../../core/model/report-parts';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** B4: what is coming up in the account's markets. `today`: ISO day. */
export function Seasons({ seasons, today }: { seasons: readonly SeasonEvent[]; today: string }) {
  const { f } = useWords();
  const { words } = useInsight();
  const ahead = seasons.filter(({ to }) => to >= today);
  const day = (iso: string) => f.published(iso, 'day') ?? iso;
  return (
    <section class="section stack-tight" aria-labelledby="seasons-title">
      <h2 id="seasons-title">{words.seasons}</h2>
      <p class="small muted">{words.seasonsNote}</p>
      {ahead.length === 0 ? (
        <p class="part">{words.noSeasons}</p>
      ) : (
        <ul class="part stack-tight">
          {ahead.map(({ id, from, to, label, market }) => (
            <li key={`${market}${id}${from}`} class="row-apart">
              <span>
                {label} <span class="small faint">{words.markets[market]}</span>
              </span>
              <span class="small number">{from === to ? day(from) : `${day(from)} – ${day(to)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
