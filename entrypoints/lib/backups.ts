/** Backups: made when asked for, and by themselves as often as the creator wants. */
import { useEffect, useRef } from 'preact/hooks';
import type { BackupAge } from '../../components/data';
import { isBackupOld } from '../../core/model/backup-age';
import type { BackupEvery } from '../../core/model/settings';
import { useAnswer, useApp } from './app';
import type { Ask, AskOptions } from './ask';
import { download, extensionVersion } from './browser';
import { backupFolder, writeToFolder } from './folder';
import { isSample } from './sample-place';

const DAY = 86_400_000;
/** So few posts are soon captured again. */
const WORTH_IT = 20;

/** Into the chosen folder where there is one that may be written to, else to the downloads. Answers where, for the message. */
export async function saveBackup(ask: Ask, options: AskOptions = {}): Promise<{ name: string; folder: string | null }> {
  const { name, blob } = await ask('backup', { app: extensionVersion() }, options);
  const folder = await backupFolder();
  const written = folder?.ready === true && (await writeToFolder(name, blob));
  if (!written) download(name, blob);
  await ask('noteBackup', null);
  return { name, folder: written ? folder.name : null };
}

/** A backup dated more than a day from now was made under a wrong clock, and postpones nothing. */
export const isDue = (last: number | null, every: BackupEvery, now: number) =>
  every > 0 && (last === null || now - last >= every * DAY || last - now > DAY);

/**
 * How old the last backup is, for a reminder; null while there is nothing to remind of. A backup that is due is made here, once for
 * all our pages, unless the browser must first be asked for the folder: that takes a click.
 */
export function useBackupAge(): BackupAge | null {
  const { ask, settings } = useApp();
  const { state } = useAnswer('overview', null);
  const begun = useRef(false);
  const overview = state.state === 'ready' ? state.value : null;
  const posts = overview?.accounts.reduce((sum, account) => sum + account.posts, 0) ?? 0;
  const last = overview?.lastBackup ?? null;
  // The sample account is no treasure.
  const sample = isSample(location.search);
  const due = overview !== null && !sample && posts > 0 && isDue(last, settings.backupEvery, Date.now());

  useEffect(() => {
    if (!due || begun.current) return;
    begun.current = true;
    void navigator.locks.request('post-almanac-backup', { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const folder = await backupFolder();
      const { lastBackup } = await ask('overview', null);
      // Another page may have made it in the meantime.
      if ((folder && !folder.ready) || !isDue(lastBackup, settings.backupEvery, Date.now())) return;
      // Whatever keeps it from being made, the reminder stays.
      await saveBackup(ask).catch(() => undefined);
    });
  }, [due, ask, settings.backupEvery]);

  if (!overview || sample || posts < WORTH_IT) return null;
  return due || isBackupOld(overview, Date.now()) ? { last, due } : null;
}
