import { Sprout } from 'lucide-preact';
import { Button } from '../kit';
import { useWords } from '../words';

/** Stands over every page that shows the sample account: nobody shall take it for their own. */
export function SampleBar({ onLeave }: { onLeave: () => void }) {
  const { t } = useWords();
  return (
    <aside class="sample-bar no-print" aria-label={t.sample.label}>
      <Sprout size={16} aria-hidden="true" />
      <p class="grow">{t.sample.text}</p>
      <Button small onClick={onLeave}>
        {t.sample.leave}
      </Button>
    </aside>
  );
}
