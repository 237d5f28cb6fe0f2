import { BANDS, type Band } from '../../core/model/report-parts';
import { type TextsOf, useWords } from '../words';

/** Below the usual, or perhaps: what that says of a post that many saw is to be explained. */
export const isLow = (bands: readonly Band[] | null) => bands?.some((band) => band === 'bottom' || band === 'lower') ?? false;

/** One band, or two neighbours as one place. */
export const bandText = ([first, other]: readonly Band[], t: TextsOf['panel']): string =>
  (first && ((other && t.bandPairs[first]) ?? t.bands[first])) ?? '';

/** Where a post stands among the creator's own of its age: five steps, one or two of them. A band, never a rank. */
export function Standing({ bands }: { bands: Band[] | null }) {
  const { t } = useWords('panel');
  if (!bands?.length) return <p class="muted">{t.posts.noStanding}</p>;
  const text = bandText(bands, t);
  return (
    <span class="row post-standing">
      <svg viewBox="0 0 39 10" width={62} height={16} aria-hidden="true">
        {BANDS.map((band, at) => (
          <rect
            key={band}
            x={at * 8}
            y={0}
            width={7}
            height={10}
            rx={2}
            class={bands.includes(band) ? 'standing-on' : 'standing-off'}
          />
        ))}
      </svg>
      <span>{t.posts.standingText(text)}</span>
    </span>
  );
}
