import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface SwitchProps {
  checked: boolean;
  label: string;
  busy?: boolean;
  onChange: (checked: boolean) => void;
}
export function Switch({ checked, label, busy, onChange }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-checked={checked}
      aria-label={label}
      aria-busy={busy}
      disabled={busy}
      onClick={() => onChange(!checked)}
    />
  );
}

interface CheckProps {
  label: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}
/** A box to tick and the words beside it. */
export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class="check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  hideLegend?: boolean;
  value: T;
  /** `none`: nothing is chosen; said quietly, so that it does not look like a choice. */
  options: readonly { value: T; label: string; none?: boolean }[];
  onChange: (value: T) => void;
}
export function Choice<T extends string>({ legend, hideLegend, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="stack-tight">
      <legend class={hideLegend ? 'sr-only' : 'field-label'}>{legend}</legend>
      <div class="choice">
        {options.map((option) => (
          <label key={option.value} class={option.none ? 'choice-none' : undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SelectProps<T extends string> {
  label: string;
  hideLabel?: boolean;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}
export function Select<T extends string>({ label, hideLabel, value, options, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="field grow">
      <label for={id} class={hideLabel ? 'sr-only' : undefined}>
        {label}
      </label>
      <select id={id} class="select" value={value} onChange={(event) => onChange(event.currentTarget.value as T)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
