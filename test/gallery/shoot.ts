/**
 * Pictures and accessibility check of every screen: `node test/gallery/shoot.ts [screen[/state]] …` writes them to `out/gallery/`.
 * Options: `--locale en|zh-CN`, `--theme light|dark`, `--width 360`, each may be given several times; `--open` opens what is closed, `--scale 1` draws one dot per px.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import preact from '@preact/preset-vite';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { DRAFTS } from './drafts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    locale: { type: 'string', multiple: true, default: ['zh-CN', 'en'] },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    width: { type: 'string', multiple: true, default: ['360'] },
    open: { type: 'boolean', default: false },
    scale: { type: 'string', default: '2' },
    out: { type: 'string', default: 'out/gallery' },
  },
});
const root = new URL('.', import.meta.url).pathname;
const outDir = new URL('../../.cache/gallery', import.meta.url).pathname;
await build({ root, configFile: false, logLevel: 'warn', plugins: [preact()], build: { outDir, emptyOutDir: true } });
const server = await preview({
  root,
  configFile: false,
  logLevel: 'warn',
  build: { outDir },
  preview: { port: 0, host: '127.0.0.1' },
});
const address = server.resolvedUrls?.local[0] ?? '';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
mkdirSync(values.out, { recursive: true });
let problems = 0;
let pictures = 0;
const seen: string[] = [];
/** As a browser of that language: what asks the browser for its language is answered. */
const pageIn = async (locale: string) => {
  const opened = await browser.newPage({ deviceScaleFactor: Number(values.scale), locale });
  opened.on('pageerror', (error) => seen.push(String(error)));
  opened.on('console', (message) => message.type() === 'error' && seen.push(message.text()));
  return opened;
};
const index = await pageIn('en');

await index.goto(address);
const all = await index.$$eval('a', (links) =>
  links.map((link) => new URL(link.href).searchParams).map((query) => `${query.get('screen')}/${query.get('state')}`),
);
const wanted = all.filter((name) => positionals.length === 0 || positionals.some((start) => `${name}/`.startsWith(`${start}/`)));

for (const locale of values.locale) {
  const page = await pageIn(locale);
  for (const theme of values.theme) {
    for (const width of values.width.map(Number)) {
      await page.setViewportSize({ width, height: 760 });
      await page.emulateMedia({ colorScheme: theme === 'dark' ? 'dark' : 'light' });
      for (const name of wanted) {
        const [screen, state] = name.split('/');
        await page.goto(`${address}?screen=${screen}&state=${state}&locale=${locale}`);
        await page.evaluate('document.fonts.ready');
        if (state === 'typing') {
          await page.fill('textarea', DRAFTS[locale === 'en' ? 'en' : 'zh-CN'].text);
          await page.waitForSelector('.finding');
        }
        // What is closed at first is looked at and checked as well.
        if (values.open || state === 'opened' || name === 'compliance/settings')
          await page.evaluate('for (const part of document.querySelectorAll("details")) part.open = true');
        const file = `${values.out}/${screen}-${state}-${locale}-${theme}-${width}.png`;
        await page.screenshot({ path: file, fullPage: true });
        pictures++;
        await page.evaluate(axe);
        const violations = await page.evaluate(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
        );
        const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        const found = [
          ...(violations as string[]),
          ...seen.splice(0),
          ...(Number(wide) > 0 ? [`wider than the window by ${wide}px`] : []),
        ];
        for (const text of found) console.log(`${file}: ${text}`);
        problems += found.length;
      }
    }
  }
}
await browser.close();
await server.close();
console.log(`${pictures} pictures in ${values.out}, ${problems} problems`);
process.exitCode = problems > 0 ? 1 : 0;
