import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import type { PageRead } from '../../core/model/reading';
import { bundle } from '../run.mjs';
import { findBrowsers } from '../setup.mjs';
import { CommandError, noMore, nowOption, option, zoneOption } from './usage';

const USAGE = 'almanac read PAGE.html --url ADDRESS [--now ISO] [--zone IANA]';
/** How long a saved page may go on changing (its own scripts, late rows) before it is read as it is. Milliseconds. */
const LONGEST_WAIT = 3000;
const QUIET = 150;

/** Opens the saved page at that address in a real browser, with everything else unreachable, and reads it in an isolated world. */
export async function read(args: string[]): Promise<PageRead> {
  const url = option(args, '--url');
  const now = nowOption(args);
  const zone = zoneOption(args);
  noMore(args, USAGE);
  const [file] = args;
  if (!file || !url || args.length > 1) throw new CommandError(`Usage: ${USAGE}`);
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol))
    throw new CommandError(`--url wants a full address like https://creator.douyin.com/…, not "${url}".`);
  const html = await readFile(file, 'utf8').catch(() => {
    throw new CommandError(`Cannot read ${file}.`);
  });
  const executablePath = findBrowsers().chromium;
  if (!executablePath) throw new CommandError('No Chromium, Chrome or Edge was found. Install one, or set CHROME_PATH.');
  const source = await readFile(await bundle('scripts/almanac/page-reader.ts', { browser: true }), 'utf8');
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND',
    ],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const document = address.href.split('#')[0];
    await page.route('**/*', (route) =>
      route.request().isNavigationRequest() &&
      route.request().frame() === page.mainFrame() &&
      route.request().url().split('#')[0] === document
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
        : route.abort(),
    );
    await page.goto(address.href, { waitUntil: 'domcontentloaded' });
    const session = await page.context().newCDPSession(page);
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'almanac',
    });
    const run = async (expression: string) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: executionContextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    await run(`new Promise((done) => {
      const stop = () => { watcher.disconnect(); done(); };
      const end = setTimeout(stop, ${LONGEST_WAIT});
      let quiet = setTimeout(stop, ${QUIET});
      const watcher = new MutationObserver(() => { clearTimeout(quiet); quiet = setTimeout(() => { clearTimeout(end); stop(); }, ${QUIET}); });
      watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
    })`);
    await run(source);
    return await run(`JSON.parse(JSON.stringify(postAlmanacRead(${JSON.stringify(url)}, ${now}, ${JSON.stringify(zone)})))`);
  } finally {
    await browser.close();
  }
}
