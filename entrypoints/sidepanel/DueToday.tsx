import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DueItem } from '../../core/model/workspace/view';
import { useAnswer, useApp } from '../lib/app';
import { openWorkbench } from '../lib/browser';

interface CardProps {
  items: readonly DueItem[];
  zone: string;
  onOpen: (section: string) => void;
}

/** What the plan wants done today. Nothing is fetched or shown for those who have no plan or nothing due. */
export function DueToday() {
  const { locale, settings } = useApp();
  const { state } = useAnswer('due', { locale, zone: settings.zone });
  const items = state.state === 'ready' ? state.value : [];
  const [Card, setCard] = useState<FunctionComponent<CardProps> | null>(null);
  const wanted = items.length > 0;
  useEffect(() => {
    if (!wanted) return;
    let dropped = false;
    void import('./DueCard').then(async ({ dueCard }) => {
      const card = await dueCard(locale);
      if (!dropped) setCard(() => card);
    });
    return () => {
      dropped = true;
    };
  }, [wanted, locale]);
  return wanted && Card ? (
    <Card items={items} zone={settings.zone} onOpen={(section) => void openWorkbench(`plan/${section}`)} />
  ) : null;
}
