/** What every screen has to stand: a walk through it by keyboard alone, axe in both themes, and names for all that a screen reader tells. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { BrowserWithExtension, Page } from '../../scripts/browsers/page';
import { until } from '../../scripts/browsers/poll';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Stop {
  /** A path in the document. */
  where: string;
  /** It was stopped at before. Not told by the path: a virtual list draws other rows in the same places. */
  again: boolean;
  name: string;
  ringed: boolean;
  inSight: boolean;
}

/** For `page.evaluate`: `groupOf`, `pathOf`, `nameOf`, `reachable`, `stopNow`, `moved`, `ringed`, `inSight`, `missed`. */
export const HELPERS = `
  // Radio buttons of one group and tabs of one list are one stop.
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
  globalThis.ringed = () => {
    const element = document.activeElement;
    // Where the field itself is hidden its label carries the ring.
    const shown = [element, element.closest('label'), element.closest('label')?.querySelector('.button')].filter(Boolean);
    return shown.some((one) => { const style = getComputedStyle(one); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0; });
  };
  globalThis.stopNow = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const again = walked.has(element);
    globalThis.lastStop = element;
    walked.add(element);
    if (element.matches('input[type=radio], [role=tab]')) walkedGroups.add(groupOf(element));
    return { where: pathOf(element), again, name: nameOf(element), ringed: ringed(), inSight: inSight() };
  };
  globalThis.moved = () => document.activeElement !== globalThis.lastStop;
  globalThis.inSight = () => {
    const element = document.activeElement;
    const { top, bottom } = (element.closest('label') ?? element).getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  // A page may still draw anew while it is walked through: what is gone, or came meanwhile, need not have been reached.
  globalThis.missed = () =>
    [...new Set(wanted.filter((element) => reachable().includes(element) && !walked.has(element) && !walkedGroups.has(groupOf(element))).map(groupOf))];`;

/** Presses Tab until the focus leaves the document; every stop on the way. */
async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(HELPERS);
  // From the top, wherever the last click was.
  await page.evaluate(`{
    const top = Object.assign(document.createElement('span'), { tabIndex: -1 });
    top.id = 'from-the-top';
    document.body.prepend(top);
    top.focus();
    globalThis.wanted = reachable();
    globalThis.walked = new WeakSet();
    globalThis.walkedGroups = new Set();
  }`);
  const stops: Stop[] = [];
  for (let presses = 0; presses < 600; presses++) {
    await page.keyboard.press('Tab');
    if (presses === 0) await page.evaluate(`document.querySelector('#from-the-top').remove()`);
    // A date has several stops inside; elsewhere a key that a busy page has not taken yet is waited for.
    await until('the focus to move', () => page.evaluate<boolean>('moved()'), 1000, 20).catch(() => false);
    const stop = await page.evaluate<Stop | null>('stopNow()');
    if (stop?.again && stop.where === stops.at(-1)?.where) continue;
    if (!stop || stop.again) return stops;
    // Scrolling takes a frame, and a long list draws other rows then.
    stop.inSight ||= await until('it to come into sight', () => page.evaluate<boolean>('inSight()'), 5000).catch(() => false);
    // Nothing has the ring while the browser's own list of downloads has come up and takes the window's focus for a moment.
    stop.ringed ||= await until('it to carry the ring', () => page.evaluate<boolean>('ringed()'), 5000).catch(() => false);
    stops.push(stop);
  }
  throw new Error('the walk does not end');
}

/** What comes after the first drawing moves places: it is waited for. The number of elements then. */
async function rested(page: Page): Promise<number> {
  let before = -1;
  await until(
    'the screen to rest',
    async () => {
      const now = await page.evaluate<number>('document.querySelectorAll("*").length');
      const rests = now === before;
      before = now;
      return rests;
    },
    60_000,
    400,
  );
  return before;
}

/** Everything that can be used is reached, has a name, shows the focus and comes into sight. */
export async function expectWalkable(page: Page): Promise<void> {
  const where = await page.evaluate<string>('location.href');
  // A page that grew while it was walked through moved what had the focus: such a walk says nothing.
  for (let walks = 1; ; walks++) {
    const before = await rested(page);
    const stops = await walk(page);
    const faults = {
      missed: await page.evaluate<string[]>('missed()'),
      nameless: stops.filter(({ name }) => !name),
      unmarked: stops.filter(({ ringed }) => !ringed),
      outOfSight: stops.filter(({ inSight }) => !inSight),
    };
    const none = Object.values(faults).every((found) => found.length === 0);
    if (!none && walks < 3 && (await rested(page)) !== before) continue;
    expect(faults, where).toEqual({ missed: [], nameless: [], unmarked: [], outOfSight: [] });
    return;
  }
}

/**
 * No violation in light and in dark; every picture, table, control and place has a name; one region speaks. axe looks in Chromium only:
 * the document is the same in both, and Firefox 153 now and then crashes while axe looks (signal 11).
 */
export async function expectAccessible(browser: BrowserWithExtension, page: Page): Promise<void> {
  const where = await page.evaluate<string>('location.href');
  for (const colorScheme of browser.name === 'Chromium' ? (['light', 'dark'] as const) : []) {
    // Without motion: a colour on its way is neither the old one nor the new one.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Only colours change between the themes.
    const rules = colorScheme === 'dark' ? `runOnly: ['color-contrast', 'link-in-text-block'],` : '';
    const violations = await browser.inspect<string[]>(
      page,
      axe,
      `axe.run(document, { ${rules} resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(violations, `${where} ${colorScheme}`).toEqual([]);
  }
  expect(await browser.unnamed(page), where).toEqual([]);
  expect(await page.locator('[data-live][aria-live=polite]').count()).toBe(1);
}
