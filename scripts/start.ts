/**
 * `npm start`: the main job before your eyes. Builds the extension, opens a real browser with it on two staged dashboards
 * (120 made-up posts of the last six months), looks at every page as a creator would, opens the side panel, prints its suggestions
 * and writes the CSV. With a screen the browser stays open until its window is closed; without one everything runs headless and
 * ends by itself, unless `--keep` is given.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { stagedPosts } from '../test/stage/posts';
import { Stage } from '../test/stage/stage';
import { scrollOn, turnPages } from '../test/stage/visitor';
import { ChromiumWithExtension, type Target } from './browsers/chromium';
import { tabOf } from './browsers/page';
import { until } from './browsers/poll';
import { nodeForTools, ROOT } from './setup.mjs';

const OUT = join(ROOT, 'out');
const SHOTS = join(OUT, 'screenshots');
const PILL = 'post-almanac';
const HALF_A_YEAR = 182 * 24 * 3_600_000;

const flags = new Set(process.argv.slice(2));
const screen =
  process.platform === 'darwin' || process.platform === 'win32' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !screen || flags.has('--headless');
const locale = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? 'zh-CN' : 'en-US';
const say = (text = '') => console.log(text);
const here = (path: string) => relative(process.cwd(), path) || '.';

/** Who is staged, and which of their pages a creator would look at. */
const PLATFORMS = [
  {
    platform: 'douyin',
    name: '木屋手作',
    count: 80,
    host: 'creator.douyin.com',
    pages: ['douyin/content-list', 'douyin/content-manage'],
  },
  {
    platform: 'xiaohongshu',
    name: '木屋手作',
    count: 40,
    host: 'creator.xiaohongshu.com',
    pages: ['xiaohongshu/data-analysis', 'xiaohongshu/note-manager'],
  },
] as const;

function buildExtension(): string {
  say('Building the extension …');
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const built = spawnSync(nodeForTools(), [wxt, 'build'], { cwd: ROOT, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(`The extension does not build:\n${built.stdout}\n${built.stderr}`);
  return join(ROOT, '.output', 'chrome-mv3');
}

function stageOf(now: number): Stage {
  const [from, to] = [now - HALF_A_YEAR, now].map((moment) => new Date(moment).toISOString()) as [string, string];
  // A true effect is staged: posts of weekday evenings are seen more. Whether it is found is the engine's affair.
  const planted = { days: 'weekday', startHour: 20, endHour: 22, factor: 1.8 } as const;
  return new Stage({
    accounts: PLATFORMS.map(({ platform, name, count }) => ({
      platform,
      name,
      posts: stagedPosts({ platform, account: name, count, from, to, planted }),
    })),
  });
}

/** Switches the platforms on where a user does: on the welcome page, with its own switches. */
async function switchOn(browser: ChromiumWithExtension): Promise<void> {
  const page = await browser.open('workbench.html#welcome');
  for (const { host } of PLATFORMS) {
    await browser.approve(`https://${host}/*`);
    await page.bringToFront();
    const toggle = page.locator('li', { hasText: host }).getByRole('switch');
    await toggle.click();
    await until(`${host} to be switched on`, () => toggle.isChecked());
  }
  await shoot(page, 'welcome');
  await page.close();
}

/** Looks at every post of a page and waits until the pill has counted it. */
async function visit(browser: ChromiumWithExtension, page: Page, stage: Stage, id: string): Promise<void> {
  const tab = tabOf(page);
  const total = stage.expected(id).length;
  const counted = async (count: number) => {
    await until(`the pill to count ${count} posts`, async () =>
      new RegExp(`(^|\\D)${count}(\\D|$)`).test((await browser.shadowText(page, PILL)) ?? ''),
    );
  };
  await tab.goto(stage.address(id));
  if (stage.movesBy(id) === 'pager') {
    let shown = 0;
    await turnPages(tab, async () => {
      shown = Math.min(shown + 10, total);
      await counted(shown);
    });
  } else while (await scrollOn(tab));
  await counted(total);
  await shoot(page, id.replace('/', '-'));
  say(`  ${id}: ${total} posts, by ${stage.movesBy(id) === 'pager' ? 'turning pages' : 'scrolling'}`);
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

/** Opens the side panel with a click on the pill, as a user does. */
async function openPanel(browser: ChromiumWithExtension, page: Page): Promise<Target> {
  await until('the pill', () => browser.shadowText(page, PILL));
  await browser.clickInShadow(page, PILL);
  return browser.panel();
}

/** Runs in the panel: what it advises today; null while it is still weighing, or waits for the page in the tab. */
const TODAY = `(() => {
  const text = (element) => element?.innerText.replaceAll('\\n', ' ').trim() ?? '';
  if (!document.querySelector('#today-title') || document.querySelector('.panel-main > [role="status"], .panel-head .note')) return null;
  return [...document.querySelectorAll('.suggestion')].map((card) =>
    ({ title: text(card.querySelector('.suggestion-title')), action: text(card.querySelector('.suggestion-action')), evidence: text(card.querySelector('.suggestion-action + p')) }));
})()`;
const LOADED = (tab: string) => `!document.querySelector('#panel-${tab} .loading')`;
/** The verdict of each group, in the panel's own first lines; of the compliance group what it says of the posts. */
const GROUPS = [
  {
    tab: 'timing',
    verdict: `${LOADED('timing')} && document.querySelector('#panel-timing')?.innerText.split('\\n').filter((line) => line.trim()).slice(0, 3).join(' ')`,
  },
  {
    tab: 'mix',
    verdict: `${LOADED('mix')} && document.querySelector('#panel-mix')?.innerText.split('\\n').filter((line) => line.trim()).slice(0, 2).join(': ')`,
  },
  {
    tab: 'compliance',
    verdict: `[document.querySelector('#flagged-title + span')?.innerText, ...[...document.querySelectorAll('article h3')].slice(0, 3).map((title) => title.innerText)].filter(Boolean).join(' · ') || document.querySelector('#flagged-title')?.closest('section').innerText.replaceAll('\\n', ' ')`,
  },
];

/** Prints what the panel shows for the platform of the tab in front, and takes its picture, group by group. */
async function tellPanel(panel: Target, platform: string): Promise<void> {
  const advice = await until(
    'the side panel',
    () => panel.evaluate<{ title: string; action: string; evidence: string }[] | null>(TODAY),
    120_000,
  );
  await panel.screenshot(join(SHOTS, `side-panel-${platform}.png`));
  say(`\nSuggestions for ${platform}:`);
  if (advice.length === 0) say('  today: nothing needs doing, and the panel says so.');
  for (const { title, action, evidence } of advice) say(`  today: ${title}\n         ${action} (${evidence})`);
  for (const { tab, verdict } of GROUPS) {
    await panel.evaluate(`document.querySelector('#tab-${tab}').click()`);
    say(`  ${tab}: ${await until(`the ${tab} group`, () => panel.evaluate<string>(verdict))}`);
    await panel.screenshot(join(SHOTS, `side-panel-${platform}-${tab}.png`));
  }
  await panel.evaluate("document.querySelector('#tab-today').click()");
}

/** Exports the CSV from the workbench until it holds every post, and puts it into `out/`. */
async function exportCsv(browser: ChromiumWithExtension, posts: number): Promise<{ path: string; rows: number }> {
  const page = await browser.open('workbench.html#export');
  const save = page.locator('main .card button').last();
  let rows = -1;
  let path = '';
  await until(
    `a CSV of ${posts} posts`,
    async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
      path = join(OUT, download.suggestedFilename());
      await download.saveAs(path);
      rows = Papa.parse<string[]>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data.length - 1;
      return rows === posts;
    },
    30_000,
  ).catch(() => undefined);
  await shoot(page, 'export');
  await page.goto(browser.url('workbench.html#posts'));
  await page.locator('main table[aria-busy="false"]').waitFor();
  await shoot(page, 'posts');
  await page.close();
  return { path, rows };
}

async function main(): Promise<number> {
  const extension = buildExtension();
  rmSync(SHOTS, { recursive: true, force: true });
  mkdirSync(SHOTS, { recursive: true });
  const stage = stageOf(Date.now());
  const posts = PLATFORMS.reduce((sum, { count }) => sum + count, 0);

  say(`Opening the browser${headless ? ', headless' : ''} …`);
  const browser = await ChromiumWithExtension.launch({ extension, site: stage, headless, locale });
  try {
    await switchOn(browser);
    say(`Looking at ${posts} staged posts:`);
    const page = await browser.context.newPage();
    for (const { pages } of PLATFORMS) for (const id of pages) await visit(browser, page, stage, id);
    const csv = await exportCsv(browser, posts);

    await page.bringToFront();
    const panel = await openPanel(browser, page);
    for (const { platform, pages } of PLATFORMS.toReversed()) {
      await page.goto(stage.address(pages[0]));
      await tellPanel(panel, platform);
    }
    say(`\nCSV:         ${here(csv.path)} (${csv.rows} rows for ${posts} staged posts)`);
    say(`Screenshots: ${here(SHOTS)}/`);
    if (!headless || flags.has('--keep')) {
      say(headless ? '\nThe browser stays open; Ctrl+C ends it.' : '\nThe browser stays open; close its window to end.');
      await new Promise<void>((done) => browser.context.once('close', () => done()));
    }
    return csv.rows === posts ? 0 : 1;
  } finally {
    await browser.close();
  }
}

process.exitCode = await main();
