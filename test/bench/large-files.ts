/**
 * Files of a large store in real Chromium: 100,000 posts with 300,000 readings, written in every format, backed up and restored.
 * Prints, for each, the time, the largest memory of the renderer that holds page and worker, the steps of progress shown, and the
 * longest time the page did not answer. Fails when one took more memory than `--limit` megabytes. `npm run measure-files -- --posts 100000`
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { DATABASE, VERSION } from '../../core/store/schema';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { ROOT } from '../../scripts/setup.mjs';

const { values } = parseArgs({
  options: { posts: { type: 'string', default: '100000' }, only: { type: 'string' }, limit: { type: 'string', default: '300' } },
});
/** Megabytes a page and its worker may take while a file is made or read. */
const LIMIT = Number(values.limit);
const tooLarge: string[] = [];
const POSTS = Number(values.posts);
const LOOKS = 3;

/** Runs in a page of the extension: fills the database as compaction leaves it. */
const SEED = `
  const [posts, looks, name, version] = arguments;
  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open(name, version);
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const db = await open();
  const platforms = ['douyin', 'youtube', 'xiaohongshu', 'bilibili'];
  const months = new Map();
  for (let at = 0; at < posts; at += 1) {
    const platform = platforms[at % 4];
    const published = new Date(Date.UTC(2016, 0, 1) + Math.floor(at / posts * 3650) * 86400000 + (at % 1440) * 60000);
    const id = platform === 'youtube' ? 'v' + String(at).padStart(10, '0') : null;
    const title = 'Post ' + at + ' 阳台上的薄荷 第' + (at % 90) + '期 🌿';
    const key = platform + '|Mint|' + (id ? '#' + id : '@' + published.toISOString().slice(0, 16) + 'Z|' + title.toLowerCase());
    const post = JSON.stringify([id, title, id ? 'https://www.youtube.com/watch?v=' + id : null, published.toISOString().slice(0, 19) + '+00:00', 'minute', 'video', 30 + at % 300, 'published', '已发布', ['mint', 'home']]);
    const month = published.toISOString().slice(0, 7);
    const slot = platform + '|' + month;
    if (!months.has(slot)) months.set(slot, { platform, scope: '@Mint', month, readings: [] });
    for (let look = 0; look < looks; look += 1) {
      const seen = new Date(published.getTime() + (look + 1) * 86400000 * 3).toISOString();
      const views = (at * 7919) % 90000 * (look + 1);
      months.get(slot).readings.push([key, seen, platform + '/content-list', post, JSON.stringify({ views: views > 10000 ? [views, views - 50, views + 50, (views / 10000).toFixed(1) + '万'] : views, likes: views % 977, comments: views % 97, shares: at % 13, saves: at % 31, completionRate: [0.125, '12.5%'], averageWatchSeconds: 12.5 })]);
    }
  }
  const seen = {};
  const tx = db.transaction(['histories', 'accounts', 'meta'], 'readwrite');
  for (const { platform, scope, month, readings } of months.values())
    for (let part = 0; part * 200 < readings.length; part += 1)
      tx.objectStore('histories').put({ platform, scope, month, part, readings: readings.slice(part * 200, part * 200 + 200) });
  for (const platform of platforms) {
    tx.objectStore('accounts').put({ platform, scope: '@Mint', sessions: [] });
    seen[platform + '|@Mint'] = { firstSeenAt: '2016-01-01T00:00:00.000Z', lastSeenAt: '2026-06-01T00:00:00.000Z', keys: posts / 4, coverage: {} };
  }
  tx.objectStore('meta').put({ key: 'state', dataVersion: 1, writes: 1, seen });
  await new Promise((done, fail) => { tx.oncomplete = done; tx.onerror = () => fail(tx.error); });
  db.close();`;

const downloads = mkdtempSync(join(tmpdir(), 'post-almanac-large-'));
const profile = mkdtempSync(join(tmpdir(), 'post-almanac-large-profile-'));
/** Anew for each file, so that none pays for what another left behind. */
const launch = () =>
  ChromiumWithExtension.launch({
    extension: join(process.env.BUILT_EXTENSIONS ?? join(ROOT, '.output'), 'chrome-mv3'),
    downloads,
    profile,
    locale: 'en-US',
  });
let browser = await launch();
async function again(): Promise<void> {
  await browser.close();
  browser = await launch();
}

/** Anonymous memory of the renderer with most of it, in MB: page, worker and what they hold; not the browser's own. */
async function rendererMemory(session: CDPSession | undefined): Promise<number> {
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        return Number(/RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
      } catch {
        return 0;
      }
    });
  return Math.max(...sizes);
}

/** Counts in the page how long it did not answer, and which steps of progress it drew. */
const WATCH = `
  globalThis.longest = 0;
  globalThis.steps = new Set();
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    globalThis.longest = Math.max(globalThis.longest, now - last - 50);
    last = now;
    const bar = document.querySelector('progress');
    if (bar) globalThis.steps.add(bar.value);
  }, 50);`;

interface Line {
  what: string;
  seconds: number;
  megabytes: number;
  base: number;
  steps: number;
  longestPause: number;
  another: number;
  file: number;
}

async function measure(what: string, page: Page, begin: () => Promise<void>, done: () => Promise<unknown>): Promise<Line> {
  await tabOf(page).run(WATCH);
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const base = await rendererMemory(session);
  let megabytes = base;
  let running = true;
  const watching = (async () => {
    while (running) {
      megabytes = Math.max(megabytes, await rendererMemory(session));
      await new Promise((next) => setTimeout(next, 150));
    }
  })();
  const started = performance.now();
  try {
    return await run();
  } finally {
    running = false;
    await watching;
  }

  async function run(): Promise<Line> {
    await begin();
    // Meanwhile another window is opened: how long until it shows what is stored?
    const opening = performance.now();
    const other = await browser.open('workbench.html#backup');
    await other.waitForSelector('.button-danger');
    const another = performance.now() - opening;
    await other.close();
    await done();
    const seconds = (performance.now() - started) / 1000;
    const { longest, steps } = await page.evaluate<{ longest: number; steps: number }>(
      '({ longest: globalThis.longest, steps: globalThis.steps.size })',
    );
    const newest = readdirSync(downloads)
      .map((name) => statSync(join(downloads, name)))
      .sort((a, b) => b.mtimeMs - a.mtimeMs)[0];
    return { what, seconds, megabytes, base, steps, longestPause: longest, another, file: (newest?.size ?? 0) / 1e6 };
  }
}

function print({ what, seconds, megabytes, base, steps, longestPause, another, file }: Line): void {
  // What could not be measured is not within the limit either.
  if (!(megabytes > 0 && megabytes <= LIMIT)) tooLarge.push(`${what}: ${megabytes.toFixed(0)} MB`);
  console.log(
    `${what.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s  ${megabytes.toFixed(0).padStart(4)} MB (${base.toFixed(0)} before)  ` +
      `${String(steps).padStart(3)} steps of progress  page silent for at most ${longestPause.toFixed(0)} ms  ` +
      `another window after ${another.toFixed(0)} ms  file ${file.toFixed(1)} MB`,
  );
}

try {
  const first = await browser.open('workbench.html#export');
  await first.waitForSelector('h1');
  await until('the database', () => tabOf(first).run('return (await indexedDB.databases()).length > 0'));
  await first.close();
  const lookout = await browser.open('manifest.json');
  await tabOf(lookout).run(SEED, POSTS, LOOKS, DATABASE, VERSION);
  console.log(`${POSTS} posts, ${POSTS * LOOKS} readings`);
  const wanted = (what: string) => !values.only || values.only.split(',').includes(what);
  for (const [at, format] of ['csv', 'csv history', 'xlsx', 'jsonl', 'parquet', 'html'].entries()) {
    if (!wanted(format)) continue;
    await again();
    const page = await browser.open('workbench.html#export');
    await page
      .locator('.choice input')
      .nth([0, 0, 1, 2, 3, 4][at] ?? 0)
      .check();
    if (format === 'csv history') await page.getByRole('checkbox').first().check();
    const line = await measure(
      format,
      page,
      () => page.click('.card .button-primary'),
      () => page.getByText(/is in your downloads/).waitFor({ timeout: 600_000 }),
    );
    print(line);
  }
  if (wanted('backup')) {
    await again();
    const page = await browser.open('workbench.html#backup');
    await page.waitForSelector('.button-primary');
    print(
      await measure(
        'backup',
        page,
        () => page.click('.button-primary'),
        () => page.getByText(/is in your downloads/).waitFor({ timeout: 600_000 }),
      ),
    );
  }
  if (wanted('restore')) {
    const backup = readdirSync(downloads).find((name) => name.endsWith('.json.gz'));
    await again();
    const page = await browser.open('workbench.html#backup');
    await page.setInputFiles('input[type=file]', join(downloads, backup ?? ''));
    print(
      await measure(
        'preview',
        page,
        async () => {},
        () => page.getByText(/are here already/).waitFor({ timeout: 600_000 }),
      ),
    );
  }
  if (tooLarge.length > 0) {
    console.error(`More than ${LIMIT} MB: ${tooLarge.join(', ')}`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  for (const folder of [downloads, profile]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
