/**
 * A workbook with the sheets `posts`, `history` and `suggestions`. Ids are text (a spreadsheet keeps 15 digits of a number),
 * figures are numbers with their intervals, absent is an empty cell. Streams: the sheets are compressed while the posts come in.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { METRICS } from '../model/metrics';
import type { Suggestion } from '../model/report';
import { type Cell, type Column, columns, type Pages, plainNumber, rowsOf } from './rows';
import { escapeCell, escapeXml } from './xml';

export interface XlsxOptions {
  /** For the third sheet. */
  suggestions?: readonly Suggestion[] | undefined;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Excel's limit for a sheet; what is beyond goes to a further sheet of the same kind. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

/** Cell formats of `styles.xml`, by index. */
const STYLE = { plain: 0, head: 1, share: 2, day: 3 } as const;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function xmlCell(value: NonNullable<Cell>, reference: string, style: number): string {
  const s = style === STYLE.plain ? '' : ` s="${style}"`;
  if (typeof value === 'number') return `<c r="${reference}"${s}><v>${plainNumber(value)}</v></c>`;
  if (typeof value === 'boolean') return `<c r="${reference}"${s} t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = value.length > MOST_CHARACTERS ? value.slice(0, MOST_CHARACTERS) : value;
  return `<c r="${reference}"${s} t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

/** Days since 1899-12-30 of a printed local time: what a spreadsheet calls a date. The zone is not part of it. */
function serial(iso: string): number | null {
  const local = Date.parse(`${iso.slice(0, 19)}Z`);
  return Number.isNaN(local) ? null : local / 86_400_000 + 25_569;
}

interface Part {
  name: string;
  path: string;
}

/** A file in the zip. It carries no time: the same posts give the same bytes. */
function entryOf(zip: Zip, path: string): ZipDeflate {
  const entry = new ZipDeflate(path, { level: 3 });
  entry.mtime = new Date(1980, 0, 1);
  zip.add(entry);
  return entry;
}

/** A sheet that is written row by row. */
class Sheet {
  private file: ZipDeflate | null = null;
  private rows = 0;
  private count = 0;
  private pending = '';
  private readonly letters: readonly string[];

  constructor(
    private readonly zip: Zip,
    private readonly parts: Part[],
    private readonly name: string,
    private readonly head: readonly string[],
    private readonly widths: readonly number[],
  ) {
    this.letters = head.map((_, at) => columnName(at));
    this.begin();
  }

  private begin(): void {
    this.count += 1;
    this.rows = 0;
    const path = `xl/worksheets/sheet${this.parts.length + 1}.xml`;
    this.parts.push({ name: this.count === 1 ? this.name : `${this.name} ${this.count}`, path });
    this.file = entryOf(this.zip, path);
    const widths = this.widths
      .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
      .join('');
    this.pending += `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${widths}</cols><sheetData>`;
    this.row(
      this.head,
      this.head.map(() => STYLE.head),
    );
  }

  /** `styles`: by column; plain where there is none. */
  row(values: readonly Cell[], styles: readonly number[]): void {
    if (this.rows === MOST_ROWS) {
      this.end();
      this.begin();
    }
    this.rows += 1;
    let cells = '';
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? null;
      if (value !== null) cells += xmlCell(value, `${this.letters[at]}${this.rows}`, styles[at] ?? STYLE.plain);
    }
    this.pending += `<row r="${this.rows}">${cells}</row>`;
    if (this.pending.length > 200_000) this.flush();
  }

  flush(): void {
    if (this.pending) this.file?.push(strToU8(this.pending));
    this.pending = '';
  }

  end(): void {
    this.pending += '</sheetData></worksheet>';
    this.file?.push(strToU8(this.pending), true);
    this.pending = '';
  }
}

const styleOf = (column: Column) =>
  column.metric && METRICS[column.metric].unit === 'ratio'
    ? STYLE.share
    : column.name === 'published_local'
      ? STYLE.day
      : STYLE.plain;
const widthOf = ({ name, kind }: Column) => (name === 'title' ? 48 : kind === 'time' ? 26 : kind === 'number' ? 12 : 16);

const SUGGESTION_COLUMNS = [
  'kind',
  'priority',
  'platform',
  'account',
  'title',
  'why',
  'action',
  'strength',
  'posts',
  'weeks',
] as const;

/** Writes the workbook piece by piece. */
export async function* writeXlsx(pages: Pages, { suggestions = [] }: XlsxOptions = {}): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  function* drain() {
    const pieces = ready;
    ready = [];
    yield* pieces;
  }
  const parts: Part[] = [];
  const local: Column = { name: 'published_local', kind: 'number' };
  const postColumns = [...columns({ intervals: true }), local];
  const historyColumns = [...columns({ intervals: true, history: true }), local];
  const sheetOf = (name: string, list: readonly Column[]) =>
    new Sheet(
      zip,
      parts,
      name,
      list.map((one) => one.name),
      list.map(widthOf),
    );
  const posts = sheetOf('posts', postColumns);
  const history = sheetOf('history', historyColumns);
  const postStyles = postColumns.map(styleOf);
  const historyStyles = historyColumns.map(styleOf);

  for await (const page of pages) {
    for (const known of page) {
      const { publishedAt } = known.post;
      const at = publishedAt ? serial(publishedAt) : null;
      for (const row of rowsOf(known, { intervals: true })) posts.row([...row, at], postStyles);
      for (const row of rowsOf(known, { intervals: true, history: true })) history.row([...row, at], historyStyles);
    }
    posts.flush();
    history.flush();
    yield* drain();
  }
  posts.end();
  history.end();
  const advice = new Sheet(zip, parts, 'suggestions', SUGGESTION_COLUMNS, [12, 8, 14, 16, 40, 60, 60, 12, 8, 8]);
  for (const { kind, priority, platform, account, title, why, action, strength, evidence } of suggestions) {
    const cells: Cell[] = [
      kind,
      priority,
      platform ?? null,
      account ?? null,
      title,
      why,
      action,
      strength,
      evidence.posts,
      evidence.weeks,
    ];
    advice.row(cells, []);
  }
  advice.end();

  const file = (path: string, text: string) => {
    entryOf(zip, path).push(strToU8(text), true);
  };
  const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  file(
    'xl/workbook.xml',
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${parts
      .map(({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
      .join('')}</sheets></workbook>`,
  );
  file(
    'xl/_rels/workbook.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts
      .map(({ path }, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/worksheet" Target="${path.slice(3)}"/>`)
      .join('')}<Relationship Id="rId${parts.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  file('xl/styles.xml', STYLES);
  file(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  file(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${parts
      .map(({ path }) => `<Override PartName="/${path}" ContentType="${sheetType}.worksheet+xml"/>`)
      .join('')}</Types>`,
  );
  zip.end();
  yield* drain();
}
