import { describe, expect, it } from 'vitest';
import { stillWritten, withWritten, writtenKey } from '../../../components/plan/written';
import type { WorkspaceObjects } from '../../../core/model/workspace/objects';
import { sampleWorkspace } from '../engine/workspace/sample';

describe('what was just written', () => {
  const workspace = sampleWorkspace('coffee', 'en');
  const channel: WorkspaceObjects['channel'] = {
    id: '2026-07:comments',
    month: '2026-07',
    channel: 'comments',
    received: 4,
    answered: null,
    minutes: null,
    results: null,
  };
  const of = (value: WorkspaceObjects['channel']) =>
    new Map([[writtenKey('channel', value.id), { kind: 'channel' as const, value }]]);

  it('is what the next change builds on, also where the record is new', () => {
    expect(withWritten(workspace, of(channel)).records.channel).toEqual([...workspace.records.channel, channel]);
    const [incident] = workspace.records.incident;
    if (!incident) throw new Error('empty sample');
    const value = { ...incident, title: 'changed' };
    const seen = withWritten(workspace, new Map([[writtenKey('incident', value.id), { kind: 'incident' as const, value }]]));
    expect(seen.records.incident[0]?.title).toBe('changed');
    expect(seen.incidents.map((one) => one.incident.title)).toContain('changed');
  });

  it('is forgotten as soon as the plan holds it, whatever the order of its names', () => {
    const { id, ...rest } = channel;
    const records = { ...workspace.records, channel: [{ ...rest, id }] };
    expect(stillWritten(of(channel), records).size).toBe(0);
    expect(stillWritten(of({ ...channel, received: 5 }), records).size).toBe(1);
    expect(withWritten(workspace, new Map())).toBe(workspace);
  });
});
