/**
 * Reading a whole page: from the start of the content script until every post is captured and handed over. The baseline reads the
 * text of the same rows with a bare `TreeWalker` and does nothing with it.
 */
import type { Platform } from '../../core/model/platforms';
import { tabOf } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { settled } from '../stage/visitor';
import { type Family, type Measured, type Row, ratioOf } from './bench';
import { captured, heaviest, inject, type Laboratory, openStaged, profiled, spentIn, withoutScripts } from './extension';

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
const BASELINE = 'bench-tree-walker.js';
const walk = (rows: string) => `
  (() => {
    const texts = [];
    for (const row of document.querySelectorAll(${JSON.stringify(rows)})) {
      const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
      let text = '';
      while (walker.nextNode()) text += walker.currentNode.nodeValue;
      texts.push(text);
    }
    return texts.length;
  })()
  //# sourceURL=${BASELINE}`;

async function bareWalk({ page, profiler }: Laboratory, rows: string, count: number): Promise<number> {
  const { frameTree } = await profiler.send('Page.getFrameTree');
  const { executionContextId: contextId } = await profiler.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const profile = await profiled(profiler, async () => {
    const { result } = await profiler.send('Runtime.evaluate', { expression: walk(rows), contextId, returnByValue: true });
    if (result.value !== count) throw new Error(`the page shows ${result.value} rows of ${count} (${page.url()})`);
  });
  return spentIn(profile, (url) => url.endsWith(BASELINE));
}

async function ourLook(laboratory: Laboratory, count: number): Promise<{ ms: number; top: [string, number][] }> {
  const profile = await profiled(laboratory.profiler, async () => {
    await inject(laboratory);
    await until(`${count} posts to be captured`, async () => (await captured(laboratory)) === count, 60_000);
  });
  return { ms: spentIn(profile, isOurs), top: heaviest(profile, isOurs) };
}

async function measure({ platform, page: id, rows, count }: (typeof PAGES)[number]): Promise<Measured> {
  const laboratory = await openStaged(platform, count);
  try {
    await withoutScripts(laboratory);
    const times = { ours: [] as number[], walk: [] as number[] };
    let top: [string, number][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const show = async () => {
        await laboratory.page.goto(laboratory.stage.address(id));
        await settled(tabOf(laboratory.page));
      };
      // Each in a page of its own, so that neither finds anything warm.
      const steps = [
        async () => {
          await show();
          times.walk.push(await bareWalk(laboratory, rows, count));
        },
        async () => {
          await show();
          const look = await ourLook(laboratory, count);
          times.ours.push(look.ms);
          // The round the computer was least busy in.
          if (look.ms === Math.min(...times.ours)) top = look.top;
        },
      ];
      for (const step of round % 2 ? steps.toReversed() : steps) await step();
    }
    if (process.env.BENCH_PROFILE)
      for (const [name, ms] of top.slice(0, 40)) console.log(`    ${ms.toFixed(2).padStart(7)}  ${name}`);
    return ratioOf(times.ours, times.walk);
  } finally {
    await laboratory.browser.close();
  }
}

export const reading: Family = {
  rows: PAGES.map(
    ({ id, count, platform, what }): Row => ({
      id,
      what: `main-thread time to read ${count} ${what} (${platform}), first look, everything cold`,
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
