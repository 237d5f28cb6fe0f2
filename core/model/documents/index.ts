/**
 * Every kind of document there is. The store keeps them (`documents`, `putDocument`, `removeDocument`), the backup carries them,
 * and nothing is read or written that does not fit the schema here. A new kind is one file and one line.
 */
import type * as z from 'zod/mini';
import { parseWith } from '../schemas';
import { accountNotes } from './account-notes';
import { commentTone } from './comment-tone';
import { type DocumentKind, readAs } from './kind';
import { monthlyRating } from './monthly-rating';
import { ownPage } from './own-page';
import { planFigures } from './plan-figures';
import { postReview } from './post-review';
import { slotTest } from './slot-test';
import { verdict } from './verdict';
import { workspaceKinds } from './workspace';

const KINDS = {
  accountNotes,
  commentTone,
  monthlyRating,
  ownPage,
  planFigures,
  postReview,
  slotTest,
  verdict,
  ...workspaceKinds,
};

export type DocumentName = keyof typeof KINDS;
export type DocumentOf<K extends DocumentName> = z.infer<(typeof KINDS)[K]['schema']>;

/** As it is stored. */
export interface StoredDocument {
  kind: string;
  id: string;
  version: number;
  value: unknown;
}

const isDocumentName = (kind: string): kind is DocumentName => Object.hasOwn(KINDS, kind);
const kindOf = (kind: DocumentName): DocumentKind<{ id: string }> => KINDS[kind];

/** Checks a document of the present version for storing. Throws `TypeError` with the place that does not fit. */
export function documentRow<K extends DocumentName>(kind: K, value: DocumentOf<K>): StoredDocument {
  const { schema, version } = kindOf(kind);
  const checked = parseWith(schema, value);
  if (!checked.ok) throw new TypeError(`${kind}: ${checked.problem}`);
  return { kind, id: checked.value.id, version, value: checked.value };
}

/** `row` as it is stored where `before` stands under its name. Throws `TypeError` where the kind does not allow the change. */
export function rowOnto(before: StoredDocument | undefined, row: StoredDocument): StoredDocument {
  if (!before || !isDocumentName(row.kind)) return row;
  const read = readDocument(row.kind, before);
  const { onto } = kindOf(row.kind);
  return read.ok && onto ? { ...row, value: onto(read.value, row.value as { id: string }) } : row;
}

/** What was stored, in the present shape. */
export const readDocument = (kind: DocumentName, stored: Pick<StoredDocument, 'version' | 'value'>) =>
  readAs(kindOf(kind), stored);

/** What is wrong with a document from outside; null also for kinds and versions of tomorrow, which are kept for the version that knows them. */
export function documentProblem({ kind, id, version, value }: StoredDocument): string | null {
  if (!isDocumentName(kind) || version > kindOf(kind).version) return null;
  const read = readDocument(kind, { version, value });
  if (!read.ok) return read.problem;
  return read.value.id === id ? null : 'id: not that of the document';
}
