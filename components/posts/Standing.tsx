import { BANDS, type Band } from '../../core/model/report-parts';
import { Unknown } from '../kit/figure';
import { useWords } from '../words';

/** Below the usual, or perhaps: what that says of a post that many saw is to be explained. */
export const isLow = (bands: readonly Band[] | null) => bands?.some((band) => band === 'bottom' || band === 'lower') ?? false;

/** Where a post stands among the creator's own of its age: five steps, one or two of them. A band, never a rank. */
export function Standing({ bands, short }: { bands: Band[] | null; short?: boolean }) {
  const { t } = useWords('panel');
  if (!bands?.length) return short ? <Unknown /> : <p class="muted">{t.posts.noStanding}</p>;
  const text = t.common.list(bands.map((band) => t.bands[band]));
  return (
    <span class="row post-standing">
      <svg viewBox="0 0 39 10" width={39} height={10} aria-hidden="true">
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
      <span class={short ? 'sr-only' : undefined}>{short ? text : t.posts.standingText(text)}</span>
    </span>
  );
}
