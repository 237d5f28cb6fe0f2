/**
 * Workbooks (ECMA-376): the cells of each sheet as the texts a person reads in them. Numbers formatted as dates become dates,
 * those formatted as percentages carry their sign; formulas give their stored result.
 */
import { kindOfFormat, type NumberKind, printNumber } from './cells';
import { LIMITS, type Limits, Room, tooLarge } from './limits';
import type { Sheet, SheetRow } from './sheet';
import { ImportError } from './types';
import { unzip } from './unpack';

const decoder = new TextDecoder();

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!/[&_]/.test(text)) return text;
  return text
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal || hex)
        return String.fromCodePoint(Math.min(0x10ffff, decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16)));
      return ENTITIES[name ?? ''] ?? whole;
    })
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const attributes = new Map<string, RegExp>();
/** The attribute of an opening tag. */
function attribute(tag: string, name: string): string | undefined {
  let pattern = attributes.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributes.set(name, pattern);
  }
  const match = pattern.exec(tag);
  return match ? unescaped(match[1] ?? match[2] ?? '') : undefined;
}

/** Elements of one name that do not contain each other: opening tag and content. */
function* elements(xml: string, name: string): Generator<{ tag: string; content: string }> {
  const open = new RegExp(`<((?:\\w+:)?)${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g');
  for (let match = open.exec(xml); match; match = open.exec(xml)) {
    const tag = match[2] ?? '';
    if (tag.endsWith('/')) {
      yield { tag, content: '' };
      continue;
    }
    const close = `</${match[1] ?? ''}${name}>`;
    const end = xml.indexOf(close, open.lastIndex);
    if (end < 0) throw new ImportError('This workbook is damaged: a sheet ends too early.');
    yield { tag, content: xml.slice(open.lastIndex, end) };
    open.lastIndex = end + close.length;
  }
}

/** The text of a shared or inline string; reading aids for Japanese (`rPh`) are not part of it. */
function stringOf(content: string): string {
  const spoken = content.replace(/<((?:\w+:)?)rPh\b[\s\S]*?<\/\1rPh>/g, '');
  return [...elements(spoken, 't')].map((one) => unescaped(one.content)).join('');
}

/** What each cell style makes of a number. */
function numberKinds(styles: string): NumberKind[] {
  const codes = new Map<number, string>();
  for (const { tag } of elements(styles, 'numFmt'))
    codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  const [formats] = elements(styles, 'cellXfs');
  return [...elements(formats?.content ?? '', 'xf')].map(({ tag }) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return kindOfFormat(id, codes.get(id));
  });
}

/** Column number of a reference such as `AB12`, from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of /^[A-Z]+/i.exec(reference)?.[0].toUpperCase() ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface Book {
  /** Shared texts. */
  texts: readonly string[];
  /** What each cell style makes of a number. */
  kinds: readonly NumberKind[];
  date1904: boolean;
}

/** `most`: columns to read; the others are counted as left out. */
function rowsOf(xml: string, { texts, kinds, date1904 }: Book, room: Room, most: number): Pick<Sheet, 'rows' | 'tooWide'> {
  const rows: SheetRow[] = [];
  let tooWide = false;
  let line = 0;
  for (const row of elements(xml, 'row')) {
    line = Number(attribute(row.tag, 'r') ?? line + 1);
    const cells: string[] = [];
    const stored: string[] = [];
    let column = -1;
    for (const { tag, content } of elements(row.content, 'c')) {
      const reference = attribute(tag, 'r');
      column = reference ? columnOf(reference) : column + 1;
      // A row that is formatted to its end has nothing there that could be missed.
      tooWide ||= column >= most && /<(?:v|t)\b[^>]*>[^<]/.test(content);
      if (column < 0 || column >= most) continue;
      const [inner] = elements(content, 'v');
      const value = inner ? unescaped(inner.content) : '';
      let text = '';
      switch (attribute(tag, 't') ?? 'n') {
        case 's':
          text = texts[Number(value)] ?? '';
          break;
        case 'inlineStr':
          text = stringOf(content);
          break;
        case 'str':
        case 'd':
          text = value;
          break;
        case 'b':
          text = value === '1' ? 'true' : value === '0' ? 'false' : '';
          break;
        case 'e':
          break;
        default:
          text = value === '' ? '' : printNumber(value, kinds[Number(attribute(tag, 's') ?? 0)] ?? 'number', date1904);
          stored[column] = value;
      }
      while (cells.length < column) cells.push('');
      cells[column] = text;
    }
    room.take(1, cells.length);
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells, stored });
  }
  return { rows, ...(tooWide && { tooWide }) };
}

/** The sheets of a workbook in their order. */
export function readWorkbook(bytes: Uint8Array, limits: Limits = LIMITS): Sheet[] {
  const files = unzip(bytes, (path) => /\.(?:xml|rels)$/i.test(path), limits);
  const room = new Room(limits);
  const text = (path: string) => {
    const file = files.get(path) ?? [...files].find(([name]) => name.toLowerCase() === path.toLowerCase())?.[1];
    if (file && file.length > limits.text) throw tooLarge();
    return file ? decoder.decode(file).replace(/<!--[\s\S]*?-->/g, '') : '';
  };
  const workbook = text('xl/workbook.xml');
  const targets = new Map(
    [...elements(text('xl/_rels/workbook.xml.rels'), 'Relationship')].map(({ tag }) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target') ?? '',
    ]),
  );
  const texts: string[] = [];
  for (const { content } of elements(text('xl/sharedStrings.xml'), 'si')) {
    if (texts.length === limits.cells) throw tooLarge();
    texts.push(stringOf(content));
  }
  const kinds = numberKinds(text('xl/styles.xml'));
  const date1904 = /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook);
  const book: Book = { texts, kinds, date1904 };
  const sheets: Sheet[] = [];
  for (const { tag } of elements(workbook, 'sheet')) {
    const target = targets.get(attribute(tag, 'id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
    const xml = text(path);
    if (xml === '') continue;
    sheets.push({ name: attribute(tag, 'name') ?? '', kind: 'workbook', ...rowsOf(xml, book, room, limits.columns) });
  }
  if (sheets.length === 0) throw new ImportError('This workbook holds no sheet that can be read.');
  return sheets;
}
