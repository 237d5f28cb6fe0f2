/**
 * Where the last report lies, inside the data worker: its front in one row of the store, each piece in one of its own (`pieces.ts`).
 * A full disk takes none of them; then they are held in memory, so that what can be read is told all the same.
 */
import type { Scope } from '../../components/data';
import type { Report } from '../../core/model/report';
import { type Store, type StoredReport, StoreProblem } from '../../core/store/types';
import { reportName } from './held';
import { KeptRows } from './kept-rows';
import { type cut, FORM, type Front, joined, noPieces, PIECES, type PieceName, type Pieces } from './pieces';
import type { Locale } from './protocol';

const pieceName = (locale: Locale, piece: PieceName, { platform, account }: Scope) =>
  `${reportName(locale)}|${piece}|${platform}|${account}`;

type Rows = ReadonlyMap<string, StoredReport>;
/** Reports that the store had no room for, by language: each whole, so that nothing stored earlier is told beside it. */
const unwritten = new Map<Locale, Rows>();
async function rowOf(open: Store, locale: Locale, name: string): Promise<StoredReport | undefined> {
  const refused = unwritten.get(locale);
  return refused ? refused.get(name) : open.report(name);
}
/** As they stood at one moment. */
async function rowsOf(open: Store, locale: Locale, names: readonly string[]): Promise<(StoredReport | undefined)[]> {
  const stored = await open.reports(names);
  const refused = unwritten.get(locale);
  return refused ? names.map((name) => refused.get(name)) : stored;
}
/** What this worker wrote last. */
const written = { en: new KeptRows(reportName('en')), 'zh-CN': new KeptRows(reportName('zh-CN')) } satisfies Record<
  Locale,
  KeptRows
>;
/** After a removal nothing of what is gone may be told any more. */
export const forgetUnwritten = () => unwritten.clear();

/** All of it in one transaction: nobody ever reads a front with pieces of another. */
export async function keepReport(open: Store, locale: Locale, { front, pieces }: ReturnType<typeof cut>, dataVersion: number) {
  const name = reportName(locale);
  const rows = [
    { name, dataVersion, report: front },
    ...pieces.flatMap(({ scope, pieces: own }) =>
      PIECES.map((piece) => ({ name: pieceName(locale, piece, scope), dataVersion, report: own[piece] })),
    ),
  ];
  try {
    await written[locale].replace(open, rows);
    // Also what was refused while this was written: another report, of another time zone.
    unwritten.delete(locale);
  } catch (error) {
    if (!(error instanceof StoreProblem && error.key === 'full')) throw error;
    unwritten.set(locale, new Map(rows.map((row) => [row.name, row])));
  }
}

/** Null where there is none, or one of another form. */
export async function storedFront(open: Store, locale: Locale): Promise<{ front: Front; dataVersion: number } | null> {
  const stored = await rowOf(open, locale, reportName(locale));
  const front = stored?.report as Front | undefined;
  return stored && front?.schema === 1 && front.form === FORM ? { front, dataVersion: stored.dataVersion } : null;
}

export async function storedPieces<P extends PieceName>(
  open: Store,
  locale: Locale,
  scope: Scope,
  names: readonly P[],
): Promise<Pick<Pieces, P>> {
  return piecesIn(
    names,
    await rowsOf(
      open,
      locale,
      names.map((piece) => pieceName(locale, piece, scope)),
    ),
  );
}

function piecesIn<P extends PieceName>(names: readonly P[], rows: readonly (StoredReport | undefined)[]): Pick<Pieces, P> {
  const none = noPieces();
  const found = names.map((piece, at) => [piece, (rows[at]?.report as Pieces[P] | undefined) ?? none[piece]]);
  return Object.fromEntries(found) as Pick<Pieces, P>;
}

/**
 * The report with these parts of it, of every account; the other parts are empty. What was stored whole, before there were pieces, is
 * given whole. Never parts of two reports: where another one was kept between the front and its pieces, that one is read.
 */
export async function storedReport(open: Store, locale: Locale, names: readonly PieceName[]): Promise<Report | null> {
  const own = await written[locale].held(open);
  const last = own?.get(reportName(locale)) as Front | undefined;
  if (own && last) {
    const rowOfOwn = (scope: Scope, piece: PieceName) => ({ dataVersion: 0, report: own.get(pieceName(locale, piece, scope)) });
    return joined(
      last,
      last.accounts.map((scope) =>
        piecesIn(
          names,
          names.map((piece) => rowOfOwn(scope, piece)),
        ),
      ),
    );
  }
  const stored = await storedFront(open, locale);
  if (!stored) {
    const whole = (await rowOf(open, locale, reportName(locale)))?.report as (Report & { form?: number }) | undefined;
    return whole?.schema === 1 && whole.form === undefined ? whole : null;
  }
  const { front, dataVersion } = stored;
  const asked = front.accounts.flatMap((scope) => names.map((piece) => pieceName(locale, piece, scope)));
  const [now, ...rows] = await rowsOf(open, locale, [reportName(locale), ...asked]);
  const isAnother = now?.dataVersion !== dataVersion || (now.report as Front).generatedAt !== front.generatedAt;
  if (isAnother) return storedReport(open, locale, names);
  const parts = front.accounts.map((_, at) => piecesIn(names, rows.slice(at * names.length, (at + 1) * names.length)));
  return joined(front, parts);
}
