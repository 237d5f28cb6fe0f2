/** The alarm behind the reminders: there only when asked for, and back whatever happens to the worker. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ChromiumWithExtension, tabOf } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { CHROMIUM_BUILD } from './almanac';

let browser: ChromiumWithExtension;
beforeAll(async () => {
  browser = await ChromiumWithExtension.launch({ extension: CHROMIUM_BUILD });
});
afterAll(() => browser.close());

it('is set when a reminder is wished for, survives the worker, comes back when lost, and goes when nothing is wished for', async () => {
  const page = await browser.open('workbench.html#settings');
  await page.locator('.switch-list').first().waitFor();
  const { run } = tabOf(page);
  const wish = (kinds: string[]) =>
    run(
      `const db = await new Promise((done) => { const asked = indexedDB.open('post-almanac'); asked.onsuccess = () => done(asked.result); });
       const tx = db.transaction('settings', 'readwrite');
       tx.objectStore('settings').put({ key: 'notify', value: arguments[0] });
       await new Promise((done) => { tx.oncomplete = done; });
       db.close();
       await chrome.runtime.sendMessage({ type: 'announce' });`,
      kinds,
    );
  const alarm = () => run<{ periodInMinutes: number } | null>('return (await chrome.alarms.get("reminders")) ?? null');
  expect(await alarm()).toBeNull();
  await wish(['backup']);
  await until('the alarm', async () => (await alarm())?.periodInMinutes === 10);
  await browser.stopWorker();
  expect((await alarm())?.periodInMinutes).toBe(10);
  // As after an update: alarms are gone, and the next start of the worker sets them again.
  await run('await chrome.alarms.clearAll()');
  await browser.stopWorker();
  await run('await chrome.runtime.sendMessage({ type: "reconcile" })');
  await until('the alarm again', async () => (await alarm())?.periodInMinutes === 10);
  await wish([]);
  await until('no alarm', async () => (await alarm()) === null);
});
