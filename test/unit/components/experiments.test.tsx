// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { plan } from '../../../assets/locales/en/plan';
import { PlanProvider } from '../../../components/plan/context';
import { ExperimentsView } from '../../../components/plan/ExperimentsView';
import { planFormats } from '../../../components/plan/formats';
import { wallClock } from '../../../entrypoints/lib/clock';
import { NOW, sampleWorkspace, ZONE } from '../engine/workspace/sample';
import { draw } from './harness';

afterEach(cleanup);

describe('experiments that are no pairs', () => {
  const nothing = () => {};
  const put = vi.fn();
  const act = {
    put,
    remove: nothing,
    newId: () => 'new',
    coin: () => 'a' as const,
    addRule: nothing,
    setAside: nothing,
    saveCalendar: nothing,
    saveText: nothing,
    print: nothing,
    readCalendar: async () => '',
    readMoney: async () => '',
  };
  const show = () =>
    draw(
      <PlanProvider
        data={{
          p: plan,
          d: planFormats('en'),
          workspace: sampleWorkspace('coffee', 'en'),
          accounts: [{ platform: 'douyin', account: '阿树咖啡' }],
          today: '2026-07-02',
          now: new Date(NOW).toISOString(),
          zone: ZONE,
          clock: wallClock(ZONE),
          act,
        }}
      >
        <ExperimentsView />
      </PlanProvider>,
    );

  it('gives one advice: too many beside few usual ones, not too few as well', () => {
    show();
    screen.getByText(/2 posts are trying something, 67% of the planned ones; the plan keeps it to 30%/);
    expect(screen.queryByText(/the plan suggests/)).toBeNull();
  });
  it('says what the planned number of posts cannot show', () => {
    show();
    screen.getByText(/With at most 40 posts, differences of \+20% and less will hardly show/);
  });
  it('a swap says which title is up next and keeps what was noted', () => {
    show();
    // A B B is noted: A comes next.
    screen.getByText(/Now show A: Ten grinders, one winner/);
    screen.getByText(/3 of 8 rounds are saved/);
    const note = screen.getByRole('button', { name: 'Save this round (A)' });
    expect(note.hasAttribute('disabled')).toBe(true);
    fireEvent.input(screen.getByLabelText('Times shown'), { target: { value: '640' } });
    fireEvent.input(screen.getByLabelText('Clicks'), { target: { value: '48' } });
    fireEvent.click(note);
    expect(put).toHaveBeenLastCalledWith(
      'experiment',
      expect.objectContaining({
        id: 'e3',
        periods: expect.arrayContaining([{ arm: 'a', day: '2026-07-02', shown: 640, clicked: 48 }]),
      }),
    );
  });

  it('the platform’s own test stands in the library with what it said', () => {
    show();
    screen.getByText(/The platform’s test names B the winner\./);
    screen.getByText(/The cup says what it is about\./);
  });
});
