import type { MetricName } from '../../core/model/metrics';
import type { Figure } from '../../core/model/reading';
import { DASH } from '../format';
import { useWords } from '../words';

/** An unknown figure is a dash that is read out as "unknown"; a rounded one says what the page printed. Never a zero for either. */
export function FigureText({ metric, figure }: { metric: MetricName; figure: Figure | undefined }) {
  const { t, f } = useWords();
  if (!figure) return <Unknown />;
  const rounded = figure.high > figure.low;
  return (
    <span class="number" title={rounded ? t.common.asPrinted(figure.raw) : undefined}>
      {f.figure(metric, figure)}
    </span>
  );
}

export function Unknown() {
  const { t } = useWords();
  return (
    <span class="faint">
      <span aria-hidden="true">{DASH}</span>
      <span class="sr-only">{t.unknown}</span>
    </span>
  );
}
