import { expect, it } from 'vitest';
import { marksOf } from '../../../components/charts/SeasonNote';
import type { SeasonEvent } from '../../../core/model/report-parts';

const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const event = (from: string, to: string, label: string): SeasonEvent => ({ id: label, from, to, label, market: 'CN' });

it('a festival is marked where the chart’s time touches it, from the chart’s own beginning', () => {
  const events = [
    event('2026-06-01', '2026-06-18', 'sale'),
    event('2026-06-19', '2026-06-19', 'boats'),
    event('2026-08-19', '2026-08-19', 'later'),
    event('2026-05-01', '2026-05-05', 'before'),
  ];
  expect(marksOf(events, at('2026-06-10'), at('2026-06-19'))).toEqual([
    { at: at('2026-06-10'), label: 'sale' },
    { at: at('2026-06-19'), label: 'boats' },
  ]);
});
