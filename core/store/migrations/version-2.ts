import type { IDBPTransaction } from 'idb';
import type { Migration } from './migration';

/** Readings in one value, and readings moved before they are written: as in `histories.ts` when this version was made. */
const PART_LIMIT = 200;
const READINGS_AT_ONCE = 20_000;
const ROWS_AT_ONCE = 500;

type Reading = [key: string, seenAt: string, page: string, post: string, metrics: string];
interface Old {
  platform: string;
  scope: string;
  key: string;
  part: number;
  readings: Reading[];
}
interface Month {
  platform: string;
  scope: string;
  month: string;
  part: number;
  readings: Reading[];
}
type Upgrade = IDBPTransaction<unknown, string[], 'versionchange'>;

/**
 * Histories by month of publishing: a row for each post made a hundred thousand rows, each as dear as one of hundreds of readings.
 * What the creator makes (`plan` before) becomes `documents`, each with the version of its shape.
 */
export const version2: Migration = {
  version: 2,
  async upgrade(db, tx) {
    db.createObjectStore('documents', { keyPath: ['kind', 'id'] });
    for (const row of (await tx.objectStore('plan').getAll()) as { kind: string; id: string; value: unknown }[])
      await tx.objectStore('documents').put({ ...row, version: 1 });
    db.deleteObjectStore('plan');

    // An object store cannot change its key: the old one steps aside until everything is moved.
    tx.objectStore('histories').name = 'histories-1';
    db.createObjectStore('histories', { keyPath: ['platform', 'scope', 'month', 'part'] });
    await moveHistories(tx);
    db.deleteObjectStore('histories-1');
  },
};

async function moveHistories(tx: Upgrade): Promise<void> {
  const from = tx.objectStore('histories-1');
  const months = new Map<string, Month>();
  let held = 0;
  let after: IDBKeyRange | null = null;
  for (;;) {
    const rows = (await from.getAll(after, ROWS_AT_ONCE)) as Old[];
    for (const { platform, scope, readings } of rows) {
      for (const reading of readings) {
        const month = monthOf(reading);
        const name = JSON.stringify([platform, scope, month]);
        const known = months.get(name) ?? { platform, scope, month, part: 0, readings: [] };
        known.readings.push(reading);
        months.set(name, known);
      }
      held += readings.length;
    }
    const last = rows.at(-1);
    const end = rows.length < ROWS_AT_ONCE;
    if (end || held >= READINGS_AT_ONCE) {
      for (const month of months.values()) await writeParts(tx, month, end);
      held = [...months.values()].reduce((sum, { readings }) => sum + readings.length, 0);
    }
    if (end || !last) return;
    after = IDBKeyRange.lowerBound([last.platform, last.scope, last.key, last.part], true);
  }
}

/** Full parts, and at the end the rest. */
async function writeParts(tx: Upgrade, month: Month, all: boolean): Promise<void> {
  while (month.readings.length >= PART_LIMIT || (all && month.readings.length > 0)) {
    const { platform, scope, month: name, part } = month;
    const readings = month.readings.splice(0, PART_LIMIT);
    await tx.objectStore('histories').put({ platform, scope, month: name, part, readings });
    month.part += 1;
  }
}

/** A reading's post is a JSON text whose fourth entry is `publishedAt`. */
function monthOf(reading: Reading): string {
  const post: unknown = JSON.parse(reading[3]);
  if (!Array.isArray(post)) throw new TypeError('a stored reading without a post');
  const publishedAt: unknown = post[3];
  if (publishedAt === null) return '';
  if (typeof publishedAt !== 'string') throw new TypeError('a stored post whose date is no text');
  return publishedAt.slice(0, 7);
}
