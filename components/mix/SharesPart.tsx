import type { Adherence, Share } from '../../core/model/report-parts';
import { Part } from '../insight/Part';
import { useInsight } from '../insight/words';
import { useWords } from '../words';

/** C3, C5, C6, C10, B3, C11: shares and habits against the plan, counted. */
export function SharesPart({ adherence }: { adherence: Adherence }) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const { keys, focus, commercial, sensitive, trust, appointments, consistency } = adherence;
  const habit = ({ low, high }: Share) => <p class="small muted number">{words.habit(f.share(low), f.share(high))}</p>;
  const paidViews = commercial.value?.byViews ?? null;
  return (
    <>
      <Part title={t.mix.focus} statement={focus.statement} why={focus.why} unknown={focus.value === null} keys={keys}>
        {focus.value && (
          <>
            {habit(focus.value.share)}
            <p class="small muted number">{words.effectiveTopics(f.number(focus.value.effectiveTopics))}</p>
          </>
        )}
      </Part>
      <Part
        title={t.mix.commercial}
        statement={commercial.statement}
        why={commercial.why}
        unknown={commercial.value === null}
        keys={keys}
      >
        {commercial.value && habit(commercial.value.share)}
        {paidViews !== null && <p class="small muted number">{words.paidViews(f.share(paidViews))}</p>}
      </Part>
      <Part
        title={t.mix.sensitive}
        statement={sensitive.statement}
        why={sensitive.why}
        unknown={sensitive.value === null}
        keys={keys}
      >
        {sensitive.value && habit(sensitive.value.share)}
      </Part>
      <Part title={words.trust} statement={trust.statement} why={trust.why} unknown={trust.value === null} keys={keys} />
      <Part title={t.mix.rhythm} statement={appointments.statement} why={appointments.weeksKept.why} keys={keys}>
        {appointments.unevenness.value !== null && <p class="small muted">{words.unevenness(appointments.unevenness.value)}</p>}
      </Part>
      <Part title={t.mix.consistency} statement={consistency.statement} why={consistency.topics.why} keys={keys} />
    </>
  );
}
