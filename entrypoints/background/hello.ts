import { browser } from 'wxt/browser';
import type { Site } from '../../core/dashboards';
import type { HelloAnswer } from '../../core/messages';
import { grantedSites } from './registration';
import { withStore } from './store';

/** What a content script needs to know before it starts. A store that does not open is no reason to stay silent: defaults then. */
export async function hello(site: Site): Promise<HelloAnswer> {
  const granted = (await grantedSites()).some(({ platform }) => platform === site.platform);
  const [language, overlayOff] = await withStore((store) =>
    Promise.all([store.setting('language'), store.setting('overlayOff')]),
  ).catch(() => []);
  return {
    granted,
    language:
      language === 'en' || language === 'zh-CN' ? language : browser.i18n.getUILanguage().startsWith('zh') ? 'zh-CN' : 'en',
    overlay: !(Array.isArray(overlayOff) && overlayOff.includes(site.platform)),
    canOpenPanel: 'sidePanel' in browser,
  };
}
