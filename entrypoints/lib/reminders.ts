/** Reminders the creator asked for. Nothing is announced without: not asked, no alarm, no permission. */
import { useCallback } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ReminderKind } from '../../core/model/settings';
import { useApp } from './app';

export interface Reminders {
  has: (kind: ReminderKind) => boolean;
  /** Straight from a click, since the browser asks its question only then. Answers whether it went as wished. */
  change: (kind: ReminderKind, on: boolean) => Promise<boolean>;
}

export function useReminders(): Reminders {
  const { settings, putSetting } = useApp();
  const { notify } = settings;
  const change = useCallback(
    async (kind: ReminderKind, on: boolean) => {
      // Nothing may be awaited before this call, or the browser does not count it as part of the click.
      if (on && !(await browser.permissions.request({ permissions: ['notifications'] }))) return false;
      await putSetting({ notify: on ? [...new Set([...notify, kind])] : notify.filter((other) => other !== kind) });
      return true;
    },
    [notify, putSetting],
  );
  return { has: (kind) => notify.includes(kind), change };
}
