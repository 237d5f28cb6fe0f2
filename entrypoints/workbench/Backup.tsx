import { useEffect, useRef, useState } from 'preact/hooks';
import { Loaded } from '../../components/kit';
import { useWords } from '../../components/words';
import { type BackupBusy, type BackupProps, BackupView, type RestorePreview } from '../../components/workbench/BackupView';
import { useAnswer, useApp } from '../lib/app';
import { problemOf } from '../lib/ask';
import { saveBackup } from '../lib/backups';
import { forgetBesideTheStore } from '../lib/beside';
import { allowFolder, backupFolder, canChooseFolder, chooseFolder, type Folder, forgetFolder } from '../lib/folder';

export function Backup() {
  const { t } = useWords('workbench');
  const { ask, settings, putSetting } = useApp();
  const overview = useAnswer('overview', null);
  const [busy, setBusy] = useState<BackupBusy | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const [failed, setFailed] = useState<(NonNullable<BackupProps['failed']> & { again: () => void }) | null>(null);
  const [restore, setRestore] = useState<{ file: File; preview: RestorePreview } | null>(null);
  const [folder, setFolder] = useState<Folder | null>(null);
  const lookAtFolder = () => void backupFolder().then(setFolder);
  useEffect(lookAtFolder, []);
  const stop = useRef(new AbortController());

  /** One piece of work at a time; what went wrong is shown unless it was cancelled. */
  const run = async (
    work: BackupBusy['work'],
    job: (options: { signal: AbortSignal; onProgress: (done: number) => void }) => Promise<string | null>,
  ) => {
    stop.current = new AbortController();
    setBusy({ work, done: null });
    setMessage(null);
    setFailed(null);
    try {
      setMessage(await job({ signal: stop.current.signal, onProgress: (done) => setBusy({ work, done }) }));
    } catch (error) {
      if (!stop.current.signal.aborted) setFailed({ work, problem: problemOf(error), again: () => void run(work, job) });
    } finally {
      setBusy(null);
    }
  };
  /** Straight from the click: the browser asks. */
  const askForFolder = () => {
    setFailed(null);
    const asking = folder && !folder.ready ? allowFolder() : chooseFolder();
    asking.then(lookAtFolder, (error: unknown) => setFailed({ work: 'folder', problem: problemOf(error), again: askForFolder }));
  };
  return (
    <Loaded of={overview.state} onRetry={overview.retry}>
      {({ accounts, lastBackup }) => (
        <BackupView
          accounts={accounts}
          last={lastBackup}
          now={Date.now()}
          busy={busy}
          message={message}
          failed={failed}
          restore={restore?.preview ?? null}
          every={settings.backupEvery}
          folder={canChooseFolder ? { name: folder?.name ?? null, ready: folder?.ready ?? false } : null}
          onEvery={(every) => void putSetting({ backupEvery: every })}
          onFolder={askForFolder}
          onForgetFolder={() => void forgetFolder().then(lookAtFolder)}
          onSave={() =>
            void run('saving', async (options) => {
              const { name, folder: into } = await saveBackup(ask, options);
              return into === null ? t.backup.saved(name) : t.backup.savedInFolder(name, into);
            })
          }
          onChoose={(file) =>
            void run('reading', async (options) => {
              setRestore({ file, preview: await ask('previewRestore', { file }, options) });
              return null;
            })
          }
          onRestore={(mode) =>
            void run('restoring', async (options) => {
              if (!restore) return null;
              if (mode === 'replace') await saveBackup(ask, options);
              await ask('restore', { file: restore.file, mode }, options);
              setRestore(null);
              return t.backup.done;
            })
          }
          onForget={() => setRestore(null)}
          onRemove={(scope) =>
            void run('removing', async () => {
              await ask('remove', {
                scope:
                  scope === 'everything'
                    ? scope
                    : { platform: scope.platform, account: 'account' in scope ? scope.account : undefined },
              });
              if (scope === 'everything') {
                await forgetBesideTheStore();
                setFolder(null);
              }
              return t.backup.removed;
            })
          }
          onCancel={() => stop.current.abort()}
          onRetry={() => failed?.again()}
        />
      )}
    </Loaded>
  );
}
