/** The alarm behind the reminders: there only when asked for, and back whatever happens to the worker. */
import { afterEach, expect, it } from 'vitest';
import { type BrowserWithExtension, tabOf } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { API } from './almanac';
import { BROWSERS, launch } from './browsers';

let browser: BrowserWithExtension | undefined;
afterEach(() => browser?.close());

it.each(BROWSERS)(
  'in %s is set when a reminder is wished for, survives the worker, comes back when lost, and goes when nothing is wished for',
  async (name) => {
    browser = await launch(name);
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
       ${API} await api.runtime.sendMessage({ type: 'announce' });`,
        kinds,
      );
    const alarm = () => run<{ periodInMinutes: number } | null>(`${API} return (await api.alarms.get('reminders')) ?? null`);
    expect(await alarm()).toBeNull();
    await wish(['backup']);
    await until('the alarm', async () => (await alarm())?.periodInMinutes === 10);
    await browser.stopBackground();
    expect((await alarm())?.periodInMinutes).toBe(10);
    // As after an update: alarms are gone, and the next start of the worker sets them again.
    await run(`${API} await api.alarms.clearAll()`);
    await browser.stopBackground();
    await run(`${API} await api.runtime.sendMessage({ type: 'reconcile' })`);
    await until('the alarm again', async () => (await alarm())?.periodInMinutes === 10);
    await wish([]);
    await until('no alarm', async () => (await alarm()) === null);
  },
);
