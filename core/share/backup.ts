/**
 * The backup file: everything stored, as gzipped lines of JSON.
 *
 *   {"format":"post-almanac-backup","version":1,"app":"0.1.0"}    what it is
 *   {"kind":"post","value":{…}}                                    one record a line, in the order of `store.dump()`
 *   {"end":true,"records":1234,"sha256":"…"}                       the count, and the checksum of every byte before this line
 *
 * It carries no time of writing: the same data gives the same bytes. Read by `core/importers/backup.ts`.
 */
import { Gzip } from 'fflate';
import { Sha256 } from '../model/sha256';

export interface BackupRecord {
  kind: string;
  value: unknown;
}

/** Piece by piece; `records` is `store.dump()`. `app`: version of the program, for the reader's messages. */
export async function* writeBackup(
  records: AsyncIterable<readonly BackupRecord[]> | Iterable<readonly BackupRecord[]>,
  { app }: { app: string },
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const gzip = new Gzip({ level: 6, mtime: 0 }, (chunk) => {
    ready.push(chunk);
  });
  const encoder = new TextEncoder();
  const hash = new Sha256();
  const put = (text: string) => {
    const bytes = encoder.encode(text);
    hash.update(bytes);
    gzip.push(bytes);
  };
  const take = () => {
    const pieces = ready;
    ready = [];
    return pieces;
  };
  put(`${JSON.stringify({ format: 'post-almanac-backup', version: 1, app })}\n`);
  let count = 0;
  for await (const page of records) {
    count += page.length;
    if (page.length > 0) put(page.map(({ kind, value }) => `${JSON.stringify({ kind, value })}\n`).join(''));
    yield* take();
  }
  gzip.push(encoder.encode(`${JSON.stringify({ end: true, records: count, sha256: hash.hex() })}\n`), true);
  yield* take();
}
