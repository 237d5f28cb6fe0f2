import { describe, expect, it } from 'vitest';
import type { TimingReport, TimingWindow } from '../../../core/model/report';
import { dueReminders, type Facts } from '../../../entrypoints/background/due';

const at = (text: string) => Date.parse(`${text}+08:00`);
const window = (startHour: number, endHour: number, recommended = true): TimingWindow => ({
  days: 'weekday',
  startHour,
  endHour,
  lift: { low: 0.1, median: 0.2, high: 0.3 },
  probabilityAtLeast5Percent: 0.9,
  posts: 20,
  weeks: 8,
  recommended,
});
const timing = (state: TimingReport['state'], windows: TimingWindow[]) =>
  ({ unit: 'douyin|A|short', state, windows, zone: 'Asia/Shanghai', lean: null }) as unknown as TimingReport;
const nothing: Facts = {
  notify: ['window', 'backup', 'incident'],
  timing: [],
  lastBackup: null,
  captured: null,
  deadlines: [],
  shown: {},
};
// A Monday.
const before = at('2026-06-15T17:40:00');

describe('a good time', () => {
  const supported: Facts = { ...nothing, timing: [timing('supported', [window(18, 21)])] };
  it('is announced half an hour before it begins, once', () => {
    expect(dueReminders(supported, at('2026-06-15T17:20:00'))).toEqual([]);
    expect(dueReminders(supported, before)).toMatchObject([{ kind: 'window', at: at('2026-06-15T18:00:00') }]);
    expect(dueReminders({ ...supported, shown: { 'window:douyin|A|short': before - 600_000 } }, before)).toEqual([]);
    expect(dueReminders(supported, at('2026-06-15T18:10:00'))).toEqual([]);
    expect(dueReminders({ ...supported, shown: { 'window:douyin|A|short': before } }, at('2026-06-16T17:40:00'))).toHaveLength(1);
  });
  it('is not announced at the weekend for weekdays, nor for a weak sign or a default', () => {
    expect(dueReminders(supported, at('2026-06-20T17:40:00'))).toEqual([]);
    expect(dueReminders({ ...nothing, timing: [timing('hint', [window(18, 21)])] }, before)).toEqual([]);
    expect(dueReminders({ ...nothing, timing: [timing('supported', [window(18, 21, false)])] }, before)).toEqual([]);
  });
  it('is not announced to who did not ask', () => {
    expect(dueReminders({ ...supported, notify: ['backup'] }, before)).toEqual([]);
  });
});

describe('an old backup', () => {
  const day = 86_400_000;
  const facts = (lastBackup: number | null, shown: Facts['shown'] = {}): Facts => ({
    ...nothing,
    lastBackup,
    shown,
    captured: { first: before - 60 * day, last: before - day },
  });
  it('is mentioned after two weeks with new posts, and again a week later', () => {
    expect(dueReminders(facts(before - 10 * day), before)).toEqual([]);
    expect(dueReminders(facts(before - 20 * day), before)).toEqual([{ id: 'backup', kind: 'backup', days: 20 }]);
    expect(dueReminders(facts(null), before)).toEqual([{ id: 'backup', kind: 'backup', days: null }]);
    expect(dueReminders(facts(null, { backup: before - 3 * day }), before)).toEqual([]);
    expect(dueReminders(facts(null, { backup: before - 8 * day }), before)).toHaveLength(1);
  });
  it('is no matter while nothing is stored, or nothing new', () => {
    expect(dueReminders(nothing, before)).toEqual([]);
    expect(
      dueReminders({ ...facts(before - 20 * day), captured: { first: before - 60 * day, last: before - 30 * day } }, before),
    ).toEqual([]);
  });
});

describe('a deadline', () => {
  const facts: Facts = { ...nothing, deadlines: [{ id: 'i1', title: 'Answer the complaint', dueAt: at('2026-06-16T12:00:00') }] };
  it('is mentioned a day before, once', () => {
    expect(dueReminders(facts, at('2026-06-15T10:00:00'))).toEqual([]);
    const [due] = dueReminders(facts, before);
    expect(due).toMatchObject({ kind: 'incident', title: 'Answer the complaint' });
    expect(dueReminders({ ...facts, shown: { [due?.id ?? '']: before } }, before)).toEqual([]);
  });
});

describe('a clock that is set back and forth', () => {
  const hour = 3_600_000;
  const day = 24 * hour;
  const supported: Facts = {
    ...nothing,
    timing: [timing('supported', [window(18, 21)])],
    captured: { first: before - 60 * day, last: before - day },
    deadlines: [{ id: 'one', title: 'One', dueAt: before + hour }],
  };
  /** Looks every ten minutes for so many hours; answers what was shown and how often. */
  const look = (facts: Facts, from: number, hours: number) => {
    const counts: Record<string, number> = {};
    const shown: Record<string, number> = { ...facts.shown };
    for (let now = from; now < from + hours * hour; now += hour / 6)
      for (const { id } of dueReminders({ ...facts, shown }, now)) {
        counts[id] = (counts[id] ?? 0) + 1;
        shown[id] = now;
      }
    return { counts, facts: { ...facts, shown } };
  };

  it('by hours brings no reminder twice', () => {
    const first = look(supported, before - hour, 2);
    expect(Object.values(first.counts)).toEqual([1, 1, 1]);
    // Set back by three hours, and all of it once more.
    expect(look(first.facts, before - 4 * hour, 5).counts).toEqual({});
  });

  it('by a year and right again silences none and repeats each once', () => {
    const ahead = look(supported, before + 365 * day, 1);
    expect(ahead.counts.backup).toBe(1);
    const right = look(ahead.facts, before - hour, 2);
    expect(right.counts).toEqual({ backup: 1, 'window:douyin|A|short': 1 });
    expect(look(right.facts, before, 3).counts).toEqual({});
  });
});
