/**
 * The built extension with invented posts in a real browser: `node test/gallery/extension.ts [--posts 200] [--locale zh-CN]` prints
 * how long its pages take and writes pictures to `out/extension/`.
 */
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '200' },
    locale: { type: 'string', default: 'zh-CN' },
    out: { type: 'string', default: 'out/extension' },
  },
});
const root = new URL('../..', import.meta.url).pathname;
const seedDir = join(root, '.cache/seed');
await build({
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: seedDir,
    emptyOutDir: true,
    lib: { entry: join(root, 'test/gallery/seed.ts'), formats: ['iife'], name: 'seeding', fileName: () => 'seed.js' },
  },
});
const seed = readFileSync(join(seedDir, 'seed.js'), 'utf8');

const extension = join(root, '.output/chrome-mv3');
mkdirSync(values.out, { recursive: true });
const context = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'almanac-')), {
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  headless: true,
  deviceScaleFactor: 2,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    `--lang=${values.locale}`,
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ],
});
const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
const id = new URL(worker.url()).host;
const page = await context.newPage();
page.on('pageerror', (error) => console.log(`error: ${error}`));
page.on('console', (message) => message.type() === 'error' && console.log(`console: ${message.text()}`));

async function show(file: string, path: string, width: number, wait: string): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto('about:blank');
  const started = performance.now();
  await page.goto(`chrome-extension://${id}/${path}`);
  await page.waitForSelector(wait, { timeout: 120_000 });
  const took = performance.now() - started;
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${values.out}/${file}.png`, fullPage: true });
  console.log(`${file}: ${took.toFixed(0)} ms to ${wait}`);
}

await show('empty-popup', 'popup.html', 360, '.popup');
await show('empty-panel', 'sidepanel.html', 360, '.empty');
await show('welcome', 'workbench.html#welcome', 1280, '.switch-row');
const started = performance.now();
await page.evaluate(seed);
await page.evaluate(`seed(${Number(values.posts)})`);
console.log(`seeded ${values.posts} posts in ${(performance.now() - started).toFixed(0)} ms`);
await show('panel-first', 'sidepanel.html', 360, '.suggestion, .empty');
await show('panel-again', 'sidepanel.html', 360, '.suggestion, .empty');
await show('timing', 'sidepanel.html#timing', 360, '.chart');
await show('compliance', 'sidepanel.html#compliance', 360, '.marked');
await show('mix', 'sidepanel.html#mix', 360, '.empty, .share-bars');
await show('posts', 'sidepanel.html#posts', 360, '.post');
await show('popup', 'popup.html', 360, '.popup');
for (const section of process.env.SECTIONS?.split(',') ?? [])
  await show(`workbench-${section}`, `workbench.html#${section}`, 1280, 'main');
await context.close();
