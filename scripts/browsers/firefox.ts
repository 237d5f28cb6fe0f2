/**
 * Firefox with the built extension, driven over Marionette: everything is done by a script inside the browser (`in-firefox.js`). Pages
 * come through a local proxy that knows no other hosts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers, ROOT } from '../setup.mjs';
import { FirefoxPage } from './firefox-page';
import { Marionette } from './marionette';
import { type BrowserOptions, type BrowserWithExtension, type Page, PRESS, type ShadowPart } from './page';
import { until } from './poll';
import { engineSource } from './selectors';

type Preferences = Record<string, string | number | boolean>;

/** In the profile: what the extension asked the network for, a line each. */
const REQUESTS = 'requests-of-the-extension';

/** Pages of the extension get this fixed name instead of a random one. */
const UUID = '5e3f6f0a-8c1d-4b7e-9a52-0d4c8b1f2a67';

/** Nothing that Firefox asks of the network by itself, and no first-run pages. */
const QUIET: Preferences = {
  'accessibility.tabfocus': 7,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  // Not even when memory is short: a page of a test stays.
  'browser.tabs.unloadOnLowMemory': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  // On a busy machine a script takes longer than a browser has patience for.
  'dom.max_chrome_script_run_time': 0,
  'dom.max_ext_content_script_run_time': 0,
  'dom.max_script_run_time': 0,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': '',
};

export interface FirefoxOptions extends Omit<BrowserOptions, 'site'> {
  /** Port of a CONNECT proxy on this machine. */
  proxy?: number;
}

export class FirefoxWithExtension implements BrowserWithExtension {
  readonly name = 'Firefox';
  readonly #process: ChildProcess;
  readonly #link: Marionette;
  readonly #profile: { path: string; temporary: boolean };
  #downloads: string;
  /** Of the extension. */
  #folder: string;

  private constructor(
    process: ChildProcess,
    link: Marionette,
    profile: { path: string; temporary: boolean },
    downloads: string,
    folder: string,
  ) {
    this.#process = process;
    this.#link = link;
    this.#profile = profile;
    this.#downloads = downloads;
    this.#folder = folder;
  }

  static async launch(options: FirefoxOptions): Promise<FirefoxWithExtension> {
    const executable = findBrowsers().firefox;
    if (!executable) throw new Error('No Firefox was found. Install one, or set FIREFOX_PATH.');
    const id = idOfExtension(options.extension);
    const profile = {
      path: options.profile ?? mkdtempSync(join(tmpdir(), 'post-almanac-firefox-')),
      temporary: !options.profile,
    };
    const downloads = options.downloads ?? mkdtempSync(join(profile.path, 'downloads-'));
    // Of an earlier run of the same profile.
    rmSync(join(profile.path, REQUESTS), { force: true });
    const port = await freePort();
    const preferences: Preferences = {
      ...QUIET,
      'browser.download.dir': downloads,
      'browser.download.folderList': 2,
      'browser.download.useDownloadDir': true,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      // The click on the extension's button is enough.
      'extensions.webextOptionalPermissionPrompts': false,
      'marionette.port': port,
      // A temporary extension is installed anew at every start, and must find what it has stored.
      'extensions.webextensions.keepStorageOnUninstall': !profile.temporary,
      'extensions.webextensions.keepUuidOnUninstall': true,
      ...(options.proxy
        ? { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': options.proxy }
        : {}),
      ...(options.locale ? { 'intl.accept_languages': options.locale, 'intl.locale.requested': options.locale } : {}),
    };
    writeFileSync(
      join(profile.path, 'user.js'),
      Object.entries(preferences)
        .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
        .join(''),
    );
    const args = [
      '--marionette',
      '--remote-allow-system-access',
      ...((options.headless ?? true) ? ['--headless'] : []),
      '--no-remote',
      '--profile',
      profile.path,
    ];
    // In a group of its own, so that it can be ended with all its processes at once.
    const process = spawn(executable, args, {
      stdio: 'ignore',
      detached: true,
      env: {
        ...globalThis.process.env,
        MOZ_CRASHREPORTER_DISABLE: '1',
        MOZ_HEADLESS_WIDTH: '1600',
        MOZ_HEADLESS_HEIGHT: '1200',
      },
    });
    // A run that is cut short leaves no browser behind.
    const endIt = () => end(process);
    globalThis.process.once('exit', endIt);
    process.once('exit', () => globalThis.process.off('exit', endIt));
    let link: Marionette | undefined;
    try {
      link = await Marionette.open(port, () => process.exitCode === null);
      // Flat, not under `capabilities`: the nested form is silently ignored.
      await link.send('WebDriver:NewSession', { acceptInsecureCerts: true, timeouts: { script: 240_000 } });
      await link.send('Marionette:SetContext', { value: 'chrome' });
      const inside = readFileSync(join(ROOT, 'scripts', 'browsers', 'in-firefox.js'), 'utf8');
      await link.run(inside, id, engineSource(), join(profile.path, REQUESTS));
      const browser = new FirefoxWithExtension(process, link, profile, downloads, options.extension);
      await browser.#inside('install', options.extension);
      return browser;
    } catch (error) {
      link?.end();
      end(process);
      if (profile.temporary) rmSync(profile.path, { recursive: true, force: true, maxRetries: 5 });
      throw error;
    }
  }

  #inside<T>(verb: string, ...args: unknown[]): Promise<T> {
    return this.#link.run<T>('const [verb, ...rest] = arguments; return inside[verb](...rest);', verb, ...args);
  }
  #page(id: number): FirefoxPage {
    return new FirefoxPage(id, (verb, ...args) => this.#inside(verb, ...args));
  }
  /** Looks at a page with more rights than it has itself: `script` is the body of a function that may enter closed shadow roots. */
  #look<T>(page: Page, script: string, ...args: unknown[]): Promise<T> {
    return this.#inside('look', idOf(page), script, ...args);
  }

  async update(page: Page): Promise<void> {
    await this.#inside('update', this.#folder);
    await page.close();
  }
  turn(on: boolean): Promise<void> {
    return this.#inside('turn', on);
  }
  /** Everything as after a start with a fresh profile, in a fraction of the time. */
  async renew(options: Pick<FirefoxOptions, 'extension' | 'downloads'>): Promise<void> {
    this.#downloads = options.downloads ?? mkdtempSync(join(this.#profile.path, 'downloads-'));
    this.#folder = options.extension;
    await this.#inside('renew', this.#folder, this.#downloads);
  }

  url(path: string): string {
    return `moz-extension://${UUID}/${path.replace(/^\//, '')}`;
  }
  async newPage(): Promise<Page> {
    const page = this.#page(await this.#inside('open'));
    await page.setViewportSize({ width: 1280, height: 800 });
    return page;
  }
  async open(path: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(this.url(path));
    return page;
  }
  async pages(): Promise<Page[]> {
    return (await this.#inside<number[]>('pages')).map((id) => this.#page(id));
  }
  async opened(act: () => Promise<void>): Promise<Page> {
    const before = await this.#inside('pages');
    await act();
    return this.#page(await this.#inside('newPage', before));
  }

  /** Nothing to do: no dialog comes up. */
  async approve(): Promise<void> {}
  grant(_page: Page, ...origins: string[]): Promise<void> {
    return this.#inside('permit', 'add', origins);
  }
  withdraw(_page: Page, ...origins: string[]): Promise<void> {
    return this.#inside('permit', 'remove', origins);
  }
  stopBackground(): Promise<void> {
    return this.#inside('stopBackground');
  }
  async panel(): Promise<Page> {
    return this.#page(await this.#inside('sidebar'));
  }

  async fetchFromBackground(address: string): Promise<'sent' | 'refused'> {
    const page = await this.open('manifest.json');
    const said = await page.evaluate<'sent' | 'refused'>(
      `browser.runtime.getBackgroundPage().then((background) => background.fetch(${JSON.stringify(address)})).then(() => 'sent', () => 'refused')`,
    );
    await page.close();
    return said;
  }

  async saved(_page: Page, act: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
    const there = new Set(readdirSync(this.#downloads));
    await act();
    const name = await until('the file', () => {
      const files = readdirSync(this.#downloads).filter((one) => !there.has(one));
      return !files.some((one) => one.endsWith('.part')) && files.find((one) => statOf(join(this.#downloads, one)) > 0);
    });
    return { name, content: readFileSync(join(this.#downloads, name)) };
  }

  errors(page: Page): () => Promise<string[]> {
    return () => this.#inside('errorsOf', idOf(page));
  }
  setTimezone(page: Page, timezone: string): Promise<void> {
    return this.#inside('emulate', idOf(page), { timezone });
  }
  inspect<T>(page: Page, source: string, expression: string): Promise<T> {
    return this.#look(
      page,
      `const world = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: true, wantComponents: false, sameZoneAs: window });
       Cu.evalInSandbox(arguments[0], world);
       return JSON.parse(await Cu.evalInSandbox('(async () => JSON.stringify(await (' + arguments[1] + ')))()', world));`,
      source,
      expression,
    );
  }
  /** As Firefox's own accessibility service has it. */
  unnamed(page: Page): Promise<string[]> {
    return this.#look(page, UNNAMED);
  }

  shadowText(page: Page, host: string): Promise<string | null> {
    return this.#look(
      page,
      `${IN_SHADOW} const inner = enter(arguments[0]); return inner === undefined ? null : inner ? textOf(inner) : '';`,
      host,
    );
  }
  shadowParts(page: Page, host: string, className: string): Promise<ShadowPart[]> {
    return this.#look(
      page,
      `${IN_SHADOW}
       return [...(enter(arguments[0])?.querySelectorAll('*') ?? [])]
         .filter((part) => part.classList.contains(arguments[1]) && part.getClientRects().length > 0)
         .map((part) => {
           const { left, top, right, bottom } = part.getBoundingClientRect();
           return { label: part.getAttribute('aria-label') ?? '', classes: [...part.classList], left, top, right, bottom };
         });`,
      host,
      className,
    );
  }
  async clickInShadow(page: Page, host: string, text = ''): Promise<void> {
    const { x, y } = await this.#look<{ x: number; y: number }>(
      page,
      `${IN_SHADOW}
       const [host, text] = arguments;
       const button = [...(enter(host)?.querySelectorAll('button') ?? [])].find((one) => !one.closest('[hidden]') && textOf(one).includes(text));
       if (!button) throw new Error('no button "' + text + '" in ' + host);
       const { left, top, width, height } = button.getBoundingClientRect();
       return { x: left + width / 2, y: top + height / 2 };`,
      host,
      text,
    );
    await page.mouse.click(x, y);
  }

  pressByScript(page: Page, host: string): Promise<string[]> {
    return this.#look(
      page,
      // What does it must have no more rights than the page, or the press counts as a person's.
      `${IN_SHADOW}
       const world = new Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false, wantComponents: false, sameZoneAs: window });
       const press = Cu.evalInSandbox('(button) => (' + arguments[1] + ').call(button)', world);
       const buttons = [...(enter(arguments[0])?.querySelectorAll('button') ?? [])];
       for (const button of buttons) press(button);
       return buttons.map(textOf);`,
      host,
      PRESS,
    );
  }

  async aim(): Promise<() => Promise<void>> {
    return async () => {
      const ended = this.#ended();
      end(this.#process);
      await ended;
      this.#link.end();
      await this.#whenClosed();
      // What is told while it runs died with it.
      const told = join(this.#profile.path, REQUESTS);
      if (existsSync(told)) expectNone(readFileSync(told, 'utf8').trim().split('\n'));
    };
  }
  /** What has to be shut with the browser. */
  onClose(shut: () => Promise<void>): void {
    this.#whenClosed = shut;
  }
  #whenClosed: () => Promise<void> = async () => {};

  #ended(): Promise<void> {
    return new Promise((done) => {
      if (this.#process.exitCode !== null || this.#process.signalCode !== null) done();
      else this.#process.once('exit', () => done());
    });
  }

  /** After `keep`, `close` closes nothing, so that the browser can be renewed and used again; `end` does. */
  keep(): void {
    this.#kept = true;
  }
  #kept = false;

  async close(): Promise<void> {
    if (this.#kept) expectNone(await this.#inside('requests'));
    else await this.end();
  }

  async end(): Promise<void> {
    const requests = await this.#inside<string[]>('requests').catch(() => []);
    await this.#link.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    const impatience = setTimeout(() => end(this.#process), 10_000);
    await this.#ended();
    clearTimeout(impatience);
    end(this.#process);
    this.#link.end();
    await this.#whenClosed();
    if (this.#profile.temporary) rmSync(this.#profile.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    expectNone(requests);
  }
}

/** Throws when there are any requests. */
function expectNone(requests: readonly string[]): void {
  if (requests.length > 0) throw new Error(`The extension reached for the network: ${requests.join(', ')}`);
}

/** Ends a browser with all its processes, where any of them are left. */
function end({ pid }: ChildProcess): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // They are gone.
  }
}

const idOf = (page: Page) => (page as FirefoxPage).id;
const statOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** For `#look`: `enter` gives the closed shadow root of the first such element, null where it has none, undefined without an element. */
const IN_SHADOW = `
  const enter = (host) => {
    const element = document.querySelector(host);
    return element ? element.openOrClosedShadowRoot : undefined;
  };
  const textOf = (node) => {
    if (node.nodeType === 3) return node.nodeValue;
    if (node.localName === 'style' || node.hidden) return '';
    return [...node.childNodes].map(textOf).filter(Boolean).join(' ');
  };`;

/** Roles of Firefox's accessibility service whose name is what a screen reader says of them. */
const UNNAMED = `
  const NAMED = new Set(['graphic', 'table', 'grid', 'pushbutton', 'link', 'checkbutton', 'radiobutton', 'switch', 'combobox', 'editcombobox', 'listbox',
    'entry', 'password text', 'spinbutton', 'slider', 'pagetab', 'propertypage', 'dialog', 'progressbar', 'meter', 'region',     'radiogroup', 'summary', 'toggle button']);
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const ready = () => {
    const root = service.getAccessibleFor(document);
    const state = {}, more = {};
    root?.getState(state, more);
    return root && !(state.value & Ci.nsIAccessibleStates.STATE_BUSY) && root.childCount > 0 ? root : null;
  };
  let root = ready();
  while (!root) {
    await new Promise((done) => setTimeout(done, 20));
    root = ready();
  }
  const nameless = [];
  const walk = (one) => {
    const role = service.getStringRole(one.role);
    if ((NAMED.has(role) || one.DOMNode?.localName === 'nav') && !(one.name ?? '').trim()) nameless.push(role + ': ' + (one.DOMNode?.outerHTML ?? '').slice(0, 160));
    for (let at = 0; at < one.childCount; at++) walk(one.getChildAt(at));
  };
  walk(root);
  return nameless;`;

function idOfExtension(folder: string): string {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    browser_specific_settings?: { gecko?: { id?: string } };
  };
  const id = manifest.browser_specific_settings?.gecko?.id;
  if (!id) throw new Error(`${folder}/manifest.json names no Gecko id`);
  return id;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
