/**
 * Firefox with the built extension, driven over Marionette, the remote protocol that every Firefox carries (messages are
 * `LENGTH:[0, id, command, parameters]` over TCP). Pages come through a local proxy that knows no other hosts.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from '../setup.mjs';
import { until } from './poll';

type Preferences = Record<string, string | number | boolean>;

/** Pages of the extension get this fixed name instead of a random one. */
const UUID = '5e3f6f0a-8c1d-4b7e-9a52-0d4c8b1f2a67';

/** Nothing that Firefox asks of the network by itself, and no first-run pages. */
const QUIET: Preferences = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage': 'about:blank',
  'browser.startup.page': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': '',
};

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  extension: string;
  /** Port of a CONNECT proxy on this machine. */
  proxy?: number;
  headless?: boolean;
  /** Whether the browser asks before it grants a host (false: the click on the extension's button is enough). */
  promptForHosts?: boolean;
  downloads?: string;
  locale?: string;
}

export class FirefoxWithExtension {
  readonly #process: ChildProcess;
  readonly #link: Marionette;
  readonly #profile: string;
  readonly id: string;

  private constructor(process: ChildProcess, link: Marionette, profile: string, id: string) {
    this.#process = process;
    this.#link = link;
    this.#profile = profile;
    this.id = id;
  }

  static async launch(options: FirefoxOptions): Promise<FirefoxWithExtension> {
    const executable = findBrowsers().firefox;
    if (!executable) throw new Error('No Firefox was found. Install one, or set FIREFOX_PATH.');
    const id = idOfExtension(options.extension);
    const profile = mkdtempSync(join(tmpdir(), 'post-almanac-firefox-'));
    const port = await freePort();
    const preferences: Preferences = {
      ...QUIET,
      'marionette.port': port,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      'extensions.webextOptionalPermissionPrompts': options.promptForHosts ?? false,
      ...(options.proxy
        ? { 'network.proxy.type': 1, 'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': options.proxy }
        : {}),
      ...(options.downloads
        ? { 'browser.download.folderList': 2, 'browser.download.dir': options.downloads, 'browser.download.useDownloadDir': true }
        : {}),
      ...(options.locale ? { 'intl.accept_languages': options.locale, 'intl.locale.requested': options.locale } : {}),
    };
    writeFileSync(
      join(profile, 'user.js'),
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
      profile,
    ];
    const process = spawn(executable, args, {
      stdio: 'ignore',
      env: { ...globalThis.process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
    });
    // A run that is cut short leaves no browser behind.
    globalThis.process.once('exit', () => process.kill('SIGKILL'));
    let link: Marionette | undefined;
    try {
      link = await Marionette.open(port, () => process.exitCode === null);
      // Flat, not under `capabilities`: the nested form is silently ignored.
      await link.send('WebDriver:NewSession', { acceptInsecureCerts: true, timeouts: { pageLoad: 30_000 } });
      await link.send('Addon:Install', { path: options.extension, temporary: true });
      return new FirefoxWithExtension(process, link, profile, id);
    } catch (error) {
      link?.end();
      process.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      throw error;
    }
  }

  url(path: string): string {
    return `moz-extension://${UUID}/${path.replace(/^\//, '')}`;
  }

  async goto(url: string): Promise<void> {
    await this.#link.send('WebDriver:Navigate', { url });
  }

  async reload(): Promise<void> {
    await this.#link.send('WebDriver:Refresh');
  }

  /** Runs the body of an async function in the current tab's document and gives what it returns. `browser.*` is there on extension pages. */
  run<T>(body: string, ...args: unknown[]): Promise<T> {
    return this.#link.run<T>(body, args, { sandbox: null });
  }

  /** The same in the browser's own window, where everything may be done. */
  async inBrowser<T>(body: string, ...args: unknown[]): Promise<T> {
    await this.#link.send('Marionette:SetContext', { value: 'chrome' });
    try {
      return await this.#link.run<T>(body, args, { sandbox: 'system' });
    } finally {
      await this.#link.send('Marionette:SetContext', { value: 'content' });
    }
  }

  /** Clicks as a person does: with a user's gesture. */
  async click(selector: string): Promise<void> {
    const { value } = (await this.#link.send('WebDriver:FindElement', { using: 'css selector', value: selector })) as {
      value: Record<string, string>;
    };
    await this.#link.send('WebDriver:ElementClick', { id: Object.values(value)[0] });
  }

  /** Opens a tab, or a window of its own beside the first, makes it the current one and gives its handle. */
  async newTab(url?: string, type: 'tab' | 'window' = 'tab'): Promise<string> {
    const { handle } = (await this.#link.send('WebDriver:NewWindow', { type })) as { handle: string };
    await this.switchTo(handle);
    if (url) await this.goto(url);
    return handle;
  }

  async currentTab(): Promise<string> {
    return ((await this.#link.send('WebDriver:GetWindowHandle')) as { value: string }).value;
  }

  async switchTo(handle: string): Promise<void> {
    await this.#link.send('WebDriver:SwitchToWindow', { handle });
  }

  /** Ends the extension's background page or worker, as the browser does when it has been idle. */
  async stopBackground(): Promise<void> {
    await this.inBrowser('await WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground();', this.id);
  }

  /** PNG of the current tab. */
  async screenshot(): Promise<Buffer> {
    const { value } = (await this.#link.send('WebDriver:TakeScreenshot', { full: false })) as { value: string };
    return Buffer.from(value, 'base64');
  }

  async close(): Promise<void> {
    const ended = new Promise<void>((done) => {
      if (this.#process.exitCode !== null) done();
      else this.#process.once('exit', () => done());
    });
    await this.#link.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => undefined);
    const impatience = setTimeout(() => this.#process.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(impatience);
    this.#link.end();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

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

const COLON = 58;

/** The connection: frames in, frames out, answers matched by number. */
class Marionette {
  readonly #socket: Socket;
  #last = 0;
  #received = Buffer.alloc(0);
  readonly #waiting = new Map<number, { done(result: unknown): void; fail(error: Error): void }>();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (data) => this.#take(data));
    socket.on('close', () => {
      for (const { fail } of this.#waiting.values()) fail(new Error('Firefox closed the connection'));
      this.#waiting.clear();
    });
    socket.on('error', () => undefined);
  }

  static async open(port: number, alive: () => boolean): Promise<Marionette> {
    const socket = await until(
      'Firefox to listen',
      async () => {
        const answered = await tryConnect(port);
        return answered ? { answered } : !alive() && { answered: null };
      },
      60_000,
    );
    if (!socket.answered) throw new Error('Firefox ended before it could be driven');
    return new Marionette(socket.answered);
  }

  #take(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const colon = this.#received.indexOf(COLON);
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      // The greeting is an object; answers are [1, id, error, result].
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message as [number, number, { error: string; message: string } | null, unknown];
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error) waiting?.fail(new Error(`${error.error}: ${error.message}`));
      else waiting?.done(result);
    }
  }

  send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#last;
    const frame = JSON.stringify([0, id, command, parameters]);
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail });
      this.#socket.write(`${Buffer.byteLength(frame)}:${frame}`);
    });
  }

  async run<T>(body: string, args: unknown[], { sandbox }: { sandbox: string | null }): Promise<T> {
    // The last argument is the callback; arguments of the script stand before it.
    const script = `const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
      (async function () { ${body} }).apply(this, given).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value } = (await this.send('WebDriver:ExecuteAsyncScript', {
      script,
      args,
      sandbox,
      newSandbox: false,
      scriptTimeout: 60_000,
    })) as { value: { value: T; error?: string } };
    if (value.error !== undefined) throw new Error(value.error);
    return value.value;
  }

  end(): void {
    this.#socket.destroy();
  }
}

function tryConnect(port: number): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => done(socket));
    socket.once('error', () => done(null));
  });
}
