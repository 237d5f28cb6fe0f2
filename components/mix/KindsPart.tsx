import type { ComponentChildren } from 'preact';
import { KINDS } from '../../core/model/labels';
import type { Adherence, KindsShift } from '../../core/model/report-parts';
import { ShareBars } from '../charts/ShareBars';
import { WhyFigure } from '../insight/WhyFigure';
import { useInsight } from '../insight/words';
import { Button, Note } from '../kit';
import { useWords } from '../words';

interface KindsPartProps {
  adherence: Adherence;
  /** Opens the posts that have no kind. */
  action: ComponentChildren;
  /** Takes a proposed change of the plan over. */
  onShift: (shift: KindsShift) => void;
}

/** C2: the four kinds against the plan, and what to make next. */
export function KindsPart({ adherence, action, onShift }: KindsPartProps) {
  const { t, f } = useWords('panel');
  const { words } = useInsight();
  const { kinds, keys, window } = adherence;
  const counted = kinds.kinds.value;
  const labelled = kinds.kinds.why.inputs;
  const bars = KINDS.map((kind, at) => ({
    id: kind,
    label: t.kinds[kind],
    // Below the smallest sample the labels themselves are still shown, without a share of the plan.
    count: Number(labelled[kind] ?? 0),
    tone: `kind-${at + 1}`,
    target: counted?.find((entry) => entry.kind === kind)?.targetPosts ?? null,
  }));
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  return (
    <section class="section stack" aria-labelledby="mix-title">
      <div>
        <h2 id="mix-title" class="section-title">
          {t.mix.title}
        </h2>
        {window && (
          <p class="small faint number">
            {t.mix.window(
              t.common.posts(window.posts, f.number(window.posts)),
              f.published(window.from, 'day') ?? window.from,
              f.published(window.to, 'day') ?? window.to,
            )}
          </p>
        )}
      </div>
      <div class="card stack">
        <p>{kinds.statement}</p>
        <ShareBars
          bars={bars}
          // Counts are counts; shares wait for enough labels.
          total={counted ? total : 0}
          caption={t.mix.chart(t.common.posts(total, f.number(total)))}
          head={[t.mix.kind, t.mix.count, t.mix.share]}
        />
        {kinds.next.length > 0 && (
          <div class="stack-tight">
            <p class="field-label">{kinds.inPlan ? t.mix.nextInPlan : t.mix.next}</p>
            <ol class="row">
              {kinds.next.slice(0, 5).map((kind, at) => (
                // The same kind may come twice in a row: its place is its identity.
                <li key={at} class="tag">
                  {t.kinds[kind]}
                </li>
              ))}
            </ol>
          </div>
        )}
        {kinds.habitDiffers && <p class="small muted">{words.habitDiffers}</p>}
        {kinds.shift && <Shift shift={kinds.shift} onShift={onShift} />}
        {kinds.unlabelled > 0 && (
          <div class="row-apart">
            <span class="small muted">
              {f.said(t.mix.unlabelled, t.common.posts(kinds.unlabelled, f.number(kinds.unlabelled)))}
            </span>
            {action}
          </div>
        )}
        <WhyFigure why={kinds.kinds.why} keys={keys} />
      </div>
    </section>
  );
}

function Shift({ shift, onShift }: { shift: KindsShift; onShift: KindsPartProps['onShift'] }) {
  const { words } = useInsight();
  return (
    <Note>
      <div class="row-apart">
        <span>{shift.statement}</span>
        <Button small onClick={() => onShift(shift)}>
          {words.takeOver}
        </Button>
      </div>
    </Note>
  );
}
