/** A newcomer: from a fresh profile to the first suggestion, counting every click. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type BrowserWithExtension, type Page, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { Stage } from '../stage/stage';
import { scrollToEnd } from '../stage/visitor';
import { halfAYear, hostsOf, PILL } from './almanac';
import { BROWSERS, type BrowserName, launch } from './browsers';

const MOST_CLICKS = 6;

let close: (() => Promise<void>) | undefined;
afterEach(async () => {
  await close?.();
  close = undefined;
});

async function freshProfile(name: BrowserName, stage: Stage): Promise<{ browser: BrowserWithExtension; welcome: Page }> {
  const browser = await launch(name, { site: stage, locale: 'en-US' });
  close = () => browser.close();
  // The extension opens its first page by itself.
  const address = browser.url('workbench.html#welcome');
  const welcome = await until('the first page', async () => {
    for (const page of await browser.pages()) if ((await page.evaluate('location.href')) === address) return page;
    return null;
  });
  await welcome.bringToFront();
  return { browser, welcome };
}

const account = (count: number) =>
  ({ platform: 'douyin', name: 'juniper.kiln', posts: halfAYear('douyin', 'juniper.kiln', count) }) as const;

/** An export of YouTube Studio in advanced mode: `Table data.csv`. */
function youtubeTable(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2026, 0, 5 + at * 2));
    const published = day.toLocaleDateString('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
    return `vid${String(at).padStart(8, '0')},"A day in the workshop, part ${at}","${published}",${60 + at},${1000 + ((at * 37) % 400)},${20 + (at % 9)}`;
  });
  return ['Content,Video title,Video publish time,Duration,Views,Likes', `Total,,,,${count * 1200},${count * 24}`, ...rows].join(
    '\n',
  );
}

describe.each(BROWSERS)('in %s', (browserName) => {
  it('reads the first suggestion beside the dashboard after three clicks and some scrolling', async () => {
    const stage = new Stage({ accounts: [account(60)] });
    const { browser, welcome } = await freshProfile(browserName, stage);
    let clicks = 0;
    await browser.approve(...hostsOf('douyin'));

    await welcome.getByRole('switch', { name: 'Read Douyin dashboards' }).click();
    clicks++;
    const page = await browser.opened(() => welcome.getByRole('link', { name: /^Open/ }).click());
    clicks++;
    const tab = tabOf(page);
    await scrollToEnd(tab);
    await until('60 captured', async () => /60\D+60/.test((await browser.shadowText(page, PILL)) ?? ''));
    // Firefox lets no page open the panel: one opens it from the browser's own menu.
    if (browserName === 'Chromium') await browser.clickInShadow(page, PILL);
    clicks++;
    const panel = await browser.panel();
    const said = () => panel.evaluate<string>('document.querySelector(".suggestion")?.innerText ?? ""');
    await until('the first suggestion', async () => (await said()) !== '', 90_000);
    // What it rests on is what was captured.
    expect(await said()).toMatch(/\d+ posts?/);
    await until('all that was captured', async () =>
      /60 of 60 posts captured/.test(await panel.evaluate<string>('document.body.innerText')),
    );
    expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
  });

  it('reads the first suggestion after importing a YouTube export', async () => {
    const { welcome } = await freshProfile(browserName, new Stage({ accounts: [account(1)] }));
    const folder = mkdtempSync(join(tmpdir(), 'post-almanac-import-'));
    const file = join(folder, 'Table data.csv');
    writeFileSync(file, youtubeTable(60));
    let clicks = 0;
    try {
      await welcome.getByRole('button', { name: 'Import files' }).click();
      clicks++;
      // The browser's own dialog for files comes up here.
      await welcome.locator('input[type=file]').setInputFiles(file);
      clicks += 2;
      await welcome.getByRole('button', { name: 'Add to my history' }).click();
      clicks++;
      await welcome.getByText(/60 rows of figures added/).waitFor();
      await welcome.getByRole('link', { name: 'Today', exact: true }).click();
      clicks++;
      const first = welcome.locator('.suggestion').first();
      await first.waitFor({ timeout: 90_000 });
      expect(await first.innerText()).toMatch(/\d+ posts?/);
      expect(clicks).toBeLessThanOrEqual(MOST_CLICKS);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('explores the sample, which leaves nothing behind', async () => {
    const { browser, welcome } = await freshProfile(browserName, new Stage({ accounts: [account(1)] }));
    await welcome.getByRole('button', { name: 'Explore the sample' }).click();
    await welcome.locator('.suggestion').first().waitFor({ timeout: 90_000 });
    const databases = () => welcome.evaluate<string[]>('indexedDB.databases().then((all) => all.map(({ name }) => name).sort())');
    expect(await databases()).toEqual(['post-almanac', 'post-almanac-sample']);
    await welcome.getByRole('button', { name: 'Leave and remove it' }).click();
    await until('the welcome', async () => (await welcome.evaluate('location.href')) === browser.url('workbench.html#welcome'));
    await until('the sample to be gone', async () => !(await databases()).includes('post-almanac-sample'));
    // Nothing of it was ever among one's own.
    await welcome.getByRole('link', { name: 'Today', exact: true }).click();
    await welcome.getByText('Nothing captured yet').waitFor();
  });
});
