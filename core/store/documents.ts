/** What the creator made (`core/model/documents/`), read in its present shape. */
import { type DocumentName, type DocumentOf, readDocument } from '../model/documents';
import type { Connection } from './open';
import { documentRows } from './rows-of-documents';
import type { Documents } from './types';

export async function documents<K extends DocumentName>(connection: Connection, kind: K): Promise<Documents<K>> {
  const found: Documents<K> = { values: [], unreadable: [] };
  for (const row of await documentRows(connection, kind)) {
    const read = readDocument(kind, row);
    if (read.ok) found.values.push(read.value as DocumentOf<K>);
    else found.unreadable.push({ id: row.id, problem: read.problem });
  }
  return found;
}
