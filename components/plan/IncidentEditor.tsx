import { INCIDENT_CLASSES, INCIDENT_LEVELS, type Incident } from '../../core/model/workspace/objects';
import { Select } from '../kit';
import { usePlan } from './context';
import { Area, Field, FormDialog, lines, OwnerSelect, useDraft } from './fields';

type Opening = Omit<Incident, 'id' | 'openedAt' | 'steps' | 'feedbackAt' | 'solvedAt' | 'closing'>;

/** An incident that no finding tells of: a dispute, a conflict, a fault. */
export function IncidentEditor({ onOpen, onClose }: { onOpen: (incident: Opening) => void; onClose: () => void }) {
  const { p } = usePlan();
  const [draft, change] = useDraft<Omit<Opening, 'evidence' | 'source'> & { evidence: string }>({
    class: 'contentViolation',
    level: 'yellow',
    title: '',
    evidence: '',
  });
  return (
    <FormDialog
      title={p.incidents.add}
      saveLabel={p.incidents.open}
      onClose={onClose}
      onSave={() => onOpen({ ...draft, source: { from: 'hand' }, evidence: lines(draft.evidence) })}
    >
      <Field label={p.incidents.title} required value={draft.title} onInput={(title) => change({ title })} />
      <div class="form-row">
        <Select
          label={p.incidents.class}
          value={draft.class}
          options={INCIDENT_CLASSES.map((value) => ({ value, label: p.due.classes[value] }))}
          onChange={(value) => change({ class: value })}
        />
        <Select
          label={p.incidents.level}
          value={draft.level}
          options={INCIDENT_LEVELS.map((value) => ({ value, label: p.incidents.levels[value] }))}
          onChange={(level) => change({ level })}
        />
      </div>
      <Area
        label={p.incidents.known}
        hint={p.common.perLine}
        value={draft.evidence}
        onInput={(evidence) => change({ evidence })}
      />
      <OwnerSelect value={draft.owner} onChange={(owner) => change({ owner })} />
    </FormDialog>
  );
}
