/**
 * Runs on a dashboard whose host the user granted: reads what is visible, hands it over, shows the pill. It sends nothing to the
 * page's platform, scrolls nothing and clicks nothing.
 */
import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { createPageReader } from '../../core/dashboards';
import { hostAt } from '../../core/dashboards/hosts';
import type { Answers, DashboardMessage, TabMessage, TabStatus } from '../../core/messages';
import type { PageRead } from '../../core/model/reading';
import { createOverlay, type Overlay } from './overlay';
import { PauseGuard } from './pause';
import { CaptureQueue } from './queue';
import { watch } from './watch';

/** Set on this script's own world while one of us runs in it. */
const RUNNING = Symbol.for('post-almanac dashboard');
const world = globalThis as unknown as Record<symbol, { alive(): boolean; stop(): void } | undefined>;

/** Milliseconds between looks whether the extension still stands behind this script. */
const HEARTBEAT = 5000;

const send = <T extends DashboardMessage>(message: T) => browser.runtime.sendMessage(message) as Promise<Answers[T['type']]>;
/** False once the extension was updated, reloaded or removed. */
const connected = () => {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
};

export default defineContentScript({
  registration: 'runtime',
  async main(ctx) {
    const host = hostAt(location.href);
    if (!host || window.top !== window) return;
    const other = world[RUNNING];
    if (other?.alive()) return;
    other?.stop();
    const ending = new AbortController();
    world[RUNNING] = { alive: () => !ending.signal.aborted && connected(), stop: () => ending.abort() };
    ctx.onInvalidated(() => ending.abort());
    await run(ctx, host.platform, ending);
  },
});

async function run(ctx: ContentScriptContext, platform: TabStatus['platform'], ending: AbortController): Promise<void> {
  const { signal } = ending;
  const hello = await send({ type: 'hello' }).catch(() => undefined);
  if (!hello?.granted || signal.aborted) return ending.abort();

  const reader = createPageReader({ now: () => Date.now(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const session = crypto.randomUUID();
  let overlay: Overlay | undefined;
  let read: PageRead | undefined;
  let newPosts = 0;
  let problem: string | null = null;
  let paused = false;
  const guard = new PauseGuard();
  /** Posts of the present list seen since it was opened: a virtual list holds only some of them at a time. */
  let seen = new Set<string>();
  let seenOf: string | undefined;

  const status = (): TabStatus => ({
    platform: read?.readings[0]?.platform ?? platform,
    page: read?.page ?? null,
    status: read?.status ?? 'not-a-dashboard',
    coverage: { expectedTotal: read?.expectedTotal ?? null, captured: seen.size },
    newPosts,
    waiting: queue.waiting,
    refused: read?.refused ?? [],
    problem,
    paused,
  });
  const show = () => {
    if (!read || read.status === 'not-a-dashboard') {
      overlay?.remove();
      overlay = undefined;
      return;
    }
    if (!hello.overlay) return;
    overlay ??= createOverlay(hello, () => void send({ type: 'open-panel' }).catch(lost));
    overlay.show(status());
  };

  const lost = () => {
    if (connected() || signal.aborted) return;
    ending.abort();
    overlay?.contextLost();
  };
  const queue = new CaptureQueue({
    session,
    send: (batch) => send({ type: 'capture', batch }),
    onSent: (sent) => {
      newPosts += sent.newPosts;
      problem = null;
      show();
    },
    onProblem: (text, final) => {
      if (!connected()) return lost();
      if (final && text === 'withdrawn') return quiet();
      problem = text;
      show();
    },
    newId: () => crypto.randomUUID(),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  });
  const quiet = () => {
    ending.abort();
    overlay?.remove();
  };

  const look = () => {
    if (!connected()) return lost();
    const address = location.href;
    read = reader.read(document, address);
    const list = [address, read.page, read.readings[0]?.account].join('\u0000');
    if (list !== seenOf) seen = new Set();
    seenOf = list;
    for (const { post } of read.readings) seen.add(post.id ?? `${post.publishedAt}\u0000${post.title}`);
    paused = guard.paused(read);
    if (!paused) queue.add(read, { expectedTotal: read.expectedTotal, captured: seen.size });
    show();
  };

  const watcher = watch({ roots: () => reader.roots(document, location.href), look, signal });
  // Client-side navigation changes the address before the list: one more look after the new list had time to come.
  ctx.addEventListener(window, 'wxt:locationchange', () => watcher.soon(), { signal });
  ctx.setInterval(lost, HEARTBEAT);

  const listener = (message: TabMessage, _sender: unknown, sendResponse: (answer: unknown) => void): true | undefined => {
    if (message.type === 'tab-status') sendResponse(status());
    else if (message.type === 'withdrawn') {
      send({ type: 'hello' }).then(
        (answer) => answer.granted || quiet(),
        () => undefined,
      );
    }
    return undefined;
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal.addEventListener('abort', () => {
    queue.stop();
    if (connected()) browser.runtime.onMessage.removeListener(listener as never);
  });
}
