import { browser } from 'wxt/browser';
import type { Host } from '../../core/dashboards/hosts';
import type { HelloAnswer } from '../../core/messages';
import { grantedHosts } from './registration';
import { withStore } from './store';

/** What a content script needs to know before it starts. A store that does not open is no reason to stay silent: defaults then. */
export async function hello(host: Host): Promise<HelloAnswer> {
  const granted = (await grantedHosts()).some(({ platform }) => platform === host.platform);
  const [language, overlayOff] = await withStore((store) =>
    Promise.all([store.setting('language'), store.setting('overlayOff')]),
  ).catch(() => []);
  return {
    granted,
    language:
      language === 'en' || language === 'zh-CN' ? language : browser.i18n.getUILanguage().startsWith('zh') ? 'zh-CN' : 'en',
    overlay: !(Array.isArray(overlayOff) && overlayOff.includes(host.platform)),
    canOpenPanel: 'sidePanel' in browser,
  };
}
