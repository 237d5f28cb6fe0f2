/** The generated pages, read line by line in both languages. */
import { describe, expect, it } from 'vitest';
import type { AccountFacts } from '../../../../core/engine/goals/series';
import { periodFigures } from '../../../../core/engine/reviews/figures';
import { lastPeriod, periodBefore } from '../../../../core/engine/reviews/periods';
import type { AccountReading } from '../../../../core/model/reading';
import type { ReviewPage } from '../../../../core/model/workspace/objects';
import { contentOnly } from '../mix/content-only';
import { goldenAccounts } from '../mix/golden-accounts';
import { figure } from '../mix/world';
import { fixedReport, GOLDEN, type Locale, NOW, SAMPLES, sampleWorkspace } from './sample';

const nobody = { platform: '', account: '' };

const text = ({ title, period, sections }: ReviewPage) =>
  `${title}\n${period}\n${sections.map(({ heading, lines }) => `\n${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`).join('\n')}\n`;

/** Days and months are written in words. */
const ISO_DATE = /\d{4}-\d{2}/;

describe('golden review pages', () => {
  for (const sample of SAMPLES) {
    for (const locale of ['en', 'zh-CN'] as Locale[]) {
      it(`${sample} in ${locale}`, async () => {
        const account = goldenAccounts().find(({ name }) => name === GOLDEN[sample]);
        const report = account && {
          ...contentOnly(account, locale, null, NOW),
          timing: fixedReport(locale, account.posts[0] ?? nobody).timing,
        };
        const { reviews } = sampleWorkspace(sample, locale, undefined, report);
        for (const kind of ['weekly', 'monthly', 'quarterly'] as const) {
          const page = reviews.find((review) => review.kind === kind)?.page;
          expect(page && text(page)).not.toMatch(ISO_DATE);
          await expect(page && text(page)).toMatchFileSnapshot(`golden/${sample}.${kind}.${locale}.txt`);
        }
      });
    }
  }
});

describe('the figures of a period', () => {
  const week = { kind: 'weekly', from: '2026-06-08', to: '2026-06-14' } as const;
  const look = (seenAt: string, followers: number): AccountReading => ({
    platform: 'douyin',
    page: 'douyin/home',
    account: 'a',
    metrics: { followers: figure(followers) },
    seenAt,
  });
  const change = (...readings: AccountReading[]) =>
    periodFigures(week, { accounts: [], posts: [], accountReadings: readings, zone: 'UTC' }).followers;
  it('tell between which days followers changed, and nothing of a week seen two days beside it', () => {
    const monday = look('2026-06-15T09:00:00Z', 130);
    expect(change(look('2026-06-07T20:00:00Z', 100), monday)).toEqual([
      { platform: 'douyin', account: 'a', net: 30, level: 130, from: '2026-06-07', to: '2026-06-15', between: [] },
    ]);
    expect(change(look('2026-06-06T12:00:00Z', 100), monday)).toEqual([]);
  });
  it('work out the count at an end from looks on both sides of it that are not far apart', () => {
    const looks = [look('2026-06-06T00:00:00Z', 100), look('2026-06-10T00:00:00Z', 140), look('2026-06-15T09:00:00Z', 200)];
    // Two of four days after the first look the week begins: half of the 40 between them.
    expect(change(...looks)).toEqual([
      {
        platform: 'douyin',
        account: 'a',
        net: 80,
        level: 200,
        from: '2026-06-08',
        to: '2026-06-15',
        between: [['2026-06-06', '2026-06-10']],
      },
    ]);
    expect(change(...looks.toReversed())).toEqual(change(...looks));
    const both = change(look('2026-06-13T00:00:00Z', 170), look('2026-06-17T00:00:00Z', 210), ...looks.slice(0, 2));
    expect(both).toMatchObject([{ net: 70, level: 190, from: '2026-06-08', to: '2026-06-14' }]);
    expect(both[0]?.between).toHaveLength(2);
  });
  it('say nothing of an end with looks on one side of it only, or too far apart', () => {
    const start = look('2026-06-07T20:00:00Z', 100);
    expect(change(start, look('2026-06-12T00:00:00Z', 140))).toEqual([]);
    expect(change(start, look('2026-06-12T00:00:00Z', 140), look('2026-06-19T00:00:00Z', 210))).toHaveLength(1);
    expect(change(start, look('2026-06-12T00:00:00Z', 140), look('2026-06-19T01:00:00Z', 210))).toEqual([]);
  });
  const of = (views: readonly number[]) =>
    periodFigures(week, {
      accounts: [
        {
          platform: 'douyin',
          account: 'a',
          horizonHours: 48,
          outcome: 'views',
          posts: views.map((count, i) => ({
            posted: true,
            publishedAt: Date.parse('2026-06-09T10:00:00Z'),
            title: `post ${i}`,
            labels: {},
            mature: { metrics: { views: count } },
            value: Math.log1p(count),
          })) as unknown as AccountFacts['posts'],
        },
      ],
      posts: [],
      accountReadings: [],
      zone: 'UTC',
    }).accounts[0];
  it('call nothing typical below five posts', () => {
    expect(of([10, 20, 30, 40])).toMatchObject({ typical: null, mature: 4 });
    expect(of([10, 20, 30, 40, 50])?.typical).toBeCloseTo(30, 6);
  });
  it('name the post that made most of the sum', () => {
    expect(of([10, 20, 70])?.biggest).toEqual({ title: 'post 2', share: 0.7 });
    expect(of([30, 30, 40])?.biggest).toBeNull();
    expect(of([10, 90])?.biggest).toBeNull();
  });
});

describe('periods', () => {
  it('are the last full day, week, month, quarter and year', () => {
    const spans = (['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const).map((kind) => {
      const { from, to } = lastPeriod(kind, '2026-03-01');
      return [from, to];
    });
    expect(spans).toEqual([
      ['2026-02-28', '2026-02-28'],
      ['2026-02-16', '2026-02-22'],
      ['2026-02-01', '2026-02-28'],
      ['2025-10-01', '2025-12-31'],
      ['2025-01-01', '2025-12-31'],
    ]);
  });
  it('follow each other without gap or overlap', () => {
    for (const kind of ['daily', 'weekly', 'monthly', 'quarterly', 'yearly'] as const) {
      const last = lastPeriod(kind, '2028-03-01');
      const before = periodBefore(last);
      expect(Date.parse(last.from) - Date.parse(before.to)).toBe(86_400_000);
    }
  });
});

describe('reviews that are late', () => {
  it('are asked for once, the longest one, and never for periods before the first post', () => {
    const { due, reviews } = sampleWorkspace('coffee', 'en');
    expect(due.filter(({ what }) => what === 'review')).toEqual([expect.objectContaining({ kind: 'yearly', others: 1 })]);
    // Monday's page is a day late at most: kindly, it is overdue only after three.
    expect(reviews.map(({ kind, overdue }) => [kind, overdue])).toEqual([
      ['daily', false],
      ['weekly', true],
      ['monthly', false],
      ['quarterly', false],
      ['yearly', true],
    ]);
  });
  it('stay as they stood once they are done', () => {
    const first = sampleWorkspace('coffee', 'en');
    const weekly = first.reviews.find(({ kind }) => kind === 'weekly');
    if (!weekly) throw new Error('no weekly review');
    const record = {
      id: weekly.id,
      kind: weekly.kind,
      from: weekly.from,
      doneAt: '2026-07-01T09:00:00Z',
      changed: '',
      learnt: '',
      next: '',
      page: { ...weekly.page, title: 'kept' },
    };
    const again = sampleWorkspace('coffee', 'en', { review: [record] });
    const same = again.reviews.find(({ kind }) => kind === 'weekly');
    expect(same?.done?.page.title).toBe('kept');
    expect(same?.overdue).toBe(false);
  });
});
