/**
 * Everything stored as plain records and back. A dump lists the same records in the same order whatever was compacted when, so
 * that export → wipe → restore → export is byte-equal.
 *
 * Merging adds what is not there. Where the dump and the store disagree (another reading of the same post, page and moment;
 * another label, setting or plan record under the same key) what is here stays and the disagreement is counted.
 */
import * as z from 'zod/mini';
import { identityKey, twinKey } from '../model/identity';
import { PLATFORMS, type Platform } from '../model/platforms';
import type { AccountReading, AudienceCurve, Reading } from '../model/reading';
import { labelsSchema, parseAccountReading, parseAudienceCurve, parseReading } from '../model/schemas';
import { append } from './compact';
import { rangeOf } from './keep';
import { type Connection, send, type Transaction, withWriterLock } from './open';
import { contentPrint, fingerprint, type PackedReading, pack, unpack, unpackPost } from './pack';
import { readBatches, readHistories } from './posts';
import type { AccountRow, HistoryRow, ImportRow, LabelRow, ObservedRow, PlanRow, StoreName } from './schema';
import { accountOfScope, PostIndex, seenAccount } from './scopes';
import type { DumpKind, DumpRecord, LabelRule, MergePreview, Progress } from './types';
import { raiseVersion } from './version';

/** One key's readings: `twin` from 2 on tells posts apart that account, minute and title do not. */
interface PostValue {
  platform: Platform;
  scope: string;
  twin?: number;
  readings: Reading[];
}

const RECORDS_AT_ONCE = 500;

const byMoment = (a: PackedReading, b: PackedReading) => {
  const [left, right] = [a, b].map((reading): [number, string, number] => [
    Date.parse(reading[1]),
    reading[2],
    contentPrint(reading),
  ]);
  if (!left || !right) return 0;
  return left[0] - right[0] || (left[1] < right[1] ? -1 : left[1] > right[1] ? 1 : left[2] - right[2]);
};

const sightOf = (reading: PackedReading) => `${reading[1]}|${reading[2]}|${contentPrint(reading)}`;

/** Readings of one key, each once, oldest first. */
function tidy(readings: PackedReading[]): PackedReading[] {
  return [...new Map(readings.map((reading) => [sightOf(reading), reading])).values()].sort(byMoment);
}

function postRecord(platform: Platform, scope: string, key: string, readings: PackedReading[]): DumpRecord {
  const twin = Number(/~(\d+)$/.exec(key)?.[1] ?? 1);
  const first = readings[0];
  const plain = first && identityKey({ platform, account: null, post: unpackPost(first) }, accountOfScope(scope)) === key;
  const value: PostValue = {
    platform,
    scope,
    ...(!plain && twin > 1 && { twin }),
    readings: tidy(readings).map((reading) => unpack(reading, platform, seenAccount(scope))),
  };
  return { kind: 'post', value };
}

/** Histories with the batches that wait, in key order. */
async function* dumpPosts(connection: Connection): AsyncIterable<DumpRecord> {
  const waiting = new Map<string, { platform: Platform; scope: string; key: string; readings: PackedReading[] }>();
  const nameOf = (platform: string, scope: string, key: string) => `${platform}\u0000${scope}\u0000${key}`;
  for (const { platform, scope, reading } of await readBatches(connection)) {
    const name = nameOf(platform, scope, reading[0]);
    const known = waiting.get(name);
    if (known) known.readings.push(reading);
    else waiting.set(name, { platform, scope, key: reading[0], readings: [reading] });
  }
  const names = [...waiting.keys()].sort();
  let next = 0;
  let current: { platform: Platform; scope: string; key: string; readings: PackedReading[] } | null = null;
  const finish = function* (until: string | null): Iterable<DumpRecord> {
    if (current) {
      const name = nameOf(current.platform, current.scope, current.key);
      const more = waiting.get(name);
      if (names[next] === name) next += 1;
      yield postRecord(current.platform, current.scope, current.key, [...current.readings, ...(more?.readings ?? [])]);
    }
    for (let name = names[next]; name !== undefined && (until === null || name < until); name = names[next]) {
      const row = waiting.get(name);
      next += 1;
      if (row) yield postRecord(row.platform, row.scope, row.key, row.readings);
    }
  };
  for await (const rows of readHistories(connection)) {
    for (const row of rows) {
      const name = nameOf(row.platform, row.scope, row.key);
      if (current && nameOf(current.platform, current.scope, current.key) === name) {
        current.readings.push(...row.readings);
        continue;
      }
      yield* finish(name);
      current = { platform: row.platform, scope: row.scope, key: row.key, readings: [...row.readings] };
    }
  }
  yield* finish(null);
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
      'plan',
      'suppressed',
      'imports',
      'histories',
      'batches',
    ],
    'readonly',
    async (tx) => ({
      accounts: await tx.objectStore('accounts').getAll(),
      accountReadings: await tx.objectStore('accountReadings').getAll(),
      audienceCurves: await tx.objectStore('audienceCurves').getAll(),
      labels: await tx.objectStore('labels').getAll(),
      rules: await tx.objectStore('rules').getAll(),
      settings: await tx.objectStore('settings').getAll(),
      plan: await tx.objectStore('plan').getAll(),
      suppressed: await tx.objectStore('suppressed').getAll(),
      imports: await tx.objectStore('imports').getAll(),
      rows: (await tx.objectStore('histories').count()) + (await tx.objectStore('batches').count()),
    }),
  );
  const record =
    (kind: DumpKind) =>
    (value: unknown): DumpRecord => ({ kind, value });
  yield small.accounts.map(record('account'));
  let page: DumpRecord[] = [];
  let done = 0;
  for await (const one of dumpPosts(connection)) {
    page.push(one);
    if (page.length < RECORDS_AT_ONCE) continue;
    signal?.throwIfAborted();
    done += page.length;
    onProgress?.(Math.min(0.99, done / Math.max(1, small.rows)));
    yield page;
    page = [];
  }
  yield page;
  const observed = ({ scope, value }: ObservedRow<unknown>) => ({ scope, value });
  yield small.accountReadings.map((row) => ({ kind: 'accountReading', value: observed(row) }));
  yield small.audienceCurves.map((row) => ({ kind: 'audienceCurve', value: observed(row) }));
  yield small.labels.map(record('labels'));
  yield small.rules.map(record('rule'));
  yield small.settings.map(record('setting'));
  yield small.plan.map(record('plan'));
  yield small.suppressed.map(record('suppressed'));
  yield small.imports.map(record('import'));
  onProgress?.(1);
}

// --- back again

const text = z.string().check(z.maxLength(20_000));
const time = text.check(z.refine((value) => !Number.isNaN(Date.parse(value)), 'not a time'));
const scope = text.check(z.regex(/^(@|\?[1-9]\d*$)/));
const platform = z.enum(PLATFORMS);
const amount = z.int().check(z.nonnegative());
const labelFields = z.array(z.keyof(labelsSchema));

const accountSchema = z.strictObject({
  platform,
  scope,
  name: z.optional(text),
  sameAs: z.optional(scope),
  sessions: z.array(text),
  firstSeenAt: time,
  lastSeenAt: time,
  coverage: z.record(text, z.strictObject({ expectedTotal: z.nullable(amount), captured: amount, seenAt: time })),
});
const labelRowSchema = z.strictObject({ key: text, labels: labelsSchema, cleared: labelFields });
const ruleSchema = z.strictObject({
  id: text,
  platforms: z.optional(z.array(platform)),
  accounts: z.optional(z.array(text)),
  when: z.union([
    z.strictObject({ field: z.literal('title'), contains: text }),
    z.strictObject({ field: z.literal('tag'), is: text }),
    z.strictObject({ field: z.literal('title'), pattern: text }),
  ]),
  set: labelsSchema,
});
const settingSchema = z.strictObject({ key: text, value: z.unknown() });
const planSchema = z.strictObject({ kind: text, id: text, value: z.looseObject({ id: text }) });
const suppressedSchema = z.strictObject({ id: text });
const importSchema = z.strictObject({
  name: text,
  checksum: text,
  format: text,
  skipped: z.array(z.strictObject({ line: z.number(), reason: text })),
  unknownColumns: z.array(text),
  importedAt: time,
  readings: amount,
  batches: z.array(text),
  platforms: z.array(platform),
});
const postValueSchema = z.strictObject({
  platform,
  scope,
  twin: z.optional(z.int().check(z.minimum(2))),
  readings: z.array(z.unknown()),
});
const observedSchema = z.strictObject({ scope, value: z.unknown() });

/** What a record becomes in the store. */
type Restored =
  | { kind: 'account'; row: AccountRow }
  | { kind: 'post'; platform: Platform; scope: string; readings: PackedReading[] }
  | { kind: 'accountReading'; row: ObservedRow<AccountReading> }
  | { kind: 'audienceCurve'; row: ObservedRow<AudienceCurve> }
  | { kind: 'labels'; row: LabelRow }
  | { kind: 'rule'; row: LabelRule }
  | { kind: 'setting'; row: { key: string; value: unknown } }
  | { kind: 'plan'; row: PlanRow }
  | { kind: 'suppressed'; row: { id: string } }
  | { kind: 'import'; row: ImportRow };

function checked<T>(schema: z.ZodMiniType, value: unknown): T {
  const result = z.safeParse(schema, value);
  if (result.success) return result.data as T;
  const issue = result.error.issues[0];
  throw new TypeError(`${issue?.path.join('.') || 'record'}: ${issue?.message ?? 'invalid'}`);
}

function taken<T>(answer: { ok: true; value: T } | { ok: false; problem: string }): T {
  if (answer.ok) return answer.value;
  throw new TypeError(answer.problem);
}

function observedRow<T extends { platform: Platform; page: string; seenAt: string }>(rowScope: string, value: T): ObservedRow<T> {
  const { seenAt, ...content } = value;
  return {
    platform: value.platform,
    scope: rowScope,
    page: value.page,
    at: Date.parse(seenAt),
    print: fingerprint(JSON.stringify(content)),
    value,
  };
}

/** Checks one record from outside. Throws with the reason. */
function restored({ kind, value }: DumpRecord): Restored {
  switch (kind) {
    case 'account':
      return { kind, row: checked<AccountRow>(accountSchema, value) };
    case 'post': {
      const post = checked<{ platform: Platform; scope: string; twin?: number; readings: unknown[] }>(postValueSchema, value);
      const readings = post.readings.map((one) => {
        const reading = taken(parseReading(one));
        if (reading.platform !== post.platform || (reading.account ?? null) !== seenAccount(post.scope)) {
          throw new TypeError('readings: of another account than the post');
        }
        return pack(reading, twinKey(identityKey(reading, accountOfScope(post.scope)), post.twin ?? 1));
      });
      return { kind, platform: post.platform, scope: post.scope, readings };
    }
    case 'accountReading': {
      const { scope: rowScope, value: inner } = checked<{ scope: string; value: unknown }>(observedSchema, value);
      return { kind, row: observedRow(rowScope, taken(parseAccountReading(inner))) };
    }
    case 'audienceCurve': {
      const { scope: rowScope, value: inner } = checked<{ scope: string; value: unknown }>(observedSchema, value);
      return { kind, row: observedRow(rowScope, taken(parseAudienceCurve(inner))) };
    }
    case 'labels':
      return { kind, row: checked(labelRowSchema, value) };
    case 'rule':
      return { kind, row: checked(ruleSchema, value) };
    case 'setting':
      return { kind, row: checked(settingSchema, value) };
    case 'plan':
      return { kind, row: checked(planSchema, value) };
    case 'suppressed':
      return { kind, row: checked(suppressedSchema, value) };
    case 'import':
      return { kind, row: checked(importSchema, value) };
    default:
      throw new TypeError(`unknown kind of record: ${String(kind).slice(0, 40)}`);
  }
}

interface Incoming {
  records: Restored[];
  refused: { line: number; reason: string }[];
}

/** Reads and checks everything before anything is written. Packed readings are small enough to be held. */
async function receive(records: AsyncIterable<DumpRecord[]>, signal?: AbortSignal): Promise<Incoming> {
  const incoming: Incoming = { records: [], refused: [] };
  let line = 0;
  for await (const page of records) {
    signal?.throwIfAborted();
    for (const record of page) {
      line += 1;
      try {
        incoming.records.push(restored(record));
      } catch (error) {
        incoming.refused.push({ line, reason: error instanceof Error ? error.message : String(error) });
      }
    }
  }
  return incoming;
}

const EVERYTHING: readonly StoreName[] = [
  'batches',
  'histories',
  'accounts',
  'accountReadings',
  'audienceCurves',
  'labels',
  'rules',
  'settings',
  'plan',
  'suppressed',
  'imports',
  'reports',
  'meta',
];

/** Clears every store but the counters, so that nobody takes what they remember for what is stored. */
export async function clearAll(tx: Transaction<'readwrite'>): Promise<void> {
  for (const name of EVERYTHING) if (name !== 'meta') send(tx.objectStore(name).clear());
  send(tx.objectStore('meta').delete('lastBackup'));
  await raiseVersion(tx);
}

/**
 * Unnamed accounts are numbered on each machine by itself: `?1` of the dump joins the `?n` here that has its posts or its
 * sessions, else it becomes a new one.
 */
async function renumber(tx: Transaction<'readwrite'>, records: Restored[]): Promise<Restored[]> {
  const here = await tx.objectStore('accounts').getAll();
  const moved = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== 'account' || record.row.scope.startsWith('@')) continue;
    const { row } = record;
    const unnamed = here.filter((one) => one.platform === row.platform && one.scope.startsWith('?'));
    if (unnamed.length === 0) continue;
    const posts = records.flatMap((one) =>
      one.kind === 'post' && one.platform === row.platform && one.scope === row.scope
        ? one.readings.slice(-1).map(unpackPost)
        : [],
    );
    let target = unnamed.find((one) => one.sessions.some((session) => row.sessions.includes(session)))?.scope;
    if (target === undefined) {
      let most = 0;
      for (const one of unnamed) {
        const shared = (await indexOf(tx, one)).shared(posts);
        if (shared > most) {
          most = shared;
          target = one.scope;
        }
      }
    }
    if (target === undefined) {
      const numbers = [
        ...unnamed.map((one) => one.scope),
        ...[...moved].filter(([from]) => from.startsWith(`${row.platform}|`)).map(([, to]) => to),
      ];
      target = `?${Math.max(0, ...numbers.map((name) => Number(name.slice(1)))) + 1}`;
    }
    moved.set(`${row.platform}|${row.scope}`, target);
  }
  if (moved.size === 0) return records;
  const scopeOf = (of: Platform, from: string) => moved.get(`${of}|${from}`) ?? from;
  const keys = new Map<string, string>();
  const result = records.map((record): Restored => {
    switch (record.kind) {
      case 'account':
        return {
          kind: record.kind,
          row: {
            ...record.row,
            scope: scopeOf(record.row.platform, record.row.scope),
            ...(record.row.sameAs !== undefined && { sameAs: scopeOf(record.row.platform, record.row.sameAs) }),
          },
        };
      case 'post': {
        const to = scopeOf(record.platform, record.scope);
        if (to === record.scope) return record;
        const readings = record.readings.map((reading): PackedReading => {
          const twin = /~(\d+)$/.exec(reading[0]);
          const from = { platform: record.platform, account: null, post: unpackPost(reading) };
          const plain = identityKey(from, accountOfScope(record.scope)) === reading[0];
          const key = twinKey(identityKey(from, accountOfScope(to)), plain ? 1 : Number(twin?.[1] ?? 1));
          keys.set(reading[0], key);
          return [key, reading[1], reading[2], reading[3], reading[4]];
        });
        return { ...record, scope: to, readings };
      }
      case 'accountReading':
        return { kind: record.kind, row: { ...record.row, scope: scopeOf(record.row.platform, record.row.scope) } };
      case 'audienceCurve':
        return { kind: record.kind, row: { ...record.row, scope: scopeOf(record.row.platform, record.row.scope) } };
      default:
        return record;
    }
  });
  return result.map((record) =>
    record.kind === 'labels'
      ? { kind: 'labels', row: { ...record.row, key: keys.get(record.row.key) ?? record.row.key } }
      : record,
  );
}

async function indexOf(tx: Transaction<'readwrite'>, { platform: of, scope: at }: AccountRow): Promise<PostIndex> {
  const index = new PostIndex();
  const rows: { readings: PackedReading[] }[] = [
    ...(await tx.objectStore('histories').getAll(rangeOf(of, at))),
    ...(await tx.objectStore('batches').getAll(rangeOf(of, at))),
  ];
  for (const row of rows) for (const reading of row.readings) index.add(unpackPost(reading));
  return index;
}

/** What is stored of each key already: moment and page → content. */
async function momentsHere(tx: Transaction<'readwrite'>): Promise<Map<string, Map<string, Set<number>>>> {
  const here = new Map<string, Map<string, Set<number>>>();
  const note = (of: string, at: string, reading: PackedReading) => {
    const name = `${of}|${at}|${reading[0]}`;
    const moments = here.get(name) ?? new Map<string, Set<number>>();
    const moment = `${Date.parse(reading[1])}|${reading[2]}`;
    moments.set(moment, (moments.get(moment) ?? new Set()).add(contentPrint(reading)));
    here.set(name, moments);
  };
  for (const row of await tx.objectStore('batches').getAll())
    for (const reading of row.readings) note(row.platform, row.scope, reading);
  for (let from: IDBKeyRange | null = null; ; ) {
    const rows: HistoryRow[] = await tx.objectStore('histories').getAll(from, RECORDS_AT_ONCE);
    for (const row of rows) for (const reading of row.readings) note(row.platform, row.scope, reading);
    const last = rows.at(-1);
    if (!last || rows.length < RECORDS_AT_ONCE) return here;
    from = IDBKeyRange.lowerBound([last.platform, last.scope, last.key, last.part], true);
  }
}

/** What both know of an account. What is said here wins. */
function mergeAccounts(here: AccountRow, other: AccountRow): AccountRow {
  const name = here.name ?? other.name;
  const sameAs = here.sameAs ?? (other.sameAs === here.scope ? undefined : other.sameAs);
  const coverage = { ...other.coverage };
  for (const [page, seen] of Object.entries(here.coverage)) {
    const known = coverage[page];
    if (!known || Date.parse(known.seenAt) <= Date.parse(seen.seenAt)) coverage[page] = seen;
  }
  return {
    platform: here.platform,
    scope: here.scope,
    ...(name !== undefined && { name }),
    ...(sameAs !== undefined && { sameAs }),
    sessions: [...new Set([...other.sessions, ...here.sessions])],
    firstSeenAt: Date.parse(other.firstSeenAt) < Date.parse(here.firstSeenAt) ? other.firstSeenAt : here.firstSeenAt,
    lastSeenAt: Date.parse(other.lastSeenAt) > Date.parse(here.lastSeenAt) ? other.lastSeenAt : here.lastSeenAt,
    coverage,
  };
}

/** Property order does not make two records differ. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

type SmallKind = Exclude<Restored['kind'], 'post' | 'account'>;
const STORE_OF: Record<SmallKind, StoreName> = {
  accountReading: 'accountReadings',
  audienceCurve: 'audienceCurves',
  labels: 'labels',
  rule: 'rules',
  setting: 'settings',
  plan: 'plan',
  suppressed: 'suppressed',
  import: 'imports',
};

function keyOf(record: Extract<Restored, { kind: SmallKind }>): IDBValidKey {
  switch (record.kind) {
    case 'accountReading':
    case 'audienceCurve':
      return [record.row.platform, record.row.scope, record.row.page, record.row.at, record.row.print];
    case 'labels':
    case 'setting':
      return record.row.key;
    case 'rule':
    case 'suppressed':
      return record.row.id;
    case 'plan':
      return [record.row.kind, record.row.id];
    case 'import':
      return record.row.checksum;
  }
}

/** Writes what is new; with `write` false only counts. */
async function apply(
  tx: Transaction<'readwrite'>,
  incoming: Incoming,
  write: boolean,
  onProgress?: (done: number) => void,
): Promise<MergePreview> {
  const result: MergePreview = { new: 0, same: 0, conflicting: 0, refused: incoming.refused };
  const records = await renumber(tx, incoming.records);
  const here = await momentsHere(tx);
  let done = 0;
  for (const record of records) {
    done += 1;
    if (done % 200 === 0) onProgress?.(done / records.length);
    if (record.kind === 'post') {
      const fresh: PackedReading[] = [];
      for (const reading of record.readings) {
        const name = `${record.platform}|${record.scope}|${reading[0]}`;
        const moments = here.get(name) ?? new Map<string, Set<number>>();
        const moment = `${Date.parse(reading[1])}|${reading[2]}`;
        const prints = moments.get(moment);
        const print = contentPrint(reading);
        if (!prints) {
          fresh.push(reading);
          result.new += 1;
        } else if (prints.has(print)) result.same += 1;
        else if (
          record.readings.some(
            (other) =>
              other !== reading && other[0] === reading[0] && sameMoment(other, reading) && prints.has(contentPrint(other)),
          )
        ) {
          // Both readings of one moment are in the dump, so they are not rivals: the other one is here, this one is new.
          fresh.push(reading);
          result.new += 1;
        } else result.conflicting += 1;
        if (!prints || fresh.at(-1) === reading) {
          moments.set(moment, (prints ?? new Set()).add(print));
          here.set(name, moments);
        }
      }
      if (write && fresh.length > 0) await append(tx, record.platform, record.scope, fresh);
      continue;
    }
    if (record.kind === 'account') {
      const store = tx.objectStore('accounts');
      const known = await store.get([record.row.platform, record.row.scope]);
      const merged = known ? mergeAccounts(known, record.row) : record.row;
      if (write && (!known || canonical(known) !== canonical(merged))) send(store.put(merged));
      continue;
    }
    const store = tx.objectStore(STORE_OF[record.kind]);
    const known = await store.get(keyOf(record) as string);
    if (known === undefined) {
      result.new += 1;
      if (write) send(store.put(record.row as never));
    } else if (canonical(known) === canonical(record.row)) result.same += 1;
    else if (record.kind === 'import') {
      result.same += 1;
    } else result.conflicting += 1;
  }
  onProgress?.(1);
  return result;
}

const sameMoment = (a: PackedReading, b: PackedReading) => Date.parse(a[1]) === Date.parse(b[1]) && a[2] === b[2];

/** What merging would do. Nothing is written. */
export async function preview(connection: Connection, records: AsyncIterable<DumpRecord[]>): Promise<MergePreview> {
  const incoming = await receive(records);
  return connection.transact(EVERYTHING, 'readwrite', (tx) => apply(tx, incoming, false));
}

export async function merge(
  connection: Connection,
  records: AsyncIterable<DumpRecord[]>,
  { signal, onProgress }: Progress = {},
): Promise<MergePreview> {
  const incoming = await receive(records, signal);
  return withWriterLock(connection.name, () =>
    connection.transact(EVERYTHING, 'readwrite', async (tx) => {
      const result = await apply(tx, incoming, true, onProgress);
      if (result.new > 0) await raiseVersion(tx);
      return result;
    }),
  );
}

/** Wipes and restores in one transaction. Refuses when a record of the dump cannot be read: half a history is no replacement. */
export async function replace(
  connection: Connection,
  records: AsyncIterable<DumpRecord[]>,
  { signal, onProgress }: Progress = {},
): Promise<MergePreview> {
  const incoming = await receive(records, signal);
  const [bad] = incoming.refused;
  if (bad) throw new TypeError(`record ${bad.line} cannot be read (${bad.reason}); nothing was replaced`);
  return withWriterLock(connection.name, () =>
    connection.transact(EVERYTHING, 'readwrite', async (tx) => {
      await clearAll(tx);
      return apply(tx, incoming, true, onProgress);
    }),
  );
}
