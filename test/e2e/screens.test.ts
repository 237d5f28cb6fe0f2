/**
 * The screens in a real browser: a walk through each by keyboard alone, and what a screen reader is told. The filled plan, the mapping
 * of a page and a running slot test are walked through where their stories are told.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserWithExtension, Page } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';
import { BROWSERS, launch } from './browsers';
import { expectAccessible, expectWalkable, HELPERS } from './walk';

let browser: BrowserWithExtension;
let page: Page;
/** Opens a page and waits for what it is about. */
async function show(path: string, content: string, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto('about:blank');
  await page.goto(browser.url(path));
  await page.locator(content).first().waitFor({ timeout: 60_000 });
}

type Screen = [path: string, content: string, width: number];
const SCREENS: Screen[] = [
  ['popup.html', '.popup', 360],
  ['sidepanel.html', '.empty', 360],
  ['sidepanel.html?sample', '.suggestion', 360],
  ['sidepanel.html?sample#timing', '.chart', 360],
  ['sidepanel.html?sample#mix', '.share-bars', 360],
  ['sidepanel.html?sample#compliance', '.finding', 360],
  ['sidepanel.html?sample#posts', '.post', 360],
  ['workbench.html#welcome', '.steps', 1280],
  ['workbench.html?sample#today', '.suggestion', 1280],
  ['workbench.html?sample#posts', '.title-button', 1280],
  ['workbench.html?sample#labelRules', 'h1', 1280],
  ['workbench.html?sample#overview', '.big-number', 1280],
  ['workbench.html?sample#mix', '.share-bars', 1280],
  ['workbench.html?sample#score', '.big-number', 1280],
  ['workbench.html?sample#growth', '.chart, .part', 1280],
  ...['calendar', 'goals', 'experiments', 'reviews', 'money', 'incidents', 'team', 'outside'].map(
    (part): Screen => [`workbench.html?sample#plan/${part}`, `.part-nav [aria-current="page"][href$="${part}"]`, 1280],
  ),
  ['workbench.html#import', '.drop', 1280],
  ['workbench.html#pages', 'h1', 1280],
  ['workbench.html?sample#export', '.button-primary', 1280],
  ['workbench.html?sample#backup', 'h1', 1280],
  ['workbench.html#settings', '.switch-list', 1280],
  ['workbench.html#diagnostics', 'table', 1280],
];

describe.each(BROWSERS)('in %s', (name) => {
  beforeAll(async () => {
    browser = await launch(name, { locale: 'en-US' });
    page = await browser.newPage();
  });
  afterAll(() => browser.close());

  describe('every screen', () => {
    for (const [path, content, width] of SCREENS) {
      it(`${path} can be walked through by keyboard and is told in full`, async () => {
        await show(path, content, width);
        await expectWalkable(page);
        await expectAccessible(browser, page);
      });
    }

    it('so can a post’s own page, what is to be imported, and what is to be restored', async () => {
      await show('workbench.html?sample#posts', '.title-button');
      await page.locator('.title-button').first().click();
      await page.locator('.post-page').waitFor();
      await expectWalkable(page);
      await expectAccessible(browser, page);

      await show('workbench.html#import', '.drop');
      await page.locator('input[type=file]').setInputFiles({
        name: 'history.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'platform,account,post_id,title,published_at,views\nx,Ida,1,One loaf,2026-05-01T08:00:00Z,12\nx,Ida,2,,soon,\n',
        ),
      });
      await page.getByRole('button', { name: 'Add to my history' }).waitFor();
      await expectWalkable(page);
      await expectAccessible(browser, page);

      await show('workbench.html?sample#backup', '.button-primary');
      const { name, content } = await browser.saved(page, () => page.locator('.button-primary').first().click());
      await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/gzip', buffer: content });
      await page.getByRole('button', { name: 'Add to what is here' }).waitFor();
      await expectWalkable(page);
      await expectAccessible(browser, page);
    });
  });

  it('the rows of the posts table are in order again after scrolling, and the focus stays where it is', async () => {
    await show('workbench.html?sample#posts', '.title-button');
    // Rows come frame by frame, and a tab that does not stand in front is drawn once in two seconds.
    await page.bringToFront();
    const rows = () =>
      page.evaluate<number[]>(
        `[...document.querySelectorAll('table[aria-busy="false"] tbody tr')].map((row) => Number(row.getAttribute('aria-rowindex')))`,
      );
    const scrolled = async (top: number, first: number) => {
      await page.evaluate(`document.querySelector('.table-scroller').scrollTop = ${top}`);
      await until(`rows ${first} and on in order`, async () => {
        const places = await rows();
        return places[0] === first && places.every((place, at) => place === first + at);
      });
    };
    await scrolled(0, 2);
    const elements = (await rows()).length;
    // Six rows are kept ready on either side of the view, and the first is the head's.
    await scrolled(480, 8);
    await page.evaluate(`document.querySelectorAll('.title-button')[10].focus()`);
    const title = await page.evaluate('document.activeElement.textContent');
    await scrolled(640, 12);
    expect(await page.evaluate('document.activeElement.textContent')).toBe(title);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`Number(document.activeElement.closest('tr').getAttribute('aria-rowindex'))`)).toBe(8 + 10 + 1);
    expect(await rows()).toHaveLength(elements);
  });

  it('prints black on white over the whole sheet, also from a dark screen', async () => {
    await show('workbench.html?sample#plan/reviews', 'article.printed');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(
      await page.evaluate(
        `[...document.querySelectorAll('.no-print')].filter((part) => getComputedStyle(part).display !== 'none').length`,
      ),
    ).toBe(0);
    const {
      page: ground,
      words,
      share,
    } = await page.evaluate<{ page: string; words: string; share: number }>(`(() => {
    const article = document.querySelector('article.printed');
    return {
      page: getComputedStyle(document.body).backgroundColor,
      words: getComputedStyle(article).color,
      share: article.getBoundingClientRect().width / innerWidth,
    };
  })()`);
    expect([ground, words]).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    expect(share).toBeGreaterThan(0.6);
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  describe('by keyboard alone', () => {
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    /** Tabs on until the focus is on what is called so. */
    async function tabTo(name: RegExp): Promise<void> {
      await page.evaluate(HELPERS);
      await until(`something called ${name}`, () =>
        page.evaluate<boolean>(`reachable().some((element) => ${name}.test(nameOf(element)))`),
      );
      for (let presses = 0; presses < 200; presses++) {
        if (
          name.test(
            await page.evaluate<string>(
              'document.activeElement && document.activeElement !== document.body ? nameOf(document.activeElement) : ""',
            ),
          )
        )
          return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way to ${name}`);
    }

    it('the side panel’s sections follow the arrow keys, and a reason opens', async () => {
      await show('sidepanel.html?sample', '.suggestion', 360);
      await tabTo(/^Today$/);
      await page.keyboard.press('ArrowRight');
      await until('the focus on the next section', async () => (await focused()) === 'Timing');
      await page.locator('#panel-timing .chart').first().waitFor();
      await page.keyboard.press('Home');
      await page.locator('#panel-today .suggestion').first().waitFor();
      await tabTo(/^Why/);
      await page.keyboard.press('Enter');
      await page.locator('.suggestion details[open]').waitFor();
    });

    it('a draft is checked, and the result is spoken', async () => {
      await show('popup.html', '.popup textarea', 360);
      await tabTo(/draft/i);
      await page.keyboard.type('这是全网最好的锅，今晚小黄车见');
      await page.locator('.finding').first().waitFor();
      await until('the result in the live region', async () =>
        /change|check/i.test(await page.locator('[data-live]').innerText()),
      );
    });

    it('a post is found, sorted, labelled, undone, opened and left again', async () => {
      await show('workbench.html?sample#posts', '.title-button');
      await tabTo(/Search titles/);
      await page.keyboard.type('shelf');
      await until('the found ones', async () => /shelf/.test(await page.locator('.title-button').first().innerText()));
      await tabTo(/^Views$/);
      await page.keyboard.press('Enter');
      await page.locator('th[aria-sort=descending]', { hasText: 'Views' }).waitFor();
      await tabTo(/^Select “/);
      await page.keyboard.press('Space');
      await page.evaluate('document.querySelector(".bulk")?.scrollIntoView()');
      await tabTo(/1 post selected|Keep kind|Knowledge/);
      await page.keyboard.press('ArrowRight');
      await tabTo(/^Apply$/);
      await page.keyboard.press('Enter');
      const note = page.locator('.note', { hasText: 'Undo' });
      await note.waitFor();
      await until('the focus on the note', () => note.evaluate((element) => element === element.ownerDocument.activeElement));
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('Undo');
      await page.keyboard.press('Enter');
      await until('the change to be undone', async () => (await note.count()) === 0);
      await tabTo(/^A shelf/);
      await page.keyboard.press('Enter');
      await page.locator('.post-page').waitFor();
      await tabTo(/^All posts$/);
      await page.keyboard.press('Enter');
      await page.locator('.title-button').first().waitFor();
    });
  });
});
