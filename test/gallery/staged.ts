/** The built extension in Chromium before a stage whose hosts are granted, for pictures. */
import { join } from 'node:path';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { tabOf } from '../../scripts/browsers/page';
import { ROOT } from '../../scripts/setup.mjs';
import { hostsOf, QUIET_PLACE } from '../e2e/almanac';
import { Stage, type StageOptions } from '../stage/stage';

export async function openStaged(options: StageOptions, locale: string) {
  const stage = new Stage(options);
  const browser = await ChromiumWithExtension.launch({ extension: join(ROOT, '.output', 'chrome-mv3'), site: stage, locale });
  const lookout = await browser.open(QUIET_PLACE);
  await browser.grant(lookout, ...hostsOf(...options.accounts.map(({ platform }) => platform)));
  const page = await browser.newPage();
  return { browser, stage, page, tab: tabOf(page) };
}
