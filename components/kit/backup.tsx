import { HardDrive } from 'lucide-preact';
import type { BackupAge } from '../data';
import { useWords } from '../words';
import { Button } from './buttons';

/** One quiet line: how old the last backup is, and where to make one. */
export function BackupReminder({ age, now, onBackup }: { age: BackupAge; now: number; onBackup: () => void }) {
  const { t, f } = useWords();
  return (
    <div class="reminder small">
      <p class="muted heading">
        <HardDrive size={14} aria-hidden="true" />
        {age.last === null ? t.backup.never : t.backup.last(f.ago(age.last, now))}
        {age.due && ` · ${t.backup.due}`}
      </p>
      <Button small kind="plain" onClick={onBackup}>
        {t.backup.save}
      </Button>
    </div>
  );
}
