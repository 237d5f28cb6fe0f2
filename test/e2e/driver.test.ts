/** The drivers of both browsers click what they were told to click, also where the page moves it at that very moment. */
import { afterEach, expect, it } from 'vitest';
import { BROWSERS, type BrowserName, launch } from './browsers';

let browser: Awaited<ReturnType<typeof launch>> | undefined;
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});

it.each<BrowserName>([...BROWSERS])('a click that would fall beside a target which moves is made again, in %s', async (name) => {
  browser = await launch(name);
  const page = await browser.newPage();
  await page.evaluate(`(() => {
    globalThis.clicked = [];
    // Before anything else hears of it, at the first press: the target goes, and another stands there.
    addEventListener('pointerdown', () => { document.querySelector('#room').style.height = '300px'; }, { capture: true, once: true });
    document.body.innerHTML = '<div id="room"></div><button>wanted</button><button style="display: block">another</button>';
    document.body.addEventListener('click', ({ target }) => clicked.push(target.textContent));
  })()`);
  await page.getByRole('button', { name: 'wanted' }).click();
  expect(await page.evaluate('clicked')).toEqual(['wanted']);
});
