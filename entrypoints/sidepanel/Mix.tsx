import type { InsightTexts } from '../../assets/locales/en/insight';
import type { Scope } from '../../components/data';
import { Button } from '../../components/kit';
import { MixView } from '../../components/mix/MixView';
import { useWords } from '../../components/words';
import type { MixReport } from '../../core/model/report';
import { openWorkbench } from '../lib/browser';
import { InsightRoot, usePlan } from '../lib/insight';

export interface MixTabProps {
  words: InsightTexts;
  account: Scope;
  mix: MixReport[];
  onLabel: () => void;
}

/** Pages of the workbench with what has no room here. */
const MORE = ['overview', 'score', 'growth'] as const;

const openPost = (key: string) => void openWorkbench(`posts/${encodeURIComponent(key)}`);

export function Mix({ words, mix, onLabel }: MixTabProps) {
  const { t } = useWords('panel');
  const plan = usePlan();
  return (
    <InsightRoot words={words} onPost={openPost}>
      <MixView
        mix={mix}
        pinned={plan.figures.pinnedZones}
        plannedExperiments={plan.figures.experimentsPerMonth}
        onLabel={onLabel}
        onPin={plan.pin}
        onShift={plan.shift}
      />
      <nav class="row" aria-label={words.more}>
        {MORE.map((section) => (
          <Button key={section} small onClick={() => void openWorkbench(section)}>
            {t.sections[section]}
          </Button>
        ))}
      </nav>
    </InsightRoot>
  );
}
