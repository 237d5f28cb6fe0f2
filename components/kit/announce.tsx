import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';

const Announcer = createContext<(text: string) => void>(() => {});
/** Holds the one polite live region of a page; `useAnnounce()` speaks through it. */
export function AnnouncerProvider({ children }: { children: ComponentChildren }) {
  const [text, setText] = useState('');
  useEffect(() => {
    if (!text) return;
    const clearing = setTimeout(() => setText(''), 4000);
    return () => clearTimeout(clearing);
  }, [text]);
  return (
    <Announcer.Provider value={setText}>
      {children}
      <div class="sr-only" role="status" aria-live="polite" data-live>
        {text}
      </div>
    </Announcer.Provider>
  );
}
export const useAnnounce = () => useContext(Announcer);
