#!/usr/bin/env node
// Everything a fresh clone needs before `npm start`, `npm test` or the command line, with Node's own modules only.
// Says what it does on stderr (stdout belongs to the command that follows) and skips what is done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const MARK = join(ROOT, 'node_modules', '.post-almanac-setup');
const say = (text) => process.stderr.write(`${text}\n`);

function stop(text) {
  say(text);
  process.exit(2);
}

/** `[major, minor]` of a `v22.23.3`. */
const numbers = (version) => version.replace(/^v/, '').split('.').map(Number);
const atLeast = (version, major, minor) => {
  const [a = 0, b = 0] = numbers(version);
  return a > major || (a === major && b >= minor);
};

/** The Node that runs the tools: the one the packages brought along where there is one, else this one. */
export function nodeForTools() {
  const brought = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  return existsSync(brought) ? brought : process.execPath;
}

function packagesStamp() {
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
}

/** Installs the packages when they are missing or the lock file has changed. Returns whether it had to. */
function installPackages() {
  const stamp = packagesStamp();
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === stamp) return false;
  say('Set-up: installing packages (about half a minute) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] };
  const done = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (done.status !== 0)
    stop('Set-up: `npm ci` failed; the lines above say why. Check the network or the registry in your .npmrc.');
  const prepared = spawnSync(nodeForTools(), [join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], {
    ...options,
    stdio: 'ignore',
  });
  if (prepared.status !== 0) stop('Set-up: `wxt prepare` failed. Run `npx wxt prepare` to see why.');
  writeFileSync(MARK, stamp);
  return true;
}

const runnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(runnable);

const WINDOWS = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean);
/** Where the browsers are usually installed, looked up anew each time: set-up may just have installed one. Chrome itself comes last: since version 137 it refuses unpacked extensions from the command line. */
const chromiumPlaces = () => [
  ...[
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'microsoft-edge-stable',
    'google-chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
  ].map(onPath),
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ...WINDOWS.flatMap((folder) => [
    join(folder, 'Chromium', 'Application', 'chrome.exe'),
    join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
  ]),
];
const firefoxPlaces = () => [
  ...['firefox-esr', 'firefox'].map(onPath),
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  ...WINDOWS.map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
];

/** The browsers on this machine; null where there is none. `CHROME_PATH` and `FIREFOX_PATH` win. */
export function findBrowsers() {
  const pick = (wanted, places) =>
    wanted ? (runnable(wanted) ? wanted : null) : (places.find((place) => place && runnable(place)) ?? null);
  return { chromium: pick(process.env.CHROME_PATH, chromiumPlaces()), firefox: pick(process.env.FIREFOX_PATH, firefoxPlaces()) };
}

/** Finds the browsers, on Debian as root installs them. Returns whether it had to. */
function installBrowsers(needFirefox) {
  const complete = ({ chromium, firefox }) => chromium && (firefox || !needFirefox);
  if (complete(findBrowsers())) return false;
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    say('Set-up: installing Chromium and Firefox with apt-get …');
    const packages = ['chromium', 'firefox-esr', 'fonts-noto-cjk', 'openssl'];
    spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
  }
  const found = findBrowsers();
  if (!found.chromium) stop('No Chromium, Chrome or Edge was found. Install Chromium, or set CHROME_PATH to the browser to use.');
  if (needFirefox && !found.firefox) stop('No Firefox was found. Install Firefox, or set FIREFOX_PATH to the browser to use.');
  return true;
}

/** Does what is missing. `browsers`: `none`, `chromium` or `both`. Returns whether anything had to be done. */
export function setUp({ browsers = 'none' } = {}) {
  if (!atLeast(process.version, 20, 0)) stop(`Post Almanac needs Node 22.12 or newer; this is ${process.version}.`);
  const packages = installPackages();
  const tools = spawnSync(nodeForTools(), ['--version'], { encoding: 'utf8' }).stdout.trim();
  if (!atLeast(tools, 22, 12))
    stop(`Post Almanac is built with Node 22.12 or newer; this is ${tools}. Install a newer Node and run the command again.`);
  const installed = browsers === 'none' ? false : installBrowsers(browsers === 'both');
  return packages || installed;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const browsers = process.argv.includes('--browsers=both')
    ? 'both'
    : process.argv.includes('--browsers=chromium')
      ? 'chromium'
      : 'none';
  say(setUp({ browsers }) ? 'Set-up: done.' : 'Set-up: already done, skipped.');
}
