import { SCORE_PARTS, type ScorePart } from '../../core/model/report-parts';
import { useInsight } from '../insight/words';
import { Unknown } from '../kit/figure';
import { useWords } from '../words';

interface PartBarsProps {
  /** 0–100; null where it is not known. */
  parts: Record<ScorePart, number | null>;
  /** Relative to their sum. */
  weights: Record<ScorePart, number>;
  caption: string;
}

/** Parts in which 50 is the middle of the creator's own posts. */
const OWN_MIDDLE: readonly ScorePart[] = ['engagement', 'quality'];

/** The four parts of a score, always all of them: what is strong in one must not hide what is weak in another. */
export function PartBars({ parts, weights, caption }: PartBarsProps) {
  const { f } = useWords();
  const { words } = useInsight();
  return (
    <table class="share-bars">
      <caption class="sr-only">{caption}</caption>
      <thead class="bar-head">
        <tr>
          {words.partHead.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {SCORE_PARTS.map((part) => {
          const value = parts[part];
          return (
            <tr key={part}>
              <th scope="row">{words.parts[part]}</th>
              <td class="share-bar">
                {value !== null && (
                  <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={100} height={12} class="bar-track" />
                    <rect width={value} height={12} class="count-3" />
                    {OWN_MIDDLE.includes(part) && <path d="M50 0V12" class="bar-target" />}
                  </svg>
                )}
                <span class="number">{value === null ? <Unknown /> : f.number(Math.round(value))}</span>
              </td>
              <td class="number faint">{f.share(weights[part])}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
