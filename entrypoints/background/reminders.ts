import { browser } from 'wxt/browser';
import { reminders as english } from '../../assets/locales/en/reminders';
import { reminders as chinese } from '../../assets/locales/zh-CN/reminders';
import { incidentDeadlines } from '../../core/engine/compliance/deadlines';
import type { Report } from '../../core/model/report';
import { REMINDERS } from '../../core/model/settings';
import { partsOfUnit } from '../../core/model/unit-name';
import type { Incident } from '../../core/model/workspace/objects';
import { DEFAULT_PLAN } from '../../core/plan/plan';
import { type Due, dueReminders, type Facts } from './due';
import { languageOf } from './hello';
import { withStore } from './store';

/** One alarm looks for everything; it exists only while something is wished for. */
export const ALARM = 'reminders';
const EVERY_MINUTES = 10;
const SHOWN = 'reminded';
const PERMISSION = { permissions: ['notifications' as const] };

const wishes = (stored: unknown) => (Array.isArray(stored) ? REMINDERS.filter((kind) => stored.includes(kind)) : []);

/** Makes the alarm what the creator has asked for. Told at each start and whenever a setting changes: browsers forget alarms at an update. */
export async function keepAlarm(): Promise<void> {
  const notify = await withStore(async (store) => wishes(await store.setting('notify'))).catch(() => []);
  const known = await browser.alarms.get(ALARM);
  if (notify.length === 0) {
    if (known) await browser.alarms.clear(ALARM);
  } else if (!known) browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
}

interface Gathered extends Facts {
  language: 'en' | 'zh-CN';
}

async function gather(): Promise<Gathered> {
  const shown = ((await browser.storage.local.get(SHOWN))[SHOWN] ?? {}) as Facts['shown'];
  return withStore(async (store) => {
    const language = languageOf(await store.setting('language'));
    const [notify, lastBackup, captured, stored, incidents] = await Promise.all([
      store.setting('notify'),
      store.lastBackup(),
      store.captured(),
      store.report(`report:${language}`),
      store.incidents(),
    ]);
    return {
      language,
      shown,
      notify: wishes(notify),
      timing: (stored?.report as Report | undefined)?.timing ?? [],
      lastBackup: lastBackup === null ? null : Date.parse(lastBackup),
      captured,
      deadlines: incidents.flatMap(deadlinesOf),
    };
  });
}

/** What an open incident still owes: first feedback, then the solution. */
function deadlinesOf({ id, title, level, openedAt, feedbackAt, solvedAt, closing }: Incident): Facts['deadlines'] {
  if (closing || solvedAt) return [];
  // A green one (a drill, a note) keeps the clocks of a yellow one.
  const due = incidentDeadlines(level === 'green' ? 'yellow' : level, Date.parse(openedAt), DEFAULT_PLAN);
  return due ? [{ id, title, dueAt: feedbackAt ? due.solved : due.feedback }] : [];
}

/** Shows what is due now, each once. `now`: milliseconds since the epoch. */
export async function remind(now: number): Promise<void> {
  if (!(await browser.permissions.contains(PERMISSION))) return;
  const facts = await gather();
  const due = dueReminders(facts, now);
  if (due.length === 0) return;
  for (const one of due) {
    const { title, message } = wordsOf(one, facts.language);
    await browser.notifications.create(one.id, {
      type: 'basic',
      iconUrl: browser.runtime.getURL('/icon/128.png'),
      title,
      message,
    });
  }
  const shown = { ...facts.shown, ...Object.fromEntries(due.map(({ id }) => [id, now])) };
  await browser.storage.local.set({ [SHOWN]: shown });
}

function wordsOf(due: Due, language: 'en' | 'zh-CN'): { title: string; message: string } {
  const words = language === 'zh-CN' ? chinese : english;
  switch (due.kind) {
    case 'window': {
      const from = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone: due.zone }).format(due.at);
      return words.window(partsOfUnit(due.unit).account, from);
    }
    case 'backup':
      return words.backup(due.days);
    case 'incident':
      return words.incident(due.title, new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric' }).format(due.dueAt));
  }
}

/** A click on a reminder leads to where it can be answered. */
export async function openFor(id: string): Promise<void> {
  const section = id.startsWith('backup') ? 'backup' : 'today';
  await browser.tabs.create({ url: browser.runtime.getURL(`/workbench.html#${section}` as '/workbench.html') });
  await browser.notifications.clear(id);
}
