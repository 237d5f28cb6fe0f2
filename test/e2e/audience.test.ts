/** Shares and hours of an audience are read by a part of the content script that comes only where a page shows some. In real browsers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { type BrowserWithExtension, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { ROOT } from '../../scripts/setup.mjs';
import { type Golden, type Meta, readJson } from '../dashboards/harness';
import { ALL_ROWS, hostsOf, QUIET_PLACE, type Rows } from './almanac';
import { BROWSERS, launch } from './browsers';

let browser: BrowserWithExtension | undefined;
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

const fixture = (name: string) => {
  const folder = join(ROOT, 'test/dashboards/tiktok/account-analytics', name);
  return {
    ...readJson<Meta>(join(folder, 'meta.json')),
    body: readFileSync(join(folder, 'page.html'), 'utf8'),
    golden: readJson<Golden>(join(folder, 'expected.json')),
  };
};

it.each(BROWSERS)('in %s reads shares on one page and hours on another, and keeps them', async (name) => {
  const pages = [fixture('viewers'), fixture('follower-activity')];
  browser = await launch(name, {
    site: {
      answer: (address: string) => {
        const page = pages.find(({ url }) => url === address);
        return page ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: page.body } : null;
      },
    },
  });
  const lookout = await browser.open(QUIET_PLACE);
  await browser.grant(lookout, ...hostsOf('tiktok'));
  const rows = () => tabOf(lookout).run<Rows | null>(ALL_ROWS);
  const tab = await browser.newPage();

  const [shares, hours] = pages;
  await tab.goto(shares?.url ?? '');
  const kept = async () => ((await rows())?.accountReadings ?? []) as { breakdowns?: unknown }[];
  await until('the shares to be kept', async () => (await kept()).length > 0);
  expect(JSON.stringify(await kept())).toContain(JSON.stringify(shares?.golden.accountReadings?.[0]?.breakdowns));

  await tab.goto(hours?.url ?? '');
  const curves = async () => (await rows())?.audienceCurves ?? [];
  await until('the hours to be kept', async () => (await curves()).length > 0);
  expect(JSON.stringify(await curves())).toContain(JSON.stringify(hours?.golden.curves?.[0]).slice(0, -1));
});
