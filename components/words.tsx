import { type ComponentChildren, createContext } from 'preact';
import { useContext, useMemo } from 'preact/hooks';
import type { PanelTexts } from '../assets/locales/en/panel';
import type { UiTexts } from '../assets/locales/en/ui';
import type { WorkbenchTexts } from '../assets/locales/en/workbench';
import { createFormats, type Formats } from './format';

/** Texts by the page that loads them: the popup has those of every page, the side panel more, the workbench all. */
export interface TextsOf {
  every: UiTexts;
  panel: UiTexts & PanelTexts;
  workbench: UiTexts & PanelTexts & WorkbenchTexts;
}

interface Words<T extends UiTexts> {
  t: T;
  f: Formats;
  /** A page id (`douyin/content-list`) in words. */
  pageName: (page: string) => string;
}
const Context = createContext<Words<UiTexts> | null>(null);

interface WordsProviderProps {
  texts: TextsOf[keyof TextsOf];
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

/** Texts (`t`) and number and time formats (`f`) in the creator's language. `of`: the page that loads what is said here. */
export function useWords<P extends keyof TextsOf = 'every'>(of?: P): Words<TextsOf[P]> {
  const words = useContext(Context);
  if (!words) throw new Error('useWords outside WordsProvider');
  // Each page's own section bears its name.
  if (of && of !== 'every' && !(of in words.t)) throw new Error(`the texts of the ${of} are not loaded on this page`);
  return words as Words<TextsOf[P]>;
}
