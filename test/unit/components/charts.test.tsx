// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { ColumnChart } from '../../../components/charts/ColumnChart';
import { LineChart } from '../../../components/charts/LineChart';
import { timeTicks } from '../../../components/charts/time';
import { draw } from './harness';

const at = (text: string) => new Date(text).getTime();

describe('time axis', () => {
  it('ticks at midnights, by the calendar, not more than there is room for', () => {
    const { ticks, step } = timeTicks(at('2026-03-27T15:00'), at('2026-04-01T08:00'));
    expect(step).toBe('day');
    expect(ticks.map((tick) => new Date(tick).toTimeString().slice(0, 5))).toEqual(ticks.map(() => '00:00'));
    expect(ticks[0]).toBe(at('2026-03-28T00:00'));
    expect(ticks).toHaveLength(5);
  });
  it('ticks at firsts of months, of quarters, of years', () => {
    expect(timeTicks(at('2026-01-10T00:00'), at('2026-05-20T00:00'))).toEqual({
      ticks: ['02', '03', '04', '05'].map((month) => at(`2026-${month}-01T00:00`)),
      step: 'month',
    });
    const years = timeTicks(at('2019-06-01T00:00'), at('2026-06-01T00:00'));
    expect(years.step).toBe('year');
    expect(years.ticks.length).toBeLessThanOrEqual(5);
  });
  it('survives one single moment', () => {
    expect(timeTicks(at('2026-05-05T12:00'), at('2026-05-05T12:00')).ticks).toEqual([]);
  });
});

describe('line chart', () => {
  it('is an image with a name, and a table that says what the lines say, a dash where a line has no point', () => {
    const { container } = draw(
      <LineChart
        name="Views and likes of a post"
        series={[
          { id: 'views', label: 'Views', points: [1, 2].map((day) => ({ at: at(`2026-05-0${day}T10:00`), value: day * 1500 })) },
          { id: 'likes', label: 'Likes', points: [{ at: at('2026-05-02T10:00'), value: 12 }] },
        ]}
        format={(value) => value.toLocaleString('en')}
      />,
    );
    expect(container.querySelector('svg[role=img] > title')?.textContent).toBe('Views and likes of a post');
    const rows = [...container.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].slice(1).map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['1,500', '—'],
      ['3,000', '12'],
    ]);
  });
});

describe('column chart', () => {
  it('leaves a gap where nothing is known, and draws a zero as nothing to see but a row in the table', () => {
    const { container } = draw(
      <ColumnChart
        name="Posts per week"
        head={['Week', 'Posts']}
        columns={[
          { id: 'a', label: 'a', title: 'First', value: 2 },
          { id: 'b', label: 'b', title: 'Second', value: null },
          { id: 'c', label: 'c', title: 'Third', value: 0 },
        ]}
        format={String}
      />,
    );
    expect(container.querySelectorAll('rect')).toHaveLength(2);
    expect([...container.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual(['2', '—', '0']);
  });
});
