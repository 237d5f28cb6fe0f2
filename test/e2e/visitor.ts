/** What a creator does on a dashboard: scrolls to the end, turns the pages. All of it by hand, none of it by the extension. */
import type { Page } from 'playwright-core';
import { until } from '../../scripts/browsers/poll';

/** Resolves when the page has drawn what it was asked for. */
export async function settled(page: Page): Promise<void> {
  await until('the page to rest', () => page.evaluate(() => document.documentElement.dataset.stage === 'ready'));
}

/** Scrolls the list down until it grows no more. `each` is called at every stop. */
export async function scrollToEnd(page: Page, each?: () => Promise<void>): Promise<void> {
  await settled(page);
  for (;;) {
    await each?.();
    const more = await page.evaluate(() => {
      // Everything that scrolls is scrolled, as a wheel does; the page decides what that loads.
      const before = document.documentElement.dataset.stageSteps;
      for (const element of document.querySelectorAll('*')) {
        const { overflowY } = getComputedStyle(element);
        if (element.scrollHeight > element.clientHeight + 1 && (overflowY === 'auto' || overflowY === 'scroll')) {
          element.scrollTop = element.scrollHeight;
        }
      }
      return { before, canMore: document.documentElement.dataset.stageMore === 'yes' };
    });
    if (!more.canMore) return;
    await until('more rows', () =>
      page.evaluate(
        (before) => document.documentElement.dataset.stageSteps !== before && document.documentElement.dataset.stage === 'ready',
        more.before,
      ),
    );
  }
}

/** Turns every page of a paged list, calling `each` on every page, the first included. */
export async function turnPages(page: Page, each: () => Promise<void>): Promise<void> {
  await settled(page);
  const numbers = page.locator('.d-pagination-page-content');
  const count = Math.max(1, await numbers.count());
  for (let index = 0; index < count; index++) {
    if (index > 0) {
      const before = await page.evaluate(() => document.documentElement.dataset.stageSteps);
      await numbers.nth(index).click();
      await until('the next page', () =>
        page.evaluate(
          (steps) => document.documentElement.dataset.stageSteps !== steps && document.documentElement.dataset.stage === 'ready',
          before,
        ),
      );
    }
    await each();
  }
}
