import { describe, expect, it } from 'vitest';
import { channelViews } from '../../../../core/engine/due/channels';
import { drillDue, incidentCandidates, incidentView, quarterOf } from '../../../../core/engine/incidents/incidents';
import type { Report } from '../../../../core/model/report';
import type { CalendarPost, ChannelCount, Incident } from '../../../../core/model/workspace/objects';
import { DEFAULT_PLAN } from '../../../../core/plan/plan';
import { known } from '../mix/world';
import { noRecords, sampleWorkspace } from './sample';

const OPENED = Date.parse('2026-06-10T10:00:00Z');
const HOUR = 3_600_000;
const incident = (more: Partial<Incident> = {}): Incident => ({
  id: 'i',
  class: 'contentViolation',
  level: 'red',
  title: 't',
  openedAt: new Date(OPENED).toISOString(),
  source: { from: 'hand' },
  evidence: [],
  steps: [{ text: 's', doneAt: null }],
  feedbackAt: null,
  solvedAt: null,
  closing: null,
  ...more,
});
const later = (hours: number) => new Date(OPENED + hours * HOUR).toISOString();

describe('clocks of an incident', () => {
  const clocks = (own: Incident, hours: number) => {
    const { clocks: all } = incidentView(own, DEFAULT_PLAN, OPENED + hours * HOUR);
    return [all.act.state, all.feedback.state, all.solve.state];
  };
  it('run at once, to 48 hours and to 7 days', () => {
    expect(clocks(incident(), 0.2)).toEqual(['open', 'open', 'open']);
    expect(clocks(incident(), 1)).toEqual(['overdue', 'open', 'open']);
    expect(clocks(incident(), 49)).toEqual(['overdue', 'overdue', 'open']);
    expect(clocks(incident(), 169)).toEqual(['overdue', 'overdue', 'overdue']);
    // Yellow may wait for its first step until the feedback.
    expect(clocks(incident({ level: 'yellow' }), 47)).toEqual(['open', 'open', 'open']);
  });
  it('remember whether it was in time', () => {
    const kept = incident({ steps: [{ text: 's', doneAt: later(0.3) }], feedbackAt: later(40), solvedAt: later(200) });
    expect(clocks(kept, 300)).toEqual(['done', 'done', 'late']);
    expect(incidentView(kept, DEFAULT_PLAN, OPENED).state).toBe('solved');
    const solved = incident({ solvedAt: later(5) });
    expect(clocks(solved, 300)).toEqual(['late', 'done', 'done']);
  });
});

describe('drills', () => {
  const drill = (day: string, kind: Incident['class']) =>
    incident({ class: kind, openedAt: `${day}T10:00:00Z`, source: { from: 'drill' } });
  it('are wanted once a quarter, the class drilled longest ago first', () => {
    const now = Date.parse('2026-06-20T00:00:00Z');
    expect(drillDue([], DEFAULT_PLAN, now, 'UTC')).toBe('contentViolation');
    expect(drillDue([drill('2026-05-02', 'userConflict')], DEFAULT_PLAN, now, 'UTC')).toBeNull();
    expect(
      drillDue([drill('2026-02-02', 'contentViolation'), drill('2025-11-02', 'userConflict')], DEFAULT_PLAN, now, 'UTC'),
    ).toBe('technicalFailure');
    expect(['2026-01-01', '2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual([
      '2026-Q1',
      '2026-Q1',
      '2026-Q2',
      '2026-Q4',
    ]);
  });
});

describe('candidates', () => {
  const post = known({ key: 'k', title: 'The best kettle', publishedAt: OPENED, looks: [] });
  const report = {
    compliance: {
      posts: [
        {
          post: 'k',
          level: 'red',
          findings: [
            { rule: 'R1', level: 'red', text: 'best', message: 'absolute', source: { title: 'Law', article: '9' } },
            { rule: 'R2', level: 'green', text: '', message: 'fine', source: { title: '', article: '' } },
          ],
        },
      ],
    },
    growth: [
      {
        keys: ['k'],
        anomalies: [
          { kind: 'slump', post: 0, at: later(24), statement: 'far below' },
          { kind: 'gap', post: null, at: later(24), statement: 'nobody looked' },
          { kind: 'levelDown', post: null, at: '2026-01-01T00:00:00Z', statement: 'long ago' },
        ],
      },
    ],
  } as unknown as Report;
  const now = OPENED + 48 * HOUR;
  it('carry their evidence, red first; gaps and old news are none', () => {
    expect(
      incidentCandidates([], report, [post], now).map(({ from, rule, level, evidence }) => [from, rule, level, evidence]),
    ).toEqual([
      ['finding', 'R1', 'red', ['The best kettle', 'best', 'absolute', 'Law 9']],
      ['anomaly', `slump@${later(24)}`, 'yellow', ['The best kettle', 'far below']],
    ]);
  });
  it('are gone once an incident was opened from them', () => {
    const opened = incident({ source: { from: 'finding', post: 'k', rule: 'R1' } });
    expect(incidentCandidates([opened], report, [post], now).map(({ from }) => from)).toEqual(['anomaly']);
  });
});

describe('what is due', () => {
  const { due } = sampleWorkspace('coffee', 'en');
  it('names overdue incidents, entries of the register and nothing twice', () => {
    expect(due.filter(({ what }) => what === 'incident')).toMatchObject([{ id: 'i2', clock: 'feedback', overdue: true }]);
    expect(due.filter(({ what }) => what === 'register')).toMatchObject([{ id: 'reg1' }]);
    expect(new Set(due.map(({ what, id }) => what + id)).size).toBe(due.length);
  });
  it('is little for a plan that is empty', () => {
    const empty = sampleWorkspace('runner', 'en', noRecords());
    expect(empty.due.map(({ what }) => what)).toEqual(['review']);
    expect(empty.workload).toEqual([]);
  });
});

describe('people', () => {
  it('are counted in the order they were written, and not at all while switched off', () => {
    const members = [
      { name: 'Ming', role: 'content' as const, handOff: '' },
      { name: 'An', role: 'lead' as const, handOff: '' },
    ];
    const owned = incident({ id: 'o', owner: 'An', closing: { at: later(1), cause: '', learnt: '', rule: null } });
    const on = sampleWorkspace('runner', 'en', {
      team: [{ id: 'team', on: true, members }],
      incident: [owned, { ...owned, id: 'p', closing: null }],
    });
    expect(on.workload).toEqual([
      { name: 'Ming', role: 'content', open: 0, done: 0 },
      { name: 'An', role: 'lead', open: 1, done: 1 },
    ]);
    // Planned posts are in hand until they are out; one whose day passed is nobody's work any more.
    const planned = (id: string, at: string, more: Partial<CalendarPost> = {}): CalendarPost => ({
      id,
      platform: 'douyin',
      account: '阿树咖啡',
      title: id,
      at,
      text: '',
      commercial: false,
      reviews: [],
      adChecks: [],
      owner: 'Ming',
      ...more,
    });
    const [kept] = sampleWorkspace('coffee', 'en').calendar.filter(({ state }) => state === 'published');
    const plan = sampleWorkspace('coffee', 'en', {
      team: [{ id: 'team', on: true, members }],
      calendar: [
        planned('Out', kept?.post.at ?? '', { title: kept?.post.title ?? '' }),
        planned('Long past', '2026-05-01T18:00:00+08:00'),
        planned('To come', '2026-07-20T18:00:00+08:00'),
      ],
    });
    expect(plan.workload[0]).toMatchObject({ name: 'Ming', open: 1, done: 1 });
    expect(sampleWorkspace('runner', 'en', { team: [{ id: 'team', on: false, members }] }).workload).toEqual([]);
  });
});

describe('channels', () => {
  it('compare only what was counted on both sides', () => {
    const count = (month: string, more: Partial<ChannelCount>): ChannelCount => ({
      id: `${month}:comments`,
      month,
      channel: 'comments',
      received: null,
      answered: null,
      minutes: null,
      results: null,
      ...more,
    });
    const [comments, messages] = channelViews([
      count('2026-05', { received: 100, answered: 50 }),
      count('2026-06', { received: 900, minutes: 60, results: 2 }),
    ]);
    expect(comments).toMatchObject({ received: 1000, answered: 50, answeredShare: 0.5, resultsPerHour: 2 });
    expect(messages).toMatchObject({ received: null, answeredShare: null, resultsPerHour: null });
  });
});
