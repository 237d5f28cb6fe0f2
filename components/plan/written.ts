/**
 * What the creator has just written, before the plan is worked out anew: the next change must build on it, or two quick changes of
 * one record would leave only the second.
 */
import { WORKSPACE_KINDS, type WorkspaceKind, type WorkspaceRecords } from '../../core/model/workspace/objects';
import type { Workspace } from '../../core/model/workspace/view';

/** By kind and id. */
export type Written = ReadonlyMap<string, { kind: WorkspaceKind; value: { id: string } }>;

export const writtenKey = (kind: WorkspaceKind, id: string) => `${kind}|${id}`;

/** Without what the plan has taken in by now. */
export function stillWritten(written: Written, records: WorkspaceRecords): Written {
  const open = [...written].filter(([, { kind, value }]) => {
    const stored = (records[kind] as { id: string }[]).find(({ id }) => id === value.id);
    return JSON.stringify(sorted(stored)) !== JSON.stringify(sorted(value));
  });
  return open.length === written.size ? written : new Map(open);
}

/** The plan with the records as they were written last; what follows from them stays as it was worked out. */
export function withWritten(workspace: Workspace, written: Written): Workspace {
  if (written.size === 0) return workspace;
  const latest = <T extends { id: string }>(kind: WorkspaceKind, value: T): T =>
    (written.get(writtenKey(kind, value.id))?.value as T | undefined) ?? value;
  const records = Object.fromEntries(
    WORKSPACE_KINDS.map((kind) => {
      const known = workspace.records[kind] as { id: string }[];
      const ids = new Set(known.map(({ id }) => id));
      const added = [...written.values()].filter((one) => one.kind === kind && !ids.has(one.value.id)).map(({ value }) => value);
      return [kind, [...known.map((value) => latest(kind, value)), ...added]];
    }),
  ) as unknown as WorkspaceRecords;
  return {
    ...workspace,
    records,
    calendar: workspace.calendar.map((view) => ({ ...view, post: latest('calendar', view.post) })),
    goals: workspace.goals.map((view) => ({ ...view, goal: latest('goal', view.goal) })),
    experiments: workspace.experiments.map((view) => ({ ...view, experiment: latest('experiment', view.experiment) })),
    incidents: workspace.incidents.map((view) => ({ ...view, incident: latest('incident', view.incident) })),
  };
}

/** Names in one order, without those that are undefined: how two records are told to be the same. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, sorted(one)]),
  );
}
