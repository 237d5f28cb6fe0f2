import { useEffect, useState } from 'preact/hooks';
import { WelcomeView } from '../../components/welcome/WelcomeView';
import { SECTIONS, type Section, WorkbenchView } from '../../components/workbench/WorkbenchView';
import { usePlatforms } from '../lib/hooks';
import { Backup } from './Backup';
import { Diagnostics } from './Diagnostics';
import { Export } from './Export';
import { Import } from './Import';
import { Posts } from './Posts';
import { Settings } from './Settings';

const sectionOf = (hash: string): Section => SECTIONS.find((section) => `#${section}` === hash) ?? 'welcome';

export function Workbench() {
  const [section, setSection] = useState(() => sectionOf(location.hash));
  const platforms = usePlatforms();
  useEffect(() => {
    const follow = () => setSection(sectionOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return (
    <WorkbenchView section={section}>
      {section === 'welcome' && (
        <WelcomeView
          platforms={platforms.switches}
          onSwitch={platforms.change}
          onGo={(next) => {
            location.hash = next;
          }}
        />
      )}
      {section === 'posts' && <Posts />}
      {section === 'import' && <Import />}
      {section === 'export' && <Export />}
      {section === 'backup' && <Backup />}
      {section === 'settings' && <Settings platforms={platforms} />}
      {section === 'diagnostics' && <Diagnostics platforms={platforms} />}
    </WorkbenchView>
  );
}
