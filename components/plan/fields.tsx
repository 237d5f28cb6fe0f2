/** The fields the plan's forms are made of, and the dialog they stand in. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { WorkspaceScope } from '../../core/model/workspace/objects';
import { type Scope, scopeId } from '../data';
import { Button, Select } from '../kit';
import { Dialog } from '../kit/dialog';
import { accountLabel } from '../shell/AccountBar';
import { useWords } from '../words';
import { usePlan } from './context';

interface FieldProps {
  label: string;
  value: string;
  type?: 'text' | 'number' | 'date' | 'datetime-local' | 'month';
  hint?: string | undefined;
  required?: boolean;
  min?: number;
  step?: 'any' | number;
  /** Offered while typing. */
  suggestions?: readonly string[];
  disabled?: boolean;
  onInput: (value: string) => void;
}
export function Field({ label, value, type = 'text', hint, required, min, step, suggestions, disabled, onInput }: FieldProps) {
  const id = useId();
  return (
    <div class="field grow">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        type={type}
        value={value}
        required={required}
        min={min}
        step={step ?? (type === 'number' ? 'any' : undefined)}
        maxLength={type === 'text' ? 500 : undefined}
        list={suggestions ? `${id}-list` : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={disabled}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
      {hint && (
        <p id={`${id}-hint`} class="small muted">
          {hint}
        </p>
      )}
    </div>
  );
}

const USUAL_CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'KRW'];

/** The usual currencies by name, or any other by its three letters. `value` may be half typed. */
export function CurrencySelect(props: { label: string; value: string; onChange: (currency: string) => void }) {
  const { label, value, onChange } = props;
  const { f } = useWords();
  const { p } = usePlan();
  const [typed, setTyped] = useState(!USUAL_CURRENCIES.includes(value));
  const names = new Intl.DisplayNames(f.locale, { type: 'currency' });
  return (
    <>
      <Select
        label={label}
        value={typed ? '' : value}
        options={[
          ...USUAL_CURRENCIES.map((code) => ({ value: code, label: `${code} · ${names.of(code) ?? code}` })),
          { value: '', label: p.money.otherCurrency },
        ]}
        onChange={(code) => {
          setTyped(code === '');
          onChange(code);
        }}
      />
      {typed && (
        <Field
          label={p.money.currencyCode}
          required
          value={value}
          hint={p.money.currencyHint}
          onInput={(text) => onChange(text.trim().toUpperCase())}
        />
      )}
    </>
  );
}

interface AreaProps {
  label: string;
  value: string;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  onInput: (value: string) => void;
}
export function Area({ label, value, hint, required, disabled, onInput }: AreaProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="textarea"
        value={value}
        maxLength={20_000}
        required={required}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint && (
        <p id={`${id}-hint`} class="small muted">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Which account, or all of them. */
export function ScopeSelect({
  label,
  value,
  all,
  onChange,
}: {
  label: string;
  value: WorkspaceScope;
  /** How "no particular one" is called; without it an account must be chosen. */
  all?: string;
  onChange: (scope: WorkspaceScope) => void;
}) {
  const { t } = useWords();
  const { accounts } = usePlan();
  const known: Scope[] = [...accounts];
  const current = value.platform === null ? null : { platform: value.platform, account: value.account ?? '' };
  // An account that was removed since keeps its name here.
  if (current && !known.some((one) => scopeId(one) === scopeId(current))) known.push(current);
  return (
    <Select
      label={label}
      value={current ? scopeId(current) : ''}
      options={[
        ...(all === undefined ? [] : [{ value: '', label: all }]),
        ...known.map((one) => ({ value: scopeId(one), label: accountLabel(one, t) })),
      ]}
      onChange={(id) => {
        const chosen = known.find((one) => scopeId(one) === id);
        onChange(chosen ? { platform: chosen.platform, account: chosen.account } : { platform: null, account: null });
      }}
    />
  );
}

/** Who looks after it. Only there when people were switched on. */
export function OwnerSelect({ value, onChange }: { value: string | undefined; onChange: (owner: string | undefined) => void }) {
  const { p, workspace } = usePlan();
  const team = workspace.records.team[0];
  if (!team?.on) return null;
  const names = [...new Set([...team.members.map(({ name }) => name), ...(value ? [value] : [])])];
  return (
    <Select
      label={p.common.owner}
      value={value ?? ''}
      options={[{ value: '', label: p.common.nobody }, ...names.map((name) => ({ value: name, label: name }))]}
      onChange={(owner) => onChange(owner === '' ? undefined : owner)}
    />
  );
}

interface FormDialogProps {
  title: string;
  onSave: () => void;
  onClose: () => void;
  /** Takes the thing away. */
  onRemove?: (() => void) | undefined;
  saveLabel?: string;
  disabled?: boolean;
  /** Above the buttons, always in sight. */
  note?: string | undefined;
  children: ComponentChildren;
}
export function FormDialog({ title, onSave, onClose, onRemove, saveLabel, disabled, note, children }: FormDialogProps) {
  const { t } = useWords();
  const { p } = usePlan();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="stack"
        method="dialog"
        onSubmit={() => {
          onSave();
        }}
      >
        {children}
        <div class="row-apart wrap dialog-foot">
          {note && <p class="small strong dialog-note">{note}</p>}
          <div class="row">
            <Button kind="primary" submit disabled={disabled ?? false}>
              {saveLabel ?? p.common.save}
            </Button>
          </div>
          {onRemove && (
            <Button
              kind="danger"
              onClick={(event) => {
                onRemove();
                (event.currentTarget as HTMLElement).closest('dialog')?.close();
              }}
            >
              {t.common.remove}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

/** What is being written in a form: changed field by field. */
export function useDraft<T extends object>(initial: T): [T, (change: Partial<T>) => void] {
  const [draft, setDraft] = useState(initial);
  return [draft, (change) => setDraft((before) => ({ ...before, ...change }))];
}

export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
/** A number somebody typed; null when it is none. */
export const numberOf = (text: string): number | null => {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
};
