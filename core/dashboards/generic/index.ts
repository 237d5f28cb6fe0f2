/**
 * "Capture this page" for a dashboard nobody declared: tables with headers, repeated cards, one post's labels and numbers. The
 * dictionary proposes what each column means, the user confirms or corrects it, and the answer is kept as data (README.md).
 */
import { isMetricName } from '../../model/metrics';
import { type ColumnMeaning, fitsAddress, type OwnColumn, type OwnPage, type PageProposal } from '../../model/own-page';
import type { PageRead } from '../../model/reading';
import { fieldOfLabel, metricOfLabel } from '../../text/dictionary';
import { isAbsent } from '../../text/figures';
import { anyTables, dateOnPage, findText, onePost, titleOnPage } from '../brought';
import { isFigureText } from '../figure-text';
import { type ReadContext, readDefinition } from '../read';
import { type Piece, parentOf } from '../sight';
import type { Find, Layout, Look, PageDefinition, TextLayout } from '../types';

const MOST_COLUMNS = 60;
const SAMPLES = 3;
const CARDS: TextLayout = { kind: 'text', figures: 'labels', furniture: /^(?!)/ };

/** Every way to read the page, the one that knows most first. */
export function propose(document: Document, url: string, context: ReadContext): PageProposal[] {
  const proposals: PageProposal[] = [];
  const collect = (root: ParentNode, look: Look): null => {
    proposals.push(...tables(root, look), ...cards(root, look), ...post(root, look));
    return null;
  };
  const page: PageDefinition = { id: 'other/any', platform: 'other', url: /^/, layouts: [{ kind: 'custom', find: collect }] };
  readDefinition(page, document, new URL(url), context);
  return proposals.sort((a, b) => known(b) - known(a) || b.rows - a.rows);
}

const known = ({ columns }: PageProposal) => columns.filter(({ meaning }) => meaning !== null && isMetricName(meaning)).length;

/** A word of the dictionary, whatever the platform. */
const guess = (label: string): ColumnMeaning | null => metricOfLabel(label, null) ?? fieldOfLabel(label);

function* tables(root: ParentNode, look: Look): Generator<PageProposal> {
  for (const { labels, rows } of anyTables(root, look)) {
    if (labels.length > MOST_COLUMNS || rows.length === 0) continue;
    const columns = labels.map((label, at): OwnColumn => {
      const texts = rows.flatMap((cells) => (cells[at] ? look.sight.text(cells[at]) : [])).filter(Boolean);
      return { label, meaning: guess(label), samples: texts.slice(0, SAMPLES) };
    });
    const named = columns.filter(({ label }) => label);
    if (named.some(({ samples }) => samples.some((text) => isFigure(text, look))))
      yield { kind: 'table', columns: named, rows: rows.length };
  }
}

function* cards(root: ParentNode, look: Look): Generator<PageProposal> {
  const rows = findText(root, CARDS, look)?.rows ?? [];
  const columns = new Map<string, OwnColumn>();
  for (const row of rows) {
    for (const { label = '', metric, raw } of row.parse()?.figures ?? []) {
      const column = columns.get(label) ?? { label, meaning: metric, samples: [] };
      if (column.samples.length < SAMPLES) column.samples.push(raw);
      columns.set(label, column);
    }
  }
  if (rows.length > 1 && columns.size > 0) yield { kind: 'cards', columns: [...columns.values()], rows: rows.length };
}

/** Each number that stands with just one short text in the smallest element around it. */
function* post(root: ParentNode, look: Look): Generator<PageProposal> {
  const pieces = look.sight.pieces(root);
  const columns = new Map<string, OwnColumn>();
  for (const piece of pieces) {
    if (!isFigure(piece.text, look) || isAbsent(piece.text)) continue;
    const label = labelBeside(piece, pieces);
    if (label)
      columns.set(label, {
        label,
        meaning: guess(label),
        samples: [...(columns.get(label)?.samples ?? []), piece.text].slice(0, SAMPLES),
      });
  }
  // A label that stands there twice is a column of a list, not a figure of one post.
  const once = [...columns.values()].filter(({ samples }) => samples.length === 1);
  if (once.length >= 2) yield { kind: 'post', columns: once, rows: 1 };
}

function labelBeside({ parent, text }: Piece, pieces: readonly Piece[]): string | null {
  for (let up: Element | null = parent; up && up.tagName !== 'BODY'; up = parentOf(up)) {
    const around = up;
    const others = pieces.filter((piece) => around.contains(piece.parent) && piece.text !== text);
    if (others.length > 1) return null;
    const [label] = others;
    if (label) return label.text.length <= 40 && /\p{L}/u.test(label.text) ? label.text : null;
  }
  return null;
}

const isFigure = (text: string, { lang }: Look) => isFigureText(text, lang);

/** Reads a page as its creator declared it. */
export function readAs(document: Document, url: string, definition: OwnPage, context: ReadContext): PageRead {
  if (!fitsAddress(definition, url))
    return { page: null, status: 'not-a-dashboard', expectedTotal: null, readings: [], refused: [] };
  const { columns, platform, kind, host, account } = definition;
  // Only what the user confirmed counts: another word of the dictionary on the same page does not.
  const only: TextLayout | Layout =
    kind === 'table'
      ? { kind: 'table', min: 1, plain: true, tellApart: true, fields: titled(columns) ? {} : { title: () => null } }
      : kind === 'cards'
        ? CARDS
        : onePost('main, body', { title: nameOfPage, publishedAt: dateOnPage, url: (_, look) => look.url.href }, 1);
  const page: PageDefinition = {
    id: `other/${host}`.slice(0, 100),
    platform,
    url: /^/,
    words: columns,
    onlyWords: true,
    account: () => account,
    layouts: [only],
    defaults: { status: 'published' },
  };
  return readDefinition(page, document, new URL(url), context);
}

/** One post's page is named by its heading, by what stands above its date, or by its window. */
const nameOfPage: Find = (page, look) => {
  const heading = look.sight.first(page, 'h1');
  const above = titleOnPage(page, look);
  return (heading && look.sight.text(heading)) || above || page.ownerDocument.title.trim() || null;
};

const titled = (columns: OwnPage['columns']) => Object.values(columns).includes('title');
