/**
 * "Read this page": asks the generic reader in a tab. It works in the tab whose toolbar button the creator pressed (`activeTab`) and on
 * the dashboards they switched on; anywhere else the browser refuses, and so does this.
 */
import { browser } from 'wxt/browser';
import type { PageQuestion, PageQuestions } from '../../core/dashboards/generic/asked';
import { pageScript, SHARED_SCRIPT } from '../../core/dashboards/hosts';
import { READING_PARTS } from '../../core/messages';

const FILES = [SHARED_SCRIPT, ...(['words', ...READING_PARTS, 'page-reader'] as const).map(pageScript)];

/** Throws when the tab is gone, has gone elsewhere, or may not be read. */
export async function askPage<Q extends PageQuestion>(
  tabId: number,
  question: Q,
  ask: PageQuestions[Q]['ask'],
  zone: string,
): Promise<PageQuestions[Q]['answer']> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: FILES });
  const [frame] = await browser.scripting.executeScript({
    target,
    func: (...args: unknown[]) =>
      (globalThis as unknown as { postAlmanacPage(...args: unknown[]): unknown }).postAlmanacPage(...args),
    args: [question, ask, zone],
  });
  if (frame?.result === undefined || frame.result === null) throw new Error('the page gave no answer');
  return frame.result as PageQuestions[Q]['answer'];
}
