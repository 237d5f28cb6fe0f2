/**
 * Scripts that run in somebody else's page do not obey the extension's policy: what they are made of is looked through instead. None may
 * know a way out of the browser, and every address in them is one they compare with or write down.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../core/dashboards/hosts';
import { PART_NAMES } from '../../core/messages';
import { reachableFrom } from '../bench/sizes';
import { CHROMIUM_BUILD, FIREFOX_BUILD } from './browsers';

const WAYS_OUT =
  /\b(?:fetch|XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts|serviceWorker)\b|\bimport\(|\bnew Image\b|\beval\(|\bnew Function\b/g;
/** Ways that put something into the page or leave it, which no policy shuts there. A link is made once, for saving a file from memory. */
const THROUGH_THE_PAGE =
  /createElement\([`"'](?:img|image|iframe|form|link|script|video|audio|object|embed)\b|\.src(?:set)?\s*=[^=]|\blocation\s*=[^=]|\blocation\.(?:assign|replace|href\s*=[^=])|\bwindow\.open\b|\.(?:submit|requestSubmit)\(|setAttribute\([`"'](?:src|href|action)\b|\binnerHTML\b|\binsertAdjacentHTML\b|\.href\s*=(?!=|URL\.createObjectURL\()/g;
/** Where posts live: written into a reading as the post's address. */
const POSTS = ['www.youtube.com', 'www.bilibili.com', 'www.kuaishou.com', 'www.linkedin.com', 'x.com'];
/** A namespace, not a place. */
const NAMES = ['www.w3.org'];
const KNOWN = new Set([
  ...POSTS,
  ...NAMES,
  ...HOSTS.flatMap(({ matches }) => matches.map((match) => match.replace(/^https:\/\/|\/\*$/g, ''))),
]);

it.each([
  'document.createElement(`img`)',
  'a.src=t',
  'location=t',
  'location.href=t',
  'window.open(t)',
  'f.submit()',
  'e.setAttribute(`src`,t)',
  'e.innerHTML=t',
  'a.href=`https://x.com`',
])('a way through the page is known: %s', (code) => expect(code).toMatch(new RegExp(THROUGH_THE_PAGE.source)));

describe.each([
  ['Chromium', CHROMIUM_BUILD],
  ['Firefox', FIREFOX_BUILD],
])('what runs in pages, for %s', (_, build) => {
  const folder = join(build, 'content-scripts');
  const injected = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(folder, name));

  it('is all found', () => expect(injected.length).toBeGreaterThan(HOSTS.length + PART_NAMES.length));

  it.each(injected.map((file) => [file.slice(build.length + 1), file] as const))('%s knows no way out', (_name, file) => {
    const code = readFileSync(file, 'utf8');
    expect([...new Set(code.match(WAYS_OUT) ?? [])]).toEqual([]);
    expect([...new Set(code.match(THROUGH_THE_PAGE) ?? [])]).toEqual([]);
    const hosts = [...code.matchAll(/https?:\/\/([\w.-]+\.\w+)/g)].map(([, host = '']) => host);
    expect([...new Set(hosts)].filter((host) => !KNOWN.has(host))).toEqual([]);
  });
});

/** Ways out that no policy shuts, or that `e2e/leaving` does not try. */
const BESIDE_THE_POLICY = /\b(?:RTCPeerConnection|WebTransport|WebSocket)\b/;

describe.each([
  ['Chromium', CHROMIUM_BUILD],
  ['Firefox', FIREFOX_BUILD],
])('all scripts for %s', (_, build) => {
  it('name no way out that the policy might not shut', () => {
    const scripts = readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(50);
    expect(scripts.filter((name) => BESIDE_THE_POLICY.test(readFileSync(join(build, name), 'utf8')))).toEqual([]);
  });
});

describe.each([
  ['Chromium', CHROMIUM_BUILD],
  ['Firefox', FIREFOX_BUILD],
])('what the pages of the extension for %s and their worker share', (_, build) => {
  const pages = readdirSync(build).filter((name) => name.endsWith('.html'));
  it.each(pages)('%s loads its chunks, and never the worker itself', (page) => {
    const scripts = [...reachableFrom(join(build, page))].filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((file) => file.endsWith('data.worker.js'))).toEqual([]);
  });
});
