import { useEffect, useState } from 'preact/hooks';
import { BackupReminder } from '../../components/kit/backup';
import { WorkbenchView } from '../../components/workbench/WorkbenchView';
import { useBackupAge } from '../lib/backups';
import { usePlatforms } from '../lib/hooks';
import type { PageProps } from './page';
import { PAGES, routeOf } from './pages';

const go: PageProps['go'] = (page, ...rest) => {
  location.hash = [page, ...rest.map(encodeURIComponent)].join('/');
};

export function Workbench() {
  const [{ page, rest }, setRoute] = useState(() => routeOf(location.hash));
  const platforms = usePlatforms();
  const age = useBackupAge();
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return (
    <WorkbenchView
      pages={PAGES}
      current={page}
      aside={age && page.id !== 'backup' && <BackupReminder age={age} now={Date.now()} onBackup={() => go('backup')} />}
    >
      <page.View key={page.id} platforms={platforms} rest={rest} go={go} />
    </WorkbenchView>
  );
}
