import { CircleCheck, Plus } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { INCIDENT_CLASSES, type Incident, type IncidentClass, type Playbook } from '../../core/model/workspace/objects';
import type { IncidentCandidate, IncidentView } from '../../core/model/workspace/view';
import { Button, Disclosure, Empty, LevelMark, useAnnounce } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Area, FormDialog, lines, useDraft } from './fields';
import { IncidentCard } from './IncidentCard';
import { IncidentEditor } from './IncidentEditor';

const AT_ONCE = 5;

/** The creator's own version of an emergency plan, else the one that comes along. */
export function usePlaybook(): (kind: IncidentClass) => Playbook {
  const { p, workspace } = usePlan();
  return (kind) => workspace.records.playbook.find(({ id }) => id === kind) ?? { id: kind, ...p.playbooks[kind] };
}

interface IncidentsProps {
  /** What an incident is to be opened from at once: the click was made where it was found. */
  asked?: { post: string | null; rule: string } | null;
  onTaken?: () => void;
}

export function IncidentsView({ asked = null, onTaken }: IncidentsProps) {
  const { t } = useWords('panel');
  const { p, workspace, now, act } = usePlan();
  const playbook = usePlaybook();
  const announce = useAnnounce();
  const [creating, setCreating] = useState(false);
  const [all, setAll] = useState(false);
  const open = (incident: Omit<Incident, 'id' | 'openedAt' | 'steps' | 'feedbackAt' | 'solvedAt' | 'closing'>) => {
    act.put('incident', {
      ...incident,
      id: act.newId(),
      openedAt: now,
      steps: playbook(incident.class).steps.map((text) => ({ text, doneAt: null })),
      feedbackAt: null,
      solvedAt: null,
      closing: null,
    });
    announce(p.incidents.opened(incident.title));
  };
  const fromCandidate = ({ from, post, rule, level, title, evidence }: IncidentCandidate) =>
    open({
      // What a rule speaks of is content; figures that jump may be a fault of the page as well as of people.
      class: from === 'finding' ? 'contentViolation' : 'technicalFailure',
      level,
      title: title || p.incidents.account,
      source: { from, ...(post === null ? {} : { post }), ...(rule === null ? {} : { rule }) },
      evidence,
    });
  // Once per click, whatever else changes.
  const wanted = asked && JSON.stringify(asked);
  useEffect(() => {
    if (!asked) return;
    // One that is open already is no candidate any more: it is shown, not opened twice.
    const candidate = workspace.candidates.find(({ post, rule }) => post === asked.post && rule === asked.rule);
    if (candidate) fromCandidate(candidate);
    onTaken?.();
  }, [wanted]);
  const sorted = workspace.incidents.toSorted(
    (a, b) => order(a) - order(b) || (a.incident.openedAt < b.incident.openedAt ? 1 : -1),
  );
  const shown = all ? workspace.candidates : workspace.candidates.slice(0, AT_ONCE);
  const drill = workspace.due.find((item) => item.what === 'drill')?.class ?? workspace.nextDrill;
  return (
    <section class="stack" aria-labelledby="incidents-title">
      <div class="row-apart wrap">
        <h2 id="incidents-title">{p.sections.incidents}</h2>
        <Button kind="primary" icon={Plus} onClick={() => setCreating(true)}>
          {p.incidents.add}
        </Button>
      </div>
      {sorted.length === 0 && <Empty icon={CircleCheck} {...p.incidents.empty} />}
      {sorted.map((view) => (
        <IncidentCard key={view.incident.id} view={view} />
      ))}
      {workspace.candidates.length > 0 && (
        <section class="card stack" aria-labelledby="candidates-title">
          <h3 id="candidates-title">{p.incidents.candidates}</h3>
          <p class="small muted">{p.incidents.candidatesText}</p>
          <ul class="stack">
            {shown.map((candidate) => (
              <li key={`${candidate.post}${candidate.rule}`} class="row-apart wrap">
                <span class="grow">
                  <LevelMark level={candidate.level} text={t.levelsShort[candidate.level]} />{' '}
                  {candidate.evidence.slice(0, 3).join(' · ')}
                </span>
                <Button small label={p.incidents.openFor(candidate.title)} onClick={() => fromCandidate(candidate)}>
                  {p.incidents.open}
                </Button>
              </li>
            ))}
          </ul>
          {shown.length < workspace.candidates.length && (
            <div>
              <Button kind="plain" onClick={() => setAll(true)}>
                {p.incidents.more(workspace.candidates.length - shown.length)}
              </Button>
            </div>
          )}
        </section>
      )}
      <section class="card stack" aria-labelledby="drill-title">
        <h3 id="drill-title">{p.incidents.drillTitle}</h3>
        <p class="small muted">{workspace.nextDrill ? p.incidents.drillText : p.incidents.drillDone}</p>
        {drill && (
          <div>
            <Button
              onClick={() =>
                open({
                  class: drill,
                  level: 'green',
                  title: p.incidents.drillName(p.due.classes[drill]),
                  source: { from: 'drill' },
                  evidence: p.drills[drill],
                })
              }
            >
              {p.incidents.startDrill(p.due.classes[drill])}
            </Button>
          </div>
        )}
      </section>
      <section class="stack-tight" aria-labelledby="playbooks-title">
        <h3 id="playbooks-title">{p.incidents.playbooks}</h3>
        {INCIDENT_CLASSES.map((kind) => (
          <PlaybookPart key={kind} playbook={playbook(kind)} />
        ))}
      </section>
      {creating && <IncidentEditor onOpen={open} onClose={() => setCreating(false)} />}
    </section>
  );
}

const order = ({ state }: IncidentView) => ({ open: 0, solved: 1, closed: 2 })[state];

function PlaybookPart({ playbook }: { playbook: Playbook }) {
  const { f } = useWords();
  const { p, workspace, act } = usePlan();
  const [editing, setEditing] = useState(false);
  const own = workspace.records.playbook.some(({ id }) => id === playbook.id);
  return (
    <Disclosure summary={p.due.classes[playbook.id]}>
      <div class="stack prose">
        <ol class="steps">
          {playbook.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>
          <strong>{f.said(p.incidents.who)}</strong>
          {playbook.who}
        </p>
        <p>
          <strong>{f.said(p.incidents.say)}</strong>
        </p>
        <ul>
          {playbook.say.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>
          <strong>{f.said(p.incidents.never)}</strong>
        </p>
        <ul>
          {playbook.never.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <div class="row">
          <Button small label={f.said(p.common.edit, p.due.classes[playbook.id])} onClick={() => setEditing(true)}>
            {p.common.edit}
          </Button>
          {own && (
            <Button small onClick={() => act.remove('playbook', playbook.id)}>
              {p.incidents.reset}
            </Button>
          )}
        </div>
      </div>
      {editing && <PlaybookEditor playbook={playbook} title={p.due.classes[playbook.id]} onClose={() => setEditing(false)} />}
    </Disclosure>
  );
}

function PlaybookEditor({ playbook, title, onClose }: { playbook: Playbook; title: string; onClose: () => void }) {
  const { p, act } = usePlan();
  const [draft, change] = useDraft({
    steps: playbook.steps.join('\n'),
    who: playbook.who,
    say: playbook.say.join('\n'),
    never: playbook.never.join('\n'),
  });
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      onSave={() =>
        act.put('playbook', {
          id: playbook.id,
          steps: lines(draft.steps),
          who: draft.who,
          say: lines(draft.say),
          never: lines(draft.never),
        })
      }
    >
      <Area
        label={p.incidents.steps}
        hint={p.common.perLine}
        required
        value={draft.steps}
        onInput={(steps) => change({ steps })}
      />
      <Area label={p.incidents.who} value={draft.who} onInput={(who) => change({ who })} />
      <Area label={p.incidents.say} hint={p.common.perLine} value={draft.say} onInput={(say) => change({ say })} />
      <Area label={p.incidents.never} hint={p.common.perLine} value={draft.never} onInput={(never) => change({ never })} />
    </FormDialog>
  );
}
