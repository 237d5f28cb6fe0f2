import { Gauge } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ScoreReport } from '../../core/model/report';
import { SCORE_PARTS } from '../../core/model/report-parts';
import { WhyFigure, WhyFigures } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Choice, Empty } from '../kit';
import { StartButtons } from '../kit/start';
import { formatOfUnit } from '../today/TodayView';
import { useWords } from '../words';
import { PartBars } from './PartBars';
import { PostScores } from './PostScores';

/** D1: the account's four parts, their sum with its reasons, whether the sum has predicted anything, and the score of each post. */
export function ScoreView({ score }: { score: ScoreReport[] }) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const sorted = score.toSorted((a, b) => b.reference.length - a.reference.length);
  const [chosen, setChosen] = useState<string | null>(null);
  const unit = sorted.find((one) => one.unit === chosen) ?? sorted[0];
  if (!unit)
    return (
      <Empty icon={Gauge} {...words.noScore}>
        <StartButtons />
      </Empty>
    );
  const { account, keys, weights, honesty } = unit;
  const parts = Object.fromEntries(SCORE_PARTS.map((part) => [part, account.parts[part].value])) as Parameters<
    typeof PartBars
  >[0]['parts'];
  const middle = middleOf(unit);
  return (
    <div class="stack">
      {sorted.length > 1 && (
        <Choice
          legend={t.timing.unit}
          hideLegend
          value={unit.unit}
          options={sorted.map((one) => ({ value: one.unit, label: formatOfUnit(one.unit, t.formats, t.allFormats) }))}
          onChange={setChosen}
        />
      )}
      <section class="card stack" aria-label={words.accountScore}>
        {account.score.value !== null && (
          <p class="big-number">
            {f.number(Math.round(account.score.value))} <span class="small muted">{words.ofHundred}</span>
          </p>
        )}
        <p>{unit.statement}</p>
        {SCORE_PARTS.some((part) => parts[part] !== null) && (
          <>
            <PartBars parts={parts} weights={weights} caption={words.accountScore} />
            <p class="small muted">{words.ownMiddle(middle === null ? null : f.number(Math.round(middle)))}</p>
          </>
        )}
        {/* Before the first score the sentence above says what is missing. */}
        {unit.state !== 'baseline' && unit.missing.length > 0 && (
          <ul class="checklist">
            {unit.missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <WhyFigures
          whys={[
            { why: account.score.why, of: words.accountScore },
            ...SCORE_PARTS.map((part) => ({ why: account.parts[part].why, of: words.parts[part] ?? part })),
          ]}
          keys={keys}
        />
      </section>
      {unit.state !== 'baseline' && (
        <section class="section stack-tight" aria-labelledby="honesty-title">
          <h2 id="honesty-title">{words.honesty}</h2>
          <p>{honesty.statement}</p>
          <WhyFigure why={honesty.correlation.why} keys={keys}>
            {honesty.correlation.value && (
              <p class="small muted number">
                {words.correlation(
                  f.number(round(honesty.correlation.value.value)),
                  f.number(round(honesty.correlation.value.low)),
                  f.number(round(honesty.correlation.value.high)),
                )}
              </p>
            )}
          </WhyFigure>
        </section>
      )}
      {unit.posts.length > 0 && <PostScores key={unit.unit} score={unit} />}
    </div>
  );
}

/** The middle of the posts' totals: a mean of four parts, so it need not be 50. */
function middleOf({ posts, reference }: ScoreReport): number | null {
  const own = new Set(reference);
  const totals = posts.flatMap(({ post, score }) => (score !== null && own.has(post) ? [score] : [])).sort((a, b) => a - b);
  if (totals.length === 0) return null;
  const half = (totals.length - 1) / 2;
  return ((totals[Math.floor(half)] as number) + (totals[Math.ceil(half)] as number)) / 2;
}

const round = (value: number) => Math.round(value * 100) / 100;
