/**
 * All posts, held from question to question: what was read once stays, and only what was kept since is read. That is possible because
 * readings are only ever added. Whatever else happens to them (compaction, a restore, a removal, another name for an account) is told
 * by the seals and by the accounts' names, and then everything is read anew.
 */

import { sortByPublished } from '../model/identity';
import type { LabelRule } from '../model/labels';
import type { Platform } from '../model/platforms';
import type { KnownPost } from '../model/post';
import { compact } from './compact';
import type { Connection } from './open';
import { builtPosts, byKey, type Context, labelsOf, type PostOfKeys, platformsOf } from './posts';
import type { BatchRow, LabelRow } from './schema';
import { accountNames } from './scopes';
import { readSeals, type Seals, seal } from './seals';
import { Survey, survey } from './survey';
import { readState } from './version';

/** From so many batches on they are put in place before everything is read: reading is quicker then, and so is the background's start. */
const MANY_BATCHES = 100;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What a look at the database found, all of it at one moment. */
interface Look {
  dataVersion: number;
  seals: Seals;
  names: ReadonlyMap<string, string>;
  rules: LabelRule[];
  /** Names of all batches that wait, and those of them that were not held. */
  batches: ReadonlySet<string>;
  fresh: BatchRow[];
  /** Null where nothing was said since. */
  labels: ReadonlyMap<string, LabelRow> | null;
}

/** One platform's posts. */
class Shelf {
  /** By the keys they were seen under. */
  posts = new Map<string, PostOfKeys>();
  private ofKey = new Map<string, PostOfKeys>();

  constructor(readonly survey: Survey) {}

  static nameOf = (keys: readonly string[]) => keys.join('\n');

  of(key: string): PostOfKeys | undefined {
    return this.ofKey.get(key);
  }

  put(one: PostOfKeys): void {
    this.posts.set(Shelf.nameOf(one.keys), one);
    for (const key of one.keys) this.ofKey.set(key, one);
  }

  /** Takes batches in; answers which groups of keys have to be built anew. Null where they contradict what is held. */
  add(rows: readonly BatchRow[]): (readonly string[])[] | null {
    const touched = new Set<string>();
    let regroup = false;
    for (const row of rows) {
      for (const [key] of row.readings) {
        touched.add(key);
        const place = this.survey.places.get(key);
        // Read under the names of another moment: all has to be read anew.
        if (place && (place.scope !== row.scope || place.account !== this.survey.nameOf(row.scope))) return null;
      }
      regroup = this.survey.addBatch(row) || regroup;
    }
    // Two keys of one post that a look showed beside each other are two posts.
    regroup ||= [...touched].some((key) => this.of(key)?.keys.length !== 1);
    if (!regroup) return [...touched].map((key) => [key]);
    const before = this.posts;
    this.posts = new Map();
    this.ofKey = new Map();
    const changed: string[][] = [];
    for (const keys of this.survey.groups()) {
      const known = before.get(Shelf.nameOf(keys));
      if (known && !keys.some((key) => touched.has(key))) this.put(known);
      else changed.push(keys);
    }
    return changed;
  }

  /** True when a post has other labels now. */
  relabel(some: Iterable<PostOfKeys>, context: Context): boolean {
    let changed = false;
    for (const { post, keys } of some) {
      const labels = labelsOf(post, keys, context);
      if (same(labels, post.labels)) continue;
      this.put({ keys, post: { ...post, labels } });
      changed = true;
    }
    return changed;
  }
}

interface Held {
  dataVersion: number;
  seals: Seals;
  context: Context;
  batches: ReadonlySet<string>;
  shelves: Map<Platform, Shelf>;
  posts: readonly KnownPost[];
}

const batchName = (key: readonly string[]) => JSON.stringify(key);

export class HeldPosts {
  private held: Held | null = null;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly connection: Connection) {}

  /** As `posts()` gives them. A post that did not change is the same object as before, and while none did the list is. */
  current(): Promise<readonly KnownPost[]> {
    const next = this.last.then(() => this.refresh());
    this.last = next.catch(() => {});
    return next;
  }

  private async refresh(): Promise<readonly KnownPost[]> {
    const { held } = this;
    const [{ dataVersion }, seals] = await this.connection.transact(['meta', 'reports'], 'readonly', (tx) =>
      Promise.all([readState(tx), readSeals(tx)]),
    );
    // The number alone does not tell: a database that was deleted and made anew counts from the beginning.
    if (held?.dataVersion === dataVersion && held.seals.readings === seals.readings) return held.posts;
    // Held again when all of it is taken in.
    this.held = null;
    const updated = held && (await this.update(held));
    this.held = updated ?? (await this.readAll());
    return this.held.posts;
  }

  private look(held: Held | null): Promise<Look> {
    return this.connection.transact(
      ['meta', 'reports', 'accounts', 'rules', 'labels', 'batches'],
      'readonly',
      async (tx): Promise<Look> => {
        const [{ dataVersion }, seals, accounts, rules, keys] = await Promise.all([
          readState(tx),
          readSeals(tx),
          tx.objectStore('accounts').getAll(),
          tx.objectStore('rules').getAll(),
          tx.objectStore('batches').getAllKeys(),
        ]);
        const missing = held ? keys.filter((key) => !held.batches.has(batchName(key))) : [];
        const said = seals.labels === null || seals.labels !== held?.seals.labels;
        const [labels, ...fresh] = await Promise.all([
          said ? tx.objectStore('labels').getAll() : null,
          ...missing.map((key) => tx.objectStore('batches').get(key)),
        ]);
        return {
          dataVersion,
          seals,
          names: accountNames(accounts),
          rules,
          batches: new Set(keys.map(batchName)),
          fresh: fresh.filter((row) => row !== undefined),
          labels: labels && byKey(labels),
        };
      },
    );
  }

  /** Null where all has to be read. */
  private async update(held: Held): Promise<Held | null> {
    const now = await this.look(held);
    if (now.seals.readings === null || now.seals.readings !== held.seals.readings || now.batches.size > MANY_BATCHES) return null;
    for (const [scope, name] of held.context.names) if (now.names.get(scope) !== name) return null;

    const context: Context = { names: now.names, rules: now.rules, labels: now.labels ?? held.context.labels };
    const { shelves } = held;
    let changed = relabelled(shelves, held.context, context);
    const batches = Map.groupBy(now.fresh, ({ platform }) => platform);
    for (const [platform, rows] of batches) {
      const shelf = shelves.get(platform) ?? new Shelf(new Survey(platform, now.names));
      shelves.set(platform, shelf);
      shelf.survey.names = now.names;
      const groups = shelf.add(rows);
      if (!groups) return null;
      await this.build(shelf, groups, context);
      changed = true;
    }
    const posts = changed ? postsOf(shelves) : held.posts;
    // Nobody waits for it: until there is one again, what the user said is read with each look.
    if (now.seals.labels === null) seal(this.connection).catch(() => {});
    return { dataVersion: now.dataVersion, seals: now.seals, context, batches: now.batches, shelves, posts };
  }

  private async build(shelf: Shelf, groups: (readonly string[])[], context: Context): Promise<void> {
    const { places, waiting } = shelf.survey;
    for await (const some of builtPosts(this.connection, { groups, places, waiting }, context))
      for (const one of some) shelf.put(one);
  }

  private async readAll(): Promise<Held> {
    // None of it is a matter of life and death: on a full disk the posts are read all the same, and nothing is held for long.
    await this.tidy().catch(() => {});
    const { dataVersion, seals, batches, names, rules, labels } = await this.look(null);
    const context: Context = { names, rules, labels: labels ?? new Map() };
    const shelves = new Map<Platform, Shelf>();
    for (const { platform } of await platformsOf(this.connection, {})) {
      const shelf = new Shelf(await survey(this.connection, platform, names, undefined, {}));
      shelves.set(platform, shelf);
      await this.build(shelf, shelf.survey.groups(), context);
    }
    return { dataVersion, seals, context, batches, shelves, posts: postsOf(shelves) };
  }

  private async tidy(): Promise<void> {
    const waiting = await this.connection.transact(['batches'], 'readonly', (tx) => tx.objectStore('batches').count());
    if (waiting > MANY_BATCHES) await compact(this.connection);
    await seal(this.connection);
  }
}

const postsOf = (shelves: ReadonlyMap<Platform, Shelf>): KnownPost[] =>
  sortByPublished([...shelves.values()].flatMap((shelf) => [...shelf.posts.values()].map(({ post }) => post)));

/** Gives posts the labels they have now: after a change of the rules all of them, else those that something else is said of. */
function relabelled(shelves: ReadonlyMap<Platform, Shelf>, before: Context, now: Context): boolean {
  const rules = !same(before.rules, now.rules);
  if (!rules && before.labels === now.labels) return false;
  const keys = new Set([...before.labels.keys(), ...now.labels.keys()]);
  const other = [...keys].filter((key) => !same(before.labels.get(key), now.labels.get(key)));
  let changed = false;
  for (const shelf of shelves.values()) {
    const some = rules ? [...shelf.posts.values()] : new Set(other.flatMap((key) => shelf.of(key) ?? []));
    changed = shelf.relabel(some, now) || changed;
  }
  return changed;
}
