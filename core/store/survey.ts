/**
 * Who is who on one platform: which keys are one post, and where their readings lie. Small beside the readings themselves, so that any
 * number of posts can be surveyed in little memory, and quick to add to, for whoever keeps it (`held-posts.ts`).
 *
 * Batches are read before histories: what compaction moves in between is then seen twice, never missed, and once is counted.
 */
import { Joiner, leadingKey } from '../model/identity';
import type { Platform } from '../model/platforms';
import type { Post } from '../model/reading';
import { readMonth } from './histories';
import type { Connection } from './open';
import { type PackedReading, unpackPost } from './pack';
import type { BatchRow, HistoryRow } from './schema';
import { accountOfScope } from './scopes';
import type { Progress } from './types';

/** Few: what is let go at once never grows old, and is cheap to forget. */
const ROWS_AT_ONCE = 5;

/** All keys of one platform, in `batches` and `histories` alike. */
export const ofPlatform = (platform: Platform) => IDBKeyRange.bound([platform], [platform, []]);

/** Everything of `batches`, oldest key first. */
export function readBatches(connection: Connection, platform?: Platform): Promise<BatchRow[]> {
  const range = platform && ofPlatform(platform);
  return connection.transact(['batches'], 'readonly', (tx) => tx.objectStore('batches').getAll(range));
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

/** One key a post was seen under, and where it lies. */
export interface Place {
  platform: Platform;
  scope: string;
  account: string;
  /** Months of the histories that hold readings of it: one, unless pages disagree about its date. */
  months: readonly string[];
}

/** The months of histories that some posts need. The next posts mostly need the last of them again, and none of the others: what is let go soon is cheap to forget. */
export class Months {
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

const PARSED_REMEMBERED = 1000;

/** What is known of one platform's keys. */
export class Survey {
  readonly places = new Map<string, Place>();
  /** Readings that came in batches and may not lie in the histories yet, by key. */
  readonly waiting = new Map<string, PackedReading[]>();
  private readonly joiner = new Joiner();
  /** When it was published, by key: milliseconds since the epoch. */
  private readonly published = new Map<string, number>();
  /** Looks at one post follow each other and mostly say the same of it. */
  private readonly parsed = new Map<string, Post>();
  /** Posts of one month share their place: there are many of them. */
  private readonly shared = new Map<string, Place>();

  /** `names`: `platform|scope` → the account's name. */
  constructor(
    readonly platform: Platform,
    public names: ReadonlyMap<string, string>,
  ) {}

  nameOf(scope: string): string {
    return this.names.get(`${this.platform}|${scope}`) ?? accountOfScope(scope);
  }

  /** Takes a batch in. True when it says more of who is who than was known. */
  addBatch({ scope, readings }: Pick<BatchRow, 'scope' | 'readings'>): boolean {
    let more = false;
    for (const reading of readings) {
      more = this.see(scope, reading, null) || more;
      const list = this.waiting.get(reading[0]);
      if (list) list.push(reading);
      else this.waiting.set(reading[0], [reading]);
    }
    return more;
  }

  addHistory({ scope, month, readings }: HistoryRow): void {
    for (const reading of readings) this.see(scope, reading, month);
  }

  private see(scope: string, reading: PackedReading, month: string | null): boolean {
    const [key, seenAt, page, text] = reading;
    let post = this.parsed.get(text);
    if (!post) {
      post = unpackPost(reading);
      if (this.parsed.size > PARSED_REMEMBERED) this.parsed.clear();
      this.parsed.set(text, post);
    }
    const account = this.nameOf(scope);
    const place = this.places.get(key);
    if (!place) this.places.set(key, this.placeAt(scope, account, month));
    else if (month !== null && !place.months.includes(month))
      this.places.set(key, { ...place, months: [...place.months, month] });
    if (post.publishedAt) this.published.set(key, Date.parse(post.publishedAt));
    return this.joiner.add({ platform: this.platform, page, seenAt, post }, key, account);
  }

  private placeAt(scope: string, account: string, month: string | null): Place {
    const name = `${scope}|${month}`;
    const place = this.shared.get(name) ?? {
      platform: this.platform,
      scope,
      account,
      months: month === null ? [] : [month],
    };
    this.shared.set(name, place);
    return place;
  }

  /** Groups of keys that are one post each, by account and time. */
  groups(): string[][] {
    const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
    return this.joiner
      .groups()
      .map((keys) => {
        const at = Math.min(...keys.map((key) => this.published.get(key) ?? Number.POSITIVE_INFINITY));
        return { keys, account: this.accountOf(keys), at, leading: leadingKey(keys) };
      })
      .sort((a, b) => text(a.account, b.account) || (a.at === b.at ? text(a.leading, b.leading) : a.at - b.at))
      .map(({ keys }) => keys);
  }

  /** Whose post it is: the named account, when pages showed it with and without a name. */
  accountOf(keys: readonly string[]): string {
    for (const key of keys) {
      const account = this.places.get(key)?.account;
      if (account) return account;
    }
    return '';
  }
}

/** Reads all keys of a platform; `accounts`: of these alone. */
export async function survey(
  connection: Connection,
  platform: Platform,
  names: ReadonlyMap<string, string>,
  accounts: readonly string[] | undefined,
  { signal, onProgress }: Progress,
): Promise<Survey> {
  const found = new Survey(platform, names);
  // An unnamed account's posts may turn out to be a named one's.
  const wanted = (scope: string) => !accounts || accounts.includes(found.nameOf(scope)) || found.nameOf(scope) === '';
  for (const row of await readBatches(connection, platform)) if (wanted(row.scope)) found.addBatch(row);
  const total = await connection.transact(['histories'], 'readonly', (tx) =>
    tx.objectStore('histories').count(ofPlatform(platform)),
  );
  let done = 0;
  for await (const rows of readHistories(connection, platform)) {
    signal?.throwIfAborted();
    for (const row of rows) if (wanted(row.scope)) found.addHistory(row);
    done += rows.length;
    onProgress?.(Math.min(1, done / Math.max(1, total)));
  }
  return found;
}
