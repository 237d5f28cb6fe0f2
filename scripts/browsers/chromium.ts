/**
 * Chromium with the built extension, driven through Playwright and the DevTools protocol. No address outside the machine can be
 * resolved; pages come from a handler that answers for the hosts it plays.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Request, type Worker } from 'playwright-core';
import { findBrowsers } from '../setup.mjs';
import { type Page as AnyPage, type BrowserOptions, type BrowserWithExtension, PRESS, type ShadowPart, type Site } from './page';
import { until } from './poll';
import { LISTENING, Watch } from './watch';

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Names cannot be resolved, so nothing leaves the machine. Requests that a route answers need no name. */
const OFFLINE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export class ChromiumWithExtension implements BrowserWithExtension {
  readonly name = 'Chromium';
  readonly context: BrowserContext;
  /** The extension's id: its pages are at `chrome-extension://<id>/…`. */
  readonly id: string;
  readonly #profile: { path: string; temporary: boolean };
  readonly #cdp: CDPSession;
  readonly #watch: Watch | undefined;
  /** What our pages and background asked Playwright for, and what a page of a closed site did though the site does not have it. */
  readonly #asked: readonly string[];

  private constructor(
    context: BrowserContext,
    id: string,
    cdp: CDPSession,
    profile: { path: string; temporary: boolean },
    watch: Watch | undefined,
    asked: readonly string[],
  ) {
    this.#watch = watch;
    this.#asked = asked;
    this.context = context;
    this.id = id;
    this.#cdp = cdp;
    this.#profile = profile;
  }

  static async launch(options: BrowserOptions): Promise<ChromiumWithExtension> {
    const executablePath = chromiumPath();
    const profile = {
      path: options.profile ?? mkdtempSync(join(tmpdir(), 'post-almanac-chromium-')),
      temporary: !options.profile,
    };
    seedProfile(profile.path, options.downloads);
    // Of an earlier run of the same profile.
    rmSync(join(profile.path, LISTENING.file), { force: true });
    const context = await chromium.launchPersistentContext(profile.path, {
      executablePath,
      headless: options.headless ?? true,
      viewport: options.headless === false ? null : { width: 1280, height: 800 },
      ignoreDefaultArgs: ['--disable-extensions'],
      args: [
        ...QUIET,
        OFFLINE,
        '--enable-unsafe-extension-debugging',
        ...(options.watched ? [LISTENING.arg] : []),
        ...(options.locale ? [`--lang=${options.locale}`] : []),
      ],
    });
    const asked: string[] = [];
    try {
      const watch = options.watched ? await Watch.start(profile.path) : undefined;
      await play(context, options.site ?? { answer: () => null }, asked);
      // Over the protocol: branded Chrome has refused `--load-extension` since version 137.
      const loader = await context.browser()?.newBrowserCDPSession();
      if (!loader) throw new Error(`${executablePath} cannot be driven`);
      const { id } = (await loader.send('Extensions.loadUnpacked', { path: options.extension })) as { id: string };
      const started = (worker: Worker) => worker.url().startsWith(`chrome-extension://${id}/`);
      if (!context.serviceWorkers().some(started))
        await context.waitForEvent('serviceworker', { predicate: started, timeout: 30_000 });
      const first = context.pages()[0] ?? (await context.newPage());
      const cdp = await context.newCDPSession(first);
      if (options.downloads) await cdp.send('Browser.setDownloadBehavior', { behavior: 'default' });
      return new ChromiumWithExtension(context, id, cdp, profile, watch, asked);
    } catch (error) {
      await context.close();
      if (profile.temporary) rmSync(profile.path, { recursive: true, force: true });
      throw error;
    }
  }

  url(path: string): string {
    return `chrome-extension://${this.id}/${path.replace(/^\//, '')}`;
  }

  newPage(): Promise<Page> {
    return this.context.newPage();
  }
  async open(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(this.url(path));
    return page;
  }
  async pages(): Promise<Page[]> {
    return this.context.pages();
  }
  async opened(act: () => Promise<void>): Promise<Page> {
    const [page] = await Promise.all([this.context.waitForEvent('page'), act()]);
    return page;
  }

  /** The running service worker; wakes it where it sleeps. */
  async worker(): Promise<Worker> {
    const own = () => this.context.serviceWorkers().find((worker) => worker.url().startsWith(this.url('')));
    return own() ?? (await this.context.waitForEvent('serviceworker', { timeout: 30_000 }));
  }
  async fetchFromBackground(address: string): Promise<'sent' | 'refused'> {
    return (await this.worker()).evaluate(
      (asked) =>
        fetch(asked).then(
          () => 'sent' as const,
          () => 'refused' as const,
        ),
      address,
    );
  }

  /**
   * Says yes in advance: from now on a click in which the extension asks for these hosts is answered without the dialog, which
   * headless Chromium cannot show.
   */
  async approve(...origins: string[]): Promise<void> {
    const manager = await this.context.newPage();
    try {
      await manager.goto('chrome://extensions');
      for (const origin of origins) {
        await manager.evaluate(
          ([id, host]) => (globalThis as never as Extension).chrome.developerPrivate.addHostPermission(id, host),
          [this.id, origin] as const,
        );
      }
    } finally {
      await manager.close();
    }
  }

  async grant(page: AnyPage, ...origins: string[]): Promise<void> {
    await this.approve(...origins);
    const granted = await withGesture(page as Page, `chrome.permissions.request(${JSON.stringify({ origins })})`);
    if (granted !== true) throw new Error(`${origins.join(', ')} was not granted`);
  }

  async withdraw(page: AnyPage, ...origins: string[]): Promise<void> {
    await withGesture(page as Page, `chrome.permissions.remove(${JSON.stringify({ origins })})`);
  }

  async #targets(): Promise<{ targetId: string; type: string; url: string }[]> {
    return (await this.#cdp.send('Target.getTargets')).targetInfos;
  }

  async stopBackground(): Promise<void> {
    const own = () => this.context.serviceWorkers().find((one) => one.url().startsWith(this.url('')));
    const worker = own();
    if (!worker) return;
    // Told by a mark that is gone, not by its absence: a message may start it again at once, under the same name.
    await answerOf(worker, 'globalThis.marked = true');
    await until('the service worker to end', async () => {
      const target = (await this.#targets()).find(({ type, url }) => type === 'service_worker' && url.startsWith(this.url('')));
      if (!target || own() !== worker || (await answerOf(worker, 'globalThis.marked === true')) === false) return true;
      await this.#cdp.send('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined);
      return false;
    });
  }

  /** The side panel is no tab: Playwright does not know it. */
  async panel(path = 'sidepanel.html'): Promise<Target> {
    const tabs = new Set(
      await Promise.all(this.context.pages().map(async (page) => idOfTarget(await this.context.newCDPSession(page)))),
    );
    const panel = await until('the side panel', async () =>
      (await this.#targets()).find((target) => target.url.startsWith(this.url(path)) && !tabs.has(target.targetId)),
    );
    return Target.attach(this.#cdp, panel.targetId);
  }

  async saved(page: AnyPage, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
    const [download] = await Promise.all([(page as Page).waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  }

  errors(page: AnyPage): () => Promise<string[]> {
    const errors: string[] = [];
    (page as Page).on('pageerror', (error) => errors.push(String(error)));
    return async () => errors;
  }

  async setTimezone(page: AnyPage, timezoneId: string): Promise<void> {
    this.#timezones ??= await this.context.newCDPSession(page as Page);
    await this.#timezones.send('Emulation.setTimezoneOverride', { timezoneId });
  }
  /** What a session has set lasts as long as the session. */
  #timezones: CDPSession | undefined;

  async inspect<T>(page: AnyPage, source: string, expression: string): Promise<T> {
    await page.evaluate(source);
    return page.evaluate<T>(expression);
  }

  async unnamed(page: AnyPage): Promise<string[]> {
    const cdp = await this.context.newCDPSession(page as Page);
    try {
      const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: ToldNode[] };
      const nameless = nodes.filter(
        ({ ignored, role, name }) => !ignored && NAMED.has(role?.value ?? '') && !name?.value?.trim(),
      );
      return await Promise.all(
        nameless.map(async ({ backendDOMNodeId }) => {
          const { outerHTML } = await cdp.send('DOM.getOuterHTML', { backendNodeId: backendDOMNodeId ?? 0 });
          return outerHTML.slice(0, 160);
        }),
      );
    } finally {
      await cdp.detach();
    }
  }

  async shadowText(page: AnyPage, host: string): Promise<string | null> {
    const cdp = await this.context.newCDPSession(page as Page);
    try {
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const found = find(root, (node) => node.localName === host);
      if (!found) return null;
      return found.shadowRoots?.map(visibleText).join('\n') ?? '';
    } finally {
      await cdp.detach();
    }
  }

  async shadowParts(page: AnyPage, host: string, className: string): Promise<ShadowPart[]> {
    const cdp = await this.context.newCDPSession(page as Page);
    try {
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const inner = find(root, (node) => node.localName === host)?.shadowRoots?.[0];
      const parts: ShadowPart[] = [];
      for (const node of inner ? findAll(inner, (one) => classesOf(one).includes(className)) : []) {
        // A part that is hidden, or gone meanwhile, has no box.
        const box = await cdp.send('DOM.getBoxModel', { backendNodeId: node.backendNodeId }).catch(() => null);
        if (!box) continue;
        const [left = 0, top = 0, , , right = 0, bottom = 0] = box.model.border;
        parts.push({ label: attributeOf(node, 'aria-label') ?? '', classes: classesOf(node), left, top, right, bottom });
      }
      return parts;
    } finally {
      await cdp.detach();
    }
  }

  async clickInShadow(page: AnyPage, host: string, text = ''): Promise<void> {
    const cdp = await this.context.newCDPSession(page as Page);
    try {
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const found = find(root, (node) => node.localName === host)?.shadowRoots?.[0];
      const button = found && find(found, (node) => node.localName === 'button' && visibleText(node).includes(text), isShown);
      if (!button) throw new Error(`no button "${text}" in ${host}`);
      const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: button.backendNodeId });
      const [left = 0, top = 0, , , right = 0, bottom = 0] = model.content;
      await page.mouse.click((left + right) / 2, (top + bottom) / 2);
    } finally {
      await cdp.detach();
    }
  }

  async pressByScript(page: AnyPage, host: string): Promise<string[]> {
    const cdp = await this.context.newCDPSession(page as Page);
    try {
      const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
      const inner = find(root, (node) => node.localName === host)?.shadowRoots?.[0];
      const buttons = inner ? findAll(inner, ({ localName }) => localName === 'button') : [];
      for (const { backendNodeId } of buttons) {
        // In the page's own world.
        const { object } = await cdp.send('DOM.resolveNode', { backendNodeId });
        await cdp.send('Runtime.callFunctionOn', { objectId: object.objectId ?? '', functionDeclaration: PRESS });
      }
      return buttons.map(visibleText);
    } finally {
      await cdp.detach();
    }
  }

  async update(page: AnyPage): Promise<void> {
    await page.evaluate('setTimeout(() => chrome.runtime.reload())');
    await until('the old version to go', () => (page as Page).isClosed());
  }

  async turn(on: boolean): Promise<void> {
    const switches = await this.newPage();
    await switches.goto('chrome://extensions');
    await switches.evaluate(`chrome.management.setEnabled('${this.id}', ${on})`);
    await switches.close();
  }

  /** Found beforehand: the answered function asks nobody anything. */
  async aim(): Promise<() => Promise<void>> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    const main = processInfo.find(({ type }) => type === 'browser');
    if (!main) throw new Error('no browser process');
    return async () => {
      const gone = new Promise((done) => this.context.once('close', done));
      process.kill(main.id, 'SIGKILL');
      await gone;
      // The other processes of the browser notice a moment later.
      await new Promise((done) => setTimeout(done, 200));
    };
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.#profile.temporary) rmSync(this.#profile.path, { recursive: true, force: true, maxRetries: 5 });
    const requests = [...new Set([...((await this.#watch?.requests()) ?? []), ...this.#asked])];
    if (requests.length > 0) throw new Error(`The extension reached for the network: ${requests.join(', ')}`);
  }
}

/** The same browser without the extension, for looking at staged pages by themselves. With a `profile`, what it stores is on the disk. */
export async function launchPlainChromium(
  site: Site,
  { profile, args = [] }: { profile?: string; args?: readonly string[] } = {},
): Promise<BrowserContext> {
  const how = { executablePath: chromiumPath(), headless: true, args: [...QUIET, OFFLINE, ...args] };
  const viewport = { width: 1280, height: 800 };
  if (profile) {
    const context = await chromium.launchPersistentContext(profile, { ...how, viewport });
    await play(context, site);
    return context;
  }
  const browser = await chromium.launch(how);
  const context = await browser.newContext({ viewport });
  context.on('close', () => void browser.close());
  await play(context, site);
  return context;
}

function chromiumPath(): string {
  const path = findBrowsers().chromium;
  if (!path) throw new Error('No Chromium, Chrome or Edge was found. Install one, or set CHROME_PATH.');
  return path;
}

interface Extension {
  chrome: { developerPrivate: { addHostPermission(id: string, host: string): Promise<void> } };
}

/** The value of an expression in a worker; null where it does not answer, because it is ending. */
function answerOf(worker: Worker, expression: string): Promise<unknown> {
  return Promise.race([worker.evaluate(expression).catch(() => null), new Promise((done) => setTimeout(done, 2000, null))]);
}

/** Evaluates as if the user had just clicked. */
async function withGesture(page: Page, expression: string): Promise<unknown> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      userGesture: true,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await cdp.detach();
  }
}

/** Developer mode, so that a reload of the unpacked extension does not turn it off; downloads without asking. */
function seedProfile(profile: string, downloads: string | undefined): void {
  const folder = join(profile, 'Default');
  mkdirSync(folder, { recursive: true });
  const preferences = {
    extensions: { ui: { developer_mode: true } },
    ...(downloads ? { download: { default_directory: downloads, prompt_for_download: false } } : {}),
  };
  const file = join(folder, 'Preferences');
  // A profile that was opened before has its own.
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(preferences));
}

/**
 * Leads the requests of pages and workers to the site; what it does not answer for fails. `asked`: those of an extension, and what a
 * page asked a closed site for that the site does not have.
 */
async function play(context: BrowserContext, site: Site, asked: string[] = []): Promise<void> {
  await context.route(/^https?:/, async (route) => {
    const request = route.request();
    const from = askedBy(request);
    const answer = site.answer(request.url());
    const isThere = answer !== null && answer.status !== 404;
    if (from.startsWith('chrome-extension:')) asked.push(`${request.url()} from ${from}`);
    else if (site.closed && !isThere && !request.isNavigationRequest()) asked.push(`${request.url()} from a staged page`);
    await (answer ? route.fulfill(answer) : route.abort('namenotresolved'));
  });
}

/** The address of the page or worker that made a request; '' for going to a page. */
function askedBy(request: Request): string {
  const worker = request.serviceWorker();
  if (worker) return worker.url();
  const frame = frameOf(request);
  return frame === null || (request.isNavigationRequest() && frame.parentFrame() === null) ? '' : frame.url();
}

/** Null for the first request of a tab that a link just opened: it is on its way before its frame is known. */
function frameOf(request: Request) {
  try {
    return request.frame();
  } catch (error) {
    if (request.isNavigationRequest()) return null;
    throw error;
  }
}

async function idOfTarget(session: CDPSession): Promise<string> {
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

interface DomNode {
  localName: string;
  nodeType: number;
  nodeValue: string;
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
  contentDocument?: DomNode;
}

/** Roles whose name is what a screen reader says of them. */
const NAMED = new Set(
  'image img table grid button link checkbox radio switch combobox listbox textbox searchbox spinbutton slider tab tabpanel dialog progressbar meter navigation region radiogroup DisclosureTriangle'.split(
    ' ',
  ),
);
interface ToldNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value?: string };
  backendDOMNodeId?: number;
}

const isShown = (node: DomNode) => !node.attributes?.includes('hidden');

/** The first node in document order; nothing is looked for inside nodes that are not `open`. */
function find(node: DomNode, wanted: (node: DomNode) => boolean, open: (node: DomNode) => boolean = () => true): DomNode | null {
  if (!open(node)) return null;
  if (wanted(node)) return node;
  for (const child of [
    ...(node.shadowRoots ?? []),
    ...(node.children ?? []),
    ...(node.contentDocument ? [node.contentDocument] : []),
  ]) {
    const found = find(child, wanted, open);
    if (found) return found;
  }
  return null;
}

function findAll(node: DomNode, wanted: (node: DomNode) => boolean): DomNode[] {
  return [...(wanted(node) ? [node] : []), ...(node.children ?? []).flatMap((child) => findAll(child, wanted))];
}
function attributeOf({ attributes = [] }: DomNode, name: string): string | undefined {
  const at = attributes.findIndex((text, index) => index % 2 === 0 && text === name);
  return at < 0 ? undefined : attributes[at + 1];
}
const classesOf = (node: DomNode) => (attributeOf(node, 'class') ?? '').split(' ').filter(Boolean);

const TEXT_NODE = 3;
function visibleText(node: DomNode): string {
  if (node.nodeType === TEXT_NODE) return node.nodeValue;
  if (node.localName === 'style' || node.attributes?.includes('hidden')) return '';
  return (node.children ?? []).map(visibleText).filter(Boolean).join(' ');
}

/** A target of the DevTools protocol that Playwright has no page for. */
export class Target {
  readonly #browser: CDPSession;
  readonly #session: string;
  #last = 0;
  readonly #waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>();

  private constructor(browser: CDPSession, session: string) {
    this.#browser = browser;
    this.#session = session;
    browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId !== session) return;
      const { id, result, error } = JSON.parse(message) as { id?: number; result?: unknown; error?: { message: string } };
      const waiting = id === undefined ? undefined : this.#waiting.get(id);
      if (id === undefined || !waiting) return;
      this.#waiting.delete(id);
      if (error) waiting.fail(new Error(error.message));
      else waiting.done(result);
    });
  }

  static async attach(browser: CDPSession, targetId: string): Promise<Target> {
    // Not flattened: Playwright would throw away messages of a session it did not open.
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new Target(browser, sessionId);
  }

  send(method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#last;
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      this.#browser
        .send('Target.sendMessageToTarget', { sessionId: this.#session, message: JSON.stringify({ id, method, params }) })
        .catch(fail);
    });
  }

  /** Evaluates an expression and gives its value as data. */
  async evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as {
      result: { value: T };
      exceptionDetails?: { text: string; exception?: { description?: string } };
    };
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Writes a PNG. */
  async screenshot(path: string): Promise<void> {
    const { data } = (await this.send('Page.captureScreenshot', { format: 'png' })) as { data: string };
    writeFileSync(path, Buffer.from(data, 'base64'));
  }
}
