/**
 * What not every page needs: walkers that few layouts ask, the readers of an audience. In a content script each comes in a part of its
 * own (`parts/`), on a page that asks for it. Until it is there a look that asks ends with `Lacking`: nothing is read by halves.
 */
import type { breakdownsOf as Shares } from './breakdowns';
import type { findColumns as Columns } from './columns';
import type { curveOf as Hours } from './curve';
import { DATED } from './dated';
import type { labelledFigures as Labelled, onePost as OnePost } from './pairs';
import type { anyTables as AnyTables, findTable as Table } from './table';
import type { findText as Text } from './text';
import type { Find, Look } from './types';

type Finding = Extract<Find, (...args: never) => unknown>;
interface Parts {
  table: { findTable: typeof Table; anyTables: typeof AnyTables };
  text: { findText: typeof Text; dateOnPage: Finding; titleOnPage: Finding; firstWords: Finding; firstClock: Finding };
  pairs: { labelledFigures: typeof Labelled; onePost: typeof OnePost };
  columns: { findColumns: typeof Columns };
  audience: { breakdownsOf: typeof Shares; curveOf: typeof Hours };
}
export type ReadingPart = keyof Parts;

/** `null`: it does not come, and pages are read without. */
const known: { [Name in ReadingPart]?: Parts[Name] | null } = {};

/** Keeps what a part brings. */
export function bring<Name extends ReadingPart>(name: Name, part: Parts[Name] | null): void {
  known[name] ??= part;
}

export class Lacking extends Error {
  constructor(readonly part: ReadingPart) {
    super(part);
  }
}

/** Throws `Lacking` while it may still come. */
function of<Name extends ReadingPart>(name: Name): Parts[Name] | null {
  const part: Parts[Name] | null | undefined = known[name];
  if (part === undefined) throw new Lacking(name);
  return part;
}

export const findTable: typeof Table = (...asked) => of('table')?.findTable(...asked) ?? null;
export const anyTables: typeof AnyTables = function* (...asked) {
  yield* of('table')?.anyTables(...asked) ?? [];
};

const anyPiece = (root: ParentNode, look: Look, fits: (text: string) => boolean) =>
  look.sight.pieces(root).some(({ text }) => fits(text));
/** Not asked where nothing looks like a date: a list that still loads may have another layout. */
export const findText: typeof Text = (root, layout, look) =>
  anyPiece(root, look, (text) => DATED.test(text)) ? (of('text')?.findText(root, layout, look) ?? null) : null;
const finding =
  (name: Exclude<keyof Parts['text'], 'findText'>): Finding =>
  (element, look) =>
    of('text')?.[name](element, look) ?? null;
export const dateOnPage = finding('dateOnPage');
export const titleOnPage = finding('titleOnPage');
export const firstWords = finding('firstWords');
export const firstClock = finding('firstClock');

export const labelledFigures: typeof Labelled = (...asked) =>
  of('pairs')?.labelledFigures(...asked) ?? { figures: [], refused: [] };
export const onePost: typeof OnePost = (...asked) => ({
  kind: 'custom',
  find: (root, look) =>
    of('pairs')
      ?.onePost(...asked)
      .find(root, look) ?? null,
});

/** Not asked where no word names a figure. */
export const findColumns: typeof Columns = (root, look, fields) =>
  anyPiece(root, look, (text) => text.length <= 40 && look.meaning(text) !== null)
    ? (of('columns')?.findColumns(root, look, fields) ?? null)
    : null;

export const breakdownsOf: typeof Shares = (...asked) => of('audience')?.breakdownsOf(...asked) ?? [];
export const curveOf: typeof Hours = (...asked) => of('audience')?.curveOf(...asked) ?? [];
