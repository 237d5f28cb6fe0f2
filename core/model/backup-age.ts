/** When the age of the last backup is worth a word, on the screens and in a reminder alike. Times in milliseconds since the epoch. */
const BACKUP_AGE = 14 * 86_400_000;

export interface BackupFacts {
  /** Null if never. */
  lastBackup: number | null;
  /** When anything was first captured or imported and when anything was last; null while there is nothing. */
  captured: { first: number; last: number } | null;
}

/** Two weeks with something new that no backup holds. */
export function isBackupOld({ lastBackup, captured }: BackupFacts, now: number): boolean {
  if (!captured || captured.last <= (lastBackup ?? 0)) return false;
  return now - (lastBackup ?? captured.first) >= BACKUP_AGE;
}

/** From the accounts of the store, with their ISO times. */
export function capturedOf(accounts: readonly { firstSeenAt: string; lastSeenAt: string }[]): BackupFacts['captured'] {
  if (accounts.length === 0) return null;
  return {
    first: Math.min(...accounts.map(({ firstSeenAt }) => Date.parse(firstSeenAt))),
    last: Math.max(...accounts.map(({ lastSeenAt }) => Date.parse(lastSeenAt))),
  };
}
