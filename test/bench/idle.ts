/** A dashboard that is open and read, while the page changes 20 times a second elsewhere: what the content script costs then. */
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { settled } from '../stage/visitor';
import type { Family } from './bench';
import { captured, inject, type Laboratory, openStaged, threadTime, withoutScripts } from './extension';

const SECONDS = Number(process.env.BENCH_IDLE_SECONDS ?? 60);
const POSTS = 100;
/** A clock, a progress bar, a chart: text, attributes and elements change. */
const RESTLESS = `
  const ticker = document.createElement('div');
  ticker.innerHTML = '<span></span><b class="a"></b><ul></ul>';
  document.body.append(ticker);
  const [text, bar, list] = ticker.children;
  let n = 0;
  setInterval(() => {
    n++;
    text.textContent = 'tick ' + n;
    bar.className = 'state-' + (n % 7);
    bar.style.width = (n % 100) + 'px';
    const item = document.createElement('li');
    item.textContent = 'event ' + n;
    list.append(item);
    if (list.children.length > 20) list.firstChild.remove();
  }, 50);`;

/** kB of the page's heap after a collection. */
async function heap({ profiler }: Laboratory): Promise<number> {
  await profiler.send('HeapProfiler.collectGarbage');
  await profiler.send('HeapProfiler.collectGarbage');
  const { metrics } = await profiler.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1000;
}

/** Processor time of the page's main thread in scripts, in milliseconds, and how the heap grew, in kB. */
async function watch(laboratory: Laboratory, extension: boolean): Promise<{ ms: number; growth: number }> {
  const { page, stage } = laboratory;
  await page.goto(stage.address('douyin/content-list'));
  await settled(tabOf(page));
  if (extension) {
    await inject(laboratory);
    await until(`${POSTS} posts to be captured`, async () => (await captured(laboratory)) === POSTS);
  }
  await page.evaluate(RESTLESS);
  await page.waitForTimeout(5000);
  const before = await heap(laboratory);
  const started = await threadTime(laboratory);
  await page.waitForTimeout(SECONDS * 1000);
  const ms = (await threadTime(laboratory)).scripts - started.scripts;
  return { ms, growth: (await heap(laboratory)) - before };
}

export const idle: Family = {
  rows: [
    {
      id: 'idle',
      what: `share of the main thread while ${POSTS} posts stand there and the page changes 20 times a second elsewhere`,
      baseline: 'the same page without the extension',
      reach: 0.005,
      better: 'lower',
    },
  ],
  async measure() {
    const laboratory = await openStaged('douyin', POSTS);
    try {
      await withoutScripts(laboratory);
      const without = await watch(laboratory, false);
      const ours = await watch(laboratory, true);
      const spent = Math.max(0, ours.ms - without.ms);
      const share = spent / (SECONDS * 1000);
      const growth = `heap ${ours.growth.toFixed(0)} kB, without us ${without.growth.toFixed(0)} kB`;
      // A page that adds and removes elements for a minute is not the same to the kB.
      if (ours.growth - without.growth > 100) return { idle: { why: `the heap grew: ${growth}` } };
      return { idle: { ratio: share, spread: [share, share], detail: `${spent.toFixed(0)} ms in ${SECONDS} s; ${growth}` } };
    } finally {
      await laboratory.browser.close();
    }
  },
};
