/**
 * The side panel with many posts stored, from opening to first useful content. The report was made before, as in daily use. The page
 * stands in a tab: a side panel of the browser cannot be opened from outside.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { bundle } from '../../scripts/run.mjs';
import { type Family, ratioOf, takingTurns } from './bench';
import { BUILT } from './sizes';

const ROUNDS = 15;
const FEW = 100;
const MANY = 100_000;
/** Suggestions, or the sentence that nothing needs doing. */
const USEFUL = '#today-title';

interface Panel {
  browser: ChromiumWithExtension;
  page: Page;
}

/** A browser whose store holds so many posts. */
async function seeded(posts: number): Promise<Panel> {
  const seed = await readFile(await bundle('test/bench/in-page/seed.ts', { browser: true }), 'utf8');
  const browser = await ChromiumWithExtension.launch({ extension: BUILT });
  const page = await browser.open('manifest.json');
  await page.evaluate(seed);
  await page.evaluate(`benchSeed(${posts})`);
  return { browser, page };
}

/** The same with the report of them, as in daily use. */
export async function reported(posts: number): Promise<Panel> {
  const { browser, page } = await seeded(posts);
  // The first opening makes the report; it is there once the panel no longer says that it is weighing.
  await page.goto(browser.url('sidepanel.html'));
  await page.waitForSelector(USEFUL, { timeout: 300_000 });
  // Asked over the protocol: the page's own policy forbids functions made of text.
  await until(
    'the report',
    () => page.evaluate<boolean>(`!document.querySelector('.panel-main > [role="status"], .panel-head .note')`),
    300_000,
  );
  return { browser, page };
}

/** Notes the moment at which useful content comes to stand in the page: put in before its own scripts, so none is missed. */
const NOTING = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector(${JSON.stringify(USEFUL)})) return;
    observer.disconnect();
    globalThis.usefulAt = performance.now();
  }).observe(document, { childList: true, subtree: true });`;

/** Milliseconds from the start of loading. */
async function open({ browser, page }: Panel): Promise<number> {
  await page.goto(browser.url('manifest.json'));
  await page.goto(browser.url('sidepanel.html'));
  // Asked over the protocol: the page's own policy forbids functions made of text.
  await until('the suggestions', () => page.evaluate<boolean>('globalThis.usefulAt !== undefined'));
  return page.evaluate<number>('globalThis.usefulAt');
}

export const panel: Family = {
  rows: [
    {
      id: 'panel',
      what: 'opening the side panel with 100,000 posts stored, to first useful content',
      baseline: 'with 100 posts stored',
      reach: 1.5,
      better: 'lower',
    },
  ],
  async measure() {
    const few = await reported(FEW);
    const many = await reported(MANY).catch(async (error: unknown) => {
      await few.browser.close();
      throw error;
    });
    try {
      for (const panel of [few, many]) {
        await panel.page.addInitScript(NOTING);
        // A browser that has just made a report has cold files and code.
        await open(panel);
      }
      const times = await takingTurns(ROUNDS, { few: () => open(few), many: () => open(many) });
      return { panel: ratioOf(times.many, times.few) };
    } finally {
      await few.browser.close();
      await many.browser.close();
    }
  },
};
