import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { InsightTexts } from '../../assets/locales/en/insight';
import type { Precision } from '../../core/model/reading';

/** How a post is named where figures point to it. */
export interface PostName {
  title: string;
  publishedAt: string | null;
  precision: Precision | null;
}

export interface Insight {
  /** Words of these views: fetched with them, not with the first screen. */
  words: InsightTexts;
  namesOf: (keys: readonly string[]) => Promise<Record<string, PostName>>;
  onPost: (key: string) => void;
  /** Opens an incident with what is out of the ordinary; absent where there is no way to one. */
  onIncident?: ((post: string | null, rule: string) => void) | undefined;
}

const Context = createContext<Insight | null>(null);
export const InsightProvider = ({ insight, children }: { insight: Insight; children: ComponentChildren }) => (
  <Context.Provider value={insight}>{children}</Context.Provider>
);

export function useInsight(): Insight {
  const insight = useContext(Context);
  if (!insight) throw new Error('useInsight outside InsightProvider');
  return insight;
}
