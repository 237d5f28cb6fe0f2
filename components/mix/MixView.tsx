import { Shapes, Tags } from 'lucide-preact';
import type { MixReport } from '../../core/model/report';
import { Button, Empty } from '../kit';
import { useWords } from '../words';
import { AdherenceView } from './AdherenceView';
import { EffectsView } from './EffectsView';

export interface MixProps {
  /** The units of one account. */
  mix: MixReport[];
  onLabel: () => void;
}

/** Two separate statements: what was posted (counting), and what it did (inference). */
export function MixView({ mix, onLabel }: MixProps) {
  const { t } = useWords();
  const posts = mix.reduce((sum, unit) => sum + unit.posts, 0);
  const first = mix.toSorted((a, b) => b.posts - a.posts)[0];
  if (posts === 0 || !first) return <Empty icon={Shapes} {...t.mix.none} />;
  const labelled = mix
    .flatMap(({ kinds }) => kinds)
    .reduce((sum, { kind, posts: count }) => (kind === 'unlabelled' ? sum : sum + count), 0);
  const action = (
    <Button kind="primary" icon={Tags} onClick={onLabel}>
      {t.mix.label}
    </Button>
  );
  return (
    <div class="stack">
      {labelled === 0 && (
        <Empty icon={Tags} {...t.mix.allUnlabelled}>
          {action}
        </Empty>
      )}
      {labelled > 0 && <AdherenceView adherence={first.adherence} mix={mix} action={action} />}
      <EffectsView mix={mix} />
    </div>
  );
}
