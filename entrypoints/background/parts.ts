import { browser } from 'wxt/browser';
import { pageScript } from '../../core/dashboards/hosts';
import type { PartName } from '../../core/messages';

/** Puts a part of the content script into the dashboard's tab that asks for it. */
export function putPart(tabId: number, name: PartName): Promise<{ ok: boolean }> {
  return browser.scripting.executeScript({ target: { tabId }, files: [pageScript(name)] }).then(
    () => ({ ok: true }),
    () => ({ ok: false }),
  );
}
