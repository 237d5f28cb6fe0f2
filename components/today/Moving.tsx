import { TrendingDown, TrendingUp } from 'lucide-preact';
import type { GrowthReport } from '../../core/model/report';
import { Button } from '../kit';
import { useWords } from '../words';

const AT_MOST = 3;

interface MovingProps {
  growth: Pick<GrowthReport, 'keys' | 'anomalies'>;
  /** Opens a post by its key. */
  onOpen?: ((key: string) => void) | undefined;
}

/** Posts that grow far faster or slower than the account's posts do at that age. Most days there are none, and nothing is shown. */
export function Moving({ growth, onOpen }: MovingProps) {
  const { t } = useWords('panel');
  const moving = growth.anomalies.filter(({ kind }) => kind === 'surge' || kind === 'slump').slice(0, AT_MOST);
  if (moving.length === 0) return null;
  return (
    <section class="section" aria-labelledby="moving-title">
      <h2 id="moving-title">{t.today.moving}</h2>
      <ul class="card stack-tight">
        {moving.map(({ kind, post, statement }) => {
          const Icon = kind === 'surge' ? TrendingUp : TrendingDown;
          const key = post === null ? undefined : growth.keys[post];
          return (
            <li key={statement} class="line">
              <Icon size={15} aria-hidden="true" />
              <span class="grow">{statement}</span>
              {onOpen && key !== undefined && (
                <Button kind="plain" small onClick={() => onOpen(key)}>
                  {t.today.openPost}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
