/** From an imported history to a test of two times by coin, planned, run, read and kept, in real browsers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { DocumentOf } from '../../core/model/documents';
import { seeded } from '../../core/stats/random';
import { BROWSERS, type Opened, open } from './browsers';
import { expectAccessible, expectWalkable } from './walk';

const DAY_MS = 86_400_000;
const COUNT = 60;

let opened: Opened | undefined;
let folder: string | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Posts at three times of the day, none better than another. The newest `fresh` came out within the last hour. */
function history(fresh: number): string {
  const random = seeded(11);
  const rows = Array.from({ length: COUNT + fresh }, (_, i) => {
    const old = i < COUNT;
    const start = Math.floor(Date.now() / DAY_MS - 15 - (COUNT - i) * 1.5) * DAY_MS;
    const at = old ? start + (8 + 6 * Math.floor(random() * 3)) * 3_600_000 : Date.now() - (10 - (i - COUNT)) * 60_000;
    const time = `${new Date(at).toISOString().slice(0, 19)}+00:00`;
    const views = Math.round(2000 * Math.exp(random() - 0.5));
    return ['tiktok', 'Ida bakes', `7${String(i).padStart(18, '0')}`, `Loaf ${i}`, 'short', time, 'second', views].join(',');
  });
  return ['platform,account,post_id,title,format,published_at,published_precision,views', ...rows].join('\r\n');
}

it.each(BROWSERS)('in %s a test of two times is planned, tossed for, told which post it was, ended and kept', async (name) => {
  folder = mkdtempSync(join(tmpdir(), 'post-almanac-slots-'));
  const file = join(folder, 'history.csv');
  writeFileSync(file, history(1));
  opened = await open(name, { accounts: [], locale: 'en' });
  const { browser, rows } = opened;
  const importing = await browser.open('workbench.html#import');
  await importing.locator('input[type=file]').setInputFiles(file);
  await importing.getByRole('button', { name: 'Add to my history' }).click();
  await importing.getByText(`${COUNT + 1} new posts`).waitFor();

  const panel = await browser.open('sidepanel.html#timing');
  await panel.getByRole('button', { name: 'Plan a test' }).click();
  await panel.getByText(/With 40 posts a difference of about \+\d+% or more would show/).waitFor();
  await expectWalkable(panel);
  await expectAccessible(browser, panel);
  await panel.getByRole('button', { name: 'Start the test' }).click();
  await panel.getByText(/^Running:/).waitFor();
  const stored = async () =>
    (((await rows())?.documents ?? []) as { kind: string; value: DocumentOf<'slotTest'> }[]).filter(
      ({ kind }) => kind === 'slotTest',
    );
  const planned = (await stored())[0]?.value;
  expect(planned).toMatchObject({ largestPosts: 40, assignments: [] });

  await panel.getByRole('button', { name: 'Toss the coin for the next post' }).click();
  await panel.getByText(/^The coin says:/).waitFor();
  await expectWalkable(panel);
  await expectAccessible(browser, panel);
  const arm = (await stored())[0]?.value.assignments[0]?.arm;
  await panel.getByRole('button', { name: `It was “Loaf ${COUNT}”` }).click();
  await panel.getByRole('button', { name: 'Toss the coin for the next post' }).click();
  // The other half of the pair gets the other time, without a coin.
  await panel.getByText(/^The other half of the pair:/).waitFor();
  const { assignments, windows } = (await stored())[0]?.value ?? {};
  expect(assignments?.map((one) => one.arm)).toEqual(arm === 'a' ? ['a', 'b'] : ['b', 'a']);
  expect(assignments?.[0]?.post).toContain(String(COUNT));
  expect(windows).toEqual(planned?.windows);

  await panel.getByRole('button', { name: 'End the test' }).click();
  await panel.getByRole('dialog').getByRole('button', { name: 'End the test' }).click();
  await panel.getByText('Earlier tests').click();
  await panel.getByText('Ended without a decision.').waitFor();
  expect((await stored())[0]?.value.endedAt).toBeTruthy();
});
