import { CircleAlert, CircleCheck, Clock3, ClockAlert } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { capital } from '../../assets/locales/capital';
import type { Incident } from '../../core/model/workspace/objects';
import type { Clock, IncidentView } from '../../core/model/workspace/view';
import { Button, Check, Disclosure, LevelMark } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Area, Field, FormDialog, OwnerSelect, useDraft } from './fields';

/** One incident: its clocks, the steps of its emergency plan, and what is to be written when it is over. */
export function IncidentCard({ view }: { view: IncidentView }) {
  const { f } = useWords();
  const { p, clock, now, act } = usePlan();
  const { incident, state, clocks } = view;
  const [closing, setClosing] = useState(false);
  const put = (change: Partial<Incident>) => act.put('incident', { ...incident, ...change });
  const wall = (at: string) => f.published(clock.toWall(at), 'minute') ?? at;
  const done = incident.steps.filter(({ doneAt }) => doneAt !== null).length;
  return (
    <article class="card stack" aria-label={incident.title}>
      <div class="row-apart wrap">
        <h3>{incident.title}</h3>
        <span class="row">
          {state === 'closed' ? (
            <span class="tag">{p.incidents.levels[incident.level]}</span>
          ) : (
            <LevelMark level={incident.level} text={p.incidents.levels[incident.level]} />
          )}
          <span class="tag">{p.incidents.states[state]}</span>
        </span>
      </div>
      <p class="small muted number">
        {p.due.classes[incident.class]} · {p.incidents.openedAt(wall(incident.openedAt))} ·{' '}
        {p.incidents.sources[incident.source.from]}
      </p>
      {incident.evidence.length > 0 && (
        <Disclosure summary={p.incidents.evidence(incident.evidence.length)} open={state === 'open'}>
          <ul class="prose-list">
            {incident.evidence.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {state !== 'closed' && (
        <>
          <ul class="clocks">
            {(['act', 'feedback', 'solve'] as const).map((name) => (
              <ClockPart key={name} name={p.due.clocks[name]} clock={clocks[name]} wall={wall} />
            ))}
          </ul>
          <fieldset class="stack-tight">
            <legend class="field-label">{p.incidents.stepsDone(done, incident.steps.length)}</legend>
            {incident.steps.map((step, index) => (
              <Check
                key={step.text}
                label={step.text}
                checked={step.doneAt !== null}
                onChange={(on) =>
                  put({ steps: incident.steps.map((one, i) => (i === index ? { ...one, doneAt: on ? now : null } : one)) })
                }
              />
            ))}
          </fieldset>
          <OwnerSelect value={incident.owner} onChange={(owner) => put({ owner })} />
          <div class="row">
            {incident.feedbackAt === null && <Button onClick={() => put({ feedbackAt: now })}>{p.incidents.gaveFeedback}</Button>}
            {incident.solvedAt === null ? (
              <Button onClick={() => put({ solvedAt: now })}>{p.incidents.solve}</Button>
            ) : (
              <Button kind="primary" onClick={() => setClosing(true)}>
                {p.incidents.close}
              </Button>
            )}
          </div>
        </>
      )}
      {incident.closing && (
        <ul class="stack-tight small">
          <li>
            <strong>{f.said(p.incidents.cause)}</strong>
            {incident.closing.cause}
          </li>
          <li>
            <strong>{f.said(p.incidents.learnt)}</strong>
            {incident.closing.learnt}
          </li>
          {incident.closing.rule && <li>{p.incidents.ruleSet(incident.closing.rule)}</li>}
        </ul>
      )}
      {closing && <ClosingEditor incident={incident} onClose={() => setClosing(false)} />}
    </article>
  );
}

/** Not by colour alone. */
const CLOCK_MARKS = { open: Clock3, overdue: CircleAlert, done: CircleCheck, late: ClockAlert };

function ClockPart({ name, clock, wall }: { name: string; clock: Clock; wall: (at: string) => string }) {
  const { f } = useWords();
  const { p, now } = usePlan();
  const left = f.ago(Date.parse(clock.due), Date.parse(now));
  const Mark = CLOCK_MARKS[clock.state];
  return (
    <li class={`clock clock-${clock.state}`}>
      <span class="strong row">
        <Mark size={15} aria-hidden="true" />
        {capital(name)}
      </span>
      <span class="small number">{p.incidents.clock[clock.state](wall(clock.doneAt ?? clock.due), left)}</span>
    </li>
  );
}

/** What closes an incident: the cause, what was learnt, and, if wanted, words that mark such posts from now on. */
function ClosingEditor({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const { p, now, act } = usePlan();
  const [draft, change] = useDraft({ cause: '', learnt: '', rule: '' });
  return (
    <FormDialog
      title={p.incidents.close}
      saveLabel={p.incidents.close}
      onClose={onClose}
      onSave={() => {
        const rule = draft.rule.trim();
        act.put('incident', { ...incident, closing: { at: now, cause: draft.cause, learnt: draft.learnt, rule: rule || null } });
        if (rule) act.addRule(`incident:${incident.id}`, rule);
      }}
    >
      <Area label={p.incidents.cause} required value={draft.cause} onInput={(cause) => change({ cause })} />
      <Area label={p.incidents.learnt} required value={draft.learnt} onInput={(learnt) => change({ learnt })} />
      <Field label={p.incidents.rule} hint={p.incidents.ruleHint} value={draft.rule} onInput={(rule) => change({ rule })} />
    </FormDialog>
  );
}
