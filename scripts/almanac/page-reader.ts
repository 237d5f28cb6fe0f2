/** The reader as one script, put into a page's isolated world by `almanac read`: the same code that the content script runs. */
import { readPage } from '../../core/dashboards';

Object.assign(globalThis, {
  postAlmanacRead: (url: string, now: number, zone: string) => readPage(document, url, { now, zone }),
});
