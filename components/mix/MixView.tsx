import { Shapes, Tags } from 'lucide-preact';
import type { MixReport } from '../../core/model/report';
import type { KindsShift, Zone } from '../../core/model/report-parts';
import { useInsight } from '../insight/words';
import { Button, Empty } from '../kit';
import { StartButtons } from '../kit/start';
import { useWords } from '../words';
import { EffectsView } from './EffectsView';
import { KindsPart } from './KindsPart';
import { PillarsPart } from './PillarsPart';
import { SharesPart } from './SharesPart';
import { SeriesPart } from './WordsPart';
import { ZonesPart } from './ZonesPart';

export interface MixProps {
  /** The units of one account. */
  mix: MixReport[];
  pinned: Readonly<Record<string, Zone>>;
  plannedExperiments: { low: number; high: number };
  onLabel: () => void;
  onPin: (topic: string, zone: Zone | null) => void;
  onShift: (shift: KindsShift) => void;
}

/** Two separate statements: what was posted (counting), and what it did (inference). */
export function MixView({ mix, pinned, plannedExperiments, onLabel, onPin, onShift }: MixProps) {
  const { t } = useWords('panel');
  const { words } = useInsight();
  const posts = mix.reduce((sum, unit) => sum + unit.posts, 0);
  const first = mix.toSorted((a, b) => b.posts - a.posts)[0];
  if (posts === 0 || !first)
    return (
      <Empty icon={Shapes} {...t.mix.none}>
        <StartButtons />
      </Empty>
    );
  const labelled = mix
    .flatMap(({ kinds }) => kinds)
    .reduce((sum, { kind, posts: count }) => (kind === 'unlabelled' ? sum : sum + count), 0);
  const action = (
    <Button kind="primary" icon={Tags} onClick={onLabel}>
      {t.mix.label}
    </Button>
  );
  const { adherence, effectiveness } = first;
  return (
    <div class="stack">
      {labelled === 0 ? (
        <Empty icon={Tags} {...t.mix.allUnlabelled}>
          {action}
        </Empty>
      ) : (
        <KindsPart adherence={adherence} action={action} onShift={onShift} />
      )}
      <section class="section stack" aria-labelledby="plan-title">
        <h2 id="plan-title">{words.againstPlan}</h2>
        <PillarsPart
          adherence={adherence}
          effects={effectiveness.factors.find(({ factor }) => factor === 'pillar')?.effects ?? []}
        />
        <ZonesPart zones={adherence.zones} keys={adherence.keys} pinned={pinned} planned={plannedExperiments} onPin={onPin} />
        <SharesPart adherence={adherence} />
        <SeriesPart series={adherence.series} keys={adherence.keys} />
      </section>
      <EffectsView mix={mix} />
    </div>
  );
}
