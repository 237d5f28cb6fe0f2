import { useId } from 'preact/hooks';
import { useWords } from '../words';

interface Bar {
  id: string;
  label: string;
  count: number;
  /** Class of the bar's colour. */
  tone: string;
  /** Posts the plan asks for; marked on the bar. */
  target?: number | null;
}

/** Counts and shares as labelled bars. It is a table: the numbers are the content, the bars help the eye. */
export function ShareBars({
  bars,
  total,
  caption,
  head,
}: {
  bars: Bar[];
  total: number;
  caption: string;
  head: [string, string, string];
}) {
  const { t, f } = useWords('panel');
  const id = useId();
  const most = Math.max(1, ...bars.flatMap(({ count, target }) => [count, target ?? 0]));
  return (
    <table class="share-bars" aria-labelledby={id}>
      <caption id={id} class="sr-only">
        {caption}
      </caption>
      <thead class="sr-only">
        <tr>
          {head.map((text) => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">{bar.label}</th>
            <td class="share-bar">
              <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect width={100} height={12} class="bar-track" />
                <rect width={(100 * bar.count) / most} height={12} class={bar.tone} />
                {bar.target != null && <path d={`M${Math.min(99.5, (100 * bar.target) / most)} 0V12`} class="bar-target" />}
              </svg>
              <span class="number">{f.number(bar.count)}</span>
            </td>
            <td class="number">
              {total > 0 ? f.share(bar.count / total) : ''}
              {bar.target != null && total > 0 && <span class="table-remark">{t.mix.target(f.share(bar.target / total))}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
