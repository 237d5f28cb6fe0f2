import { useId } from 'preact/hooks';

interface TextLabelProps {
  label: string;
  value: string;
  known: readonly string[];
  hint?: string;
  /** While it is typed. */
  onInput?: (value: string) => void;
  onChange: (value: string | null) => void;
}
export function TextLabel({ label, value, known, hint, onInput, onChange }: TextLabelProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        list={`${id}-known`}
        maxLength={100}
        value={value}
        placeholder={hint}
        onInput={(event) => onInput?.(event.currentTarget.value)}
        onChange={(event) => onChange(event.currentTarget.value.trim() || null)}
      />
      <datalist id={`${id}-known`}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}
