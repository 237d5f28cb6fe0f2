import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { UiTexts } from '../assets/locales/en/ui';
import { createFormats, type Formats } from './format';

interface Words {
  t: UiTexts;
  f: Formats;
}
const Context = createContext<Words | null>(null);

export function WordsProvider({ texts, children }: { texts: UiTexts; children: ComponentChildren }) {
  const words = useMemo(() => ({ t: texts, f: createFormats(texts) }), [texts]);
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

/** Texts (`t`) and number and time formats (`f`) in the creator's language. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
