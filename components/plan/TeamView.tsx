import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { REGISTER_KINDS, type RegisterEntry, TEAM_ROLES, type Team } from '../../core/model/workspace/objects';
import { Button, Select, Switch } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Area, Field, FormDialog, useDraft } from './fields';

/** People, off by default (F7), and the register of trainings, audits and insurances (E9). */
export function TeamView() {
  return (
    <div class="stack-wide">
      <People />
      <Register />
    </div>
  );
}

const NO_TEAM: Team = { id: 'team', on: false, members: [] };

function People() {
  const { f } = useWords();
  const { p, workspace, act } = usePlan();
  const team = workspace.records.team[0] ?? NO_TEAM;
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  return (
    <section class="stack" aria-labelledby="team-title">
      <h2 id="team-title">{p.team.title}</h2>
      <p class="muted">{p.team.text}</p>
      <div class="row">
        <Switch checked={team.on} label={p.team.switch} onChange={(on) => act.put('team', { ...team, on })} />
        <span aria-hidden="true">{p.team.switch}</span>
      </div>
      {team.on && (
        <>
          {team.members.length > 0 && (
            <>
              <p class="small muted">{p.team.workload}</p>
              <ul class="cards">
                {team.members.map((member, index) => {
                  const load = workspace.workload.find(({ name }) => name === member.name);
                  return (
                    <li key={member.name} class="card stack-tight">
                      <div class="row-apart">
                        <span>
                          <strong>{member.name}</strong> <span class="tag">{p.team.roles[member.role]}</span>
                        </span>
                        <Button small label={f.said(p.common.edit, member.name)} onClick={() => setEditing(index)}>
                          {p.common.edit}
                        </Button>
                      </div>
                      <p class="small number">
                        {f.said(p.team.open, p.team.things(f.number(load?.open ?? 0)))} ·{' '}
                        {f.said(p.team.done, p.team.things(f.number(load?.done ?? 0)))}
                      </p>
                      {member.handOff && <p class="small">{f.said(p.team.handOff, member.handOff)}</p>}
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          <div>
            <Button icon={Plus} onClick={() => setEditing('new')}>
              {p.team.add}
            </Button>
          </div>
        </>
      )}
      {editing !== null && <MemberEditor key={editing} team={team} at={editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function MemberEditor({ team, at, onClose }: { team: Team; at: number | 'new'; onClose: () => void }) {
  const { p, act } = usePlan();
  const own = at === 'new' ? undefined : team.members[at];
  const [member, change] = useDraft<Team['members'][number]>(own ?? { name: '', role: 'content', handOff: '' });
  const others = team.members.filter((one) => one !== own);
  return (
    <FormDialog
      title={p.team.add}
      disabled={member.name.trim() === '' || others.some(({ name }) => name === member.name.trim())}
      onClose={onClose}
      onRemove={own ? () => act.put('team', { ...team, members: others }) : undefined}
      onSave={() => {
        const written = { ...member, name: member.name.trim() };
        const members = own ? team.members.map((one) => (one === own ? written : one)) : [...team.members, written];
        act.put('team', { ...team, members });
      }}
    >
      <div class="form-row">
        <Field label={p.team.name} hint={p.team.nameHint} required value={member.name} onInput={(name) => change({ name })} />
        <Select
          label={p.team.role}
          value={member.role}
          options={TEAM_ROLES.map((value) => ({ value, label: p.team.roles[value] }))}
          onChange={(role) => change({ role })}
        />
      </div>
      <Area label={p.team.handOff} hint={p.team.handOffHint} value={member.handOff} onInput={(handOff) => change({ handOff })} />
    </FormDialog>
  );
}

function Register() {
  const { f } = useWords();
  const { p, d, workspace, today } = usePlan();
  const [editing, setEditing] = useState<RegisterEntry | 'new' | null>(null);
  const entries = workspace.records.register.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <section class="stack" aria-labelledby="register-title">
      <h2 id="register-title">{p.register.title}</h2>
      <p class="muted">{p.register.text}</p>
      {entries.length > 0 && (
        <ul class="stack-tight">
          {entries.map((entry) => (
            <li key={entry.id} class="row-apart wrap">
              <span>
                <span class="tag">{p.register.kinds[entry.kind]}</span> {entry.title} · {p.register.last(d.day(entry.day))}
                {entry.renew !== null &&
                  ` · ${entry.renew < today ? p.register.late(d.day(entry.renew)) : p.register.again(d.day(entry.renew))}`}
                {entry.note && ` · ${entry.note}`}
              </span>
              <Button small label={f.said(p.common.edit, entry.title)} onClick={() => setEditing(entry)}>
                {p.common.edit}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button icon={Plus} onClick={() => setEditing('new')}>
          {p.register.add}
        </Button>
      </div>
      {editing && <RegisterEditor entry={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function RegisterEditor({ entry, onClose }: { entry: RegisterEntry | null; onClose: () => void }) {
  const { p, today, act } = usePlan();
  const [draft, change] = useDraft<RegisterEntry>(
    entry ?? { id: act.newId(), kind: 'training', title: '', day: today, renew: null, note: '' },
  );
  return (
    <FormDialog
      title={p.register.add}
      onClose={onClose}
      onRemove={entry ? () => act.remove('register', entry.id) : undefined}
      onSave={() => act.put('register', draft)}
    >
      <div class="form-row">
        <Select
          label={p.register.kind}
          value={draft.kind}
          options={REGISTER_KINDS.map((value) => ({ value, label: p.register.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
        <Field label={p.register.what} required value={draft.title} onInput={(title) => change({ title })} />
      </div>
      <div class="form-row">
        <Field label={p.common.day} type="date" required value={draft.day} onInput={(day) => change({ day })} />
        <Field label={p.register.renew} type="date" value={draft.renew ?? ''} onInput={(day) => change({ renew: day || null })} />
      </div>
      <Field label={p.common.note} value={draft.note} onInput={(note) => change({ note })} />
    </FormDialog>
  );
}
