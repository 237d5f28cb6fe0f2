import { useId } from 'preact/hooks';
import { KINDS, type Kind, type Labels } from '../../core/model/labels';
import { Choice } from '../kit';
import { useWords } from '../words';
import { MoreLabels } from './MoreLabels';

/** A change of labels: null removes a field. */
export type LabelEdit = { [F in keyof Labels]?: Labels[F] | null };

interface LabelEditorProps {
  labels: Labels;
  pillars: readonly string[];
  series: readonly string[];
  onChange: (edit: LabelEdit) => void;
}

/** Every change is saved at once; there is no button to forget. */
export function LabelEditor({ labels, pillars, series, onChange }: LabelEditorProps) {
  const { t } = useWords();
  return (
    <div class="stack">
      <KindChoice kind={labels.kind} onChange={(kind) => onChange({ kind })} />
      <TextLabel
        label={t.posts.pillar}
        value={labels.pillar ?? ''}
        known={pillars}
        hint={t.posts.pillarHint}
        onChange={(pillar) => onChange({ pillar })}
      />
      <TextLabel
        label={t.posts.series}
        value={labels.series ?? ''}
        known={series}
        onChange={(name) => onChange({ series: name })}
      />
      <div class="stack-tight">
        {(['commercial', 'boosted', 'sensitive'] as const).map((name) => (
          <label key={name} class="check">
            <input
              type="checkbox"
              checked={labels[name] ?? false}
              onChange={(event) => onChange({ [name]: event.currentTarget.checked || null })}
            />
            {t.posts[name]}
          </label>
        ))}
      </div>
      <MoreLabels labels={labels} onChange={onChange} />
    </div>
  );
}

interface KindChoiceProps {
  kind: Kind | undefined;
  hideLegend?: boolean;
  onChange: (kind: Kind | null) => void;
}
export function KindChoice({ kind, hideLegend = false, onChange }: KindChoiceProps) {
  const { t } = useWords();
  return (
    <Choice
      legend={t.posts.kind}
      hideLegend={hideLegend}
      value={kind ?? 'none'}
      options={[...KINDS.map((value) => ({ value, label: t.kinds[value] })), { value: 'none' as const, label: t.posts.noKind }]}
      onChange={(value) => onChange(value === 'none' ? null : value)}
    />
  );
}

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
