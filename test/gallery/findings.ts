/**
 * Pictures of a finding wherever one is told, from the built extension and staged pages: a draft in the popup and in the side panel,
 * posts in the side panel, a post's own page, the light beside a draft, the card on a dashboard. In both languages, light and dark:
 * `npx wxt build && node scripts/run.mjs test/gallery/findings.ts` writes them to `out/findings/`, and says where one lacks its words,
 * reason, way out, source with a date, or "not an issue".
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { finding as en } from '../../assets/locales/en/finding';
import { finding as zhCN } from '../../assets/locales/zh-CN/finding';
import { until } from '../../scripts/browsers/poll';
import { ROOT } from '../../scripts/setup.mjs';
import { halfAYear, PILL } from '../e2e/almanac';
import { COMPOSERS } from '../stage/composers';
import { scrollOn, settled } from '../stage/visitor';
import { DRAFTS } from './drafts';
import { DARK, openStaged } from './staged';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/findings' } } });
const out = join(ROOT, values.out);
mkdirSync(out, { recursive: true });
const LIGHT = 'post-almanac-light';
const THEMES = ['light', 'dark'] as const;
const PAGE = 'douyin/content-list';
const title = DRAFTS['zh-CN'].text;
const [words = ''] = title.match(/全网最好/) ?? [];
let lacking = 0;
let pictures = 0;

for (const language of ['zh-CN', 'en'] as const) {
  const text = language === 'en' ? en : zhCN;
  const posts = halfAYear('douyin', '林间小屋', 40);
  const newest = posts.toSorted((a, b) => b.publishedAt - a.publishedAt)[0];
  const { browser, stage, tab, page } = await openStaged(
    {
      accounts: [
        { platform: 'douyin', name: '林间小屋', posts: posts.map((post) => (post === newest ? { ...post, title } : post)) },
        { platform: 'tiktok', name: 'teahouse', posts: [] },
      ],
      language: 'zh-CN',
    },
    language === 'en' ? 'en-US' : 'zh-CN',
  );
  /** Says what the place lacks, and takes its picture in both themes. */
  const look = async (place: string, at: Page, said: string, about = words) => {
    const wanted = {
      words: about,
      'the way out': text.wayOut.trim(),
      source: text.source.trim(),
      'not an issue': text.dismiss,
    };
    for (const [what, part] of Object.entries(wanted))
      if (!said.includes(part)) {
        lacking++;
        console.log(`${place}, ${language}: lacks ${what}`);
      }
    if (!/20\d\d/.test(said)) {
      lacking++;
      console.log(`${place}, ${language}: lacks a date`);
    }
    for (const theme of THEMES) {
      await at.emulateMedia({ colorScheme: theme });
      if (theme === 'dark' && place === 'dashboard') {
        await at.addStyleTag({ content: DARK });
        await at.evaluate('document.documentElement.dataset.theme = "dark"');
        await at.waitForTimeout(300);
      }
      await at.screenshot({ path: join(out, `${place}-${language}-${theme}.png`), fullPage: !at.url().startsWith('https:') });
      pictures++;
    }
  };
  const textOf = (at: Page) => at.locator('main').innerText();
  const own = async (path: string, width: number) => {
    const opened = await browser.open(path);
    await opened.setViewportSize({ width, height: 800 });
    return opened;
  };

  await page.setViewportSize({ width: 1280, height: 800 });
  await tab.goto(stage.address(PAGE));
  await settled(tab);
  while (await scrollOn(tab));

  const panel = await own('sidepanel.html#compliance', 400);
  await panel.locator('article .finding').first().waitFor({ timeout: 60_000 });
  await look('panel-check', panel, await textOf(panel));
  await panel.locator('#draft-title ~ * select').first().selectOption(DRAFTS[language].platform);
  await panel.fill('textarea', DRAFTS[language].text);
  await panel.locator('mark').first().waitFor();
  await look('panel-draft', panel, await textOf(panel), language === 'en' ? 'Gifted' : words);
  await panel.close();

  const list = await own('sidepanel.html#posts', 400);
  await list.fill('input[type=search]', words);
  await list.locator('summary').first().click();
  await list.locator('.finding').first().waitFor();
  await look('panel-post', list, await textOf(list));
  await list.close();

  const table = await own('workbench.html#posts', 1280);
  await table.locator('.title-button', { hasText: words }).first().click();
  await table.locator('.finding').first().waitFor();
  await look('post-page', table, await textOf(table));
  await table.setViewportSize({ width: 360, height: 800 });
  await look('post-page-narrow', table, await textOf(table));
  await table.close();

  const popup = await own('popup.html', 360);
  await popup.fill('textarea', DRAFTS[language].text);
  await popup.locator('.finding').first().waitFor();
  await look('popup', popup, await textOf(popup), language === 'en' ? 'Gifted' : words);
  await popup.close();

  // Beside a draft on a page where posts are written.
  const platform = language === 'en' ? 'tiktok' : 'douyin';
  await page.bringToFront();
  await tab.goto(stage.composeAddress(platform));
  await until('the light', async () => (await browser.shadowText(page, LIGHT)) !== null);
  await browser.clickInShadow(page, LIGHT);
  await page.focus(COMPOSERS[platform]?.fields.at(-1) ?? '');
  await page.keyboard.type(DRAFTS[language].text);
  await until('what it found', async () => (await browser.shadowText(page, LIGHT))?.includes(text.dismiss) === true);
  await look('compose', page, (await browser.shadowText(page, LIGHT)) ?? '', language === 'en' ? 'Gifted' : words);

  await tab.goto(stage.address(PAGE));
  await settled(tab);
  const flagged = async () => {
    const markers = await browser.shadowParts(page, PILL, 'marker');
    const lights = await browser.shadowParts(page, PILL, 'light');
    return lights.length > 0 ? markers.find(({ label }) => label.startsWith(title)) : undefined;
  };
  await until('the light on a marker', async () => (await flagged()) !== undefined);
  const marker = await flagged();
  if (marker) await page.mouse.move((marker.left + marker.right) / 2, (marker.top + marker.bottom) / 2);
  await until('the card', async () => (await browser.shadowText(page, PILL))?.includes(text.dismiss) === true);
  await look('dashboard', page, (await browser.shadowText(page, PILL)) ?? '');
  await browser.close();
}
console.log(`${pictures} pictures in ${values.out}, ${lacking} lacking`);
process.exitCode = lacking > 0 ? 1 : 0;
