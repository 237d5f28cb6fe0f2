/**
 * A browser with the extension that is killed again and again, and what must hold after each kill: the store opens, and every reading
 * that was acknowledged is there exactly once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page as ChromiumPage } from 'playwright-core';
import type { CaptureBatch, DashboardMessage } from '../../core/messages';
import { type PackedReading, pack } from '../../core/store/pack';
import { DATABASE } from '../../core/store/schema';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { type BrowserWithExtension, type Page, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { Stage } from '../stage/stage';
import { API, halfAYear, hostsOf, QUIET_PLACE } from './almanac';
import { type BrowserName, launch } from './browsers';

export const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));
export const random = (most: number) => Math.floor(Math.random() * most);

/**
 * The numbers of the rounds of one kind of fault: as many as wanted, and more while hardly any fell inside the work. A kill before or
 * after it shows nothing.
 */
export class Rounds implements Iterable<number> {
  /** Faults that fell inside the work. */
  inside = 0;
  private made = 0;
  private readonly least: number;

  constructor(
    private readonly work: string,
    private readonly wanted: number,
  ) {
    this.least = Math.ceil(wanted / 10);
  }

  *[Symbol.iterator](): Generator<number> {
    const most = this.wanted * 2 + 20;
    while (this.made < this.wanted || (this.inside < this.least && this.made < most)) yield this.made++;
  }

  /** Says how many there were; a measurement, of ten or more, throws when fewer than one in ten fell inside the work. In a few, chance decides. */
  tell(more = ''): void {
    process.stdout.write(`${this.work}: ${this.made} times, ${this.inside} of them inside the work${more}\n`);
    if (this.wanted >= 10 && this.inside < this.least) throw new Error(`${this.work}: hardly one fell inside the work`);
  }
}

/** One profile, opened and killed many times. */
export class Profile {
  readonly path = mkdtempSync(join(tmpdir(), 'post-almanac-kill-'));
  readonly stage = new Stage({
    accounts: [{ platform: 'douyin', name: 'Mint', posts: halfAYear('douyin', 'Mint', 1) }],
  });

  constructor(readonly browser: BrowserName) {}

  async open(locale?: string): Promise<Living> {
    const browser = await launch(this.browser, {
      site: this.stage,
      profile: this.path,
      ...(locale ? { locale } : {}),
    });
    const lookout = await browser.open(QUIET_PLACE);
    // A browser that was killed may have forgotten what it was granted a moment before.
    const origins = hostsOf('douyin');
    const granted = await tabOf(lookout).run(`${API} return api.permissions.contains(${JSON.stringify({ origins })})`);
    if (granted !== true) await browser.grant(lookout, ...origins);
    return new Living(browser, lookout, this.stage);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** What lies in the database, as `key|seenAt|page|figures`, one line per stored reading. */
const LINES = `
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('${DATABASE}');
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => done(null);
  });
  if (!db) return { version: 0, lines: [] };
  const names = [...db.objectStoreNames].filter((name) => name === 'batches' || name.startsWith('histories'));
  const tx = db.transaction(names);
  const rows = await Promise.all(names.map((name) => new Promise((done, fail) => {
    const asked = tx.objectStore(name).getAll();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  })));
  const version = db.version;
  db.close();
  return { version, lines: rows.flat().flatMap((row) => row.readings.map((one) => one.join('|'))) };`;

export class Living {
  private cdp: CDPSession | undefined;

  constructor(
    readonly browser: BrowserWithExtension,
    readonly lookout: Page,
    private readonly stage: Stage,
  ) {}

  /** Without what the dashboard itself shows. */
  async lines(): Promise<{ version: number; lines: string[] }> {
    const { version, lines } = await tabOf(this.lookout).run<{ version: number; lines: string[] }>(LINES);
    const shown = this.stage.expected('douyin/content-list').map(({ post }) => JSON.stringify(post.title));
    return { version, lines: lines.filter((line) => !shown.some((title) => line.includes(title))) };
  }

  /** Stops the background at once, whatever it is doing. Answers nothing: it may start again before one could look. */
  async stopBackground(): Promise<void> {
    if (!(this.browser instanceof ChromiumWithExtension)) return this.browser.stopBackground();
    this.cdp ??= await this.browser.context.newCDPSession(this.lookout as ChromiumPage);
    await this.cdp.send('ServiceWorker.enable');
    await this.cdp.send('ServiceWorker.stopAllWorkers');
  }

  /** The dashboard's content script, to speak as it does. */
  async dashboard(): Promise<Dashboard> {
    const page = await this.browser.newPage();
    const address = this.stage.address('douyin/content-list');
    if (this.browser instanceof ChromiumWithExtension) {
      const cdp = await this.browser.context.newCDPSession(page as ChromiumPage);
      return inItsWorld(cdp, this.browser.url('').replace(/\/$/, ''), () => page.goto(address));
    }
    await page.goto(address);
    return fromAnotherPage(this.lookout, address);
  }

  /** The answered function ends the browser's processes at once, as when the power goes. */
  async aim(): Promise<() => Promise<void>> {
    const kill = await this.browser.aim();
    return async () => {
      this.over = true;
      await kill();
      // Chromium's requests were watched from outside: what it asked for before it died is known.
      if (this.browser instanceof ChromiumWithExtension) await this.browser.close();
    };
  }
  async kill(): Promise<void> {
    await (await this.aim())();
  }

  /** Closes a browser that still runs. Throws when the extension reached for the network. */
  async close(): Promise<void> {
    if (this.over) return;
    this.over = true;
    await this.browser.close();
  }
  private over = false;
}

/** Speaks to the background as the content script does. */
export class Dashboard {
  /** `ask` gives the answer, null without one. */
  constructor(private readonly ask: (message: DashboardMessage) => Promise<Record<string, unknown> | null>) {}

  /** Hands a batch over; true when it was acknowledged. */
  async capture(batch: CaptureBatch): Promise<boolean> {
    return (await this.ask({ type: 'capture', batch }))?.ok === true;
  }

  /** Resolves when the background is awake and has opened its store. */
  async wake(): Promise<void> {
    await until('an awake background', async () => (await this.ask({ type: 'hello' }))?.granted === true);
  }
}

/** Speaks in the world of the content script itself, which the DevTools protocol can enter. */
async function inItsWorld(cdp: CDPSession, origin: string, goThere: () => Promise<unknown>): Promise<Dashboard> {
  const contexts = new Map<number, string>();
  cdp.on('Runtime.executionContextCreated', ({ context }) => contexts.set(context.id, context.origin));
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
  await cdp.send('Runtime.enable');
  await goThere();
  const contextId = await until('the content script', () => [...contexts].find(([, one]) => one === origin)?.[0]);
  return new Dashboard(async (message) => {
    const expression = `chrome.runtime.sendMessage(${JSON.stringify(message)}).then((answer) => answer ?? null, () => null)`;
    const asked = { expression, contextId, awaitPromise: true, returnByValue: true };
    return cdp.send('Runtime.evaluate', asked).then(
      ({ result }) => result.value,
      () => null,
    );
  });
}

/** Speaks through a script that the extension puts beside its content script: the same world, by its own means. */
async function fromAnotherPage(lookout: Page, address: string): Promise<Dashboard> {
  const { run } = tabOf(lookout);
  const id = await run<number>('return (await browser.tabs.query({ url: arguments[0] }))[0].id;', address);
  return new Dashboard((message) =>
    run<Record<string, unknown> | null>(
      `const [{ result }] = await browser.scripting.executeScript({ target: { tabId: arguments[0] }, args: [arguments[1]],
         func: (message) => browser.runtime.sendMessage(message).catch(() => null) });
       return result ?? null;`,
      id,
      message,
    ).catch(() => null),
  );
}

export const figure = (value: number) => ({ value, low: value, high: value, raw: String(value) });

/** A file of our own format with `posts` posts that no other number's has. */
export function historyOf(number: number, posts: number): string {
  const rows = Array.from(
    { length: posts },
    (_, at) =>
      `douyin,Mint,7${String(number).padStart(6, '0')}${String(at).padStart(12, '0')},Post ${at},2026-01-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00+08:00,${at}`,
  );
  return `platform,account,post_id,title,published_at,views\r\n${rows.join('\r\n')}\r\n`;
}

/** A batch like those a content script hands over: `size` posts of its own. */
export function batchOf(number: number, size = 25): CaptureBatch {
  const seenAt = new Date(Date.UTC(2026, 5, 1) + number * 60_000).toISOString();
  return {
    id: `kill-batch-${number}`,
    session: 'kill-session',
    page: 'douyin/content-list',
    readings: Array.from({ length: size }, (_, at) => ({
      platform: 'douyin',
      page: 'douyin/content-list',
      account: 'Mint',
      post: {
        id: `7${String(number).padStart(9, '0')}${String(at).padStart(9, '0')}`,
        title: `Post ${at} of batch ${number} 🌿`,
        url: null,
        publishedAt: new Date(Date.UTC(2026, 0, 1) + (number * size + at) * 3_600_000).toISOString(),
        publishedPrecision: 'minute',
        format: 'video',
        durationSeconds: 30,
        status: 'published',
        statusText: null,
        tags: [],
      },
      metrics: { views: figure(number * 1000 + at), likes: figure(at) },
      seenAt,
    })),
    accountReadings: [],
    audienceCurves: [],
    coverage: { expectedTotal: null, captured: size },
  };
}

/** What a reading says of which post and when it was seen, as the end of its line says it. */
const lineOf = (reading: CaptureBatch['readings'][number]) => `#${reading.post.id}|${pack(reading, '').slice(1).join('|')}`;

/** What stands in the store twice, and which acknowledged readings are missing: the same post, moment, page and figures. */
export function faults(lines: readonly string[], acknowledged: Iterable<CaptureBatch>): { twice: string[]; missing: string[] } {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const stored = new Set(lines.map((line) => line.slice(line.indexOf('#'))));
  const missing = [...acknowledged].flatMap((batch) => batch.readings.map(lineOf).filter((line) => !stored.has(line)));
  return { twice: [...counts].filter(([, count]) => count > 1).map(([line]) => line), missing };
}

/** Whether all readings of a batch stand in the store or none of them; throws when only a part does. */
export function stands(lines: readonly string[], batch: CaptureBatch): boolean {
  const { missing } = faults(lines, [batch]);
  if (missing.length > 0 && missing.length < batch.readings.length) throw new Error(`a part of ${batch.id} stands in the store`);
  return missing.length === 0;
}

/**
 * Puts a database of version 1 in place: `posts` histories of `looks` readings each, and `more` histories as they are. Answers how many readings. The lookout stays
 * connected to it until somebody wants to upgrade, and then tells when that began and when it was over: `upgrade()`.
 */
export async function putVersion1(lookout: Page, posts: number, looks: number, more: object[] = []): Promise<number> {
  // The background may open the newest version in between.
  return until('a database of version 1', () => tryPutVersion1(lookout, posts, looks, more));
}

async function tryPutVersion1(lookout: Page, posts: number, looks: number, more: object[]): Promise<number> {
  const packed = (post: number, look: number): PackedReading => [
    `douyin|Mint|#7${String(post).padStart(18, '0')}`,
    new Date(Date.UTC(2026, 0, 1) + look * 86_400_000).toISOString(),
    'douyin/content-list',
    JSON.stringify([
      `7${String(post).padStart(18, '0')}`,
      `Post ${post} 🌿`,
      null,
      new Date(Date.UTC(2024, 0, 1) + post * 3 * 86_400_000).toISOString(),
      'minute',
      'video',
      30,
      'published',
      null,
      [],
    ]),
    JSON.stringify({ views: look * 10 + post }),
  ];
  const rows = Array.from({ length: posts }, (_, post) => ({
    platform: 'douyin',
    scope: '@Mint',
    key: packed(post, 0)[0],
    part: 0,
    readings: Array.from({ length: looks }, (_, look) => packed(post, look)),
  }));
  await tabOf(lookout).run(
    `const [rows] = arguments;
    await new Promise((done, fail) => {
      const asked = indexedDB.deleteDatabase('${DATABASE}');
      asked.onsuccess = done;
      asked.onerror = () => fail(asked.error);
      asked.onblocked = () => fail(new Error('the database is in use'));
    });
    await new Promise((done, fail) => {
      const asked = indexedDB.open('${DATABASE}', 1);
      asked.onerror = () => fail(asked.error);
      asked.onupgradeneeded = () => {
        const db = asked.result;
        db.createObjectStore('batches', { keyPath: ['platform', 'scope', 'id'] });
        db.createObjectStore('histories', { keyPath: ['platform', 'scope', 'key', 'part'] });
        db.createObjectStore('accounts', { keyPath: ['platform', 'scope'] });
        for (const name of ['accountReadings', 'audienceCurves'])
          db.createObjectStore(name, { keyPath: ['platform', 'scope', 'page', 'at', 'print'] });
        db.createObjectStore('labels', { keyPath: 'key' });
        for (const name of ['rules', 'suppressed']) db.createObjectStore(name, { keyPath: 'id' });
        for (const name of ['settings', 'meta']) db.createObjectStore(name, { keyPath: 'key' });
        db.createObjectStore('plan', { keyPath: ['kind', 'id'] });
        db.createObjectStore('imports', { keyPath: 'checksum' });
        db.createObjectStore('reports', { keyPath: 'name' });
        for (const row of rows) asked.transaction.objectStore('histories').put(row);
        asked.transaction.objectStore('accounts').put({ platform: 'douyin', scope: '@Mint', sessions: [] });
      };
      asked.onsuccess = () => {
        const db = asked.result;
        globalThis.upgrade = 'none';
        // Kept, or it may be collected and the connection with it.
        globalThis.connection = db;
        db.onversionchange = () => {
          globalThis.upgrade = 'open';
          db.close();
          // Answered when the upgrade that waits before it is over.
          const after = indexedDB.open('${DATABASE}');
          after.onsuccess = () => {
            globalThis.upgrade = 'over';
            after.result.close();
          };
        };
        done();
      };
    });`,
    [...rows, ...more],
  );
  return posts * looks;
}

/** How far the upgrade of what `putVersion1` put in place is. */
export const upgrade = (lookout: Page) => lookout.evaluate<'none' | 'open' | 'over'>('globalThis.upgrade');
