/**
 * "Capture this page" for a dashboard nobody declared: tables with headers, repeated cards, one post's labels and numbers. The
 * dictionary proposes what each column means, the user confirms or corrects it, and the answer is kept as data (README.md).
 */
import { isMetricName, METRICS } from '../../model/metrics';
import { isPlatform, type Platform } from '../../model/platforms';
import type { PageRead } from '../../model/reading';
import { isAbsent, readFigure } from '../../text/figures';
import { fieldOfLabel, metricOfLabel } from '../../text/labels';
import { onePost } from '../pairs';
import { type ReadContext, readDefinition } from '../read';
import { type Piece, parentOf } from '../sight';
import { anyTables } from '../table';
import { findText } from '../text';
import type { Layout, Look, Meaning, PageDefinition, TextLayout } from '../types';

const KINDS = ['table', 'cards', 'post'] as const;
type Kind = (typeof KINDS)[number];
const FIELDS = ['title', 'id', 'url', 'publishedAt', 'status', 'format', 'duration', 'account', 'tags', 'ignored'] as const;

export interface Column {
  label: string;
  /** By the dictionary; `null` where only the user can say. */
  meaning: Meaning | null;
  /** What stands in it, so that the user sees what is meant. */
  samples: string[];
}
/** One way to read the page. */
export interface Proposal {
  kind: Kind;
  columns: Column[];
  rows: number;
}

/** A page as the user declared it. Plain data: kept in the settings, exported and imported. */
export interface UserDefinition {
  version: 1;
  /** `stats.example.com` */
  host: string;
  /** Path of the page; `*` stands for one part that is an id. */
  path: string;
  platform: Platform;
  kind: Kind;
  /** What each label means; a label that is not named here is left alone. */
  columns: Record<string, Meaning>;
}

const MOST_COLUMNS = 60;
const SAMPLES = 3;
const CARDS: TextLayout = { kind: 'text', figures: 'labels', furniture: /^(?!)/ };

/** Every way to read the page, the one that knows most first. */
export function propose(document: Document, url: string, context: ReadContext): Proposal[] {
  const proposals: Proposal[] = [];
  const collect = (root: ParentNode, look: Look): null => {
    proposals.push(...tables(root, look), ...cards(root, look), ...post(root, look));
    return null;
  };
  const page: PageDefinition = { id: 'other/any', platform: 'other', url: /^/, layouts: [{ kind: 'custom', find: collect }] };
  readDefinition(page, document, new URL(url), context);
  return proposals.sort((a, b) => known(b) - known(a) || b.rows - a.rows);
}

const known = ({ columns }: Proposal) => columns.filter(({ meaning }) => meaning !== null && isMetricName(meaning)).length;

/** A word of the dictionary, whatever the platform. */
const guess = (label: string): Meaning | null => metricOfLabel(label, null) ?? fieldOfLabel(label);

function* tables(root: ParentNode, look: Look): Generator<Proposal> {
  for (const { labels, rows } of anyTables(root, look)) {
    if (labels.length > MOST_COLUMNS || rows.length === 0) continue;
    const columns = labels.map((label, at): Column => {
      const texts = rows.flatMap((cells) => (cells[at] ? look.sight.text(cells[at]) : [])).filter(Boolean);
      return { label, meaning: guess(label), samples: texts.slice(0, SAMPLES) };
    });
    // Two columns of one name cannot be told apart by name.
    const named = columns.filter(({ label }) => label && labels.indexOf(label) === labels.lastIndexOf(label));
    if (named.some(({ samples }) => samples.some((text) => isFigure(text, look))))
      yield { kind: 'table', columns: named, rows: rows.length };
  }
}

function* cards(root: ParentNode, look: Look): Generator<Proposal> {
  const rows = findText(root, CARDS, look)?.rows ?? [];
  const columns = new Map<string, Column>();
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
function* post(root: ParentNode, look: Look): Generator<Proposal> {
  const pieces = look.sight.pieces(root);
  const columns = new Map<string, Column>();
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

const isFigure = (text: string, { lang }: Look) =>
  isAbsent(text) ||
  (['count', 'ratio', 'seconds', 'money'] as const).some((unit) => readFigure(text, unit, { lang }).kind === 'value');

/** What the user confirmed: the proposal with the meanings they gave. Columns without one are left alone. */
export function definitionFrom(
  proposal: Proposal,
  meanings: Readonly<Record<string, Meaning>>,
  url: string,
  platform: Platform = 'other',
): UserDefinition {
  const { hostname, pathname } = new URL(url);
  const columns = Object.fromEntries(
    proposal.columns.map(({ label, meaning }) => [label, meanings[label] ?? meaning ?? 'ignored'] as const),
  );
  return {
    version: 1,
    host: hostname,
    path: pathname.replace(/\/(?=[^/]*\d)[\w:.-]{6,}(?=\/|$)/g, '/*'),
    platform,
    kind: proposal.kind,
    columns,
  };
}

export function fitsAddress({ host, path }: UserDefinition, url: string): boolean {
  const address = URL.parse(url);
  const [want, have] = [path.split('/'), address?.pathname.split('/') ?? []];
  return address?.hostname === host && want.length === have.length && want.every((part, at) => part === '*' || part === have[at]);
}

/** Reads a page as its user declared it. */
export function readAs(document: Document, url: string, definition: UserDefinition, context: ReadContext): PageRead {
  if (!fitsAddress(definition, url))
    return { page: null, status: 'not-a-dashboard', expectedTotal: null, readings: [], refused: [] };
  const { columns, platform, kind, host } = definition;
  // Only what the user confirmed counts: another word of the dictionary on the same page does not.
  const only: TextLayout | Layout =
    kind === 'table'
      ? { kind: 'table', min: 1, fields: titled(columns) ? {} : { title: () => null } }
      : kind === 'cards'
        ? CARDS
        : onePost('main, body', {}, 1);
  const page: PageDefinition = {
    id: `other/${host}`.slice(0, 100),
    platform,
    url: /^/,
    words: columns,
    onlyWords: true,
    layouts: [only],
    defaults: { status: 'published' },
  };
  return readDefinition(page, document, new URL(url), context);
}
const titled = (columns: UserDefinition['columns']) => Object.values(columns).includes('title');

/** A definition from outside (an exported file, the settings): the same, checked, or null. */
export function parseUserDefinition(value: unknown): UserDefinition | null {
  if (typeof value !== 'object' || value === null) return null;
  const { version, host, path, platform, kind, columns } = value as Record<string, unknown>;
  const isText = (text: unknown, longest: number): text is string =>
    typeof text === 'string' && text !== '' && text.length <= longest;
  if (version !== 1 || !isText(host, 253) || !isText(path, 1000) || !isText(platform, 20) || !isPlatform(platform)) return null;
  if (!KINDS.includes(kind as Kind) || typeof columns !== 'object' || columns === null) return null;
  const entries = Object.entries(columns);
  if (
    entries.length > MOST_COLUMNS ||
    !entries.every(([label, meaning]) => isText(label, 200) && isText(meaning, 40) && isMeaning(meaning))
  )
    return null;
  return { version, host, path, platform, kind: kind as Kind, columns: Object.fromEntries(entries) as Record<string, Meaning> };
}

const isMeaning = (text: string): text is Meaning => isMetricName(text) || (FIELDS as readonly string[]).includes(text);
/** What a column may mean, for the user to choose from: parts of the post, then every metric. */
export const MEANINGS: readonly Meaning[] = [...FIELDS, ...(Object.keys(METRICS) as Meaning[])];
