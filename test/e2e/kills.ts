/**
 * A browser with the extension that is killed again and again, and what must hold after each kill: the store opens, and every reading
 * that was acknowledged is there exactly once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import type { CaptureBatch } from '../../core/messages';
import type { PackedReading } from '../../core/store/pack';
import { DATABASE } from '../../core/store/schema';
import { ChromiumWithExtension, tabOf } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { Stage } from '../stage/stage';
import { CHROMIUM_BUILD, halfAYear, hostsOf, QUIET_PLACE } from './almanac';

export const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
export const random = (most: number) => Math.floor(Math.random() * most);

/** One profile, opened and killed many times. */
export class Profile {
  readonly path = mkdtempSync(join(tmpdir(), 'post-almanac-kill-'));
  readonly stage = new Stage({
    accounts: [{ platform: 'douyin', name: 'Mint', posts: halfAYear('douyin', 'Mint', 1) }],
  });

  async open(locale?: string): Promise<Living> {
    const browser = await ChromiumWithExtension.launch({
      extension: CHROMIUM_BUILD,
      site: this.stage,
      profile: this.path,
      ...(locale ? { locale } : {}),
    });
    const lookout = await browser.open(QUIET_PLACE);
    // A browser that was killed may have forgotten what it was granted a moment before.
    const origins = hostsOf('douyin');
    const granted = await tabOf(lookout).run(`return chrome.permissions.contains(${JSON.stringify({ origins })})`);
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
    readonly browser: ChromiumWithExtension,
    readonly lookout: Page,
    private readonly stage: Stage,
  ) {}

  /** Without what the dashboard itself shows. */
  async lines(): Promise<{ version: number; lines: string[] }> {
    const { version, lines } = await tabOf(this.lookout).run<{ version: number; lines: string[] }>(LINES);
    const shown = this.stage.expected('douyin/content-list').map(({ post }) => JSON.stringify(post.title));
    return { version, lines: lines.filter((line) => !shown.some((title) => line.includes(title))) };
  }

  /** Stops the service worker at once, whatever it is doing. Answers nothing: it may start again before one could look. */
  async stopWorker(): Promise<void> {
    this.cdp ??= await this.browser.context.newCDPSession(this.lookout);
    await this.cdp.send('ServiceWorker.enable');
    await this.cdp.send('ServiceWorker.stopAllWorkers');
  }

  /** The dashboard's content script, to speak as it does. */
  async dashboard(): Promise<Dashboard> {
    const page = await this.browser.context.newPage();
    const cdp = await this.browser.context.newCDPSession(page);
    const contexts = new Map<number, string>();
    cdp.on('Runtime.executionContextCreated', ({ context }) => contexts.set(context.id, context.origin));
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => contexts.delete(executionContextId));
    await cdp.send('Runtime.enable');
    await page.goto(this.stage.address('douyin/content-list'));
    const id = await until(
      'the content script',
      () => [...contexts].find(([, origin]) => origin === this.browser.url('').replace(/\/$/, ''))?.[0],
    );
    return new Dashboard(cdp, id);
  }

  /** The browser's processes end at once, as when the power goes. */
  async kill(): Promise<void> {
    await (await this.aim())();
  }

  /** Finds what to kill beforehand: the answered function kills without asking anybody anything. */
  async aim(): Promise<() => Promise<void>> {
    const session = await this.browser.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('no browser process');
    return () => this.killProcess(main.id);
  }

  private async killProcess(id: number): Promise<void> {
    const gone = new Promise((done) => this.browser.context.once('close', done));
    process.kill(id, 'SIGKILL');
    await gone;
    // The other processes of the browser notice a moment later.
    await wait(200);
  }
}

export class Dashboard {
  constructor(
    private readonly cdp: CDPSession,
    private readonly contextId: number,
  ) {}

  /** Hands a batch over; true when it was acknowledged. */
  async capture(batch: CaptureBatch): Promise<boolean> {
    const message = JSON.stringify({ type: 'capture', batch });
    try {
      const { result } = await this.cdp.send('Runtime.evaluate', {
        expression: `chrome.runtime.sendMessage(${message}).then((answer) => answer?.ok === true, () => false)`,
        contextId: this.contextId,
        awaitPromise: true,
        returnByValue: true,
      });
      return result.value === true;
    } catch {
      return false;
    }
  }
}

const figure = (value: number) => ({ value, low: value, high: value, raw: String(value) });

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

/** What stands in the store twice, and which acknowledged posts are missing. */
export function faults(lines: readonly string[], acknowledged: Iterable<CaptureBatch>): { twice: string[]; missing: string[] } {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  const ids = new Set(lines.map((line) => /#(\d+)\|/.exec(line)?.[1]));
  const missing = [...acknowledged].flatMap((batch) =>
    batch.readings.map(({ post }) => post.id ?? '').filter((id) => !ids.has(id)),
  );
  return { twice: [...counts].filter(([, count]) => count > 1).map(([line]) => line), missing };
}

/**
 * Puts a database of version 1 in place: `posts` histories of `looks` readings each. Answers how many readings. The lookout stays
 * connected to it until somebody wants to upgrade, and then tells when that began and when it was over: `upgrade()`.
 */
export async function putVersion1(lookout: Page, posts: number, looks: number): Promise<number> {
  // The background may open the newest version in between.
  return until('a database of version 1', () => tryPutVersion1(lookout, posts, looks));
}

async function tryPutVersion1(lookout: Page, posts: number, looks: number): Promise<number> {
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
    rows,
  );
  return posts * looks;
}

/** How far the upgrade of what `putVersion1` put in place is. */
export const upgrade = (lookout: Page) => lookout.evaluate<'none' | 'open' | 'over'>('globalThis.upgrade');
