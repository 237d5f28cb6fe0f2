import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { openStore } from '../../../core/store';
import { type Store, StoreProblem } from '../../../core/store/types';
import { type cut, FORM, type Front, noPieces, type Pieces } from '../../../entrypoints/lib/pieces';
import { keepReport, storedFront, storedPieces, storedReport } from '../../../entrypoints/lib/stored-report';

// What this worker kept itself it does not read back: the reader is another one.
vi.resetModules();
const { storedReport: storedReportElsewhere } = await import('../../../entrypoints/lib/stored-report');

const ACCOUNTS = ['One', 'Two'].map((account) => ({ platform: 'douyin' as const, account }));

/** A report whose every part says which one it is. */
function cutOf(which: string, at: string, accounts = ACCOUNTS): ReturnType<typeof cut> {
  const front = {
    schema: 1,
    form: FORM,
    build: which,
    generatedAt: at,
    units: [],
    compliance: {},
    accounts: accounts.map((scope) => ({ ...scope, red: 0, weeks: [], growth: null })),
  } as unknown as Front;
  const pieces = accounts.map((scope) => ({
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

describe('two reports of one language, of two time zones, on a disk that is full', () => {
  /** Writes when told to, or refuses for want of room. */
  function gated(open: Store) {
    const { promise, resolve } = Promise.withResolvers<'write' | 'refuse'>();
    const replaceReports: Store['replaceReports'] = async (...given) => {
      if ((await promise) === 'refuse') throw new StoreProblem('full', true);
      return open.replaceReports(...given);
    };
    return { open: { ...open, replaceReports }, answer: resolve };
  }
  /** Which report the screens are told, and which one the next evaluation. */
  const told = async (open: Store) => {
    const report = await storedReport(open, 'en', ['mix']);
    const front = (await storedFront(open, 'en'))?.front;
    const pieces = await Promise.all(ACCOUNTS.map((scope) => storedPieces(open, 'en', scope, ['mix'])));
    return [
      front?.build,
      ...pieces.flatMap(({ mix }) => mix.map(({ unit }) => unit)),
      ...(report?.mix ?? []).map(({ unit }) => unit),
    ];
  };

  it('leave the one that was written, where the other was refused while it was written', async () => {
    const open = await openStore();
    const [first, second] = [gated(open), gated(open)];
    const kept = [
      keepReport(first.open, 'en', cutOf('first', '2026-06-01T00:00:00Z'), 1),
      keepReport(second.open, 'en', cutOf('second', '2026-06-02T00:00:00Z'), 1),
    ];
    first.answer('refuse');
    await kept[0];
    expect(await told(open)).toEqual(Array(5).fill('first'));
    second.answer('write');
    await kept[1];
    expect(await told(open)).toEqual(Array(5).fill('second'));
    open.close();
  });

  it('leave the one that was refused last, and nothing of the other', async () => {
    const open = await openStore();
    const [first, second] = [gated(open), gated(open)];
    const kept = [
      keepReport(first.open, 'en', cutOf('first', '2026-06-01T00:00:00Z'), 1),
      keepReport(second.open, 'en', cutOf('second', '2026-06-02T00:00:00Z', ACCOUNTS.slice(0, 1)), 1),
    ];
    for (const one of [first, second]) one.answer('refuse');
    await Promise.all(kept);
    // The front, and one account's piece twice: the other account is not in it.
    expect(await told(open)).toEqual(Array(3).fill('second'));
    // When there is room again, all of it is written.
    await keepReport(open, 'en', cutOf('third', '2026-06-03T00:00:00Z'), 2);
    expect(await told(open)).toEqual(Array(5).fill('third'));
    expect((await storedReportElsewhere(open, 'en', ['mix']))?.mix.map(({ unit }) => unit)).toEqual(['third', 'third']);
    open.close();
  });
});
