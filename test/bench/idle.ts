/**
 * A dashboard that is open and read, while the page changes 20 times a second elsewhere: what the content script costs the main thread
 * then, with the styles and the layout that it makes the browser work out, and the garbage it leaves.
 */
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { settled } from '../stage/visitor';
import { type Family, median, takingTurns } from './bench';
import { captured, inject, type Laboratory, openStaged, threadTime, withoutScripts } from './extension';

const SECONDS = Number(process.env.BENCH_IDLE_SECONDS ?? 60);
const ROUNDS = Number(process.env.BENCH_IDLE_ROUNDS ?? 3);
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

interface Watched {
  /** Processor time of the page's main thread, in milliseconds: all tasks, and of them scripts, and styles and layout. */
  tasks: number;
  scripts: number;
  layout: number;
  /** How the heap grew, in kB. */
  growth: number;
}

async function watch(laboratory: Laboratory, extension: boolean): Promise<Watched> {
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
  const { tasks, scripts, layout } = await threadTime(laboratory);
  return {
    tasks: tasks - started.tasks,
    scripts: scripts - started.scripts,
    layout: layout - started.layout,
    growth: (await heap(laboratory)) - before,
  };
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
      const seen = { without: [] as Watched[], ours: [] as Watched[] };
      const watched = (name: keyof typeof seen) => async () => {
        const one = await watch(laboratory, name === 'ours');
        seen[name].push(one);
        // What a script can cause. The page's own painting (nine seconds a minute) differs by more between two minutes than all of it.
        return one.scripts + one.layout;
      };
      const times = await takingTurns(ROUNDS, { without: watched('without'), ours: watched('ours') });
      // Below zero where the page by itself differs more between two minutes than we cost.
      const shares = times.ours.map((ms, round) => (ms - (times.without[round] ?? Number.NaN)) / (SECONDS * 1000));
      const shown = (part: keyof Watched) =>
        `${median(seen.ours.map((one) => one[part])).toFixed(0)} (without us ${median(seen.without.map((one) => one[part])).toFixed(0)})`;
      const growth = `heap kB ${shown('growth')}`;
      const more = median(seen.ours.map((one) => one.growth)) - median(seen.without.map((one) => one.growth));
      // A page that adds and removes elements for a minute is not the same to the kB.
      if (more > 100) return { idle: { why: `the heap grew: ${growth}` } };
      const detail = `in ${SECONDS} s ms of all tasks ${shown('tasks')}, scripts ${shown('scripts')}, styles and layout ${shown('layout')}; ${growth}`;
      return { idle: { ratio: median(shares), spread: [Math.min(...shares), Math.max(...shares)], detail } };
    } finally {
      await laboratory.browser.close();
    }
  },
};
