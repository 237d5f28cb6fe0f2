// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TodayView } from '../../../components/today/TodayView';
import { accounts, NOW, sampleReport } from '../../gallery/samples';
import { draw } from './harness';

afterEach(cleanup);
const nowhere = () => {};
const full = sampleReport('full', 'en');

describe('today', () => {
  it('shows three suggestions at most, the most important first, and the rest when asked', () => {
    draw(
      <TodayView
        account={accounts.full}
        suggestions={full.suggestions.toReversed()}
        cadence={full.cadence}
        now={NOW}
        onGo={nowhere}
      />,
    );
    expect(screen.getAllByRole('article')).toHaveLength(3);
    expect(screen.getAllByRole('article')[0]?.textContent).toContain('One title should change');
    fireEvent.click(screen.getByRole('button', { name: '1 more suggestion' }));
    expect(screen.getAllByRole('article')).toHaveLength(4);
  });
  it('shows the evidence of a suggestion', () => {
    draw(<TodayView account={accounts.full} suggestions={full.suggestions} cadence={[]} now={NOW} onGo={nowhere} />);
    const timing = screen.getAllByRole('article')[1]?.textContent;
    expect(timing).toContain('86 posts, 18 weeks');
    expect(timing).toContain('likely +8% to +48%');
    expect(timing).toContain('You chose these times yourself.');
  });
  it('leads from each suggestion to where it is carried out', () => {
    const onGo = vi.fn();
    const onOpen = vi.fn();
    const suggestions = full.suggestions.map((one) => (one.kind === 'compliance' ? { ...one, post: 'douyin|a|1' } : one));
    draw(<TodayView account={accounts.full} suggestions={suggestions} cadence={[]} now={NOW} onGo={onGo} onOpen={onOpen} />);
    fireEvent.click(screen.getByRole('button', { name: 'See the times: Weekday evenings do better for you' }));
    fireEvent.click(screen.getByRole('button', { name: 'Open your post list: 24 posts were never seen' }));
    expect(onGo.mock.calls).toEqual([['timing'], ['lists']]);
    fireEvent.click(screen.getByRole('button', { name: 'Open the post: One title should change' }));
    expect(onOpen.mock.calls).toEqual([['douyin|a|1']]);
  });
  it('tells "nothing to do" from "too few posts"', () => {
    const all = { ...accounts.full, posts: 120 };
    draw(<TodayView account={all} suggestions={[]} cadence={[]} now={NOW} onGo={nowhere} />);
    expect(screen.getByText('Nothing needs doing')).toBeTruthy();
    cleanup();
    draw(<TodayView account={accounts.full} suggestions={[]} cadence={[]} now={NOW} onGo={nowhere} />);
    expect(screen.queryByText('Nothing needs doing')).toBeNull();
    expect(screen.getByText(/24 more were never seen/)).toBeTruthy();
    cleanup();
    draw(<TodayView account={accounts.thin} suggestions={[]} cadence={[]} now={NOW} onGo={nowhere} />);
    expect(screen.getByText('Too few posts to advise you')).toBeTruthy();
  });
  it('keeps silent about a rhythm it does not know', () => {
    draw(
      <TodayView
        account={accounts.full}
        suggestions={[]}
        cadence={[
          { unit: 'douyin|a|short', perWeek: null, longestGapDays: null, weeksWithAPost: 0, weeks: 0, daysSinceLast: null },
        ]}
        now={NOW}
        onGo={nowhere}
      />,
    );
    expect(screen.queryByText('Your rhythm')).toBeNull();
  });
});
