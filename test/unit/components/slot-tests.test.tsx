// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { slotTest as words } from '../../../assets/locales/en/slot-test';
import { slotTest as chinese } from '../../../assets/locales/zh-CN/slot-test';
import { overlap, type ShownTest, SlotTests } from '../../../components/timing/SlotTests';
import { detectableLift } from '../../../components/timing/sample-size';
import type { TimingReport } from '../../../core/model/report';
import { timingOf } from '../../gallery/samples';
import { draw } from './harness';

afterEach(cleanup);

const WINDOWS: ShownTest['windows'] = {
  a: { days: 'weekday', startHour: 18, endHour: 21 },
  b: { days: 'weekday', startHour: 9, endHour: 12 },
};
const timing: TimingReport = {
  ...timingOf('hint', 'en'),
  why: { posts: 60, weeks: 12, spread: Math.exp(0.8), adjustedFor: [], ceiling: null, audienceCurve: null },
};
function view(
  tests: ShownTest[],
  posts: { key: string; title: string; at: string | null }[] = [],
  reported: TimingReport['tests'] = [],
) {
  const did = { onPlan: vi.fn(), onToss: vi.fn(), onMade: vi.fn(), onEnd: vi.fn() };
  draw(<SlotTests words={words} timing={{ ...timing, tests: reported }} tests={tests} posts={posts} {...did} />);
  return did;
}
const running = (assignments: ShownTest['assignments']): ShownTest => ({
  id: 'one',
  windows: WINDOWS,
  largestPosts: 40,
  assignments,
});

describe('a test of two times', () => {
  it('is planned with the named time first, against another that does not overlap', () => {
    const { onPlan } = view([]);
    fireEvent.click(screen.getByRole('button', { name: words.plan }));
    fireEvent.click(screen.getByRole('button', { name: words.start }));
    const [windows, posts] = onPlan.mock.calls[0] ?? [];
    expect(windows.a).toEqual({ days: 'weekday', startHour: 18, endHour: 21 });
    expect(overlap(windows.a, windows.b)).toBe(false);
    expect(posts).toBe(40);
  });

  it('is not planned with the same time twice', () => {
    const { onPlan } = view([]);
    fireEvent.click(screen.getByRole('button', { name: words.plan }));
    fireEvent.change(screen.getByLabelText(words.b), { target: { value: 'weekday 18 21' } });
    expect(screen.getByRole('alert').textContent).toBe(words.same);
    fireEvent.click(screen.getByRole('button', { name: words.start }));
    expect(onPlan).not.toHaveBeenCalled();
  });

  it('tosses, then asks which post it was', () => {
    const { onToss } = view([running([])]);
    fireEvent.click(screen.getByRole('button', { name: words.toss }));
    expect(onToss).toHaveBeenCalledWith('one');
    cleanup();
    const { onMade } = view([running([{ arm: 'b', post: null }])], [{ key: 'p1', title: 'Bread', at: null }]);
    expect(screen.getByText(/The coin says/).textContent).toContain('09:00');
    expect(screen.queryByRole('button', { name: words.toss })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /Bread/ }));
    expect(onMade).toHaveBeenCalledWith('one', 'p1');
  });

  it('tells a post without a title by its time', () => {
    const { onMade } = view([running([{ arm: 'b', post: null }])], [{ key: 'p2', title: '', at: '2026-06-14T18:20:00+08:00' }]);
    fireEvent.click(screen.getByRole('button', { name: /without a title, Jun 14, 2026 18:20/ }));
    expect(onMade).toHaveBeenCalledWith('one', 'p2');
  });

  it('makes room for another once it is decided, and is kept', () => {
    const test = running([
      { arm: 'a', post: 'p1' },
      { arm: 'b', post: 'p2' },
    ]);
    view(
      [test],
      [],
      [{ id: 'one', windows: WINDOWS, pairs: 12, eValue: 25, lift: { low: 0.1, median: 0.4, high: 0.9 }, verdict: 'aBetter' }],
    );
    expect(screen.getByRole('button', { name: words.plan })).toBeTruthy();
    expect(screen.getByText(/is better/)).toBeTruthy();
  });

  it('that is ended is over at once, though the report is older than its end', () => {
    const test = { ...running([{ arm: 'a', post: 'p1' }]), endedAt: '2026-03-01T12:00:00Z' };
    const lift = { low: -0.1, median: 0.4, high: 1.2 };
    const before = [{ id: 'one', windows: WINDOWS, pairs: 7, eValue: 2.4, lift, verdict: 'running' as const }];
    for (const tests of [before, []]) {
      view([test], [], tests);
      expect(screen.getByText('Ended without a decision.')).toBeTruthy();
      expect(screen.queryByText(/yet|still open/i)).toBeNull();
      expect(screen.getByRole('button', { name: words.plan })).toBeTruthy();
      cleanup();
    }
  });

  it('stays decided, with the day, when the posts of today no longer show it', () => {
    const lift = { low: 0.1, median: 0.4, high: 0.9 };
    const decided = { at: '2026-03-01T12:00:00Z', verdict: 'aBetter', pairs: 12, eValue: 25, lift } as const;
    const test = { ...running([{ arm: 'a', post: 'p1' }]), decided };
    for (const tests of [[], [{ id: 'one', windows: WINDOWS, pairs: 12, eValue: 3, lift, verdict: 'running' as const }]]) {
      view([test], [], tests);
      expect(screen.getByRole('button', { name: words.plan })).toBeTruthy();
      expect(screen.getByText(/is better/)).toBeTruthy();
      expect(screen.getByText(/Decided on Mar 1, 2026/)).toBeTruthy();
      expect(screen.getByText(/Evidence when it was decided: 25/)).toBeTruthy();
      cleanup();
    }
  });
});

describe('windows overlap', () => {
  it('across midnight and across kinds of day', () => {
    const late = { days: 'all', startHour: 23, endHour: 2 } as const;
    expect(overlap(late, { days: 'weekday', startHour: 1, endHour: 4 })).toBe(true);
    expect(overlap(late, { days: 'weekday', startHour: 2, endHour: 5 })).toBe(false);
    expect(overlap({ ...late, days: 'weekday' }, { ...late, days: 'weekend' })).toBe(false);
    expect(overlap({ days: 'all', startHour: 21, endHour: 24 }, { days: 'all', startHour: 0, endHour: 3 })).toBe(false);
  });
});

describe('what a test can show', () => {
  // The table of the method: posts at each time that show a lift, by the spread of log outcomes.
  it.each([
    [0.5, 24, 0.5],
    [0.8, 62, 0.5],
    [0.8, 21, 1],
    [1.2, 138, 0.5],
  ])('spread %f with %i posts a time: %f', (sd, each, lift) => {
    expect(detectableLift(2 * each, Math.exp(sd))).toBeCloseTo(lift, 1);
  });
});

it('has the same words in both languages', () => {
  expect(Object.keys(chinese)).toEqual(Object.keys(words));
  expect(Object.keys(chinese.verdicts)).toEqual(Object.keys(words.verdicts));
});
