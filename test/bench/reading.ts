/**
 * Reading a whole page for the first time, everything cold: what the page's reader takes on the main thread until every post is read, with
 * all that it calls in the browser, by the profiler. The baseline reads the text of the same rows with a bare `TreeWalker` and does
 * nothing with it. What else the script does until all is handed over is shown beside it.
 */
import type { Platform } from '../../core/model/platforms';
import { tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { settled } from '../stage/visitor';
import { type Family, type Measured, median, type Row, ratioOf, takingTurns } from './bench';
import {
  captured,
  heaviest,
  inject,
  type Laboratory,
  openStaged,
  type Profile,
  profiled,
  spent,
  withoutScripts,
} from './extension';
import { floorOf, inFreshWorld, printSteps, renewing } from './floor';

const ROUNDS = 5;
const PAGES: readonly { id: string; platform: Platform; page: string; rows: string; count: number; what: string }[] = [
  {
    id: 'read-douyin',
    platform: 'douyin',
    page: 'douyin/content-list',
    rows: '#semiTabPanel1 tbody tr',
    count: 1000,
    what: 'rows of a table',
  },
  {
    id: 'read-tiktok',
    platform: 'tiktok',
    page: 'tiktok/content',
    rows: '[data-tt="components_PostTable_Absolute"]',
    count: 500,
    what: 'rows of a virtual list',
  },
  {
    id: 'read-xiaohongshu',
    platform: 'xiaohongshu',
    page: 'xiaohongshu/note-manager',
    rows: '.note-card',
    count: 300,
    what: 'cards',
  },
];

const isOurs = (url: string) => /^(?:chrome|moz)-extension:.*\/content-scripts\//.test(url);
const walk = (rows: string) => `
  (() => {
    const texts = [];
    const started = performance.now();
    for (const row of document.querySelectorAll(${JSON.stringify(rows)})) {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode()) text += walker.currentNode.nodeValue;
      texts.push(text);
    }
    return { rows: texts.length, ms: performance.now() - started };
  })()`;

async function bareWalk(laboratory: Laboratory, rows: string, count: number): Promise<number> {
  // Timed by itself: a few milliseconds are too short to be sampled on a busy computer.
  const [seen] = await inFreshWorld<{ rows: number; ms: number }>(laboratory, walk(rows));
  if (seen?.rows !== count) throw new Error(`the page shows ${seen?.rows} rows of ${count} (${laboratory.page.url()})`);
  return seen.ms;
}

/** `Visit.readPage` calls `PageReader.read`: methods keep their names in the built script. */
const READING = { caller: 'readPage', name: 'read' };

/** Milliseconds of reading in a profile. */
function readingIn(profile: Profile): number {
  const reading = spent(profile, isOurs, READING);
  if (reading === 0) throw new Error('the reader does not show in the profile');
  return reading;
}

/** Milliseconds of reading alone, and of all that the script does from its start until every post is handed over. */
async function ourLook(laboratory: Laboratory, count: number): Promise<{ reading: number; all: number }> {
  const profile = await profiled(laboratory.profiler, async () => {
    await inject(laboratory);
    await allCaptured(laboratory, count);
  });
  return { reading: readingIn(profile), all: spent(profile, isOurs) };
}

/** Reading once more, in the page that was just read, when all its rows are new: only our code is not. */
async function warmLook(laboratory: Laboratory, rows: string): Promise<number> {
  return readingIn(
    await profiled(laboratory.profiler, async () => {
      await laboratory.page.evaluate(renewing(rows));
      await laboratory.page.waitForTimeout(3000);
    }),
  );
}
/** Asking how far it is costs time too: it is not asked often. */
async function allCaptured(laboratory: Laboratory, count: number): Promise<void> {
  await until(
    `${count} posts to be captured`,
    async () => {
      await laboratory.page.waitForTimeout(1500);
      return (await captured(laboratory)) === count;
    },
    60_000,
  );
}

/** Where the time goes, function by function. */
async function printProfile(laboratory: Laboratory, show: () => Promise<void>, count: number): Promise<void> {
  const sums = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round++) {
    await show();
    const profile = await profiled(laboratory.profiler, async () => {
      await inject(laboratory);
      await allCaptured(laboratory, count);
    });
    for (const [name, ms] of heaviest(profile, isOurs)) sums.set(name, (sums.get(name) ?? 0) + ms / ROUNDS);
  }
  const top = [...sums].sort(([, a], [, b]) => b - a).slice(0, 40);
  for (const [name, ms] of top) console.log(`    ${ms.toFixed(2).padStart(7)}  ${name}`);
}

async function measure({ id, platform, page, rows, count }: (typeof PAGES)[number]): Promise<Measured> {
  const laboratory = await openStaged(platform, count);
  try {
    await withoutScripts(laboratory);
    const steps = process.env.BENCH_STEPS !== undefined;
    const show = async () => {
      await laboratory.page.goto(laboratory.stage.address(page));
      await settled(tabOf(laboratory.page));
      // What loading the page left behind is nobody's: collected in the middle of a walk of 15 ms, it would be most of it.
      await laboratory.profiler.send('HeapProfiler.collectGarbage');
    };
    // Each in a page of its own, so that neither finds anything warm.
    const everything: number[] = [];
    const warm: number[] = [];
    const times = await takingTurns(ROUNDS, {
      async ours() {
        await show();
        const { reading, all } = await ourLook(laboratory, count);
        everything.push(all);
        if (steps) warm.push(await warmLook(laboratory, rows));
        return reading;
      },
      async walk() {
        await show();
        return bareWalk(laboratory, rows, count);
      },
      async byHeart() {
        await show();
        return floorOf(laboratory, id, rows, count);
      },
    });
    if (steps) {
      console.log(
        `  ${id}: ${median(times.ours).toFixed(0)} ms cold, ${median(warm).toFixed(0)} ms with warm code. By heart, in steps:`,
      );
      await printSteps(laboratory, show, id, rows, ROUNDS);
    }
    if (process.env.BENCH_PROFILE) await printProfile(laboratory, show, count);
    const measured = ratioOf(times.ours, times.walk);
    const floor = ratioOf(times.byHeart, times.walk);
    const all = `; a reader that knows the page by heart ${floor.ratio.toFixed(1)} walks (${floor.detail}); with starting, sending, the pill and all markers ${median(everything).toFixed(0)} ms`;
    return { ...measured, detail: measured.detail + all };
  } finally {
    await laboratory.browser.close();
  }
}

export const reading: Family = {
  rows: PAGES.map(
    ({ id, count, platform, what }): Row => ({
      id,
      what: `main-thread time of reading ${count} ${what} (${platform}), first look, everything cold`,
      baseline: 'a bare `TreeWalker` pass over the text of the same rows, as cold',
      reach: 3,
      better: 'lower',
    }),
  ),
  async measure(wanted) {
    const found: Record<string, Measured> = {};
    for (const page of PAGES) if (wanted.has(page.id)) found[page.id] = await measure(page);
    return found;
  },
};
