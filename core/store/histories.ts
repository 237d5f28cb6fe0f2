/**
 * Histories: readings that were compacted, a month of publishing at a time. A post a row would make a hundred thousand rows, each
 * as dear as a value of hundreds of readings; a month holds together what is written together (dashboards list posts by date) and
 * what is read together.
 */
import type { Platform } from '../model/platforms';
import { send, type Transaction } from './open';
import { type PackedReading, unpackPost } from './pack';
import type { HistoryRow } from './schema';

/** Readings in one stored value: small enough to be rewritten, and not so large that the browser puts it in a file of its own. */
const PART_LIMIT = 200;

/** `2026-05` as the page printed it; empty where it printed no date. Where a reading lies. */
export const monthOf = (reading: PackedReading): string => unpackPost(reading).publishedAt?.slice(0, 7) ?? '';

/** All parts of one month of one account. */
export const monthRange = (platform: string, scope: string, month: string) =>
  IDBKeyRange.bound([platform, scope, month], [platform, scope, month, []]);

export function groupReadings<K>(
  readings: Iterable<PackedReading>,
  keyOf: (reading: PackedReading) => K,
): Map<K, PackedReading[]> {
  const groups = new Map<K, PackedReading[]>();
  for (const reading of readings) {
    const key = keyOf(reading);
    const group = groups.get(key);
    if (group) group.push(reading);
    else groups.set(key, [reading]);
  }
  return groups;
}

/** Adds readings of one account. A part that is less than half full is filled up, the others stay as they are. */
export async function append(
  tx: Transaction<'readwrite'>,
  platform: Platform,
  scope: string,
  readings: Iterable<PackedReading>,
): Promise<void> {
  const store = tx.objectStore('histories');
  const months = [...groupReadings(readings, monthOf)];
  await Promise.all(
    months.map(async ([month, added]) => {
      const last = (await store.openCursor(monthRange(platform, scope, month), 'prev'))?.value;
      const open = last && last.readings.length < PART_LIMIT / 2 ? last : undefined;
      let part = open ? open.part : last ? last.part + 1 : 0;
      const waiting = [...(open?.readings ?? []), ...added];
      for (let from = 0; from < waiting.length; from += PART_LIMIT) {
        send(store.put({ platform, scope, month, part, readings: waiting.slice(from, from + PART_LIMIT) }));
        part += 1;
      }
    }),
  );
}

/** A month's readings by identity key. */
export async function readMonth(
  tx: Transaction<'readonly'> | Transaction<'readwrite'>,
  platform: string,
  scope: string,
  month: string,
): Promise<Map<string, PackedReading[]>> {
  const rows: HistoryRow[] = await (tx as Transaction<'readonly'>)
    .objectStore('histories')
    .getAll(monthRange(platform, scope, month));
  return groupReadings(
    rows.flatMap((row) => row.readings),
    ([key]) => key,
  );
}
