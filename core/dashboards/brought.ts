/**
 * What not every page needs: walkers that not every layout asks, the readers of an audience. In a content script each comes in a part of its
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

const known: Partial<Parts> = {};

/** Keeps what a part brings. */
export function bring<Name extends ReadingPart>(name: Name, part: Parts[Name]): void {
  known[name] ??= part;
}

export class Lacking extends Error {
  constructor(readonly part: ReadingPart) {
    super(`the part of readers “${part}” is not here`);
  }
}

/** Throws `Lacking` until it is there. */
function part<Name extends ReadingPart>(name: Name): Parts[Name] {
  const found: Partial<Parts>[Name] = known[name];
  if (found === undefined) throw new Lacking(name);
  return found;
}

export const findTable: typeof Table = (...asked) => part('table').findTable(...asked);
export const anyTables: typeof AnyTables = (...asked) => part('table').anyTables(...asked);

const anyPiece = (root: ParentNode, look: Look, fits: (text: string) => boolean) =>
  look.sight.pieces(root).some(({ text }) => fits(text));
/** Not asked where nothing looks like a date: a list that still loads may have another layout. */
export const findText: typeof Text = (root, layout, look) =>
  anyPiece(root, look, (text) => DATED.test(text)) ? part('text').findText(root, layout, look) : null;
const finding =
  (name: Exclude<keyof Parts['text'], 'findText'>): Finding =>
  (element, look) =>
    part('text')[name](element, look);
export const dateOnPage = finding('dateOnPage');
export const titleOnPage = finding('titleOnPage');
export const firstWords = finding('firstWords');
export const firstClock = finding('firstClock');

export const labelledFigures: typeof Labelled = (...asked) => part('pairs').labelledFigures(...asked);
export const onePost: typeof OnePost = (...asked) => ({
  kind: 'custom',
  find: (root, look) =>
    part('pairs')
      .onePost(...asked)
      .find(root, look),
});

/** Not asked where no word names a figure. */
export const findColumns: typeof Columns = (root, look, fields) =>
  anyPiece(root, look, (text) => text.length <= 40 && look.meaning(text) !== null)
    ? part('columns').findColumns(root, look, fields)
    : null;

export const breakdownsOf: typeof Shares = (...asked) => part('audience').breakdownsOf(...asked);
export const curveOf: typeof Hours = (...asked) => part('audience').curveOf(...asked);
