import { browser } from 'wxt/browser';
import type { Host } from '../../core/dashboards/hosts';
import type { HelloAnswer } from '../../core/messages';
import type { Store } from '../../core/store/types';
import { grantedHosts } from './registration';
import { withStore } from './store';

/** That of the extension's own messages, as on our pages (`entrypoints/lib/browser.ts`). */
const languageOfBrowser = () => (browser.i18n.getMessage('uiLanguage') === 'zh-CN' ? 'zh-CN' : 'en');

export const languageOf = (chosen: unknown): 'en' | 'zh-CN' =>
  chosen === 'en' || chosen === 'zh-CN' ? chosen : languageOfBrowser();

/** The language that the creator chose, else the browser's. */
export async function language(): Promise<'en' | 'zh-CN'> {
  const chosen = await setting('language');
  return languageOf(chosen);
}

/** A store that does not open is no reason to stay silent: defaults then. */
const setting = (name: Parameters<Store['setting']>[0]) => withStore((store) => store.setting(name)).catch(() => undefined);

/** What a content script needs to know before it starts. */
export async function hello(host: Host): Promise<HelloAnswer> {
  const granted = (await grantedHosts()).some(({ platform }) => platform === host.platform);
  const overlayOff = await setting('overlayOff');
  return {
    granted,
    language: await language(),
    overlay: !(Array.isArray(overlayOff) && overlayOff.includes(host.platform)),
    canOpenPanel: 'sidePanel' in browser,
  };
}
