import { Waypoints } from 'lucide-preact';
import type { GrowthReport, ScoreReport } from '../../core/model/report';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Empty } from '../kit';
import { StartButtons } from '../kit/start';
import { useWords } from '../words';
import { Anomalies } from './Anomalies';
import { Diagnosis } from './Diagnosis';
import { StagesView } from './StagesView';
import { StepsForm } from './StepsForm';

export interface OverviewProps {
  growth: GrowthReport | undefined;
  score: readonly ScoreReport[];
  steps: number | null;
  onSteps: (steps: number | null) => void;
}

/** The account at a glance: score and monthly indicator, the four stages, what is out of the ordinary, the plan's benchmarks. */
export function OverviewView({ growth, score, steps, onSteps }: OverviewProps) {
  const { f } = useWords('panel');
  const { words } = useInsight();
  if (!growth)
    return (
      <Empty icon={Waypoints} {...words.noGrowth}>
        <StartButtons />
      </Empty>
    );
  const { keys, kpi } = growth;
  const first = score.toSorted((a, b) => b.reference.length - a.reference.length)[0];
  return (
    <div class="stack">
      <ul class="cards">
        {first && (
          <li class="card stack-tight">
            <h2>{words.score}</h2>
            {first.account.score.value !== null && (
              <p class="big-number">
                {f.number(Math.round(first.account.score.value))} <span class="small muted">{words.ofHundred}</span>
              </p>
            )}
            <p>{first.statement}</p>
            <p class="small muted">{first.honesty.statement}</p>
            <WhyFigure why={first.account.score.why} keys={first.keys} />
          </li>
        )}
        <li class="card stack-tight">
          <h2>{words.kpi}</h2>
          {kpi.score.value !== null && (
            <p class="big-number">
              {f.number(Math.round(100 * kpi.score.value))} <span class="small muted">{words.ofHundred}</span>
            </p>
          )}
          <p>{kpi.statement}</p>
          <WhyFigure why={kpi.score.why} keys={keys} />
        </li>
      </ul>
      <StagesView stages={growth.stages} keys={keys} />
      <Anomalies anomalies={growth.anomalies} keys={keys} />
      <Diagnosis cards={growth.diagnosis} keys={keys}>
        <StepsForm steps={steps} onSteps={onSteps} />
      </Diagnosis>
    </div>
  );
}
