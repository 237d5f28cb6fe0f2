/**
 * A copy of whatever lies in the database, read as it is, without bringing it to this version: the way out when an upgrade fails or a
 * newer version has written. Lines of JSON: what it is, each value with its object store and key, and the count at the end.
 */
import { DATABASE } from './schema';

const AT_ONCE = 50;

const answered = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Throws when there is no database, and what the browser throws when it cannot be read. */
export async function* rawCopy(name: string = DATABASE, factory: IDBFactory = indexedDB): AsyncGenerator<string> {
  const opening = factory.open(name);
  // Nothing lies there: nothing may be made either.
  opening.onupgradeneeded = () => opening.transaction?.abort();
  const db = await answered(opening);
  try {
    const stores = [...db.objectStoreNames];
    yield `${JSON.stringify({ format: 'post-almanac-raw', version: db.version, stores })}\n`;
    let count = 0;
    for (const store of stores) {
      for (let from: IDBKeyRange | null = null; ; ) {
        const place = db.transaction(store).objectStore(store);
        const [keys, values]: [IDBValidKey[], unknown[]] = await Promise.all([
          answered(place.getAllKeys(from, AT_ONCE)),
          answered(place.getAll(from, AT_ONCE)),
        ]);
        yield keys.map((key, at) => `${JSON.stringify({ store, key, value: values[at] })}\n`).join('');
        count += keys.length;
        if (keys.length < AT_ONCE) break;
        from = IDBKeyRange.lowerBound(keys.at(-1), true);
      }
    }
    yield `${JSON.stringify({ end: true, values: count })}\n`;
  } finally {
    db.close();
  }
}
