import { Shapes, Tags } from 'lucide-preact';
import { KINDS } from '../../core/model/labels';
import type { MixReport } from '../../core/model/report';
import { ShareBars } from '../charts/ShareBars';
import { Button, Empty, Note } from '../kit';
import { useWords } from '../words';

/** Below this share of labelled posts, shares among them say little about the account. */
const ENOUGH = 0.6;

export interface MixProps {
  mix: MixReport[];
  onLabel: () => void;
}

/** Counts of the account over all its units. */
export function MixView({ mix, onLabel }: MixProps) {
  const { t, f } = useWords();
  const posts = mix.reduce((sum, unit) => sum + unit.posts, 0);
  if (posts === 0) return <Empty icon={Shapes} {...t.mix.none} />;
  const countOf = (kind: string) =>
    mix.flatMap(({ kinds }) => kinds).reduce((sum, entry) => (entry.kind === kind ? sum + entry.posts : sum), 0);
  const counts = KINDS.map((kind) => ({ kind, count: countOf(kind) }));
  const labelled = counts.reduce((sum, { count }) => sum + count, 0);
  const action = (
    <Button kind="primary" icon={Tags} onClick={onLabel}>
      {t.mix.label}
    </Button>
  );
  if (labelled === 0) {
    return (
      <Empty icon={Tags} {...t.mix.allUnlabelled}>
        {action}
      </Empty>
    );
  }
  const postsText = (n: number) => t.common.posts(n, f.number(n));
  const bars = counts.map(({ kind, count }, at) => ({ id: kind, label: t.kinds[kind], count, tone: `kind-${at + 1}` }));
  const unlabelled = posts - labelled;
  return (
    <section class="section stack" aria-labelledby="mix-title">
      <div>
        <h2 id="mix-title" class="section-title">
          {t.mix.title}
        </h2>
        <p class="small muted">{t.mix.note}</p>
      </div>
      <ShareBars
        bars={bars}
        total={labelled}
        caption={t.mix.chart(postsText(labelled))}
        head={[t.mix.kind, t.mix.count, t.mix.share]}
      />
      {labelled < posts * ENOUGH && <Note kind="warn">{t.mix.tooFew(postsText(labelled))}</Note>}
      {unlabelled > 0 && (
        <div class="row-apart">
          <span class="small muted">
            {t.mix.unlabelled}: {postsText(unlabelled)}
          </span>
          {action}
        </div>
      )}
    </section>
  );
}
