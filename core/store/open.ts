/**
 * The one connection of a context to the database: opened when first needed, closed when another context wants to upgrade or
 * delete, opened again when the browser closed it. Whatever goes wrong becomes a `StoreProblem` and is told to `onProblem`.
 *
 *   closed ──call──▶ opening ──success──▶ open ──versionchange──▶ closed (outdated: our code is older than the data will be)
 *                      │ blocked: tell, wait         └─terminated──▶ closed (the next call opens again)
 *                      └ error: tell, closed
 */
import { type IDBPDatabase, type IDBPTransaction, unwrap, wrap } from 'idb';
import { MIGRATIONS, migrate } from './migrations';
import type { Migration } from './migrations/migration';
import { type Room, Spare } from './room';
import { type AlmanacSchema, DATABASE, type StoreName, VERSION } from './schema';
import { type StoreOptions, StoreProblem, type StoreProblemKey } from './types';
import { Writer } from './writer';

export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<AlmanacSchema, StoreName[], Mode>;

export interface ConnectionOptions extends StoreOptions {
  /** For tests of upgrades. */
  version?: number | undefined;
  migrations?: readonly Migration[] | undefined;
  /** For tests of a full disk. */
  room?: (() => Promise<Room | null>) | undefined;
}

/** Milliseconds after which an opening that has not begun is said to wait for another window. */
const PATIENCE = 4000;

const nameOf = (error: unknown) => (error !== null && typeof error === 'object' && 'name' in error ? String(error.name) : '');

/** What a failed request or transaction means. Errors that are not the database's are given back as they are. */
function problemOf(error: unknown): unknown {
  if (error instanceof StoreProblem) return error;
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return new StoreProblem('full', true, error);
    // Nobody aborts a transaction of ours but the browser, when it closes the database under us.
    case 'AbortError':
    case 'InvalidStateError':
      return new StoreProblem('closed', true, error);
    case 'UnknownError':
    case 'DataError':
    case 'DataCloneError':
    case 'NotFoundError':
      return new StoreProblem('broken', false, error);
    default:
      return error;
  }
}

export class Connection {
  readonly writer: Writer;
  private opening: Promise<IDBPDatabase<AlmanacSchema>> | null = null;
  private wasOpen = false;
  private ended = false;
  private problem: StoreProblemKey | null = null;
  private readonly spare: Spare;

  constructor(private readonly options: ConnectionOptions) {
    this.writer = new Writer(this.name);
    this.spare = new Spare(options.room);
  }

  private get name(): string {
    return this.options.name ?? DATABASE;
  }

  private tell(problem: StoreProblemKey | null): void {
    if (problem === this.problem) return;
    this.problem = problem;
    this.options.onProblem?.(problem);
  }

  private open(): Promise<IDBPDatabase<AlmanacSchema>> {
    return new Promise((resolve, reject) => {
      const fail = (problem: StoreProblem) => {
        this.tell(problem.key);
        reject(problem);
      };
      const version = this.options.version ?? VERSION;
      let request: IDBOpenDBRequest;
      try {
        request = (this.options.indexedDB ?? indexedDB).open(this.name, version);
      } catch (error) {
        fail(new StoreProblem('broken', false, error));
        return;
      }
      let migrationError: unknown;
      // Requests queue behind the first one, and only that one is told that it is blocked: the others notice by the clock.
      const waiting = setTimeout(() => this.tell('blocked'), PATIENCE);
      request.onblocked = () => this.tell('blocked');
      request.onupgradeneeded = (event) => {
        clearTimeout(waiting);
        const tx = request.transaction;
        if (!tx) return;
        const upgrade = wrap(tx) as unknown as IDBPTransaction<unknown, string[], 'versionchange'>;
        // Its failure is reported by the request.
        send(upgrade.done);
        const steps = migrate(
          wrap(request.result) as unknown as IDBPDatabase<unknown>,
          upgrade,
          event.oldVersion,
          version,
          this.options.migrations ?? MIGRATIONS,
        );
        steps.catch((error: unknown) => {
          migrationError = error;
          try {
            tx.abort();
          } catch {
            // Already aborted by the failing request itself.
          }
        });
      };
      request.onerror = (event) => {
        clearTimeout(waiting);
        event.preventDefault();
        const { error } = request;
        if (migrationError !== undefined) fail(new StoreProblem('migration', false, migrationError));
        else if (nameOf(error) === 'VersionError') fail(new StoreProblem(this.wasOpen ? 'outdated' : 'newer', false, error));
        else if (nameOf(error) === 'QuotaExceededError') fail(new StoreProblem('full', true, error));
        else fail(new StoreProblem('broken', false, error));
      };
      request.onsuccess = () => {
        clearTimeout(waiting);
        const raw = request.result;
        const db = wrap(raw) as unknown as IDBPDatabase<AlmanacSchema>;
        if (this.ended) {
          raw.close();
          reject(new StoreProblem('closed', false));
          return;
        }
        raw.onversionchange = (event) => {
          raw.close();
          this.opening = null;
          // A deletion (newVersion null) leaves nothing that this code is too old for.
          if (event.newVersion !== null) this.tell('outdated');
        };
        raw.onclose = () => {
          this.opening = null;
          this.tell('closed');
        };
        this.wasOpen = true;
        this.tell(null);
        resolve(db);
      };
    });
  }

  /** Opens a database of the present version; one that is to be upgraded only where there is room for all of it once more. */
  private async openWithRoom(): Promise<IDBPDatabase<AlmanacSchema>> {
    if (!(await this.spare.enough('all'))) {
      const present = await (this.options.indexedDB ?? indexedDB).databases();
      const own = present.find(({ name }) => name === this.name);
      if (own?.version !== (this.options.version ?? VERSION)) throw this.seen(new StoreProblem('full', true));
    }
    return this.open();
  }

  private async database(): Promise<IDBPDatabase<AlmanacSchema>> {
    if (this.ended) throw new StoreProblem('closed', false);
    if (!this.opening) {
      const opening = this.openWithRoom();
      this.opening = opening;
      opening.catch(() => {
        if (this.opening === opening) this.opening = null;
      });
    }
    return this.opening;
  }

  /**
   * Runs `work` in one transaction and answers after it is complete (for writers: on the disk). `work` awaits nothing but
   * requests of the transaction. When it throws, nothing of it is stored. `bytes`: how much it adds, where that may be more than a batch.
   */
  async transact<T, Mode extends 'readonly' | 'readwrite'>(
    stores: readonly StoreName[],
    mode: Mode,
    work: (tx: Transaction<Mode>) => Promise<T> | T,
    bytes = 0,
  ): Promise<T> {
    if (mode === 'readwrite' && !(await this.spare.enough(bytes))) throw this.seen(new StoreProblem('full', true));
    for (let attempt = 0; ; attempt += 1) {
      const db = await this.database();
      let tx: Transaction<Mode>;
      try {
        // After a transaction that found no room, Firefox lets the next one take away and nothing else: that one is empty.
        if (mode === 'readwrite' && this.problem === 'full') send(db.transaction('meta', mode).done);
        const options = mode === 'readwrite' ? ({ durability: 'strict' } as const) : {};
        tx = db.transaction([...stores], mode, options) as unknown as Transaction<Mode>;
      } catch (error) {
        // The connection was closed between two calls: open once more.
        if (nameOf(error) === 'InvalidStateError' && attempt === 0) {
          this.opening = null;
          continue;
        }
        throw this.seen(problemOf(error));
      }
      return this.finish(tx, work);
    }
  }

  /** `transact` for writing, while no other context writes. */
  write<T>(stores: readonly StoreName[], work: (tx: Transaction<'readwrite'>) => Promise<T> | T, bytes?: number): Promise<T> {
    return this.writer.run(() => this.transact(stores, 'readwrite', work, bytes));
  }

  private async finish<T, Mode extends 'readonly' | 'readwrite'>(
    tx: Transaction<Mode>,
    work: (tx: Transaction<Mode>) => Promise<T> | T,
  ) {
    let failure: unknown;
    const done = tx.done.catch((error: unknown) => {
      failure ??= error ?? tx.error ?? new DOMException('The transaction was aborted', 'AbortError');
    });
    let result: T | undefined;
    try {
      result = await work(tx);
      // Everything is asked for: spare the round trip after which the browser would commit by itself.
      if (tx.mode === 'readwrite') tx.commit();
    } catch (error) {
      // A request that failed for the same reason as its transaction: the transaction's error is the more exact one.
      failure ??= tx.error ?? error;
      try {
        tx.abort();
      } catch {
        // Already over.
      }
    }
    await done;
    if (failure !== undefined) {
      if (nameOf(failure) === 'AbortError' && tx.error) failure = tx.error;
      throw this.seen(problemOf(failure));
    }
    if (this.problem === 'full' && tx.mode === 'readwrite') this.tell(null);
    return result as T;
  }

  private seen(error: unknown): unknown {
    if (error instanceof StoreProblem) this.tell(error.key);
    return error;
  }

  close(): void {
    this.ended = true;
    this.opening?.then(
      (db) => db.close(),
      () => {},
    );
    this.opening = null;
    this.writer.letGo();
  }
}

/**
 * Puts a row that nobody waits for: without a promise or a listener, which cost a small write a tenth of its time. When it fails, its
 * transaction fails, and that is what is reported.
 */
export function put<Name extends StoreName>(tx: Transaction<'readwrite'>, name: Name, row: AlmanacSchema[Name]['value']): void {
  (unwrap(tx) as IDBTransaction).objectStore(name).put(row);
}

/** A request nobody waits for: when it fails, its transaction fails, and that is what is reported. */
export function send(request: Promise<unknown>): void {
  request.catch(() => {});
}
