import { describe, expect, it } from 'vitest';
import { addDays, addMonths, moveWall, sheetOf } from '../../../../components/plan/month';
import { readCalendar, writeCalendar } from '../../../../core/engine/calendar/ics';
import { matchPosts, titleLikeness, type Wanted } from '../../../../core/engine/calendar/match';
import type { CalendarPost } from '../../../../core/model/workspace/objects';
import { known } from '../mix/world';
import { sampleWorkspace } from './sample';

const at = Date.parse('2026-06-20T18:00:00+08:00');
const HOUR = 3_600_000;
const wanted = (id: string, title: string, hours = 0): Wanted => ({
  id,
  title,
  platform: 'douyin',
  account: 'a',
  at: at + hours * HOUR,
});
const post = (key: string, title: string, hours: number, more: Parameters<typeof known>[0] | object = {}) =>
  known({ key, account: 'a', title, publishedAt: at + hours * HOUR, looks: [], ...more });

describe('a planned post meets its real one', () => {
  const cases: [string, Wanted[], ReturnType<typeof post>[], Record<string, string>][] = [
    ['by its title, a day late', [wanted('p', '新手磨豆机怎么挑')], [post('k', '新手磨豆机怎么挑？#咖啡', 26)], { p: 'k' }],
    [
      'by a title the page cut short',
      [wanted('p', 'Which grinder for beginners and why')],
      [post('k', 'Which grinder for', 1)],
      { p: 'k' },
    ],
    ['not by the hour alone when it has another title', [wanted('p', '磨豆机')], [post('k', '开店日记', 0)], {}],
    ['by the hour when no title was planned', [wanted('p', '')], [post('k', '开店日记', 1)], { p: 'k' }],
    ['not four days later', [wanted('p', '磨豆机怎么挑')], [post('k', '磨豆机怎么挑', 96)], {}],
    ['not on another account', [wanted('p', '磨豆机怎么挑')], [post('k', '磨豆机怎么挑', 0, { account: 'b' })], {}],
    ['not while it is a draft', [wanted('p', '磨豆机怎么挑')], [post('k', '磨豆机怎么挑', 0, { status: 'draft' })], {}],
    ['not when the creator said no', [{ ...wanted('p', '磨豆机怎么挑'), post: null }], [post('k', '磨豆机怎么挑', 0)], {}],
    ['by what the creator said', [{ ...wanted('p', 'x'), post: 'k' }], [post('k', '磨豆机怎么挑', 0)], { p: 'k' }],
    [
      'each post once, the better title first',
      [wanted('p', '磨豆机怎么挑，第二集'), wanted('q', '磨豆机怎么挑，第一集')],
      [post('k', '磨豆机怎么挑，第一集', 0), post('l', '磨豆机怎么挑，第二集', 1)],
      { q: 'k', p: 'l' },
    ],
    [
      'not when two plans fit alike',
      [wanted('p', '磨豆机怎么挑'), wanted('q', '磨豆机怎么挑')],
      [post('k', '磨豆机怎么挑', 0)],
      {},
    ],
    [
      'by the day where only the day is known',
      [wanted('p', '磨豆机怎么挑', 40)],
      [post('k', '磨豆机怎么挑', 0, { precision: 'day' })],
      { p: 'k' },
    ],
  ];
  for (const [name, plans, posts, expected] of cases)
    it(name, () => expect(Object.fromEntries(matchPosts(plans, posts))).toEqual(expected));

  it('likeness knows an edited title from another one', () => {
    expect(titleLikeness('新手磨豆机怎么挑', '新手磨豆机该怎么挑？')).toBeGreaterThan(0.7);
    expect(titleLikeness('手冲咖啡的水温', '咖啡店探店')).toBeLessThan(0.3);
    expect(titleLikeness('', '')).toBe(0);
  });
});

describe('calendar files', () => {
  const planned: CalendarPost = {
    id: '0f',
    platform: 'douyin',
    account: 'a',
    title: 'Tea; milk, or both\\ — 一个很长的标题，长到一行放不下，所以要折行，再长一点，再长一点',
    at: '2026-06-20T18:00:00+08:00',
    text: 'line one\nline two',
    pillar: 'tea',
    commercial: false,
    reviews: [],
    adChecks: [],
  };
  it('come back as they were written', () => {
    const text = writeCalendar([planned], at);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(readCalendar(text, 'UTC')).toEqual({
      events: [{ uid: '0f@post-almanac', title: planned.title, text: planned.text, pillar: 'tea', at }],
      skipped: [],
    });
  });
  it('of others are read in their zones; what repeats or has no time is named', () => {
    const text = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'UID:1',
      'DTSTART;TZID=Europe/Berlin:20261025T023000',
      'SUMMARY:In the hour that comes twice',
      'BEGIN:VALARM',
      'SUMMARY:not this one',
      'END:VALARM',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:2',
      'DTSTART;VALUE=DATE:20260620',
      'SUMMARY:A whole',
      '  day',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:3',
      'DTSTART:20260620T100000Z',
      'RRULE:FREQ=WEEKLY',
      'SUMMARY:Every week',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'SUMMARY:Never',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Nowhere/Land:20260620T100000',
      'SUMMARY:Odd zone',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\n');
    const { events, skipped } = readCalendar(text, 'Asia/Shanghai');
    expect(events.map(({ title, at: when }) => [title, new Date(when).toISOString()])).toEqual([
      ['In the hour that comes twice', '2026-10-25T00:30:00.000Z'],
      ['A whole day', '2026-06-20T04:00:00.000Z'],
      ['Odd zone', '2026-06-20T02:00:00.000Z'],
    ]);
    expect(skipped).toEqual([
      { title: 'Every week', reason: 'repeats' },
      { title: 'Never', reason: 'noTime' },
    ]);
  });
  it('with quotes are read one way only: many of them in a line that is cut off are no endless search', () => {
    const line = (rest: string) =>
      `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Mint\r\n${rest}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const quoted = ';X-A="b;c:d","e"'.repeat(60);
    const { events } = readCalendar(line(`DTSTART${quoted};TZID="Asia/Tokyo":20260620T180000`), 'UTC');
    expect(events.map(({ at }) => at)).toEqual([Date.parse('2026-06-20T18:00:00+09:00')]);
    expect(readCalendar(line(`DTSTART${';X-A="b"'.repeat(60)}`), 'UTC').skipped).toEqual([{ title: 'Mint', reason: 'noTime' }]);
  });
  it('that are none are refused', () => expect(() => readCalendar('title,date\na,b', 'UTC')).toThrow(RangeError));
});

describe('the calendar', () => {
  const { calendar, balances, due } = sampleWorkspace('coffee', 'zh-CN');
  const of = (id: string) => calendar.find(({ post: { id: own } }) => own === id);
  it('knows what was published, what waits and what was not recognised', () => {
    expect(['kept', 'kept-2', 'missed', 'today', 'next'].map((id) => of(id)?.state)).toEqual([
      'published',
      'published',
      'missed',
      'planned',
      'planned',
    ]);
    expect(of('kept')?.real?.said).toBe(false);
  });
  it('shows conflicts while planning', () => {
    expect(of('ad')?.warnings).toEqual(['twoExperiments', 'missingAdChecks', 'findings']);
    expect(of('ad')?.level).toBe('red');
    expect(of('today')?.warnings).toEqual([]);
  });
  it('counts planned posts into the mix and the commercial band', () => {
    expect(balances.map(({ platform, account }) => [platform, account])).toEqual([['douyin', '阿树咖啡']]);
    const [balance] = balances;
    expect(balance?.commercial).toMatchObject({ total: 53, low: 0.08, high: 0.12 });
    expect(balance?.kinds.reduce((sum, { planned }) => sum + planned, 0)).toBe(
      balance?.kinds.reduce((sum, { target }) => sum + target, 0),
    );
  });
  it('warns when the planned posts leave the band or crowd one hour', () => {
    const ads = Array.from({ length: 4 }, (_, i) => ({
      id: `ad${i}`,
      platform: 'douyin' as const,
      account: '阿树咖啡',
      title: `广告 ${i}`,
      at: `2026-07-1${i}T18:00:00+08:00`,
      text: '',
      commercial: true,
      reviews: [],
      adChecks: ['quality', 'taste', 'brand', 'effect'] as ('quality' | 'taste' | 'brand' | 'effect')[],
    }));
    const crowded = sampleWorkspace('coffee', 'en', {
      calendar: [...ads, { ...ads[0], id: 'near', at: '2026-07-10T18:30:00+08:00', commercial: false } as CalendarPost],
    });
    expect(crowded.calendar.find(({ post: { id } }) => id === 'ad3')?.warnings).toEqual(['commercialTooMany']);
    expect(crowded.calendar.find(({ post: { id } }) => id === 'near')?.warnings).toEqual(['sameHour']);
  });
  it('counts the mix of each account for itself', () => {
    const ad = (id: string, account: string | null, day: number): CalendarPost => ({
      id,
      platform: account === null ? null : 'douyin',
      account,
      title: id,
      at: `2026-07-${day}T18:00:00+08:00`,
      text: '',
      commercial: true,
      reviews: [],
      adChecks: ['quality', 'taste', 'brand', 'effect'],
    });
    const others = [10, 11, 12, 13].map((day) => ad(`other ${day}`, '另一个号', day));
    const { calendar: planned, balances: own } = sampleWorkspace('coffee', 'en', {
      calendar: [...others, ad('ours', '阿树咖啡', 14), ad('open', null, 15)],
    });
    const warned = (id: string) => planned.find(({ post: { id: of } }) => of === id)?.warnings;
    expect(own.map(({ account, commercial }) => [account, commercial?.paid ?? null])).toEqual([
      ['另一个号', null],
      ['阿树咖啡', 6],
    ]);
    expect(warned('ours')).toEqual([]);
    expect(warned('open')).toEqual([]);
  });
  it('says what is due today', () => {
    expect(due.filter(({ what }) => what === 'post').map(({ id }) => id)).toEqual(['today']);
    expect(due.filter(({ what }) => what === 'missedPost').map(({ id }) => id)).toEqual(['missed']);
  });
});

describe('a month as a sheet', () => {
  it('holds whole weeks from Monday', () => {
    const days = sheetOf('2026-02');
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-01-26', '2026-03-01', 35]);
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(moveWall('2026-03-28T18:30', 1)).toBe('2026-03-29T18:30');
  });
});
