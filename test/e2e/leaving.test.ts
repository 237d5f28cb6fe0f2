/**
 * Nothing leaves the browser, and it is the browser that enforces it: from every page of the extension every known way out is tried,
 * and not one request may come up. A page without a policy tries the same first, so that the trap is known to work.
 */
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type BrowserWithExtension, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import type { Tab } from '../stage/visitor';
import { BROWSERS, type BrowserName, BUILDS, FIREFOX_BUILD, launch } from './browsers';

/** Every page of a build: a new one is tried as well. */
const pagesOf = (name: BrowserName) => readdirSync(BUILDS[name]).filter((file) => file.endsWith('.html'));

/** Every way out has its own host, so that a request tells which way it took. */
const WAYS = {
  image: `new Image().src = address;`,
  frame: `add('iframe', { src: address });`,
  form: `const form = add('form', { action: address, method: 'post', target: add('iframe', { name: 'hole' }).name }); form.submit();`,
  stylesheet: `add('link', { rel: 'stylesheet', href: address });`,
  'style-image': `const styled = add('div', {}); styled.style.backgroundImage = 'url(' + address + ')'; styled.style.height = '9px';`,
  font: `new FontFace('leak', 'url(' + address + ')').load().catch(() => undefined);`,
  media: `add('video', { src: address, preload: 'auto' }).load();`,
  object: `add('object', { data: address });`,
  script: `add('script', { src: address });`,
  fetch: `fetch(address, { mode: 'no-cors' }).catch(() => undefined);`,
  request: `const request = new XMLHttpRequest(); request.open('GET', address); request.send();`,
  beacon: `navigator.sendBeacon(address, 'x');`,
  events: `new EventSource(address);`,
} as const;
/** Those that a worker has. */
const WAYS_OF_WORKERS = {
  'worker-fetch': `fetch(address, { mode: 'no-cors' }).catch(() => undefined);`,
  'worker-request': `const request = new XMLHttpRequest(); request.open('GET', address); request.send();`,
  'worker-events': `new EventSource(address);`,
  'worker-import': `import(address).catch(() => undefined);`,
  'worker-socket': `new WebSocket(address.replace('https:', 'wss:'));`,
} as const;
/** Chromium's staged network knows no sockets: there the watch over all requests tells of one. */
const seenBy = (name: BrowserName) => (way: string) => name === 'Firefox' || way !== 'worker-socket';
const hostOf = (way: string) => `${way}.leak.example`;

/** A way that throws is shut as well. */
const tries = (ways: Readonly<Record<string, string>>) =>
  Object.entries(ways)
    .map(([way, code]) => `try { const address = 'https://${hostOf(way)}/'; ${code} } catch (error) { shut.push('${way}'); }`)
    .join('\n  ');

/** Tries all ways. */
const TRY_ALL = `
  const add = (name, properties) => document.body.appendChild(Object.assign(document.createElement(name), properties));
  const shut = [];
  ${tries(WAYS)}
  document.body.offsetHeight;
  return shut;`;

/** For the end of a worker's script: tries all ways when it is told to. */
const LEAKY_WORKER = `;
addEventListener('message', ({ data }) => {
  if (data !== 'leak') return;
  const shut = [];
  ${tries(WAYS_OF_WORKERS)}
  postMessage('tried');
});`;
/** Tries them in the worker at an address. */
const TRY_IN_WORKER = `
  const worker = globalThis.leaking = new Worker(arguments[0], { type: 'module' });
  await new Promise((done, fail) => {
    worker.onerror = ({ message }) => fail(new Error(message));
    worker.onmessage = ({ data }) => { if (data === 'tried') done(); };
    worker.postMessage('leak');
  });`;

/**
 * Asks for a host ahead of need. A browser does so when nothing else loads, one address after the other: the others were tried when
 * this one was asked for.
 */
const prefetch = (host: string) =>
  `document.head.appendChild(Object.assign(document.createElement('link'), { rel: 'prefetch', href: 'https://${host}/' }));`;

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

/** Plays one page without a policy, and remembers every host that was asked for. */
class Trap {
  asked: string[] = [];
  answer(address: string) {
    const { hostname, pathname } = new URL(address);
    this.asked.push(hostname);
    if (hostname !== 'control.example') return null;
    if (pathname === '/worker.js') return { status: 200, headers: { 'content-type': 'text/javascript' }, body: LEAKY_WORKER };
    return { status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html><body>' };
  }
  get caught(): string[] {
    return this.asked.filter((host) => host.endsWith('.leak.example') && host !== LAST);
  }
}
const CONTROL = 'https://control.example/';
/** Once this host has been asked for, everything asked for before has come up as well. */
const LAST = 'last.leak.example';
const ASK_LAST = `await fetch('https://${LAST}/').catch(() => undefined)`;

async function allCaught(trap: Trap, ways: readonly string[]): Promise<void> {
  await until('every way out of a page without a policy', () => {
    const shut = ways.filter((way) => !trap.caught.includes(hostOf(way)));
    if (shut.length > 0) throw new Error(`not asked for: ${shut.join(', ')}`);
    return true;
  });
}

/** Nothing came up before a request that the control page makes after all others, in the way given. */
async function nothingCaught(trap: Trap, control: Pick<Tab, 'run'>, from: string, ask = ASK_LAST): Promise<void> {
  await control.run(ask);
  await until('the last request', () => trap.asked.includes(LAST));
  expect(trap.caught, from).toEqual([]);
  trap.asked = [];
}

describe.each(BROWSERS)('in %s', (name) => {
  it('no page of the extension reaches the network', async () => {
    const trap = new Trap();
    const browser = await launch(name, { site: trap });
    close = () => browser.close();

    const control = tabOf(await browser.newPage());
    await control.goto(CONTROL);
    await control.run(TRY_ALL);
    await allCaught(trap, Object.keys(WAYS));
    // Left behind, so that its event source stops trying again.
    await control.goto(CONTROL);
    trap.asked = [];

    for (const file of pagesOf(name)) {
      const page = tabOf(await browser.open(file));
      await page.run(TRY_ALL);
      await nothingCaught(trap, control, file);
      await page.page.close();

      const quiet = tabOf(await browser.open(file));
      await quiet.run(prefetch('prefetch.leak.example'));
      await control.goto(CONTROL);
      await nothingCaught(trap, control, file, prefetch(LAST));
      await quiet.page.close();
    }

    // The background has fetch and nothing else.
    expect(await browser.fetchFromBackground('https://worker.leak.example/')).toBe('refused');
    await nothingCaught(trap, control, 'background');
  });

  it('the worker that holds the data reaches it by no way either', async () => {
    // Its own script, and at its end what tries: in the same scope, under the same policy.
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-leaky-worker-'));
    cpSync(BUILDS[name], folder, { recursive: true });
    appendFileSync(join(folder, 'data.worker.js'), LEAKY_WORKER);
    const trap = new Trap();
    const browser = await launch(name, { extension: folder, site: trap });
    close = async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    };
    const control = tabOf(await browser.newPage());
    await control.goto(CONTROL);
    await control.run(TRY_IN_WORKER, `${CONTROL}worker.js`);
    await allCaught(trap, Object.keys(WAYS_OF_WORKERS).filter(seenBy(name)));
    await control.goto(CONTROL);
    trap.asked = [];

    const page = tabOf(await browser.open('workbench.html'));
    await page.run(TRY_IN_WORKER, browser.url('data.worker.js'));
    await nothingCaught(trap, control, 'the data worker');
  });

  it('the watch over every other test misses no request of an extension without a policy', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-leaky-'));
    close = async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    for (const [file, text] of Object.entries(leaky(name))) writeFileSync(join(folder, file), text);
    const browser = await launch(name, { extension: folder, site: Object.assign(new Trap(), { closed: true }) });
    let told = '';
    try {
      await visitControl(browser);
      const page = await browser.open('page.html');
      if (name === 'Chromium') await page.click('button');
      const panel = await browser.panel();
      for (const one of [page, panel]) await until('all tries', () => one.evaluate('tried'));
    } finally {
      told = await browser.close().then(
        () => '',
        (error: Error) => error.message,
      );
    }
    expect([...new Set(caught(told))].sort()).toEqual([...LEAKS].sort());
    // Chromium does not say who put an image into a page: what the staged pages do not have tells.
    const named = caught(told.replace(/\S+ from a staged page/g, ''));
    if (name === 'Chromium') expect([...new Set(named)].sort()).toEqual(LEAKS.filter((way) => way !== 'content-image').sort());
  });

  it('nor does it forget them when the browser is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-leaky-'));
    const profile = mkdtempSync(join(tmpdir(), 'post-almanac-leaky-profile-'));
    close = async () => {
      for (const each of [folder, profile]) rmSync(each, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    };
    for (const [file, text] of Object.entries(leaky(name))) writeFileSync(join(folder, file), text);
    const browser = await launch(name, { extension: folder, profile, site: Object.assign(new Trap(), { closed: true }) });
    const kill = await browser.aim();
    await visitControl(browser);
    const told = await kill()
      .then(() => (name === 'Chromium' ? browser.close() : undefined))
      .then(
        () => '',
        (error: Error) => error.message,
      );
    expect(caught(told)).toEqual(expect.arrayContaining(['background', 'content', 'content-image']));
  });
});

const caught = (requests: string) => [...requests.matchAll(/\b(?:https|wss):\/\/([\w-]+)\.leak\.example/g)].map(([, way]) => way);

/** Lets the content script of the leaky extension try. */
async function visitControl(browser: BrowserWithExtension): Promise<void> {
  const control = tabOf(await browser.newPage());
  await browser.grant(await browser.open('manifest.json'), 'https://control.example/*');
  await control.goto(CONTROL);
  await until('the content script', () => control.run('return document.documentElement.dataset.tried === "all"'));
}

/** Every place that an extension can ask from, by its host. */
const LEAKS = [
  'background',
  'content',
  'content-image',
  'page',
  'page-worker',
  'page-worker-socket',
  'sidepanel',
  'sidepanel-worker',
  'sidepanel-worker-socket',
];

/** An extension without a policy that reaches for the network from everywhere. */
function leaky(name: BrowserName): Record<string, string> {
  const ask = (way: string) => `fetch('https://${hostOf(way)}/', { mode: 'no-cors' }).catch(() => undefined)`;
  const page = (way: string) => ({
    [`${way}.html`]: `<!doctype html><button>panel</button><script src="${way}.js"></script>`,
    [`${way}.js`]: `
      globalThis.tried = false;
      const worker = new Worker('${way}-worker.js');
      Promise.all([
        ${ask(way)},
        new Promise((done) => { worker.onmessage = done; }),
        (globalThis.browser ?? chrome).runtime.sendMessage('have you tried?'),
      ]).then(() => { globalThis.tried = true; });
      document.querySelector('button').onclick = () => chrome.windows.getCurrent((win) => chrome.sidePanel.open({ windowId: win.id }));`,
    [`${way}-worker.js`]: `
      const socket = new WebSocket('wss://${hostOf(`${way}-worker-socket`)}/');
      Promise.all([${ask(`${way}-worker`)}, new Promise((done) => { socket.onerror = done; })]).then(() => postMessage('tried'));`,
  });
  const content = {
    'content.js': `
      const image = new Image();
      const shown = new Promise((done) => { image.onerror = done; });
      image.src = 'https://${hostOf('content-image')}/';
      Promise.all([${ask('content')}, shown]).then(() => { document.documentElement.dataset.tried = 'all'; });`,
  };
  const background = {
    'background.js': `
      const tried = ${ask('background')};
      chrome.runtime.onMessage.addListener((message, sender, answer) => { tried.then(() => answer(true)); return true; });`,
  };
  const common = { name: 'Leaky', version: '1', content_scripts: [{ matches: [`${CONTROL}*`], js: ['content.js'] }] };
  const { browser_specific_settings } = JSON.parse(readFileSync(join(FIREFOX_BUILD, 'manifest.json'), 'utf8'));
  const manifest =
    name === 'Chromium'
      ? {
          ...common,
          manifest_version: 3,
          permissions: ['sidePanel'],
          optional_host_permissions: [`${CONTROL}*`],
          background: { service_worker: 'background.js' },
          side_panel: { default_path: 'sidepanel.html' },
        }
      : {
          ...common,
          manifest_version: 2,
          browser_specific_settings,
          background: { scripts: ['background.js'] },
          sidebar_action: { default_panel: 'sidepanel.html' },
        };
  return { 'manifest.json': JSON.stringify(manifest), ...page('page'), ...page('sidepanel'), ...content, ...background };
}
