import type { Anomaly } from '../../core/model/report-parts';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** A4: posts far outside their own curve, shifts of the whole account, gaps in what was seen. */
export function Anomalies({ anomalies, keys }: { anomalies: readonly Anomaly[]; keys: readonly string[] }) {
  const { f } = useWords();
  const { words } = useInsight();
  return (
    <section class="section stack-tight" aria-labelledby="anomalies-title">
      <h2 id="anomalies-title">{words.anomalies}</h2>
      {anomalies.length === 0 && <p>{words.noAnomalies}</p>}
      {anomalies.map((one) => (
        <div key={`${one.kind}${one.post}${one.metric}${one.at}`} class="part stack-tight">
          <p>{one.statement}</p>
          <p class="small faint number">{f.dateTime(Date.parse(one.at))}</p>
          <WhyFigure why={one.why} keys={keys} />
        </div>
      ))}
    </section>
  );
}
