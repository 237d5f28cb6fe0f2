// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { inDayOrder } from '../../../components/charts/EffectChart';
import { shadeBounds } from '../../../components/charts/WeekChart';
import { TimingView } from '../../../components/timing/TimingView';
import { weekCounts, weekTimes } from '../../../components/timing/week';
import type { TimingReport, TimingState } from '../../../core/model/report';
import { sampleTimes, summaryOf, timingOf } from '../../gallery/samples';
import { draw } from './harness';

afterEach(cleanup);

const unit = 'douyin|林间小屋|short';
function view(state: TimingState, posts = 96, more: Partial<TimingReport> = {}) {
  const onCalendar = vi.fn();
  draw(
    <TimingView
      units={[{ summary: summaryOf(posts, Math.round(posts * 0.9)), timing: { ...timingOf(state, 'en'), ...more } }]}
      times={{ [unit]: sampleTimes(posts) }}
      onCalendar={onCalendar}
    />,
  );
  return onCalendar;
}

describe('the verdict', () => {
  it('is one sentence in every state', () => {
    const states: TimingState[] = ['insufficient', 'no_effect_seen', 'inconclusive', 'hint', 'supported', 'confirmed'];
    for (const state of states) {
      view(state);
      const [title] = screen.getAllByRole('heading', { level: 2 });
      expect(title?.textContent, state).toMatch(/\.$/);
      cleanup();
    }
  });
  it('names a set of windows when supported, as one where they touch', () => {
    view('supported');
    const verdict = screen.getByRole('region', { name: /better than your usual/ });
    expect(
      within(verdict)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['weekdays 18:00\u2060–\u206024:00']);
    expect(verdict.textContent).toContain('+8% to +48%');
    // One time is no choice.
    expect(verdict.textContent).toContain('This time does better');
    expect(verdict.textContent).not.toContain('Any of these');
  });
  it('shows no effect before there are enough posts', () => {
    view('insufficient', 10);
    expect(screen.queryByText('How the times compare')).toBeNull();
    expect(screen.getByText('What is missing')).toBeTruthy();
  });
  it('words the lean as a default and drops it beside a finding', () => {
    view('inconclusive');
    expect(screen.getByText(/not a finding/)).toBeTruthy();
    cleanup();
    view('supported');
    expect(screen.queryByText(/not a finding/)).toBeNull();
  });
  it('of a test speaks of the two tested times, not of the usual ones', () => {
    const [window, against] = [
      { days: 'weekday', startHour: 18, endHour: 21 },
      { days: 'weekend', startHour: 9, endHour: 12 },
    ] as const;
    const tested = [{ window, against, lift: { low: 0.11, median: 0.35, high: 0.71 } }];
    view('confirmed', 96, { tested });
    const verdict = screen.getByRole('region', { name: /confirmed/ });
    expect(verdict.textContent).toContain('+11% to +71%');
    expect(verdict.textContent).toMatch(/weekdays.*against weekends/);
    expect(verdict.textContent).not.toContain('usual');
  });
  it('of a weak sign says what it promises with topics, the bars without them', () => {
    const { windows } = timingOf('hint', 'en');
    const withTopics = { low: 0.03, median: 0.3, high: 0.58 };
    view('hint', 96, { windows: windows.map((window) => (window.recommended ? { ...window, withTopics } : window)) });
    expect(screen.getByText(/may be the topics you usually post then/).textContent).toContain('+3% to +58%');
    expect(screen.getByRole('table', { name: 'How the times compare' }).textContent).not.toContain('58%');
  });
  it('of a weak sign says where the bars hold the topics, too', () => {
    const why = timingOf('hint', 'en').why;
    if (!why) throw new Error('there is no why');
    view('hint', 96, { why: { ...why, adjustedFor: ['trend', 'series'] } });
    expect(screen.getByText(/the bars below leave topics out/)).toBeTruthy();
    cleanup();
    view('hint', 96, { why: { ...why, adjustedFor: ['trend', 'format'] } });
    expect(screen.queryByText(/leave topics out/)).toBeNull();
    expect(screen.getByText(/it is in the bars below, too/)).toBeTruthy();
  });
  it('offers no hour where the hour makes no difference', () => {
    view('no_effect_seen');
    expect(screen.getByText(/Post when it suits you/)).toBeTruthy();
    expect(screen.queryByText(/not a finding/)).toBeNull();
  });
  it('says which bars of a finding lie wholly below the usual times', () => {
    view('supported');
    const text = screen.getByText(/Likely below your usual times/).textContent;
    expect(text).toMatch(/weekdays 0?6:00/);
    expect(text).toContain('−34% to −5%');
    cleanup();
    view('hint');
    expect(screen.queryByText(/Likely below your usual times/)).toBeNull();
  });
  it('hands the named windows over for a calendar', () => {
    const onCalendar = view('supported');
    fireEvent.click(screen.getByRole('button', { name: /calendar/ }));
    expect(onCalendar.mock.calls[0]?.[0]).toBe(unit);
    expect(onCalendar.mock.calls[0]?.[1]).toHaveLength(2);
  });
});

describe('the windows', () => {
  it('stand in the order of the day, whatever their effect', () => {
    const { windows } = timingOf('supported', 'en');
    const shuffled = windows.toReversed();
    const order = inDayOrder(shuffled).map(({ days, startHour }) => `${days}${startHour}`);
    expect(order).toEqual([
      'weekday6',
      'weekday9',
      'weekday12',
      'weekday15',
      'weekday18',
      'weekday21',
      'weekend9',
      'weekend12',
      'weekend18',
    ]);
  });
  it('have a table that says the same', () => {
    view('hint');
    const table = screen.getByRole('table', { name: 'How the times compare' });
    const row = within(table).getByRole('row', { name: /weekdays 18–21 · named/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['+2%', '+19%', '+39%', '23', '12']);
  });
});

describe('the week', () => {
  it('counts every post once, and its table adds up', () => {
    view('hint');
    const table = screen.getByRole('table', { name: 'When you have posted' });
    const rows = within(table).getAllByRole('row').slice(1);
    const totals = rows.map((row) => Number(within(row).getAllByRole('cell').at(-1)?.textContent));
    expect(totals.reduce((sum, count) => sum + count, 0)).toBe(96);
  });
  it('shows dots when asked', () => {
    view('hint');
    expect(document.querySelectorAll('.dot')).toHaveLength(0);
    fireEvent.click(screen.getByRole('checkbox'));
    expect(document.querySelectorAll('.dot')).toHaveLength(96);
  });
  it('offers no hours where only dates are known', () => {
    draw(
      <TimingView
        units={[{ summary: summaryOf(40, 36), timing: timingOf('insufficient', 'en') }]}
        times={{ [unit]: weekTimes([], 40) }}
        onCalendar={() => {}}
      />,
    );
    expect(screen.getByText(/show only the date/)).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
  });
  it('leaves no post out of the counts', () => {
    const dot = fc.record({ day: fc.integer({ min: 0, max: 6 }), minute: fc.integer({ min: 0, max: 1439 }) });
    fc.assert(
      fc.property(fc.array(dot), (dots) => {
        expect(
          weekCounts(dots)
            .flat()
            .reduce((sum, count) => sum + count, 0),
        ).toBe(dots.length);
      }),
    );
  });
  it('shades rise, end at the most, and are at most four', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (most) => {
        const bounds = shadeBounds(most);
        expect(bounds.at(-1)).toBe(most);
        expect(bounds.length).toBeLessThanOrEqual(4);
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
      }),
    );
  });
});
