import type { Anomaly } from '../../core/model/report-parts';
import { ANOMALY_DAYS } from '../../core/model/workspace/objects';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Button } from '../kit';
import { useWords } from '../words';

/** A4: posts far outside their own curve, shifts of the whole account, gaps in what was seen. */
export function Anomalies({ anomalies, keys }: { anomalies: readonly Anomaly[]; keys: readonly string[] }) {
  const { t, f } = useWords();
  const { words, onIncident } = useInsight();
  return (
    <section class="section stack-tight" aria-labelledby="anomalies-title">
      <h2 id="anomalies-title">{words.anomalies}</h2>
      {anomalies.length === 0 && <p class="part">{words.noAnomalies}</p>}
      {anomalies.map((one) => (
        <div key={`${one.kind}${one.post}${one.metric}${one.at}`} class="part stack-tight">
          <p>{one.statement}</p>
          <p class="small faint number">{f.dateTime(Date.parse(one.at))}</p>
          {onIncident && one.kind !== 'gap' && Date.parse(one.at) > Date.now() - ANOMALY_DAYS * 86_400_000 && (
            <div>
              <Button
                small
                label={f.said(t.compliance.incident, one.statement)}
                onClick={() => onIncident(one.post === null ? null : (keys[one.post] ?? null), `${one.kind}@${one.at}`)}
              >
                {t.compliance.incident}
              </Button>
            </div>
          )}
          <WhyFigure why={one.why} keys={keys} />
        </div>
      ))}
    </section>
  );
}
