/**
 * Everything stored as plain records, in the same order whatever was compacted when, so that export → wipe → restore → export is
 * byte-equal. The way back: `incoming.ts`, `merge.ts`.
 */
import { identityKey } from '../model/identity';
import type { Platform } from '../model/platforms';
import type { Reading } from '../model/reading';
import { canonical } from './canonical';
import { groupReadings, monthOf } from './histories';
import type { Connection } from './open';
import { contentPrint, type PackedReading, unpack, unpackPost } from './pack';
import type { AccountRow, ObservedRow, Seen } from './schema';
import { accountOfScope, seenAccount } from './scopes';
import { readBatches, readHistories } from './survey';
import type { DumpKind, DumpRecord, Progress } from './types';
import { readState } from './version';

export type AccountValue = AccountRow & Partial<Omit<Seen, 'keys'>>;

/** One key's readings of one month of publishing: `twin` from 2 on tells posts apart that account, minute and title do not. */
export interface PostValue {
  platform: Platform;
  scope: string;
  twin?: number;
  readings: Reading[];
}

const RECORDS_AT_ONCE = 500;

/** Readings of one key, each once, oldest first. */
function tidy(readings: readonly PackedReading[]): PackedReading[] {
  const distinct = new Map(
    readings.map((reading) => {
      const print = contentPrint(reading);
      return [`${reading[1]}|${reading[2]}|${print}`, { reading, at: Date.parse(reading[1]), page: reading[2], print }];
    }),
  );
  return [...distinct.values()]
    .sort((a, b) => a.at - b.at || (a.page < b.page ? -1 : a.page > b.page ? 1 : a.print - b.print))
    .map(({ reading }) => reading);
}

/** The ordinal in a key: 2 and more for a twin. */
export function ordinalOf(platform: Platform, scope: string, reading: PackedReading): number {
  const plain = identityKey({ platform, account: null, post: unpackPost(reading) }, accountOfScope(scope));
  return reading[0] === plain ? 1 : Number(/~(\d+)$/.exec(reading[0])?.[1] ?? 1);
}

/** The readings of one month of one account. */
interface Month {
  platform: Platform;
  scope: string;
  month: string;
  readings: PackedReading[];
}

/** Sorts as the database sorts the keys of `histories`. */
const nameOf = ({ platform, scope, month }: Month) => `${platform}\u0000${scope}\u0000${month}`;

function postRecord(platform: Platform, scope: string, readings: readonly PackedReading[]): DumpRecord {
  const tidied = tidy(readings);
  const [first] = tidied;
  const twin = first ? ordinalOf(platform, scope, first) : 1;
  const value: PostValue = {
    platform,
    scope,
    ...(twin > 1 && { twin }),
    readings: tidied.map((reading) => unpack(reading, platform, seenAccount(scope))),
  };
  return { kind: 'post', value };
}

function postRecords({ platform, scope, readings }: Month): DumpRecord[] {
  const posts = [...groupReadings(readings, ([key]) => key)].sort(([a], [b]) => (a < b ? -1 : 1));
  return posts.map(([, own]) => postRecord(platform, scope, own));
}

async function* compactedMonths(connection: Connection): AsyncIterable<Month> {
  let current: Month | null = null;
  for await (const rows of readHistories(connection)) {
    for (const { platform, scope, month, readings } of rows) {
      const next: Month = { platform, scope, month, readings: [...readings] };
      if (current && nameOf(current) === nameOf(next)) for (const reading of readings) current.readings.push(reading);
      else {
        if (current) yield current;
        current = next;
      }
    }
  }
  if (current) yield current;
}

/** Histories with the batches that wait for compaction, in the order of their keys. */
async function* allMonths(connection: Connection): AsyncIterable<Month> {
  const waiting = new Map<string, Month>();
  for (const { platform, scope, readings } of await readBatches(connection)) {
    for (const reading of readings) {
      const month: Month = { platform, scope, month: monthOf(reading), readings: [reading] };
      const known = waiting.get(nameOf(month));
      if (known) known.readings.push(reading);
      else waiting.set(nameOf(month), month);
    }
  }
  const names = [...waiting.keys()].sort();
  let next = 0;
  for await (const month of compactedMonths(connection)) {
    const name = nameOf(month);
    for (; (names[next] ?? name) < name; next += 1) {
      const before = waiting.get(names[next] ?? '');
      if (before) yield before;
    }
    const more = names[next] === name ? waiting.get(name) : undefined;
    if (more) next += 1;
    yield more ? { ...month, readings: [...month.readings, ...more.readings] } : month;
  }
  for (const name of names.slice(next)) {
    const rest = waiting.get(name);
    if (rest) yield rest;
  }
}

export async function* dump(connection: Connection, { signal, onProgress }: Progress = {}): AsyncIterable<DumpRecord[]> {
  const small = await connection.transact(
    [
      'accounts',
      'accountReadings',
      'audienceCurves',
      'labels',
      'rules',
      'settings',
      'documents',
      'suppressed',
      'imports',
      'histories',
      'batches',
      'meta',
    ],
    'readonly',
    async (tx) => ({
      accounts: await tx.objectStore('accounts').getAll(),
      accountReadings: await tx.objectStore('accountReadings').getAll(),
      audienceCurves: await tx.objectStore('audienceCurves').getAll(),
      labels: await tx.objectStore('labels').getAll(),
      rules: await tx.objectStore('rules').getAll(),
      settings: await tx.objectStore('settings').getAll(),
      documents: await tx.objectStore('documents').getAll(),
      suppressed: await tx.objectStore('suppressed').getAll(),
      imports: await tx.objectStore('imports').getAll(),
      seen: (await readState(tx)).seen,
      // A guess for the progress: parts are about full.
      readings: 150 * (await tx.objectStore('histories').count()) + 50 * (await tx.objectStore('batches').count()),
    }),
  );
  const record =
    (kind: DumpKind) =>
    (value: unknown): DumpRecord => ({ kind, value: canonical(value) });
  yield small.accounts.map((row): DumpRecord => {
    const { keys: _, ...seen } = small.seen[`${row.platform}|${row.scope}`] ?? { keys: 0 };
    const value: AccountValue = { ...row, ...seen };
    return { kind: 'account', value: canonical(value) };
  });
  let page: DumpRecord[] = [];
  let done = 0;
  for await (const month of allMonths(connection)) {
    for (const record of postRecords(month)) {
      page.push(record);
      if (page.length < RECORDS_AT_ONCE) continue;
      signal?.throwIfAborted();
      yield page;
      page = [];
    }
    done += month.readings.length;
    onProgress?.(Math.min(0.99, done / Math.max(1, small.readings)));
  }
  yield page;
  const observed = ({ scope, value }: ObservedRow<unknown>) => ({ scope, value });
  yield small.accountReadings.map((row) => ({ kind: 'accountReading', value: canonical(observed(row)) }));
  yield small.audienceCurves.map((row) => ({ kind: 'audienceCurve', value: canonical(observed(row)) }));
  yield small.labels.map(record('labels'));
  yield small.rules.map(record('rule'));
  yield small.settings.map(record('setting'));
  yield small.documents.map(record('document'));
  yield small.suppressed.map(record('suppressed'));
  yield small.imports.map(record('import'));
  onProgress?.(1);
}
