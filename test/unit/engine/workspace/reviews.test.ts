/** The generated pages, read line by line in both languages. */
import { describe, expect, it } from 'vitest';
import { lastPeriod, periodBefore } from '../../../../core/engine/reviews/periods';
import type { ReviewPage } from '../../../../core/model/workspace/objects';
import { contentOnly } from '../mix/content-only';
import { goldenAccounts } from '../mix/golden-accounts';
import { fixedReport, GOLDEN, type Locale, NOW, SAMPLES, sampleWorkspace } from './sample';

const nobody = { platform: '', account: '' };

const text = ({ title, period, sections }: ReviewPage) =>
  `${title}\n${period}\n${sections.map(({ heading, lines }) => `\n${heading}\n${lines.map((line) => `  ${line}`).join('\n')}`).join('\n')}\n`;

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
          await expect(page && text(page)).toMatchFileSnapshot(`golden/${sample}.${kind}.${locale}.txt`);
        }
      });
    }
  }
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
    expect(due.filter(({ what }) => what === 'review')).toHaveLength(1);
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
