import { KINDS, type Kind, type Labels } from '../../core/model/labels';
import type { LabelEdit } from '../data';
import { Check, Choice } from '../kit';
import { useWords } from '../words';
import { MoreLabels } from './MoreLabels';
import { TextLabel } from './TextLabel';

interface LabelEditorProps {
  labels: Labels;
  pillars: readonly string[];
  series: readonly string[];
  onChange: (edit: LabelEdit) => void;
}

/** Every change is saved at once; there is no button to forget. */
export function LabelEditor({ labels, pillars, series, onChange }: LabelEditorProps) {
  const { t } = useWords('panel');
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
          <Check
            key={name}
            label={t.posts.marks[name]}
            checked={labels[name] ?? false}
            onChange={(on) => onChange({ [name]: on || null })}
          />
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
  const { t } = useWords('panel');
  return (
    <Choice
      legend={t.posts.kind}
      hideLegend={hideLegend}
      value={kind ?? 'none'}
      options={[
        ...KINDS.map((value) => ({ value, label: t.kinds[value] })),
        { value: 'none' as const, label: t.posts.noKind, none: true },
      ]}
      onChange={(value) => onChange(value === 'none' ? null : value)}
    />
  );
}
