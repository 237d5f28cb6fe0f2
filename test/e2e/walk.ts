/** What every screen has to stand: a walk through it by keyboard alone, axe in both themes, and names for all that a screen reader tells. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { until } from '../../scripts/browsers/poll';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

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

/** For `page.evaluate`: `groupOf`, `pathOf`, `nameOf`, `reachable`, `stopNow`. */
export const HELPERS = `
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
async function walk(page: Page): Promise<Stop[]> {
  await page.evaluate(HELPERS);
  // From the top, wherever the last click was.
  await page.evaluate(`{
    const top = Object.assign(document.createElement('span'), { tabIndex: -1 });
    document.body.prepend(top);
    top.focus();
    top.remove();
    globalThis.walked = new WeakSet();
  }`);
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
export async function expectWalkable(page: Page): Promise<void> {
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
  const stops = await walk(page);
  const reached = new Set(stops.map(({ group }) => group));
  expect(
    wanted.filter((group) => !reached.has(group)),
    page.url(),
  ).toEqual([]);
  expect(
    stops.filter(({ name }) => !name),
    page.url(),
  ).toEqual([]);
  expect(
    stops.filter(({ ringed }) => !ringed),
    page.url(),
  ).toEqual([]);
  expect(
    stops.filter(({ inSight }) => !inSight),
    page.url(),
  ).toEqual([]);
}

/** Roles whose name is what a screen reader says of them. */
const NAMED = new Set(
  'image img table grid button link checkbox radio switch combobox listbox textbox searchbox spinbutton slider tab tabpanel dialog progressbar meter navigation region radiogroup DisclosureTriangle'.split(
    ' ',
  ),
);
interface ToldNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value?: string };
  backendDOMNodeId?: number;
}

/** What a screen reader is told by the browser itself: whatever has to have a name and has none, as markup. */
async function unnamed(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  try {
    const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: ToldNode[] };
    const nameless = nodes.filter(({ ignored, role, name }) => !ignored && NAMED.has(role?.value ?? '') && !name?.value?.trim());
    return await Promise.all(
      nameless.map(async ({ backendDOMNodeId }) => {
        const { outerHTML } = await cdp.send('DOM.getOuterHTML', { backendNodeId: backendDOMNodeId ?? 0 });
        return outerHTML.slice(0, 160);
      }),
    );
  } finally {
    await cdp.detach();
  }
}

/** No violation in light and in dark; every picture, table, control and place has a name; one region speaks. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion: a colour on its way is neither the old one nor the new one.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // Only colours change between the themes.
    const rules = colorScheme === 'dark' ? `runOnly: ['color-contrast', 'link-in-text-block'],` : '';
    const violations = await page.evaluate(
      `axe.run(document, { ${rules} resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`,
    );
    expect(violations, `${page.url()} ${colorScheme}`).toEqual([]);
  }
  expect(await unnamed(page), page.url()).toEqual([]);
  expect(await page.locator('[data-live][aria-live=polite]').count()).toBe(1);
}
