import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../core/store';
import type { Store } from '../../../core/store/types';
import { type cut, FORM, type Front, noPieces, type Pieces } from '../../../entrypoints/lib/pieces';
import { keepReport, storedReport } from '../../../entrypoints/lib/stored-report';

// What this worker kept itself it does not read back: the reader is another one.
vi.resetModules();
const { storedReport: storedReportElsewhere } = await import('../../../entrypoints/lib/stored-report');

const ACCOUNTS = ['One', 'Two'].map((account) => ({ platform: 'douyin' as const, account }));

/** A report whose every part says which one it is. */
function cutOf(which: string, at: string): ReturnType<typeof cut> {
  const front = {
    schema: 1,
    form: FORM,
    build: which,
    generatedAt: at,
    units: [],
    compliance: {},
    accounts: ACCOUNTS.map((scope) => ({ ...scope, red: 0, weeks: [], growth: null })),
  } as unknown as Front;
  const pieces = ACCOUNTS.map((scope) => ({
    scope,
    pieces: {
      ...noPieces(),
      score: [{ unit: which }],
      mix: [{ unit: which }],
      growth: [{ account: which }],
    } as unknown as Pieces,
  }));
  return { front, pieces };
}

/** A store in which the second report is kept right after the front of the first was read, whatever reads it. */
function overtaken(open: Store): Store {
  let over = false;
  return {
    ...open,
    report: async (name) => {
      const row = await open.report(name);
      if (!over) {
        over = true;
        await keepReport(open, 'en', cutOf('second', '2026-06-02T00:00:00Z'), 2);
      }
      return row;
    },
  };
}

describe('a report that is kept while one is read', () => {
  it('is told whole, or the one before it is: never parts of both', async () => {
    const open = await openStore();
    await keepReport(open, 'en', cutOf('first', '2026-06-01T00:00:00Z'), 1);
    const report = await storedReportElsewhere(overtaken(open), 'en', ['mix', 'score', 'growth']);
    const parts = [
      ...(report?.mix ?? []).map(({ unit }) => unit),
      ...(report?.score ?? []).map(({ unit }) => unit),
      ...(report?.growth ?? []).map(({ account }) => account),
    ];
    expect(parts).toHaveLength(6);
    expect([...new Set([...parts, report?.generatedAt])]).toEqual(['second', '2026-06-02T00:00:00Z']);
    // The worker that kept it tells the same, without reading it back.
    expect(await storedReport(open, 'en', ['mix', 'score', 'growth'])).toEqual(report);
    open.close();
  });
});
