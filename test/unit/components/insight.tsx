/** Draws a view of content mix, score or growth with English words. */
import type { ComponentChildren } from 'preact';
import { insight } from '../../../assets/locales/en/insight';
import { type Insight, InsightProvider } from '../../../components/insight/words';
import { draw } from './harness';

export function drawInsight(children: ComponentChildren, own: Partial<Insight> = {}) {
  const given: Insight = {
    words: insight,
    namesOf: async (keys) =>
      Object.fromEntries(
        keys.map((key) => [key, { title: `Post ${key}`, publishedAt: '2026-06-01', precision: 'day' as const }]),
      ),
    onPost: () => {},
    ...own,
  };
  return draw(<InsightProvider insight={given}>{children}</InsightProvider>);
}
