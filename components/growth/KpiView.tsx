import type { Kpi, KpiMeasure, KpiOutlook } from '../../core/model/report-parts';
import { DataTable } from '../charts/DataTable';
import { DASH } from '../format';
import { WhyFigure, WhyFigures } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Sideways } from '../kit/sideways';
import { useWords } from '../words';

/** How a measure of the indicator is written. */
export function useMeasure(): (name: string, value: number) => string {
  const { f } = useWords();
  const { words } = useInsight();
  const hundredths = (value: number) => `${(100 * value).toFixed(2)}%`;
  return (name, value) => {
    if (name === 'ratings' || name === 'monthRating') return f.number(Math.round((1 + 4 * value) * 10) / 10);
    // Below ten per cent a tenth decides too little: 1.28% of 1.31% is not there yet.
    if (name.endsWith('Rate'))
      return value < 0.1 ? hundredths(value) : f.figure('completionRate', { value, low: value, high: value, raw: '' });
    const number = f.number(name === 'cadence' ? Math.round(value * 10) / 10 : Math.round(value));
    return words.kpiFigures[name]?.(number) ?? number;
  };
}

/** A3: last month's indicator, what it is made of, and how likely the running month reaches its targets. */
export function KpiView({ kpi, keys }: { kpi: Kpi; keys: readonly string[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  const { measures, outlook, weights, score, missing } = kpi;
  const groups = (['core', 'auxiliary', 'qualitative'] as const).map(
    (group) => `${words.kpiGroups[group]} ${f.share(weights[group])}`,
  );
  return (
    <section class="section stack" aria-labelledby="kpi-title">
      <div>
        <h2 id="kpi-title">{words.kpi}</h2>
        <p>{score.value === null && missing.length > 0 ? words.kpiMissing : kpi.statement}</p>
        <p class="small muted number">{f.said(words.kpiWeights, groups.join(' · '))}</p>
        {measures.length + outlook.measures.length > 0 && <p class="small muted">{words.kpiTargets}</p>}
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
      {/* What is missing stands below, in the open. */}
      <WhyFigure why={{ ...score.why, missing: [] }} keys={keys} unknown={score.value === null} />
      {outlook.measures.length > 0 && (
        <div class="part stack-tight">
          <h3>{words.outlook(f.month(outlook.month))}</h3>
          <ul class="stack">
            {outlook.measures.map((one) => (
              <Ahead key={one.name} of={one} />
            ))}
          </ul>
          <WhyFigures
            whys={outlook.measures.map(({ name, probability }) => ({ why: probability.why, of: words.kpiNames[name] ?? name }))}
            keys={keys}
          />
        </div>
      )}
      {missing.length > 0 && (
        <div class="part stack-tight">
          <h3>{words.notCounted}</h3>
          <ul class="checklist">
            {missing.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Cells({ measure }: { measure: KpiMeasure }) {
  const { f } = useWords();
  const { words } = useInsight();
  const written = useMeasure();
  const { name, group, value, base, target, achieved, usual } = measure;
  const lowTarget = target < base;
  const asUsual = !lowTarget && usual && value >= usual.low && value <= usual.high;
  const rated = group === 'qualitative';
  return [
    <>
      {words.kpiNames[name] ?? name}
      {/* Marks of one to five start at one: there is no level before to be like. */}
      {asUsual && !rated && <span class="table-remark">{words.asUsual}</span>}
      {lowTarget && !rated && <span class="table-remark">{words.lowTarget}</span>}
    </>,
    written(name, value),
    rated ? DASH : written(name, base),
    written(name, target),
    // It is counted up to there only.
    achieved >= MOST_COUNTED
      ? words.andMore(f.share(MOST_COUNTED))
      : achieved === 0 && value < base && !rated
        ? words.belowBefore
        : f.share(achieved),
  ];
}

/** Where the indicator stops to count a measure. */
const MOST_COUNTED = 1.2;
/** What has happened in the month cannot be undone in it. */
const ONLY_GROWS: readonly string[] = ['cadence', 'revenue'];

/** From here on it is called likely, below its counterpart unlikely. */
const LIKELY = 0.7;
/** Below this no figure is named. */
const HARDLY = 0.01;

function Ahead({ of }: { of: KpiOutlook }) {
  const { f } = useWords();
  const { words } = useInsight();
  const written = useMeasure();
  const { name, soFar, target, probability } = of;
  const { value } = probability;
  const state = value === null ? 'unknown' : value >= LIKELY ? 'likely' : value <= 1 - LIKELY ? 'unlikely' : 'open';
  const chance =
    value === null
      ? words.chances.unknown
      : value < HARDLY
        ? words.hardly
        : words.chance(words.chances[state], words.atMost(value, f.share));
  const there = soFar !== null && soFar >= target;
  const done = there && ONLY_GROWS.includes(name);
  return (
    <li class="stack-tight">
      <div class="row-apart">
        <span>{words.kpiNames[name] ?? name}</span>
        <span class="tag">{done ? words.reached : there ? words.reachedSoFar : chance}</span>
      </div>
      <p class="small muted number">
        {f.sentences(
          words.ahead(soFar === null ? null : written(name, soFar), written(name, target)),
          there && !done && value !== null && words.stays(words.atMost(value, f.share)),
        )}
      </p>
    </li>
  );
}
