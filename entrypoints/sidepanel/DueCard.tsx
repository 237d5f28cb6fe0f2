import type { FunctionComponent } from 'preact';
import { DueList } from '../../components/plan/DueList';
import type { DueItem } from '../../core/model/workspace/view';
import { wallClock } from '../lib/clock';
import type { Locale } from '../lib/protocol';

type Card = FunctionComponent<{ items: readonly DueItem[]; zone: string; onOpen: (section: string) => void }>;

/** The card with its words, fetched only when something is due. */
export async function dueCard(locale: Locale): Promise<Card> {
  const zh = locale === 'zh-CN';
  const { plan } = await (zh ? import('../../assets/locales/zh-CN/plan') : import('../../assets/locales/en/plan'));
  return ({ items, zone, onOpen }) => {
    const clock = wallClock(zone);
    return (
      <section class="card stack-tight" aria-labelledby="due-title">
        <h2 id="due-title" class="section-title">
          {plan.due.title}
        </h2>
        <DueList items={items} words={plan.due} onOpen={onOpen} hour={(at) => clock.toWall(at).slice(11)} />
      </section>
    );
  };
}
