/**
 * Stored readings as posts. Two passes, so that any number of posts can be walked in little memory: the first looks at who is
 * who (which keys are one post), the second fetches their histories, a few hundred posts at a time. A platform at a time: no post
 * is on two.
 */
import { buildPost, leadingKey, type Sighting, sortByPublished } from '../model/identity';
import type { LabelRule, Labels } from '../model/labels';
import type { Platform } from '../model/platforms';
import type { KnownPost } from '../model/post';
import type { Connection } from './open';
import { contentPrint, type PackedReading, unpack } from './pack';
import { labelsByRules } from './rules';
import type { LabelRow } from './schema';
import { accountNames, seenAccount } from './scopes';
import { Months, ofPlatform, type Survey, survey } from './survey';
import type { PostFilter, Progress } from './types';

const POSTS_AT_ONCE = 100;

/** What posts are called and labelled by. */
export interface Context {
  /** `platform|scope` → the account's name. */
  names: ReadonlyMap<string, string>;
  labels: ReadonlyMap<string, LabelRow>;
  rules: readonly LabelRule[];
}

async function readContext(connection: Connection): Promise<Context> {
  return connection.transact(['accounts', 'labels', 'rules'], 'readonly', async (tx) => {
    const [accounts, labels, rules] = await Promise.all([
      tx.objectStore('accounts').getAll(),
      tx.objectStore('labels').getAll(),
      tx.objectStore('rules').getAll(),
    ]);
    return { names: accountNames(accounts), labels: byKey(labels), rules };
  });
}

export const byKey = (labels: readonly LabelRow[]) => new Map(labels.map((row) => [row.key, row]));

/** By hand over by rule; what was said under a former key of the post holds until it is said anew. */
export function labelsOf(post: KnownPost, keys: readonly string[], { labels, rules }: Context): Labels {
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

/** The platforms of which anything is stored and wanted, in the order in which posts are given out, with how much there is. */
export async function platformsOf(
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
    const found = await survey(connection, platform, names, undefined, {});
    for (const keys of found.groups()) {
      const name = `${platform}|${found.accountOf(keys)}`;
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

/** What the second pass needs of the first: the rest of it is let go. */
type Surveyed = Pick<Survey, 'places' | 'waiting'> & { groups: readonly (readonly string[])[] };
async function surveyed(
  connection: Connection,
  platform: Platform,
  { names }: Context,
  { accounts, keys: asked }: PostFilter,
  progress: Progress,
): Promise<Surveyed> {
  const found = await survey(connection, platform, names, accounts, progress);
  const wanted = asked && new Set(asked);
  const groups = found.groups().filter((keys) => !wanted || keys.some((key) => wanted.has(key)));
  return { groups, places: found.places, waiting: found.waiting };
}

async function* platformPosts(
  connection: Connection,
  platform: Platform,
  context: Context,
  filter: PostFilter,
  { signal, onProgress }: Progress,
): AsyncIterable<PostOfKeys[]> {
  const found = await surveyed(connection, platform, context, filter, {
    signal,
    onProgress: (done) => onProgress?.(done * SURVEY_SHARE),
  });
  yield* builtPosts(connection, found, context, filter, {
    signal,
    onProgress: (done) => onProgress?.(SURVEY_SHARE + (1 - SURVEY_SHARE) * done),
  });
}

/** A post and the keys it was seen under, in the order of their letters. */
export interface PostOfKeys {
  post: KnownPost;
  keys: readonly string[];
}

/** The posts of some groups of keys, `POSTS_AT_ONCE` at a time; those that do not pass the filter are left out. */
export async function* builtPosts(
  connection: Connection,
  { groups, places, waiting }: Surveyed,
  context: Context,
  filter: PostFilter = {},
  { signal, onProgress }: Progress = {},
): AsyncIterable<PostOfKeys[]> {
  const months = new Months(connection);
  for (let from = 0; from < groups.length; from += POSTS_AT_ONCE) {
    signal?.throwIfAborted();
    const slice = groups.slice(from, from + POSTS_AT_ONCE);
    await months.load(slice.flatMap((keys) => keys.flatMap((key) => places.get(key) ?? [])));
    const posts: PostOfKeys[] = [];
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
    onProgress?.((from + slice.length) / groups.length);
    if (posts.length > 0) yield posts;
  }
}

export async function posts(connection: Connection, filter?: PostFilter): Promise<KnownPost[]> {
  const all: KnownPost[] = [];
  for await (const some of eachPost(connection, filter)) all.push(...some);
  return sortByPublished(all);
}
