/**
 * Keeping a batch: one transaction, one stored value per account in it, acknowledged when it is on the disk.
 *
 * A reading is stored when it differs from the last one of that post and page or when a day has passed since. To know that
 * without reading the database each time, the writer remembers when and what (as a fingerprint) was stored of each post and
 * page. The memory holds for one data version: whoever else writes raises the version, and the memory starts anew. So a worker
 * may die at any moment and several contexts may write in turn.
 */
import { identityKey, lookOf, twinKey } from '../model/identity';
import type { Platform } from '../model/platforms';
import type { AccountReading, AudienceCurve, Reading } from '../model/reading';
import { canonical } from './canonical';
import { monthOf, readMonth } from './histories';
import { type Connection, put, send, type Transaction } from './open';
import { contentPrint, fingerprint, type PackedReading, pack, unpackPost } from './pack';
import type { AccountRow, AccountScope, BatchRow, HistoryRow, ImportRow, ObservedRow, Seen } from './schema';
import { accountOfScope, isNamed, namedScope, PostIndex, type ScopeChoice, TitleIndex, unnamedAccount } from './scopes';
import type { Batch, Kept } from './types';
import { mergeSeen, readState, writeState } from './version';

const DAY = 86_400_000;
const STORES = ['batches', 'histories', 'accounts', 'accountReadings', 'audienceCurves', 'imports', 'meta'] as const;

/** Looks of several tabs may be handed over in another order than they were made; by this much, in ms, at most. */
const LATE = 3_600_000;

/** When and what was stored of one post on one page, oldest first. */
class Timeline {
  private readonly times: number[] = [];
  private readonly prints: number[] = [];

  /** The place of a reading at `time` with this content; null when it adds nothing. */
  private place(time: number, print: number): number | null {
    let at = this.times.length;
    while (at > 0 && (this.times[at - 1] ?? 0) > time) at -= 1;
    for (let before = at - 1; before >= 0 && this.times[before] === time; before -= 1) {
      if (this.prints[before] === print) return null;
    }
    const last = at - 1;
    if (last >= 0 && this.prints[last] === print && time - (this.times[last] ?? 0) < DAY) return null;
    // Another tab looked a little later and was heard first.
    if (at < this.times.length && this.prints[at] === print && (this.times[at] ?? 0) - time < LATE) return null;
    return at;
  }

  /** Takes a reading in; false when it adds nothing. */
  offer(time: number, print: number): boolean {
    const at = this.place(time, print);
    if (at === null) return false;
    this.insert(at, time, print);
    return true;
  }

  /** Takes in what is stored already. */
  load(time: number, print: number): void {
    let at = this.times.length;
    while (at > 0 && (this.times[at - 1] ?? 0) > time) at -= 1;
    this.insert(at, time, print);
  }

  private insert(at: number, time: number, print: number): void {
    if (at === this.times.length) {
      this.times.push(time);
      this.prints.push(print);
    } else {
      this.times.splice(at, 0, time);
      this.prints.splice(at, 0, print);
    }
  }
}

/** What the writer remembers of one account's stored readings. */
class ScopeMemory {
  /** By identity key, then page. */
  private readonly posts = new Map<string, Map<string, Timeline>>();
  /** Months of publishing whose compacted readings are remembered. */
  private readonly months = new Set<string>();
  /** Ids of the batches that wait for compaction. */
  private readonly ids = new Set<string>();
  private index: PostIndex | null = null;
  private titles: TitleIndex | null = null;
  private readonly pages = new Set<string>();
  /** Every compacted key, once that was asked for. */
  private everyKey: Set<string> | null = null;

  private constructor(
    private readonly platform: Platform,
    private readonly scope: AccountScope,
    /** False when nothing of this account was compacted yet: nothing to look up. */
    private readonly compacted: boolean,
  ) {}

  static async load(tx: Transaction<'readwrite'>, platform: Platform, scope: AccountScope): Promise<ScopeMemory> {
    const histories = await tx.objectStore('histories').getKey(rangeOf(platform, scope));
    const memory = new ScopeMemory(platform, scope, histories !== undefined);
    await eachBatch(tx, platform, scope, (row) => {
      memory.ids.add(row.id);
      for (const reading of row.readings) memory.remember(reading);
    });
    return memory;
  }

  private timeline(key: string, page: string): Timeline {
    let pages = this.posts.get(key);
    if (!pages) {
      pages = new Map();
      this.posts.set(key, pages);
    }
    let timeline = pages.get(page);
    if (!timeline) {
      this.pages.add(page);
      timeline = new Timeline();
      pages.set(page, timeline);
    }
    return timeline;
  }

  private remember(reading: PackedReading): void {
    const [key, seenAt, page] = reading;
    this.timeline(key, page).load(Date.parse(seenAt), contentPrint(reading));
  }

  /** Makes sure that what was compacted of the months of these readings is remembered. */
  async look(tx: Transaction<'readwrite'>, readings: readonly PackedReading[]): Promise<void> {
    if (!this.compacted) return;
    const missing = [...new Set(readings.map(monthOf))].filter((month) => !this.months.has(month));
    const found = await Promise.all(missing.map((month) => readMonth(tx, this.platform, this.scope, month)));
    for (const posts of found) for (const list of posts.values()) for (const reading of list) this.remember(reading);
    for (const month of missing) this.months.add(month);
    // A page about one post often shows no date: whether the post is new, only the other months can tell.
    this.everyKey ??= readings.some((reading) => monthOf(reading) === '' && !this.posts.has(reading[0]))
      ? await this.allKeys(tx)
      : null;
  }

  private async allKeys(tx: Transaction<'readwrite'>): Promise<Set<string>> {
    const keys = new Set<string>();
    await eachHistory(tx, this.platform, this.scope, ({ readings }) => {
      for (const [key] of readings) keys.add(key);
    });
    return keys;
  }

  /** False when a batch of this id lies in the store already. */
  takeId(id: string): boolean {
    return !this.ids.has(id) && this.ids.add(id) !== undefined;
  }

  knows(key: string): boolean {
    return this.posts.has(key) || this.everyKey?.has(key) === true;
  }

  offer({ packed: [key, , page], at, print }: Keyed): boolean {
    return this.timeline(key, page).offer(at, print);
  }

  /** The account's posts, for telling whose an unnamed page is. */
  async postIndex(tx: Transaction<'readwrite'>): Promise<PostIndex> {
    if (this.index) return this.index;
    const index = new PostIndex();
    await eachBatch(tx, this.platform, this.scope, ({ readings }) => {
      for (const reading of readings) index.add(unpackPost(reading));
    });
    await eachHistory(tx, this.platform, this.scope, ({ readings }) => {
      for (const reading of readings) index.add(unpackPost(reading));
    });
    this.index = index;
    return index;
  }

  /** A kept post joins the indices, where there are some. */
  indexPost(reading: Reading): void {
    this.index?.add(reading.post);
    this.titles?.add(reading.post);
  }

  /** Whether a post whose key is unknown was seen under another: without its id, or with it. */
  async knowsOtherwise(tx: Transaction<'readwrite'>, reading: PackedReading): Promise<boolean> {
    const onePage = !this.compacted && [...this.pages].every((page) => page === reading[2]);
    if (onePage) return false;
    if (!this.titles) {
      const titles = new TitleIndex();
      const add = ({ readings }: BatchRow | HistoryRow) => {
        for (const each of readings) titles.add(unpackPost(each));
      };
      await eachBatch(tx, this.platform, this.scope, add);
      await eachHistory(tx, this.platform, this.scope, add);
      this.titles = titles;
    }
    return this.titles.hasOtherwise(unpackPost(reading));
  }
}

/** All keys of one account in `batches`, `histories`, `accountReadings` or `audienceCurves`. */
export const rangeOf = (platform: string, scope: AccountScope) => IDBKeyRange.bound([platform, scope], [platform, scope, []]);

async function eachBatch(
  tx: Transaction<'readwrite'>,
  platform: Platform,
  scope: AccountScope,
  visit: (row: BatchRow) => void,
): Promise<void> {
  const store = tx.objectStore('batches');
  const page = 200;
  for (let from: IDBKeyRange | null = rangeOf(platform, scope); from; ) {
    const rows = await store.getAll(from, page);
    for (const row of rows) visit(row);
    const end = rows.length === page ? rows.at(-1) : undefined;
    from = end ? IDBKeyRange.bound([platform, scope, end.id], [platform, scope, []], true) : null;
  }
}

async function eachHistory(
  tx: Transaction<'readwrite'>,
  platform: Platform,
  scope: AccountScope,
  visit: (row: HistoryRow) => void,
): Promise<void> {
  const store = tx.objectStore('histories');
  const page = 100;
  for (let from: IDBKeyRange | null = rangeOf(platform, scope); from; ) {
    const rows = await store.getAll(from, page);
    for (const row of rows) visit(row);
    const end = rows.length === page ? rows.at(-1) : undefined;
    from = end ? IDBKeyRange.bound([platform, scope, end.month, end.part], [platform, scope, []], true) : null;
  }
}

/** A reading as it is to be stored, with what the writer compares: when it was seen (ms) and the fingerprint of what it says. */
interface Keyed {
  reading: Reading;
  packed: PackedReading;
  at: number;
  print: number;
}

/** Readings of one account with their keys, oldest first; what cannot be told apart within one look is numbered. */
function keyed(readings: readonly Reading[], account: string): Keyed[] {
  const looks = new Map<string, number[]>();
  return readings
    .map((reading) => ({ reading, at: Date.parse(reading.seenAt) }))
    .sort((a, b) => a.at - b.at)
    .map(({ reading, at }) => {
      const key = identityKey(reading, account);
      const packed = pack(reading, key);
      const print = contentPrint(packed);
      if (reading.post.id) return { reading, packed, at, print };
      const look = lookOf(reading, key);
      const prints = looks.get(look) ?? [];
      if (!prints.includes(print)) prints.push(print);
      looks.set(look, prints);
      packed[0] = twinKey(key, prints.indexOf(print) + 1);
      return { reading, packed, at, print };
    });
}

/** Under which key each reading of a batch lies once it is kept; those of a session the accounts no longer remember are left out. */
export function keysOf(connection: Connection, batch: Batch): Promise<Map<Reading, string>> {
  return connection.transact(['accounts'], 'readonly', async (tx) => {
    const rows = await tx.objectStore('accounts').getAll();
    const keys = new Map<Reading, string>();
    for (const { platform, account, readings } of byAccount(batch)) {
      const scope =
        account === null
          ? rows.find((row) => row.platform === platform && !isNamed(row.scope) && row.sessions.includes(batch.session ?? ''))
              ?.scope
          : namedScope(account);
      if (scope === undefined) continue;
      for (const { reading, packed } of keyed(readings, accountOfScope(scope))) keys.set(reading, packed[0]);
    }
    return keys;
  });
}

export class Keeper {
  private writes = -1;
  private readonly scopes = new Map<string, ScopeMemory>();
  private rows: AccountRow[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  /** Forgets everything: the next batch reads what is stored. */
  forget(): void {
    this.writes = -1;
    this.scopes.clear();
    this.rows = [];
  }

  keep(batch: Batch): Promise<Kept> {
    return this.connection.writer.run(async () => {
      try {
        return await this.connection.transact(STORES, 'readwrite', (tx) => this.write(tx, batch));
      } catch (error) {
        // What was remembered in a transaction that failed was not stored.
        this.forget();
        throw error;
      }
    });
  }

  private async memory(tx: Transaction<'readwrite'>, platform: Platform, scope: AccountScope): Promise<ScopeMemory> {
    const name = `${platform}|${scope}`;
    const known = this.scopes.get(name);
    if (known) return known;
    const memory = await ScopeMemory.load(tx, platform, scope);
    this.scopes.set(name, memory);
    return memory;
  }

  private async write(tx: Transaction<'readwrite'>, batch: Batch): Promise<Kept> {
    const asked = readState(tx);
    send(asked);
    // While the answer is on its way: all that does not hang on it.
    const groups = byAccount(batch).map((group) => ({ ...group, keyed: keyed(group.readings, group.account ?? '') }));
    const state = await asked;
    if (state.writes !== this.writes) {
      this.forget();
      this.rows = await tx.objectStore('accounts').getAll();
    }
    const total: Kept = { kept: 0, unchanged: 0, newPosts: 0 };
    const imported = await importRow(tx, batch);
    if (imported?.batches.includes(batch.id)) {
      this.writes = state.writes;
      return { ...total, unchanged: batch.readings.length };
    }

    let changed = false;
    for (const group of groups) {
      const { row, changed: moved } = await this.rowOf(tx, batch, group);
      if (moved) this.putRow(tx, row);
      const account = accountOfScope(row.scope);
      const readings = account === (group.account ?? '') ? group.keyed : keyed(group.readings, account);
      const kept = await this.writeReadings(tx, batch.id, row, readings);
      total.kept += kept.kept;
      total.unchanged += kept.unchanged;
      total.newPosts += kept.newPosts;
      const observed =
        (await this.writeObserved(tx, 'accountReadings', row, group.accountReadings)) +
        (await this.writeObserved(tx, 'audienceCurves', row, group.audienceCurves));
      changed ||= moved || observed > 0;
      const name = `${row.platform}|${row.scope}`;
      state.seen[name] = mergeSeen(state.seen[name], seenNow(batch, group, kept.newPosts));
    }
    const log =
      imported ??
      (batch.file && { ...batch.file, importedAt: new Date(this.now()).toISOString(), readings: 0, batches: [], platforms: [] });
    if (log) {
      put(tx, 'imports', {
        ...log,
        readings: log.readings + total.kept,
        batches: [...log.batches, batch.id],
        platforms: [...new Set([...log.platforms, ...batch.readings.map((reading) => reading.platform)])],
      });
    }
    this.writes = writeState(tx, state, total.kept > 0 || changed);
    return total;
  }

  private async rowOf(tx: Transaction<'readwrite'>, batch: Batch, group: AccountGroup): Promise<ScopeChoice> {
    const { platform, account } = group;
    if (account !== null) {
      const scope = namedScope(account);
      const row = this.rows.find((one) => one.platform === platform && one.scope === scope);
      if (row) return { row, changed: false };
      return { row: { platform, scope, sessions: [] }, changed: true };
    }
    const posts = group.readings.map((reading) => reading.post);
    return unnamedAccount(this.rows, platform, batch.session, posts, async (one) =>
      (await this.memory(tx, platform, one.scope)).postIndex(tx),
    );
  }

  private putRow(tx: Transaction<'readwrite'>, row: AccountRow): void {
    const at = this.rows.findIndex((one) => one.platform === row.platform && one.scope === row.scope);
    if (at < 0) this.rows.push(row);
    else this.rows[at] = row;
    put(tx, 'accounts', row);
  }

  private async writeReadings(
    tx: Transaction<'readwrite'>,
    id: string,
    { platform, scope }: AccountRow,
    readings: readonly Keyed[],
  ): Promise<Kept> {
    const memory = await this.memory(tx, platform, scope);
    await memory.look(
      tx,
      readings.map((one) => one.packed),
    );
    const fresh: PackedReading[] = [];
    let newPosts = 0;
    for (const one of readings) {
      const { packed } = one;
      if (!memory.knows(packed[0]) && !(await memory.knowsOtherwise(tx, packed))) newPosts += 1;
      if (memory.offer(one)) fresh.push(packed);
    }
    if (fresh.length > 0) {
      for (const { reading } of readings) memory.indexPost(reading);
      // The same id again with other readings: both stay.
      const free = memory.takeId(id) ? id : `${id}+${fingerprint(JSON.stringify(fresh))}`;
      put(tx, 'batches', { platform, scope, id: free, readings: fresh });
    }
    return { kept: fresh.length, unchanged: readings.length - fresh.length, newPosts };
  }

  private async writeObserved<S extends 'accountReadings' | 'audienceCurves'>(
    tx: Transaction<'readwrite'>,
    name: S,
    { platform, scope }: AccountRow,
    values: readonly (S extends 'accountReadings' ? AccountReading : AudienceCurve)[],
  ): Promise<number> {
    let kept = 0;
    for (const value of values) {
      const { seenAt, ...content } = value;
      const row: ObservedRow<typeof value> = {
        platform,
        scope,
        page: value.page,
        at: Date.parse(seenAt),
        print: fingerprint(JSON.stringify(canonical(content))),
        value,
      };
      const store = tx.objectStore<'accountReadings' | 'audienceCurves'>(name);
      const before = await store.getAll(
        IDBKeyRange.bound([platform, scope, row.page, row.at - DAY], [platform, scope, row.page, row.at, []], true),
      );
      const last = before.at(-1);
      if (last?.print === row.print || before.some((one) => one.at === row.at && one.print === row.print)) continue;
      put(tx, name, row as ObservedRow<AccountReading> & ObservedRow<AudienceCurve>);
      kept += 1;
    }
    return kept;
  }
}

/** What is logged of the file a batch is a slice of. */
async function importRow(tx: Transaction<'readwrite'>, { id, file }: Batch): Promise<ImportRow | undefined> {
  const checksum = file?.checksum ?? /^import:([^:]+):/.exec(id)?.[1];
  return checksum === undefined ? undefined : tx.objectStore('imports').get(checksum);
}

interface AccountGroup {
  platform: Platform;
  account: string | null;
  readings: Reading[];
  accountReadings: AccountReading[];
  audienceCurves: AudienceCurve[];
  /** The earliest and the latest look, in ms and in ISO 8601. */
  first: number;
  last: number;
  firstSeenAt: string;
  lastSeenAt: string;
}

function seenNow({ page, coverage }: Batch, { firstSeenAt, lastSeenAt }: AccountGroup, keys: number): Seen {
  return { firstSeenAt, lastSeenAt, keys, coverage: coverage ? { [page]: { ...coverage, seenAt: lastSeenAt } } : {} };
}

/** A batch by platform and account: nearly always one group. */
function byAccount(batch: Batch): AccountGroup[] {
  const groups: AccountGroup[] = [];
  const groupOf = ({ platform, account, seenAt }: Pick<Reading, 'platform' | 'account' | 'seenAt'>): AccountGroup => {
    const at = Date.parse(seenAt);
    if (Number.isNaN(at)) throw new TypeError(`not a time: ${seenAt}`);
    const seen = account === '' ? null : account;
    let group = groups.find((one) => one.platform === platform && one.account === seen);
    if (!group) {
      group = {
        platform,
        account: seen,
        readings: [],
        accountReadings: [],
        audienceCurves: [],
        first: at,
        last: at,
        firstSeenAt: seenAt,
        lastSeenAt: seenAt,
      };
      groups.push(group);
    }
    if (at < group.first) {
      group.first = at;
      group.firstSeenAt = seenAt;
    }
    if (at > group.last) {
      group.last = at;
      group.lastSeenAt = seenAt;
    }
    return group;
  };
  for (const reading of batch.readings) groupOf(reading).readings.push(reading);
  for (const reading of batch.accountReadings ?? []) groupOf(reading).accountReadings.push(reading);
  for (const curve of batch.audienceCurves ?? []) groupOf(curve).audienceCurves.push(curve);
  return groups;
}
