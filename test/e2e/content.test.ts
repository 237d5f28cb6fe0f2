/** From an imported history to what to post more of, and what the creator changes about it, in real browsers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { seeded } from '../../core/stats/random';
import type { Page } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { BROWSERS, type Opened, open } from './browsers';

const DAY_MS = 86_400_000;
const COUNT = 90;

let opened: Opened | undefined;
let folder: string | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** The product's own columns: topics in turn, kinds as planned but for interaction, one topic that does twice as well. */
function history(): string {
  const random = seeded(7);
  const kinds = ['knowledge', 'knowledge', 'experience', 'emotion', 'knowledge', 'experience'];
  const topics = ['Bread', 'Soup', 'Market'];
  const last = Date.now() - 20 * DAY_MS;
  const rows = Array.from({ length: COUNT }, (_, i) => {
    const topic = topics[Math.floor(random() * 3)] ?? '';
    const views = Math.round(2000 * (topic === 'Bread' ? 2.2 : 1) * Math.exp(random() - 0.5));
    const at = new Date(last - (COUNT - i) * 1.5 * DAY_MS).toISOString().slice(0, 19);
    const cells = [
      'tiktok',
      'Ida bakes',
      `7${String(i).padStart(18, '0')}`,
      `Day ${i} at the oven`,
      'short',
      `${at}+00:00`,
      'second',
      topic,
    ];
    return [
      ...cells,
      kinds[i % kinds.length],
      i % 12 === 0,
      views,
      Math.round(views / 20),
      Math.round(views / 200),
      Math.round(views / 90),
    ].join(',');
  });
  return [
    'platform,account,post_id,title,format,published_at,published_precision,pillar,labels,commercial,views,likes,comments,saves',
    ...rows,
  ].join('\r\n');
}

const main = (page: Page) => page.locator('main');

it.each(BROWSERS)(
  'in %s an imported history becomes a mix with reasons, and the creator changes the plan, rates a month and edits the board',
  async (name) => {
    folder = mkdtempSync(join(tmpdir(), 'post-almanac-content-'));
    const file = join(folder, 'history.csv');
    writeFileSync(file, history());
    opened = await open(name, { accounts: [], locale: 'en' });
    const { browser } = opened;
    const url = (path: string) => browser.url(path);
    const page = await browser.open('workbench.html#import');
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: 'Add to my history' }).click();
    await page.getByText(`${COUNT} new posts`).waitFor();

    // What was posted, with the posts behind it.
    await page.goto(url('workbench.html#mix'));
    await page.getByText('Posts on “Bread”').first().waitFor();
    const pillars = main(page).locator('section.part', { has: page.getByRole('heading', { name: 'Topics', exact: true }) });
    await pillars.getByText('Why this number').click();
    await pillars.getByRole('button', { name: /^Show the \d+ posts behind it$/ }).click();
    const post = pillars.getByRole('button', { name: /at the oven$/ }).first();
    const title = (await post.textContent()) ?? '';
    await post.click();
    await until('the page of the post', () => page.evaluate('/#posts\\/./.test(location.href)'));
    await page.getByRole('heading', { name: title }).waitFor();
    await page.goto(url('workbench.html#mix'));
    // What it did: the topic that does better is found.
    await expect.poll(() => main(page).textContent()).toMatch(/Posts on “Bread”: likely \+\d+%/);

    // A zone that the creator decides stays decided.
    await main(page).getByLabel('Soup: you decide').selectOption('retire');
    await main(page).getByText('Could rest: “Soup”', { exact: false }).waitFor();
    await page.reload();
    await main(page).getByText('Could rest: “Soup”', { exact: false }).waitFor();
    expect(await main(page).getByLabel('Soup: you decide').inputValue()).toBe('retire');

    // Other weights, another score.
    await page.goto(url('workbench.html#score'));
    const weights = main(page).locator('.share-bars').first();
    await weights.getByText('35%').waitFor();
    await page.getByText('Change the weights').click();
    await page.getByLabel('Response (%)').fill('60');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await weights.getByText('48%').waitFor();

    // The month's rating and the board are kept.
    await page.goto(url('workbench.html#growth'));
    const useful = main(page).getByRole('group', { name: 'Useful to viewers' });
    await useful.getByText('4', { exact: true }).click();
    await main(page).getByText('1 of 4 rated.').waitFor();
    await page.getByLabel('Add to Strengths').fill('My grandmother’s recipes');
    await page.getByLabel('Add to Strengths').press('Enter');
    await page.getByLabel('Your entry').waitFor();
    await page.reload();
    await main(page).getByText('1 of 4 rated.').waitFor();
    expect(await page.getByLabel('Your entry').inputValue()).toBe('My grandmother’s recipes');

    // The overview has its four stages.
    await page.goto(url('workbench.html#overview'));
    for (const stage of ['Making', 'Reaching', 'Responding', 'Following'])
      await page.getByRole('heading', { name: stage, exact: true }).waitFor();
  },
);
