/** Where history comes from, for a screen that has none yet: the lists of the platforms, or files. */
import { FileUp, LayoutList } from 'lucide-preact';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useWords } from '../words';
import { Button } from './buttons';

/** Opens a page of the workbench; beside a dashboard, in a tab of its own. */
export const OpenPage = createContext<(page: 'welcome' | 'import') => void>((page) => {
  location.hash = page;
});

export function StartButtons() {
  const { t } = useWords('panel');
  const open = useContext(OpenPage);
  return (
    <>
      <Button kind="primary" icon={LayoutList} onClick={() => open('welcome')}>
        {t.start.lists}
      </Button>
      <Button icon={FileUp} onClick={() => open('import')}>
        {t.start.files}
      </Button>
    </>
  );
}
