import { browser } from 'wxt/browser';

/** Puts the page reader into a dashboard's tab, for the report of a page that was not understood. */
export function putPageReader(tabId: number): Promise<{ ok: boolean }> {
  return browser.scripting.executeScript({ target: { tabId }, files: ['/page-reader.js'] }).then(
    () => ({ ok: true }),
    () => ({ ok: false }),
  );
}
