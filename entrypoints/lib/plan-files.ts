/** Files of the plan on their way in and out, with a sentence on what became of them. */
import type { PlanTexts } from '../../components/plan/context';
import { writeCalendar } from '../../core/engine/calendar/ics';
import type { CalendarPost } from '../../core/model/workspace/objects';
import { isoIn } from '../../core/text/dates';
import type { Ask } from './ask';

/** So many reasons are told; a file of another kind would fill the screen. */
const MOST_REASONS = 5;

export const calendarText = (posts: readonly CalendarPost[]): string => writeCalendar(posts, Date.now());

export async function addedCalendar(ask: Ask, file: File, zone: string, words: PlanTexts): Promise<string> {
  const { events, skipped } = await ask('readCalendarFile', { file, zone });
  const values = events.map(
    ({ uid, title, text, pillar, at }): CalendarPost => ({
      // A file we wrote brings its own posts back; of others the name in the file is the id.
      id: (uid.endsWith('@post-almanac') ? uid.slice(0, -'@post-almanac'.length) : uid).slice(0, 200),
      title: title.slice(0, 20_000),
      platform: null,
      account: null,
      at: isoIn(at, zone),
      text: text.slice(0, 20_000),
      ...(pillar ? { pillar: pillar.slice(0, 500) } : {}),
      commercial: false,
      reviews: [],
      adChecks: [],
      ...(uid.endsWith('@post-almanac') ? {} : { uid: uid.slice(0, 2000) }),
    }),
  );
  const added = await ask('addDocuments', { kind: 'calendar', values });
  return words.calendar.readDone(added, values.length - added, skipped.length);
}

export async function addedMoney(ask: Ask, file: File, currency: string, words: PlanTexts): Promise<string> {
  const { entries, skipped } = await ask('readMoneyFile', { file, currency: /^[A-Z]{3}$/.test(currency) ? currency : null });
  const added = await ask('addDocuments', { kind: 'money', values: entries });
  const reasons = skipped.slice(0, MOST_REASONS).map(({ line, reason }) => words.money.skipped[reason](line));
  return words.money.fileDone(added, entries.length - added, skipped.length > MOST_REASONS ? [...reasons, '…'] : reasons);
}
