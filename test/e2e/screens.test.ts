/** The screens in a real browser: a walk through each by keyboard alone, and what a screen reader is told. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChromiumWithExtension } from '../../scripts/browsers/chromium';
import { until } from '../../scripts/browsers/poll';
import { CHROMIUM_BUILD } from './almanac';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: ChromiumWithExtension;
let page: Page;
beforeAll(async () => {
  browser = await ChromiumWithExtension.launch({ extension: CHROMIUM_BUILD, locale: 'en-US' });
  page = await browser.context.newPage();
});
afterAll(() => browser.close());

/** Opens a page and waits for what it is about. */
async function show(path: string, content: string, width = 1280): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.goto('about:blank');
  await page.goto(browser.url(path));
  await page.locator(content).first().waitFor({ timeout: 60_000 });
}

interface Stop {
  /** A path in the document. */
  where: string;
  /** It was stopped at before. Not told by the path: a virtual list draws other rows in the same places. */
  again: boolean;
  name: string;
  /** Radio buttons of one group and tabs of one list are one stop. */
  group: string;
  ringed: boolean;
  inSight: boolean;
}

const HELPERS = `
  globalThis.groupOf = (element) => {
    if (element.matches('input[type=radio]')) return 'radio ' + element.name;
    if (element.matches('[role=tab]')) return 'tabs';
    return pathOf(element);
  };
  globalThis.pathOf = (element) => {
    const parts = [];
    for (let at = element; at.parentElement; at = at.parentElement) parts.unshift(at.localName + ':' + [...at.parentElement.children].indexOf(at));
    return parts.join('/');
  };
  globalThis.nameOf = (element) =>
    element.getAttribute('aria-label') || (element.getAttribute('aria-labelledby') || '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim() ||
    [...(element.labels ?? [])].map((label) => label.textContent).join(' ').trim() || element.textContent.trim() || element.title || '';
  globalThis.reachable = () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter((element) =>
    !element.disabled && element.tabIndex >= 0 && element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]') &&
    (!element.closest('details:not([open])') || element.matches('details > summary')));
  globalThis.stopNow = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    // Where the field itself is hidden its label carries the ring.
    const shown = [element, element.closest('label'), element.closest('label')?.querySelector('.button')].filter(Boolean);
    const ringed = shown.some((one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; });
    const { top, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
    const again = walked.has(element);
    walked.add(element);
    return { where: pathOf(element), again, name: nameOf(element), group: groupOf(element), ringed, inSight: bottom > 0 && top < innerHeight };
  };`;

/** Presses Tab until the focus leaves the document; every stop on the way. */
async function walk(): Promise<Stop[]> {
  await page.evaluate(HELPERS);
  await page.evaluate('document.activeElement?.blur(); globalThis.walked = new WeakSet()');
  const stops: Stop[] = [];
  for (let presses = 0; presses < 600; presses++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate<Stop | null>('stopNow()');
    // A date has several stops inside.
    if (stop?.again && stop.where === stops.at(-1)?.where) continue;
    if (!stop || stop.again) return stops;
    stops.push(stop);
  }
  throw new Error('the walk does not end');
}

/** Everything that can be used is reached, has a name, shows the focus and comes into sight. */
async function expectWalkable(): Promise<void> {
  // What comes after the first drawing moves places: it is waited for.
  let before = -1;
  await until('the screen to rest', async () => {
    const now = await page.evaluate<number>('document.querySelectorAll("*").length');
    const rests = now === before;
    before = now;
    await page.waitForTimeout(400);
    return rests;
  });
  await page.evaluate(HELPERS);
  const wanted = await page.evaluate<string[]>('[...new Set(reachable().map(groupOf))]');
  const stops = await walk();
  const reached = new Set(stops.map(({ group }) => group));
  expect(wanted.filter((group) => !reached.has(group))).toEqual([]);
  expect(stops.filter(({ name }) => !name)).toEqual([]);
  expect(stops.filter(({ ringed }) => !ringed)).toEqual([]);
  expect(stops.filter(({ inSight }) => !inSight)).toEqual([]);
}

/** No violation in light and in dark; every picture has a name, every table a caption or a label, one region speaks. */
async function expectAccessible(): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour on its way is neither the old one nor the new one.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(axe);
    const violations = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(violations, colorScheme).toEqual([]);
  }
  const unnamed = await page.evaluate(`[
    ...[...document.querySelectorAll('svg[role=img]')].filter((svg) => !document.getElementById(svg.getAttribute('aria-labelledby'))?.textContent),
    ...[...document.querySelectorAll('table')].filter((table) => !table.caption?.textContent && !table.getAttribute('aria-label') && !table.closest('section[aria-label]')),
  ].map((element) => element.outerHTML.slice(0, 120))`);
  expect(unnamed).toEqual([]);
  expect(await page.locator('[data-live][aria-live=polite]').count()).toBe(1);
}

const SCREENS: [path: string, content: string, width: number][] = [
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
  ['workbench.html#import', '.drop', 1280],
  ['workbench.html?sample#export', '.button-primary', 1280],
  ['workbench.html?sample#backup', 'h1', 1280],
  ['workbench.html#settings', '.switch-list', 1280],
  ['workbench.html#diagnostics', 'table', 1280],
];

describe('every screen', () => {
  for (const [path, content, width] of SCREENS) {
    it(`${path} can be walked through by keyboard and is told in full`, async () => {
      await show(path, content, width);
      await expectWalkable();
      await expectAccessible();
    });
  }
});

describe('by keyboard alone', () => {
  const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
  /** Tabs on until the focus is on what is called so. */
  async function tabTo(name: RegExp): Promise<void> {
    await page.evaluate(HELPERS);
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
    expect(await focused()).toBe('Timing');
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
    await until('the result in the live region', async () => /change|check/i.test(await page.locator('[data-live]').innerText()));
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
    await tabTo(/^Undo$/);
    await page.keyboard.press('Enter');
    await until('the change to be undone', async () => (await page.locator('.note', { hasText: 'Undo' }).count()) === 0);
    await tabTo(/^A shelf/);
    await page.keyboard.press('Enter');
    await page.locator('.post-page').waitFor();
    await tabTo(/^All posts$/);
    await page.keyboard.press('Enter');
    await page.locator('.title-button').first().waitFor();
  });
});
