/**
 * Records of a dump put into the store. Merging adds what is not there. Where the dump and the store disagree (another reading of
 * the same post, page and moment; another label, setting or document under the same key) what is here stays and the
 * disagreement is counted.
 */
import { identityKey, twinKey } from '../model/identity';
import type { Platform } from '../model/platforms';
import { sameValue } from './canonical';
import { ordinalOf } from './dump';
import { append, groupReadings, monthOf, readMonth } from './histories';
import { type Incoming, type Restored, receive } from './incoming';
import { rangeOf } from './keep';
import { type Connection, put, send, type Transaction } from './open';
import { contentPrint, fingerprint, type PackedReading, unpackPost } from './pack';
import type { AccountRow, StoreName } from './schema';
import { accountOfScope, PostIndex } from './scopes';
import { breakSeal, SEALED } from './seals';
import type { DumpRecord, MergePreview, Progress } from './types';
import { mergeSeen, readState, writeState } from './version';

export const EVERYTHING: readonly StoreName[] = [
  'batches',
  'histories',
  'accounts',
  'accountReadings',
  'audienceCurves',
  'labels',
  'rules',
  'settings',
  'documents',
  'suppressed',
  'imports',
  'reports',
  'meta',
];

/** Empties every store. The counters go on, so that nobody takes what they remember for what is stored. */
export async function clearAll(tx: Transaction<'readwrite'>): Promise<void> {
  const state = await readState(tx);
  for (const name of EVERYTHING) send(tx.objectStore(name).clear());
  writeState(tx, { ...state, seen: {} }, true);
}

const sightOf = (reading: PackedReading) => `${reading[1]}|${reading[2]}|${contentPrint(reading)}`;

/** What is stored of an unnamed account, to compare with one of the dump. */
async function storedOf(
  tx: Transaction<'readwrite'>,
  { platform, scope }: AccountRow,
): Promise<{ index: PostIndex; sights: Set<string> }> {
  const index = new PostIndex();
  const sights = new Set<string>();
  const rows: { readings: PackedReading[] }[] = [
    ...(await tx.objectStore('histories').getAll(rangeOf(platform, scope))),
    ...(await tx.objectStore('batches').getAll(rangeOf(platform, scope))),
  ];
  for (const row of rows) {
    for (const reading of row.readings) {
      index.add(unpackPost(reading));
      sights.add(sightOf(reading));
    }
  }
  return { index, sights };
}

/** `platform|scope` of the dump → scope here, for unnamed accounts that get another number. */
async function newNumbers(tx: Transaction<'readwrite'>, records: Iterable<Restored>): Promise<Map<string, string>> {
  const here = (await tx.objectStore('accounts').getAll()).filter((row) => row.scope.startsWith('?'));
  const numbers = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== 'account' || record.row.scope.startsWith('@')) continue;
    const { platform, scope, sessions } = record.row;
    const unnamed = here.filter((row) => row.platform === platform);
    if (unnamed.length === 0) continue;
    const readings: PackedReading[][] = [];
    for (const one of records)
      if (one.kind === 'post' && one.platform === platform && one.scope === scope) readings.push(one.readings);
    const posts = readings.flatMap((list) => list.slice(-1).map(unpackPost));
    // The very same look at the very same post; else a session in common; else its posts.
    let target = unnamed.find((row) => row.sessions.some((session) => sessions.includes(session)))?.scope;
    let most = 0;
    for (const row of unnamed) {
      const stored = await storedOf(tx, row);
      if (readings.some((list) => list.some((reading) => stored.sights.has(sightOf(reading))))) {
        target = row.scope;
        break;
      }
      const shared = target === undefined || most > 0 ? stored.index.shared(posts) : 0;
      if (shared > most) {
        most = shared;
        target = row.scope;
      }
    }
    if (target === undefined) {
      const highest = Math.max(0, ...unnamed.map((row) => Number(row.scope.slice(1))));
      target = `?${highest + 1}`;
      here.push({ ...record.row, scope: target });
    }
    if (target !== scope) numbers.set(`${platform}|${scope}`, target);
  }
  return numbers;
}

/**
 * Unnamed accounts are numbered on each machine by itself: `?1` of the dump joins the `?n` here that has its posts or its
 * sessions, else it becomes a new one.
 */
async function renumber(tx: Transaction<'readwrite'>, records: Iterable<Restored>): Promise<Iterable<Restored>> {
  const numbers = await newNumbers(tx, records);
  if (numbers.size === 0) return records;
  const newKeys = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== 'post') continue;
    const moved = renumbered(record, numbers);
    if (moved.kind === 'post' && moved.scope !== record.scope)
      for (const [at, [key]] of record.readings.entries()) newKeys.set(key, moved.readings[at]?.[0] ?? key);
  }
  return {
    *[Symbol.iterator]() {
      for (const record of records) {
        const key = record.kind === 'labels' ? newKeys.get(record.row.key) : undefined;
        yield record.kind === 'labels' && key !== undefined
          ? { ...record, row: { ...record.row, key } }
          : renumbered(record, numbers);
      }
    },
  };
}

/** A record under its scope here. */
function renumbered(record: Restored, numbers: ReadonlyMap<string, string>): Restored {
  const scopeOf = (platform: Platform, scope: string) => numbers.get(`${platform}|${scope}`) ?? scope;
  switch (record.kind) {
    case 'account': {
      const { platform, scope, sameAs } = record.row;
      const row = {
        ...record.row,
        scope: scopeOf(platform, scope),
        ...(sameAs !== undefined && { sameAs: scopeOf(platform, sameAs) }),
      };
      return { ...record, row };
    }
    case 'post': {
      const { platform } = record;
      const scope = scopeOf(platform, record.scope);
      if (scope === record.scope) return record;
      const readings = record.readings.map((reading): PackedReading => {
        const identity = identityKey({ platform, account: null, post: unpackPost(reading) }, accountOfScope(scope));
        const key = twinKey(identity, ordinalOf(platform, record.scope, reading));
        return [key, reading[1], reading[2], reading[3], reading[4]];
      });
      return { ...record, scope, readings };
    }
    case 'accountReading':
      return { ...record, row: { ...record.row, scope: scopeOf(record.row.platform, record.row.scope) } };
    case 'audienceCurve':
      return { ...record, row: { ...record.row, scope: scopeOf(record.row.platform, record.row.scope) } };
    default:
      return record;
  }
}

const momentOf = (reading: PackedReading) => `${Date.parse(reading[1])}|${reading[2]}`;

/** What is said of each moment and page. */
function byMoment(readings: readonly PackedReading[]): Map<string, Set<number>> {
  const moments = new Map<string, Set<number>>();
  for (const reading of readings) {
    const moment = momentOf(reading);
    const prints = moments.get(moment);
    if (prints) prints.add(contentPrint(reading));
    else moments.set(moment, new Set([contentPrint(reading)]));
  }
  return moments;
}

type Counts = Pick<MergePreview, 'new' | 'same' | 'conflicting'>;
type PostRecord = Extract<Restored, { kind: 'post' }>;

/** The readings of a record that the store lacks. Two readings of one moment conflict unless the dump knows both of them. */
function missing(record: PostRecord, here: readonly PackedReading[], counts: Counts): PackedReading[] {
  const stored = byMoment(here);
  const given = byMoment(record.readings);
  const fresh: PackedReading[] = [];
  const seen = new Set<string>();
  for (const reading of record.readings) {
    const moment = momentOf(reading);
    const print = contentPrint(reading);
    const prints = stored.get(moment);
    const once = `${moment}|${print}`;
    if (prints?.has(print) || seen.has(once)) counts.same += 1;
    else if (prints && ![...prints].every((one) => given.get(moment)?.has(one))) counts.conflicting += 1;
    else {
      counts.new += 1;
      fresh.push(reading);
    }
    seen.add(once);
  }
  return fresh;
}

const MOST_MONTHS = 2;

/** What is stored, month by month, fetched when first needed. Records come in the order of months, so few are held. */
class Stored {
  private readonly months = new Map<string, Map<string, PackedReading[]>>();
  private readonly waiting = new Map<string, PackedReading[]>();

  private constructor(private readonly tx: Transaction<'readwrite'>) {}

  static async open(tx: Transaction<'readwrite'>): Promise<Stored> {
    const stored = new Stored(tx);
    for (const row of await tx.objectStore('batches').getAll()) {
      for (const reading of row.readings) {
        const name = `${row.platform}|${row.scope}|${reading[0]}`;
        const list = stored.waiting.get(name);
        if (list) list.push(reading);
        else stored.waiting.set(name, [reading]);
      }
    }
    return stored;
  }

  private async month(platform: Platform, scope: string, month: string): Promise<Map<string, PackedReading[]>> {
    const name = `${platform}|${scope}|${month}`;
    const known = this.months.get(name);
    if (known) return known;
    const posts = await readMonth(this.tx, platform, scope, month);
    this.months.set(name, posts);
    for (const [oldest] of this.months) {
      if (this.months.size <= MOST_MONTHS) break;
      this.months.delete(oldest);
    }
    return posts;
  }

  /** The readings stored under the keys and months of a record. */
  async of({ platform, scope, readings }: PostRecord): Promise<PackedReading[]> {
    const found: PackedReading[] = [];
    for (const [month, own] of groupReadings(readings, monthOf)) {
      const posts = await this.month(platform, scope, month);
      for (const key of new Set(own.map((reading) => reading[0]))) found.push(...(posts.get(key) ?? []));
    }
    for (const key of new Set(readings.map((reading) => reading[0])))
      found.push(...(this.waiting.get(`${platform}|${scope}|${key}`) ?? []));
    return found;
  }

  /** Takes in what a record added, so that the next record of the same posts sees it. */
  async add({ platform, scope }: PostRecord, readings: readonly PackedReading[]): Promise<void> {
    for (const reading of readings) {
      const posts = await this.month(platform, scope, monthOf(reading));
      const list = posts.get(reading[0]);
      if (list) list.push(reading);
      else posts.set(reading[0], [reading]);
    }
  }
}

const READINGS_AT_ONCE = 20_000;

/** Answers how many keys are new, by `platform|scope`. */
async function applyPosts(
  tx: Transaction<'readwrite'>,
  records: Iterable<Restored>,
  counts: Counts,
  write: boolean,
  onProgress: (records: number) => void,
): Promise<Map<string, number>> {
  const newKeys = new Map<string, number>();
  const stored = await Stored.open(tx);
  const additions = new Map<string, { platform: Platform; scope: string; readings: PackedReading[] }>();
  let waiting = 0;
  const flush = async () => {
    if (write) for (const { platform, scope, readings } of additions.values()) await append(tx, platform, scope, readings);
    additions.clear();
    waiting = 0;
  };
  // As prints: two keys taken for one cost a flush and nothing else.
  const seen = new Set<number>();
  let done = 0;
  for (const record of records) {
    done += 1;
    if (done % 200 === 0) onProgress(done);
    if (record.kind !== 'post') continue;
    // A dump names each key once. One that does not must see what its first mention wrote.
    const keys = new Set(record.readings.map((reading) => fingerprint(`${record.platform}|${record.scope}|${reading[0]}`)));
    if ([...keys].some((key) => seen.has(key))) await flush();
    for (const key of keys) seen.add(key);
    const here = await stored.of(record);
    const fresh = missing(record, here, counts);
    await stored.add(record, fresh);
    const name = `${record.platform}|${record.scope}`;
    const known = new Set(here.map((reading) => reading[0]));
    const added = new Set(fresh.map((reading) => reading[0]).filter((key) => !known.has(key)));
    newKeys.set(name, (newKeys.get(name) ?? 0) + added.size);
    const addition = additions.get(name);
    if (addition) for (const reading of fresh) addition.readings.push(reading);
    else additions.set(name, { platform: record.platform, scope: record.scope, readings: [...fresh] });
    waiting += fresh.length;
    if (waiting >= READINGS_AT_ONCE) await flush();
  }
  await flush();
  return newKeys;
}

/** What both know of an account. What is said here wins. */
function mergeAccounts(here: AccountRow, other: AccountRow): AccountRow {
  const name = here.name ?? other.name;
  const sameAs = here.sameAs ?? (other.sameAs === here.scope ? undefined : other.sameAs);
  return {
    platform: here.platform,
    scope: here.scope,
    ...(name !== undefined && { name }),
    ...(sameAs !== undefined && { sameAs }),
    sessions: [...new Set([...other.sessions, ...here.sessions])],
  };
}

type SmallRecord = Exclude<Restored, { kind: 'post' | 'account' }>;

function placeOf(record: SmallRecord): { store: StoreName; key: IDBValidKey } {
  switch (record.kind) {
    case 'accountReading':
      return {
        store: 'accountReadings',
        key: [record.row.platform, record.row.scope, record.row.page, record.row.at, record.row.print],
      };
    case 'audienceCurve':
      return {
        store: 'audienceCurves',
        key: [record.row.platform, record.row.scope, record.row.page, record.row.at, record.row.print],
      };
    case 'labels':
      return { store: 'labels', key: record.row.key };
    case 'rule':
      return { store: 'rules', key: record.row.id };
    case 'setting':
      return { store: 'settings', key: record.row.key };
    case 'document':
      return { store: 'documents', key: [record.row.kind, record.row.id] };
    case 'suppressed':
      return { store: 'suppressed', key: record.row.id };
    case 'import':
      return { store: 'imports', key: record.row.checksum };
  }
}

async function applySmall(tx: Transaction<'readwrite'>, record: SmallRecord, counts: Counts, write: boolean): Promise<void> {
  const { store: name, key } = placeOf(record);
  // Each kind goes to the store of its own rows; the types of thirteen stores do not follow a computed name.
  const store = tx.objectStore(name) as unknown as {
    get(key: IDBValidKey): Promise<unknown>;
    put(row: unknown): Promise<unknown>;
  };
  const known = await store.get(key);
  if (known === undefined) {
    counts.new += 1;
    if (write) send(store.put(record.row));
  } else if (record.kind === 'import' || sameValue(known, record.row)) counts.same += 1;
  else counts.conflicting += 1;
}

/** Puts in what is missing; with `write` false only counts. */
async function apply(
  tx: Transaction<'readwrite'>,
  incoming: Incoming,
  write: boolean,
  onProgress: (done: number) => void = () => {},
): Promise<MergePreview> {
  const counts: Counts = { new: 0, same: 0, conflicting: 0 };
  const records = await renumber(tx, incoming.records);
  const state = await readState(tx);
  // Posts that were here may go by another name then.
  let renamed = false;
  const newKeys = await applyPosts(tx, records, counts, write, (done) => onProgress(done / incoming.records.size));
  for (const record of records) {
    if (record.kind === 'post') continue;
    if (record.kind !== 'account') {
      await applySmall(tx, record, counts, write);
      continue;
    }
    const { platform, scope } = record.row;
    const known = await tx.objectStore('accounts').get([platform, scope]);
    const row = known ? mergeAccounts(known, record.row) : record.row;
    renamed ||= row.name !== known?.name || row.sameAs !== known?.sameAs;
    if (write) put(tx, 'accounts', row);
    const name = `${platform}|${scope}`;
    if (record.seen) state.seen[name] = mergeSeen(state.seen[name], { ...record.seen, keys: newKeys.get(name) ?? 0 });
  }
  if (write) {
    for (const sealed of SEALED) breakSeal(tx, sealed);
    writeState(tx, state, counts.new > 0 || renamed);
  }
  return { ...counts, refused: incoming.refused, settings: incoming.settings };
}

/** What merging would do. Nothing is written. */
export async function preview(
  connection: Connection,
  records: AsyncIterable<DumpRecord[]>,
  { signal, onProgress }: Progress = {},
): Promise<MergePreview> {
  const incoming = await receive(records, signal);
  // Only reads, and so keeps no other window from reading meanwhile.
  return connection.transact(EVERYTHING, 'readonly', (tx) =>
    apply(tx as unknown as Transaction<'readwrite'>, incoming, false, onProgress),
  );
}

export async function merge(
  connection: Connection,
  records: AsyncIterable<DumpRecord[]>,
  { signal, onProgress }: Progress = {},
): Promise<MergePreview> {
  const incoming = await receive(records, signal);
  return connection.write(EVERYTHING, (tx) => apply(tx, incoming, true, onProgress), incoming.records.bytes);
}

/**
 * Wipes and restores in one transaction. Refuses when a record of the dump cannot be read: half a history is no replacement. A setting
 * that this version does not take is no history, and stops nothing.
 */
export async function replace(
  connection: Connection,
  records: AsyncIterable<DumpRecord[]>,
  { signal, onProgress }: Progress = {},
): Promise<MergePreview> {
  const incoming = await receive(records, signal);
  const [bad] = incoming.refused;
  if (bad) throw new TypeError(`record ${bad.line} cannot be read (${bad.reason}); nothing was replaced`);
  return connection.write(
    EVERYTHING,
    async (tx) => {
      await clearAll(tx);
      return apply(tx, incoming, true, onProgress);
    },
    incoming.records.bytes,
  );
}
