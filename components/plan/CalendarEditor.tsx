import { KINDS, type Kind } from '../../core/model/labels';
import type { CalendarPost } from '../../core/model/workspace/objects';
import type { CalendarEntry } from '../../core/model/workspace/view';
import { AdChecklist } from '../compliance/Checklists';
import { FindingCards, faults } from '../compliance/FindingCard';
import { ReviewSteps } from '../compliance/ReviewSteps';
import { Button, Check, LevelMark, Note, Select } from '../kit';
import { useWords } from '../words';
import { usePlan } from './context';
import { Area, Field, FormDialog, OwnerSelect, ScopeSelect, useDraft } from './fields';

/** One planned post: an `entry` that is there, or a new one on `day`. */
export function CalendarEditor({ entry, day, onClose }: { entry?: CalendarEntry; day?: string; onClose: () => void }) {
  const { t } = useWords('panel');
  const { p, workspace, accounts, clock, now, act } = usePlan();
  const first = accounts[0];
  const [post, change] = useDraft<CalendarPost>(
    entry?.post ?? {
      id: act.newId(),
      title: '',
      platform: first?.platform ?? null,
      account: first?.account ?? null,
      at: clock.fromWall(`${day}T18:00`),
      text: '',
      commercial: false,
      reviews: [],
      adChecks: [],
    },
  );
  const pillars = [...new Set(workspace.records.calendar.flatMap(({ pillar }) => pillar ?? []))].sort();
  const save = () => {
    const { pillar, ...rest } = post;
    act.put('calendar', { ...rest, ...(pillar ? { pillar } : {}) });
  };
  return (
    <FormDialog
      title={entry ? p.calendar.edit : p.calendar.add}
      onSave={save}
      onClose={onClose}
      onRemove={entry ? () => act.remove('calendar', post.id) : undefined}
      note={entry && toSettle(entry) > 0 ? p.calendar.toSettle(toSettle(entry)) : undefined}
    >
      <Field label={p.calendar.title} value={post.title} required onInput={(title) => change({ title })} />
      <div class="form-row">
        <Field
          label={p.calendar.when}
          type="datetime-local"
          required
          value={clock.toWall(post.at)}
          onInput={(wall) => wall && change({ at: clock.fromWall(wall) })}
        />
        <ScopeSelect label={p.common.account} value={post} all={p.calendar.anyAccount} onChange={change} />
      </div>
      <div class="form-row">
        <Field
          label={p.calendar.pillar}
          value={post.pillar ?? ''}
          suggestions={pillars}
          onInput={(pillar) => change({ pillar })}
        />
        <Select
          label={p.calendar.kind}
          value={post.kind ?? ''}
          options={[{ value: '', label: p.common.none }, ...KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))]}
          onChange={(kind) => change({ kind: kind === '' ? undefined : (kind as Kind) })}
        />
        <Select
          label={p.calendar.zone}
          value={post.zone ?? ''}
          options={[
            { value: '', label: p.common.none },
            { value: 'stable', label: p.calendar.zones.stable },
            { value: 'experiment', label: p.calendar.zones.experiment },
          ]}
          onChange={(zone) => change({ zone: zone === '' ? undefined : (zone as 'stable' | 'experiment') })}
        />
      </div>
      <Area label={p.calendar.text} hint={p.calendar.textHint} value={post.text} onInput={(text) => change({ text })} />
      <Check label={p.calendar.isCommercial} checked={post.commercial} onChange={(commercial) => change({ commercial })} />
      {post.commercial && <AdChecklist seen={post.adChecks} onChange={(adChecks) => change({ adChecks })} />}
      <OwnerSelect value={post.owner} onChange={(owner) => change({ owner })} />
      {entry && <State entry={entry} post={post} change={change} />}
      <ReviewSteps
        level={entry?.level ?? null}
        records={post.reviews.map(({ at, ...mark }) => ({ ...mark, when: Date.parse(at) }))}
        onReview={(review) => change({ reviews: [...post.reviews, { ...review, at: now }] })}
      />
    </FormDialog>
  );
}

/** Findings and other warnings of what is not out yet: each finding counts once. */
const toSettle = ({ real, findings, warnings }: CalendarEntry) =>
  real ? 0 : faults(findings) + warnings.filter((one) => one !== 'findings').length;

interface PartProps {
  post: CalendarPost;
  change: (change: Partial<CalendarPost>) => void;
}

/** What the rules, the plan and the captured posts say of it, as of the last saving. */
function State({ entry, post, change }: PartProps & { entry: CalendarEntry }) {
  const { t, f } = useWords();
  const { p, act } = usePlan();
  const { real, level, findings, warnings, inWindow, state } = entry;
  const found = faults(findings);
  return (
    <>
      {inWindow !== null && !real && <p class="small">{inWindow ? p.calendar.inWindow : p.calendar.outsideWindow}</p>}
      <div class="card card-quiet stack-tight small">
        {real ? (
          <div class="row-apart">
            <span>{real.said ? p.calendar.realSaid(real.title) : p.calendar.real(real.title)}</span>
            {post.post === null ? (
              <span>{p.calendar.realRefused}</span>
            ) : (
              <Button small onClick={() => change({ post: null })}>
                {p.calendar.notThisOne}
              </Button>
            )}
          </div>
        ) : (
          post.post === null && (
            <div class="row-apart">
              <span>{p.calendar.realRefused}</span>
              <Button small onClick={() => change({ post: undefined })}>
                {p.calendar.lookAgain}
              </Button>
            </div>
          )
        )}
        {state === 'missed' && <p>{p.calendar.missedText}</p>}
        {level && found !== 1 && (
          <p class="row">
            <LevelMark level={level} /> {found === 0 ? p.calendar.noFindings : t.compliance.findings(found, f.number(found))}
          </p>
        )}
        {findings.length > 0 && <FindingCards findings={findings} onDismiss={act.setAside} />}
        {warnings.map((one) => (
          <Note key={one} kind="warn">
            {p.calendar.warnings[one]}
          </Note>
        ))}
        {!real && level === null && warnings.length === 0 && <p class="muted">{p.calendar.nothingSaid}</p>}
      </div>
    </>
  );
}
