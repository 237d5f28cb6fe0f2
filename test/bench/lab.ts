/** A browser page to measure in that has nothing in it but one bundled script: an origin with IndexedDB and workers, and no policy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { launchPlainChromium } from '../../scripts/browsers/chromium';
import { bundle } from '../../scripts/run.mjs';

const ORIGIN = 'https://bench.example';

export interface Lab {
  /** Calls a function that the script has put on `globalThis`, and gives what it answers. */
  call<T>(name: string, ...args: unknown[]): Promise<T>;
  /** Loads the page anew: nothing of the script is left, what was stored is. */
  fresh(): Promise<void>;
  /** Of the page's thread; for a script that does not run in a worker. */
  profiler(): Promise<CDPSession>;
  close(): Promise<void>;
}

/** `script`: a file in `test/bench/in-page/`. `inWorker`: it runs in a worker, as the engine does. */
export async function openLab(script: string, { inWorker = false } = {}): Promise<Lab> {
  const source = await readFile(await bundle(`test/bench/in-page/${script}`, { browser: true }), 'utf8');
  const give = (type: string, body: string) => ({ status: 200, headers: { 'content-type': `${type}; charset=utf-8` }, body });
  const profile = mkdtempSync(join(tmpdir(), 'post-almanac-bench-'));
  const site = {
    answer: (address: string) => {
      if (!address.startsWith(ORIGIN)) return null;
      if (address.endsWith('/script.js')) return give('text/javascript', source);
      if (address.endsWith('/worker.js')) return give('text/javascript', `${source}\n${ANSWERING}`);
      return give('text/html', inWorker ? `<script>${ASKING}</script>` : '<script src="/script.js"></script>');
    },
  };
  const context = await launchPlainChromium(site, { profile, args: ['--enable-precise-memory-info', '--js-flags=--expose-gc'] });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(ORIGIN);
  return {
    call: (name, ...args) =>
      page.evaluate(
        ([called, given, ask]) => {
          const here = globalThis as never as Record<string, (...all: readonly unknown[]) => unknown>;
          return ask ? here.ask?.(called, given) : here[called]?.(...given);
        },
        [name, args, inWorker] as const,
      ) as never,
    fresh: async () => void (await page.goto(ORIGIN)),
    profiler: async () => {
      const session = await context.newCDPSession(page);
      await session.send('Profiler.enable');
      return session;
    },
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** In the page: every name is a question to the worker. */
const ASKING = `
  const worker = new Worker('/worker.js');
  const waiting = new Map();
  let last = 0;
  worker.onmessage = ({ data: { id, answer, error } }) => {
    const { done, fail } = waiting.get(id);
    waiting.delete(id);
    if (error) fail(new Error(error)); else done(answer);
  };
  globalThis.ask = (name, args) => new Promise((done, fail) => {
    waiting.set(++last, { done, fail });
    worker.postMessage({ id: last, name, args });
  });`;
const ANSWERING = `
  onmessage = async ({ data: { id, name, args } }) => {
    try { postMessage({ id, answer: await globalThis[name](...args) }); }
    catch (error) { postMessage({ id, error: String(error.stack ?? error) }); }
  };`;
