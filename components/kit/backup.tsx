import { HardDrive } from 'lucide-preact';
import type { BackupAge } from '../data';
import { useWords } from '../words';
import { Button } from './buttons';

/** One quiet line: how old the last backup is, and where to make one. */
export function BackupReminder({ age, now, onBackup }: { age: BackupAge; now: number; onBackup: () => void }) {
  const { t, f } = useWords('panel');
  return (
    <div class="reminder small">
      <p class="muted heading">
        <HardDrive size={14} aria-hidden="true" />
        {age.last === null ? t.backupAge.never : t.backupAge.last(f.ago(age.last, now))}
        {age.due && ` · ${t.backupAge.due}`}
      </p>
      <Button small kind="plain" onClick={onBackup}>
        {t.backupAge.save}
      </Button>
    </div>
  );
}
