import type { DiagnosisCard } from '../../core/model/report-parts';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';

/** D2, D3, D4, D6: the plan's benchmarks beside the account's own figures. */
export function Diagnosis({ cards, keys }: { cards: readonly DiagnosisCard[]; keys: readonly string[] }) {
  const { words } = useInsight();
  return (
    <section class="section stack" aria-labelledby="diagnosis-title">
      <div>
        <h2 id="diagnosis-title">{words.diagnosis}</h2>
        <p class="small muted">{words.diagnosisNote}</p>
      </div>
      <ul class="cards">
        {cards.map(({ id, state, statement, own }) => (
          <li key={id} class="card stack-tight">
            <div class="row-apart">
              <h3>{words.cards[id]}</h3>
              <span class={`tag state-${state}`}>{words.states[state]}</span>
            </div>
            <p>{statement}</p>
            <WhyFigure why={own.why} keys={keys} />
          </li>
        ))}
      </ul>
    </section>
  );
}
