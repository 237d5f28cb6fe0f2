/**
 * Stored readings as posts. Two passes, so that any number of posts can be walked in little memory: the first looks at who is
 * who (which keys are one post), the second fetches their histories, a few hundred posts at a time. A platform at a time: no post
 * is on two.
 *
 * Batches are read before histories: what compaction moves in between is then seen twice, never missed, and once is counted.
 */
import { buildPost, byPublished, Joiner, leadingKey, type Sighting } from '../model/identity';
import type { LabelRule, Labels } from '../model/labels';
import type { Platform } from '../model/platforms';
import type { KnownPost } from '../model/post';
import type { Post } from '../model/reading';
import { readMonth } from './histories';
import type { Connection } from './open';
import { contentPrint, type PackedReading, unpack, unpackPost } from './pack';
import { labelsByRules } from './rules';
import type { AccountRow, HistoryRow, LabelRow } from './schema';
import { accountNames, accountOfScope, seenAccount } from './scopes';
import type { PostFilter, Progress } from './types';

/** Few: what is let go at once never grows old, and is cheap to forget. */
const ROWS_AT_ONCE = 5;
const POSTS_AT_ONCE = 100;

interface StoredReading {
  platform: Platform;
  scope: string;
  reading: PackedReading;
}

/** All keys of one platform, in `batches` and `histories` alike. */
const ofPlatform = (platform: Platform) => IDBKeyRange.bound([platform], [platform, []]);

/** Everything of `batches`, oldest key first. */
export async function readBatches(connection: Connection, platform?: Platform): Promise<StoredReading[]> {
  const range = platform && ofPlatform(platform);
  const rows = await connection.transact(['batches'], 'readonly', (tx) => tx.objectStore('batches').getAll(range));
  return rows.flatMap(({ platform, scope, readings }) => readings.map((reading) => ({ platform, scope, reading })));
}

/** Everything of `histories`, some rows at a time, in the order of their keys. */
export async function* readHistories(connection: Connection, platform?: Platform): AsyncIterable<HistoryRow[]> {
  for (let from: IDBKeyRange | null = platform ? ofPlatform(platform) : null; ; ) {
    const rows: HistoryRow[] = await connection.transact(['histories'], 'readonly', (tx) =>
      tx.objectStore('histories').getAll(from, ROWS_AT_ONCE),
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_ONCE) return;
    const after = [last.platform, last.scope, last.month, last.part];
    from = platform ? IDBKeyRange.bound(after, [platform, []], true) : IDBKeyRange.lowerBound(after, true);
  }
}

interface Context {
  accounts: AccountRow[];
  names: Map<string, string>;
  labels: Map<string, LabelRow>;
  rules: LabelRule[];
}

async function readContext(connection: Connection): Promise<Context> {
  return connection.transact(['accounts', 'labels', 'rules'], 'readonly', async (tx) => {
    const [accounts, labels, rules] = await Promise.all([
      tx.objectStore('accounts').getAll(),
      tx.objectStore('labels').getAll(),
      tx.objectStore('rules').getAll(),
    ]);
    return { accounts, names: accountNames(accounts), labels: new Map(labels.map((row) => [row.key, row])), rules };
  });
}

/** By hand over by rule; what was said under a former key of the post holds until it is said anew. */
function labelsOf(post: KnownPost, keys: readonly string[], { labels, rules }: Context): Labels {
  const merged: Labels = labelsByRules(rules, post);
  const leading = leadingKey(keys);
  for (const key of [...keys.filter((one) => one !== leading), leading]) {
    const row = labels.get(key);
    if (!row) continue;
    for (const field of row.cleared) delete merged[field];
    Object.assign(merged, row.labels);
  }
  return merged;
}

/** Of each key: the labels its post has, by hand or by rule, and those that were taken from it, under whatever of its keys. */
export async function settledFields(
  connection: Connection,
  wanted: Iterable<string>,
): Promise<Map<string, ReadonlySet<keyof Labels>>> {
  const context = await readContext(connection);
  const filter: PostFilter = { keys: [...wanted], latestOnly: true };
  const settled = new Map<string, ReadonlySet<keyof Labels>>();
  for (const { platform } of await platformsOf(connection, filter)) {
    for await (const found of platformPosts(connection, platform, context, filter, {})) {
      for (const { post, keys } of found) {
        const fields = new Set(Object.keys(post.labels) as (keyof Labels)[]);
        for (const key of keys) for (const field of context.labels.get(key)?.cleared ?? []) fields.add(field);
        for (const key of keys) settled.set(key, fields);
      }
    }
  }
  return settled;
}

function passes(post: KnownPost, filter: PostFilter): boolean {
  const { post: facts, labels } = post;
  if (filter.platforms && !filter.platforms.includes(post.platform)) return false;
  if (filter.accounts && !filter.accounts.includes(post.account)) return false;
  if (filter.from !== undefined || filter.to !== undefined) {
    if (!facts.publishedAt) return false;
    const at = Date.parse(facts.publishedAt);
    if (filter.from !== undefined && at < Date.parse(filter.from)) return false;
    if (filter.to !== undefined && at >= Date.parse(filter.to)) return false;
  }
  if (filter.pillars && !(labels.pillar !== undefined && filter.pillars.includes(labels.pillar))) return false;
  if (filter.series && !(labels.series !== undefined && filter.series.includes(labels.series))) return false;
  if (filter.labels && !filter.labels.some((label) => labels.labels?.includes(label))) return false;
  return true;
}

/** The same reading once, however often it was read. */
function distinct(readings: PackedReading[]): PackedReading[] {
  const seen = new Set<string>();
  return readings.filter((reading) => {
    const name = `${reading[1]}|${reading[2]}|${contentPrint(reading)}`;
    return !seen.has(name) && seen.add(name);
  });
}

const withoutFigures = ([key, seenAt, page, post]: PackedReading): PackedReading => [key, seenAt, page, post, '{}'];

function newestOfPages(readings: readonly PackedReading[]): Iterable<PackedReading> {
  const newest = new Map<string, PackedReading>();
  for (const reading of readings) {
    const known = newest.get(reading[2]);
    if (!known || Date.parse(known[1]) <= Date.parse(reading[1])) newest.set(reading[2], reading);
  }
  return newest.values();
}

/** Only the newest snapshot of each page stays; when the post was first seen stays true. */
function newestOnly(post: KnownPost): KnownPost {
  const newest = new Map(post.snapshots.map((snapshot) => [snapshot.page, snapshot]));
  return { ...post, snapshots: post.snapshots.filter((snapshot) => newest.get(snapshot.page) === snapshot) };
}

/** One key a post was seen under, and where it lies. */
interface Place {
  platform: Platform;
  scope: string;
  account: string;
  /** Months of the histories that hold readings of it: one, unless pages disagree about its date. */
  months: readonly string[];
}

/** The months of histories that some posts need. The next posts mostly need the last of them again, and none of the others: what is let go soon is cheap to forget. */
class Months {
  private readonly loaded = new Map<string, Map<string, PackedReading[]>>();

  constructor(private readonly connection: Connection) {}

  private static names({ platform, scope, months }: Place): [name: string, month: string][] {
    return months.map((month) => [`${platform}|${scope}|${month}`, month]);
  }

  /** Makes sure that what these places need is there. */
  async load(places: readonly Place[]): Promise<void> {
    const wanted = new Map(
      places.flatMap((place) => Months.names(place).map(([name, month]) => [name, { ...place, month }] as const)),
    );
    for (const name of this.loaded.keys()) if (!wanted.has(name)) this.loaded.delete(name);
    const missing = [...wanted].filter(([name]) => !this.loaded.has(name));
    if (missing.length === 0) return;
    await this.connection.transact(['histories'], 'readonly', async (tx) => {
      await Promise.all(
        missing.map(async ([name, { platform, scope, month }]) =>
          this.loaded.set(name, await readMonth(tx, platform, scope, month)),
        ),
      );
    });
  }

  of(key: string, place: Place): PackedReading[] {
    return Months.names(place).flatMap(([name]) => this.loaded.get(name)?.get(key) ?? []);
  }
}

/** Who is who: what the first pass learns. */
interface Survey {
  /** Groups of keys that are one post each, by platform, account and time. */
  groups: string[][];
  places: Map<string, Place>;
  /** Readings that wait for compaction, by key. */
  waiting: Map<string, PackedReading[]>;
}

async function survey(
  connection: Connection,
  platform: Platform,
  names: ReadonlyMap<string, string>,
  filter: PostFilter,
  { signal, onProgress }: Progress,
): Promise<Survey> {
  const joiner = new Joiner();
  const places = new Map<string, Place>();
  const published = new Map<string, number>();
  const nameOf = (scope: string) => names.get(`${platform}|${scope}`) ?? accountOfScope(scope);
  // An unnamed account's posts may turn out to be a named one's.
  const wanted = (scope: string) => !filter.accounts || filter.accounts.includes(nameOf(scope)) || nameOf(scope) === '';
  const parsed = new Map<string, Post>();
  // Posts of one month share their place: there are many of them.
  const shared = new Map<string, Place>();
  const placeAt = (scope: string, account: string, month: string | null): Place => {
    const name = `${scope}|${month}`;
    const place = shared.get(name) ?? { platform, scope, account, months: month === null ? [] : [month] };
    shared.set(name, place);
    return place;
  };
  const see = (scope: string, reading: PackedReading, month: string | null) => {
    const [key, seenAt, page, text] = reading;
    // Looks at one post follow each other and mostly say the same of it.
    let post = parsed.get(text);
    if (!post) {
      post = unpackPost(reading);
      if (parsed.size > 1000) parsed.clear();
      parsed.set(text, post);
    }
    const account = nameOf(scope);
    joiner.add({ platform, page, seenAt, post }, key, account);
    const place = places.get(key);
    if (!place) places.set(key, placeAt(scope, account, month));
    else if (month !== null && !place.months.includes(month)) places.set(key, { ...place, months: [...place.months, month] });
    if (post.publishedAt) published.set(key, Date.parse(post.publishedAt));
  };

  const waiting = new Map<string, PackedReading[]>();
  for (const { scope, reading } of await readBatches(connection, platform)) {
    if (!wanted(scope)) continue;
    see(scope, reading, null);
    const list = waiting.get(reading[0]);
    if (list) list.push(reading);
    else waiting.set(reading[0], [reading]);
  }
  const total = await connection.transact(['histories'], 'readonly', (tx) =>
    tx.objectStore('histories').count(ofPlatform(platform)),
  );
  let done = 0;
  for await (const rows of readHistories(connection, platform)) {
    signal?.throwIfAborted();
    for (const { scope, month, readings } of rows) {
      if (wanted(scope)) for (const reading of readings) see(scope, reading, month);
    }
    done += rows.length;
    onProgress?.(Math.min(1, done / Math.max(1, total)));
  }

  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const asked = filter.keys && new Set(filter.keys);
  const groups = joiner
    .groups()
    .filter((keys) => !asked || keys.some((key) => asked.has(key)))
    .map((keys) => {
      const at = Math.min(...keys.map((key) => published.get(key) ?? Number.POSITIVE_INFINITY));
      return { keys, account: accountOf(keys, places), at, leading: leadingKey(keys) };
    })
    .sort((a, b) => text(a.account, b.account) || (a.at === b.at ? text(a.leading, b.leading) : a.at - b.at))
    .map(({ keys }) => keys);
  return { groups, places, waiting };
}

/** Whose post it is: the named account, when pages showed it with and without a name. */
function accountOf(keys: readonly string[], places: ReadonlyMap<string, Place>): string {
  for (const key of keys) {
    const account = places.get(key)?.account;
    if (account) return account;
  }
  return '';
}

/** The platforms of which anything is stored and wanted, in the order in which posts are given out, with how much there is. */
async function platformsOf(
  connection: Connection,
  filter: PostFilter,
): Promise<{ platform: Platform; from: number; to: number }[]> {
  const found = await connection.transact(['histories', 'batches'], 'readonly', async (tx) => {
    const counts = new Map<Platform, number>();
    for (const name of ['histories', 'batches'] as const) {
      const store = tx.objectStore(name);
      // From the first key of one platform to the first key of the next.
      let key = await store.getKey(IDBKeyRange.lowerBound([]));
      while (key) {
        const platform = key[0] as Platform;
        counts.set(platform, (counts.get(platform) ?? 0) + (await store.count(ofPlatform(platform))));
        key = await store.getKey(IDBKeyRange.lowerBound([platform, []]));
      }
    }
    return counts;
  });
  const rows = [...found]
    .map(([platform, count]) => ({ platform, rows: count }))
    .filter(({ platform }) => !filter.platforms || filter.platforms.includes(platform))
    .sort((a, b) => (a.platform < b.platform ? -1 : 1));
  const total = Math.max(
    1,
    rows.reduce((sum, one) => sum + one.rows, 0),
  );
  let done = 0;
  return rows.map(({ platform, rows: own }) => {
    const from = done / total;
    done += own;
    return { platform, from, to: done / total };
  });
}

/** How many posts each account has, by `platform|account`. */
export async function countPosts(connection: Connection): Promise<Record<string, number>> {
  const { names } = await readContext(connection);
  const counts: Record<string, number> = {};
  for (const { platform } of await platformsOf(connection, {})) {
    const { groups, places } = await survey(connection, platform, names, {}, {});
    for (const keys of groups) {
      const name = `${platform}|${accountOf(keys, places)}`;
      counts[name] = (counts[name] ?? 0) + 1;
    }
  }
  return counts;
}

/** Who is who takes this much of the way through a platform. */
const SURVEY_SHARE = 0.3;

/** Posts that pass the filter, a few hundred at a time, by platform, account and time. */
export async function* eachPost(
  connection: Connection,
  filter: PostFilter = {},
  { signal, onProgress }: Progress = {},
): AsyncIterable<KnownPost[]> {
  const context = await readContext(connection);
  for (const { platform, from, to } of await platformsOf(connection, filter)) {
    const within = (done: number) => onProgress?.(from + done * (to - from));
    for await (const found of platformPosts(connection, platform, context, filter, { signal, onProgress: within }))
      yield found.map(({ post }) => post);
  }
  onProgress?.(1);
}

async function* platformPosts(
  connection: Connection,
  platform: Platform,
  context: Context,
  filter: PostFilter,
  { signal, onProgress }: Progress,
): AsyncIterable<{ post: KnownPost; keys: readonly string[] }[]> {
  const { groups, places, waiting } = await survey(connection, platform, context.names, filter, {
    signal,
    onProgress: (done) => onProgress?.(done * SURVEY_SHARE),
  });
  const months = new Months(connection);
  for (let from = 0; from < groups.length; from += POSTS_AT_ONCE) {
    signal?.throwIfAborted();
    const slice = groups.slice(from, from + POSTS_AT_ONCE);
    await months.load(slice.flatMap((keys) => keys.flatMap((key) => places.get(key) ?? [])));
    const posts: { post: KnownPost; keys: readonly string[] }[] = [];
    for (const keys of slice) {
      const sightings = keys.flatMap((key): Sighting[] => {
        const place = places.get(key);
        if (!place) return [];
        const stored = months.of(key, place);
        const readings = waiting.has(key) ? distinct([...stored, ...(waiting.get(key) ?? [])]) : stored;
        const newest = filter.latestOnly ? new Set(newestOfPages(readings)) : null;
        return readings.map((packed) => ({
          reading: unpack(
            newest && !newest.has(packed) ? withoutFigures(packed) : packed,
            place.platform,
            seenAccount(place.scope),
          ),
          key,
          account: place.account,
        }));
      });
      if (sightings.length === 0) continue;
      const post = buildPost(sightings);
      post.labels = labelsOf(post, keys, context);
      if (passes(post, filter)) posts.push({ post: filter.latestOnly ? newestOnly(post) : post, keys });
    }
    onProgress?.(SURVEY_SHARE + (1 - SURVEY_SHARE) * ((from + slice.length) / groups.length));
    if (posts.length > 0) yield posts;
  }
}

export async function posts(connection: Connection, filter?: PostFilter): Promise<KnownPost[]> {
  const all: KnownPost[] = [];
  for await (const some of eachPost(connection, filter)) all.push(...some);
  return all.sort(byPublished);
}
