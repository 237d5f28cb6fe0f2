import { Plus } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { CHANNELS, type ChannelCount, NOTE_KINDS, type OutsideNote } from '../../core/model/workspace/objects';
import { DASH } from '../format';
import { Button, Note, Select } from '../kit';
import { Sideways } from '../kit/sideways';
import { useWords } from '../words';
import { usePlan } from './context';
import { Area, Field, FormDialog, numberOf, useDraft } from './fields';

/** Dated notes on what happens outside, and the creator's own counts of contacts. Entered by hand, and said so. */
export function OutsideView() {
  const { p } = usePlan();
  return (
    <div class="stack-wide">
      <Note>{p.outside.byHand}</Note>
      <Notes />
      <Channels />
    </div>
  );
}

function Notes() {
  const { f } = useWords();
  const { p, d, workspace } = usePlan();
  const [editing, setEditing] = useState<OutsideNote | 'new' | null>(null);
  const notes = workspace.records.note.toSorted((a, b) => (a.day < b.day ? 1 : -1));
  return (
    <section class="stack" aria-labelledby="notes-title">
      <div class="row-apart wrap">
        <h2 id="notes-title">{p.outside.notes}</h2>
        <Button kind="primary" icon={Plus} onClick={() => setEditing('new')}>
          {p.outside.add}
        </Button>
      </div>
      <p class="muted">{p.outside.notesText}</p>
      <ul class="stack">
        {notes.map((note) => (
          <li key={note.id} class="card row-apart wrap">
            <span class="grow">
              <span class="tag">{p.outside.kinds[note.kind]}</span> <span class="small muted">{d.day(note.day)}</span>
              <br />
              {note.text}
              {(note.where || note.times !== null) && (
                <span class="small muted note-where">
                  {[note.where, note.times === null ? '' : p.outside.met(note.times)].filter(Boolean).join(' · ')}
                </span>
              )}
            </span>
            <Button small label={f.said(p.common.edit, note.text.slice(0, 40))} onClick={() => setEditing(note)}>
              {p.common.edit}
            </Button>
          </li>
        ))}
      </ul>
      {editing && <NoteEditor note={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </section>
  );
}

function NoteEditor({ note, onClose }: { note: OutsideNote | null; onClose: () => void }) {
  const { p, today, act } = usePlan();
  const [draft, change] = useDraft<Omit<OutsideNote, 'times'> & { times: string }>(
    note
      ? { ...note, times: note.times === null ? '' : String(note.times) }
      : { id: act.newId(), kind: 'competitor', day: today, text: '', where: '', times: '' },
  );
  return (
    <FormDialog
      title={p.outside.add}
      onClose={onClose}
      onRemove={note ? () => act.remove('note', note.id) : undefined}
      onSave={() => {
        const times = numberOf(draft.times);
        act.put('note', { ...draft, times: times === null ? null : Math.max(0, Math.round(times)) });
      }}
    >
      <div class="form-row">
        <Select
          label={p.outside.kind}
          value={draft.kind}
          options={NOTE_KINDS.map((value) => ({ value, label: p.outside.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
        <Field label={p.common.day} type="date" required value={draft.day} onInput={(day) => change({ day })} />
      </div>
      <Area label={p.outside.what} hint={p.outside.whatHint} required value={draft.text} onInput={(text) => change({ text })} />
      <div class="form-row">
        <Field label={p.outside.where} value={draft.where} onInput={(where) => change({ where })} />
        <Field
          label={p.outside.times}
          type="number"
          min={0}
          step={1}
          value={draft.times}
          onInput={(times) => change({ times })}
        />
      </div>
    </FormDialog>
  );
}

const COUNTS = ['received', 'answered', 'minutes', 'results'] as const;

function Channels() {
  const { f } = useWords();
  const { p, d, workspace, today, act } = usePlan();
  const [month, setMonth] = useState(today.slice(0, 7));
  const countOf = (channel: ChannelCount['channel']): ChannelCount =>
    workspace.records.channel.find(({ id }) => id === `${month}:${channel}`) ?? {
      id: `${month}:${channel}`,
      month,
      channel,
      received: null,
      answered: null,
      minutes: null,
      results: null,
    };
  return (
    <section class="stack" aria-labelledby="channels-title">
      <h2 id="channels-title">{p.outside.channels}</h2>
      <p class="muted">{p.outside.channelsText}</p>
      <Field
        label={p.money.month}
        type="month"
        value={month}
        onInput={(value) => /^\d{4}-\d{2}$/.test(value) && setMonth(value)}
      />
      {CHANNELS.map((channel) => {
        const count = countOf(channel);
        return (
          <fieldset key={count.id} class="card form-row counts">
            <legend class="field-label">{p.outside.channelNames[channel]}</legend>
            {COUNTS.map((name) => (
              <CountField
                key={name}
                label={p.outside.counts[name]}
                value={count[name]}
                onChange={(value) => act.put('channel', { ...count, [name]: value })}
              />
            ))}
          </fieldset>
        );
      })}
      {workspace.channels.some(({ answeredShare, resultsPerHour }) => answeredShare !== null || resultsPerHour !== null) && (
        <Sideways label={p.outside.compared}>
          <table class="facts number amounts">
            <caption class="caption">{p.outside.compared}</caption>
            <thead>
              <tr>
                <th scope="col">{p.outside.channel}</th>
                <th scope="col">{p.outside.answeredShare}</th>
                <th scope="col">{p.outside.perHour}</th>
              </tr>
            </thead>
            <tbody>
              {workspace.channels.map(({ channel, answeredShare, resultsPerHour }) => (
                <tr key={channel}>
                  <th scope="row">{p.outside.channelNames[channel as ChannelCount['channel']]}</th>
                  <td>{answeredShare === null ? DASH : f.share(answeredShare)}</td>
                  <td>{resultsPerHour === null ? DASH : d.figure(resultsPerHour)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </section>
  );
}

/** A count that is stored when the field is left; empty is "not counted", not zero. */
function CountField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
}) {
  const [text, setText] = useState(value === null ? '' : String(value));
  const commit = () => {
    const number = numberOf(text);
    const next = number === null || number < 0 ? null : Math.round(number);
    if (next !== value) onChange(next);
  };
  return (
    // Focus bubbles as focusout; the field itself knows nothing of storing.
    <div class="grow" onFocusOut={commit}>
      <Field label={label} type="number" min={0} step={1} value={text} onInput={setText} />
    </div>
  );
}
