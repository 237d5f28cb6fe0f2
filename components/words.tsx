import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { UiTexts } from '../assets/locales/en/ui';
import { createFormats, type Formats } from './format';

interface Words {
  t: UiTexts;
  f: Formats;
  /** A page id (`douyin/content-list`) in words. */
  pageName: (page: string) => string;
}
const Context = createContext<Words | null>(null);

interface WordsProviderProps {
  texts: UiTexts;
  /** Names of the pages that are read, by page id. */
  pages: Readonly<Record<string, string>>;
  children: ComponentChildren;
}
export function WordsProvider({ texts, pages, children }: WordsProviderProps) {
  const words = useMemo(() => {
    const pageName = (page: string) =>
      pages[page] ?? (page.startsWith('import/') ? texts.coverage.importPage(page.slice(7)) : page);
    return { t: texts, f: createFormats(texts), pageName };
  }, [texts, pages]);
  return <Context.Provider value={words}>{children}</Context.Provider>;
}

/** Texts (`t`) and number and time formats (`f`) in the creator's language. */
export function useWords(): Words {
  const words = useContext(Context);
  if (!words) throw new Error('useWords outside WordsProvider');
  return words;
}
