import type { Kpi, KpiMeasure, KpiOutlook } from '../../core/model/report-parts';
import { DataTable } from '../charts/DataTable';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Sideways } from '../kit/sideways';
import { useWords } from '../words';

/** How a measure of the indicator is written. */
export function useMeasure(): (name: string, value: number) => string {
  const { f } = useWords();
  return (name, value) => {
    if (name === 'ratings' || name === 'monthRating') return f.number(Math.round((1 + 4 * value) * 10) / 10);
    if (name.endsWith('Rate')) return f.figure('completionRate', { value, low: value, high: value, raw: '' });
    return f.number(name === 'cadence' ? Math.round(value * 10) / 10 : Math.round(value));
  };
}

/** A3: last month's indicator, what it is made of, and how likely the running month reaches its targets. */
export function KpiView({ kpi, keys }: { kpi: Kpi; keys: readonly string[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  const { measures, outlook, weights, score, missing } = kpi;
  const groups = (['core', 'auxiliary', 'qualitative'] as const)
    .map((group) => `${words.kpiGroups[group]} ${f.share(weights[group])}`)
    .join(' · ');
  return (
    <section class="section stack" aria-labelledby="kpi-title">
      <div>
        <h2 id="kpi-title">{words.kpi}</h2>
        <p>{score.value === null && missing.length > 0 ? words.kpiMissing : kpi.statement}</p>
        <p class="small muted number">{groups}</p>
      </div>
      {measures.length > 0 && (
        <Sideways label={words.kpi}>
          <DataTable
            caption={words.kpi}
            head={words.kpiHead}
            rows={measures.map((measure) => ({ id: measure.name, cells: Cells({ measure }) }))}
          />
        </Sideways>
      )}
      {outlook.measures.length > 0 && (
        <div class="part stack-tight">
          <h3>{words.outlook(f.month(outlook.month))}</h3>
          <ul class="stack-tight">
            {outlook.measures.map((one) => (
              <Ahead key={one.name} of={one} keys={keys} />
            ))}
          </ul>
        </div>
      )}
      {missing.length > 0 && (
        <ul class="checklist">
          {missing.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <WhyFigure why={score.why} keys={keys} />
    </section>
  );
}

function Cells({ measure }: { measure: KpiMeasure }) {
  const { f } = useWords();
  const { words } = useInsight();
  const written = useMeasure();
  const { name, value, base, target, achieved, usual } = measure;
  return [
    words.kpiNames[name] ?? name,
    written(name, value),
    written(name, base),
    written(name, target),
    f.share(achieved),
    usual && value >= usual.low && value <= usual.high ? words.asUsual : '',
  ];
}

/** From here on it is called likely, below its counterpart unlikely. */
const LIKELY = 0.7;

function Ahead({ of, keys }: { of: KpiOutlook; keys: readonly string[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  const written = useMeasure();
  const { name, soFar, target, probability } = of;
  const { value } = probability;
  // What is counted up does not fall again within the month.
  const counted = name === 'cadence' || name === 'revenue';
  const state = value === null ? 'unknown' : value >= LIKELY ? 'likely' : value <= 1 - LIKELY ? 'unlikely' : 'open';
  return (
    <li class="stack-tight">
      <div class="row-apart">
        <span>{words.kpiNames[name] ?? name}</span>
        <span class="tag">
          {counted && soFar !== null && soFar >= target
            ? words.reached
            : value === null
              ? words.chances.unknown
              : words.chance(words.chances[state], words.atMost(value, f.share))}
        </span>
      </div>
      <p class="small muted number">{words.ahead(soFar === null ? null : written(name, soFar), written(name, target))}</p>
      <WhyFigure why={probability.why} keys={keys} of={words.kpiNames[name] ?? name} />
    </li>
  );
}
