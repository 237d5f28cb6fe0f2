import { describe, expect, it } from 'vitest';
import { majorSeasons, marketsOf, SEASON_IDS, seasonEvents } from '../../../../core/engine/season/calendar';

const day = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;
const on = (id: string, year: number, market: 'CN' | 'US' | 'UK' | 'EU') =>
  seasonEvents(day(`${year}-01-01`), day(`${year}-12-31`), [market], {})
    .filter((event) => event.id === id)
    .map(({ from, to }) => (from === to ? from : `${from}/${to}`));

describe('seasonal calendar', () => {
  it('moves what moves', () => {
    expect(on('springFestival', 2026, 'CN')).toEqual(['2026-02-16/2026-02-23']);
    expect(on('springFestival', 2027, 'CN')).toEqual(['2027-02-05/2027-02-12']);
    expect(on('lanternFestival', 2026, 'CN')).toEqual(['2026-03-03']);
    expect(on('qingming', 2024, 'CN')).toEqual(['2024-04-04']);
    expect(on('qingming', 2027, 'CN')).toEqual(['2027-04-05']);
    expect(on('thanksgiving', 2025, 'US')).toEqual(['2025-11-27']);
    expect(on('blackFriday', 2024, 'UK')).toEqual(['2024-11-29/2024-12-02']);
    expect(on('easter', 2025, 'EU')).toEqual(['2025-04-18/2025-04-21']);
    expect(on('easter', 2038, 'EU')).toEqual(['2038-04-23/2038-04-26']);
    expect(on('mothersDayUK', 2026, 'UK')).toEqual(['2026-03-15']);
    expect(on('mothersDay', 2026, 'US')).toEqual(['2026-05-10']);
    expect(on('fathersDay', 2026, 'US')).toEqual(['2026-06-21']);
  });

  it('keeps what is fixed, and a turn of the year once', () => {
    expect(on('double11', 2026, 'CN')).toEqual(['2026-10-20/2026-11-11']);
    expect(on('sale618', 2026, 'CN')).toEqual(['2026-06-01/2026-06-18']);
    const turn = seasonEvents(day('2025-12-30'), day('2026-01-02'), ['CN'], {}).filter(({ id }) => id === 'newYear');
    expect(turn.map(({ from, to }) => [from, to])).toEqual([['2025-12-31', '2026-01-01']]);
  });

  it('knows nothing of lunar dates outside its table', () => {
    expect(on('springFestival', 2019, 'CN')).toEqual([]);
    expect(on('springFestival', 2036, 'CN')).toEqual([]);
  });

  it('names the major event of a day', () => {
    const days = ['2026-02-15', '2026-02-16', '2026-11-01', '2026-12-24'].map(day);
    expect(majorSeasons(days, ['CN'])).toEqual([null, 'springFestival', 'double11', null]);
    expect(majorSeasons(days, ['US'])).toEqual([null, null, null, 'christmas']);
  });

  it('takes the market from the platform, else from the zone', () => {
    expect(marketsOf('douyin', 'Europe/Berlin')).toEqual(['CN']);
    expect(marketsOf('youtube', 'Asia/Shanghai')).toEqual(['CN']);
    expect(marketsOf('tiktok', 'America/New_York')).toEqual(['US']);
    expect(marketsOf('x', 'Asia/Tokyo')).toEqual(['US', 'UK', 'EU']);
  });

  it('has one id per event', () => {
    expect(new Set(SEASON_IDS).size).toBe(SEASON_IDS.length);
  });
});
