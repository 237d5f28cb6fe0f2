// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Loaded, Switch, Tabs } from '../../../components/kit';
import { CoverageDetails, CoverageLine } from '../../../components/kit/coverage';
import { FigureText } from '../../../components/kit/figure';
import { accounts, NOW } from '../../gallery/samples';
import { draw } from './harness';

afterEach(cleanup);

describe('tabs', () => {
  const tabs = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
    { id: 'c', label: 'C' },
  ] as const;
  it('move with the arrow keys, Home and End, and wrap around', () => {
    const onChange = vi.fn();
    draw(<Tabs label="Sections" tabs={tabs} current="a" onChange={onChange} />);
    const list = screen.getByRole('tablist', { name: 'Sections' });
    for (const [key, id] of [
      ['ArrowRight', 'b'],
      ['ArrowLeft', 'c'],
      ['End', 'c'],
      ['Home', 'a'],
    ] as const) {
      fireEvent.keyDown(list, { key });
      expect(onChange).toHaveBeenLastCalledWith(id);
    }
  });
  it('have one stop in the order of the Tab key', () => {
    draw(<Tabs label="Sections" tabs={tabs} current="b" onChange={() => {}} />);
    expect(screen.getAllByRole('tab').map((tab) => tab.tabIndex)).toEqual([-1, 0, -1]);
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('B');
  });
});

describe('switch', () => {
  it('says its state and asks for the other', () => {
    const onChange = vi.fn();
    draw(<Switch checked={false} label="Read Douyin" onChange={onChange} />);
    const element = screen.getByRole('switch', { name: 'Read Douyin' });
    expect(element.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(element);
    expect(onChange).toHaveBeenCalledWith(true);
  });
});

describe('loading', () => {
  it('says that it loads, what failed, and shows what came', () => {
    const onRetry = vi.fn();
    const { rerender } = draw(<Loaded of={{ state: 'loading' }}>{() => null}</Loaded>);
    expect(screen.getAllByRole('status')[0]?.textContent).toContain('Loading');
    rerender(<span />);
    cleanup();
    draw(
      <Loaded of={{ state: 'failed', problem: { key: 'quota' } }} onRetry={onRetry}>
        {() => null}
      </Loaded>,
    );
    expect(screen.getByRole('alert').textContent).toContain('no room');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(onRetry).toHaveBeenCalledOnce();
  });
});

describe('figures', () => {
  it('unknown is a dash read out as unknown, zero is zero, rounded says what the page shows', () => {
    draw(
      <>
        <p data-testid="unknown">
          <FigureText metric="views" figure={undefined} />
        </p>
        <p data-testid="zero">
          <FigureText metric="views" figure={{ value: 0, low: 0, high: 0, raw: '0' }} />
        </p>
        <p data-testid="rounded">
          <FigureText metric="views" figure={{ value: 12_000, low: 11_500, high: 12_500, raw: '1.2万' }} />
        </p>
      </>,
    );
    expect(screen.getByTestId('unknown').textContent).toBe('—unknown');
    expect(screen.getByTestId('zero').textContent).toBe('0');
    expect(screen.getByTestId('rounded').firstElementChild?.getAttribute('title')).toContain('1.2万');
  });
});

describe('coverage', () => {
  it('shows captured against expected', () => {
    draw(<CoverageLine account={accounts.full} now={NOW} />);
    expect(screen.getByText('96 of 120 posts captured')).toBeTruthy();
    const bar = screen.getByRole('progressbar');
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['96', '120']);
  });
  it('says that the total is unknown instead of guessing one', () => {
    draw(<CoverageLine account={accounts.unknownTotal} now={NOW} />);
    expect(screen.getByText('214 posts captured')).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(screen.getByText('The page does not say how many there are.')).toBeTruthy();
  });
  it('never shows more captured than expected', () => {
    draw(<CoverageLine account={{ ...accounts.full, posts: 125 }} now={NOW} />);
    expect(screen.getByText('120 of 120 posts captured')).toBeTruthy();
  });
  it('breaks it down by page, with unknown totals as unknown', () => {
    draw(<CoverageDetails account={accounts.full} now={NOW} />);
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows[1]).toContain('Manage posts');
    expect(rows[2]).toContain('unknown');
  });
});
