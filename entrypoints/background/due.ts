/** Which reminders are due: worked out anew each time from what is stored, so that nothing is lost while the worker sleeps or is updated. */

import { nextWindow } from '../../components/today/next-window';
import { type BackupFacts, isBackupOld } from '../../core/model/backup-age';
import type { TimingReport } from '../../core/model/report';
import type { ReminderKind } from '../../core/model/settings';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A good time is announced this long before it begins. */
const LEAD = HOUR / 2;
/** A backup that was not made is mentioned again after this long. */
const BACKUP_AGAIN = 7 * DAY;
const DEADLINE_LEAD = DAY;

export interface Facts extends BackupFacts {
  /** What the creator wants to be reminded of. */
  notify: readonly ReminderKind[];
  timing: readonly TimingReport[];
  deadlines: readonly { id: string; title: string; dueAt: number }[];
  /** When each reminder was last shown, by id. */
  shown: Readonly<Record<string, number>>;
}

export type Due =
  | { id: string; kind: 'window'; unit: string; zone: string; at: number }
  | { id: string; kind: 'backup'; days: number | null }
  | { id: string; kind: 'incident'; title: string; dueAt: number };

/** `now`: milliseconds since the epoch. */
export function dueReminders(facts: Facts, now: number): Due[] {
  const wanted = new Set(facts.notify);
  return [
    ...(wanted.has('window') ? windowsDue(facts, now) : []),
    ...(wanted.has('backup') ? backupDue(facts, now) : []),
    ...(wanted.has('incident') ? deadlinesDue(facts, now) : []),
  ];
}

/** When a reminder was last shown. What was shown more than a day from now, a wrong clock said: it silences nothing. */
const lastShown = (shown: number | undefined, now: number) =>
  shown === undefined || shown > now + DAY ? Number.NEGATIVE_INFINITY : shown;

/** Only times that the posts support are announced: a weak sign or a default is nobody's alarm. */
function windowsDue({ timing, shown }: Facts, now: number): Due[] {
  return timing.flatMap(({ unit, state, windows, zone }): Due[] => {
    if (state !== 'supported' && state !== 'confirmed') return [];
    const named = windows.filter(({ recommended }) => recommended);
    const next = nextWindow(named, zone, now);
    if (!next || next.open || next.at - now > LEAD) return [];
    const id = `window:${unit}`;
    return lastShown(shown[id], now) > now - 2 * LEAD ? [] : [{ id, kind: 'window', unit, zone, at: next.at }];
  });
}

function backupDue(facts: Facts, now: number): Due[] {
  if (!isBackupOld(facts, now) || now - lastShown(facts.shown.backup, now) < BACKUP_AGAIN) return [];
  const { lastBackup } = facts;
  return [{ id: 'backup', kind: 'backup', days: lastBackup === null ? null : Math.floor((now - lastBackup) / DAY) }];
}

function deadlinesDue({ deadlines, shown }: Facts, now: number): Due[] {
  return deadlines.flatMap(({ id: name, title, dueAt }): Due[] => {
    const id = `incident:${name}:${dueAt}`;
    if (dueAt - now > DEADLINE_LEAD || id in shown) return [];
    return [{ id, kind: 'incident', title, dueAt }];
  });
}
