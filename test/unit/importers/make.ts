/** Files as the platforms write them, made in the tests: rows are invented, forms are those of `facts/export-headers.txt`. */
import { strToU8, zipSync } from 'fflate';
import { type ImportContext, type ImportResult, importFile } from '../../../core/importers';
import type { Metrics } from '../../../core/model/reading';

export const NOW = Date.parse('2026-11-20T10:00:00Z');
export const context = (more: Partial<ImportContext> = {}): ImportContext => ({ now: NOW, zone: 'Asia/Shanghai', ...more });

export const utf8 = (text: string) => new TextEncoder().encode(text);
export function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  new DataView(bytes.buffer).setUint16(0, 0xfffe);
  for (let at = 0; at < text.length; at += 1) new DataView(bytes.buffer).setUint16(2 + at * 2, text.charCodeAt(at), true);
  return bytes;
}

export const read = (name: string, content: string | Uint8Array, more: Partial<ImportContext> = {}): Promise<ImportResult> =>
  importFile(name, typeof content === 'string' ? utf8(content) : content, context(more));

export const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ','): string =>
  rows
    .map((row) =>
      row
        .map((cell) => {
          const text = String(cell);
          return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        })
        .join(delimiter),
    )
    .join('\n')
    .concat('\n');

type CellIn = string | number | null | { number: number; style: number };
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const letters = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);

/** A workbook with shared strings, as spreadsheet programs write it. Styles: 1 date and time, 2 percent, 3 day. */
export function xlsx(sheets: Record<string, readonly (readonly CellIn[])[]>): Uint8Array {
  const shared: string[] = [];
  const indexOf = (text: string) => {
    if (!shared.includes(text)) shared.push(text);
    return shared.indexOf(text);
  };
  const files: Record<string, Uint8Array> = {};
  const names = Object.keys(sheets);
  names.forEach((name, index) => {
    const rows = (sheets[name] ?? []).map((row, at) => {
      const cells = row.map((cell, column) => {
        const r = `${letters(column)}${at + 1}`;
        if (cell === null) return '';
        if (typeof cell === 'string') return `<c r="${r}" t="s"><v>${indexOf(cell)}</v></c>`;
        if (typeof cell === 'number') return `<c r="${r}"><v>${cell}</v></c>`;
        return `<c r="${r}" s="${cell.style}"><v>${cell.number}</v></c>`;
      });
      return `<row r="${at + 1}">${cells.join('')}</row>`;
    });
    files[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`);
  });
  files['xl/workbook.xml'] = strToU8(
    `<workbook><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
  );
  files['xl/_rels/workbook.xml.rels'] = strToU8(
    `<Relationships>${names.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  );
  files['xl/styles.xml'] = strToU8(
    '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd hh:mm:ss"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  );
  files['xl/sharedStrings.xml'] = strToU8(`<sst>${shared.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`);
  return zipSync(files);
}

/** Values by metric: what most expectations are about. */
export const values = (metrics: Metrics): Record<string, number> =>
  Object.fromEntries(Object.entries(metrics).map(([name, figure]) => [name, figure.value]));

/** A reading in short. */
export const short = ({ readings }: ImportResult) =>
  readings.map(({ post, metrics }) => ({
    id: post.id,
    title: post.title,
    at: post.publishedAt,
    precision: post.publishedPrecision,
    ...values(metrics),
  }));
