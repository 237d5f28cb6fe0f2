/** Text in cells of a spreadsheet file: what the writers do to it and the importers undo. */

/** A spreadsheet takes a text that begins so for a formula. A text that only looks guarded gets one guard more, so that reading is exact. */
const NEEDS_GUARD = /^'*[=+\-@＝＋－＠\t\r]/;
/** Guards a text cell (`facts/neighbours.md` C: decided by type, never applied to numbers). Undone by `unguard`. */
export const guard = (text: string): string => (NEEDS_GUARD.test(text) ? `'${text}` : text);
export const unguard = (cell: string): string => (cell.startsWith("'") && NEEDS_GUARD.test(cell) ? cell.slice(1) : cell);

/** Several labels in one cell: separated by `;`, with `;` and `\` escaped. */
export const joinLabels = (labels: readonly string[]): string => labels.map((label) => label.replace(/[\\;]/g, '\\$&')).join(';');
export function splitLabels(cell: string): string[] {
  return (cell.match(/(?:\\.|[^\\;])+/gs) ?? []).map((label) => label.replace(/\\(.)/gs, '$1').trim()).filter(Boolean);
}
