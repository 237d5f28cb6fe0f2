/** What a creator sets, and which values there are. Types and lists only: every page carries them; the schemas stand in `settings.schema.ts`. */
import type { Platform } from './platforms';
import type { RuleSettings } from './rule-settings';

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof THEMES)[number];
export const LANGUAGES = ['system', 'en', 'zh-CN'] as const;
export type LanguageChoice = (typeof LANGUAGES)[number];
/** `window`: a good time is coming up. `backup`: the last one is old. `incident`: a deadline comes near. */
export const REMINDERS = ['window', 'backup', 'incident'] as const;
export type ReminderKind = (typeof REMINDERS)[number];
export const BACKUP_EVERY = [0, 1, 7, 30] as const;
export type BackupEvery = (typeof BACKUP_EVERY)[number];

export interface Settings {
  theme: ThemeChoice;
  language: LanguageChoice;
  /** IANA. */
  zone: string;
  /** Platforms on whose pages no pill is shown. */
  overlayOff: Platform[];
  /** A backup is made by itself every so many days; 0: never. */
  backupEvery: BackupEvery;
  /** What the creator wants to be reminded of. */
  notify: ReminderKind[];
  rules: RuleSettings;
}
