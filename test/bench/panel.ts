/** The side panel with many posts stored, from opening to first useful content. The report was made before, as in daily use. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { bundle } from '../../scripts/run.mjs';
import { type Family, ratioOf } from './bench';
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

/** Milliseconds from the start of loading. */
async function open({ browser, page }: Panel): Promise<number> {
  await page.goto(browser.url('manifest.json'));
  await page.goto(browser.url('sidepanel.html'));
  return page.evaluate(`new Promise((done) => {
    const look = () => document.querySelector(${JSON.stringify(USEFUL)}) ? done(performance.now()) : requestAnimationFrame(look);
    look();
  })`) as Promise<number>;
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
      const times = { many: [] as number[], few: [] as number[] };
      // A browser that has just made a report has cold files and code.
      await open(few);
      await open(many);
      for (let round = 0; round < ROUNDS; round++) {
        times.few.push(await open(few));
        times.many.push(await open(many));
      }
      return { panel: ratioOf(times.many, times.few) };
    } finally {
      await few.browser.close();
      await many.browser.close();
    }
  },
};
