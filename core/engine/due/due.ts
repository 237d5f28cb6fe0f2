/** What wants doing today, in one list: the side panel shows it, the workbench begins with it. */
import { dayIn, startOfDay } from '../../history/clock';
import type { WorkspaceRecords } from '../../model/workspace/objects';
import type { CalendarEntry, DueItem, GoalView, IncidentView, ReviewDue } from '../../model/workspace/view';
import type { Plan } from '../../plan/plan';
import { drillDue } from '../incidents/incidents';

const DAY = 86_400_000;
/** A missed post is mentioned for a week, a goal on its last day, a register entry a fortnight ahead. */
const MISSED_DAYS = 7;
const REGISTER_DAYS = 14;
/** The drill of a quarter is asked for in its last month. */
const DRILL_MONTHS = new Set(['03', '06', '09', '12']);

export interface DueInput {
  calendar: readonly CalendarEntry[];
  reviews: readonly Pick<ReviewDue, 'id' | 'kind' | 'done' | 'overdue' | 'due' | 'to'>[];
  incidents: readonly IncidentView[];
  goals: readonly GoalView[];
  records: Pick<WorkspaceRecords, 'register' | 'incident'>;
  plan: Plan;
  zone: string;
  now: number;
}

export function dueItems({ calendar, reviews, incidents, goals, records, plan, zone, now }: DueInput): DueItem[] {
  const today = dayIn(now, zone);
  const items: DueItem[] = [];
  for (const { incident, state, clocks } of incidents) {
    if (state === 'closed') continue;
    for (const clock of ['act', 'feedback', 'solve'] as const) {
      const { state: how, due } = clocks[clock];
      if (how === 'overdue' || (how === 'open' && Date.parse(due) < now + DAY)) {
        items.push({ what: 'incident', id: incident.id, at: due, title: incident.title, clock, overdue: how === 'overdue' });
        break;
      }
    }
  }
  for (const { post, day, state } of calendar) {
    if (state === 'planned' && day === today) items.push({ what: 'post', id: post.id, at: post.at, title: post.title });
    if (state === 'missed' && Date.parse(post.at) > now - (MISSED_DAYS + 3) * DAY)
      items.push({ what: 'missedPost', id: post.id, at: post.at, title: post.title });
  }
  // The longest one that is late stands for the others, which are counted: kindly, once.
  const late = reviews.filter(({ overdue }) => overdue);
  const lastLate = late.at(-1);
  if (lastLate)
    items.push({
      what: 'review',
      id: lastLate.id,
      at: lastLate.due,
      kind: lastLate.kind,
      overdue: true,
      others: late.length - 1,
    });
  for (const { goal, state, daysLeft } of goals)
    if (daysLeft === 0 && state !== 'closed') items.push({ what: 'goal', id: goal.id, at: goal.due, title: goal.name });
  const drill = DRILL_MONTHS.has(today.slice(5, 7)) ? drillDue(records.incident, plan, now, zone) : null;
  if (drill) items.push({ what: 'drill', id: `drill:${today.slice(0, 7)}`, at: today, class: drill });
  for (const { id, title, renew } of records.register)
    if (renew !== null && startOfDay(renew, zone) <= now + REGISTER_DAYS * DAY)
      items.push({ what: 'register', id, at: renew, title });
  return items;
}
