import { METRICS } from '../../core/model/metrics';
import type { StageMetric, Stages } from '../../core/model/report-parts';
import { WhyFigures } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** A2: the way of a post in four stages, each with its figures, their change and what is missing. */
export function StagesView({ stages, keys }: { stages: Stages; keys: readonly string[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  const nameOf = (metric: string) => words.stageMetrics[metric] ?? metric;
  /** Figures that too few posts show, those with one reason together. */
  const lacking = (metrics: readonly StageMetric[]) =>
    [
      ...Map.groupBy(
        metrics.filter(({ recent }) => recent.value === null),
        ({ recent }) => f.sentences(...recent.why.missing),
      ),
    ].map(([reason, own]) => f.said(f.list(own.map(({ metric }) => nameOf(metric))), reason));
  return (
    <section class="section stack" aria-labelledby="stages-title">
      <div>
        <h2 id="stages-title">{words.stagesTitle}</h2>
        <p>{stages.statement}</p>
        <p class="small muted">{words.stagesNote}</p>
      </div>
      <ol class="stages">
        {stages.stages.map(({ stage, metrics: all, missing: none }) => {
          const metrics = all.filter(({ recent }) => recent.value !== null);
          const missing = [...none, ...lacking(all)];
          return (
            <li key={stage} class={`card stack-tight ${stages.weakest === stage ? 'stage-weakest' : ''}`}>
              <h3>{words.stages[stage]}</h3>
              {stages.weakest === stage && <p class="small strong">{words.weakest}</p>}
              {metrics.length > 0 && (
                <ul class="stack-tight">
                  {metrics.map(({ metric, recent, change }) => (
                    <Metric key={metric} metric={metric} value={recent.value as number} change={change} />
                  ))}
                </ul>
              )}
              {missing.length > 0 && (
                <ul class="checklist small">
                  {missing.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              )}
              <WhyFigures whys={metrics.map(({ metric, recent }) => ({ why: recent.why, of: nameOf(metric) }))} keys={keys} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function Metric({ metric, value, change }: Pick<StageMetric, 'metric' | 'change'> & { value: number }) {
  const { f } = useWords();
  const { words } = useInsight();
  const written = () => {
    const unit = words.stageUnits[metric];
    return unit ? `${figure()} ${unit}` : figure();
  };
  const figure = () => {
    if (!(metric in METRICS)) return f.number(Math.round(value * 10) / 10);
    const rounded = METRICS[metric as keyof typeof METRICS].unit === 'count' ? Math.round(value) : value;
    return f.figure(metric as keyof typeof METRICS, { value: rounded, low: rounded, high: rounded, raw: '' });
  };
  return (
    <li>
      <div class="row-apart">
        <span>{words.stageMetrics[metric] ?? metric}</span>
        <span class="number strong">{written()}</span>
      </div>
      {change && <p class="small faint number">{words.change(f.liftRange(change))}</p>}
    </li>
  );
}
