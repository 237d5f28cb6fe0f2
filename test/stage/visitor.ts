/** What a creator does on a dashboard: opens it, scrolls to the end, turns the pages. In any browser, by nothing but the page itself. */
import { until } from '../../scripts/browsers/poll';

/** A tab, whatever drives it. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Runs the body of an async function in the page; what it returns must be plain data. */
  run<T>(body: string, ...args: unknown[]): Promise<T>;
  click(selector: string): Promise<void>;
}

const READY = 'document.documentElement.dataset.stage === "ready"';
const STEPS = 'document.documentElement.dataset.stageSteps';

/** Resolves when the staged page has drawn all it was asked for. */
export async function settled(tab: Tab): Promise<void> {
  await until('the page to rest', () => tab.run<boolean>(`return ${READY}`));
}

/** Resolves when the page has taken another step since it had taken `steps`. */
async function stepAfter(tab: Tab, steps: string): Promise<void> {
  await until('the next step of the page', () => tab.run<boolean>(`return ${STEPS} !== arguments[0] && ${READY}`, steps));
}

/** Scrolls everything that scrolls to its end, once. False when no scrolling brings more. */
export async function scrollOn(tab: Tab): Promise<boolean> {
  await settled(tab);
  const { steps, more } = await tab.run<{ steps: string; more: boolean }>(
    `const { stageSteps: steps, stageMore } = document.documentElement.dataset;
     for (const element of document.querySelectorAll('*')) {
       const { overflowY } = getComputedStyle(element);
       if (element.scrollHeight > element.clientHeight + 1 && (overflowY === 'auto' || overflowY === 'scroll')) element.scrollTop = element.scrollHeight;
     }
     return { steps, more: stageMore === 'yes' };`,
  );
  if (more) await stepAfter(tab, steps);
  return more;
}

/** Scrolls until the list grows no more. `each` is called at every stop. */
export async function scrollToEnd(tab: Tab, each?: () => Promise<void>): Promise<void> {
  do await each?.();
  while (await scrollOn(tab));
}

/** Turns every page of a paged list. `each` is called on every page, the first included. */
export async function turnPages(tab: Tab, each?: () => Promise<void>): Promise<void> {
  await settled(tab);
  await each?.();
  for (
    let page = 2;
    page <= (await tab.run<number>('return document.querySelectorAll(".d-pagination-page-content").length'));
    page++
  ) {
    await takesAStep(tab, () => tab.click(`.d-pagination-pages > :nth-child(${page + 1})`));
    await each?.();
  }
}

/** Turns to the next page of a paged list, wherever its button stands. False on the last page. */
export async function turnOn(tab: Tab): Promise<boolean> {
  await settled(tab);
  const { steps, turned } = await tab.run<{ steps: string; turned: boolean }>(
    `const { stageSteps: steps, stageNext } = document.documentElement.dataset;
     const roots = [document, ...[...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? [])];
     const button = stageNext && roots.map((root) => root.querySelector(stageNext)).find(Boolean);
     if (button) button.click();
     return { steps, turned: Boolean(button) };`,
  );
  if (turned) await stepAfter(tab, steps);
  return turned;
}

/** How many posts of the list were shown so far. */
export async function shownSoFar(tab: Tab): Promise<number> {
  await settled(tab);
  return Number(await tab.run<string>('return document.documentElement.dataset.stageShown'));
}

/** Does something that makes the page draw, and waits until it has. */
export async function takesAStep(tab: Tab, act: () => Promise<void>): Promise<void> {
  await settled(tab);
  const steps = await tab.run<string>(`return ${STEPS}`);
  await act();
  await stepAfter(tab, steps);
}
