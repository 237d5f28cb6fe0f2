import type { ComponentChildren } from 'preact';
import type { DiagnosisCard } from '../../core/model/report-parts';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

interface DiagnosisProps {
  cards: readonly DiagnosisCard[];
  keys: readonly string[];
  /** Where the creator enters the steps to buying, which no dashboard shows. */
  children: ComponentChildren;
}

const STEPS: DiagnosisCard['id'] = 'stepsToConvert';

/** D2, D3, D4, D6: the plan's benchmarks beside the account's own figures; what is not known stands together in one card. */
export function Diagnosis({ cards, keys, children }: DiagnosisProps) {
  const { f } = useWords();
  const { words } = useInsight();
  // The card with the form keeps its place whether the steps are known or not, and with it what is being typed and the focus.
  const isUnknown = ({ id, state }: DiagnosisCard) => state === 'unknown' && id !== STEPS;
  const known = cards.filter((card) => !isUnknown(card));
  const unknown = cards.filter(isUnknown);
  return (
    <section class="section stack" aria-labelledby="diagnosis-title">
      <div>
        <h2 id="diagnosis-title">{words.diagnosis}</h2>
        <p class="small muted">{words.diagnosisNote}</p>
      </div>
      <ul class="benchmarks">
        {known.map(({ id, state, statement, own }) => (
          <li key={id} class="card stack-tight">
            <div class="row-apart">
              <h3>{words.cards[id]}</h3>
              <span class={`tag state-${state}`}>{words.states[state]}</span>
            </div>
            <p>{statement}</p>
            <WhyFigure why={own.why} keys={keys} />
            {id === STEPS && children}
          </li>
        ))}
      </ul>
      {unknown.length > 0 && (
        <div class="card stack">
          <h3>{words.unknownOnes(f.number(unknown.length))}</h3>
          <ul class="checklist">
            {unknown.map(({ id, statement, own }) => (
              <li key={id}>{f.said(words.cards[id], f.sentences(...own.why.missing) || statement)}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
