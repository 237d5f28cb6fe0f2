import type { DocumentName, StoredDocument } from '../model/documents';
import type { Connection } from './open';

/** The documents of one kind as they were stored, in the order of their ids. */
export const documentRows = (connection: Connection, kind: DocumentName): Promise<StoredDocument[]> =>
  connection.transact(['documents'], 'readonly', (tx) =>
    tx.objectStore('documents').getAll(IDBKeyRange.bound([kind], [kind, []])),
  );
