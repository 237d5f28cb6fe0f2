/** The built extension in Chromium before a stage whose hosts are granted, for pictures. */
import { join } from 'node:path';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { tabOf } from '../../scripts/browsers/page';
import { ROOT } from '../../scripts/setup.mjs';
import { hostsOf, QUIET_PLACE } from '../e2e/almanac';
import { Stage, type StageOptions } from '../stage/stage';

/** The stage's pages have no dark dress of their own. */
export const DARK = `
  html, body { background: #17181b !important; }
  :not(html, body, post-almanac, img, svg, svg *) { background-color: transparent !important; color: #e4e4e4 !important; border-color: #3a3a3a !important; }`;

export async function openStaged(options: StageOptions, locale: string) {
  const stage = new Stage(options);
  const browser = await ChromiumWithExtension.launch({ extension: join(ROOT, '.output', 'chrome-mv3'), site: stage, locale });
  const lookout = await browser.open(QUIET_PLACE);
  await browser.grant(lookout, ...hostsOf(...options.accounts.map(({ platform }) => platform)));
  const page = await browser.newPage();
  return { browser, stage, page, tab: tabOf(page) };
}
