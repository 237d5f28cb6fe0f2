import {
  BOARDS,
  CONTENT_PARTS,
  type Cost,
  type MoneyEntry,
  RETURNS,
  type Revenue,
  type WorkspaceScope,
} from '../../core/model/workspace/objects';
import { Check, Select } from '../kit';
import { usePlan } from './context';
import { CurrencySelect, Field, FormDialog, numberOf, ScopeSelect, useDraft } from './fields';

interface Draft {
  amount: string;
  day: string;
  currency: string;
  note: string;
  scene: string;
  returns: Revenue['returns'];
  whose: WorkspaceScope;
  board: Cost['board'];
  contentPart: Cost['contentPart'] | '';
  experiment: boolean;
  people: boolean;
}

/** One entry: what is there, or a new revenue or cost. */
export function MoneyEditor({
  of,
  currency,
  onClose,
}: {
  of: MoneyEntry | 'revenue' | 'cost';
  currency: string;
  onClose: () => void;
}) {
  const { p, workspace, today, act } = usePlan();
  const entry = typeof of === 'string' ? null : of;
  const flow = typeof of === 'string' ? of : of.flow;
  const cost = entry?.flow === 'cost' ? entry : null;
  const revenue = entry?.flow === 'revenue' ? entry : null;
  const [draft, change] = useDraft<Draft>({
    amount: entry ? String(entry.amount) : '',
    day: entry?.day ?? today,
    currency: entry?.currency ?? currency,
    note: entry?.note ?? '',
    scene: revenue?.scene ?? '',
    returns: revenue?.returns ?? 'direct',
    whose: { platform: revenue?.platform ?? null, account: revenue?.account ?? null },
    board: cost?.board ?? 'content',
    contentPart: cost?.contentPart ?? '',
    experiment: cost?.experiment ?? false,
    people: cost?.people ?? false,
  });
  const amount = numberOf(draft.amount);
  const known = [...new Set(workspace.records.money.flatMap((one) => (one.flow === 'revenue' ? [one.scene] : [])))].sort();
  const valid = amount !== null && amount > 0 && /^[A-Z]{3}$/.test(draft.currency) && draft.day !== '';
  const save = () => {
    if (amount === null) return;
    const base = { id: entry?.id ?? act.newId(), day: draft.day, amount, currency: draft.currency, note: draft.note };
    const { platform, account } = draft.whose;
    if (flow === 'revenue')
      act.put('money', {
        ...base,
        flow,
        scene: draft.scene.trim(),
        returns: draft.returns,
        ...(platform === null ? {} : { platform, account: account ?? '' }),
      });
    else
      act.put('money', {
        ...base,
        flow,
        board: draft.board,
        ...(draft.board === 'content' && draft.contentPart !== '' ? { contentPart: draft.contentPart } : {}),
        experiment: draft.experiment,
        people: draft.people,
      });
  };
  return (
    <FormDialog
      title={flow === 'revenue' ? p.money.addRevenue : p.money.addCost}
      disabled={!valid}
      onSave={save}
      onClose={onClose}
      onRemove={entry ? () => act.remove('money', entry.id) : undefined}
    >
      <div class="form-row">
        <Field
          label={p.money.amount}
          type="number"
          required
          value={draft.amount}
          onInput={(value) => change({ amount: value })}
        />
        <CurrencySelect label={p.money.currency} value={draft.currency} onChange={(currency) => change({ currency })} />
        <Field label={p.common.day} type="date" required value={draft.day} onInput={(day) => change({ day })} />
      </div>
      {flow === 'revenue' && (
        <ScopeSelect
          label={p.common.account}
          all={p.money.noAccount}
          value={draft.whose}
          onChange={(whose) => change({ whose })}
        />
      )}
      {flow === 'revenue' ? (
        <div class="form-row">
          <Field
            label={p.money.scene}
            hint={p.money.sceneHint}
            required
            value={draft.scene}
            suggestions={known}
            onInput={(scene) => change({ scene })}
          />
          <Select
            label={p.money.kindOfReturn}
            value={draft.returns}
            options={RETURNS.map((value) => ({ value, label: p.money.returnNames[value] }))}
            onChange={(returns) => change({ returns })}
          />
        </div>
      ) : (
        <>
          <div class="form-row">
            <Select
              label={p.money.board}
              value={draft.board}
              options={BOARDS.map((value) => ({ value, label: p.money.boardNames[value] }))}
              onChange={(board) => change({ board })}
            />
            {draft.board === 'content' && (
              <Select
                label={p.money.part}
                value={draft.contentPart ?? ''}
                options={[
                  { value: '' as const, label: p.common.none },
                  ...CONTENT_PARTS.map((value) => ({ value, label: p.money.partNames[value] })),
                ]}
                onChange={(contentPart) => change({ contentPart })}
              />
            )}
          </div>
          <Check label={p.money.forExperiment} checked={draft.experiment} onChange={(experiment) => change({ experiment })} />
          <Check label={p.money.forPeople} checked={draft.people} onChange={(people) => change({ people })} />
        </>
      )}
      <Field label={p.common.note} value={draft.note} onInput={(note) => change({ note })} />
    </FormDialog>
  );
}
