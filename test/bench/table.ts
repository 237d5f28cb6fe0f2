/** The workbench's table with many posts, scrolled by wheel and by its bar on a slow computer: how long the longest task takes. */
import type { CDPSession, Page } from 'playwright-core';
import type { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { type Family, median } from './bench';
import { reported } from './panel';

const POSTS = 100_000;
const SLOWED = 4;
const ROUNDS = 3;
/** A task beyond this is felt, ms (W3C Long Tasks). */
const LONG = 50;
const WHEEL_STEPS = 60;
const JUMPS = 15;
const SCROLLER = '.table-scroller';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  /** Processor time, µs: other programs on the computer do not count. */
  tdur?: number;
}

/** Processor time of every task of the page's main thread while `work` runs, ms. */
async function tasksDuring(browser: ChromiumWithExtension, page: Page, work: () => Promise<void>): Promise<number[]> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser cannot be traced');
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const done = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: ['disabled-by-default-devtools.timeline', 'toplevel', 'blink.user_timing'] },
  });
  await page.evaluate(`performance.mark('bench-from')`);
  await work();
  await page.evaluate(`performance.mark('bench-to')`);
  await session.send('Tracing.end');
  await done;
  await session.detach();
  const from = events.find(({ name }) => name === 'bench-from');
  const to = events.find(({ name }) => name === 'bench-to');
  if (!from || !to) throw new Error('the trace does not hold the work');
  const tasks = events.filter(
    ({ name, pid, tid, ts }) => name === 'RunTask' && pid === from.pid && tid === from.tid && ts > from.ts && ts < to.ts,
  );
  if (!tasks.some(({ tdur }) => tdur)) throw new Error('the trace tells no processor time');
  return tasks.map(({ tdur }) => (tdur ?? 0) / 1000);
}

/** Two frames later: what a scroll set off is drawn by then. */
const drawn = (page: Page) =>
  page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))');

async function firstRow(page: Page): Promise<number> {
  await drawn(page);
  return page.evaluate<number>(
    `Number(document.querySelector('${SCROLLER} tbody tr[aria-rowindex]').getAttribute('aria-rowindex'))`,
  );
}

const filled = (page: Page) =>
  until('the rows', () => page.evaluate<boolean>(`document.querySelector('${SCROLLER} table').ariaBusy === 'false'`), 60_000);

/** Turns the wheel, then drags the bar to places far apart, and waits for their rows. */
async function scroll(page: Page): Promise<void> {
  // A tab that is not in front is drawn once in two seconds, and every turn of the wheel waits for that.
  await page.bringToFront();
  await page.locator(SCROLLER).hover();
  for (let step = 0; step < WHEEL_STEPS; step++) await page.mouse.wheel(0, 240);
  for (let jump = 1; jump <= JUMPS; jump++) {
    await page.evaluate(
      `(() => { const all = document.querySelector('${SCROLLER}'); all.scrollTop = all.scrollHeight * ${((jump * 7) % 16) / 16}; })()`,
    );
    await drawn(page);
    await filled(page);
  }
}

async function slowed(cdp: CDPSession, rate: number): Promise<void> {
  await cdp.send('Emulation.setCPUThrottlingRate', { rate });
}

export const table: Family = {
  rows: [
    {
      id: 'table',
      what: 'longest task while the table of 100,000 posts is scrolled on a processor slowed down 4 times',
      baseline: 'a long task, 50 ms',
      reach: 1,
      better: 'lower',
    },
  ],
  async measure() {
    const { browser, page } = await reported(POSTS);
    try {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(browser.url('workbench.html#posts'));
      await page.waitForSelector('.title-button', { timeout: 300_000 });
      await filled(page);
      const cdp = await browser.context.newCDPSession(page);
      await slowed(cdp, SLOWED);
      const longest: number[] = [];
      let count = 0;
      for (let round = 0; round < ROUNDS; round++) {
        await page.evaluate(`document.querySelector('${SCROLLER}').scrollTop = 0`);
        const before = await firstRow(page);
        const tasks = await tasksDuring(browser, page, () => scroll(page));
        if ((await firstRow(page)) === before) throw new Error('the table did not scroll');
        longest.push(Math.max(...tasks));
        count += tasks.filter((ms) => ms > LONG).length;
      }
      const worst = longest.map((ms) => ms / LONG);
      return {
        table: {
          ratio: Math.max(...worst),
          spread: [Math.min(...worst), Math.max(...worst)],
          detail: `longest ${Math.max(...longest).toFixed(0)} ms, middle of the rounds ${median(longest).toFixed(0)} ms, ${count} tasks above ${LONG} ms`,
        },
      };
    } finally {
      await browser.close();
    }
  },
};
