/** Text in XML, as spreadsheets need it and as every page does. */

/** What XML 1.0 cannot hold, lone halves of a pair, and texts that look like the escape itself. */
const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must be escaped
  /[\u0000-\u0008\u000b\u000c\u000d\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4}_)/g;

const hex = (char: string) => char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Cell text: `_xHHHH_` for what XML cannot hold (ECMA-376 part 1, 22.9.2.19 ST_Xstring). */
export function escapeCell(text: string): string {
  return escapeXml(text.replace(UNSPEAKABLE, (char) => `_x${hex(char)}_`));
}
