/** Who has what in hand (F7): counts for sharing the work out, in the order the team was written down. Never a ranking. */
import type { WorkspaceRecords } from '../../model/workspace/objects';
import type { CalendarEntry, IncidentView, Workload } from '../../model/workspace/view';

export function workloadOf(
  records: WorkspaceRecords,
  incidents: readonly IncidentView[],
  calendar: readonly CalendarEntry[],
): Workload[] {
  const team = records.team[0];
  if (!team?.on) return [];
  return team.members.map(({ name, role }) => {
    const mine = <T extends { owner?: string | undefined }>(list: readonly T[]) => list.filter(({ owner }) => owner === name);
    const own = incidents.filter(({ incident }) => incident.owner === name);
    const experiments = mine(records.experiment);
    const goals = mine(records.goal);
    const closed = (at: string | undefined) => at !== undefined;
    const done =
      own.filter(({ state }) => state === 'closed').length +
      experiments.filter(({ endedAt }) => closed(endedAt)).length +
      goals.filter(({ closedAt }) => closed(closedAt)).length +
      mine(records.review).length;
    const all = own.length + experiments.length + goals.length + mine(records.review).length;
    // What was planned and never recognised is neither in hand any more nor finished.
    const planned = (state: CalendarEntry['state']) =>
      calendar.filter((entry) => entry.post.owner === name && entry.state === state).length;
    return { name, role, open: all - done + planned('planned'), done: done + planned('published') };
  });
}
