/** The plan workspace, inside the data worker: records and captured posts together, files in. */
import { readCalendar } from '../../core/engine/calendar/ics';
import { workspaceOf } from '../../core/engine/workspace';
import { LIMITS, tooLarge } from '../../core/importers/limits';
import { readMoney } from '../../core/importers/money';
import type { DocumentOf } from '../../core/model/documents';
import { ruleSettingsOf } from '../../core/model/rule-settings';
import { WORKSPACE_KINDS, type WorkspaceKind, type WorkspaceRecords } from '../../core/model/workspace/objects';
import type { Workspace } from '../../core/model/workspace/view';
import { planWith } from '../../core/plan/figures';
import type { Store } from '../../core/store/types';
import { look } from './check';
import { allPosts, announceChange, store } from './held';
import type { Answerers, Questions } from './protocol';
import { storedFront, storedReport } from './stored-report';

async function recordsOf(open: Store): Promise<Pick<Workspace, 'records' | 'unreadable'>> {
  const kinds = await Promise.all(
    WORKSPACE_KINDS.map(async (kind: WorkspaceKind) => [kind, await open.documents(kind)] as const),
  );
  return {
    records: Object.fromEntries(kinds.map(([kind, { values }]) => [kind, values])) as unknown as WorkspaceRecords,
    unreadable: kinds.flatMap(([kind, { unreadable }]) => unreadable.map((one) => ({ kind, ...one }))),
  };
}

let held: { key: string; workspace: Promise<Workspace> } | null = null;

export async function workspace({ locale, zone }: Questions['workspace']['ask']): Promise<Workspace> {
  const open = await store();
  const made = (await storedFront(open, locale))?.front.generatedAt;
  const now = Date.now();
  // Clocks move on while nothing is stored: an answer holds for a minute.
  const key = [await open.dataVersion(), made, locale, zone, Math.floor(now / 60_000)].join('|');
  if (held?.key === key) return held.workspace;
  const work = async () => {
    const [report, posts, accountReadings, own, figures, notes, ratings, suppressed, settings] = await Promise.all([
      storedReport(open, locale, ['mix', 'growth', 'compliance']),
      allPosts(),
      open.accountReadings(),
      recordsOf(open),
      open.documents('planFigures'),
      open.documents('accountNotes'),
      open.documents('monthlyRating'),
      open.suppressed(),
      open.setting('rules'),
    ]);
    const rules = ruleSettingsOf(settings);
    return workspaceOf({
      ...own,
      posts,
      accountReadings,
      plan: planWith(figures.values[0]),
      accountNotes: notes.values,
      monthlyRatings: ratings.values,
      report,
      check: ({ title, text, platform, commercial }) =>
        look({ text: [title, text].filter(Boolean).join('\n'), platform, locale, context: { commercial }, suppressed, rules }),
      locale,
      zone,
      now,
    });
  };
  const mine = { key, workspace: work() };
  held = mine;
  mine.workspace.catch(() => {
    if (held === mine) held = null;
  });
  return mine.workspace;
}

/** Nothing for those who do not use the plan: no review is late for somebody who never began one. */
export async function due(ask: Questions['due']['ask']): Promise<Workspace['due']> {
  const open = await store();
  const { records } = await recordsOf(open);
  return Object.values(records).some((list) => list.length > 0) ? (await workspace(ask)).due : [];
}

export const readMoneyFile: Answerers['readMoneyFile'] = async ({ file, currency }) =>
  readMoney(new Uint8Array(await file.arrayBuffer()), { now: Date.now(), currency });

export const readCalendarFile: Answerers['readCalendarFile'] = async ({ file, zone }) => {
  if (file.size > LIMITS.text) throw tooLarge();
  return readCalendar(await file.text(), zone);
};

/** Many records at once; what is there already under the same id stays. Answers how many are new. */
export const addDocuments: Answerers['addDocuments'] = async ({ kind, values }) => {
  const open = await store();
  const known = new Set((await open.documents(kind)).values.map(({ id }) => id));
  const fresh = values.filter(({ id }) => !known.has(id));
  for (const value of fresh) await open.putDocument(kind, value as DocumentOf<typeof kind>);
  announceChange();
  return fresh.length;
};
